package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// variant adds a variant with the texts of a line that are a variant's.
func (b *builder) variant(l *line) {
	v := catalog.ImportVariant{Place: l.place, Image: b.variantImage(l)}
	for i := range l.values {
		value := &l.values[i]
		switch {
		case value.column.isOption():
			b.optionValue(l, &v, value)
		case !value.column.role && value.column.info.Level == catalog.VariantLevel:
			b.variantText(&v, value)
		}
	}
	b.reduce(&v, l)
	b.clearVariant(&v, l)
	b.imported.Variants = append(b.imported.Variants, v)
}

// clearVariant empties the fields of which the line has the columns, but no text.
// Options stay: they are what the variant is known by.
func (b *builder) clearVariant(v *catalog.ImportVariant, l *line) {
	for _, c := range l.clear {
		if c.info.Level == catalog.VariantLevel && !c.isOption() && catalog.Text(v.Values, c.Field) == "" {
			v.Values = append(v.Values, catalog.Value{Field: c.Field, Place: l.place})
		}
	}
}

// variantText gives the variant a text. A second code beside the first (a UPC
// beside an EAN) is kept as an attribute, unless they are the same.
func (b *builder) variantText(v *catalog.ImportVariant, value *value) {
	if was := catalog.Text(v.Values, value.Field); was != "" {
		if value.Field == catalog.FieldQuantity {
			b.addStock(v, value)
			return
		}
		if !sameCode(value.Field, was, value.Text) {
			b.set(catalog.AttributeField(attributeKey(value.column.Header)), value.Text, value.Place)
		}
		return
	}
	v.Values = append(v.Values, value.Value)
}

// sameCode reports whether two texts of a field are one: byte for byte, or as GTINs.
func sameCode(f catalog.Field, a, b string) bool {
	key := catalog.GTINKey(a)
	return a == b || f == catalog.FieldGTIN && key != "" && key == catalog.GTINKey(b)
}

// optionValue gives the variant the value of an option. Its name is in a column
// of its own ("Option1 name"), in the value ("Color: Red") or in the header.
func (b *builder) optionValue(l *line, v *catalog.ImportVariant, value *value) {
	text := value.Text
	if strings.Contains(text, "\n") {
		b.set(catalog.AttributeField(attributeKey(value.column.Header)), text, value.Place)
		return
	}
	name := value.column.option
	if i := optionNumber(value.Field); name == "" {
		name = l.text(optionNameFields[i])
		if head, rest, ok := strings.Cut(text, ":"); name == "" && ok && optionWord(head) && strings.TrimSpace(rest) != "" {
			name, text = strings.TrimSpace(head), strings.TrimSpace(rest)
		}
	}
	if name == "" && value.column.option == "" {
		name = b.named[optionNumber(value.Field)] // later rows need not repeat it
	}
	if name == "" {
		name = attributeKey(value.column.Header)
	}
	if i := optionNumber(value.Field); value.column.option == "" {
		b.named[i] = name
	}
	f, ok := b.option(name, value.Place)
	if !ok {
		b.set(catalog.AttributeField(name), text, value.Place)
		return
	}
	v.Values = append(v.Values, catalog.Value{Field: f, Text: text, Place: value.Place})
}

func optionNumber(f catalog.Field) int {
	for i, o := range optionFields {
		if o == f {
			return i
		}
	}
	return 0
}

// optionWord reports whether what is before a colon can be an option's name.
func optionWord(s string) bool {
	return len(s) > 1 && len(s) <= 30 && !strings.ContainsAny(s, "0123456789/.,")
}

// optionHeader is the option's name that a header has, "" for a general one
// such as "Option1 value".
func optionHeader(header string) string {
	if strings.HasPrefix(headerKey(header), "option") {
		return ""
	}
	return attributeKey(header)
}

// addStock adds the stock of another place.
func (b *builder) addStock(v *catalog.ImportVariant, value *value) {
	for i := range v.Values {
		was := &v.Values[i]
		if was.Field != catalog.FieldQuantity {
			continue
		}
		more, err := catalog.ParseDecimal(value.Text)
		if err != nil {
			b.partial(value.Value)
			return
		}
		sum, err := catalog.ParseDecimal(was.Text)
		if err != nil {
			b.partial(*was)
			was.Text, was.Place = value.Text, value.Place
			return
		}
		was.Text = sum.Add(more).String()
		return
	}
}

// partial reports the stock of a place that is no number: the sum is without it.
func (b *builder) partial(v catalog.Value) {
	if b.tally.tell() {
		b.imported.Problems = append(b.imported.Problems, catalog.NewProblem("quantity-partial", catalog.Warning, catalog.FieldQuantity, "value", v.Text).At(v.Place))
	}
}

// variantImage is the picture of a line's variant. Of several in the cell the first
// is; the rest are the product's.
func (b *builder) variantImage(l *line) string {
	image, ok := l.at(VariantImage)
	if !ok {
		return ""
	}
	sources := splitSources(image.Text)
	if len(sources) == 0 {
		return ""
	}
	for _, more := range sources[1:] {
		b.image(more, "", 0, image.Place)
	}
	return sources[0]
}
