package view

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// Attributes are the fields of the product's attributes, in their order, and of
// those that were begun here and have no value yet.
func (p *Product) Attributes() []ProductCell {
	var cells []ProductCell
	for _, a := range p.Draft.Attributes {
		cells = append(cells, ProductCell{Field: catalog.AttributeField(a.Key)})
	}
	var begun []ProductCell
	for cell := range p.typed {
		if IsAttribute(cell.Field) && !slices.Contains(cells, cell) {
			begun = append(begun, cell)
		}
	}
	slices.SortFunc(begun, func(a, b ProductCell) int { return strings.Compare(string(a.Field), string(b.Field)) })
	return append(cells, begun...)
}

const attributePrefix = "attr."

// IsAttribute reports whether a field is an attribute's.
func IsAttribute(f catalog.Field) bool { return strings.HasPrefix(string(f), attributePrefix) }

// AttributeKey is the name of an attribute's field.
func AttributeKey(f catalog.Field) string { return strings.TrimPrefix(string(f), attributePrefix) }

// AddAttribute opens a field for an attribute. One that is there already is gone to.
func (p *Product) AddAttribute(key string) {
	key = strings.Join(strings.Fields(key), " ")
	if key == "" || p.State != ProductReady || p.ReadOnly() {
		return
	}
	cell := ProductCell{Field: catalog.AttributeField(key)}
	for _, have := range p.Attributes() {
		if strings.EqualFold(string(have.Field), string(cell.Field)) {
			p.GoTo(have)
			return
		}
	}
	p.typed[cell] = typedText{}
	p.Tell(WholeProduct)
	p.GoTo(cell)
}

// RemoveAttribute takes an attribute out.
func (p *Product) RemoveAttribute(cell ProductCell) {
	if p.State != ProductReady || p.ReadOnly() {
		return
	}
	p.Draft.SetAttribute(AttributeKey(cell.Field), "")
	delete(p.typed, cell)
	p.edited(WholeProduct)
}

// StatusOf is the draft's status; what is not told is active.
func (p *Product) StatusOf() catalog.Status {
	if p.Draft.Status == "" {
		return catalog.StatusActive
	}
	return p.Draft.Status
}

// Statuses are those that a product can have.
var Statuses = []catalog.Status{catalog.StatusActive, catalog.StatusDraft, catalog.StatusArchived}
