package catalog

import (
	"slices"
	"strings"
	"unicode"
)

// A source may be in another language than the product it is about: the package of
// a Chinese marketplace comes back, or a supplier's list has Chinese names. What a
// shop keeps in English stays so. The Chinese title, description and options go into
// the listing; other Chinese texts are left out, and that is reported.

// isChinese reports whether a text is written in Chinese. Names in Latin letters may
// are in it, a single Chinese word in an English text makes it none. Tags of HTML
// do not count.
func isChinese(text string) bool {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x2e80 }) {
		return false
	}
	han, latin, tag := 0, 0, false
	for _, r := range text {
		switch {
		case r == '<' || tag && r == '>':
			tag = r == '<'
		case tag:
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	return han > 0 && 4*han >= latin
}

// notChinese reports whether a product is kept in a language other than Chinese.
func (p *Product) notChinese() bool { return p.Title != "" && !isChinese(p.Title) }

// elsewhere puts a Chinese text of a product that is not kept in Chinese where it
// belongs, and reports whether that is not the field.
func (m *merger) elsewhere(info FieldInfo, v Value) bool {
	if m.foreign && m.sameWords(info, v) {
		return true
	}
	if number := slices.Contains(optionNameFields, info.Name) && strings.Trim(v.Text, "0123456789 ") == ""; m.foreign && number && info.Get(m.product, nil) != "" {
		return true // a marketplace's number for an option, and no name
	}
	if !m.foreign || info.Level != ProductLevel || !isChinese(v.Text) {
		return false
	}
	have := info.Get(m.product, nil)
	switch info.Name {
	case FieldTitle, FieldDescription:
		if isChinese(have) {
			return false
		}
		m.list(v)
		return true
	case FieldOption1Name, FieldOption2Name, FieldOption3Name:
		if have == "" || isChinese(have) {
			return false
		}
		if j := m.column(slices.Index(optionNameFields, info.Name)); j >= 0 && j < len(m.product.Options) && m.inChinese(m.product.Options[j]) == "" {
			m.translate(m.product.Options[j], v.Text)
		}
		return true
	case FieldBrand, FieldCategory, FieldType, FieldTags, FieldMaterial:
		if have == "" || isChinese(have) {
			return false
		}
		m.note(NewProblem("text-other-language", Warning, info.Name, "value", v.Text, "have", have), v.Place)
		return true
	}
	return false
}

// sameWords reports whether a text of a Chinese listing says nothing new: packages keep
// a description in one line.
func (m *merger) sameWords(info FieldInfo, v Value) bool {
	if info.Level != ListingLevel || info.Kind != KindHTML {
		return false
	}
	have := info.Get(m.product, nil)
	return have != "" && slices.Equal(strings.Fields(have), strings.Fields(v.Text))
}

var (
	optionFields     = []Field{FieldOption1, FieldOption2, FieldOption3}
	optionNameFields = []Field{FieldOption1Name, FieldOption2Name, FieldOption3Name}
)

// list writes a text into the Chinese listing, unless the source has one for it.
func (m *merger) list(v Value) {
	field := v.Field.At(SimplifiedChinese)
	info, ok := LookupField(field)
	if !ok || Text(m.imported.Values, field) != "" {
		return
	}
	was := info.Get(m.product, nil)
	if v.Field = field; m.set(info, nil, v) && info.Get(m.product, nil) != was {
		m.note(NewProblem("text-to-listing", Info, field), v.Place)
	}
}

// inChinese is what the listing has for a name or value of an option.
func (m *merger) inChinese(source string) string {
	if l := m.product.Listing(SimplifiedChinese); l != nil {
		return l.Options[source]
	}
	return ""
}

func (m *merger) translate(source, target string) {
	target, _ = CleanText(target)
	if m.inChinese(source) == target {
		return
	}
	m.product.WriteListing(SimplifiedChinese, ListingOptions, m.defaults.mark(), func(l *Listing) {
		if l.Options == nil {
			l.Options = map[string]string{}
		}
		l.Options[source] = target
	})
}

// column is the index of the product's option that the source's i-th is, -1 where
// that is not known: they may be in another order.
func (m *merger) column(i int) int {
	if j, ok := m.columns[i]; ok {
		return j
	}
	if len(m.product.Options) == 1 {
		return 0
	}
	name := cleaned(m.imported.Values, optionNameFields[i])
	return slices.IndexFunc(m.product.Options, func(own string) bool { return name != "" && m.inChinese(own) == name })
}

// findColumns learns from the values that the listing has translated which option of
// the product each option of the source is.
func (m *merger) findColumns() {
	m.columns = map[int]int{}
	for i := range optionFields {
		for k := range m.imported.Variants {
			text := cleaned(m.imported.Variants[k].Values, optionFields[i])
			if _, j := m.sourceOf(text); text != "" && j >= 0 {
				m.columns[i] = j
				break
			}
		}
	}
}

// sourceOf is the value of an option that the listing has a Chinese text for, and
// the option's index; -1 for none.
func (m *merger) sourceOf(text string) (string, int) {
	for i := range m.product.Variants {
		for j, own := range m.product.Variants[i].Options {
			if own != "" && m.inChinese(own) == text {
				return own, j
			}
		}
	}
	return "", -1
}

// inOwnLanguage is a row with the product's own values of options for the Chinese
// ones that the listing knows.
func (m *merger) inOwnLanguage(d *ImportVariant) *ImportVariant {
	if !m.foreign {
		return d
	}
	own := *d
	own.Values = slices.Clone(d.Values)
	for k := range own.Values {
		v := &own.Values[k]
		if i := slices.Index(optionFields, v.Field); i >= 0 && isChinese(v.Text) {
			if source, j := m.sourceOf(cleaned([]Value{*v}, v.Field)); j >= 0 {
				v.Field, v.Text = optionFields[j], source
			}
		}
	}
	return &own
}

// optionElsewhere keeps a Chinese value of an option out of a variant that has one in
// another language: it is that one's text in the listing.
func (m *merger) optionElsewhere(v *Variant, value Value) bool {
	i := slices.Index(optionFields, value.Field)
	if !m.foreign || i < 0 || !isChinese(value.Text) || len(v.Options) == 0 {
		return false
	}
	j := m.column(i)
	if have := optionAt(v.Options, max(j, 0)); j >= 0 && have != "" && !isChinese(have) {
		m.translate(have, value.Text)
		return true
	}
	m.note(NewProblem("text-other-language", Warning, value.Field, "value", value.Text, "have", strings.Join(v.Options, " / ")), value.Place)
	return true
}

// otherCurrency reports a price that has changed its currency, and takes it back
// where it was perhaps made from the shop's own.
func (m *merger) otherCurrency(info FieldInfo, v *Variant, was string, value Value) {
	is := info.Get(m.product, v)
	if was == "" || is == "" || currencyOf(was) == currencyOf(is) {
		return
	}
	code := "price-currency-changed"
	if value.Converted {
		code = "price-kept"
		info.set(m.product, v, was, m.defaults)
	}
	m.noteOnce(NewProblem(code, Warning, info.Name, "value", is, "have", was), value.Place)
}

// noteOnce reports a problem of a field once for the product.
func (m *merger) noteOnce(p Problem, place Place) {
	key := p.Code + string(p.Field)
	if m.told[key] {
		return
	}
	if m.told == nil {
		m.told = map[string]bool{}
	}
	m.told[key] = true
	m.note(p, place)
}

func currencyOf(money string) string { return money[strings.LastIndexByte(money, ' ')+1:] }
