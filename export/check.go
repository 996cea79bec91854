package export

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// check checks one cell by its column's rules, and brings a word of an enumeration
// into the spelling of the spec.
func (r *renderedProduct) check(row Row, i int) {
	col, s, c := &row.table.Columns[i], row.subject, &row.cells[i]
	if !s.has(col.On) {
		return
	}
	r.blamed = c.failed || c.unready
	if !c.failed {
		r.checkCell(c, s, col)
	}
	r.markCell(row.table.start+i, s, col, c.text != "" && !r.blamed)
}

func (r *renderedProduct) checkCell(c *cell, s *subject, col *Column) {
	if col.Hook {
		c.text = r.clean(c.text, s, col)
	}
	if c.text == "" {
		r.checkMissing(s, col)
		return
	}
	if col.Each == EachVariant {
		r.checkParts(c.text, s, col)
	}
	r.checkLength(c.text, s, col)
	r.checkWord(c, s, col)
	r.checkNumber(c.text, s, col)
	r.checkType(c.text, s, col)
	r.checkCharset(c.text, s, col)
	r.checkFormula(c.text, s, col)
	r.checkFile(c.text, s, col)
	r.checkNamed(c.text, s, col)
	if col.Unique && !s.firstSeen(col.key, c.text) {
		r.report("value-duplicate", catalog.Blocked, s, col, "value", c.text)
	}
}

// checkParts reports the variants that have no part of a list which has one for each.
func (r *renderedProduct) checkParts(text string, s *subject, col *Column) {
	for i, part := range encode.Parts(text) {
		if part == "" && i < len(s.product.Variants) {
			r.checkMissing(s.of(&s.product.Variants[i]), col)
		}
	}
}

func (r *renderedProduct) report(code string, severity catalog.Severity, s *subject, col *Column, args ...string) {
	p := catalog.NewProblem(code, severity, col.field(s), append(args, "column", col.Name)...)
	r.blame(p, s, col)
}

// blame reports a problem of the cell at hand.
func (r *renderedProduct) blame(p catalog.Problem, s *subject, col *Column) {
	r.blamed = r.blamed || p.Severity == catalog.Blocked
	r.problems.addFor(p, s, col)
}

func (r *renderedProduct) checkMissing(s *subject, col *Column) {
	if !col.When.match(s) {
		return
	}
	required := col.requiredBy(s)
	switch {
	case required && s.lacksAddress(col):
		r.addressReported = true
		r.report("picture-address-missing", catalog.Blocked, s, col)
	case required:
		r.report("value-missing", catalog.Blocked, s, col)
	case col.Tier == Recommended:
		r.report("value-recommended", catalog.Warning, s, col)
	}
}

// lacksAddress reports whether a column of pictures is empty although the product has
// pictures: none of them is on the web.
func (s *subject) lacksAddress(col *Column) bool {
	if col.From.field != catalog.FieldImages || len(s.product.Images) == 0 {
		return false
	}
	return !slices.ContainsFunc(s.product.Images, func(im catalog.Image) bool { return isWeb(s.onWeb(im)) })
}

// requiredBy reports whether the column is required of a row.
func (c *Column) requiredBy(s *subject) bool {
	return c.Tier == Required || len(c.RequiredWhen) > 0 && c.RequiredWhen.match(s) || c.RequiredFor != "" && s.isOf(s.product, c.class)
}

// checkLength measures the whole text, or each part of a list.
func (r *renderedProduct) checkLength(text string, s *subject, col *Column) {
	if col.Max.IsZero() && col.Min.IsZero() {
		return
	}
	parts := []string{text}
	if col.List != "" && col.Max.Unit != Parts {
		parts = encode.Parts(text)
	}
	for _, part := range parts {
		if n := col.Max.measure(part); !col.Max.IsZero() && n > col.Max.N {
			r.report(col.tooLong(), catalog.Blocked, s, col, "max", strconv.Itoa(col.Max.N), "unit", string(col.Max.Unit), "length", strconv.Itoa(n))
		}
		if n := col.Min.measure(part); !col.Min.IsZero() && n < col.Min.N {
			r.report("value-too-short", catalog.Blocked, s, col, "min", strconv.Itoa(col.Min.N), "unit", string(col.Min.Unit), "length", strconv.Itoa(n))
		}
	}
}

func (l Limit) measure(text string) int {
	if l.IsZero() {
		return 0
	}
	return l.Measure(text)
}

// tooLong is the code of a text over its limit. A title has its own, since
// fitting titles is work of its own.
func (c *Column) tooLong() string {
	if name, _, _ := c.From.field.Locale(); name == catalog.FieldTitle {
		return "title-too-long"
	}
	return "value-too-long"
}

// checkWord checks the text, or each part of a list, by the enumeration and the
// pattern. Case, spaces, hyphens and underscores do not distinguish words.
func (r *renderedProduct) checkWord(c *cell, s *subject, col *Column) {
	if len(col.Enum) > 0 && !r.checkEnum(c, s, col) {
		return
	}
	if col.Pattern.Regexp == nil {
		return
	}
	for _, part := range encode.Parts(c.text) {
		if !col.Pattern.MatchString(part) && (part != "" || col.Each == Each{}) {
			r.report("value-form", catalog.Blocked, s, col, "value", part)
		}
	}
}

