package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/unicode/norm"
)

// Charset names the bytes a text must be written in.
type Charset string

// The charsets of feeds. The UTF ones encode every character.
const (
	UTF8    Charset = "utf-8"
	UTF16LE Charset = "utf-16le"
	GBK     Charset = "gbk"
	GB18030 Charset = "gb18030"
	Big5    Charset = "big5"
)

// LookupCharset reads a charset's name as files and people write it. What calls
// itself GB2312 or code page 936 is GBK in practice. It reports false for a
// name that means nothing here.
func LookupCharset(name string) (Charset, bool) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "utf-8", "utf8":
		return UTF8, true
	case "utf-16le", "utf-16", "utf16", "utf16le":
		return UTF16LE, true
	case "gbk", "gb2312", "cp936", "ms936", "windows-936", "ansi":
		return GBK, true
	case "gb18030":
		return GB18030, true
	case "big5", "cp950", "big5-hkscs":
		return Big5, true
	}
	return "", false
}

// encoder returns a fresh encoder, or nil for a charset that encodes everything.
func (c Charset) encoder() *encoding.Encoder {
	switch c {
	case GBK:
		return simplifiedchinese.GBK.NewEncoder()
	case GB18030:
		return simplifiedchinese.GB18030.NewEncoder()
	case Big5:
		return traditionalchinese.Big5.NewEncoder()
	}
	return nil
}

// BadRune is a character that a charset cannot encode.
type BadRune struct {
	At          int    // its byte offset in the text
	Rune        rune   // utf8.RuneError for a byte that is no UTF-8
	Replacement string // what may be there instead; may be empty, see Known
	Known       bool   // a replacement is known, if only to leave the character out
}

// Unencodable lists the characters of s that the charset cannot encode, in order.
func Unencodable(s string, c Charset) []BadRune {
	if isASCII(s) { // every charset encodes it
		return nil
	}
	var bad []BadRune
	c.walk(s, func(at int, r rune, _ int, ok bool) {
		if !ok {
			text, known := c.replacement(r)
			if strings.Contains(text, "/") && at > 0 && isDigit(s[at-1]) {
				text = " " + text // 1½ is 1 1/2, not 11/2
			}
			bad = append(bad, BadRune{at, r, text, known})
		}
	})
	return bad
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// GBKLen is the length of s in bytes of GBK, the unit of Taobao's and Tmall's
// limits (maxLengthRule unit=byte): 2 for Chinese and most signs, 1 for ASCII. A
// character that GBK cannot encode counts 2, so that a title does not grow when
// it is replaced.
func GBKLen(s string) int {
	total := 0
	GBK.walk(s, func(_ int, _ rune, n int, ok bool) {
		if !ok {
			n = 2
		}
		total += n
	})
	return total
}

// walk calls visit for each character with its offset, its length in the charset
// and whether the charset encodes it. Bytes that are no UTF-8 cannot be kept.
func (c Charset) walk(s string, visit func(at int, r rune, n int, ok bool)) {
	enc := c.encoder()
	var dst [8]byte
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			visit(at, r, 0, false)
		case r < utf8.RuneSelf || enc == nil:
			visit(at, r, size, true)
		default:
			var src [utf8.UTFMax]byte
			n, _, err := enc.Transform(dst[:], src[:utf8.EncodeRune(src[:], r)], true)
			visit(at, r, n, err == nil)
		}
		at += size
	}
}

// Replacement proposes what may represent a character that a Chinese charset
// cannot encode: "½" is "1/2", "ñ" is "n", "™" is nothing. It reports false where
// nothing can be proposed, as for a rare Chinese character of a name.
func Replacement(r rune) (string, bool) { return GBK.replacement(r) }

// replacements are the signs for which taking the sign apart does not help:
// marks that a title does without, and currency and list signs.
var replacements = map[rune]string{
	'™': "", '®': "", '©': "", '℠': "", '\u00ad': "", '\ufeff': "", '\ufffd': "",
	'\u00a0': " ", '•': "·", '・': "·", '‣': "·", '◦': "·", '¥': "￥", '£': "GBP", '¢': "cent",
	'〜': "～", '‐': "-", '‑': "-", '−': "-", '⁄': "/", '✓': "√", '✔': "√", 'µ': "μ",
	'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'ß': "ss", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ı': "i", 'đ': "d", 'Đ': "D",
	'‚': "‘", '„': "“", '‛': "‘", '‟': "“", '«': "《", '»': "》", '¿': "?", '¡': "!", '␣': " ",
}

func (c Charset) replacement(r rune) (string, bool) {
	if text, ok := replacements[r]; ok {
		return text, true
	}
	if unicode.IsSpace(r) {
		return " ", true
	}
	if unicode.In(r, unicode.So, unicode.Sk, unicode.Cf, unicode.Mn, unicode.Me) && norm.NFKC.String(string(r)) == string(r) {
		return "", true // emoji and their parts, invisible signs, loose accents
	}
	text := takeApart(r)
	if text == "" || text == string(r) || !c.encodes(text) {
		return "", false
	}
	return text, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// takeApart writes a composed character in its parts and leaves the accents out.
func takeApart(r rune) string {
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		if part == '⁄' {
			part = '/'
		}
		if !unicode.Is(unicode.Mn, part) {
			b.WriteRune(part)
		}
	}
	return b.String()
}

// encodes reports whether the charset encodes the whole text.
func (c Charset) encodes(s string) bool {
	all := true
	c.walk(s, func(_ int, _ rune, _ int, ok bool) { all = all && ok })
	return all
}

// Fit returns s with every character that the charset cannot encode replaced as
// Replacement proposes. left lists those for which nothing is known; they stay.
func (c Charset) Fit(s string) (fitted string, left []BadRune) {
	bad := Unencodable(s, c)
	if len(bad) == 0 {
		return s, nil
	}
	var b strings.Builder
	from := 0
	for _, r := range bad {
		if !r.Known {
			left = append(left, r)
			continue
		}
		b.WriteString(s[from:r.At])
		b.WriteString(r.Replacement)
		_, size := utf8.DecodeRuneInString(s[r.At:])
		from = r.At + size
	}
	b.WriteString(s[from:])
	return b.String(), left
}
