package listing

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/theme"
)

// lineColumns are the columns of a listing's lines: what it is, the source, the
// Chinese, the length with the state.
type lineColumns struct{}

const (
	lineLabelWidth float32 = 112
	lineStateWidth float32 = 148
	lineCountWidth float32 = 64 // of it
)

// columns are where each column begins and how wide it is.
func (lineColumns) columns(width float32) (x, w [4]float32) {
	text := max(0, (width-lineLabelWidth-lineStateWidth-5*theme.Space3)/2)
	w = [4]float32{lineLabelWidth, text, text, lineStateWidth}
	at := theme.Space3
	for i := range w {
		x[i] = at
		at += w[i] + theme.Space3
	}
	return x, w
}

func (c lineColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, w := c.columns(size.Width)
	for i, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x[i], (size.Height-height)/2))
		o.Resize(fyne.NewSize(w[i], height))
	}
}

func (lineColumns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(lineLabelWidth+lineStateWidth+6*theme.Space6, theme.RowHeight)
}

// lineTable lays the rows out under each other, each as high as its longest text.
type lineTable struct{ l *Lines }

// Layout implements fyne.Layout.
func (t *lineTable) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, row := range t.l.Rows {
		height := t.height(i, size.Width)
		t.place(i, row, y, size.Width, height)
		y += height
	}
}

// MinSize implements fyne.Layout. It is as high as the rows are in the width that
// the scroll has: the width is never the rows' to choose.
func (t *lineTable) MinSize([]fyne.CanvasObject) fyne.Size {
	width, height := t.l.scroll.Size().Width, float32(0)
	for i := range t.l.Rows {
		height += t.height(i, width)
	}
	return fyne.NewSize(2*lineLabelWidth+lineStateWidth, height)
}

// lineInset is the space above and below a row's texts.
const lineInset = theme.Space2 + 1

func (t *lineTable) height(i int, width float32) float32 {
	_, w := lineColumns{}.columns(width)
	row := t.l.Rows[i]
	height := max(row.source.HeightAt(w[1]), row.label.MinSize().Height)
	if i == t.l.current {
		entry := t.l.Entry.HeightAt(w[2])
		if row.Over.Text() != "" {
			entry += row.Over.HeightAt(w[2]) + theme.Space1
		}
		return max(height+2*lineInset, entry+2*theme.Space1) + 1
	}
	return max(height, row.Chinese.HeightAt(w[2])) + 2*lineInset + 1
}

// place puts one row's parts where they are.
func (t *lineTable) place(i int, row *lineRow, y, width, height float32) {
	x, w := lineColumns{}.columns(width)
	put := func(o fyne.CanvasObject, column int, top, high float32) {
		o.Move(fyne.NewPos(x[column], top))
		o.Resize(fyne.NewSize(w[column], high))
	}
	line := row.label.MinSize().Height
	base := y + lineInset // where the texts begin: beside the entry, where its text does
	if i == t.l.current {
		base = y + theme.Space1 + theme.Space2
	}
	row.press.Move(fyne.NewPos(0, y))
	row.press.Resize(fyne.NewSize(width, height-1))
	put(row.label, 0, base+(row.source.LineHeight()-line)/2, line)
	put(row.source, 1, base, row.source.HeightAt(w[1]))
	row.rule.Move(fyne.NewPos(0, y+height-1))
	row.rule.Resize(fyne.NewSize(width, 1))
	chip := row.chip.MinSize()
	row.chip.Move(fyne.NewPos(x[3]+lineCountWidth+theme.Space2, base+(row.source.LineHeight()-chip.Height)/2))
	row.chip.Resize(chip)
	row.Count.Move(fyne.NewPos(x[3], base+(row.source.LineHeight()-line)/2))
	row.Count.Resize(fyne.NewSize(lineCountWidth, line))
	t.placeChinese(i, row, y, w[2], put)
}

// placeChinese puts the entry over the current line's Chinese.
func (t *lineTable) placeChinese(i int, row *lineRow, y, width float32, put func(fyne.CanvasObject, int, float32, float32)) {
	if i != t.l.current {
		row.Chinese.Show()
		put(row.Chinese, 2, y+lineInset, row.Chinese.HeightAt(width))
		row.Over.Hide()
		return
	}
	row.Chinese.Hide()
	high := t.l.Entry.HeightAt(width)
	put(t.l.field, 2, y+theme.Space1, high)
	if row.Over.Text() == "" {
		row.Over.Hide()
		return
	}
	row.Over.Show()
	put(row.Over, 2, y+high+2*theme.Space1, row.Over.HeightAt(width))
}

// underHead puts the titles of the columns above the rows, and gives the scroll its
// width before it asks its content how high it is.
type underHead struct{ l *Lines }

func (u underHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, rule, scroll := objects[0], objects[1], objects[2]
	head.Resize(fyne.NewSize(size.Width, theme.RowHeight))
	rule.Move(fyne.NewPos(0, theme.RowHeight))
	rule.Resize(fyne.NewSize(size.Width, 1))
	scroll.Move(fyne.NewPos(0, theme.RowHeight+1))
	scroll.Resize(fyne.NewSize(size.Width, max(0, size.Height-theme.RowHeight-1)))
	u.l.fit()
	if size != u.l.size { // otherwise it is where the person scrolled to
		u.l.size = size
		u.l.reveal()
	}
}

func (underHead) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 3*theme.RowHeight) }
