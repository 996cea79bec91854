package listing

import (
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/localize"
)

// SetGloss hands over what the texts say in English, as they were when it was read.
func (p *Page) SetGloss(g workspace.Gloss) { p.gloss = g }

// GlossOf is what a line's text says in English, word by word; nil without a text, or
// where the text was changed since.
func (p *Page) GlossOf(line *Line) []localize.GlossWord {
	for _, g := range p.gloss.Lines {
		if g.Is(line.Line) {
			return g.Words
		}
	}
	return nil
}

// Facts are the facts of the English that the listing has, lost or added. Not ok where
// there is no text, or one was changed since they were read.
func (p *Page) Facts() (facts localize.FactSheet, ok bool) {
	for i := range p.Lines {
		if line := &p.Lines[i]; line.Text != "" && p.GlossOf(line) == nil {
			return localize.FactSheet{}, false
		}
	}
	return p.gloss.Facts, len(p.gloss.Lines) > 0
}
