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

// Tier says how much a marketplace wants a column.
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

// RowKind says what the rows of a table are.
type RowKind struct{ word }

// The kinds of rows. Where a product and its variants have rows of their own, a product
// without options has one row that is both.
var (
	ProductRows         = RowKind{word{"product"}}
	VariantRows         = RowKind{word{"variant"}}
	VariantImageRows    = RowKind{word{"variant + images"}}
	ProductThenVariants = RowKind{word{"product then variants"}}
	VariantsThenProduct = RowKind{word{"variants then product"}}
)

// UnmarshalText reads a kind of rows. Blanks around the plus do not matter.
func (k *RowKind) UnmarshalText(b []byte) error {
	if string(b) == "variant+images" {
		b = []byte(VariantImageRows.text)
	}
	return k.read(b, "kind of rows", ProductRows.word, VariantRows.word, VariantImageRows.word, ProductThenVariants.word, VariantsThenProduct.word)
}

// hasProducts reports whether rows of products and rows of variants are apart.
func (k RowKind) hasProducts() bool { return k == ProductThenVariants || k == VariantsThenProduct }

// RowPart says on which rows of a product a column is filled.
type RowPart struct{ word }

// The parts of a product's rows. The zero RowPart is every row.
var (
	EveryRow    RowPart
	FirstRow    = RowPart{word{"first"}}
	ProductPart = RowPart{word{"product"}} // rows of the product, and rows that are both
	VariantPart = RowPart{word{"variant"}} // rows of variants, and rows that are both
	ParentPart  = RowPart{word{"parent"}}  // rows of a product that has rows of variants
	ChildPart   = RowPart{word{"child"}}   // rows of these variants
	ImagePart   = RowPart{word{"image"}}
)

// UnmarshalText reads the part of rows that a column is filled on.
func (p *RowPart) UnmarshalText(b []byte) error {
	return p.read(b, "part of the rows", FirstRow.word, ProductPart.word, VariantPart.word, ParentPart.word, ChildPart.word, ImagePart.word)
}

// Each says that a cell is a list with a part for each variant.
type Each struct{ word }

// EachVariant gathers what the variants of the row's product have.
var EachVariant = Each{word{"variant"}}

// UnmarshalText reads what a list has a part for.
func (e *Each) UnmarshalText(b []byte) error { return e.read(b, "each", EachVariant.word) }

// Type says what the texts of a column are where a format distinguishes; the zero Type
// is text.
type Type struct{ word }

var kinds = map[string]encode.Kind{"": encode.Text, "text": encode.Text, "number": encode.Number, "boolean": encode.Boolean}

// UnmarshalText reads a type.
func (t *Type) UnmarshalText(b []byte) error {
	return t.read(b, "type", word{"text"}, word{"number"}, word{"boolean"})
}

func (t Type) kind() encode.Kind { return kinds[t.text] }

// Per says what has a file of its own; the zero Per is the feed.
type Per struct{ word }

// PerProduct gives each product a file.
var PerProduct = Per{word{"product"}}

// UnmarshalText reads what has a file of its own.
func (p *Per) UnmarshalText(b []byte) error { return p.read(b, "per", PerProduct.word) }

// Objects says what the objects of a nested file are: products, or single rows. The zero
// Objects is products where a column's path has an array of rows, otherwise rows.
type Objects struct{ word }

// The objects of nested files.
var (
	ObjectsOfProducts = Objects{word{"product"}}
	ObjectsOfRows     = Objects{word{"row"}}
)

// UnmarshalText reads what the objects are.
func (o *Objects) UnmarshalText(b []byte) error {
	return o.read(b, "objects", ObjectsOfProducts.word, ObjectsOfRows.word)
}

// Format is what a file is made of, see [Formats].
type Format struct{ word }

// UnmarshalText reads a format.
func (f *Format) UnmarshalText(b []byte) error {
	var known []word
	for _, name := range Formats() {
		known = append(known, word{name})
	}
	return f.read(b, "format", known...)
}

// Quoting says which cells of a table are quoted, see package encode.
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

// Charset is the characters that a marketplace knows, whatever its file is written in.
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
