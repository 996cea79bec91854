package export

import (
	"fmt"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// The words of the spec language, each of a closed set. A word reads itself from
// text, so that the TOML reader puts the line and a caret under one that is
// wrong; it is a struct because that reader fills strings without asking.

// word is a word of a closed set.
type word struct{ text string }

// String returns the word as it is written in a spec.
func (w word) String() string { return w.text }

func (w *word) read(b []byte, what string, known ...word) error {
	*w = word{string(b)}
	if !slices.Contains(known, *w) {
		return fmt.Errorf("unknown %s %q: it is one of %v", what, b, known)
	}
	return nil
}

// Tier tells how much a marketplace wants a column.
type Tier struct{ word }

// The tiers. A missing required value blocks a product, a missing recommended
// one is a warning.
var (
	Required    = Tier{word{"required"}}
	Recommended = Tier{word{"recommended"}}
	Optional    = Tier{word{"optional"}}
)

// UnmarshalText reads a tier.
func (t *Tier) UnmarshalText(b []byte) error {
	return t.read(b, "tier", Required.word, Recommended.word, Optional.word)
}

// RowKind tells what a row stands for.
type RowKind struct{ word }

// The kinds of rows.
var (
	ProductRows      = RowKind{word{"product"}}
	VariantRows      = RowKind{word{"variant"}}
	VariantImageRows = RowKind{word{"variant+images"}}
)

// UnmarshalText reads a kind of rows.
func (k *RowKind) UnmarshalText(b []byte) error {
	return k.read(b, "kind of rows", ProductRows.word, VariantRows.word, VariantImageRows.word)
}

// RowPart tells on which rows of a product a column is filled.
type RowPart struct{ word }

// The parts of a product's rows. The zero RowPart is every row.
var (
	EveryRow    RowPart
	FirstRow    = RowPart{word{"first"}}
	VariantPart = RowPart{word{"variant"}}
	ImagePart   = RowPart{word{"image"}}
)

// UnmarshalText reads the part of rows that a column is filled on.
func (p *RowPart) UnmarshalText(b []byte) error {
	return p.read(b, "part of the rows", FirstRow.word, VariantPart.word, ImagePart.word)
}

// Format is what a file is made of.
type Format struct{ word }

// The formats.
var (
	CSV = Format{word{"csv"}}
	TSV = Format{word{"tsv"}}
	RSS = Format{word{"rss-xml"}}
)

// UnmarshalText reads a format.
func (f *Format) UnmarshalText(b []byte) error {
	return f.read(b, "format", CSV.word, TSV.word, RSS.word)
}

// Quoting tells which cells of a table stand in quotes, see package encode.
type Quoting struct{ word }

// UnmarshalText reads a way of quoting.
func (q *Quoting) UnmarshalText(b []byte) error {
	return q.read(b, "quoting", word{string(encode.QuoteMinimal)}, word{string(encode.QuoteAlways)}, word{string(encode.QuoteListed)})
}

// Newline is a file's line end; the zero Newline is lf.
type Newline struct{ word }

var crlf = Newline{word{"crlf"}}

// UnmarshalText reads lf or crlf.
func (n *Newline) UnmarshalText(b []byte) error {
	return n.read(b, "newline", word{"lf"}, crlf.word)
}

func (n Newline) bytes() string {
	if n == crlf {
		return "\r\n"
	}
	return "\n"
}

// Encoding is a character set that package encode can write; the zero Encoding
// is utf-8.
type Encoding struct{ encode.Charset }

// UnmarshalText reads an encoding's name.
func (e *Encoding) UnmarshalText(b []byte) (err error) {
	e.Charset, err = encode.LookupCharset(string(b))
	return err
}

// Charset is what a marketplace can hold, whatever its file is written in.
type Charset struct{ word }

// AnyCharset lifts the spec's charset for one column.
var AnyCharset = Charset{word{"any"}}

// UnmarshalText reads a character set's name, or any.
func (c *Charset) UnmarshalText(b []byte) error {
	c.word = word{string(b)}
	if _, known := catalog.LookupCharset(c.text); !known && *c != AnyCharset {
		return fmt.Errorf("unknown charset %q: it is gbk, gb18030, big5, utf-8 or any", b)
	}
	return nil
}
