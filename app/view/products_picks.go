package view

import (
	"slices"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// chosen is the filter with what the picks choose in it: it is called in the
// background. Not ok where there are picks and the survey is not there yet; the
// list is read when it comes.
func (p *Products) chosen() (choose func() catalog.Filter, ok bool) {
	return p.choice(p.Picks)
}

func (p *Products) choice(picks []workspace.Pick) (choose func() catalog.Filter, ok bool) {
	f, found := p.Filter, p.session.Survey().Findings()
	if len(picks) == 0 {
		return func() catalog.Filter { return f }, true
	}
	return func() catalog.Filter { return only(f, found.IDs(picks...)) }, found != nil
}

// nobody is the ID that no product has: a list of no IDs would choose all.
const nobody catalog.ID = ""

// only leaves of a filter's products those among some.
func only(f catalog.Filter, ids []catalog.ID) catalog.Filter {
	if len(f.IDs) > 0 {
		among := make(map[catalog.ID]bool, len(f.IDs))
		for _, id := range f.IDs {
			among[id] = true
		}
		ids = slices.DeleteFunc(ids, func(id catalog.ID) bool { return !among[id] })
	}
	if len(ids) == 0 {
		ids = []catalog.ID{nobody}
	}
	f.IDs = ids
	return f
}

// surveyed is told that something else was found of the products.
func (p *Products) surveyed() {
	switch {
	case p.session.Survey().Findings() == nil:
		if len(p.Picks) > 0 {
			p.fail(p.session.Survey().Err())
		}
	case len(p.Picks) == 0:
		if p.State != ListLoading && p.State != ListFailed && !p.begun {
			p.loadFound(p.reading)
		}
	case p.State == ListLoading || p.State == ListFailed:
		p.Load()
	default:
		p.loadIDs(p.begin())
	}
}

// TogglePick adds a pick, or takes it out. There is one of each sort: another
// problem takes the place of the one before, another state that of the channel's.
func (p *Products) TogglePick(pick workspace.Pick) {
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
func (p *Products) PickWords(pick workspace.Pick) string {
	return pickWords(pick, p.session.Survey().Findings(), p.session.Workspace, p.session.Text)
}

func pickWords(pick workspace.Pick, found *workspace.Findings, w *workspace.Workspace, say *text.Printer) string {
	channel := pick.Channel
	if c, err := w.Channel(channel); err == nil {
		channel = channelTitle(c, say)
	}
	if pick.Problem == (catalog.ProblemKind{}) {
		if channel == "" {
			return say.Say("pick-anywhere", "state", say.Say("readiness-"+string(pick.State)))
		}
		return say.Say("pick-state", "channel", channel, "state", say.Say("readiness-"+string(pick.State)))
	}
	problem := catalog.Problem{Code: pick.Problem.Code, Field: pick.Problem.Field}
	if found != nil {
		if first, ok := found.Example(pick.Problem); ok {
			problem = first
		}
	}
	words := briefly(problem, say)
	if channel == "" {
		return words
	}
	return say.Say("pick-problem-of", "problem", words, "channel", channel)
}

// briefly says a problem in a few words, else by its first sentence.
func briefly(p catalog.Problem, say *text.Printer) string {
	if words, ok := say.Brief(p); ok {
		return words
	}
	return firstSentence(say.Problem(p))
}

// ChannelNames are the channels of a row's lights; none before they are known.
func (p *Products) ChannelNames() []string {
	found := p.session.Survey().Findings()
	if found == nil {
		return nil
	}
	names := make([]string, len(found.Channels()))
	for i, c := range found.Channels() {
		names[i] = channelTitle(c, p.session.Text)
	}
	return names
}
