package listing

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/widget"
)

// gloss is what the current line says in English and whether the listing has the facts of
// the English; nothing where neither is known.
func (s *Side) gloss(page *listing.Page, line *listing.Line) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if words := page.GlossOf(line); len(words) > 0 {
		told := widget.Named(widget.NewWrapped(s.say.Gloss(words)).Small(), "localize-gloss")
		parts = append(parts, s.group("localize-gloss", told))
	}
	if sheet := s.sheet(page); sheet != nil {
		parts = append(parts, sheet)
	}
	return parts
}

func (s *Side) sheet(page *listing.Page) fyne.CanvasObject {
	facts, ok := page.Facts()
	if !ok || len(facts.Lines)+len(facts.Added) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	row := func(role, words string, ink fyne.ThemeColorName) {
		rows = append(rows, widget.Named(widget.NewWrapped(words).Small().In(ink), role))
	}
	row("localize-sheet-found", s.say.Say("localize-sheet-found", "found", facts.Found(), "of", len(facts.Lines)), theme.Ink)
	for _, fact := range facts.Lines {
		if !fact.Found {
			row("localize-sheet-lost:"+fact.English, s.say.Say("localize-sheet-lost", "fact", screen.OneLine(fact.English)), theme.WarnText)
		}
	}
	for _, a := range facts.Added {
		row("localize-sheet-added:"+a.Chinese, s.say.Say("localize-sheet-added", "chinese", a.Chinese, "english", a.English), theme.WarnText)
	}
	return s.group("localize-sheet", widget.Column(theme.Space1, rows...))
}
