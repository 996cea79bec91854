package localize

import (
	"strings"

	"tradewind.app/catalog"
)

// fieldWords are the words of a shop's categories that mean one of the fields
// the shipped term base is divided into.
var fieldWords = map[string]string{
	"apparel":      "apparel clothing clothes fashion wear menswear womenswear accessory jewelry shirt dress jacket sweater sock hat",
	"shoes":        "shoe footwear sneaker boot sandal",
	"cosmetics":    "cosmetic beauty skincare skin makeup hair fragrance bath personal",
	"supplements":  "supplement vitamin nutrition wellness health",
	"baby":         "baby toddler infant kid child nursery toy maternity",
	"food":         "food grocery beverage drink snack pantry gourmet tea coffee candy fresh",
	"bicycles":     "bicycle bike cycling",
	"home-outdoor": "home house kitchen garden outdoor camping hiking furniture decor bedding tool travel pet office electronic",
}

// fieldStems are the same words, stemmed, so that they are not for every term.
var fieldStems = func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for category, list := range fieldWords {
		all[category] = stems(list)
	}
	return all
}()

// field is what a product is, by the stemmed words of its category and type.
type field struct {
	words   map[string]bool
	shipped map[string]bool // the shipped fields that it is
}

func fieldOf(p *catalog.Product) field {
	f := field{words: map[string]bool{}, shipped: map[string]bool{}}
	for _, t := range tokens(p.Category + " " + p.Type) {
		f.words[t.stem] = true
		for category, set := range fieldStems {
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
	if _, shipped := fieldStems[category]; shipped {
		return f.shipped[category]
	}
	for w := range strings.FieldsSeq(strings.ToLower(category)) {
		if f.words[stem(w)] {
			return true
		}
	}
	return false
}

// mayBe reports whether a term of the category may concern the product: what is
// forbidden for cosmetics is kept from a product whose category nobody told.
func (f field) mayBe(category string) bool {
	return category == "" || len(f.words) == 0 || f.is(category)
}
