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
	About    string // what these files are, where the title does not say all
	Products int
	Ready    int
	Warned   int
	Blocked  int
	Tiers    []TierBar // the most wanted first; none before it was counted
}

// TierBar is how much there is of what a channel has columns for, of one tier; see
// export.Coverage.
type TierBar struct {
	Code          string // of its word
	Share         float64
	Filled, Wants int // pairs of a product and a column
}

// Unready is how many products are blocked or warned.
func (c ChannelCard) Unready() int { return c.Warned + c.Blocked }

// Check is where the products are that are not ready without a remark.
func (c ChannelCard) Check() Target {
	return Target{Place: ProductsPlace, Pick: catalog.FindingFilter{Channel: c.Name, State: catalog.Unready}}
}

// TopProblem is one kind of problem.
type TopProblem struct {
	Severity catalog.Severity
	Sentence string // of the first product that has it
	Channels string
	Products int
	Fix      Target // where the products are that have it
}

// NewCard is a channel whose products were not counted.
func NewCard(c *export.Channel, say *text.Printer) ChannelCard {
	spec := c.Spec()
	return ChannelCard{Name: c.Name(), Title: ChannelTitle(c, say), Rules: spec.Checked.String(), Files: strings.Join(spec.FileNames(), ", "), About: c.About(LocaleOf(say))}
}

// CardsOf are the channels of a survey with their counts.
func CardsOf(s workspace.Survey, say *text.Printer) []ChannelCard {
	cards := make([]ChannelCard, 0, len(s.Channels))
	for _, c := range s.Channels {
		card := NewCard(c.Channel, say)
		card.Products, card.Ready, card.Warned, card.Blocked, card.Tiers = s.Products, c.Ready, c.Warned, c.Blocked, tierBars(c.Coverage)
		cards = append(cards, card)
	}
	return cards
}

// tierBars leaves out tiers that the channel has no columns of.
func tierBars(c export.Coverage) []TierBar {
	var bars []TierBar
	for i, f := range c {
		if f.Of > 0 {
			bars = append(bars, TierBar{"tier-" + export.Tiers[i].String(), f.Share(), f.Filled, f.Of})
		}
	}
	return bars
}

// TopProblemsOf are the problems of a survey, the gravest first.
func TopProblemsOf(s workspace.Survey, say *text.Printer) []TopProblem {
	lines := make([]TopProblem, 0, len(s.Problems))
	for _, p := range s.Problems {
		names := make([]string, 0, len(p.Channels))
		for _, c := range p.Channels {
			names = append(names, ChannelTitle(c, say))
		}
		lines = append(lines, TopProblem{
			Severity: p.First.Severity, Sentence: say.Problem(p.First), Channels: strings.Join(names, ", "), Products: p.Products,
			Fix: fixOf(p),
		})
	}
	return lines
}

// fixOf is where a problem is mended: at the setting that mends it for all products,
// in the product that has it, or where the products are that have it. Whoever opens
// one of them there comes to the field, too.
func fixOf(p workspace.ProblemCount) Target {
	pick := catalog.FindingFilter{Problem: p.Kind}
	t := Target{Place: ProductsPlace, Pick: pick, Problem: p.First.Code, Field: catalog.Field(p.First.Field)}
	if need, ok := NeedOf(p.First); ok {
		t.Place, t.Pick, t.Setting = SettingsPlace, catalog.FindingFilter{}, need.Key
		return t
	}
	if p.Products == 1 && p.Product != "" {
		t.Place, t.Pick, t.Product = ProductPlace, catalog.FindingFilter{}, p.Product
	}
	return t
}

// Short is the first sentence: what is wrong, without what to do about it.
func (l TopProblem) Short() string { return FirstSentence(l.Sentence) }
