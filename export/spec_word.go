package export

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// The words of the spec language. Each reads itself from text, so that the TOML
// reader puts the line and a caret under a word that is wrong.

// oneOf reads a word of a closed set.
func oneOf[T ~string](to *T, b []byte, what string, words ...T) error {
	if w := T(b); slices.Contains(words, w) {
		*to = w
		return nil
	}
	return fmt.Errorf("unknown %s %q: it is one of %v", what, b, words)
}

// UnmarshalText reads a tier.
func (t *Tier) UnmarshalText(b []byte) error {
	return oneOf(t, b, "tier", Required, Recommended, Optional)
}

// UnmarshalText reads a kind of rows.
func (k *RowKind) UnmarshalText(b []byte) error {
	return oneOf(k, b, "kind of rows", ProductRows, VariantRows, VariantImageRows)
}

// UnmarshalText reads the part of rows that a column is filled on.
func (p *RowPart) UnmarshalText(b []byte) error {
	return oneOf(p, b, "part of the rows", FirstRow, VariantPart, ImagePart)
}

// UnmarshalText reads a format.
func (f *Format) UnmarshalText(b []byte) error { return oneOf(f, b, "format", CSV, TSV, RSS) }

// Quoting is encode.Quoting as a word of the language.
type Quoting string

// UnmarshalText reads a way of quoting.
func (q *Quoting) UnmarshalText(b []byte) error {
	return oneOf(q, b, "quoting", Quoting(encode.QuoteMinimal), Quoting(encode.QuoteAlways), Quoting(encode.QuoteListed))
}

// Newline is a file's line end: "\n" when nothing is said.
type Newline string

// UnmarshalText reads lf or crlf.
func (n *Newline) UnmarshalText(b []byte) error {
	ends := map[string]Newline{"lf": "\n", "crlf": "\r\n"}
	end, ok := ends[string(b)]
	if !ok {
		return fmt.Errorf("unknown newline %q: it is lf or crlf", b)
	}
	*n = end
	return nil
}

// Encoding is the name of a character set that package encode can write.
type Encoding string

// UnmarshalText reads an encoding's name.
func (e *Encoding) UnmarshalText(b []byte) error {
	_, err := encode.LookupCharset(string(b))
	*e = Encoding(b)
	return err
}

// Charset is what a marketplace can hold, whatever its file is written in.
type Charset string

// AnyCharset lifts the spec's charset for one column.
const AnyCharset Charset = "any"

// UnmarshalText reads a character set's name, or any.
func (c *Charset) UnmarshalText(b []byte) error {
	if _, known := catalog.LookupCharset(string(b)); !known && Charset(b) != AnyCharset {
		return fmt.Errorf("unknown charset %q: it is gbk, gb18030, big5, utf-8 or any", b)
	}
	*c = Charset(b)
	return nil
}

// Size is a number of bytes.
type Size int64

// UnmarshalText reads "15 MB"; the units are KB, MB and GB of 1000 bytes, so that
// a file stays under the limit whichever way a marketplace counts.
func (s *Size) UnmarshalText(b []byte) error {
	number, unit, _ := strings.Cut(string(b), " ")
	factor := map[string]int64{"KB": 1e3, "MB": 1e6, "GB": 1e9}[unit]
	n, err := strconv.ParseInt(number, 10, 32)
	if err != nil || n <= 0 || factor == 0 {
		return fmt.Errorf("%q is not a size: write it as 15 MB, in KB, MB or GB", b)
	}
	*s = Size(n * factor)
	return nil
}

// Range is the least and the most that a number may be.
type Range struct{ Least, Most decimal.Decimal }

// IsZero reports whether there is no range.
func (r Range) IsZero() bool { return r.Least.IsZero() && r.Most.IsZero() }

// UnmarshalText reads "0..100000000".
func (r *Range) UnmarshalText(b []byte) error {
	least, most, ok := strings.Cut(string(b), "..")
	if !ok {
		return fmt.Errorf("%q is not a range: write it as 0..100", b)
	}
	var err1, err2 error
	r.Least, err1 = decimal.NewFromString(least)
	r.Most, err2 = decimal.NewFromString(most)
	if err := errors.Join(err1, err2); err != nil {
		return fmt.Errorf("%q is not a range: %w", b, err)
	}
	if r.Least.GreaterThanOrEqual(r.Most) {
		return fmt.Errorf("%q is not a range: the first number must be the smaller", b)
	}
	return nil
}

// UnmarshalText reads a regular expression, which must match whole cells.
func (p *Pattern) UnmarshalText(b []byte) error {
	re, err := regexp.Compile(`^(?:` + string(b) + `)$`)
	if err != nil {
		return err
	}
	p.Regexp = re
	return nil
}

// Conditions are conditions that must all hold, as in a filter of products:
// "status=draft, price>20, gtin blank".
type Conditions []catalog.Condition

// UnmarshalText reads conditions.
func (c *Conditions) UnmarshalText(b []byte) error {
	list, err := catalog.ParseFilter(string(b))
	if err == nil && len(list) == 0 {
		err = errors.New("no condition in it")
	}
	*c = list
	return err
}
