package catalog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// merger lays one import row over a product.
type merger struct {
	*planner
	imported *ImportRow
	product  *Product
	change   *Change
	foreign  bool            // the product was there, and is not kept in Chinese
	written  fieldSet        // texts of the product that the import row says
	differ   []Problem       // of those that differ from an earlier row's
	columns  map[int]int     // options of the import row, by those of the product
	told     map[string]bool // problems that are reported once
	shown    bool            // the product had pictures before
}

// apply writes the import row's texts. It reports false when nothing of it can
// go in; what was refused and why is in the change's problems.
func (m *merger) apply() bool {
	m.shown = len(m.product.Images) > 0
	if m.foreign = m.product.notChinese(); m.foreign {
		m.findColumns()
	}
	if !m.values() {
		return false
	}
	m.images() // before the variants', so that they are in the source's order
	rows := len(m.imported.Variants)
	for i := range m.imported.Variants {
		if !m.variant(&m.imported.Variants[i]) {
			m.change.RefusedRows++
			m.change.RefusedAt = append(m.change.RefusedAt, Place(strings.Clone(string(m.imported.Variants[i].Place))))
		}
	}
	if rows > 0 && m.change.RefusedRows == rows {
		return false
	}
	if len(m.product.Variants) == 0 {
		m.product.Variants = []Variant{{ID: NewID()}}
	}
	for _, p := range m.differ {
		m.note(p, p.Place)
	}
	return true
}

// values writes the product's own texts, the listings' last: they note which
// texts they were made from.
func (m *merger) values() bool {
	ok := true
	for _, listings := range []bool{false, true} {
		for _, v := range m.imported.Values {
			info, known := LookupField(v.Field)
			if !known || (info.Level == ListingLevel) != listings {
				continue
			}
			if info.Name == FieldHandle && m.taken(v) || m.sameName(info, v) || m.elsewhere(info, v) {
				continue
			}
			was := info.Get(m.product, nil)
			ok = m.set(info, nil, v) && ok
			m.earlierStays(info, was, v)
		}
	}
	return ok
}

// sameName reports whether a handle or the name of an option differs from the
// product's in the case of its letters alone: feeds write them in lower case, and so
// they come back.
func (m *merger) sameName(info FieldInfo, v Value) bool {
	if info.Name != FieldHandle && !slices.Contains(optionNameFields, info.Name) {
		return false
	}
	have := info.Get(m.product, nil)
	return have != "" && strings.EqualFold(have, cleaned([]Value{v}, v.Field))
}

// taken keeps a handle that another product has with that product.
func (m *merger) taken(v Value) bool {
	handle, _ := CleanText(v.Text)
	other := m.have[NewKey(KeyHandle, handle)]
	if handle == "" || other == nil || other.ID == m.product.ID {
		return handle == ""
	}
	p := handleTaken(handle, other)
	p.Severity, p.Args["kept"] = Warning, "1"
	m.note(p, v.Place)
	return true
}

// set writes one text and notes its problems; false means that it was refused
// and the row with it. A text that a shop can sell without (a weight, what it
// cost) is left out instead, with a warning, and so is a word where a number
// belongs ("Not found", "ask us"): it says that there is none.
func (m *merger) set(info FieldInfo, v *Variant, value Value) bool {
	if value.WholeGrams && (sameGrams(info.Get(m.product, v), value.Text) || value.Converted && m.weighsOne(value.Text)) {
		return true
	}
	if info.Kind == KindGTIN && sameGTIN(v.GTIN, value.Text) {
		return true
	}
	was := ""
	if info.Kind == KindMoney {
		was = info.Get(m.product, v)
	}
	problems := info.Set(m.product, v, value.Text, m.defaults)
	if info.Kind == KindMoney {
		m.otherCurrency(info, v, was, value)
	}
	ok := true
	for _, p := range problems {
		if p.Severity == Blocked && (!info.essential() || info.numeric() && !hasDigit(value.Text)) {
			p.Severity = Warning
		}
		ok = ok && p.Severity != Blocked
		m.note(p, value.Place)
	}
	return ok
}

// sameGTIN reports whether a GTIN says nothing new: it is the one that the variant
// has, with more zeros before it or fewer. One that has all of its zeros is better
// than one that has lost some.
func sameGTIN(have, text string) bool {
	if have == "" {
		return false
	}
	key := GTINKey(text)
	if key == "" || key != GTINKey(have) {
		return false
	}
	_, wrong := ParseGTIN(have)
	_, worse := ParseGTIN(text)
	return wrong == nil || worse != nil
}

// sameGrams reports whether two weights are the same number of whole grams.
func sameGrams(one, two string) bool {
	a, err1 := ParseMeasure(one, "")
	b, err2 := ParseMeasure(two, "")
	if err1 != nil || err2 != nil {
		return false
	}
	x, ok1 := a.In("g")
	y, ok2 := b.In("g")
	return ok1 && ok2 && x.Round(0).Equal(y.Round(0))
}

