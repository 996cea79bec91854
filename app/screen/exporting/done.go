package exporting

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/exporting"
	"tradewind.app/app/widget"
)

// donePane says what was written, and what was left out.
func (e *Screen) donePane() fyne.CanvasObject {
	r := e.road.Report
	var parts []fyne.CanvasObject
	if r.Outdated {
		parts = append(parts, widget.Named(screen.Notice(theme.WarnSoft, theme.WarnText, e.say("export-outdated")), "export-outdated"))
	}
	parts = append(
		parts,
		container.New(
			screen.Evenly{},
			e.figure("export-count-products", r.Products), e.figure("export-count-variants", r.Variants),
			e.figure("export-count-pictures", r.Pictures), e.figure("export-count-left", r.Left),
		),
		e.files(r),
	)
	if r.Leftover != "" {
		parts = append(parts, widget.Named(screen.Prose(widget.NewWrapped(e.say("export-leftover", "path", r.Leftover))), "export-leftover"))
	}
	if r.Left > 0 {
		parts = append(parts, e.skipped(r))
	}
	return paged(scrolled(theme.Space4, parts...), e.doneFooter(r))
}

func (e *Screen) figure(name string, count int) fyne.CanvasObject {
	content := widget.Column(theme.Space1, widget.NewText(e.say(name)).In(theme.Muted), widget.NewFigure(text.Count(int64(count))))
	return widget.Named(widget.NewSurface(theme.Surface, content).Lined().Round(theme.CardRadius).Inside(theme.Space3, theme.Space4), name)
}

// fileColumns: icon, name, rows, size.
var fileColumns = widget.Columns{theme.IconSize, -1, 120, 80}

func (e *Screen) files(r *exporting.Report) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, len(r.Files)+1)
	for _, f := range r.Files {
		rows = append(rows, widget.Fixed(0, theme.RowHeight, fileColumns.Row(
			widget.NewIcon(theme.IconFile, theme.Muted), widget.NewText(f.Name).Cut(),
			widget.NewText(e.say("export-file-rows", "count", f.Rows)).Right(), widget.NewSecondary(bytesOf(f.Bytes)).Right(),
		)))
	}
	heading := widget.Columns{-1, -3}.Row(widget.NewSection(e.say("export-files")), widget.NewSecondary(r.Dir).Right().Cut())
	return screen.Lines(heading, rows)
}

// bytesOf writes a number of bytes for people.
func bytesOf(n int64) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 10<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d B", n)
}

// skippedShown is how many products that were left out are drawn.
const skippedShown = 50

// skipped lists what was left out, each with its reasons.
func (e *Screen) skipped(r *exporting.Report) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, skippedShown+1)
	for _, s := range r.Skipped[:min(len(r.Skipped), skippedShown)] {
		rows = append(rows, screen.Prose(widget.NewWrapped(s.Name), screen.Aside(strings.Join(s.Reasons, "\n"))))
	}
	if more := r.Left - len(rows); more > 0 {
		rows = append(rows, widget.Inset(theme.Space2, theme.Space2, widget.NewSecondary(e.say("export-left-more", "count", more, "path", r.Report)).Cut()))
	}
	fix := widget.NewButton(e.say("home-fix"), func() { e.session.Go(r.Fix) }).Small()
	return screen.Lines(widget.Row(theme.Space2, widget.NewSection(e.say("export-left-title", "count", r.Left)), widget.Spring(), widget.Named(fix, "export-fix")), rows)
}

func (e *Screen) doneFooter(r *exporting.Report) fyne.CanvasObject {
	again := widget.NewButton(e.say("export-again"), e.road.Restart)
	buttons := []fyne.CanvasObject{widget.Named(again, "export-again")}
	if e.open != nil {
		open := widget.NewButton(e.say("export-open"), func() { e.open(r.Dir) }).As(widget.Primary).WithIcon(theme.IconIn(theme.IconFolder, theme.OnAccent))
		buttons = append(buttons, widget.Named(open, "export-open"))
	}
	return screen.Footer(widget.NewSecondary(e.say("export-report", "path", r.Report)).Cut(), buttons...)
}
