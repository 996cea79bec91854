package sheet

import (
	"strings"
	"time"

	"tradewind.app/catalog"
)

// EmptyRule says what an empty cell means for a product that exists already.
type EmptyRule uint8

// The rules.
const (
	EmptyKeep  EmptyRule = iota // what is there stays
	EmptyClear                  // it is emptied
)

// Options are what a person says about a file; the zero Options leave everything
// to be guessed.
type Options struct {
	Encoding  string // of a CSV: see delimited.Encodings
	Delimiter byte   // of a CSV
	Sheet     string // a sheet's name, or its number from 1
	HeaderRow int    // from 1; 0 to look for it, NoHeader for none
	// Map names the field of a column, by its header or its letters: "Artikel" or
	// "C" = sku. Ignore leaves a column out. What it does not name is guessed.
	Map   map[string]catalog.Field
	Empty EmptyRule
	// Defaults are the shop's own currency and units. The run only reports them as
	// what it assumes; the catalogue puts them to bare numbers.
	Defaults catalog.Defaults
	// Now says which sales are on; of the zero time all are.
	Now time.Time
}

// NoHeader is the HeaderRow of a sheet that begins with products.
const NoHeader = -1

// What a column may be besides a field of the catalogue. They are written like
// fields, in a mapping as in Options.Map.
const (
	Ignore        catalog.Field = "ignore"
	Currency      catalog.Field = "currency"       // of the row's prices
	WeightUnit    catalog.Field = "weight_unit"    // of the row's weight
	LengthUnit    catalog.Field = "length_unit"    // of the row's measures
	SalePrice     catalog.Field = "sale_price"     // reduced: becomes the price, and the price what it was before
	OnSale        catalog.Field = "on_sale"        // whether the reduced price is in force
	SaleFrom      catalog.Field = "sale_from"      // the first day on which it does
	SaleUntil     catalog.Field = "sale_until"     // the last
	Group         catalog.Field = "group"          // equal for the rows of one product: a style number, the parent's SKU
	RowKind       catalog.Field = "row_kind"       // parent, child, variation ...
	VariantImage  catalog.Field = "variant_image"  // the variant's own picture
	ImageAlt      catalog.Field = "image_alt"      // text of the row's picture
	ImagePosition catalog.Field = "image_position" // of the row's picture among the product's
	Published     catalog.Field = "published"      // whether the shop shows the product
	RowID         catalog.Field = "row_id"         // the system's own number of the row
	Pictures      catalog.Field = "pictures"       // Taobao's list of pictures
	SaleProps     catalog.Field = "sale_props"     // Taobao's list of SKUs
	PropNames     catalog.Field = "prop_names"     // Taobao's names of attribute values
	SaleBarcodes  catalog.Field = "sale_barcodes"  // Taobao's GTINs, in the order of the SKUs
)

// roles are the fields above.
var roles = map[catalog.Field]bool{
	Ignore: true, Currency: true, WeightUnit: true, LengthUnit: true, SalePrice: true, OnSale: true, SaleFrom: true, SaleUntil: true, Group: true, RowKind: true, VariantImage: true, ImageAlt: true,
	ImagePosition: true, Published: true, RowID: true, Pictures: true, SaleProps: true, PropNames: true, SaleBarcodes: true,
}

// isRole reports whether f is no field of the catalogue but of the mapping's own:
// one of the above, or the name or values of WooCommerce's n-th attribute.
func isRole(f catalog.Field) bool {
	if roles[f] {
		return true
	}
	_, _, ok := wooAttribute(f)
	return ok
}

// FieldNamed finds what a column can be imported into by its name, whatever its
// case, and returns it as it is written here.
func FieldNamed(name catalog.Field) (catalog.Field, bool) {
	if isRole(name) {
		return name, true
	}
	if lower := catalog.Field(strings.ToLower(string(name))); roles[lower] {
		return lower, true
	}
	info, known := catalog.LookupField(name)
	return info.Name, known
}

// KnownField reports whether a column can be imported into f.
func KnownField(f catalog.Field) bool {
	_, known := FieldNamed(f)
	return known
}
