package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog/sheet/grid"
)

// twoLine reports whether a header goes on in the row below it, as it does where
// cells are merged: "Price" above "retail" and "wholesale". The lower row has
// nothing in the column that begins the upper one, as any product would, it names
// columns that the upper one leaves blank, and some of its names are known.
func twoLine(upper, lower *grid.Row) bool {
	if len(upper.Cells) == 0 || lower.Cell(upper.Cells[0].Column) != nil || lower.Number != upper.Number+1 {
		return false
	}
	texts, added := 0, 0
	for i := range lower.Cells {
		c := &lower.Cells[i]
		if c.Kind != grid.Text || len(c.Text) > 80 {
			continue
		}
		texts++
		if upper.Cell(c.Column) == nil && c.Column > upper.Cells[0].Column {
			added++
		}
	}
	return texts > 1 && added > 0 && headerScore(lower) >= 1
}

// joinHeader makes one header of two rows. What is above and to the left of a
// lower name belongs to it.
func joinHeader(upper, lower *grid.Row) []grid.Cell {
	joined := append([]grid.Cell(nil), upper.Cells...)
	for i := range lower.Cells {
		c := lower.Cells[i]
		if c.Kind != grid.Text {
			continue
		}
		above := ""
		for _, u := range upper.Cells {
			if u.Column <= c.Column {
				above = u.Text
			}
		}
		c.Text = strings.TrimSpace(above + " " + c.Text)
		if at := columnAt(joined, c.Column); at >= 0 {
			joined[at] = c
		} else {
			joined = append(joined, c)
		}
	}
	return joined
}

func columnAt(cells []grid.Cell, column int) int {
	for i := range cells {
		if cells[i].Column == column {
			return i
		}
	}
	return -1
}

// underGroups names columns that are known only together with the group above them:
// "L" below "Dimensions" is the length. upper is the row above the header; it is one
// of groups when it has several short texts, fewer than the header has names.
func underGroups(upper, header *grid.Row) []grid.Cell {
	if upper.Number+1 != header.Number || len(upper.Cells) < 2 || len(upper.Cells) >= len(header.Cells) {
		return header.Cells
	}
	for i := range upper.Cells {
		if c := &upper.Cells[i]; !nameLike(c) || len(c.Text) > 40 {
			return header.Cells
		}
	}
	joined := slices.Clone(header.Cells)
	for i := range joined {
		c := &joined[i]
		if h := parseHeader(c.Text); c.Kind != grid.Text || isKnown(&h) {
			continue
		}
		above := ""
		for _, u := range upper.Cells {
			if u.Column <= c.Column {
				above = u.Text
			}
		}
		for _, name := range []string{above + " " + c.Text, c.Text + " " + above} {
			if h := parseHeader(name); above != "" && isKnown(&h) {
				c.Text = name
				break
			}
		}
	}
	return joined
}

// isKnown reports whether a header is a name of a field, and not only like one.
func isKnown(h *header) bool {
	c, ok := lookup(h)
	return ok && c.reason == ByName
}
