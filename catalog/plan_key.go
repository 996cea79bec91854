package catalog

import (
	"cmp"
	"strings"
)

// index has products by everything they can be found by.
type index map[Key]*Product

// add files a product under its keys as it is now.
func (ix index) add(p *Product) {
	for key := range p.Keys {
		ix[key] = p
	}
}

// remove forgets a product under the keys that it had.
func (ix index) remove(p *Product) {
	for key := range p.Keys {
		if have := ix[key]; have != nil && have.ID == p.ID {
			delete(ix, key)
		}
	}
}

// Keys yields everything a product can be found by.
func (p *Product) Keys(yield func(Key) bool) {
	if key := NewKey(KeyHandle, p.Handle); key.Value != "" && !yield(key) {
		return
	}
	for i := range p.Variants {
		if sku := p.Variants[i].SKU; sku != "" && !yield(NewKey(KeySKU, sku)) {
			return
		}
		if key := NewKey(KeyGTIN, p.Variants[i].GTIN); key.Value != "" && !yield(key) {
			return
		}
	}
}

// wantedHandle is what firstHandle will say of a product made of the import row.
func (d *ImportRow) wantedHandle() string {
	p := Product{Handle: cmp.Or(cleaned(d.Values, FieldHandle), codeHandle(d.Code.Text)), Title: cleaned(d.Values, FieldTitle)}
	for _, v := range d.Variants {
		p.Variants = append(p.Variants, Variant{SKU: cleaned(v.Values, FieldSKU)})
	}
	return p.firstHandle()
}

// keys lists what an import row can be matched by, in the order in which it is tried.
func (d *ImportRow) keys() []Key {
	var keys []Key
	for _, v := range d.Variants {
		if sku := cleaned(v.Values, FieldSKU); sku != "" {
			keys = append(keys, NewKey(KeySKU, sku))
		}
	}
	for i := range d.Variants {
		if key := d.Variants[i].gtinKey(); key.Value != "" {
			keys = append(keys, key)
		}
	}
	if handle := cleaned(d.Values, FieldHandle); handle != "" {
		keys = append(keys, NewKey(KeyHandle, handle))
	}
	if code := d.Code.Text; code != "" { // Slug made the handles of earlier versions
		keys = append(keys, NewKey(KeyHandle, code), NewKey(KeyHandle, codeHandle(code)), NewKey(KeyHandle, Slug(code)))
	}
	return keys
}

func (d *ImportVariant) gtinKey() Key { return NewKey(KeyGTIN, cleaned(d.Values, FieldGTIN)) }

// cleaned is the text as it will be kept, so that it is looked up as it was filed.
func cleaned(values []Value, f Field) string {
	text, _ := CleanText(Text(values, f))
	return text
}

// renames reports whether matching a product by a GTIN would change an SKU that
// it has. Shops reuse barcodes; a different SKU is a different variant.
func (d *ImportRow) renames(p *Product, gtin Key) bool {
	for i := range d.Variants {
		sku := cleaned(d.Variants[i].Values, FieldSKU)
		if sku == "" || d.Variants[i].gtinKey() != gtin {
			continue
		}
		for j := range p.Variants {
			if have := &p.Variants[j]; NewKey(KeyGTIN, have.GTIN) == gtin && have.SKU != "" && have.SKU != sku {
				return true
			}
		}
	}
	return false
}

// codeHandle makes a handle of a product's code: as it is, in lower case, where it
// can be in an address, so that SH_1 and SH-1 stay apart.
func codeHandle(code string) string {
	lower := strings.ToLower(code)
	if lower != "" && strings.Trim(lower, "abcdefghijklmnopqrstuvwxyz0123456789-_") == "" && len(lower) <= maxSlug {
		return lower
	}
	return Slug(code)
}

// hasOtherCode reports whether a product that is found by a handle made of a code was
// made of another code: A/B and A-B make one handle. A product of this run that
// keeps no code has its handle for one.
func (p *planner) hasOtherCode(product *Product, d *ImportRow) bool {
	info, ok := LookupField(d.Code.Field)
	if !ok {
		return false
	}
	have := info.Get(product, nil)
	if have == "" && p.met(product) {
		have = product.Handle
	}
	return have != "" && have != d.Code.Text
}

// code gives the product the code that its source has for it, byte for byte, unless
// its handle is that.
func (m *merger) code() {
	v := m.imported.Code
	info, ok := LookupField(v.Field)
	if !ok || v.Text == "" {
		return
	}
	if v.Text == m.product.Handle {
		v.Text = ""
	}
	m.set(info, nil, v)
}
