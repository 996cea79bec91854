package catalog

// Value is a text for a field, from a place in the merchant's file. Its text is
// in the field's text form or in anything that FieldInfo.Set reads.
type Value struct {
	Field Field
	Text  string
	Place Place
	// WholeGrams says that the source rounds weights to grams: a weight that is the
	// same number of them says nothing new.
	WholeGrams bool
	// Converted says that an amount is what a marketplace is given, and perhaps made
	// of the shop's own: it takes no place of a price in another currency. Of a weight it
	// says that it is the product's, which variants that have one need not share.
	Converted bool
}

// ImportRow is what a source says of one product: the texts that it has, and no
// word on the rest. A field that no Value names stays as it is.
type ImportRow struct {
	Place Place // the first row
	// Code is what the source calls the product as a whole, byte for byte: a style
	// number, an item's code. A product is found by it, and a new one gets a handle
	// of it; where that is another text, the code is kept in the field that it names,
	// if it names one.
	Code     Value
	Values   []Value
	Variants []ImportVariant
	Images   []ImportImage // added to the product's images, or found among them by source
	// Copies says that pictures which are files are perhaps copies of the product's
	// own, as a package for a marketplace has them: a product with pictures keeps its
	// own.
	Copies   bool
	Problems []Problem
	Rows     int  // rows of the source that it represents, at least 1
	Refused  bool // nothing of it can be trusted; Problems say why
	titled   bool // it has no code: the plan knows it by its title
}

// ImportVariant is what a source says of one variant. A place of its own lets a
// refusal name the row.
type ImportVariant struct {
	Place  Place
	Values []Value
	Image  string // source of the variant's own picture
}

// ImportImage is a picture that a source names.
type ImportImage struct {
	Place  Place
	Source string
	Alt    string
}

// Text returns the text that values have for a field.
func Text(values []Value, f Field) string {
	for _, v := range values {
		if v.Field == f {
			return v.Text
		}
	}
	return ""
}
