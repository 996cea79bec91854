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

// field is what a product is, by the stemmed words of its category and type.
type field map[string]bool

func fieldOf(p *catalog.Product) field {
	f := field{}
	for _, w := range words(p.Category + " " + p.Type) {
		f[stem(w)] = true
	}
	return f
}

// is reports whether a term's category is the product's. It is one of the
// shipped fields, or a word of the shop's own categories.
func (f field) is(category string) bool {
	list, shipped := fieldWords[category]
	if !shipped {
		list = strings.ToLower(category)
	}
	for w := range strings.FieldsSeq(list) {
		if f[stem(w)] {
			return true
		}
	}
	return false
}

// mayBe reports whether a term of the category may concern the product: what is
// forbidden for cosmetics is kept from a product whose category nobody told.
func (f field) mayBe(category string) bool { return category == "" || len(f) == 0 || f.is(category) }
