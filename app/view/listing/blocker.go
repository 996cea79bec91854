package listing

import (
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Blocker is something in a listing's texts that keeps the product out of a
// channel. While there is one nobody can accept the listing.
type Blocker struct {
	Field    catalog.Field // of the listing, without its locale
	Sentence string
	Channel  string
}

// String is the sentence with the channel that says it.
func (b Blocker) String() string {
	if b.Channel == "" {
		return b.Sentence
	}
	return b.Sentence + " (" + b.Channel + ")"
}

// IsBlocked reports whether a channel would refuse the listing as it is saved.
func (p *Page) IsBlocked() bool { return len(p.Blockers) > 0 }

// block notes what a channel would refuse, at the lines that it is about.
func (p *Page) block(problems []catalog.Problem, w *workspace.Workspace, say *text.Printer) {
	for _, problem := range problems {
		field, _, _ := catalog.Field(problem.Field).Locale()
		blocker := Blocker{Field: field, Sentence: say.Problem(problem)}
		if c, err := w.Channel(problem.Args["channel"]); err == nil {
			blocker.Channel = view.ChannelTitle(c, say)
		}
		p.Blockers = append(p.Blockers, blocker)
		if words := problem.Args["words"]; words == "" || !p.blockLinesWith(field, words) {
			p.blockLines(field)
		}
	}
}

// blockLinesWith marks the lines of a field that have the words that a problem is about,
// and reports whether there are some.
func (p *Page) blockLinesWith(field catalog.Field, words string) (found bool) {
	for i := range p.Lines {
		if line := &p.Lines[i]; line.Field == field && strings.Contains(line.Text, words) {
			line.Blocked, found = true, true
		}
	}
	return found
}

// blockLines marks the lines of a field: those that are too long, where some are,
// otherwise all of them.
func (p *Page) blockLines(field catalog.Field) {
	long := false
	for i := range p.Lines {
		line := &p.Lines[i]
		if line.Field == field && line.isTooLong(line.Text) {
			line.Blocked, long = true, true
		}
	}
	for i := range p.Lines {
		if line := &p.Lines[i]; line.Field == field && !long {
			line.Blocked = true
		}
	}
}

// FirstBlocked is the first line that is blocked, -1 where none is.
func (p *Page) FirstBlocked() int {
	for i, line := range p.Lines {
		if line.Blocked {
			return i
		}
	}
	return -1
}

// isTooLong reports whether a text is too long for the line.
func (l Line) isTooLong(text string) bool {
	_, over := l.Cut(text)
	return over != ""
}

// IsBlocked reports whether a text in the line would be refused: of one that is being
// typed it is known that it is too long, of what is saved also what more is wrong.
func (l Line) IsBlocked(text string) bool {
	switch {
	case l.isTooLong(text):
		return true
	case text == l.Text:
		return l.Blocked
	}
	return l.Blocked && text != "" && l.Text != "" && !l.isTooLong(l.Text)
}

// Refusal says why a listing is not accepted.
func (p *Page) Refusal(say *text.Printer) string {
	sentences := make([]string, len(p.Blockers))
	for i, b := range p.Blockers {
		sentences[i] = b.String()
	}
	return say.Say("localize-not-accepted", "reasons", strings.Join(sentences, " "))
}
