package exporting

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/exporting"
	"tradewind.app/app/widget"
)

// previewPane is the step that shows the first rows as they will be in the file,
// and where that goes.
func (e *Screen) previewPane() fyne.CanvasObject {
	m := e.road
	content := e.busyCard("export-previewing")
	switch {
	case m.Rows != nil:
		content = widget.Inset(theme.Space1, theme.Space6, screen.ListCard(widget.NewSection(e.say("export-rows", "file", m.Rows.File)), e.rows(m.Rows)))
	case m.Wrong != nil && !m.Busy:
		content = container.NewVBox()
	}
	return paged(content, e.previewFooter())
}

func (e *Screen) rows(f *exporting.FeedRows) fyne.CanvasObject {
	table := widget.NewTable(
		func() (int, int) { return len(f.Lines), f.Columns + 1 },
		screen.NewCell,
		func(id fynewidget.TableCellID, o fyne.CanvasObject) { feedCell(f, id, o) },
	)
	table.StickyColumnCount = 1
	table.SetColumnWidth(0, 48)
	for column := range f.Columns {
		table.SetColumnWidth(column+1, feedWidth(f, column))
	}
	return widget.Named(table.Object(), "export-rows")
}

// mostShown is how many characters of a cell are shown.
const mostShown = 60

// feedCell shows the cell as it is in the file but for line breaks and what is
// behind mostShown characters.
func feedCell(f *exporting.FeedRows, id fynewidget.TableCellID, o fyne.CanvasObject) {
	ground, ink, head := theme.Clear, theme.Ink, f.IsHead(id.Row)
	if head {
		ground, ink = theme.Background, theme.Muted
	}
	if id.Col == 0 {
		screen.SetCell(o, strconv.Itoa(id.Row+1), theme.Muted, ground, false)
		return
	}
	cell := ""
	if line := f.Lines[id.Row]; id.Col <= len(line) {
		cell = screen.OneLine(line[id.Col-1])
	}
	if r := []rune(cell); len(r) > mostShown {
		cell = string(r[:mostShown]) + "…"
	}
	screen.SetCell(o, cell, ink, ground, head)
}

// feedWidth fits the longest cell of a column, up to a width. A Chinese character
// is as wide as two of the rest.
func feedWidth(f *exporting.FeedRows, column int) float32 {
	longest := 6
	for _, line := range f.Lines {
		if column >= len(line) {
			continue
		}
		width := 0
		for _, r := range line[column] {
			width++
			if r > 0x2e7f {
				width++
			}
		}
		longest = max(longest, min(width, 40))
	}
	return float32(longest)*7 + theme.Space6
}

// previewFooter has the folder at the left and the way on at the right.
func (e *Screen) previewFooter() fyne.CanvasObject {
	m := e.road
	left := []fyne.CanvasObject{widget.NewText(e.say("export-to")).In(theme.Muted), widget.Named(e.folder(), "export-folder")}
	columns := widget.Columns{36, -1, theme.Space1}
	if e.choose != nil {
		change := widget.NewButton(e.say("export-change"), func() { e.choose(m.UseFolder) }).Small()
		left, columns = append(left, widget.Named(change, "export-change")), widget.Columns{36, -1, 96, theme.Space1}
	}
	if m.Writing() {
		cancel := widget.NewButton(e.say("export-cancel"), m.Cancel)
		return screen.Footer(widget.NewSecondary(e.say("export-writing")), widget.Named(cancel, "export-cancel"))
	}
	back := widget.NewButton(e.say("export-back"), func() { m.GoTo(exporting.StepCheck) })
	write := widget.NewButton(e.say("export-write", "count", m.Writes()), m.Write).As(widget.Primary)
	write.Allow(m.Writes() > 0)
	return screen.Footer(columns.Row(append(left, widget.Gap(0, 0))...), widget.Named(back, "export-back"), widget.Named(write, "export-write"))
}

// folder is where the files go.
func (e *Screen) folder() fyne.CanvasObject { return widget.NewText(e.road.Dir).Cut() }
