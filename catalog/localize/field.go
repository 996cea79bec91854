package localize

import (
	"strings"

	"tradewind.app/catalog"
)

// field is what a product is, by the stemmed words of its category and type.
type field struct {
	words   map[string]bool
	shipped map[string]bool // the shipped fields that it is
	lex     *lexicon
}

func (lx *lexicon) fieldOf(p *catalog.Product) field {
	f := field{words: map[string]bool{}, shipped: map[string]bool{}, lex: lx}
	for _, t := range lx.tokens(p.Category + " " + p.Type) {
		f.words[t.stem] = true
		for category, set := range lx.fields {
			if set[t.stem] {
				f.shipped[category] = true
			}
		}
	}
	return f
}

// is reports whether a term's category is the product's. It is one of the
// shipped fields, or a word of the shop's own categories.
func (f field) is(category string) bool {
	if _, shipped := f.lex.fields[category]; shipped {
		return f.shipped[category]
	}
	for w := range strings.FieldsSeq(strings.ToLower(category)) {
		if f.words[f.lex.stem(w)] {
			return true
		}
	}
	return false
}

// mayBe reports whether a term of the category may concern the product: what is
// forbidden for cosmetics is kept from a product whose category is not known.
func (f field) mayBe(category string) bool {
	return category == "" || len(f.words) == 0 || f.is(category)
}
