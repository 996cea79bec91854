package product

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// Attributes are the fields of the product's attributes, in their order, and of
// those that were begun here and have no value yet.
func (p *Model) Attributes() []Cell {
	var cells []Cell
	for _, a := range p.Draft.Attributes {
		cells = append(cells, Cell{Field: catalog.AttributeField(a.Key)})
	}
	var begun []Cell
	for cell := range p.typed {
		if IsAttribute(cell.Field) && !slices.Contains(cells, cell) {
			begun = append(begun, cell)
		}
	}
	slices.SortFunc(begun, func(a, b Cell) int { return strings.Compare(string(a.Field), string(b.Field)) })
	return append(cells, begun...)
}

const attributePrefix = "attr."

// IsAttribute reports whether a field is an attribute's.
func IsAttribute(f catalog.Field) bool { return strings.HasPrefix(string(f), attributePrefix) }

// AttributeKey is the name of an attribute's field.
func AttributeKey(f catalog.Field) string { return strings.TrimPrefix(string(f), attributePrefix) }

// AddAttribute opens a field for an attribute. One that is there already is gone to.
func (p *Model) AddAttribute(key string) {
	key = strings.Join(strings.Fields(key), " ")
	if key == "" || p.isFixed() {
		return
	}
	cell := Cell{Field: catalog.AttributeField(key)}
	for _, have := range p.Attributes() {
		if strings.EqualFold(string(have.Field), string(cell.Field)) {
			p.GoTo(have)
			return
		}
	}
	p.typed[cell] = typedText{}
	p.Changed(PartWhole)
	p.GoTo(cell)
}

// RemoveAttribute takes an attribute out.
func (p *Model) RemoveAttribute(cell Cell) {
	if p.isFixed() {
		return
	}
	p.Draft.SetAttribute(AttributeKey(cell.Field), "")
	delete(p.typed, cell)
	p.edited(PartWhole)
}

// StatusOf is the draft's status; what is not given is active.
func (p *Model) StatusOf() catalog.Status {
	if p.Draft.Status == "" {
		return catalog.StatusActive
	}
	return p.Draft.Status
}

// Statuses are those that a product can have.
var Statuses = []catalog.Status{catalog.StatusActive, catalog.StatusDraft, catalog.StatusArchived}
