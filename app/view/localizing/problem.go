package localizing

import (
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Problem is a kind of problem that the listings' texts have.
type Problem struct {
	Kind     catalog.ProblemKind
	Words    string
	Products int
}

// Problems are the problems that texts in the locale have, the gravest first; none
// while the survey is not there yet.
func (m *Model) Problems() []Problem {
	sum, _ := m.session.Survey().Sum()
	var list []Problem
	for _, p := range sum.Problems {
		if _, to, ok := catalog.Field(p.First.Field).Locale(); ok && to == m.to {
			list = append(list, Problem{p.Kind, view.Brief(p.First, m.session.Text), p.Products})
		}
	}
	return list
}

// ProblemWords says the problem that is asked for.
func (m *Model) ProblemWords() string {
	return view.PickWords(workspace.Pick{Problem: m.Problem}, m.session.Survey().Findings(), m.session.Workspace, m.session.Text)
}

// chosen is the filter with the products that have the problem: it is called in the
// background. Not ok while the survey is not there yet; the list is read when it
// comes.
func (m *Model) chosen() (choose func() catalog.Filter, ok bool) {
	f, found, pick := m.filter(), m.session.Survey().Findings(), workspace.Pick{Problem: m.Problem}
	if pick.IsZero() {
		return func() catalog.Filter { return f }, true
	}
	return func() catalog.Filter { return view.Among(f, found.IDs(pick)) }, found != nil
}

// surveyed is told that something else was found of the products. The list that is
// worked on stays: a text that was mended must not take the place away.
func (m *Model) surveyed() {
	switch {
	case m.Problem == catalog.ProblemKind{} || m.State == view.ListReady && m.Page != nil:
		m.Tell()
	case m.session.Survey().Findings() == nil:
		m.fail(m.session.Survey().Err())
	default:
		m.load()
	}
}
