package sheet

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// metafield names the attribute of a metafield's column by the metafield's key:
// "Color (product.metafields.shopify.color-pattern)" is color-pattern.
func metafield(c *Column) string {
	_, path, ok := strings.Cut(c.Header, ".metafields.")
	if !ok {
		return ""
	}
	path, _, _ = strings.Cut(path, ")")
	return path[strings.LastIndexByte(path, '.')+1:]
}

// shopify is the layout of Shopify's CSV: the rows of a handle are together,
// the first has the product's texts, each row may have a variant, a picture, or
// both. A product without options has the option Title with the value Default
// Title.
type shopify struct {
	run    *run
	open   *builder
	handle string
}

func (s *shopify) add(l *line) {
	handle := l.text(catalog.FieldHandle)
	if s.open == nil || s.open.full() || handle != "" && handle != s.handle {
		s.flush()
		s.open, s.handle = newBuilder(s.run, l), cmp.Or(handle, s.handle)
	}
	b := s.open
	if s.handle != "" {
		b.setOnce(catalog.FieldHandle, s.handle, l.place)
	}
	b.begin(l)
	s.published(l)
	s.product(l)
	if l.isVariant() {
		l.dropZeroWeight()
		l.shopifyWeight()
		b.shopifyVariant(l)
		s.tracker(l)
	}
}

func (s *shopify) flush() {
	if s.open != nil {
		s.run.emit(s.open.finish())
		s.open = nil
	}
}

// isVariant reports whether a line has anything that is a variant's own.
func (l *line) isVariant() bool {
	for i := range l.values {
		if c := l.values[i].column; !c.role && c.info.Level == catalog.VariantLevel {
			return true
		}
	}
	return false
}

// product takes the texts of a line that are the product's. They are on its
// first line; attributes that Shopify has per variant may be on any.
func (s *shopify) product(l *line) {
	alt := l.text(ImageAlt)
	for i := range l.values {
		v := &l.values[i]
		switch {
		case v.column.role, v.column.info.Level == catalog.VariantLevel, v.column.isOptionName():
		case v.Field == catalog.FieldImages:
			for _, source := range splitSources(v.Text) {
				s.open.picture(source, alt, l.text(ImagePosition), v.Place)
			}
		case strings.EqualFold(v.Text, shopifyDefaults[v.Field]):
		default:
			s.open.set(v.Field, truthText(v.Text), v.Place)
		}
	}
}

// truthText writes true and false as our own feed does, so that a file comes back
// as it went.
func truthText(text string) string {
	if strings.EqualFold(text, "true") || strings.EqualFold(text, "false") {
		return strings.ToUpper(text)
	}
	return text
}

// published reads the older of the two columns that say whether a product is
// sold. Beside a status it says only that the online store does not show it.
func (s *shopify) published(l *line) {
	v, ok := l.at(Published)
	status := l.text(catalog.FieldStatus)
	switch {
	case !ok:
	case s.run.mapping.Column(catalog.FieldStatus) == nil:
		s.open.set(catalog.FieldStatus, v.Text, v.Place)
	case strings.EqualFold(status, "active") && strings.EqualFold(v.Text, "false"):
		s.open.set(catalog.AttributeField("published"), "FALSE", v.Place)
	}
}

// shopifyVariant adds a variant with its options in the columns that they have.
func (b *builder) shopifyVariant(l *line) {
	for i, f := range optionNameFields {
		value, named := l.text(optionFields[i]), l.text(f)
		if value == "" || value == "Default Title" && (named == "Title" || named == "") {
			continue
		}
		for len(b.options) <= i {
			b.options = append(b.options, option{})
		}
		if o, ok := l.at(f); ok && b.options[i].name == "" {
			b.options[i] = option{o.Text, o.Place}
		}
	}
	v := catalog.ImportVariant{Place: l.place, Image: b.variantImage(l)}
	for i := range l.values {
		value := &l.values[i]
		switch {
		case value.column.role || value.column.info.Level != catalog.VariantLevel:
		case value.column.isOption() && optionNumber(value.Field) >= len(b.options):
		case value.Field == catalog.FieldTracker:
		default:
			b.variantText(&v, value)
		}
	}
	b.clearVariant(&v, l)
	b.imported.Variants = append(b.imported.Variants, v)
}

// tracker keeps what counts a variant's stock. Beside a quantity an empty cell
// says that nobody does, and shopify is what goes without saying.
func (s *shopify) tracker(l *line) {
	if s.run.mapping.Column(catalog.FieldTracker) == nil {
		return
	}
	v := &s.open.imported.Variants[len(s.open.imported.Variants)-1]
	v.Values = slices.DeleteFunc(v.Values, func(value catalog.Value) bool { return value.Field == catalog.FieldTracker })
	told, _ := l.at(catalog.FieldTracker)
	_, counted := l.at(catalog.FieldQuantity)
	switch {
	case told.Text == "" && !counted:
		return
	case told.Text == "":
		told.Text = catalog.NoTracker
	case counted && strings.EqualFold(told.Text, "shopify"):
		told.Text = ""
	}
	v.Values = append(v.Values, catalog.Value{Field: catalog.FieldTracker, Text: told.Text, Place: cmp.Or(told.Place, l.place)})
}

// shopifyWeight gives the weight back the unit in which the merchant reads it.
// The file has whole grams and the name of that unit; 340 g of 12 oz were 12 oz,
// not 11.99.
func (l *line) shopifyWeight() {
	unit, _ := catalog.LookupUnit(l.text(WeightUnit))
	for i := range l.values {
		v := &l.values[i]
		if v.Field != catalog.FieldWeight || v.column.Unit != "g" {
			continue
		}
		if grams, err := catalog.ParseDecimal(strings.TrimSuffix(v.Text, " g")); err == nil {
			v.Text, v.WholeGrams = displayWeight(grams, unit).String(), true
		}
	}
}

// dropZeroWeight takes out a weight of 0, by which shop systems say that none is
// known.
func (l *line) dropZeroWeight() {
	l.values = slices.DeleteFunc(l.values, func(v value) bool {
		digits, _, _ := strings.Cut(v.Text, " ")
		return v.Field == catalog.FieldWeight && strings.Trim(digits, "0.") == ""
	})
}

// displayWeight is the weight with the fewest decimals in a unit that is the same
// number of whole grams.
func displayWeight(grams decimal.Decimal, unit catalog.Unit) catalog.Measure {
	m := catalog.Measure{Value: grams, Unit: "g"}
	exact, ok := m.In(unit)
	if !ok {
		return m
	}
	for places := range int32(4) {
		shown := catalog.Measure{Value: exact.Round(places), Unit: unit}
		if back, _ := shown.In("g"); back.Round(0).Equal(grams.Round(0)) {
			return shown
		}
	}
	return m
}
