package sheet

import (
	"cmp"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// lenders are the columns whose currency the other amounts of a row are in, the
// nearest to the price first. What goods cost may be in another currency than what
// they are sold for.
var lenders = []catalog.Field{catalog.FieldPrice, SalePrice, catalog.FieldCompare}

// lend gives the amounts of a row that name no currency that of its price: one
// product has one currency, unless the file says otherwise.
func (r *run) lend(l *line) {
	if !slices.ContainsFunc(l.values, func(v value) bool { return v.column.isMoney() && isBare(v.Text) }) {
		return
	}
	currency := ""
	for _, f := range lenders {
		if text := l.text(f); currency == "" && text != "" && !isBare(text) {
			currency = catalog.OwnCurrency(text)
		}
	}
	if currency == "" {
		return
	}
	for i := range l.values {
		v := &l.values[i]
		if !v.column.isMoney() || !isBare(v.Text) {
			continue
		}
		if m, err := catalog.ParseMoney(v.Text, currency); err == nil {
			v.Text = m.String()
			v.column.bare--
			v.column.lent++
		}
	}
}

// mixed reports once a column whose amounts are in two currencies: that may be so,
// and it may be a slip. A sign that several currencies have is the shop's.
func (r *run) mixed(l *line) {
	for i := range l.values {
		v := &l.values[i]
		col := v.column
		if col.unclear != "" && isBare(v.Text) {
			r.problem(l, "currency-unclear", catalog.Warning, col, v.Place, "value", col.unclear, "currency", r.options.Defaults.Currency)
			col.unclear = ""
		}
		if !col.isMoney() || col.mixed || !strings.ContainsAny(v.Text, "0123456789") || col.first != "" && strings.HasSuffix(v.Text, col.first) {
			continue
		}
		currency := r.options.Defaults.Currency
		if !isBare(v.Text) {
			currency = cmp.Or(catalog.OwnCurrency(v.Text), currency)
		}
		switch {
		case currency == "":
		case col.first == "":
			col.first = currency
		case col.first != currency:
			col.mixed = true
			r.problem(l, "currencies-mixed", catalog.Warning, col, v.Place, "value", currency, "currency", col.first)
		}
	}
}
