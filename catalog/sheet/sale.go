package sheet

import (
	"cmp"
	"strings"
	"time"

	"tradewind.app/catalog"
)

// A sale price is the price only while the sale is on. Shop systems write 0, a dash
// or nothing where there is none, and keep the price of a sale that is over: a
// column of yes and no or two dates say whether it is in force.

// reduce makes a reduced price the price, and the price what it was before.
func (b *builder) reduce(v *catalog.ImportVariant, l *line) {
	sale, ok := l.at(SalePrice)
	if !ok || isNone(sale.Text) {
		return
	}
	own := cmp.Or(b.run.options.Defaults.Currency, "XXX")
	amount, err := catalog.ParseMoney(sale.Text, own)
	if err != nil || amount.Amount.IsNegative() {
		b.warn("sale-unreadable", sale, "value", sale.Text)
		return
	}
	if !b.onSale(l) {
		return
	}
	at := -1
	for i := range v.Values {
		if v.Values[i].Field == catalog.FieldPrice {
			at = i
		}
	}
	if at < 0 {
		v.Values = append(v.Values, catalog.Value{Field: catalog.FieldPrice, Text: sale.Text, Place: sale.Place})
		return
	}
	was := v.Values[at]
	if regular, err := catalog.ParseMoney(was.Text, own); err == nil && !regular.Amount.IsZero() && regular.Currency == amount.Currency {
		switch amount.Amount.Cmp(regular.Amount) {
		case 0:
			return
		case 1:
			b.warn("sale-above-regular", sale, "value", sale.Text, "regular", was.Text)
			return
		}
	}
	v.Values[at].Text, v.Values[at].Place = sale.Text, sale.Place
	b.was(v, l, was)
}

// was keeps the price before the sale: as the price to compare with, or beside
// another such, a list price, as an attribute.
func (b *builder) was(v *catalog.ImportVariant, l *line, was catalog.Value) {
	if catalog.Text(v.Values, catalog.FieldCompare) == "" {
		v.Values = append(v.Values, catalog.Value{Field: catalog.FieldCompare, Text: was.Text, Place: was.Place})
		return
	}
	for i := range l.values {
		if l.values[i].Field == catalog.FieldPrice {
			b.setOnce(catalog.AttributeField(l.values[i].column.name()), was.Text, was.Place)
		}
	}
}

// warn reports a value that was not taken.
func (b *builder) warn(code string, v catalog.Value, args ...string) {
	if b.tally.tell() {
		b.imported.Problems = append(b.imported.Problems, catalog.NewProblem(code, catalog.Warning, catalog.FieldPrice, args...).At(v.Place))
	}
}

// isNone reports whether the text of an amount says that there is none: nothing, a
// word for it, 0 in any currency, or the dash that accounting formats show for 0.
func isNone(text string) bool {
	if catalog.IsPlaceholder(strings.Trim(text, " \u00a0$€£¥￥")) {
		return true
	}
	amount, err := catalog.ParseMoney(text, "XXX")
	return err == nil && amount.Amount.IsZero()
}

// onSale reports whether the sale of a line is on, as its other columns say.
func (b *builder) onSale(l *line) bool {
	on := true
	flag, told := l.at(OnSale)
	if c := b.run.mapping.Column(OnSale); c != nil && (told || b.run.columnOf(c.Index).filled) {
		on = !isNo(flag.Text)
	}
	for i := range l.values {
		v := &l.values[i]
		var from, until string
		switch saleDate(v) {
		case SaleFrom:
			from = v.Text
		case SaleUntil:
			until = v.Text
		case saleDates:
			from, until, _ = strings.Cut(v.Text, "/")
		default:
			continue
		}
		holds, err := within(b.run.options.Now, from, until)
		if err != nil {
			b.warn("sale-date-unreadable", v.Value, "value", v.Text)
		}
		on = on && holds && err == nil
	}
	if !on {
		b.tally.saleOff.add(itoa(l.number))
	}
	return on
}

