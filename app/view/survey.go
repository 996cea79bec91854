package view

import (
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// ChannelCard is how far products are for one channel.
type ChannelCard struct {
	Name     string // in files and roles
	Title    string
	Rules    string // when its rules were read: "2026-11-20"
	Files    string // what an export makes
	Products int
	Ready    int
	Warned   int
	Blocked  int
	Unready  []catalog.ID // those warned or blocked
}

// TopProblem is one kind of problem.
type TopProblem struct {
	Severity catalog.Severity
	Sentence string // of the first product that has it
	Channels string
	Products int
	Fix      Target // where the products are that have it
}

// localeOf is the locale that a printer's language is read in.
func localeOf(say *text.Printer) catalog.Locale {
	if say.Language() == text.Chinese {
		return catalog.SimplifiedChinese
	}
	return catalog.Source
}

func channelTitle(c *export.Channel, say *text.Printer) string {
	return ChannelName(c.Title(localeOf(say)))
}

func newCard(c *export.Channel, say *text.Printer) ChannelCard {
	spec := c.Spec()
	files := make([]string, 0, len(spec.Files))
	for _, f := range spec.Files {
		files = append(files, f.Name)
	}
	return ChannelCard{Name: c.Name(), Title: channelTitle(c, say), Rules: spec.Checked.String(), Files: strings.Join(files, ", ")}
}

func cardsOf(s workspace.Survey, say *text.Printer) []ChannelCard {
	cards := make([]ChannelCard, 0, len(s.Channels))
	for _, c := range s.Channels {
		card := newCard(c.Channel, say)
		card.Products, card.Ready, card.Warned, card.Blocked, card.Unready = s.Products, c.Ready, c.Warned, c.Blocked, c.Unready
		cards = append(cards, card)
	}
	return cards
}

func topProblemsOf(s workspace.Survey, say *text.Printer) []TopProblem {
	lines := make([]TopProblem, 0, len(s.Problems))
	for _, p := range s.Problems {
		names := make([]string, 0, len(p.Channels))
		for _, c := range p.Channels {
			names = append(names, channelTitle(c, say))
		}
		lines = append(lines, TopProblem{
			Severity: p.First.Severity, Sentence: say.Problem(p.First), Channels: strings.Join(names, ", "), Products: len(p.Products),
			Fix: fixOf(p),
		})
	}
	return lines
}

// fixOf is where a problem is mended: where the products are that have it, or
// where the feed is told what it needs.
func fixOf(p workspace.ProblemCount) Target {
	t := Target{Problem: p.First.Code, Field: catalog.Field(p.First.Field)}
	if _, ok := needOf(p.First); ok {
		t.Place, t.Channel = ExportPlace, p.Channels[0].Name()
	} else {
		t.Place, t.Filter = ProductsPlace, Only(p.Products)
	}
	return t
}

// Short is the first sentence: what is wrong, without what to do about it.
func (l TopProblem) Short() string {
	for _, end := range []string{". ", "。"} {
		if i := strings.Index(l.Sentence, end); i > 0 {
			return l.Sentence[:i]
		}
	}
	return strings.TrimSuffix(l.Sentence, ".")
}

// Only is a filter that chooses products one by one.
func Only(ids []catalog.ID) catalog.Filter { return catalog.Filter{IDs: ids} }
