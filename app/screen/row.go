package screen

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// holder is the template of a list's row that knows its parts: a list hands back
// the object only.
type holder struct {
	fynewidget.BaseWidget

	object fyne.CanvasObject
	parts  any
}

// NewHolder makes a row of an object and its parts; see [Held].
func NewHolder(object fyne.CanvasObject, parts any) fyne.CanvasObject {
	h := &holder{object: object, parts: parts}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the row.
func (h *holder) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(h.object) }

// Held informs Find what is in the row.
func (h *holder) Held() []fyne.CanvasObject { return []fyne.CanvasObject{h.object} }

// Held returns the parts of a row.
func Held[T any](o fyne.CanvasObject) T { return o.(*holder).parts.(T) }

// FocusIn gives the keys to the first thing in an object that takes them.
func FocusIn(o fyne.CanvasObject) {
	if f := widget.FocusableIn(o); f != nil {
		widget.Focus(f)
	}
}

// NewCell makes a cell of a table: a line of text that is cut off at the cell's
// edge, on a ground of its own. A label that shortens itself would cost 150 times
// as much.
func NewCell() fyne.CanvasObject {
	line := canvas.NewText("", color.Transparent)
	back := canvas.NewRectangle(color.Transparent)
	back.SetMinSize(fyne.NewSize(theme.Space6, theme.RowHeight))
	return container.NewStack(back, container.New(besideEdge{}, container.NewClip(line)))
}

// SetCell shows a text in a cell.
func SetCell(o fyne.CanvasObject, text string, ink, ground fyne.ThemeColorName, bold bool) {
	stack := o.(*fyne.Container)
	back := stack.Objects[0].(*canvas.Rectangle)
	clip := stack.Objects[1].(*fyne.Container).Objects[0].(*container.Clip)
	line := clip.Content.(*canvas.Text)
	back.FillColor = theme.Color(ground)
	line.Text, line.Color, line.TextSize = text, theme.Color(ink), theme.Size(theme.TextBody)
	line.TextStyle.Bold = bold
	stack.Objects[1].(*fyne.Container).Refresh() // a line in another font has another height
	back.Refresh()
	line.Refresh()
}

// besideEdge leaves a space of 8 before a clipped line and centres it in height.
type besideEdge struct{}

func (besideEdge) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		height := o.(*container.Clip).Content.MinSize().Height
		o.Resize(fyne.NewSize(max(size.Width-theme.Space2, 0), height))
		o.Move(fyne.NewPos(theme.Space2, (size.Height-height)/2))
	}
}

func (besideEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
