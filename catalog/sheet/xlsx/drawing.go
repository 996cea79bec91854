package xlsx

import (
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// maxPictures is how many pictures of a sheet are counted.
const maxPictures = 1 << 17

// Pictures lists the cells that the floating pictures of sheet i begin in, in the
// order of the drawing. They belong to no cell: a program draws them over the sheet,
// anchored to the cell that their corner lies over (ECMA-376 part 1, 20.5.2). Shapes
// and charts are no pictures.
func (w *Workbook) Pictures(i int) ([]grid.Anchor, error) {
	sheet := w.sheets[i].part
	related, err := readRelations(w.parts, relationsPart(sheet), sheet)
	if err != nil {
		return nil, err
	}
	var all []grid.Anchor
	for _, r := range related {
		if r.kind != "drawing" || !w.parts.has(r.target) {
			continue
		}
		found, err := readDrawing(w.parts, r.target)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func readDrawing(c *container, name string) ([]grid.Anchor, error) {
	p, err := c.open(name, maxSmallPart)
	if err != nil {
		return nil, err
	}
	defer p.close()
	anchors, err := scanDrawing(newScanner(p))
	if err == nil {
		err = p.finish()
	}
	return anchors, grid.Wrap(name, err)
}

// scanDrawing reads the anchors: <from> has the cell, and each <pic> is a picture
// there, within a group too.
func scanDrawing(s *scanner) ([]grid.Anchor, error) {
	var all []grid.Anchor
	var at grid.Anchor
	from, field := false, ""
	for {
		t, err := s.next()
		if err != nil || t == endOfPart || len(all) == maxPictures {
			return all, err
		}
		name := string(s.name)
		switch t {
		case startTag:
			field = name
			switch name {
			case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor":
				at = grid.Anchor{}
			case "from":
				from = true
			case "pic":
				all = append(all, at)
			}
		case endTag:
			field = ""
			from = from && name != "from"
		case charData:
			n, err := strconv.Atoi(string(s.text))
			switch {
			case !from || err != nil || n < 0:
			case field == "col":
				at.Column = n
			case field == "row":
				at.Row = n + 1
			}
		}
	}
}
