package workspace

import (
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Pick chooses products by what channels say of them: those with a problem, those
// in a state for a channel, or those with a problem of a channel. The zero Pick
// chooses all. What it chooses changes with the products.
type Pick struct {
	Problem catalog.ProblemKind `json:"problem,omitzero"`
	Channel string              `json:"channel,omitempty"`
	State   export.Readiness    `json:"state,omitempty"`
}

// Unready is the state of products that are blocked or have warnings.
const Unready export.Readiness = "unready"

// IsZero reports whether all products are chosen.
func (p Pick) IsZero() bool { return p == Pick{} }

// IDs lists the products that all picks choose, in the order in which they came.
func (f *Findings) IDs(picks ...Pick) []catalog.ID {
	takes := map[*verdict]bool{}
	var ids []catalog.ID
	for _, p := range f.products {
		take, known := takes[p.verdict]
		if !known {
			take = !slices.ContainsFunc(picks, func(pick Pick) bool { return !f.takes(p.verdict, pick) })
			takes[p.verdict] = take
		}
		if take {
			ids = append(ids, p.id)
		}
	}
	return ids
}

func (f *Findings) takes(v *verdict, pick Pick) bool {
	if pick.IsZero() {
		return true
	}
	for i, c := range v.channels {
		if (pick.Channel == "" || pick.Channel == f.channels[i].Name()) && c.takes(pick) {
			return true
		}
	}
	return false
}

func (c channelVerdict) takes(pick Pick) bool {
	switch pick.State {
	case "", c.state:
	case Unready:
		if c.state == export.Ready {
			return false
		}
	default:
		return false
	}
	return pick.Problem == catalog.ProblemKind{} || slices.Contains(c.kinds, pick.Problem)
}

// Channels are those that products were held against.
func (f *Findings) Channels() []*export.Channel { return f.channels }

// Example is a problem of a kind, as the first product has it.
func (f *Findings) Example(kind catalog.ProblemKind) (catalog.Problem, bool) {
	e, ok := f.examples[kind]
	return e.problem, ok
}
