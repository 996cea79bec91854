package export

import "tradewind.app/catalog"

// subject is what one row is of.
type subject struct {
	*Checker
	product *catalog.Product
	variant *catalog.Variant // nil on rows of images, and on rows of products
	image   *catalog.Image   // nil where the row has none
	role    rowRole
	first   bool // the product's first row
}

// rowRole is what a row of a table is.
type rowRole uint8

const (
	plainRow  rowRole = iota // the table has rows of one kind
	parentRow                // of a product whose variants have rows of their own
	childRow                 // of one of these variants
	bothRow                  // of a product without options, which is its own variant
)

// has reports whether a row belongs to a part of the rows.
func (s *subject) has(part RowPart) bool {
	switch part {
	case FirstRow:
		return s.first
	case ProductPart:
		return s.role != childRow
	case VariantPart:
		return s.variant != nil
	case ParentPart:
		return s.role == parentRow
	case ChildPart:
		return s.role == childRow
	case ImagePart:
		return s.image != nil
	}
	return true
}

// layout lists what a product's rows of a kind are of.
func (k *Checker) layout(kind RowKind, p *catalog.Product) []*subject {
	var list []*subject
	switch kind {
	case ProductRows:
		list = []*subject{{Checker: k, product: p}}
	case VariantImageRows:
		list = k.variantsAndImages(p)
	case ProductThenVariants, VariantsThenProduct:
		list = k.family(kind, p)
	default:
		list = k.variants(p, plainRow)
	}
	list[0].first = true
	return list
}

func (k *Checker) variants(p *catalog.Product, role rowRole) []*subject {
	list := make([]*subject, len(p.Variants))
	for i := range list {
		list[i] = &subject{Checker: k, product: p, variant: &p.Variants[i], role: role}
	}
	return list
}

// family has a row of the product before or after those of its variants.
func (k *Checker) family(kind RowKind, p *catalog.Product) []*subject {
	if len(p.Options) == 0 && len(p.Variants) == 1 {
		return k.variants(p, bothRow)
	}
	parent, children := &subject{Checker: k, product: p, role: parentRow}, k.variants(p, childRow)
	if kind == VariantsThenProduct {
		return append(children, parent)
	}
	return append([]*subject{parent}, children...)
}

// variantsAndImages has rows of images beyond the last variant where there are more of
// them. Rows of images are of pictures on the web: a table cannot carry files.
func (k *Checker) variantsAndImages(p *catalog.Product) []*subject {
	images := k.webImages(p)
	list := make([]*subject, max(len(p.Variants), len(images)))
	for i := range list {
		s := &subject{Checker: k, product: p}
		if i < len(p.Variants) {
			s.variant = &p.Variants[i]
		}
		if i < len(images) {
			s.image = &images[i]
		}
		list[i] = s
	}
	return list
}

func (k *Checker) webImages(p *catalog.Product) []catalog.Image {
	var images []catalog.Image
	s := &subject{Checker: k, product: p}
	for _, im := range p.Images {
		if im.Source = s.onWeb(im); isWeb(im.Source) {
			im.Position = len(images) + 1
			images = append(images, im)
		}
	}
	return images
}
