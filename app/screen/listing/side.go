package listing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
)

// Side is what there is to know of a listing's current line: what is
// suggested, where each word of it comes from, and the product.
type Side struct {
	say    *text.Printer
	insert func(text string)
	take   func()
	omit   func()
	fix    func(text string)
	terms  []string // by their numbers
	checks *fyne.Container
	Object *fyne.Container
}

// NewSide makes the pane. insert puts a term in, take what is suggested, fix what a check
// proposes, omit leaves the line out.
func NewSide(say *text.Printer, insert func(string), take, omit func(), fix func(string)) *Side {
	return &Side{say: say, insert: insert, take: take, omit: omit, fix: fix, checks: container.NewStack(), Object: container.NewStack()}
}

// Show shows a line; nil where there is none.
func (s *Side) Show(page *listing.Page, line *listing.Line) {
	s.Object.Objects, s.terms = nil, nil
	if page != nil && line != nil {
		s.ShowChecks(page, line, line.Text)
		parts := []fyne.CanvasObject{s.checks, s.suggestion(line)}
		if words := s.words(line); words != nil {
			parts = append(parts, words)
		}
		parts = append(parts, s.remarks(line)...)
		parts = append(parts, s.gloss(page, line)...)
		if origin := s.origin(line); origin != nil {
			parts = append(parts, origin)
		}
		if len(page.Unused) > 0 {
			parts = append(parts, s.unused(page))
		}
		parts = append(parts, s.product(page))
		s.Object.Objects = []fyne.CanvasObject{widget.Column(theme.Space6, parts...)}
	}
	s.Object.Refresh()
}

// ShowChecks shows what the checks say of the current line with a text in it.
func (s *Side) ShowChecks(page *listing.Page, line *listing.Line, typed string) {
	s.checks.Objects = nil
	if page != nil && line != nil {
		var rows []fyne.CanvasObject
		for i, r := range page.Remarks(*line, typed, s.say) {
			rows = append(rows, s.check(i+1, r))
		}
		if len(rows) > 0 {
			s.checks.Objects = []fyne.CanvasObject{s.group("localize-checks", rows...)}
		}
	}
	s.checks.Hidden = len(s.checks.Objects) == 0
	s.checks.Refresh()
	s.Object.Refresh()
}

// check is what one check says, with the way to take what it proposes.
func (s *Side) check(number int, r listing.Remark) fyne.CanvasObject {
	sentence := widget.NewWrapped(r.Sentence).Small()
	if r.Blocks {
		sentence = sentence.In(theme.BadText)
	}
	parts := []fyne.CanvasObject{sentence}
	if r.Rule != "" {
		parts = append(parts, widget.NewWrapped(r.Rule).Small().In(theme.Muted))
	}
	if r.Fix != "" && s.fix != nil {
		fix := widget.NewButton(s.say.Say("localize-fix"), func() { s.fix(r.Fix) }).Small()
		parts = append(parts, widget.Column(theme.Space1, widget.NewWrapped(r.Fix).Small(), widget.Row(theme.Space1, widget.Named(fix, "localize-fix:"+screen.Thousands(number)))))
	}
	return widget.Column(theme.Space1, parts...)
}

// Use puts in the term with a number, from 1 on.
func (s *Side) Use(number int) {
	if number >= 1 && number <= len(s.terms) {
		s.insert(s.terms[number-1])
	}
}

// group is a part of the pane with a heading.
func (s *Side) group(code string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.Column(theme.Space2, append([]fyne.CanvasObject{widget.NewGroup(s.say.Say(code))}, parts...)...)
}

func (s *Side) suggestion(line *listing.Line) fyne.CanvasObject {
	switch {
	case line.Suggested != nil && line.Suggested.Text != "":
	case line.Suggested != nil && len(line.Suggested.LeftOut) > 0:
		return s.group("localize-suggestion", widget.NewWrapped(s.say.Say("localize-all-left-out")).Small())
	default:
		return s.group("localize-suggestion", widget.NewWrapped(s.say.Say("localize-no-suggestion")).Small())
	}
	use := widget.NewButton(s.say.Say("localize-use"), s.take).Small()
	card := widget.NewSurface(theme.Background, widget.NewWrapped(line.Suggested.Text)).Lined().Round(theme.ControlRadius).Inside(theme.Space2, theme.Space2)
	return s.group("localize-suggestion", card, widget.Row(theme.Space2, widget.Named(use, "localize-use"), widget.NewSecondary(screen.AltKey("0"))))
}

