package app

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"tradewind.app/app/screen"
	screenunreadable "tradewind.app/app/screen/unreadable"
	"tradewind.app/app/view"
	"tradewind.app/app/view/unreadable"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

// refused says why a catalogue was not opened. One that another Tradewind has is
// offered for reading; of another the backups are shown, which takes the place of
// the catalogue that is open only when a person wants it.
func (w *window) refused(path string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		return
	case errors.Is(err, store.ErrLocked):
		w.offerReadOnly(path)
		return
	}
	logError(w.log, err)
	w.preferences.forget(recentCatalogues, path)
	w.win.SetMainMenu(w.menu())
	if w.session.Workspace == nil {
		w.showUnreadable(path, err)
		return
	}
	say := w.session.Text
	w.ask(say.Say("unreadable-title", "name", filepath.Base(path)), say.Error(err),
		answer{say.Say("word-close"), "ask:close", widget.Primary, nil},
		answer{say.Say("unreadable-show"), "ask:backups", widget.Plain, func() {
			w.leaveThen(func() {
				if err := w.closeCatalogue(); err != nil {
					w.fail(err)
				}
				w.use(nil)
				w.showUnreadable(path, err)
			})
		}},
	)
}

// showUnreadable goes to the page of a catalogue that cannot be opened.
func (w *window) showUnreadable(path string, reason error) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	w.broken = unreadable.New(w.session, path, reason, w.options, w.open)
	delete(w.screens, view.UnreadablePlace)
	w.goTo(view.Target{Place: view.UnreadablePlace})
}

func (w *window) unreadableScreen() screen.Screen {
	return screenunreadable.New(w.session, w.broken, screenunreadable.Asks{
		Open:  w.askOpen,
		Again: func() { w.openFile(w.broken.Path) },
		Start: func() { w.goTo(view.Target{Place: view.WelcomePlace}) },
		Rescue: func(then func(string)) {
			path := w.broken.Path
			name := w.session.Text.Say("file-rescued-name", "name", view.FileName(path)) + workspace.Extension
			w.choose(w.newCatalogue(filepath.Join(filepath.Dir(path), name)), then)
		},
		Use: w.openFile,
	})
}

// watchEvery is how often the window looks for the catalogue's file. It also does when
// it comes to the front, and after each change.
const watchEvery = 5 * time.Second

// watchFile begins to watch the catalogue that was put into the window.
func (w *window) watchFile() {
	if w.watch != nil {
		w.watch.Stop()
	}
	w.watch = view.NewFileWatch(w.session)
	w.watch.Changed = func() { w.status.refresh() }
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
