package encode

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// ErrCharset says that nothing here encodes into a character set of that name.
var ErrCharset = errors.New("unknown encoding")

// Charset is a character set together with its byte order mark, if files in it
// begin with one. The zero Charset is UTF-8 without a mark.
type Charset struct {
	name string
	mark []byte
	enc  encoding.Encoding // nil: UTF-8
}

var charsets = []Charset{
	{name: "utf-8"},
	{name: "utf-8-bom", mark: []byte{0xEF, 0xBB, 0xBF}}, // what Excel needs to read a CSV as UTF-8
	{name: "utf-16le-bom", mark: []byte{0xFF, 0xFE}, enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{name: "gbk", enc: simplifiedchinese.GBK},
	{name: "gb18030", enc: simplifiedchinese.GB18030},
}

// LookupCharset finds a character set by its name in the specs: utf-8,
// utf-8-bom, utf-16le-bom, gbk or gb18030.
func LookupCharset(name string) (Charset, error) {
	i := slices.IndexFunc(charsets, func(c Charset) bool { return c.name == name })
	if i < 0 {
		return Charset{}, fmt.Errorf("%w %q", ErrCharset, name)
	}
	return charsets[i], nil
}

// String returns the name.
func (c Charset) String() string {
	if c.name == "" {
		return "utf-8"
	}
	return c.name
}

// Mark returns the bytes a file begins with, which may be none.
func (c Charset) Mark() []byte { return c.mark }

// RuneError names the first character that a character set lacks.
type RuneError struct {
	Rune    rune
	Charset string
}

func (e *RuneError) Error() string {
	return fmt.Sprintf("%s cannot hold the character %q (U+%04X)", e.Charset, e.Rune, e.Rune)
}

// Encode returns text in the character set, without the mark. It is strict: a
// character that is not in the set is a *RuneError and never a substitute, for
// the substitute of x/text is 0x1A, which ends files for old Windows programs.
func (c Charset) Encode(text []byte) ([]byte, error) {
	if !utf8.Valid(text) {
		return nil, &RuneError{utf8.RuneError, c.String()}
	}
	if c.enc == nil {
		return text, nil
	}
	out, n, err := transform.Bytes(c.enc.NewEncoder(), text)
	if err != nil {
		r, _ := utf8.DecodeRune(text[n:])
		return nil, &RuneError{r, c.name}
	}
	return out, nil
}

// Decode returns the text of bytes in the character set, with or without their
// mark. It is for tests and previews; damaged bytes come back as U+FFFD.
func (c Charset) Decode(b []byte) ([]byte, error) {
	if len(c.mark) > 0 && len(b) >= len(c.mark) && slices.Equal(b[:len(c.mark)], c.mark) {
		b = b[len(c.mark):]
	}
	if c.enc == nil {
		return b, nil
	}
	text, err := c.enc.NewDecoder().Bytes(b)
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", c.name, err)
	}
	return text, nil
}
