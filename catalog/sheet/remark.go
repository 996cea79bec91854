package sheet

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog/sheet/grid"
)

// nothings are the texts of a cell that says nothing: a box that is not ticked, what
// a formula gives in a row that is not filled in yet.
var nothings = map[string]bool{"false": true, "true": true, "no": true, "n": true, "-": true, "–": true, "☐": true, "□": true, "否": true}

// nothing reports whether a row is empty but for what is in every row of a
// prepared table: boxes, zeros, and formulas that found nothing to compute.
func (f *filter) nothing(row *grid.Row) bool {
	for i := range row.Cells {
		c := &row.Cells[i]
		if col := f.run.columnOf(c.Column); col != nil && col.isOption() {
			return false
		}
		switch c.Kind {
		case grid.Bool, grid.Uncached, grid.Error:
		case grid.Number, grid.Text:
			zero := strings.Trim(c.Raw, "0.,") == "" && strings.Contains(c.Raw, "0")
			if !zero && !nothings[strings.ToLower(strings.TrimSpace(c.Text))] {
				return false
			}
		default:
			return false
		}
	}
	return len(row.Cells) > 0
}

// remark reports whether a row is a sentence beside the table: a footnote, the
// terms of sale, an address. Where rows are short, a lone text may be a product
// whose price is missing, so that it must say what it is.
func (f *filter) remark(row *grid.Row, lone *grid.Cell) bool {
	switch {
	case lone != nil && lone.Kind == grid.Text && f.typical > 1:
		return isRemark(lone.Text) || f.typical > 2 && isSentence(lone.Text)
	case len(row.Cells) == 2 && f.typical > 2:
		return isLabel(&row.Cells[0]) || strings.Trim(row.Cells[0].Text, "*†‡※•¹²³ ") == ""
	}
	return false
}

// remarkBegins are the beginnings of sentences under price lists.
var remarkBegins = regexp.MustCompile(`(?i)^\s*(?:[*•·※†‡©]|\(\d\)|注[:：意]|备注|说明|note\b|notes\b|n\.?b\.|nota\b|please\b|all (?:prices|orders|items)\b|prices? (?:are|is|subject|do|include|exclude|valid|in|may|quoted)\b|terms\b|payment\b|minimum (?:order|purchase)\b|moq\b|subject to\b|shipping\b|freight\b|fob\b|effective\b|valid (?:from|until|through|to)\b|copyright\b|page \d|tel\b|phone\b|fax\b|e-?mail\b|printed\b|updated\b|last updated\b|thank you\b|continued\b|see (?:page|below|next|over)\b|contact\b)`)

func isRemark(text string) bool {
	return remarkBegins.MatchString(text) || strings.Contains(strings.ToLower(text), "subject to change") || strings.Contains(text, "://") || strings.Contains(text, "www.") ||
		strings.Contains(text, "@") && strings.Contains(text, ".")
}

// sentenceRunes is longer than the name of a section.
const sentenceRunes = 100

// isSentence reports whether a text is a sentence rather than a name. Sections have
// long names too, with prices and sizes in them: those that no product follows are
// known by that.
func isSentence(text string) bool {
	text = strings.TrimSpace(text)
	end, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?。！？;；", end) || utf8.RuneCountInString(text) > sentenceRunes || strings.Contains(text, "\n")
}

// isLabel reports whether a cell names what is beside it: "Terms:".
func isLabel(c *grid.Cell) bool {
	text := strings.TrimSpace(c.Text)
	return c.Kind == grid.Text && len(text) <= 80 && (strings.HasSuffix(text, ":") || strings.HasSuffix(text, "："))
}

// remarkRunes is how much of a remark is repeated where it is reported.
const remarkRunes = 40

// shortRemark is a row's number with the beginning of what it says.
func shortRemark(row *grid.Row) string {
	for i := range row.Cells {
		text := []rune(strings.Join(strings.Fields(row.Cells[i].Text), " "))
		if len(text) > remarkRunes {
			text = append(text[:remarkRunes], '…')
		}
		if len(text) > 0 {
			return itoa(row.Number) + " (" + string(text) + ")"
		}
	}
	return itoa(row.Number)
}