// checkEnum gives each part of the text the spelling of the enumeration.
func (r *renderedProduct) checkEnum(c *cell, s *subject, col *Column) bool {
	if slices.Contains(col.Enum, c.text) {
		return true
	}
	parts := col.parts(c.text)
	for i, part := range parts {
		word, ok := col.word(part)
		if !ok && (part != "" || col.Each == Each{}) {
			r.report("value-not-allowed", catalog.Blocked, s, col, "value", part, "allowed", strings.Join(col.Enum, ", "))
			return false
		}
		parts[i] = word
	}
	c.text = strings.Join(parts, "\n")
	return true
}

func (c *Column) word(text string) (string, bool) {
	for _, w := range c.Enum {
		if foldWord(w) == foldWord(text) {
			return w, true
		}
	}
	return text, false
}

var wordSigns = strings.NewReplacer(" ", "", "-", "", "_", "")

func foldWord(s string) string { return wordSigns.Replace(strings.ToLower(s)) }

func (r *renderedProduct) checkNumber(text string, s *subject, col *Column) {
	if n := decimal.NewFromInt(int64(len(encode.Parts(text)))); !col.Parts.IsZero() && !col.Parts.contains(n) {
		r.report("list-length", catalog.Blocked, s, col, "count", n.String(), "least", col.Parts.Least.String(), "most", col.Parts.Most.String())
	}
	if col.Range.IsZero() {
		return
	}
	for _, part := range col.parts(text) {
		n, err := catalog.ParseDecimal(part)
		if (err != nil || !col.Range.contains(n)) && (part != "" || col.Each == Each{}) {
			r.report("value-out-of-range", catalog.Blocked, s, col, "value", part, "least", col.Range.Least.String(), "most", col.Range.Most.String())
		}
	}
}

// checkCharset finds characters that the marketplace, or a file of the feed, lacks.
func (r *renderedProduct) checkCharset(text string, s *subject, col *Column) {
	for _, charset := range col.charsets {
		bad := catalog.Unencodable(text, charset)
		if len(bad) == 0 {
			continue
		}
		fix, left := charset.Fit(text)
		var chars strings.Builder
		for _, b := range bad {
			if !strings.ContainsRune(chars.String(), b.Rune) {
				chars.WriteRune(b.Rune)
			}
		}
		p := catalog.NewProblem("char-not-in-charset", catalog.Blocked, col.field(s), "column", col.Name, "charset", string(charset), "characters", chars.String())
		if len(left) == 0 {
			p = p.WithFix(fix)
		}
		r.blame(p, s, col)
		r.unfit = true
		return
	}
}

// checkFormula warns of text that a spreadsheet would run when somebody opens
// the file in one. The feed carries it as it is: a mark before it would change
// an SKU.
func (r *renderedProduct) checkFormula(text string, s *subject, col *Column) {
	if strings.ContainsRune("=@\t\r", rune(text[0])) || signedFormula.MatchString(text) {
		r.report("formula-like", catalog.Warning, s, col, "value", text)
	}
}

// signedFormula matches what begins with a sign and goes on as a formula does: a
// name, a function, a cell, a bracket, or a calculation. Numbers, sizes and telephone
// numbers begin with one too ("-5", "-5XL", "+1 year", "+1 555 0100"), and so do the
// points of a list ("- soft").
var signedFormula = regexp.MustCompile(`^[+-](?:[\p{L}_"'(=@+-]|\s*(?:[(=@"]|\p{L}[\p{L}\d_.]*\(|\$?[A-Za-z]{1,3}\$?\d+(?:\W|$)|[^\n]*\|[^\n]*!)|[\d.,\s]*\d\s*[*/^&+]\s*[\d.,\s*/^&()+-]*$)`)

// checkType finds a text that a format cannot write as what its column is.
func (r *renderedProduct) checkType(text string, s *subject, col *Column) {
	kind := col.Type.kind()
	if kind == encode.Text {
		return
	}
	for _, part := range col.parts(text) {
		fits := part == "" || kind == encode.Number && encode.IsNumber(part)
		if kind == encode.Boolean {
			_, fits = encode.ParseBoolean(part)
		}
		if !fits {
			r.report("value-form", catalog.Blocked, s, col, "value", part)
			r.unfit = true
		}
	}
}

// checkFile finds what a file cannot carry: in a column without quotes the signs that
// would need them, in a cell of a workbook more text than it takes.
func (r *renderedProduct) checkFile(text string, s *subject, col *Column) {
	if col.bare != "" && strings.ContainsAny(text, col.bare) {
		r.report("value-form", catalog.Blocked, s, col, "value", text)
		r.unfit = true
	}
	if col.ListPlain {
		r.checkPlainList(text, s, col)
	}
	if !col.workbook || len(text) <= encode.MaxCellUnits/2 { // quotes in a list may double its length
		return
	}
	field := encode.Field{List: col.List, Plain: col.ListPlain}
	if n := encode.CellUnits(field.Cell(text)); n > encode.MaxCellUnits {
		r.report(col.tooLong(), catalog.Blocked, s, col, "max", strconv.Itoa(encode.MaxCellUnits), "unit", string(Characters), "length", strconv.Itoa(n))
		r.unfit = true
	}
}

// checkPlainList finds parts of a list that would be read as several, as nothing quotes
// them.
func (r *renderedProduct) checkPlainList(text string, s *subject, col *Column) {
	signs := cmp.Or(strings.TrimSpace(col.List), col.List)
	for _, part := range encode.Parts(text) {
		if strings.Contains(part, signs) {
			r.report("signs-reserved", catalog.Blocked, s, col, "value", part, "signs", QuoteSigns(signs))
			r.unfit = true
		}
	}
}
