package xlsx

import (
	"bytes"
	"fmt"
	"io"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"tradewind.app/catalog/sheet/grid"
)

// part is one part of the workbook as it is inflated. Its checksum is compared
// when it has been read to the end, which finish makes sure of.
type part struct {
	name string
	rc   io.ReadCloser
	text io.Reader // the part as UTF-8
	left int64     // bytes that it may still inflate to
}

// Read gives UTF-8.
func (p *part) Read(b []byte) (int, error) { return p.text.Read(b) }

// raw reads the inflated bytes and counts them: what a zip's directory declares
// is not to be believed.
type raw struct{ p *part }

func (r raw) Read(b []byte) (int, error) {
	n, err := r.p.rc.Read(b)
	if r.p.left -= int64(n); r.p.left < 0 {
		return n, grid.Refuse("file-swollen", "part", r.p.name)
	}
	return n, err
}

// decode looks at the first bytes for another encoding than UTF-8. UTF-16 occurs
// with and without a byte order mark.
func (p *part) decode() error {
	head := make([]byte, 256)
	n, err := io.ReadFull(raw{p}, head)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return err
	}
	head = head[:n]
	rest := io.MultiReader(bytes.NewReader(head), raw{p})
	enc, err := declared(head)
	switch {
	case err != nil:
		return err
	case enc != nil:
		rest = enc.NewDecoder().Reader(rest)
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		rest = io.MultiReader(bytes.NewReader(head[3:]), raw{p})
	}
	p.text = rest
	return nil
}

// declared detects the encoding of an XML part by its first bytes, nil for UTF-8.
func declared(head []byte) (encoding.Encoding, error) {
	switch {
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\x00<")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("<\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	}
	line, _, found := bytes.Cut(head, []byte("?>"))
	_, value, has := bytes.Cut(line, []byte("encoding="))
	if !found || !has || len(value) < 2 {
		return nil, nil
	}
	name, _, _ := bytes.Cut(value[1:], value[:1])
	if bytes.EqualFold(name, []byte("utf-8")) || bytes.EqualFold(name, []byte("us-ascii")) {
		return nil, nil
	}
	enc, err := htmlindex.Get(string(name))
	if err != nil {
		return nil, fmt.Errorf("encoding %q: %w", name, err)
	}
	return enc, nil
}

// finish reads what is left of the part, so that its checksum is compared.
func (p *part) finish() error {
	_, err := io.Copy(io.Discard, raw{p})
	return grid.Wrap(p.name, err)
}

// close releases the inflater. It has nothing that could fail to be released.
func (p *part) close() { _ = p.rc.Close() }
