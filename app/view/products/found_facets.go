package products

import (
	"context"
	"slices"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// foundFacets counts the problems of a list's products and their states for each
// channel. It has all that it needs, and runs in the background.
type foundFacets struct {
	w      *workspace.Workspace
	say    *text.Printer
	known  bool // otherwise there are no such facets
	picks  []catalog.FindingFilter
	filter catalog.Filter // of the list, without the picks
}

func (p *Model) newFoundFacets() foundFacets {
	return foundFacets{
		w: p.session.Workspace, say: p.session.Text, known: p.session.Survey().Known(),
		picks: slices.Clone(p.Picks), filter: p.Filter,
	}
}

func (f foundFacets) count(ctx context.Context) ([]FacetGroup, error) {
	if !f.known {
		return nil, nil
	}
	byProblem, err := f.sum(ctx, true)
	if err != nil {
		return nil, err
	}
	byState := byProblem
	if len(f.picks) > 0 {
		byState, err = f.sum(ctx, false)
	}
	return append([]FacetGroup{f.problems(byProblem)}, f.states(byState)...), err
}

// sum adds up the list as if it were not narrowed by problems, or by states.
func (f foundFacets) sum(ctx context.Context, problems bool) (workspace.Survey, error) {
	filter := f.filter
	filter.Findings = slices.DeleteFunc(slices.Clone(f.picks), func(pick catalog.FindingFilter) bool { return sortOf(pick).problem == problems })
	return f.w.Survey(ctx, filter)
}

// problems are the gravest, then those that most products have.
func (f foundFacets) problems(s workspace.Survey) FacetGroup {
	group := FacetGroup{Code: "facet-problem"}
	met := map[string]bool{}
	for _, problem := range s.Problems {
		pick, active := catalog.FindingFilter{Problem: problem.Kind}, false
		for _, have := range f.picks {
			if have.Problem == problem.Kind {
				pick, active = have, true // it may be of one channel
			}
		}
		if problem.Kind.Severity == catalog.Info || len(group.Lines) >= mostFacets && !active {
			continue
		}
		label := view.Brief(problem.First, f.say)
		if met[label] { // another channel may have another name for it
			label += " · " + view.ChannelTitle(problem.Channels[0], f.say)
		}
		met[label] = true
		hint := view.FirstSentence(f.say.Problem(problem.First))
		group.Lines = append(group.Lines, FacetLine{Label: label, Hint: hint, Count: problem.Products, Pick: pick, Active: active})
	}
	return group
}

// states are those of each channel that products are in.
func (f foundFacets) states(s workspace.Survey) []FacetGroup {
	groups := make([]FacetGroup, 0, len(s.Channels))
	for _, c := range s.Channels {
		group := FacetGroup{Label: view.ChannelTitle(c.Channel, f.say)}
		for _, line := range []struct {
			state export.Readiness
			count int
		}{{export.NotReady, c.Blocked}, {export.WithWarnings, c.Warned}, {export.Ready, c.Ready}} {
			pick := catalog.FindingFilter{Channel: c.Channel.Name(), State: line.state}
			if active := slices.Contains(f.picks, pick); line.count > 0 || active {
				group.Lines = append(group.Lines, FacetLine{Code: "readiness-" + string(line.state), Count: line.count, Pick: pick, Active: active})
			}
		}
		groups = append(groups, group)
	}
	return groups
}
