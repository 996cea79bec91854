package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// Limit is a length with the unit it is counted in. Marketplaces count
// differently: the same title of 25 characters has 43 bytes in GBK and 61 in UTF-8.
type Limit struct {
	N    int
	Unit LengthUnit
}

// LengthUnit is what a length is counted in.
type LengthUnit string

// The units of lengths.
const (
	Characters LengthUnit = "characters" // Unicode code points
	Bytes      LengthUnit = "bytes"      // of UTF-8
	GBKBytes   LengthUnit = "gbk-bytes"  // of GBK: 1 for ASCII, 2 for the rest
	Parts      LengthUnit = "parts"      // of a list
)

var measures = map[LengthUnit]func(string) int{
	Characters: utf8.RuneCountInString,
	Bytes:      func(s string) int { return len(s) },
	GBKBytes:   catalog.GBKLen,
	Parts:      func(s string) int { return len(encode.Parts(s)) },
}

// UnmarshalText reads "150 characters" or "60 gbk-bytes". A limit without a unit
// is refused: nobody could know what it counts.
func (l *Limit) UnmarshalText(b []byte) error {
	number, unit, _ := strings.Cut(string(b), " ")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 {
		return fmt.Errorf("%q is not a limit: write it as 150 characters", b)
	}
	if _, ok := measures[LengthUnit(unit)]; !ok {
		return fmt.Errorf("the limit %q needs a unit: characters, bytes, gbk-bytes or parts", b)
	}
	*l = Limit{n, LengthUnit(unit)}
	return nil
}

// IsZero reports whether there is no limit.
func (l Limit) IsZero() bool { return l.N == 0 }

// Measure returns the length of text in the limit's unit.
func (l Limit) Measure(text string) int { return measures[l.Unit](text) }

// IsTighter reports whether less Chinese goes into l than into another limit, which
// may be counted in another unit.
func (l Limit) IsTighter(than Limit) bool { return l.chinese() < than.chinese() }

// chinese is how many Chinese characters the limit has room for.
func (l Limit) chinese() int { return l.N / l.Measure("中") }

// Cut splits a text where it becomes longer than the limit, between characters;
// over is empty where the text is within it.
func (l Limit) Cut(text string) (within, over string) {
	length := 0
	for i, r := range text {
		if length += l.Measure(string(r)); length > l.N {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// String is the form it is written in.
func (l Limit) String() string { return strconv.Itoa(l.N) + " " + string(l.Unit) }
