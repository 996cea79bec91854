package app

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/app/workspace"
)

// threeProducts puts products into a window's catalogue.
func threeProducts(t *testing.T, w *window) {
	t.Helper()
	const sheet = "sku,title\nA-1,Tea\nA-2,Soap\nA-3,Lamp\n"
	_, err := w.session.Workspace.Import(t.Context(), workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(sheet), Size: int64(len(sheet))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w.session.ChangedAll()
}

func saidOfSaving(w *window) string {
	return widget.FindIn(w.win.Canvas(), "status:doing").(*widget.Text).Text()
}

// The status line says Saved only while the file is where it was.
func TestAFileThatIsGoneIsNotCalledSaved(t *testing.T) {
	lose := map[string]func(path string) error{
		"removed": os.Remove,
		"renamed": func(path string) error { return os.Rename(path, path+".old") },
		"replaced": func(path string) error {
			return errors.Join(os.Rename(path, path+".old"), os.WriteFile(path, []byte("another"), 0o644))
		},
	}
	for name, ruin := range lose {
		t.Run(name, func(t *testing.T) {
			w := shopWindow(t)
			threeProducts(t, w)
			if got := saidOfSaving(w); !strings.HasPrefix(got, "Saved") {
				t.Fatalf("the status line says %q of a saved catalogue", got)
			}
			path := w.session.Workspace.Path()
			if err := ruin(path); err != nil {
				t.Fatal(err)
			}
			w.session.ChangedAll()
			if got := saidOfSaving(w); !strings.HasPrefix(got, "Not saved") {
				t.Errorf("the status line says %q", got)
			}
			shown := test.RenderToMarkup(w.win.Canvas())
			for _, want := range []string{"is not where it was", "while it was open", "nothing was written"} {
				if !strings.Contains(strings.ReplaceAll(shown, "\n", " "), want) {
					t.Errorf("the window does not say %q", want)
				}
			}
			tap(t, w, "ask:open-again")
			if got := w.route.here().Place; got != view.UnreadablePlace {
				t.Errorf("opening it again leads to %q, want the page with its backups", got)
			}
		})
	}
}

// What SQLite says of a file that is gone is not shown: the sentence says what happened.
func TestReadingAFileThatIsGoneIsASentence(t *testing.T) {
	w := shopWindow(t)
	threeProducts(t, w)
	if err := os.Remove(w.session.Workspace.Path()); err != nil {
		t.Fatal(err)
	}
	said := ""
	view.Load(t.Context(), w.session, func(context.Context) (int, error) {
		return 0, errors.New("read the list: connect: unable to open database file (14)")
	}, func(int) {}, func(err error) { said = w.session.Text.Error(err) })
	if !strings.Contains(said, "spring.tradewind was removed or renamed") || strings.Contains(said, "(14)") {
		t.Errorf("said %q", said)
	}
	if err := w.closeCatalogue(); err == nil {
		t.Error("a file that is gone was put in order")
	}
	w.use(nil)
}

// What is being typed into a cell is not saved yet, and said to be so until it is.
func TestWhatIsTypedIsNotSavedYet(t *testing.T) {
	w := shopWindow(t)
	threeProducts(t, w)
	w.goTo(view.Target{Place: view.ProductsPlace})
	grid := widget.FindIn(w.win.Canvas(), "products-grid").(*grid.Grid)
	grid.Focus()
	press := func(names ...fyne.KeyName) {
		for _, name := range names {
			w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	press(fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyF2)
	entry := w.win.Canvas().Focused()
	if entry == nil {
		t.Fatal("no cell is being edited")
	}
	test.Type(entry, "X")
	if got := saidOfSaving(w); got != "Not saved yet" {
		t.Errorf("while typing the status line says %q", got)
	}
	press(fyne.KeyReturn)
	if got := saidOfSaving(w); !strings.HasPrefix(got, "Saved") {
		t.Errorf("after Enter the status line says %q", got)
	}
	press(fyne.KeyF2)
	test.Type(w.win.Canvas().Focused(), "Y")
	press(fyne.KeyEscape)
	if got := saidOfSaving(w); !strings.HasPrefix(got, "Saved") {
		t.Errorf("after Esc the status line says %q", got)
	}
}

// A cell that is being edited keeps nobody from opening the file again.
func TestAFileThatIsGoneWhileACellIsEdited(t *testing.T) {
	w := shopWindow(t)
	threeProducts(t, w)
	w.goTo(view.Target{Place: view.ProductsPlace})
	widget.FindIn(w.win.Canvas(), "products-grid").(*grid.Grid).Focus()
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyF2} {
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
	test.Type(w.win.Canvas().Focused(), "X")
	path := w.session.Workspace.Path()
	if err := os.Rename(path, path+".old"); err != nil {
		t.Fatal(err)
	}
	w.watch.Check()
	tap(t, w, "ask:open-again")
	if got := w.route.here().Place; got != view.UnreadablePlace {
		t.Fatalf("opening it again leads to %q, want the page with its backups", got)
	}
	if err := os.Rename(path+".old", path); err != nil {
		t.Fatal(err)
	}
	tap(t, w, "unreadable-again")
	if s, known := w.road.Standing(); !known || s.Products != 3 {
		t.Errorf("after it was put back it counts %+v", s)
	}
}
