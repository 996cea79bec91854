package catalog

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Outcome says what an import does with a row or a product.
type Outcome string

// The outcomes.
const (
	New     Outcome = "new"
	Changed Outcome = "changed"
	Same    Outcome = "same"
	Refused Outcome = "refused"
	Deleted Outcome = "deleted"
)

// Change is one product before and after. Before is nil for a new product, After
// for a deleted one. A Refused change has neither: its problems say why.
type Change struct {
	Outcome  Outcome
	Before   *Product
	After    *Product
	Place    Place
	Problems []Problem
	Rows     int // rows of the source behind it
	// RefusedRows counts the rows that were refused; the rest went through.
	RefusedRows int
	// RefusedAt is where the refused rows begin, as far as each has a place of its own.
	RefusedAt []Place
	// Again is set when the run has met the product before and counted it.
	Again bool
	// Made is set when the run has made the product, now or with rows before these.
	Made bool
	// Titled is set when the source knows the product by its title alone: it has no
	// code of the product as a whole.
	Titled bool
}

// CellChange is one field's text before and after.
type CellChange struct {
	Field  Field  `json:"field"`
	SKU    string `json:"sku,omitempty"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// Equal reports whether two versions of a product are the same in everything.
func (p *Product) Equal(q *Product) bool { return bytes.Equal(p.Encode(), q.Encode()) }

// plainProduct is a product without its listings' marks.
type plainProduct Product

// storedProduct is a product as it is kept.
type storedProduct struct {
	plainProduct

	Listings []storedListing `json:"listings,omitempty"`
}

// DecodeProduct reads what Encode wrote, also an earlier Encode: then it gives other
// bytes when it is encoded again.
func DecodeProduct(b []byte) (*Product, error) {
	var s storedProduct
	if err := json.Unmarshal(b, &s); err != nil {
		return nil, fmt.Errorf("decode product: %w", err)
	}
	p := (*Product)(&s.plainProduct)
	for i := range s.Listings {
		p.Listings = append(p.Listings, s.Listings[i].listing(p))
	}
	return p, nil
}

// MarshalJSON implements json.Marshaler.
func (p *Product) MarshalJSON() ([]byte, error) { return p.Encode(), nil }

// UnmarshalJSON implements json.Unmarshaler.
func (p *Product) UnmarshalJSON(b []byte) error {
	read, err := DecodeProduct(b)
	if err == nil {
		*p = *read
	}
	return err
}

// Diff lists the fields in which two versions of a product differ. Either may be nil.
func Diff(before, after *Product) []CellChange {
	if before == nil {
		before = &Product{}
	}
	if after == nil {
		after = &Product{}
	}
	var cells []CellChange
	note := func(f Field, sku, was, is string) {
		if was != is {
			cells = append(cells, CellChange{f, sku, was, is})
		}
	}
	for _, f := range productFields(before, after) {
		note(f.Name, "", f.Get(before, nil), f.Get(after, nil))
	}
	diffImages(before, after, note)
	for _, pair := range pairVariants(before, after) {
		for _, f := range fields {
			if f.Level == VariantLevel {
				note(f.Name, pair.sku(), f.Get(before, pair.before), f.Get(after, pair.after))
			}
		}
	}
	return cells
}

// diffImages notes what is another about the pictures that both versions have:
// their texts and the variants that they show. It names them by their source.
func diffImages(before, after *Product, note func(f Field, at, was, is string)) {
	for i := range after.Images {
		is := &after.Images[i]
		at := slices.IndexFunc(before.Images, func(im Image) bool { return im.Source == is.Source })
		var was Image
		if at >= 0 {
			was = before.Images[at]
		}
		note(FieldImageAlt, is.Source, was.Alt, is.Alt)
		if at >= 0 {
			note(FieldImageVariants, is.Source, before.skusOf(was.Variants), after.skusOf(is.Variants))
		}
	}
}

// skusOf names variants by their SKUs, otherwise by their options.
func (p *Product) skusOf(ids []ID) string {
	var names []string
	for _, id := range ids {
		if v := p.variantByID(id); v != nil {
			names = append(names, cmp.Or(v.SKU, strings.Join(v.Options, " / "), string(v.ID)))
		}
	}
	return strings.Join(names, listSeparator)
}

// productFields are the fields that either version has, besides the variants'.
func productFields(before, after *Product) []FieldInfo {
	var infos []FieldInfo
	seen := map[Field]bool{}
	add := func(f FieldInfo) {
		if !seen[f.Name] {
			seen[f.Name] = true
			infos = append(infos, f)
		}
	}
	for _, f := range fields {
		if f.Level == ProductLevel {
			add(f)
		}
	}
	for _, p := range []*Product{before, after} {
		for _, a := range p.Attributes {
			add(attributeInfo(a.Key))
		}
		for _, c := range p.ChannelValues {
			add(channelInfo(c.Channel, c.Key))
		}
		for _, l := range p.Listings {
			for _, f := range ListingFields(l.Locale) {
				add(f)
			}
		}
	}
	return infos
}

type variantPair struct{ before, after *Variant }

func (v variantPair) sku() string {
	if v.after != nil && v.after.SKU != "" {
		return v.after.SKU
	}
	if v.before != nil {
		return v.before.SKU
	}
	return ""
}

// pairVariants matches the variants of two versions by ID.
func pairVariants(before, after *Product) []variantPair {
	var pairs []variantPair
	old := make(map[ID]*Variant, len(before.Variants))
	for i := range before.Variants {
		old[before.Variants[i].ID] = &before.Variants[i]
	}
	for i := range after.Variants {
		v := &after.Variants[i]
		pairs = append(pairs, variantPair{old[v.ID], v})
		delete(old, v.ID)
	}
	for i := range before.Variants {
		if v := &before.Variants[i]; old[v.ID] != nil {
			pairs = append(pairs, variantPair{v, nil})
		}
	}
	return pairs
}
