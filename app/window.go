package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/text"
)

// mainWindow shows the catalogue's name and its first rows, or what to do when
// there is none.
func mainWindow(a fyne.App, s shop, say *text.Printer) fyne.Window {
	w := a.NewWindow(title(s))
	w.SetContent(content(s, say))
	w.Resize(firstSize)
	w.CenterOnScreen()
	w.SetMaster()
	return w
}

// title puts the catalogue first: a task bar cuts the end off.
func title(s shop) string {
	if s.name == "" {
		return Name
	}
	return s.name + " - " + Name
}

func content(s shop, say *text.Printer) fyne.CanvasObject {
	if s.name == "" {
		return container.NewPadded(heading(say.Say("window-empty"), say.Say("window-how-to-begin")))
	}
	below := say.Say("window-all", "count", len(s.rows))
	if s.more {
		below = say.Say("window-first", "count", len(s.rows))
	}
	return container.NewPadded(container.NewBorder(heading(s.name, below), nil, nil, nil, list(s, say)))
}

func heading(name, below string) fyne.CanvasObject {
	big := widget.NewLabelWithStyle(name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	big.SizeName = theme.SizeNameSubHeadingText
	small := widget.NewLabel(below)
	small.Wrapping = fyne.TextWrapWord
	return container.NewVBox(big, small)
}

// list is a table whose cells are clipped canvas texts: a label that shortens
// itself costs 150 times as much on each refresh.
func list(s shop, say *text.Printer) *widget.Table {
	heads := []string{say.Say("head-sku"), say.Say("head-title"), say.Say("head-chinese-title")}
	t := widget.NewTableWithHeaders(
		func() (int, int) { return len(s.rows), len(heads) },
		cell,
		func(id widget.TableCellID, o fyne.CanvasObject) { setCell(o, s.rows[id.Row][id.Col]) },
	)
	t.ShowHeaderColumn = false
	t.CreateHeader = cell
	t.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { setCell(o, heads[id.Col]) }
	for i, width := range []float32{200, 520, 400} {
		t.SetColumnWidth(i, width)
	}
	return t
}

// rowHeight is what the house's design gives a row.
const rowHeight = 36

// cell is a text, clipped, over a strut that gives the row its height.
func cell() fyne.CanvasObject {
	strut := canvas.NewRectangle(color.Transparent)
	strut.SetMinSize(fyne.NewSize(1, rowHeight))
	return container.NewStack(strut, container.NewClip(canvas.NewText("", theme.Color(theme.ColorNameForeground))))
}

func setCell(o fyne.CanvasObject, s string) {
	t := o.(*fyne.Container).Objects[1].(*container.Clip).Content.(*canvas.Text)
	if t.Text != s {
		t.Text = s
		t.Refresh()
	}
}
