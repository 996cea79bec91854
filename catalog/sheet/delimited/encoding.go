package delimited

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"tradewind.app/catalog/sheet/grid"
)

// The encodings that are distinguished, by their names in the WHATWG standard.
const (
	UTF8        = "utf-8"
	UTF16LE     = "utf-16le"
	UTF16BE     = "utf-16be"
	GB18030     = "gb18030"
	Big5        = "big5"
	Windows1251 = "windows-1251"
	Windows1252 = "windows-1252"
)

// Encodings lists what Options.Encoding may be; other ones of the WHATWG standard
// work too.
func Encodings() []string {
	return []string{UTF8, UTF16LE, UTF16BE, GB18030, Big5, Windows1252, Windows1251}
}

// sampleSize is how much of the file its encoding and delimiter are detected from.
const sampleSize = 256 << 10

// settleEncoding detects the encoding of a file and where its text begins behind
// the byte order mark. wanted overrides what the bytes say.
func settleEncoding(r io.ReaderAt, size int64, wanted string) (name string, start int64, err error) {
	head := make([]byte, min(size, sampleSize))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return "", 0, fmt.Errorf("read the beginning of the file: %w", err)
	}
	marked, start := mark(head)
	switch {
	case wanted != "":
		name, err = encodingName(wanted)
		if name != marked {
			start = 0
		}
		return name, start, err
	case marked != "":
		return marked, start, nil
	}
	if name := wide(head); name != "" {
		return name, 0, nil
	}
	sample, err := telling(r, size, head)
	return detect(sample), 0, err
}

// encodingName brings what a person writes to the standard's name.
func encodingName(wanted string) (string, error) {
	key := strings.ToLower(strings.TrimSpace(wanted))
	if alias, ok := aliases[key]; ok {
		key = alias
	}
	enc, err := htmlindex.Get(key)
	if err != nil {
		return "", grid.Refuse("encoding-unknown", "encoding", wanted)
	}
	name, err := htmlindex.Name(enc)
	if err != nil {
		return "", grid.Refuse("encoding-unknown", "encoding", wanted)
	}
	if name == "gbk" {
		name = GB18030 // of which it is a part
	}
	return name, nil
}

var aliases = map[string]string{
	"utf16": UTF16LE, "utf-16": UTF16LE, "utf8-bom": UTF8, "utf-8-sig": UTF8,
	"ansi": Windows1252, "cp1252": Windows1252, "cp1251": Windows1251, "cp936": GB18030, "cp950": Big5,
}

// mark reads a byte order mark.
func mark(head []byte) (name string, length int64) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return UTF8, 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE, 2
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE, 2
	}
	return "", 0
}

// wide recognises UTF-16 without a mark: in a file with an English header every
// other byte is zero.
func wide(head []byte) string {
	head = head[:min(len(head), 512)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(head) / 2; {
	case half < 2:
	case zeros[1] > half*6/10 && zeros[0] < half/10:
		return UTF16LE
	case zeros[0] > half*6/10 && zeros[1] < half/10:
		return UTF16BE
	}
	return ""
}

// telling returns a piece of the file that has bytes beyond ASCII, since only
// these show an encoding. A first Chinese title may be far down.
func telling(r io.ReaderAt, size int64, head []byte) ([]byte, error) {
	buf := make([]byte, sampleSize)
	for at := int64(0); ; {
		if i := bytes.IndexFunc(head, func(c rune) bool { return c >= utf8.RuneSelf }); i >= 0 {
			return head[i:], nil
		}
		if at += int64(len(head)); at >= size {
			return nil, nil
		}
		n, err := r.ReadAt(buf, at)
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("read the file: %w", err)
		}
		if head = buf[:n]; n == 0 {
			return nil, nil
		}
	}
}

// detect detects the encoding of a text that begins with a byte beyond ASCII.
func detect(sample []byte) string {
	if validUTF8(sample) {
		return UTF8
	}
	gbk, big5 := pairs(sample, commonGB), pairs(sample, commonBig5)
	switch {
	case gbk < 0.5 && big5 < 0.5:
		return western(sample)
	case big5 > gbk:
		return Big5
	}
	return GB18030
}

// validUTF8 allows a character that the end of the sample cuts.
func validUTF8(sample []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut <= len(sample); cut++ {
		if utf8.Valid(sample[:len(sample)-cut]) {
			return true
		}
	}
	return false
}

// pairs says which share of the bytes beyond ASCII are first bytes of characters
// that texts consist of, when the sample is read as a two-byte encoding. A byte
// that is alone, as an é among Latin letters does, counts against it.
func pairs(sample []byte, common func(a, b byte) bool) float64 {
	good, all := 0, 0
	for i := 0; i < len(sample); i++ {
		a := sample[i]
		if a < 0x80 {
			continue
		}
		all++
		if i+1 < len(sample) && sample[i+1] >= 0x40 {
			if common(a, sample[i+1]) {
				good++
			}
			i++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(good) / float64(all)
}

// commonGB is true for the first level of GB 2312, which makes up 99 % of ordinary
// Chinese text, and for its punctuation and full-width letters.
func commonGB(a, b byte) bool { return b >= 0xa1 && (a >= 0xb0 && a <= 0xd7 || a >= 0xa1 && a <= 0xa3) }

// commonBig5 is true for the first level of Big5 and its punctuation.
func commonBig5(a, b byte) bool {
	return a >= 0xa1 && a <= 0xc6 && (b <= 0x7e && b >= 0x40 || b >= 0xa1)
}

// western distinguishes Cyrillic from Latin text: Cyrillic words have no ASCII letters.
func western(sample []byte) string {
	inside, beside := 0, 0
	for i, c := range sample {
		if c < 0xc0 {
			continue
		}
		letters := 0
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(sample) && sample[j] >= 0xc0 {
				letters++
			}
		}
		inside += letters
		beside += 2 - letters
	}
	if inside > beside {
		return Windows1251
	}
	return Windows1252
}

// decoder returns the text behind start as UTF-8.
func decoder(r io.ReaderAt, size int64, name string, start int64) (io.Reader, error) {
	section := io.NewSectionReader(r, start, size-start)
	var enc encoding.Encoding
	switch name {
	case UTF8:
		return section, nil
	case UTF16LE:
		enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case UTF16BE:
		enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	default:
		var err error
		if enc, err = htmlindex.Get(name); err != nil {
			return nil, grid.Refuse("encoding-unknown", "encoding", name)
		}
	}
	return enc.NewDecoder().Reader(section), nil
}
