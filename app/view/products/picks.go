package products

import (
	"slices"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// chosen is the filter with what the picks choose in it: it is called in the
// background. Not ok where there are picks and the survey is not there yet; the
// list is read when it comes.
func (p *Model) chosen() (choose func() catalog.Filter, ok bool) {
	return p.choice(p.Picks)
}

func (p *Model) choice(picks []workspace.Pick) (choose func() catalog.Filter, ok bool) {
	f, found := p.Filter, p.session.Survey().Findings()
	if len(picks) == 0 {
		return func() catalog.Filter { return f }, true
	}
	return func() catalog.Filter { return view.Among(f, found.IDs(picks...)) }, found != nil
}

// surveyed is told that something else was found of the products.
func (p *Model) surveyed() {
	switch {
	case p.session.Survey().Findings() == nil:
		if len(p.Picks) > 0 {
			p.fail(p.session.Survey().Err())
		}
	case len(p.Picks) == 0:
		if p.State != view.ListLoading && p.State != view.ListFailed && !p.begun {
			p.loadFound(p.reading)
		}
	case p.State == view.ListLoading || p.State == view.ListFailed:
		p.Load()
	default:
		p.loadIDs(p.begin())
	}
}

// TogglePick adds a pick, or takes it out. There is one of each sort: another
// problem takes the place of the one before, another state that of the channel's.
func (p *Model) TogglePick(pick workspace.Pick) {
	picks := slices.DeleteFunc(slices.Clone(p.Picks), func(have workspace.Pick) bool { return sortOf(have) == sortOf(pick) })
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

func sortOf(p workspace.Pick) pickSort {
	if p.Problem != (catalog.ProblemKind{}) {
		return pickSort{problem: true}
	}
	return pickSort{channel: p.Channel}
}

// PickWords says a pick: "No HS code", "Taobao: blocked".
func (p *Model) PickWords(pick workspace.Pick) string {
	return view.PickWords(pick, p.session.Survey().Findings(), p.session.Workspace, p.session.Text)
}

// ChannelNames are the channels of a row's lights; none before they are known.
func (p *Model) ChannelNames() []string {
	found := p.session.Survey().Findings()
	if found == nil {
		return nil
	}
	names := make([]string, len(found.Channels()))
	for i, c := range found.Channels() {
		names[i] = view.ChannelTitle(c, p.session.Text)
	}
	return names
}
