package sheet

import (
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// wooTable has the columns of WooCommerce's product CSV (its exporter's schema,
// 2017 to 2026). Measures are in the shop's unit, which the header names.
var wooTable = layoutTable{fields: wooFields(), attribute: wooMeta}

const wooColumns = `
	row_id      = ID
	row_kind    = Type
	group       = Parent
	title       = Name
	status      = Published
	description = Description
	category    = Categories
	tags        = Tags
	images      = Images
	url         = External URL
	brand       = Brands | Brand
	origin      = Country of origin
	hs_code     = Commodity code | HS code
	sku         = SKU
	gtin        = GTIN, UPC, EAN, or ISBN | Global unique ID
	price       = Regular price
	sale_price  = Sale price
	cost        = Cost of goods
	quantity    = Stock
	weight      = Weight | Weight (kg) | Weight (g) | Weight (lbs) | Weight (oz)
	length      = Length | Length (m) | Length (cm) | Length (mm) | Length (in) | Length (yd)
	width       = Width | Width (m) | Width (cm) | Width (mm) | Width (in) | Width (yd)
	height      = Height | Height (m) | Height (cm) | Height (mm) | Height (in) | Height (yd)

	attr.short_description = Short description
	attr.shipping_class    = Shipping class
	attr.purchase_note     = Purchase note
	attr.grouped_products  = Grouped products
	attr.sale_starts       = Date sale price starts
	attr.sale_ends         = Date sale price ends

	ignore = Is featured? | Visibility in catalog | Tax status | Tax class | In stock? | Low stock amount
	ignore = Backorders allowed? | Sold individually? | Allow customer reviews? | Download limit
	ignore = Download expiry days | Upsells | Cross-sells | Button text | Position`

// wooNumbered are the columns that there may be several of.
const wooNumbered = `
	attribute_%_name   = Attribute % name
	attribute_%_values = Attribute % value(s)
	ignore = Attribute % visible | Attribute % global | Attribute % default | Download % ID | Download % name | Download % URL`

func wooFields() map[string]catalog.Field {
	text := wooColumns
	for n := 1; n <= wooAttributes; n++ {
		text += strings.ReplaceAll(wooNumbered, "%", itoa(n))
	}
	return columnTable(text)
}

// wooMeta names the attribute of a "Meta: key" column.
func wooMeta(c *Column) string {
	if key, ok := strings.CutPrefix(c.Header, "Meta:"); ok {
		return strings.TrimLeft(strings.TrimSpace(key), "_")
	}
	return ""
}

// wooAttributes is how many attributes a product may have in the file.
const wooAttributes = 20

func wooName(n int) catalog.Field { return catalog.Field("attribute_" + itoa(n) + "_name") }

// wooAttribute says which attribute a column has the name or the values of.
func wooAttribute(f catalog.Field) (n int, values, ok bool) {
	rest, ok := strings.CutPrefix(string(f), "attribute_")
	number, part, _ := strings.Cut(rest, "_")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 1 || n > wooAttributes || part != "name" && part != "values" {
		return 0, false, false
	}
	return n, part == "values", true
}

// attribute is one of the attributes of a line.
type attribute struct {
	name, values string
	place        catalog.Place
}

// attributes lists the attributes of a line that have a name and values.
func (l *line) attributes() []attribute {
	var all []attribute
	for i := range l.values {
		n, values, ok := wooAttribute(l.values[i].Field)
		if !ok || !values {
			continue
		}
		if name := l.text(wooName(n)); name != "" {
			all = append(all, attribute{name, l.values[i].Text, l.values[i].Place})
		}
	}
	return all
}
