package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Dot is a round mark in a colour of the theme, which it follows.
type Dot struct {
	widget.BaseWidget

	color fyne.ThemeColorName
}

// DotSize is how wide and high a dot is.
const DotSize = 8

// NewDot makes a dot.
func NewDot(color fyne.ThemeColorName) *Dot {
	d := &Dot{color: color}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer makes the circle.
func (d *Dot) CreateRenderer() fyne.WidgetRenderer {
	r := &dotRenderer{WidgetRenderer: widget.NewSimpleRenderer(canvas.NewCircle(theme.Color(d.color))), dot: d}
	return r
}

type dotRenderer struct {
	fyne.WidgetRenderer
	dot *Dot
}

func (r *dotRenderer) MinSize() fyne.Size { return fyne.NewSize(DotSize, DotSize) }

func (r *dotRenderer) Refresh() {
	circle := r.Objects()[0].(*canvas.Circle)
	circle.FillColor = theme.Color(r.dot.color)
	circle.Refresh()
}

// NewIcon shows an icon of the house in a colour of the house.
func NewIcon(name theme.IconName, color fyne.ThemeColorName) fyne.CanvasObject {
	return Fixed(theme.IconSize, theme.IconSize, widget.NewIcon(theme.IconIn(name, color)))
}

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

// Mark is the colour of a tone's mark.
func (t Tone) Mark() fyne.ThemeColorName { return tones[t].mark }

// Word is the colour of a tone's words.
func (t Tone) Word() fyne.ThemeColorName { return tones[t].word }

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
	return NewArea(NewChip(text, tone), tap).Round(ChipHeight / 2)
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

// ChipHeight fits a line of secondary text and a space of 2 above and below.
const ChipHeight = 22

type chipRenderer struct {
	c    *Chip
	area *canvas.Rectangle
	word *canvas.Text
}

func (r *chipRenderer) style() {
	tone := tones[r.c.tone]
	r.area.FillColor, r.area.CornerRadius = theme.Color(tone.soft), ChipHeight/2
	r.area.StrokeColor, r.area.StrokeWidth = nil, 0
	if r.c.tone == Neutral {
		r.area.StrokeColor, r.area.StrokeWidth = theme.Color(theme.Line), 1
	}
	r.word.Text, r.word.Color, r.word.TextSize = r.c.text, theme.Color(tone.word), theme.Size(theme.TextSecondary)
}

func (r *chipRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.word.MinSize().Width+2*theme.Space2, ChipHeight)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.area.Resize(fyne.NewSize(size.Width, ChipHeight))
	r.area.Move(fyne.NewPos(0, (size.Height-ChipHeight)/2))
	placeLine(r.word, (size.Width-r.word.MinSize().Width)/2, size.Height)
}

func (r *chipRenderer) Refresh() {
	r.style()
	r.Layout(r.c.Size())
	r.area.Refresh()
	r.word.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.area, r.word} }

func (r *chipRenderer) Destroy() {}

// Share is a part of a bar.
type Share struct {
	Value float64
	Tone  Tone
}

// Bar shows shares of a whole beside each other. It says nothing by itself: the
// numbers are beside or below it.
type Bar struct {
	widget.BaseWidget

	shares []Share
	whole  float64 // 0: the sum of the shares
}

// barHeight is a bar's height.
const barHeight = 8

// NewBar makes a bar whose shares are the whole.
func NewBar(shares ...Share) *Bar { return NewBarOf(0, shares...) }

// NewBarOf makes a bar of which the shares may leave a part empty.
func NewBarOf(whole float64, shares ...Share) *Bar {
	b := &Bar{shares: shares, whole: whole}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows other shares.
func (b *Bar) Set(whole float64, shares ...Share) {
	b.whole, b.shares = whole, shares
	b.Refresh()
}

// CreateRenderer makes the bar.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{b: b, empty: canvas.NewRectangle(theme.Color(theme.Line))}
	r.Refresh()
	return r
}

type barRenderer struct {
	b     *Bar
	empty *canvas.Rectangle
	parts []*canvas.Rectangle
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(theme.Space6, barHeight) }

func (r *barRenderer) Layout(size fyne.Size) {
	r.empty.Resize(size)
	r.empty.CornerRadius = barHeight / 2
	whole := r.b.whole
	if whole <= 0 {
		for _, s := range r.b.shares {
			whole += s.Value
		}
	}
	x := float32(0)
	for i, s := range r.b.shares {
		width := float32(0)
		if whole > 0 {
			width = size.Width * float32(s.Value/whole)
		}
		r.parts[i].Resize(fyne.NewSize(width, size.Height))
		r.parts[i].Move(fyne.NewPos(x, 0))
		x += width
	}
}

func (r *barRenderer) Refresh() {
	r.empty.FillColor = theme.Color(theme.Line)
	for len(r.parts) < len(r.b.shares) {
		r.parts = append(r.parts, canvas.NewRectangle(theme.Color(theme.Line)))
	}
	r.parts = r.parts[:len(r.b.shares)]
	for i, s := range r.b.shares {
		r.parts[i].FillColor = theme.Color(tones[s.Tone].mark)
		r.parts[i].CornerRadius = 2
		r.parts[i].Refresh()
	}
	r.Layout(r.b.Size())
	r.empty.Refresh()
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.empty}
	for _, p := range r.parts {
		objects = append(objects, p)
	}
	return objects
}

func (r *barRenderer) Destroy() {}
