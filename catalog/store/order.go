package store

import (
	"fmt"

	"tradewind.app/catalog"
)

// SortChanged orders products by when they were last written; no field of a
// product says that.
const SortChanged catalog.Field = "changed"

// order is how a list is ordered: by an indexed expression on table product AS p,
// ties by seq, the order in which products came.
type order struct {
	expression string // empty: the order in which products came
	index      string
	desc       bool
	bySearch   bool // read from the search index, which is in the natural order
}

// orders are the fields a list can be ordered by. Blank comes first. The Chinese
// ones mean the listing that the list shows.
var orders = map[catalog.Field]order{
	catalog.FieldHandle:   {expression: "p.handle", index: "product_handle"},
	catalog.FieldSKU:      {expression: "p.sku", index: "product_sku"},
	catalog.FieldTitle:    {expression: "p.title_key", index: "product_title"},
	catalog.FieldBrand:    {expression: "p.brand_key", index: "product_brand"},
	catalog.FieldCategory: {expression: "p.category_key", index: "product_category"},
	catalog.FieldStatus:   {expression: "p.status", index: "product_status"},
	catalog.FieldPrice:    {expression: "p.price_key", index: "product_price"},
	catalog.FieldQuantity: {expression: "ifnull(p.quantity, -9223372036854775808)", index: "product_quantity"},
	SortChanged:           {expression: "p.changed_at", index: "product_changed"},

	catalog.ListingTitle.At(catalog.SimplifiedChinese):  {expression: "p.title_zh_key", index: "product_title_zh"},
	catalog.ListingTitle.At(catalog.TraditionalChinese): {expression: "p.title_zh_key", index: "product_title_zh"},
	catalog.ListingState.At(catalog.SimplifiedChinese):  {expression: "p.state", index: "product_state"},
	catalog.ListingState.At(catalog.TraditionalChinese): {expression: "p.state", index: "product_state"},
}

// Sortable reports whether lists can be ordered by a field.
func Sortable(f catalog.Field) bool {
	_, ok := orders[f]
	return ok || f == ""
}

// orderOf makes an order of a Sort; the zero Sort is the order in which products
// came.
func orderOf(s catalog.Sort) (order, error) {
	if s.Field == "" {
		return order{desc: s.Desc}, nil
	}
	o, ok := orders[s.Field]
	if !ok {
		return o, fmt.Errorf("sort by %s: %w", s.Field, ErrSort)
	}
	o.desc = s.Desc
	return o, nil
}

// isNatural reports whether this is the order in which products came.
func (o order) isNatural() bool { return o.expression == "" }

// seq is the column that says in which order products came. The search index
// has one of its own: SQLite does not see that both are the same and would sort.
func (o order) seq() string {
	if o.bySearch {
		return "s.rowid"
	}
	return "p.seq"
}

// clause is ORDER BY and what follows.
func (o order) clause() string {
	way := ""
	if o.desc {
		way = " DESC"
	}
	if o.isNatural() {
		return " ORDER BY " + o.seq() + way
	}
	return " ORDER BY " + o.expression + way + ", p.seq" + way
}

// beyond is the condition for what comes after a place; it has one place for the
// value, except in the natural order, and one for seq.
func (o order) beyond() string {
	op := ">"
	if o.desc {
		op = "<"
	}
	if o.isNatural() {
		return o.seq() + " " + op + " ?"
	}
	return "(" + o.expression + ", p.seq) " + op + " (?, ?)"
}

// value is what a position in this order is found by.
func (o order) value() string {
	if o.isNatural() {
		return "NULL"
	}
	return o.expression
}
