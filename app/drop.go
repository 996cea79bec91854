package app

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
)

// dropped takes files that were dropped on the window: a catalogue is opened,
// others are the screen's where it wants them, and else a spreadsheet is imported.
func (w *window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 {
		return
	}
	w.guard(func() { w.take(paths) })
}

func (w *window) take(paths []string) {
	if strings.EqualFold(filepath.Ext(paths[0]), workspace.Extension) {
		w.openFile(paths[0])
		return
	}
	if d, ok := w.current.(screen.Dropper); ok && d.Drop(paths) {
		return
	}
	switch {
	case !view.IsSpreadsheet(paths[0]):
		w.fail(text.Fail("drop-unknown", "name", filepath.Base(paths[0])))
	case w.session.Workspace == nil:
		w.fail(text.Fail("drop-first"))
	default:
		w.goTo(view.Target{Place: view.ImportPlace, File: paths[0]})
	}
}