// weighsOne reports whether one of the product's variants has a weight that a source
// is about the product as a whole: the rest keep theirs.
func (m *merger) weighsOne(text string) bool {
	return slices.ContainsFunc(m.product.Variants, func(v Variant) bool { return sameGrams(v.Weight.String(), text) })
}

// essential reports whether a product would be wrong without the field's text,
// and not merely poorer.
func (f FieldInfo) essential() bool {
	return f.Kind != KindWeight && f.Kind != KindLength && f.Name != FieldCompare && f.Name != FieldCost
}

// note keeps a problem. What outlives its row is copied, here as in claim: a
// reader's texts are parts of one string, and a part keeps the whole in memory.
func (m *merger) note(p Problem, place Place) {
	for name, value := range p.Args {
		p.Args[name] = strings.Clone(value)
	}
	m.change.Problems = append(m.change.Problems, p.At(Place(strings.Clone(string(place)))))
}

func (f FieldInfo) numeric() bool { return f.Kind == KindMoney || f.Kind == KindInteger }

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// variant writes one row's texts; false means that the row was refused and the
// variant left as it was.
func (m *merger) variant(d *ImportVariant) bool {
	d = m.inOwnLanguage(d)
	sku := cleaned(d.Values, FieldSKU)
	if !m.claim(sku, d.Place) {
		return false
	}
	at := m.find(d, sku)
	v := Variant{ID: NewID()}
	if at >= 0 {
		v = m.product.Variants[at]
		v.Options = slices.Clone(v.Options)
	}
	ok := true
	for _, value := range d.Values {
		info, known := LookupField(value.Field)
		if known && info.Level == VariantLevel && !m.optionElsewhere(&v, value) {
			ok = m.set(info, &v, value) && ok
		}
	}
	if !ok || at >= 0 && sku == "" && m.again(&m.product.Variants[at], &v, d.Place) {
		return false
	}
	if sku == "" {
		m.rows[v.ID] = Place(strings.Clone(string(d.Place)))
	}
	if at >= 0 {
		m.product.Variants[at] = v
	} else {
		m.product.Variants = append(m.product.Variants, v)
	}
	m.picture(d, v.ID)
	return true
}

// claim refuses an SKU that is twice in the run, or belongs to another product.
func (m *merger) claim(sku string, place Place) bool {
	if sku == "" {
		return true
	}
	if first, twice := m.seen[sku]; twice {
		m.note(skuTaken(sku, string(first)), place)
		return false
	}
	m.seen[strings.Clone(sku)] = Place(strings.Clone(string(place)))
	if other := m.have[NewKey(KeySKU, sku)]; other != nil && other.ID != m.product.ID {
		m.note(skuTaken(sku, other.name()), place)
		return false
	}
	return true
}

// again reports whether a row without an SKU would write over what another row of
// the run has said of the same variant. Of two such rows the first counts.
func (m *merger) again(was, is *Variant, place Place) bool {
	first, ok := m.row(was)
	if !ok || sameTexts(was, is) {
		return false
	}
	m.note(NewProblem("variant-twice", Blocked, FieldSKU, "variant", cmp.Or(was.SKU, strings.Join(was.Options, " / "), was.GTIN, m.product.name()),
		"first", string(first)), place)
	return true
}

func sameTexts(a, b *Variant) bool {
	return !slices.ContainsFunc(fields, func(f FieldInfo) bool {
		return f.Level == VariantLevel && f.Get(nil, a) != f.Get(nil, b)
	})
}

// row is where the run has met a variant.
func (p *planner) row(v *Variant) (Place, bool) {
	if place, ok := p.rows[v.ID]; ok {
		return place, true
	}
	place, ok := p.seen[v.SKU]
	return place, ok && v.SKU != ""
}

// find returns the index of the variant that a row is about, or -1: by SKU, by
// GTIN, then by option values. A variant with another SKU is another variant, and
// so is one of another row of the run where this row has an SKU.
func (m *merger) find(d *ImportVariant, sku string) int {
	variants := m.product.Variants
	free := func(v Variant) bool {
		if sku == "" || v.SKU == sku {
			return true
		}
		_, met := m.row(&v)
		return v.SKU == "" && !met
	}
	if sku != "" {
		if i := slices.IndexFunc(variants, func(v Variant) bool { return v.SKU == sku }); i >= 0 {
			return i
		}
	}
	if key := d.gtinKey(); key.Value != "" {
		if i := slices.IndexFunc(variants, func(v Variant) bool { return NewKey(KeyGTIN, v.GTIN) == key && free(v) }); i >= 0 {
			return i
		}
	}
	options := d.options()
	return slices.IndexFunc(variants, func(v Variant) bool { return free(v) && sameOptions(v.Options, options) })
}

func (d *ImportVariant) options() []string {
	var options []string
	for i, f := range []Field{FieldOption1, FieldOption2, FieldOption3} {
		options = setOption(options, i, cleaned(d.Values, f))
	}
	return options
}

func sameOptions(a, b []string) bool {
	return slices.EqualFunc(a, b, strings.EqualFold)
}
