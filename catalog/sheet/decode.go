package sheet

import (
	"strings"
	"time"
	"unicode"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// decode adds a cell's text to the line, in the form of the column's field. What
// is no text is reported as a problem and left out.
func (r *run) decode(l *line, c *grid.Cell, col *column, place catalog.Place, u units) {
	switch c.Kind {
	case grid.Error:
		r.problem(l, "cell-error", catalog.Warning, col, place, "value", c.Text)
		return
	case grid.Uncached:
		r.problem(l, "formula-without-value", catalog.Warning, col, place)
		return
	case grid.TooLong:
		r.problem(l, "cell-too-long", catalog.Warning, col, place, "max", itoa(grid.MaxCell))
		return
	case grid.Picture:
		r.problem(l, "picture-in-cell", catalog.Info, col, place)
		return
	}
	if c.Kind == grid.Text && strings.HasPrefix(c.Text, "'") && numeric(col.Field) {
		digits := *c
		digits.Text, digits.Raw = withoutMark(c.Text), withoutMark(c.Raw)
		c = &digits
	}
	col.values++
	text := c.Text
	if !col.role {
		text = r.fieldText(l, c, col, place, u)
	} else if col.Field == SalePrice {
		text = r.moneyText(l, c, col, place, u)
	}
	if text = strings.TrimSpace(text); text != "" {
		l.values = append(l.values, value{catalog.Value{Field: col.Field, Text: text, Place: place}, col})
	}
}

func (r *run) problem(l *line, code string, s catalog.Severity, col *column, place catalog.Place, args ...string) {
	if !r.tally.tell() {
		return
	}
	args = append(args, "column", col.Header)
	l.problems = append(l.problems, catalog.NewProblem(code, s, col.Field, args...).At(place))
}

// fieldText writes a cell in the form of the column's field.
func (r *run) fieldText(l *line, c *grid.Cell, col *column, place catalog.Place, u units) string {
	switch col.info.Kind {
	case catalog.KindMoney:
		return r.moneyText(l, c, col, place, u)
	case catalog.KindWeight:
		return r.measureText(l, c, col, place, u)
	case catalog.KindLength:
		return r.measureText(l, c, col, place, u)
	case catalog.KindInteger:
		return r.countText(l, c, col, place)
	case catalog.KindStatus:
		return statusText(c.Text)
	}
	if col.Field == catalog.FieldBrand && catalog.IsPlaceholder(c.Text) || col.Field == catalog.FieldTitle && onlySigns(c.Text) {
		r.tally.nothing(col.name(), c.Text)
		return ""
	}
	if !isCodeField(col.Field) {
		return c.Text
	}
	if r.spoilt(l, c, col, place) {
		return ""
	}
	code := withoutMark(c.Text)
	if strings.Trim(code, `"= `) == "" {
		return "" // ="", as programs write a blank text
	}
	if catalog.IsPlaceholder(code) || col.Field == catalog.FieldGTIN && !strings.ContainsAny(code, "123456789") {
		r.tally.nothing(col.name(), c.Text)
		return ""
	}
	return code
}

// onlySigns reports whether a text has neither a letter nor a digit: a star beside the
// best offer is no title.
func onlySigns(text string) bool {
	return strings.TrimSpace(text) != "" && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// statusText reads the Y and N that some systems write for published.
func statusText(s string) string {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "y", "是":
		return string(catalog.StatusActive)
	case "n", "否":
		return string(catalog.StatusDraft)
	}
	return s
}

func isCodeField(f catalog.Field) bool {
	switch f {
	case catalog.FieldSKU, catalog.FieldGTIN, catalog.FieldMPN, catalog.FieldHSCode, catalog.FieldVariantHSCode, catalog.FieldHandle:
		return true
	}
	return false
}

// withoutMark takes off the apostrophe by which a spreadsheet program knows that a
// code is a text, and which some programs write into the file.
func withoutMark(code string) string {
	if inner, ok := strings.CutPrefix(code, `"`); ok && strings.HasSuffix(inner, `"`) && strings.Count(inner, `"`) == 1 {
		code = strings.TrimSuffix(inner, `"`)
	}
	if inner, ok := strings.CutPrefix(code, "=“"); ok && strings.HasSuffix(inner, "”") {
		return strings.TrimSuffix(inner, "”") // ="00123", with the quotation marks of a word processor
	}
	if rest, ok := strings.CutPrefix(code, "'"); ok && !strings.Contains(rest, "'") {
		return rest
	}
	return code
}

// spoilt reports a code that a spreadsheet program has changed before it came
// here: what it took cannot be given back, and what it left is another code.
func (r *run) spoilt(l *line, c *grid.Cell, col *column, place catalog.Place) bool {
	switch {
	case c.Kind == grid.Date:
		r.problem(l, "code-as-date", catalog.Warning, col, place, "value", c.Text)
	case c.Kind == grid.Number && len(c.Raw) > 15 && strings.HasSuffix(c.Raw, "0") && !strings.Contains(c.Raw, "."),
		c.Kind == grid.Text && exponential(c.Text):
		r.problem(l, "code-digits-lost", catalog.Warning, col, place, "value", c.Text)
	case c.Kind == grid.Text && likeDate(c.Text):
		r.problem(l, "code-like-date", catalog.Warning, col, place, "value", c.Text)
		return false
	default:
		return false
	}
	return true
}

// likeDate reports whether a code is a day as a spreadsheet program writes it when
// somebody types MAR1, 1-3 or 3/24: 1-Mar, Mar-24. Codes in capitals are codes.
func likeDate(code string) bool {
	if len(code) < 5 || len(code) > 9 || strings.IndexByte(code, '-') < 0 {
		return false
	}
	for _, form := range []string{"2-Jan", "Jan-06", "2-Jan-06"} {
		if day, err := time.Parse(form, code); err == nil && strings.EqualFold(day.Format(form), code) && strings.ToUpper(code) != code {
			return true
		}
	}
	return false
}

// exponential reports whether a text is a number as a spreadsheet program shows a
// long code: 6.93E+12.
func exponential(s string) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(s), "E+")
	return ok && mantissa != "" && exponent != "" && strings.Trim(mantissa, "0123456789.,") == "" && strings.Trim(exponent, "0123456789") == ""
}
