package view

import (
	"cmp"
	"slices"
	"strings"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// How much of a plan is kept to be looked at: the counts tell the rest.
const (
	plannedProducts = 200 // of each outcome
	plannedCells    = 40  // of a product
	plannedPlaces   = 20  // of a kind of problem
)

// ImportPlan is what an import does, or would do.
type ImportPlan struct {
	New, Changed, Same, Refused int // products, refused ones rows
	Rows                        int
	Lacks                       []catalog.Problem // what most rows lack: it is said before all else
	Assumed                     []Assumed         // what the file does not say
	Problems                    []ProblemGroup    // the gravest first
	Products                    map[catalog.Outcome][]ProductChange

	result workspace.ImportResult
}

// ProblemGroup is all problems of a kind.
type ProblemGroup struct {
	First  catalog.Problem
	Count  int
	Places []catalog.Place // the first ones
}

// ProductChange is one product and what was, or would be, changed about it; or a
// row that is refused.
type ProductChange struct {
	Outcome  catalog.Outcome
	Title    string
	SKU      string
	Place    catalog.Place
	Cells    []catalog.CellChange // the first that differ
	More     int                  // that differ besides
	Problems []catalog.Problem    // why a row is refused
}

// Count is how many products, or rows, have an outcome.
func (p *ImportPlan) Count(o catalog.Outcome) int {
	switch o {
	case catalog.New:
		return p.New
	case catalog.Changed:
		return p.Changed
	case catalog.Same:
		return p.Same
	}
	return p.Refused
}

// watcher keeps the first changes of an import as they go by.
type watcher map[catalog.Outcome][]ProductChange

func (w watcher) see(c catalog.Change) {
	if c.After == nil || c.Again || len(w[c.Outcome]) >= plannedProducts {
		return
	}
	w[c.Outcome] = append(w[c.Outcome], productChange(c))
}

// productChange is a change with as many cells as anybody looks at.
func productChange(c catalog.Change) ProductChange {
	product := c.After
	if product == nil {
		product = c.Before
	}
	p := ProductChange{Outcome: c.Outcome, Place: c.Place, Cells: catalog.Diff(c.Before, c.After)}
	if product != nil {
		p.Title = cmp.Or(product.Title, product.Handle)
		p.SKU = strings.Join(product.SKUs()[:min(len(product.SKUs()), 1)], "")
	}
	if n := len(p.Cells); n > plannedCells {
		p.Cells, p.More = slices.Clone(p.Cells[:plannedCells]), n-plannedCells
	}
	return p
}

// newPlan is what an import of which changes were watched has told.
func newPlan(r workspace.ImportResult, seen watcher) *ImportPlan {
	for _, row := range r.Left[:min(len(r.Left), plannedProducts)] {
		seen[catalog.Refused] = append(seen[catalog.Refused], ProductChange{Outcome: catalog.Refused, Place: row.Place, Problems: row.Problems})
	}
	lacks, others := mostLack(r.Problems)
	return &ImportPlan{
		New: r.New, Changed: r.Changed, Same: r.Same, Refused: r.Refused, Rows: r.Rows,
		Lacks: lacks, Assumed: assumed(r.Summary.Assumptions), Problems: GroupProblems(others), Products: seen, result: r,
	}
}

// GroupProblems gathers problems by their kind, the gravest and then the most
// frequent first.
func GroupProblems(problems []catalog.Problem) []ProblemGroup {
	type kind struct {
		severity catalog.Severity
		code     string
	}
	at := map[kind]int{}
	var groups []ProblemGroup
	for _, p := range problems {
		k := kind{p.Severity, p.Code}
		i, met := at[k]
		if !met {
			i = len(groups)
			at[k] = i
			groups = append(groups, ProblemGroup{First: p})
		}
		g := &groups[i]
		g.Count++
		if p.Place != "" && len(g.Places) < plannedPlaces {
			g.Places = append(g.Places, p.Place)
		}
	}
	slices.SortStableFunc(groups, func(a, b ProblemGroup) int {
		return cmp.Or(
			catalog.KindOf(a.First).CompareGravity(catalog.KindOf(b.First)),
			cmp.Compare(b.Count, a.Count),
		)
	})
	return groups
}
