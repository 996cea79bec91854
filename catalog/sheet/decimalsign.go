package sheet

import (
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// decimalSign is how the numbers of a column are written. 1.299 is one and a bit, or
// twelve hundred and ninety-nine: the column's other numbers show. Where they do
// not, an amount is left out and reported, for both readings are somebody's price.
type decimalSign uint8

const (
	signUnknown decimalSign = iota
	signPoint               // 12.50, 1,299.00
	signComma               // 12,50, 1.299,00
	signMixed               // both are met
)

// with adds what another number says.
func (d decimalSign) with(e decimalSign) decimalSign {
	switch {
	case d == signUnknown || d == e:
		return e
	case e == signUnknown:
		return d
	}
	return signMixed
}

func (d decimalSign) String() string {
	return map[decimalSign]string{signPoint: ".", signComma: ","}[d]
}

// number cuts the digits, points and commas out of a text. It is empty when the
// text has anything different between its digits.
func number(text string) (from, to int) {
	from = strings.IndexAny(text, "0123456789.,")
	to = strings.LastIndexAny(text, "0123456789") + 1
	if from < 0 || to <= from || strings.Trim(text[from:to], "0123456789., '") != "" {
		return 0, 0
	}
	return from, to
}

// signOf says what a number says about the sign of its column. doubt is true for
// one separator with three digits behind it, which says nothing.
func signOf(text string) (sign decimalSign, doubt bool) {
	if strings.IndexByte(text, '.') < 0 && strings.IndexByte(text, ',') < 0 {
		return signUnknown, false
	}
	from, to := number(text)
	digits := text[from:to]
	at := strings.LastIndexAny(digits, ".,")
	if at < 0 {
		return signUnknown, false
	}
	last, other := signPoint, signComma
	if digits[at] == ',' {
		last, other = other, last
	}
	whole, fraction := strings.Trim(digits[:at], " '"), digits[at+1:]
	switch {
	case strings.ContainsAny(whole, ".,"):
		if strings.IndexByte(whole, digits[at]) >= 0 {
			if len(fraction) != 3 {
				return signUnknown, false // 1.2.3 is no number
			}
			return other, false // 1.299.000: it groups
		}
		return last, false
	case len(fraction) == 3 && whole != "" && len(whole) <= 3 && whole[0] != '0':
		return signUnknown, true
	}
	return last, false
}

// signs finds the decimal sign of every column of numbers by the sample. A column
// that does not show it has that of the sheet, where the rest agree.
func (r *run) signs(sample []grid.Row) {
	all, kept := signUnknown, signUnknown
	for i := range sample {
		if sample[i].Number < r.mapping.FirstRow {
			continue
		}
		for j := range sample[i].Cells {
			c := &sample[i].Cells[j]
			col := r.columnOf(c.Column)
			if col == nil {
				continue
			}
			col.filled = true
			switch {
			case c.Kind != grid.Text:
			case col.numbers:
				sign, _ := signOf(c.Text)
				col.sign = col.sign.with(sign)
				all = all.with(sign)
			case isAmount(c.Text):
				sign, _ := signOf(c.Text)
				kept = kept.with(sign)
			}
		}
	}
	if all == signUnknown {
		all = kept // prices in a column that nobody knows are written like the rest
	}
	for _, col := range r.columns {
		if col != nil && col.sign == signUnknown && all != signMixed {
			col.sign = all
		}
	}
}

// isAmount reports whether a text is a number with two decimals and nothing more: no
// date, no version, no code.
func isAmount(s string) bool {
	at := strings.LastIndexAny(s, ".,")
	return at > 0 && at == len(s)-3 && strings.Trim(s, "0123456789.,") == "" && strings.Count(s, s[at:at+1]) == 1
}

// plain returns a cell's number without doubt about its decimal sign: what could be
// read in two ways is written as the column writes it, or reported and left out.
func (r *run) plain(l *line, c *grid.Cell, col *column, place catalog.Place) (string, bool) {
	if c.Kind != grid.Text {
		return c.Raw, true
	}
	sign, doubt := signOf(c.Raw)
	if !doubt {
		r.otherSign(l, c, col, place, sign)
		col.sign = col.sign.with(sign)
		return c.Raw, true
	}
	from, to := number(c.Raw)
	at := from + strings.IndexAny(c.Raw[from:to], ".,")
	comma := c.Raw[at] == ','
	joined := c.Raw[:at] + c.Raw[at+1:]
	measure := col.measures() == AssumedUnit
	switch {
	case col.sign == signComma && !comma:
		col.settled++
		return joined, true
	case col.sign == signComma && measure:
		col.settled++
		return c.Raw[:at] + "." + c.Raw[at+1:], true
	case col.sign == signPoint && comma:
		return joined, true
	case col.sign == signPoint, r.byMachine() && !comma && col.sign == signUnknown:
		return c.Raw, true // 1.299 among 12.50, or in a file that a program wrote
	case col.sign == signUnknown && comma && !r.semicolons():
		return joined, true // as people write it who have points
	case col.sign == signUnknown && !comma && measure && !r.semicolons():
		return c.Raw, true // 1.250 kg
	}
	r.problem(l, "number-ambiguous", catalog.Warning, col, place, "value", c.Text, "one", joined[from:], "two", c.Raw[from:at]+"."+c.Raw[at+1:])
	return "", false
}

// byMachine reports whether a shop system wrote the file: those write points.
func (r *run) byMachine() bool { return r.mapping.Layout != Plain }

// semicolons reports whether the cells are divided by semicolons, as where the comma
// is the decimal sign.
func (r *run) semicolons() bool { return r.book.text != nil && r.book.text.Delimiter() == ';' }

// otherSign warns of a number whose decimal sign is another than that of the
// numbers above it: "1,20" below "12.00" is perhaps a price with a digit missing.
func (r *run) otherSign(l *line, c *grid.Cell, col *column, place catalog.Place, sign decimalSign) {
	switch {
	case sign == signUnknown:
	case col.above == signUnknown:
		col.above = sign
	case col.above != sign:
		r.problem(l, "decimal-sign-differs", catalog.Warning, col, place, "value", c.Text, "sign", sign.String(), "other", col.above.String())
	}
}
