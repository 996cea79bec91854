package listing

import (
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/export"
)

// Line is one text of a listing as it is shown beside its source.
type Line struct {
	localize.Line

	Label   string       // what it is: "Title", "Selling point 2"
	Limit   export.Limit // zero: none that is known
	Channel string       // whose limit it is
	Blocked bool         // a channel would refuse the text as it is saved
}

// Length is how long a text would be in the line, in the limit's unit; without a
// limit in bytes of GBK, as marketplaces in China count.
func (l Line) Length(text string) int {
	if l.Limit.IsZero() {
		return catalog.GBKLen(text)
	}
	return l.Limit.Measure(text)
}

// Cut splits a text where it becomes too long for the line.
func (l Line) Cut(text string) (within, over string) {
	if l.Limit.IsZero() {
		return text, ""
	}
	return l.Limit.Cut(text)
}

// OpenStretches are the parts of what is suggested that a person must know of:
// the source's words with their Chinese, and where each comes from.
func (l Line) OpenStretches() []compose.Segment {
	if l.Suggested == nil {
		return nil
	}
	var list []compose.Segment
	for _, s := range l.Suggested.Segments {
		if s.Origin != compose.Mark && strings.TrimSpace(s.Source) != "" {
			list = append(list, s)
		}
	}
	return list
}

// Terms are the words of the line's source that have Chinese, in order, each once.
// They can be put in one by one.
func (l Line) Terms() []compose.Segment {
	var terms []compose.Segment
	met := map[string]bool{}
	for _, s := range l.OpenStretches() {
		switch s.Origin {
		case compose.FromTerm, compose.FromUser, compose.FromUnit, compose.FromBrand:
			if s.Text != "" && !met[s.Text] {
				met[s.Text] = true
				terms = append(terms, s)
			}
		}
	}
	return terms
}

// newLines are the lines of a listing with their names and limits.
func newLines(work workspace.ListingWork, limits map[catalog.Field]workspace.ListingLimit, say *text.Printer) []Line {
	options := map[string]bool{}
	for _, name := range work.Product.Options {
		options[name] = true
	}
	lines := make([]Line, 0, len(work.Lines))
	for _, l := range work.Lines {
		line := Line{Line: l, Label: lineLabel(l, options, say)}
		if l.Field != catalog.ListingDescription && l.Field != catalog.ListingKeywords { // their limits are of all their texts together
			if most := limits[l.Field]; most.Channel != nil {
				line.Limit, line.Channel = most.Limit, view.ChannelName(most.Channel.Title(view.LocaleOf(say)))
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// lineLabel names a line.
func lineLabel(l localize.Line, options map[string]bool, say *text.Printer) string {
	switch {
	case l.Field == catalog.ListingOptions && options[l.Part]:
		return say.Say("line-option")
	case l.Field == catalog.ListingOptions:
		return say.Say("line-option-value")
	case l.Part == "" || l.Field == catalog.ListingAttributes:
		return say.Say("line-" + string(l.Field))
	}
	return say.Say("line-"+string(l.Field)+"-part", "part", l.Part)
}
