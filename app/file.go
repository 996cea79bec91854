package app

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

// openFile opens the catalogue at path in place of the one that is open.
func (w *window) openFile(path string) {
	if w.busy() {
		return
	}
	w.leaveThen(func() { w.openWith(path, w.options) })
}

func (w *window) openWith(path string, o workspace.Options) {
	if have := w.session.Workspace; have != nil && samePath(have.Path(), path) {
		return
	}
	view.Write(w.session, w.session.Text.Say("job-open", "name", filepath.Base(path)), func(ctx context.Context, _ job.Progress) (*workspace.Workspace, error) {
		return workspace.Open(ctx, path, o)
	}, func(ws *workspace.Workspace, err error) {
		if err != nil {
			w.refused(path, err)
			return
		}
		w.open(ws, w.first())
	})
}

func samePath(a, b string) bool {
	first, errA := filepath.Abs(a)
	second, errB := filepath.Abs(b)
	return errA == nil && errB == nil && first == second
}

// offerReadOnly says that another Tradewind has the catalogue open.
func (w *window) offerReadOnly(path string) {
	say := w.session.Text
	o := w.options
	o.ReadOnly = true
	w.ask(say.Say("ask-locked", "name", filepath.Base(path)), say.Say("ask-locked-body"),
		answer{say.Say("word-read-only"), "ask:read-only", widget.Primary, func() { w.openWith(path, o) }},
		answer{say.Say("word-cancel"), "ask:cancel", widget.Plain, nil},
	)
}

// first is where to go with a catalogue that was opened: where the person was
// last, if that can be gone to without more in hand.
func (w *window) first() view.Target {
	at := view.Place(w.preferences.String(keyPlace))
	for _, p := range railPlaces() {
		if p.at == at {
			return view.Target{Place: at}
		}
	}
	return view.Target{Place: railPlaces()[0].at}
}

// busy reports whether a job must end, and says so, before the catalogue can be
// closed.
func (w *window) busy() bool {
	running, busy := w.session.Jobs.Status()
	if busy {
		w.fail(text.Fail("window-busy", "name", running.Name))
	}
	return busy
}

func (w *window) newFile() { w.goTo(view.Target{Place: view.WelcomePlace}) }

func (w *window) askOpen() { w.choose(w.catalogues(), w.openFile) }

func (w *window) saveCopy() {
	ws := w.session.Workspace
	if ws == nil {
		return
	}
	base := strings.TrimSuffix(filepath.Base(ws.Path()), workspace.Extension)
	proposed := filepath.Join(filepath.Dir(ws.Path()), w.session.Text.Say("file-copy-name", "name", base)+workspace.Extension)
	w.choose(w.newCatalogue(proposed), w.backUpTo)
}

func (w *window) backUp() { w.backUpTo("") }

// backUpTo writes a verified copy to a path, or among the catalogue's backups.
func (w *window) backUpTo(path string) {
	ws := w.session.Workspace
	if ws == nil {
		return
	}
	if path != "" && filepath.Ext(path) == "" {
		path += workspace.Extension
	}
	say := w.session.Text
	view.Write(w.session, say.Say("job-backup"), func(ctx context.Context, _ job.Progress) (string, error) {
		return ws.Backup(ctx, path)
	}, func(made string, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.announce(say.Say("told-backup"), made)
	})
}

// announce says that something is done.
func (w *window) announce(title, body string) {
	w.ask(title, body, answer{w.session.Text.Say("word-close"), "ask:close", widget.Primary, nil})
}

// closeFile goes back to the doors.
func (w *window) closeFile() {
	if w.session.Workspace == nil || w.busy() {
		return
	}
	w.leaveThen(func() {
		if err := w.closeCatalogue(); err != nil {
			w.fail(err)
		}
		w.use(nil)
		w.goTo(view.Target{Place: view.WelcomePlace})
	})
}

// restore asks for a backup and puts it in the place of the catalogue.
func (w *window) restore() {
	if w.session.Workspace != nil && !w.busy() {
		w.choose(w.backups(w.session.Workspace.Path()), w.askRestore)
	}
}

// askRestore makes sure that a backup is to take the catalogue's place.
func (w *window) askRestore(backup string) {
	if w.session.Workspace == nil || w.busy() {
		return
	}
	say := w.session.Text
	w.ask(say.Say("ask-restore"), say.Say("ask-restore-body", "name", filepath.Base(backup)),
		answer{say.Say("word-restore"), "ask:restore", widget.Danger, func() { w.restoreFrom(backup) }},
		answer{say.Say("word-cancel"), "ask:cancel", widget.Plain, nil},
	)
}

// restoreFrom closes the catalogue, restores it, and opens it again. When the
// backup is no good the catalogue is opened as it was.
func (w *window) restoreFrom(backup string) {
	path := w.session.Workspace.Path()
	if err := w.closeCatalogue(); err != nil {
		w.fail(err)
	}
	w.use(nil)
	view.Write(w.session, w.session.Text.Say("job-restore"), func(ctx context.Context, _ job.Progress) (*workspace.Workspace, error) {
		_, failed := workspace.Restore(ctx, path, backup, w.options)
		ws, err := workspace.Open(ctx, path, w.options)
		return ws, errors.Join(failed, err)
	}, func(ws *workspace.Workspace, err error) {
		if ws != nil {
			w.open(ws, w.first())
		} else {
			w.goTo(view.Target{Place: view.WelcomePlace})
		}
		w.fail(err)
	})
}

// undo takes the last change of the catalogue back.
func (w *window) undo() {
	ws := w.session.Workspace
	w.rewind(w.session.Text.Say("job-undo"), func(ctx context.Context, p workspace.Progress) error {
		_, err := ws.Undo(ctx, "", p)
		return err
	})
}

// redo takes the last undo back.
func (w *window) redo() {
	ws := w.session.Workspace
	w.rewind(w.session.Text.Say("job-redo"), func(ctx context.Context, p workspace.Progress) error {
		_, err := ws.Redo(ctx, p)
		return err
	})
}

func (w *window) rewind(name string, do func(context.Context, workspace.Progress) error) {
	if w.session.Workspace == nil || w.busy() {
		return
	}
	view.Write(w.session, name, func(ctx context.Context, p job.Progress) (struct{}, error) {
		return struct{}{}, do(ctx, workspace.Progress(p))
	}, func(_ struct{}, err error) {
		if !errors.Is(err, store.ErrNoEntry) { // nothing is left to take back
			w.fail(err)
		}
	})
}
