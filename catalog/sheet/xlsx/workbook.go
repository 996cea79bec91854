package xlsx

import (
	"io"
	"slices"
	"strings"

	"tradewind.app/catalog/sheet/grid"
)

// Workbook is an open workbook. It is not safe for use by several goroutines.
type Workbook struct {
	parts    *container
	sheets   []sheet
	styles   []style
	date1904 bool
	strings  *sharedStrings
}

type sheet struct {
	grid.SheetInfo
	part string
}

// Open reads the list of sheets and the number formats; rows are read by Rows. r
// must stay open until Close. Errors are *grid.FormatError.
func Open(r io.ReaderAt, size int64) (*Workbook, error) {
	c, err := openContainer(r, size)
	if err != nil {
		return nil, err
	}
	if code := c.foreign(); code != "" {
		return nil, grid.Refuse(code)
	}
	w := &Workbook{parts: c}
	root, err := readRelations(c, "_rels/.rels", "")
	if err != nil {
		return nil, err
	}
	name := root.byType("officeDocument")
	if name == "" {
		name = "xl/workbook.xml"
	}
	related, err := readRelations(c, relationsPart(name), name)
	if err != nil {
		return nil, err
	}
	if err := w.readSheets(name, related); err != nil {
		return nil, err
	}
	if styles := related.byType("styles"); styles != "" {
		if w.styles, err = readStyles(c, styles); err != nil {
			return nil, err
		}
	}
	w.strings = newSharedStrings(c, related.byType("sharedStrings"))
	return w, nil
}

// Close releases the temporary file, if there was one.
func (w *Workbook) Close() error { return w.strings.close() }

// Sheets lists the worksheets in the workbook's order.
func (w *Workbook) Sheets() []grid.SheetInfo {
	infos := make([]grid.SheetInfo, len(w.sheets))
	for i, s := range w.sheets {
		infos[i] = s.SheetInfo
	}
	return infos
}

// readSheets reads the workbook part. Chart and macro sheets have no cells.
func (w *Workbook) readSheets(name string, related relations) error {
	p, err := w.parts.open(name, maxSmallPart)
	if err != nil {
		return err
	}
	defer p.close()
	s := newScanner(p)
	for {
		t, err := s.next()
		if err != nil {
			return grid.Wrap(name, err)
		}
		if t == endOfPart {
			break
		}
		if t == startTag {
			if err := w.element(s, related); err != nil {
				return err
			}
		}
	}
	if len(w.sheets) == 0 || len(w.sheets) > maxSheets {
		return grid.Refuse("sheet-none")
	}
	return p.finish()
}

func (w *Workbook) element(s *scanner, related relations) error {
	switch string(s.name) {
	case "workbookPr":
		v := s.attribute("date1904")
		w.date1904 = v == "1" || v == "true"
	case "sheet":
		name, id := s.attribute("name"), s.attribute("id")
		r, ok := related.byID(id)
		if !ok || !w.parts.has(r.target) {
			return grid.Damaged("the sheet "+name+" is missing", nil)
		}
		if r.kind == "worksheet" && len(w.sheets) <= maxSheets {
			hidden := strings.Contains(strings.ToLower(s.attribute("state")), "hidden")
			w.sheets = append(w.sheets, sheet{grid.SheetInfo{Name: name, Hidden: hidden}, r.target})
		}
	}
	return nil
}

// relation is one line of a .rels part.
type relation struct {
	id     string
	kind   string // the last part of its type's URI: the same in the strict form
	target string // a part's name
}

type relations []relation

func (r relations) byType(kind string) string {
	i := slices.IndexFunc(r, func(rel relation) bool { return rel.kind == kind })
	if i < 0 {
		return ""
	}
	return r[i].target
}

func (r relations) byID(id string) (relation, bool) {
	i := slices.IndexFunc(r, func(rel relation) bool { return rel.id == id })
	if i < 0 {
		return relation{}, false
	}
	return r[i], true
}

// relationsPart names the part with the relations of another.
func relationsPart(name string) string {
	i := strings.LastIndexByte(name, '/') + 1
	return name[:i] + "_rels/" + name[i:] + ".rels"
}

// readRelations reads what a part points to; from is that part. A missing one
// has no relations.
func readRelations(c *container, name, from string) (relations, error) {
	if !c.has(name) {
		return nil, nil
	}
	p, err := c.open(name, maxSmallPart)
	if err != nil {
		return nil, err
	}
	defer p.close()
	var related relations
	s := newScanner(p)
	for {
		t, err := s.next()
		if err != nil {
			return nil, grid.Wrap(name, err)
		}
		if t == endOfPart {
			return related, p.finish()
		}
		if t == startTag && string(s.name) == "Relationship" && s.attribute("TargetMode") != "External" && len(related) < maxSheets*10 {
			kind := s.attribute("Type")
			kind = kind[strings.LastIndexByte(kind, '/')+1:]
			related = append(related, relation{s.attribute("Id"), kind, resolve(from, s.attribute("Target"))})
		}
	}
}
