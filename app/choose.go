package app

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"tradewind.app/app/chooser"
	"tradewind.app/app/job"
	"tradewind.app/app/screen"
	"tradewind.app/app/screen/importing"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/view/product"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

func (w *window) spreadsheets() chooser.Request {
	say := w.session.Text
	return chooser.Request{Title: say.Say("choose-spreadsheet"), Kind: say.Say("files-spreadsheets"), Extensions: view.SheetExtensions}
}

func (w *window) catalogues() chooser.Request {
	say := w.session.Text
	return chooser.Request{Title: say.Say("choose-catalogue"), Folder: w.folder, Kind: say.Say("files-catalogues"), Extensions: []string{workspace.Extension}}
}

// newCatalogue asks for the name of a catalogue that is to be made.
func (w *window) newCatalogue(path string) chooser.Request {
	r := w.catalogues()
	r.Title, r.Save = w.session.Text.Say("choose-new-catalogue"), true
	r.Folder, r.Name = filepath.Dir(path), filepath.Base(path)
	return r
}

// backups asks for one of a catalogue's backups.
func (w *window) backups(path string) chooser.Request {
	say := w.session.Text
	return chooser.Request{Title: say.Say("choose-backup"), Folder: store.BackupFolder(path), Kind: say.Say("files-backups")}
}

// choose asks for a file: with the desktop's chooser where there is one that
// works, otherwise with the toolkit's.
func (w *window) choose(r chooser.Request, then func(path string)) {
	if w.chooser == nil {
		w.chooseHere(r, then)
		return
	}
	var path string
	w.runner.Run(context.Background(), func(ctx context.Context, _ job.Progress) (err error) {
		path, err = w.chooser(ctx, r)
		return err
	}, func(err error) {
		switch {
		case err == nil:
			w.guard(func() { then(path) })
		case errors.Is(err, errors.ErrUnsupported):
			w.chooseHere(r, then)
		case !errors.Is(err, chooser.ErrCancelled):
			logError(w.log, err)
			w.chooser = nil
			w.chooseHere(r, then)
		}
	})
}

// chooseHere asks within the window.
func (w *window) chooseHere(r chooser.Request, then func(path string)) {
	d := w.fileDialog(r, func(path string) { w.guard(func() { then(path) }) })
	if folder, err := storage.ListerForURI(storage.NewFileURI(r.Folder)); r.Folder != "" && err == nil {
		d.SetLocation(folder)
	}
	d.SetTitleText(r.Title)
	d.Resize(w.win.Canvas().Size().Subtract(fyne.NewSize(160, 120)))
	d.Show()
}

// fileDialog is the toolkit's dialog for a request. It opens or makes what was
// chosen, which is closed again: a path is all that is wanted.
func (w *window) fileDialog(r chooser.Request, took func(path string)) *dialog.FileDialog {
	use := func(at fyne.URI, closed error) {
		if w.fail(closed); closed == nil {
			took(at.Path())
		}
	}
	switch {
	case r.Directory:
		return dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
			if w.fail(err); f != nil {
				use(f, nil)
			}
		}, w.win)
	case r.Save:
		d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
			if w.fail(err); f != nil {
				// The toolkit makes the file; whoever writes it makes it again.
				use(f.URI(), errors.Join(f.Close(), os.Remove(f.URI().Path())))
			}
		}, w.win)
		d.SetFileName(r.Name)
		return d
	}
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if w.fail(err); f != nil {
			use(f.URI(), f.Close())
		}
	}, w.win)
	if len(r.Extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(r.Extensions))
	}
	return d
}

// chooseFolder asks for a folder that files are to go into.
func (w *window) chooseFolder(then func(path string)) {
	w.choose(chooser.Request{Title: w.session.Text.Say("choose-folder"), Directory: true, Folder: w.folder}, then)
}

// choosePicture asks for a picture's file.
func (w *window) choosePicture(then func(path string)) {
	say := w.session.Text
	w.choose(chooser.Request{Title: say.Say("choose-picture"), Kind: say.Say("files-pictures"), Extensions: product.PictureExtensions}, then)
}

// openFolder shows a folder in the desktop's own program for files.
func (w *window) openFolder(path string) {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/shop
	}
	w.fail(w.app.OpenURL(&url.URL{Scheme: "file", Path: path}))
}

// files is how a screen gets at files.
func (w *window) files() importing.Files {
	return importing.Files{
		Choose: func(chosen func(string)) { w.choose(w.spreadsheets(), chosen) },
		Save: func(name string, chosen func(string)) {
			r := chooser.Request{Title: w.session.Text.Say("choose-save"), Save: true, Folder: w.folder, Name: name}
			w.choose(r, chosen)
		},
		Recent: func() []string { return w.preferences.recent(recentSheets) },
		Opened: func(path string) { w.preferences.remember(recentSheets, path) },
	}
}

// dropped takes files that were dropped on the window: a catalogue is opened,
// other files are the screen's where it wants them, and otherwise a spreadsheet is imported.
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
