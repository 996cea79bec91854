package sheet

import (
	"slices"

	"tradewind.app/catalog"
)

// Summary says what a run read and what it left out: nothing is lost without a
// word.
type Summary struct {
	Rows     int // filled rows below the header
	Products int // import rows
	Skipped  int // rows that are no products
	Problems []catalog.Problem
	// Lacks says that most products lack what every product has. An import counts
	// that anew, by the products that it makes.
	Lacks []catalog.Problem
	// Assumptions is what the run took for granted.
	Assumptions []Assumption
	// Sheets says the same of each sheet of a workbook, those that were not read
	// included; of a CSV it is empty.
	Sheets []SheetSummary
}

// SheetSummary says what became of a sheet.
type SheetSummary struct {
	Name     string `json:"name"`
	Hidden   bool   `json:"hidden,omitempty"`
	Read     bool   `json:"read"`
	Rows     int    `json:"rows"`     // filled rows below the header
	Products int    `json:"products"` // import rows
	Skipped  int    `json:"skipped"`  // rows that are no products
}

// summarize adds up what the runs over a book's sheets say. Where there are
// several, what is reported of rows names the sheet.
func (b *Book) summarize(runs []*run) Summary {
	var all Summary
	if b.text == nil {
		for _, s := range b.src.Sheets() {
			all.Sheets = append(all.Sheets, SheetSummary{Name: s.Name, Hidden: s.Hidden})
		}
	}
	var lacks catalog.Lacks
	for _, r := range runs {
		lacks.Join(r.tally.lacks)
		place := catalog.Place(b.name)
		if len(runs) > 1 {
			place += catalog.Place("!" + r.mapping.Sheet)
		}
		s := r.finish(place)
		all.Rows += s.Rows
		all.Products += s.Products
		all.Skipped += s.Skipped
		all.Problems = append(all.Problems, s.Problems...)
		all.assume(s.Assumptions)
		if r.sheet < len(all.Sheets) {
			of := &all.Sheets[r.sheet]
			of.Read, of.Rows, of.Products, of.Skipped = true, s.Rows, s.Products, s.Skipped
		}
	}
	all.Lacks = lacks.Problems(catalog.Place(b.name))
	return all
}

// assume adds the assumptions of a sheet: those that were made before count once.
func (s *Summary) assume(more []Assumption) {
	for _, a := range more {
		if a.Kind == AssumedSheet && len(s.Assumptions) > 0 {
			continue // the first names all
		}
		i := slices.IndexFunc(s.Assumptions, func(b Assumption) bool {
			return a.Kind == b.Kind && a.Value == b.Value && a.From == b.From && slices.Equal(a.Columns, b.Columns)
		})
		switch {
		case i >= 0 && a.Kind != AssumedKept && a.Kind != AssumedIgnored:
			s.Assumptions[i].Count += a.Count
		case i < 0:
			s.Assumptions = append(s.Assumptions, a)
		}
	}
}
