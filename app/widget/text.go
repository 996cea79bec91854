package widget

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Text is one line in a size of the type scale and a colour of the house. Unlike
// a label it has no padding, and unlike a canvas text it follows the theme.
type Text struct {
	widget.BaseWidget

	text  string
	size  fyne.ThemeSizeName
	color fyne.ThemeColorName
	bold  bool
	align fyne.TextAlign
	cut   bool
	short bool // it did not fit
}

// NewText makes a line of body text.
func NewText(s string) *Text { return newText(s, theme.TextBody, theme.Ink, false) }

// NewTitle makes the title of a page.
func NewTitle(s string) *Text { return newText(s, theme.TextTitle, theme.Ink, true) }

// NewSection makes the heading of a card or a part of a page.
func NewSection(s string) *Text { return newText(s, theme.TextSection, theme.Ink, true) }

// NewSecondary makes a line that explains another.
func NewSecondary(s string) *Text { return newText(s, theme.TextSecondary, theme.Muted, false) }

// NewGroup makes the small heading above a list.
func NewGroup(s string) *Text {
	return newText(strings.ToUpper(s), theme.TextSecondary, theme.Muted, true)
}

// NewFigure makes a figure that is to be seen from afar.
func NewFigure(s string) *Text { return newText(s, theme.TextFigure, theme.Ink, true) }

func newText(s string, size fyne.ThemeSizeName, color fyne.ThemeColorName, bold bool) *Text {
	t := &Text{text: s, size: size, color: color, bold: bold}
	t.ExtendBaseWidget(t)
	return t
}

// In sets the colour and returns the text.
func (t *Text) In(color fyne.ThemeColorName) *Text {
	t.color = color
	return t
}

// Strong makes the text semibold and returns it.
func (t *Text) Strong() *Text {
	t.bold = true
	return t
}

// Right aligns the text, as figures are, and returns it.
func (t *Text) Right() *Text {
	t.align = fyne.TextAlignTrailing
	return t
}

// Center aligns the text and returns it.
func (t *Text) Center() *Text {
	t.align = fyne.TextAlignCenter
	return t
}

// Cut lets the text be narrower than it is long: what does not fit ends in "…".
func (t *Text) Cut() *Text {
	t.cut = true
	return t
}

// CutAway is the whole text where it does not fit; "" where it does.
func (t *Text) CutAway() string {
	if t.short {
		return t.text
	}
	return ""
}

// Text returns what is shown.
func (t *Text) Text() string { return t.text }

// SetText shows another text.
func (t *Text) SetText(s string) {
	if s != t.text {
		t.text = s
		t.Refresh()
	}
}

// Set shows another text in another colour.
func (t *Text) Set(s string, color fyne.ThemeColorName) {
	if s != t.text || color != t.color {
		t.text, t.color = s, color
		t.Refresh()
	}
}

// CreateRenderer makes the line.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewText(t.text, theme.Color(t.color))
	r := &textRenderer{t: t, line: line}
	r.style()
	return r
}

type textRenderer struct {
	t    *Text
	line *canvas.Text
}

func (r *textRenderer) style() {
	r.line.Color = theme.Color(r.t.color)
	r.line.TextSize = theme.Size(r.t.size)
	r.line.TextStyle = fyne.TextStyle{Bold: r.t.bold}
	r.line.Alignment = r.t.align
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.line.Resize(size)
	shown := r.t.text
	if r.t.cut {
		shown = Shorten(shown, size.Width, r.line.TextSize, r.line.TextStyle)
	}
	r.t.short = shown != r.t.text
	if shown != r.line.Text {
		r.line.Text = shown
		r.line.Refresh()
	}
}

func (r *textRenderer) MinSize() fyne.Size {
	full := fyne.MeasureText(r.t.text, r.line.TextSize, r.line.TextStyle)
	if r.t.cut {
		full.Width = min(full.Width, theme.Space6)
	}
	return full
}

func (r *textRenderer) Refresh() {
	r.style()
	r.line.Text = r.t.text
	r.Layout(r.t.Size())
	r.line.Refresh()
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *textRenderer) Destroy()                     {}

// placeLine puts a line of text at x, in the middle of a height. The text is given all of
// the height: Fyne then draws it in the middle at whole pixels, where it would stretch
// one that is placed at half a pixel over one more.
func placeLine(t *canvas.Text, x, height float32) {
	t.Move(fyne.NewPos(float32(math.Round(float64(x))), 0))
	t.Resize(fyne.NewSize(t.MinSize().Width, height))
}

// Shorten cuts a text to a width and ends it in "…" where it was cut.
func Shorten(s string, width, size float32, style fyne.TextStyle) string {
	if width <= 0 || fyne.MeasureText(s, size, style).Width <= width {
		return s
	}
	runes := []rune(s)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(string(runes[:middle])+"…", size, style).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}
