package importing

import (
	"cmp"
	"slices"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// How much of a plan is kept to be looked at: the counts say the rest.
const (
	plannedProducts = 200 // of each outcome
	plannedPlaces   = 20  // of a kind of problem
)

// Plan is what an import does, or would do.
type Plan struct {
	New, Changed, Same, Refused int // products, refused ones rows
	Rows                        int
	Lacks                       []catalog.Problem // what most rows lack: it is said first
	Assumed                     []Assumption      // what the file does not say
	Problems                    []ProblemGroup    // the gravest first
	Products                    map[catalog.Outcome][]view.ProductChange

	result workspace.ImportResult
}

// ProblemGroup is all problems of a kind.
type ProblemGroup struct {
	First  catalog.Problem
	Count  int
	Places []catalog.Place // the first ones
}

// Count is how many products, or rows, have an outcome.
func (p *Plan) Count(o catalog.Outcome) int {
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
type watcher map[catalog.Outcome][]view.ProductChange

func (w watcher) see(c catalog.Change) {
	if c.After == nil || c.Again || len(w[c.Outcome]) >= plannedProducts {
		return
	}
	w[c.Outcome] = append(w[c.Outcome], view.NewProductChange(c))
}

// newPlan is what an import of which changes were watched has reported.
func newPlan(r workspace.ImportResult, seen watcher) *Plan {
	for _, row := range r.Left[:min(len(r.Left), plannedProducts)] {
		seen[catalog.Refused] = append(seen[catalog.Refused], view.ProductChange{Outcome: catalog.Refused, Place: row.Place, Problems: row.Problems})
	}
	lacks, others := mostLack(r.Problems)
	return &Plan{
		New: r.New, Changed: r.Changed, Same: r.Same, Refused: r.Refused, Rows: r.Rows,
		Lacks: lacks, Assumed: assumptions(r.Summary.Assumptions), Problems: GroupProblems(others), Products: seen, result: r,
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
