package export

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// check holds one cell against its column's rules, and brings a word of an
// enumeration into the spelling of the spec.
func (m *made) check(row Row, i int) {
	col, s, c := &row.subject.channel.spec.Columns[i], row.subject, &row.cells[i]
	if !col.filledOn(s) {
		return
	}
	m.blamed = c.failed
	if !c.failed {
		m.checkCell(c, s, col)
	}
	m.markCell(i, s, col, c.text != "" && !m.blamed)
}

func (m *made) checkCell(c *cell, s *subject, col *Column) {
	if col.Hook {
		c.text = m.clean(c.text, s, col)
	}
	if c.text == "" {
		m.checkMissing(s, col)
		return
	}
	m.checkLength(c.text, s, col)
	m.checkWord(c, s, col)
	m.checkNumber(c.text, s, col)
	m.checkCharset(c.text, s, col)
	m.checkFormula(c.text, s, col)
	m.checkBare(c.text, s, col)
	m.checkNamed(c.text, s, col)
	if col.Unique && !s.firstSeen(col.Name, c.text) {
		m.tell("value-duplicate", catalog.Blocked, s, col, "value", c.text)
	}
}

func (m *made) tell(code string, severity catalog.Severity, s *subject, col *Column, args ...string) {
	p := catalog.NewProblem(code, severity, col.field(s), append(args, "column", col.Name)...)
	m.blame(p, s, col)
}

// blame tells a problem of the cell at hand.
func (m *made) blame(p catalog.Problem, s *subject, col *Column) {
	m.blamed = m.blamed || p.Severity == catalog.Blocked
	m.problems.addFor(p, s, col)
}

func (m *made) checkMissing(s *subject, col *Column) {
	if !col.When.hold(s) {
		return
	}
	required := col.requiredBy(s)
	switch {
	case required && s.lacksAddress(col):
		m.addressTold = true
		m.tell("picture-address-missing", catalog.Blocked, s, col)
	case required:
		m.tell("value-missing", catalog.Blocked, s, col)
	case col.Tier == Recommended:
		m.tell("value-recommended", catalog.Warning, s, col)
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
	return c.Tier == Required || len(c.RequiredWhen) > 0 && c.RequiredWhen.hold(s) || c.RequiredFor != "" && s.isOf(c.class)
}

// checkLength measures the whole text, or each part of a list.
func (m *made) checkLength(text string, s *subject, col *Column) {
	if col.Max.IsZero() && col.Min.IsZero() {
		return
	}
	parts := []string{text}
	if col.List != "" && col.Max.Unit != Parts {
		parts = listParts(text)
	}
	for _, part := range parts {
		if n := col.Max.measure(part); !col.Max.IsZero() && n > col.Max.N {
			m.tell(col.tooLong(), catalog.Blocked, s, col, "max", strconv.Itoa(col.Max.N), "unit", string(col.Max.Unit), "length", strconv.Itoa(n))
		}
		if n := col.Min.measure(part); !col.Min.IsZero() && n < col.Min.N {
			m.tell("value-too-short", catalog.Blocked, s, col, "min", strconv.Itoa(col.Min.N), "unit", string(col.Min.Unit), "length", strconv.Itoa(n))
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

// checkWord holds the text, or each part of a list, against the enumeration and
// the pattern. Case, spaces, hyphens and underscores do not tell words apart.
func (m *made) checkWord(c *cell, s *subject, col *Column) {
	if len(col.Enum) > 0 {
		word, ok := col.word(c.text)
		if !ok {
			m.tell("value-not-allowed", catalog.Blocked, s, col, "value", c.text, "allowed", strings.Join(col.Enum, ", "))
			return
		}
		c.text = word
	}
	if col.Pattern.Regexp == nil {
		return
	}
	for _, part := range listParts(c.text) {
		if !col.Pattern.MatchString(part) {
			m.tell("value-form", catalog.Blocked, s, col, "value", part)
		}
	}
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

func (m *made) checkNumber(text string, s *subject, col *Column) {
	if n := decimal.NewFromInt(int64(len(listParts(text)))); !col.Parts.IsZero() && !col.Parts.holds(n) {
		m.tell("list-length", catalog.Blocked, s, col, "count", n.String(), "least", col.Parts.Least.String(), "most", col.Parts.Most.String())
	}
	if col.Range.IsZero() {
		return
	}
	n, err := catalog.ParseDecimal(text)
	if err != nil || !col.Range.holds(n) {
		m.tell("value-out-of-range", catalog.Blocked, s, col, "value", text, "least", col.Range.Least.String(), "most", col.Range.Most.String())
	}
}

// checkCharset finds what the marketplace, or a file of the feed, cannot hold.
func (m *made) checkCharset(text string, s *subject, col *Column) {
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
		m.blame(p, s, col)
		m.unfit = true
		return
	}
}

// checkFormula warns of text that a spreadsheet would run when somebody opens
// the file in one. The feed carries it as it is: a mark before it would change
// an SKU.
func (m *made) checkFormula(text string, s *subject, col *Column) {
	if strings.ContainsRune("=@\t\r", rune(text[0])) || signedFormula.MatchString(text) {
		m.tell("formula-like", catalog.Warning, s, col, "value", text)
	}
}

// signedFormula matches what begins with a sign and goes on as a formula does: a
// name, a function, a cell, a bracket, or a calculation. Numbers, sizes and telephone
// numbers begin with one too ("-5", "-5XL", "+1 year", "+1 555 0100"), and so do the
// points of a list ("- soft").
var signedFormula = regexp.MustCompile(`^[+-](?:[\p{L}_"'(=@+-]|\s*(?:[(=@"]|\p{L}[\p{L}\d_.]*\(|\$?[A-Za-z]{1,3}\$?\d+(?:\W|$)|[^\n]*\|[^\n]*!)|[\d.,\s]*\d\s*[*/^&+]\s*[\d.,\s*/^&()+-]*$)`)

// checkBare finds what a column without quotes cannot carry.
func (m *made) checkBare(text string, s *subject, col *Column) {
	if col.bare != "" && strings.ContainsAny(text, col.bare) {
		m.tell("value-form", catalog.Blocked, s, col, "value", text)
		m.unfit = true
	}
}
