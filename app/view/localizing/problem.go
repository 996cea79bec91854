package localizing

import (
	"tradewind.app/app/view"
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
	sum, _ := m.session.Survey().Sum()
	return view.PickWords(catalog.FindingFilter{Problem: m.Problem}, sum, m.session.Workspace, m.session.Text)
}

// chosen is the filter with the products that have the problem. Not ok while it is not
// known what was found; the list is read when it is.
func (m *Model) chosen() (f catalog.Filter, ok bool) {
	f = m.filter()
	if m.Problem == (catalog.ProblemKind{}) {
		return f, true
	}
	f.Findings = []catalog.FindingFilter{{Problem: m.Problem}}
	return f, m.session.Survey().Known()
}

// surveyed is called when what was found about the products differs. The list that is
// worked on stays: a text that was mended must not take the place away.
func (m *Model) surveyed() {
	switch {
	case m.Problem == catalog.ProblemKind{} || m.State == view.ListReady && m.Page != nil:
		m.Changed()
	case !m.session.Survey().Known():
		m.fail(m.session.Survey().Err())
	default:
		m.load()
	}
}
