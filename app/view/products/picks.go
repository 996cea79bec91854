package products

import (
	"slices"

	"tradewind.app/app/view"
	"tradewind.app/catalog"
)

// chosen is the filter of the list. Not ok where it picks by what was found about the
// products and that is not known yet; the list is read when it is.
func (p *Model) chosen() (f catalog.Filter, ok bool) {
	f = p.Filter
	f.Findings = slices.Clone(p.Picks)
	return f, len(p.Picks) == 0 || p.session.Survey().Known()
}

// surveyed is called when what was found about the products differs.
func (p *Model) surveyed() {
	p.found++
	switch {
	case !p.session.Survey().Known():
		if len(p.Picks) > 0 {
			p.fail(p.session.Survey().Err())
		}
	case len(p.Picks) == 0:
		if p.State != view.ListLoading && p.State != view.ListFailed && !p.begun {
			p.loadFound(p.reading)
			p.fetch()
		}
	case p.State == view.ListLoading || p.State == view.ListFailed:
		p.Load()
	default:
		p.loadIDs(p.begin())
	}
}

// TogglePick adds a pick, or takes it out. There is one of each sort: another
// problem takes the place of the one before, another state that of the channel's.
func (p *Model) TogglePick(pick catalog.FindingFilter) {
	picks := slices.DeleteFunc(slices.Clone(p.Picks), func(have catalog.FindingFilter) bool { return sortOf(have) == sortOf(pick) })
	if !slices.Contains(p.Picks, pick) {
		picks = append(picks, pick)
	}
	p.Picks = picks
	p.Load()
}

// pickSort is what only one pick at a time can be of: a problem, or the state for a
// channel.
type pickSort struct {
	problem bool
	channel string
}

func sortOf(p catalog.FindingFilter) pickSort {
	if p.Problem != (catalog.ProblemKind{}) {
		return pickSort{problem: true}
	}
	return pickSort{channel: p.Channel}
}

// PickWords says a pick: "No HS code", "Taobao: blocked".
func (p *Model) PickWords(pick catalog.FindingFilter) string {
	sum, _ := p.session.Survey().Sum()
	return view.PickWords(pick, sum, p.session.Workspace, p.session.Text)
}

// ChannelNames are the channels of a row's lights; none before they are known.
func (p *Model) ChannelNames() []string {
	sum, known := p.session.Survey().Sum()
	if !known {
		return nil
	}
	names := make([]string, len(sum.Channels))
	for i, c := range sum.Channels {
		names[i] = view.ChannelTitle(c.Channel, p.session.Text)
	}
	return names
}
