package grid

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// cell draws one cell of a row.
type cell interface {
	// objects are what it draws with; their number does not change.
	objects() []fyne.CanvasObject
	// place puts it into the row whose top is y, from x on.
	place(x, y, width float32)
	// show draws a cell; loading when it is not at hand yet.
	show(c Cell, loading bool)
	// clear draws nothing: the list has ended.
	clear()
}

func newCell(g *Grid, column Column) cell {
	switch column.Kind {
	case PictureColumn:
		return newPictureCell()
	case DotsColumn:
		return &dotsCell{}
	}
	return newTextCell(g, column)
}

// textCell is a text in a clip: a label that shortens itself costs 150 times as
// much on each refresh.
type textCell struct {
	g      *Grid
	column Column
	clip   *container.Clip
	text   *canvas.Text
	width  float32
}

func newTextCell(g *Grid, column Column) *textCell {
	c := &textCell{g: g, column: column, text: canvas.NewText("", color.Transparent)}
	if column.Kind == FigureColumn {
		c.text.Alignment = fyne.TextAlignTrailing
	}
	c.clip = container.NewClip(c.text)
	return c
}

func (c *textCell) objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.clip} }

func (c *textCell) place(x, y, width float32) {
	c.width = width - 2*cellPad
	c.clip.Move(fyne.NewPos(x+cellPad, y))
	c.clip.Resize(fyne.NewSize(c.width, theme.RowHeight))
	c.text.Resize(fyne.NewSize(c.width, theme.RowHeight))
}

func (c *textCell) show(cell Cell, loading bool) {
	ink := theme.Muted
	switch {
	case loading || cell.Blank:
		ink = theme.Faint
	case cell.Tone != widget.Neutral:
		ink = cell.Tone.Word()
	case c.column.Strong:
		ink = theme.Ink
	}
	size := theme.Size(theme.TextBody)
	shown := c.g.advance.fit(cell.Text, c.width-c.g.advance.width(cell.Tail, size), size, false) + cell.Tail
	if loading {
		shown = "…"
	}
	c.draw(shown, ink, size)
}

func (c *textCell) clear() { c.draw("", theme.Muted, theme.Size(theme.TextBody)) }

func (c *textCell) draw(shown string, ink fyne.ThemeColorName, size float32) {
	if fill := theme.Color(ink); shown != c.text.Text || fill != c.text.Color || size != c.text.TextSize {
		c.text.Text, c.text.Color, c.text.TextSize = shown, fill, size
		c.text.Refresh()
	}
}

// thumbnail is the side of a picture in a row.
const thumbnail = 26

// pictureCell is a thumbnail; while none is known, a soft square.
type pictureCell struct {
	back  *canvas.Rectangle
	image *canvas.Image
}

func newPictureCell() *pictureCell {
	c := &pictureCell{back: canvas.NewRectangle(color.Transparent), image: canvas.NewImageFromImage(nil)}
	c.back.CornerRadius, c.image.CornerRadius = theme.Space1, theme.Space1
	c.image.FillMode, c.image.ScaleMode = canvas.ImageFillCover, canvas.ImageScaleFastest
	c.image.Hide()
	return c
}

func (c *pictureCell) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.back, c.image}
}

func (c *pictureCell) place(x, y, width float32) {
	at := fyne.NewPos(x+(width-thumbnail)/2, y+(theme.RowHeight-thumbnail)/2)
	for _, o := range c.objects() {
		o.Move(at)
		o.Resize(fyne.NewSquareSize(thumbnail))
	}
}

func (c *pictureCell) show(cell Cell, loading bool) {
	fill, line := theme.Line, theme.Clear
	if cell.Lacks && !loading {
		fill, line = theme.Clear, theme.Line
	}
	c.draw(theme.Color(fill), theme.Color(line), cell.Image)
}

func (c *pictureCell) clear() { c.draw(theme.Color(theme.Clear), theme.Color(theme.Clear), nil) }

func (c *pictureCell) draw(fill, line color.Color, picture image.Image) {
	if c.back.FillColor != fill || c.back.StrokeColor != line {
		c.back.FillColor, c.back.StrokeColor, c.back.StrokeWidth = fill, line, 1
		c.back.Refresh()
	}
	if c.image.Image == picture { // the same one: pictures are pointers of whoever keeps them
		return
	}
	c.image.Image = picture
	if picture == nil {
		c.image.Hide()
		return
	}
	c.image.Show()
	c.image.Refresh()
}

// mostDots is how many lights a cell has room for.
const mostDots = 8

// drop puts marks in line with the middle of small letters, which is below that of
// a row.
const drop = 1

// dotStep is from one light to the next.
const dotStep = widget.DotSize + theme.Space1

// dotsCell is a row of lights. What they mean is in words where the row is
// shown in full.
type dotsCell struct{ dots [mostDots]*canvas.Circle }

func (c *dotsCell) objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, mostDots)
	for i := range c.dots {
		if c.dots[i] == nil {
			c.dots[i] = canvas.NewCircle(color.Transparent)
			c.dots[i].Hide()
		}
		objects = append(objects, c.dots[i])
	}
	return objects
}

func (c *dotsCell) place(x, y, _ float32) {
	for i, dot := range c.dots {
		dot.Move(fyne.NewPos(x+cellPad+float32(i)*dotStep, y+(theme.RowHeight-widget.DotSize)/2+drop))
		dot.Resize(fyne.NewSquareSize(widget.DotSize))
	}
}

func (c *dotsCell) clear() { c.show(Cell{}, true) }

func (c *dotsCell) show(cell Cell, loading bool) {
	for i, dot := range c.dots {
		if loading || i >= len(cell.Dots) {
			if dot.Visible() {
				dot.Hide()
			}
			continue
		}
		fill := theme.Color(cell.Dots[i].Mark())
		if cell.Dots[i] == widget.Neutral {
			fill = theme.Color(theme.Line)
		}
		if fill != dot.FillColor {
			dot.FillColor = fill
			dot.Refresh()
		}
		if !dot.Visible() {
			dot.Show()
		}
	}
}

// advances are the widths of characters that were met, by size and style. To
// shape a whole text anew for each cell that comes into view would cost more than
// to draw it; the sum of its characters' widths is near enough to cut it.
type advances map[advanceKey]float32

type advanceKey struct {
	char rune
	size float32
	bold bool
}

// mostAdvances bounds the memory: a catalogue may use all of Unicode.
const mostAdvances = 20_000

func (a advances) of(char rune, size float32, bold bool) float32 {
	key := advanceKey{char, size, bold}
	width, ok := a[key]
	if !ok {
		if len(a) >= mostAdvances {
			clear(a)
		}
		width = fyne.MeasureText(string(char), size, fyne.TextStyle{Bold: bold}).Width
		a[key] = width
	}
	return width
}

// width is the width of a text.
func (a advances) width(s string, size float32) float32 {
	width := float32(0)
	for _, char := range s {
		width += a.of(char, size, false)
	}
	return width
}

// fit cuts a text to a width and ends it in "…" where it was cut.
func (a advances) fit(s string, width, size float32, bold bool) string {
	dots := a.of('…', size, bold)
	used, cut := float32(0), 0
	for i, char := range s {
		if used+dots <= width {
			cut = i
		}
		if used += a.of(char, size, bold); used > width {
			return strings.TrimRight(s[:cut], " ") + "…"
		}
	}
	return s
}
