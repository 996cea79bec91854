package check

import (
	"io/fs"
	"unicode/utf8"
)

// TraditionalTable is the table of Traditional characters.
const TraditionalTable = "check/traditional.tsv"

// Traditional has, by Traditional character, its Simplified one. Characters that
// Simplified Chinese has as well are not in it.
type Traditional map[rune]rune

// LoadTraditional reads the shipped table.
func LoadTraditional(assets fs.FS) (Traditional, error) {
	t := Traditional{}
	err := ReadTable(assets, TraditionalTable, []string{"traditional", "simplified"}, func(l Line) error {
		from, _ := utf8.DecodeRuneInString(l.Cells[0])
		to, _ := utf8.DecodeRuneInString(l.Cells[1])
		t[from] = to
		return nil
	})
	return t, err
}

// Simplify returns the Simplified character of a Traditional one, and any other as it is.
func (t Traditional) Simplify(r rune) rune {
	if to, ok := t[r]; ok {
		return to
	}
	return r
}
