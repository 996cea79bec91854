package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Share is a part of a bar.
type Share struct {
	Value float64
	Tone  Tone
}

// Bar shows shares of a whole beside each other. It says nothing by itself: the
// numbers stand beside or below it.
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
