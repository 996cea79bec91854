package app

import (
	"path/filepath"
	"time"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
)

// watchEvery is how often the window looks for the catalogue's file. It also does when
// it comes to the front, and after each change.
const watchEvery = 5 * time.Second

// watchFile begins to watch the catalogue that was put into the window.
func (w *window) watchFile() {
	if w.watch != nil {
		w.watch.Stop()
	}
	w.watch = view.NewFileWatch(w.session)
	w.watch.Tell = func() { w.status.refresh() }
	w.watch.Lost = func(err error) { w.fileLost(err) }
	if w.session.Workspace != nil {
		w.watch.Start(watchEvery)
	}
}

// fileLost says once that the catalogue's file is gone or another one. Opening it
// again leads to what is there now, or to its backups; what was being typed is kept
// aside and offered then.
func (w *window) fileLost(reason error) {
	logError(w.log, reason)
	path, say := w.session.Workspace.Path(), w.session.Text
	w.ask(say.Say("ask-file-lost", "name", filepath.Base(path)), say.Error(reason),
		answer{say.Say("ask-file-lost-open"), "ask:open-again", widget.Primary, func() {
			if w.busy() {
				return
			}
			grid.DropCell(w.win.Canvas()) // it could not be saved
			if err := w.closeCatalogue(); err != nil {
				logError(w.log, err) // nothing can be put in order in a file that is gone
			}
			w.use(nil)
			w.openWith(path, w.options)
		}},
		answer{say.Say("word-close"), "ask:close", widget.Plain, nil},
	)
}