// origin is how the line came about: its state, by whom and when, with the way to leave it
// out.
func (s *Side) origin(line *listing.Line) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if line.Text != "" || line.State() == catalog.StateOmitted {
		parts = append(parts, widget.Row(theme.Space1, widget.NewChip(stateChip(s.say, line.State(), line.Stale, false))))
	}
	if author := s.say.Author(line.Mark); author != "" {
		parts = append(parts, widget.NewWrapped(author).Small())
	}
	if s.omit != nil && line.CanOmit() {
		parts = append(parts, widget.Row(theme.Space1, widget.Named(widget.NewButton(s.say.Say("localize-omit", "field", s.omitted(line)), s.omit).Small(), "localize-omit")))
	}
	if len(parts) == 0 {
		return nil
	}
	return s.group("localize-state", widget.Column(theme.Space2, parts...))
}

// unused are the words of the product's English that the Chinese does without.
func (s *Side) unused(page *listing.Page) fyne.CanvasObject {
	rows := []fyne.CanvasObject{}
	for _, words := range page.Unused {
		rows = append(rows, widget.NewWrapped(screen.OneLine(words)).Small())
	}
	rows = append(rows, widget.NewWrapped(s.say.Say("localize-unused-how")).Small().In(theme.Muted))
	return widget.Named(s.group("localize-unused", widget.Column(theme.Space1, rows...)), "localize-unused")
}

// omitted names what is left out with a line: one of several texts goes with the rest.
func (s *Side) omitted(line *listing.Line) string {
	if line.Field == catalog.ListingAttributes {
		return line.Part
	}
	return s.say.Say("field-" + string(line.Field))
}

// wordColumns: number, source, Chinese.
var wordColumns = widget.Columns{22, -1, -1}

// words are the source's words with their Chinese and origin; those that can be put
// in have a number.
func (s *Side) words(line *listing.Line) fyne.CanvasObject {
	terms := line.Terms()
	for _, t := range terms {
		s.terms = append(s.terms, t.Text)
	}
	var rows []fyne.CanvasObject
	for _, stretch := range line.OpenStretches() {
		rows = append(rows, s.word(stretch, terms))
	}
	if len(rows) == 0 {
		return nil
	}
	return s.group("localize-terms", widget.Column(0, rows...))
}

// mostNumbers is how many terms have a key of their own.
const mostNumbers = 9

func (s *Side) word(stretch compose.Segment, terms []compose.Segment) fyne.CanvasObject {
	number := 0
	for i, t := range terms {
		if t.Text == stretch.Text {
			number = i + 1
		}
	}
	mark := widget.Gap(0, 0)
	if number >= 1 && number <= mostNumbers {
		mark = widget.NewSurface(theme.Background, widget.NewSecondary(screen.Thousands(number)).Center()).Lined().Round(theme.ControlRadius).Inside(1, 0)
	}
	origin := s.say.Say("origin-" + string(stretch.Origin))
	chinese := widget.Column(0, widget.NewText(stretch.Text).Right().Cut(), widget.NewSecondary(origin).Right().Cut())
	row := widget.Inset(theme.Space1, 0, wordColumns.Row(mark, widget.NewText(screen.OneLine(stretch.Source)).In(theme.Muted).Cut(), chinese))
	if number == 0 {
		return row
	}
	return widget.Named(widget.NewArea(row, func() { s.insert(stretch.Text) }), "localize-term:"+screen.Thousands(number))
}

// remarks are what is not in the suggestion, and why.
func (s *Side) remarks(line *listing.Line) []fyne.CanvasObject {
	if line.Suggested == nil {
		return nil
	}
	var parts []fyne.CanvasObject
	remark := func(code string, segments []compose.Segment) {
		var rows []fyne.CanvasObject
		for _, left := range segments {
			rows = append(rows, widget.NewWrapped(screen.Joined(screen.OneLine(left.Source), left.Note)).Small())
		}
		if len(rows) > 0 {
			parts = append(parts, s.group(code, rows...))
		}
	}
	remark("localize-left-out", line.Suggested.LeftOut)
	remark("localize-dropped", line.Suggested.Dropped)
	if unknown := line.Suggested.Unknown; len(unknown) > 0 {
		flow := widget.Flow(theme.Space1)
		for _, word := range unknown {
			flow.Add(widget.NewChip(word, widget.Caution))
		}
		parts = append(parts, s.group("localize-unknown", flow))
	}
	return parts
}

// product is what the texts are about.
func (s *Side) product(page *listing.Page) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	if page.Picture != nil {
		picture := canvas.NewImageFromImage(page.Picture)
		picture.FillMode = canvas.ImageFillContain
		parts = append(parts, widget.Fixed(0, screen.PictureHeight, widget.NewSurface(theme.Background, picture).Lined().Round(theme.CardRadius).Inside(theme.Space1, theme.Space1)))
	}
	if about := screen.Joined(page.Brand, page.Category); about != "" {
		parts = append(parts, widget.NewWrapped(about).Small())
	}
	if len(parts) == 0 {
		parts = append(parts, widget.NewSecondary(page.Title).Cut())
	}
	return s.group("localize-product", parts...)
}
