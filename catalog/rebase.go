package catalog

import (
	"maps"
	"reflect"
	"slices"
)

// Clash is a field that was changed in two ways since both versions were one.
type Clash struct {
	Field   Field
	Variant ID     // whose field it is; "": the product's own
	SKU     string // of the variant, for a person
	Mine    string
	Theirs  string
}

// Rebase lays what was changed from base to mine over theirs, another version
// that was made from base meanwhile. Where both have changed the same, mine stays
// and the clash is reported. Nothing of either is lost without being reported.
func Rebase(base, mine, theirs *Product) (*Product, []Clash) {
	r := &rebase{base: base, mine: mine, theirs: theirs, out: mine.Clone()}
	r.fields()
	r.listings()
	r.images()
	r.variants()
	return r.out, r.clashes
}

type rebase struct {
	base, mine, theirs, out *Product
	clashes                 []Clash
}

// theirsTaken reports whether theirs is to be taken: they have changed it and mine
// has not. A change of both that differs is a clash.
func theirsTaken[T any](r *rebase, base, mine, theirs T, clash Clash) bool {
	switch {
	case reflect.DeepEqual(theirs, base), reflect.DeepEqual(theirs, mine):
		return false
	case reflect.DeepEqual(mine, base):
		return true
	}
	r.clashes = append(r.clashes, clash)
	return false
}

// fields settles the product's own fields, attributes and channel values.
func (r *rebase) fields() {
	infos := productFields(r.mine, r.theirs)
	for _, f := range productFields(r.base, r.base) {
		if !slices.ContainsFunc(infos, func(have FieldInfo) bool { return have.Name == f.Name }) {
			infos = append(infos, f)
		}
	}
	for _, f := range infos {
		if _, _, isListing := f.Name.Locale(); isListing || f.Kind == KindImages {
			continue
		}
		base, mine, theirs := f.Get(r.base, nil), f.Get(r.mine, nil), f.Get(r.theirs, nil)
		if theirsTaken(r, base, mine, theirs, Clash{Field: f.Name, Mine: mine, Theirs: theirs}) {
			f.set(r.out, nil, theirs, Defaults{})
		}
	}
}

// listings settles each listing as a whole: its state speaks of all its texts.
func (r *rebase) listings() {
	locales := map[Locale]bool{}
	for _, p := range []*Product{r.base, r.mine, r.theirs} {
		for _, l := range p.Listings {
			locales[l.Locale] = true
		}
	}
	for _, locale := range slices.Sorted(maps.Keys(locales)) {
		base, mine, theirs := listingOf(r.base, locale), listingOf(r.mine, locale), listingOf(r.theirs, locale)
		clash := Clash{Field: ListingTitle.At(locale), Mine: mine.Title, Theirs: theirs.Title}
		if theirsTaken(r, base, mine, theirs, clash) {
			*r.out.EnsureListing(locale) = theirs.Clone()
		}
	}
}

// listingOf is a product's listing; where it has none an empty one.
func listingOf(p *Product, locale Locale) Listing {
	if l := p.Listing(locale); l != nil {
		return l.Clone()
	}
	return Listing{Locale: locale}
}

// images settles the pictures as one list: their order is a part of it.
func (r *rebase) images() {
	info := fieldIndex[FieldImages]
	clash := Clash{Field: FieldImages, Mine: info.Get(r.mine, nil), Theirs: info.Get(r.theirs, nil)}
	if theirsTaken(r, r.base.Clone().Images, r.mine.Clone().Images, r.theirs.Clone().Images, clash) {
		r.out.Images = r.theirs.Clone().Images
	}
}

func (r *rebase) variants() {
	for i := range r.theirs.Variants {
		theirs := &r.theirs.Variants[i]
		base, mine := r.base.variantByID(theirs.ID), r.out.variantByID(theirs.ID)
		switch {
		case mine != nil && base != nil:
			r.variant(base, mine, theirs)
		case mine == nil && base == nil:
			r.out.Variants = append(r.out.Variants, theirs.clone())
		case mine == nil && !reflect.DeepEqual(*base, *theirs):
			r.clashes = append(r.clashes, Clash{Field: FieldSKU, Variant: theirs.ID, SKU: theirs.SKU, Theirs: theirs.SKU})
		}
	}
	for i := range r.base.Variants {
		r.gone(&r.base.Variants[i])
	}
	for i := range r.out.Images {
		r.out.Images[i].Variants = slices.DeleteFunc(r.out.Images[i].Variants, func(id ID) bool { return r.out.variantByID(id) == nil })
	}
}

// variant settles the fields of a variant that all three have.
func (r *rebase) variant(base, mine, theirs *Variant) {
	for _, f := range fields {
		if f.Level != VariantLevel {
			continue
		}
		was, my, their := f.Get(nil, base), f.Get(nil, mine), f.Get(nil, theirs)
		if theirsTaken(r, was, my, their, Clash{f.Name, mine.ID, mine.SKU, my, their}) {
			f.set(r.out, mine, their, Defaults{})
		}
	}
}

// gone takes a variant out that they took out, unless it was changed since.
func (r *rebase) gone(base *Variant) {
	mine := r.out.variantByID(base.ID)
	if mine == nil || r.theirs.variantByID(base.ID) != nil {
		return
	}
	if reflect.DeepEqual(*base, *mine) {
		r.out.RemoveVariant(base.ID)
		return
	}
	r.clashes = append(r.clashes, Clash{Field: FieldSKU, Variant: mine.ID, SKU: mine.SKU, Mine: mine.SKU})
}

func (p *Product) variantByID(id ID) *Variant {
	for i := range p.Variants {
		if p.Variants[i].ID == id {
			return &p.Variants[i]
		}
	}
	return nil
}

func (v *Variant) clone() Variant {
	p := Product{Variants: []Variant{*v}}
	return p.Clone().Variants[0]
}
