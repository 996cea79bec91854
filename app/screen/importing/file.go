package importing

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// filePage is the step in which a file is chosen.
type filePage struct {
	i      *Screen
	object *fyne.Container
}

func newFilePage(i *Screen) *filePage {
	p := &filePage{i: i, object: container.NewStack()}
	p.Refresh()
	return p
}

// Object implements stepPane.
func (p *filePage) Object() fyne.CanvasObject { return p.object }

// Refresh implements stepPane.
func (p *filePage) Refresh() {
	parts := []fyne.CanvasObject{p.zone()}
	if recent := p.recent(); recent != nil {
		parts = append(parts, recent)
	}
	p.object.Objects = []fyne.CanvasObject{widget.Column(theme.Space4, parts...)}
	p.object.Refresh()
}

// zone is where files are dropped, and what is read while one is.
func (p *filePage) zone() fyne.CanvasObject {
	if p.i.road.Busy {
		return widget.NewCard(widget.Fixed(0, screen.ZoneHeight, container.NewCenter(
			widget.NewText(p.i.say("import-busy-read", "file", p.i.road.Name())).In(theme.Muted))))
	}
	column := []fyne.CanvasObject{
		container.NewCenter(widget.Fixed(40, 40, fynewidget.NewIcon(theme.IconIn(theme.IconImport, theme.Accent)))),
		widget.Gap(0, theme.Space1),
		container.NewCenter(widget.NewSection(p.i.say("import-drop"))),
		container.NewCenter(widget.NewSecondary(p.i.say("import-drop-kinds"))),
		container.NewCenter(widget.NewSecondary(p.i.say("import-drop-safe"))),
	}
	if p.i.files.Choose != nil {
		choose := widget.NewButton(p.i.say("import-choose"), func() { p.i.files.Choose(p.i.Open) }).As(widget.Primary)
		column = append(column, widget.Gap(0, theme.Space1), container.NewCenter(widget.Named(choose, "import-choose")))
	}
	return widget.NewCard(widget.Fixed(0, screen.ZoneHeight, container.NewCenter(widget.Column(theme.Space2, column...))))
}

// recent lists the files that were opened last.
func (p *filePage) recent() fyne.CanvasObject {
	if p.i.files.Recent == nil {
		return nil
	}
	paths := p.i.files.Recent()
	if len(paths) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{widget.Inset(theme.Space2, theme.Space2, widget.NewGroup(p.i.say("import-recent")))}
	for _, path := range paths {
		columns := widget.Columns{theme.IconSize, -2, -3}
		row := columns.Row(widget.NewIcon(theme.IconFile, theme.Muted), widget.NewText(filepath.Base(path)).Cut(), widget.NewSecondary(filepath.Dir(path)).Cut())
		area := widget.NewArea(widget.Inset(0, theme.Space2, widget.Fixed(0, theme.RowHeight, row)), func() { p.i.Open(path) })
		rows = append(rows, widget.Named(area, "import-recent"))
	}
	return widget.NewCard(widget.Column(0, rows...))
}
