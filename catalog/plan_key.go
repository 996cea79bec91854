package catalog

import "maps"

// index holds products by everything they can be found by.
type index map[Key]*Product

func newIndex(found map[Key]*Product) index {
	ix := make(index, len(found))
	ix.merge(found)
	return ix
}

func (ix index) merge(found map[Key]*Product) { maps.Copy(ix, found) }

// add files a product under its keys as it is now.
func (ix index) add(p *Product) {
	ix[Key{KeyHandle, p.Handle}] = p
	for i := range p.Variants {
		if sku := p.Variants[i].SKU; sku != "" {
			ix[Key{KeySKU, sku}] = p
		}
		if gtin := p.Variants[i].GTIN; gtin != "" {
			ix[Key{KeyGTIN, gtin}] = p
		}
	}
}

// keysOf lists what must be looked up to plan drafts: what they may match, and
// the handle that each would like to have.
func keysOf(drafts []Draft) []Key {
	seen := make(map[Key]bool, 3*len(drafts))
	var keys []Key
	add := func(key Key) {
		if key.Value != "" && !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	for i := range drafts {
		for _, key := range drafts[i].keys() {
			add(key)
		}
		add(Key{KeyHandle, drafts[i].wantedHandle()})
	}
	return keys
}

// wantedHandle is what firstHandle will say of a product made of the draft.
func (d *Draft) wantedHandle() string {
	p := Product{Handle: cleaned(d.Values, FieldHandle), Title: cleaned(d.Values, FieldTitle)}
	for _, v := range d.Variants {
		p.Variants = append(p.Variants, Variant{SKU: cleaned(v.Values, FieldSKU)})
	}
	return p.firstHandle()
}

// keys lists what a draft can be matched by, in the order in which it is tried.
func (d *Draft) keys() []Key {
	var keys []Key
	for _, v := range d.Variants {
		if sku := cleaned(v.Values, FieldSKU); sku != "" {
			keys = append(keys, Key{KeySKU, sku})
		}
	}
	for _, v := range d.Variants {
		if code, err := ParseGTIN(cleaned(v.Values, FieldGTIN)); err == nil && !allZero(code) {
			keys = append(keys, Key{KeyGTIN, code})
		}
	}
	if handle := cleaned(d.Values, FieldHandle); handle != "" {
		keys = append(keys, Key{KeyHandle, handle})
	}
	return keys
}

// cleaned is the text as it will be kept, so that it is looked up as it was filed.
func cleaned(values []Value, f Field) string {
	text, _ := CleanText(Text(values, f))
	return text
}

// allZero catches the code that shops write where they have none.
func allZero(code string) bool {
	for i := range len(code) {
		if code[i] != '0' {
			return false
		}
	}
	return true
}

// renames reports whether matching a product by a GTIN would change an SKU that
// it has. Shops reuse barcodes; a different SKU is a different variant.
func (d *Draft) renames(p *Product, gtin string) bool {
	for _, v := range d.Variants {
		code, err := ParseGTIN(cleaned(v.Values, FieldGTIN))
		sku := cleaned(v.Values, FieldSKU)
		if err != nil || code != gtin || sku == "" {
			continue
		}
		for i := range p.Variants {
			if have := &p.Variants[i]; have.GTIN == gtin && have.SKU != "" && have.SKU != sku {
				return true
			}
		}
	}
	return false
}