// saleDates is what a column with both dates of a sale is, "2026-05-01/2026-05-31".
const saleDates catalog.Field = "sale_dates"

// saleDate says which date of a sale a value is. Some of these columns are
// attributes as well, which feeds are written from.
func saleDate(v *value) catalog.Field {
	switch v.Field {
	case SaleFrom, SaleUntil:
		return v.Field
	case "attr.sale_starts":
		return SaleFrom
	case "attr.sale_ends":
		return SaleUntil
	case "attr.sale_price_effective_date", "attr.sale price effective date", "attr.Sale price effective date":
		return saleDates
	}
	return ""
}

// saleNouns and the words beside them say that a column is about a sale.
var (
	saleNouns  = set(`sale, special, promo, promotion, promotional, discount, offer, clearance, markdown, deal, angebot, aktion, oferta`)
	fromWords  = set(`from, start, starts, starting, begin, begins, since, von, ab, desde`)
	untilWords = set(`to, until, till, end, ends, ending, through, thru, expires, expiry, expiration, bis, hasta`)
	flagWords  = set(`active, enabled, on, applies, apply, flag, running, live, aktiv, activo, activa`)
	sidewords  = set(`price, date, time, datetime, at, is, the, has, of, day, preis, datum, precio, fecha`)
)

// saleField says what a header says of a sale: whether it is on, or since or until
// when. All its words must be of these kinds.
func saleField(header []string) catalog.Field {
	about, field := false, catalog.Field("")
	for _, w := range header {
		switch {
		case saleNouns[w]:
			about = true
		case fromWords[w]:
			field = SaleFrom
		case untilWords[w]:
			field = SaleUntil
		case flagWords[w]:
			field = OnSale
		case !sidewords[w]:
			return ""
		}
	}
	if !about {
		return ""
	}
	return field
}

// isNo reports whether a flag is off.
func isNo(text string) bool {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "", "no", "n", "false", "f", "0", "off", "none", "-", "inactive", "disabled", "nein", "non", "нет", "否", "不", "☐", "□":
		return true
	}
	return false
}

// within reports whether now is between two dates, either of which may be blank.
// A date without an hour counts to its end. Without now all dates count.
func within(now time.Time, from, until string) (bool, error) {
	holds := true
	if !catalog.IsPlaceholder(from) {
		start, _, err := parseDate(from)
		if err != nil {
			return false, err
		}
		holds = now.IsZero() || !now.Before(start)
	}
	if !catalog.IsPlaceholder(until) {
		end, day, err := parseDate(until)
		if err != nil {
			return false, err
		}
		if day {
			end = end.AddDate(0, 0, 1)
		}
		holds = holds && (now.IsZero() || now.Before(end))
	}
	return holds, nil
}

// dateForms are how files write dates. Of 05/06/2026 the month is first, as
// American programs write it.
var dateForms = []struct {
	form string
	day  bool
}{
	{"2006-01-02", true},
	{"2006-01-02T15:04:05Z07:00", false},
	{"2006-01-02T15:04:05-0700", false},
	{"2006-01-02T15:04-0700", false},
	{"2006-01-02T15:04:05", false},
	{"2006-01-02 15:04:05", false},
	{"2006-01-02 15:04", false},
	{"2006-01-02T15:04Z07:00", false},
	{"1/2/2006", true},
	{"1/2/06", true},
	{"1/2/2006 15:04", false},
	{"1/2/06, 3:04 PM", false},
	{"2.1.2006", true},
	{"2006/1/2", true},
	{"2006年1月2日", true},
	{"Jan 2, 2006", true},
	{"January 2, 2006", true},
	{"2 Jan 2006", true},
	{"2 January 2006", true},
	{"02-Jan-2006", true},
}

func parseDate(text string) (at time.Time, day bool, err error) {
	for _, f := range dateForms {
		if at, err = time.ParseInLocation(f.form, strings.TrimSpace(text), time.Local); err == nil {
			return at, f.day, nil
		}
	}
	return at, false, err
}
