package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// headerRows is how far down a header is looked for.
const headerRows = 30

// findHeader returns the index of the row that names the columns: the first
// whose cells are names of fields, more of them than in nearly any other row. In a
// language that is not known it is the first row, where that has texts alone; otherwise
// the sheet has none, which is -1.
func findHeader(rows []grid.Row) int {
	if i := flatFile(rows); i >= 0 {
		return i
	}
	scores := make([]float64, min(len(rows), headerRows))
	most := 0.0
	for i := range scores {
		scores[i] = headerScore(&rows[i])
		most = max(most, scores[i])
	}
	if most < 2 {
		return firstTexts(rows)
	}
	for i, s := range scores {
		if s >= most*0.75 {
			return i
		}
	}
	return -1
}

// firstTexts returns the first row with more than one cell, when all of them could
// be names.
func firstTexts(rows []grid.Row) int {
	for i := range rows {
		if len(rows[i].Cells) < 2 {
			continue
		}
		if slices.ContainsFunc(rows[i].Cells, func(c grid.Cell) bool { return !nameLike(&c) }) {
			return -1
		}
		return i
	}
	return -1
}

// flatFile reads the settings in the first row of an Amazon flat file, which say
// the row with the fields' names: their labels above it are in the seller's language.
func flatFile(rows []grid.Row) int {
	for _, c := range rows[0].Cells {
		_, settings, ok := strings.Cut(c.Text, "attributeRow=")
		if !ok || !strings.HasPrefix(rows[0].Cells[0].Text, "TemplateType=") {
			continue
		}
		number, _, _ := strings.Cut(settings, "&")
		return slices.IndexFunc(rows, func(r grid.Row) bool { return itoa(r.Number) == number })
	}
	return -1
}

// headerScore says how much a row looks like names of columns. The same field
// counts once: a column of prices is no header.
func headerScore(row *grid.Row) float64 {
	score := 0.0
	seen := map[catalog.Field]bool{}
	for _, c := range row.Cells {
		if !nameLike(&c) {
			score -= 0.5
			continue
		}
		h := parseHeader(c.Text)
		found, ok := lookup(&h)
		ok = ok && (found.reason == ByName || len(c.Text) < 80)
		switch {
		case !ok && len(c.Text) < 40:
			score += 0.1
		case !ok:
		case seen[found.field] && !found.option:
			score += 0.1
		case found.reason == ByName:
			score += 2
		default:
			score++
		}
		seen[found.field] = true
	}
	return score
}

// nameLike reports whether a cell may be a column's name: no number, no address,
// no page of text, and no label of a form, which ends in a colon.
func nameLike(c *grid.Cell) bool {
	return c.Kind == grid.Text && len(c.Text) <= 200 && !strings.Contains(c.Text, "://") &&
		!strings.HasSuffix(strings.TrimSpace(c.Text), ":") && strings.Trim(c.Text, "0123456789.,-% ") != ""
}
