package widget

import (
	"cmp"
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Wrapped is a text over as many lines as it needs, whose end may be tinted: what
// is too long. Unlike a label it says how high it is at a width before it is laid
// out, and breaks Chinese between any two characters.
type Wrapped struct {
	widget.BaseWidget

	text   string
	color  fyne.ThemeColorName
	size   fyne.ThemeSizeName
	style  fyne.TextStyle
	centre bool
	over   int     // where the tint begins, in bytes; -1: none
	within float32 // how wide it will be laid out; 0 where that is not known

	broken brokenText
}

// brokenText is a text that was broken into lines. Layouts ask for it again and again,
// and each time measuring would take as long as the first.
type brokenText struct {
	text  string
	width float32
	rule  fyne.Size // of a letter: in another font or size the lines are different
	lines []string
}

// NewWrapped makes a text in body size.
func NewWrapped(s string) *Wrapped {
	w := &Wrapped{text: s, color: theme.Ink, size: theme.TextBody, over: -1}
	w.ExtendBaseWidget(w)
	return w
}

// In sets the colour and returns the text.
func (w *Wrapped) In(color fyne.ThemeColorName) *Wrapped {
	w.color = color
	return w
}

// Small makes the text one that explains another, and returns it.
func (w *Wrapped) Small() *Wrapped {
	w.size = theme.TextSecondary
	return w
}

// Section makes the text a title within a screen, and returns it.
func (w *Wrapped) Section() *Wrapped {
	w.size, w.style.Bold = theme.TextSection, true
	return w
}

// Center puts each line in the middle and returns the text.
func (w *Wrapped) Center() *Wrapped {
	w.centre = true
	return w
}

// Within says how wide the text will be laid out, where that is known: so it is as
// high as it must be from the beginning. It returns the text.
func (w *Wrapped) Within(width float32) *Wrapped {
	w.within = width
	return w
}

// Width is how wide the text is, with no line broken.
func (w *Wrapped) Width() float32 {
	width := float32(0)
	for line := range strings.SplitSeq(w.text, "\n") {
		width = max(width, w.measure(line).Width)
	}
	return width
}

// Text returns what is shown.
func (w *Wrapped) Text() string { return w.text }

// Set shows another text; what lies behind over bytes is tinted, nothing below 0.
func (w *Wrapped) Set(s string, over int) {
	if s != w.text || over != w.over {
		w.text, w.over = s, over
		w.Refresh()
	}
}

// HeightAt is how high the text is in a width.
func (w *Wrapped) HeightAt(width float32) float32 {
	return float32(len(w.lines(width))) * w.LineHeight()
}

// LineHeight is how high one line is: whole pixels, see placeLine.
func (w *Wrapped) LineHeight() float32 { return float32(math.Ceil(float64(w.rule().Height))) }

// rule is the size of two letters, which distinguishes fonts and sizes.
func (w *Wrapped) rule() fyne.Size {
	return w.measure("国g")
}

func (w *Wrapped) measure(s string) fyne.Size {
	return fyne.MeasureText(s, theme.Size(w.size), w.style)
}

// lines breaks the text at a width: at spaces, between Chinese characters, and
// within a word only where it is wider than a line.
func (w *Wrapped) lines(width float32) []string {
	b, rule := &w.broken, w.rule()
	if b.lines == nil || b.text != w.text || b.width != width || b.rule != rule {
		*b = brokenText{w.text, width, rule, w.breakAt(width)}
	}
	return b.lines
}

// CountLines is how many lines another text would have in a width.
func (w *Wrapped) CountLines(text string, width float32) int {
	w.text = text
	return len(w.lines(width))
}

func (w *Wrapped) breakAt(width float32) []string {
	measure := func(s string) float32 { return w.measure(s).Width }
	var lines []string
	for paragraph := range strings.SplitSeq(w.text, "\n") {
		for width > 0 {
			n := fitting(paragraph, width, measure)
			if n == len(paragraph) {
				break
			}
			lines = append(lines, paragraph[:n])
			paragraph = paragraph[n:]
		}
		lines = append(lines, paragraph)
	}
	return lines
}

// firstGuess is about how many characters go into a line.
const firstGuess = 48

// fitting is how many bytes of a text go into a line; spaces at its end need no
// room.
func fitting(s string, width float32, measure func(string) float32) int {
	runes := []rune(s)
	fits := func(n int) bool { return measure(strings.TrimRight(string(runes[:n]), " ")) <= width }
	low, high := min(1, len(runes)), min(firstGuess, len(runes))
	for high < len(runes) && fits(high) { // what is far behind the line is never measured
		low, high = high, min(2*high, len(runes))
	}
	for low < high {
		middle := (low + high + 1) / 2
		if fits(middle) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	at := low
	for at > 0 && at < len(runes) && !breaks(runes[at-1], runes[at]) {
		at--
	}
	if at == 0 {
		at = low // one word is wider than the line
	}
	for at < len(runes) && runes[at] == ' ' {
		at++
	}
	return len(string(runes[:at]))
}

// breaks reports whether a line may end between two characters: a sign that closes
// stays with what it closes, one that opens with what it opens.
func breaks(before, after rune) bool {
	if unicode.IsSpace(before) {
		return true
	}
	if strings.ContainsRune("，。、；：！？）》」』”’%,.;:!?)", after) || strings.ContainsRune("（《「『“‘(", before) {
		return false
	}
	return unicode.Is(unicode.Han, before) || unicode.Is(unicode.Han, after)
}

// CreateRenderer makes the lines.
func (w *Wrapped) CreateRenderer() fyne.WidgetRenderer { return &wrappedRenderer{w: w} }

type wrappedRenderer struct {
	w       *Wrapped
	width   float32
	objects []fyne.CanvasObject
}

func (r *wrappedRenderer) Layout(size fyne.Size) {
	if size.Width != r.width {
		r.width = size.Width
		r.draw()
	}
}

// draw makes the lines anew, each with its tint behind it.
func (r *wrappedRenderer) draw() {
	r.objects = nil
	at := 0
	for i, line := range r.w.lines(r.width) {
		y := float32(i) * r.w.LineHeight()
		cut := len(line)
		if r.w.over >= 0 {
			cut = min(max(r.w.over-at, 0), len(line))
		}
		within := r.piece(line[:cut], r.w.color, r.begin(line), y)
		if cut < len(line) {
			r.tinted(line[cut:], within, y)
		}
		at += len(line)
		if at < len(r.w.text) && r.w.text[at] == '\n' {
			at++
		}
	}
}

// begin is where a line begins.
func (r *wrappedRenderer) begin(line string) float32 {
	if !r.w.centre {
		return 0
	}
	return (r.width - r.w.measure(strings.TrimRight(line, " ")).Width) / 2
}

// piece adds a part of a line and returns where it ends.
func (r *wrappedRenderer) piece(s string, color fyne.ThemeColorName, x, y float32) float32 {
	if s == "" {
		return x
	}
	line := canvas.NewText(s, theme.Color(color))
	line.TextSize, line.TextStyle = theme.Size(r.w.size), r.w.style
	line.Move(fyne.NewPos(x, y))
	line.Resize(line.MinSize())
	r.objects = append(r.objects, line)
	return x + line.MinSize().Width
}

func (r *wrappedRenderer) tinted(s string, x, y float32) {
	ground := canvas.NewRectangle(theme.Color(theme.BadSoft))
	ground.CornerRadius = 2
	r.objects = append(r.objects, ground)
	end := r.piece(s, theme.BadText, x, y)
	ground.Move(fyne.NewPos(x, y))
	ground.Resize(fyne.NewSize(end-x, r.w.LineHeight()))
}

func (r *wrappedRenderer) MinSize() fyne.Size {
	width := cmp.Or(r.width, r.w.within, 100*theme.Space6)
	return fyne.NewSize(theme.Space6, r.w.HeightAt(width))
}

func (r *wrappedRenderer) Refresh() {
	r.draw()
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *wrappedRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *wrappedRenderer) Destroy()                     {}
