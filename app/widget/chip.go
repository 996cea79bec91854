package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Tone is what a chip, a dot or a bar says by its colour, beside its word.
type Tone uint8

// The tones.
const (
	Neutral Tone = iota
	Good
	Caution
	Wrong
	Current // of the accent
)

// tones give each tone's mark, soft surface and word.
var tones = map[Tone]struct{ mark, soft, word fyne.ThemeColorName }{
	Neutral: {theme.Faint, theme.Background, theme.Muted},
	Good:    {theme.OK, theme.OKSoft, theme.OKText},
	Caution: {theme.Warn, theme.WarnSoft, theme.WarnText},
	Wrong:   {theme.Bad, theme.BadSoft, theme.BadText},
	Current: {theme.Accent, theme.AccentSoft, theme.Accent},
}

// Chip is a pill with a word: a state, or a filter that a tap removes.
type Chip struct {
	widget.BaseWidget

	text string
	tone Tone
}

// NewChip makes a chip that says a state.
func NewChip(text string, tone Tone) *Chip {
	c := &Chip{text: text, tone: tone}
	c.ExtendBaseWidget(c)
	return c
}

// NewTapChip makes a chip that does something when it is pressed.
func NewTapChip(text string, tone Tone, tap func()) *Area {
	return NewArea(NewChip(text, tone), tap).Round(chipHeight / 2)
}

// Set shows another state.
func (c *Chip) Set(text string, tone Tone) {
	c.text, c.tone = text, tone
	c.Refresh()
}

// Text returns the word.
func (c *Chip) Text() string { return c.text }

// CreateRenderer makes the pill.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{c: c, area: canvas.NewRectangle(theme.Color(theme.Clear)), word: canvas.NewText(c.text, theme.Color(theme.Ink))}
	r.style()
	return r
}

// chipHeight fits a line of secondary text and a space of 2 above and below.
const chipHeight = 22

type chipRenderer struct {
	c    *Chip
	area *canvas.Rectangle
	word *canvas.Text
}

func (r *chipRenderer) style() {
	tone := tones[r.c.tone]
	r.area.FillColor, r.area.CornerRadius = theme.Color(tone.soft), chipHeight/2
	r.area.StrokeColor, r.area.StrokeWidth = nil, 0
	if r.c.tone == Neutral {
		r.area.StrokeColor, r.area.StrokeWidth = theme.Color(theme.Line), 1
	}
	r.word.Text, r.word.Color, r.word.TextSize = r.c.text, theme.Color(tone.word), theme.Size(theme.TextSecondary)
}

func (r *chipRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.word.MinSize().Width+2*theme.Space2, chipHeight)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.area.Resize(fyne.NewSize(size.Width, chipHeight))
	r.area.Move(fyne.NewPos(0, (size.Height-chipHeight)/2))
	stand(r.word, (size.Width-r.word.MinSize().Width)/2, size.Height)
}

func (r *chipRenderer) Refresh() {
	r.style()
	r.Layout(r.c.Size())
	r.area.Refresh()
	r.word.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.area, r.word} }
func (r *chipRenderer) Destroy()                     {}
