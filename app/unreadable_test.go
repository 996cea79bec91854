package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// backedUpShop makes a catalogue of two products with a backup, then ruins its file.
func backedUpShop(t *testing.T, ruin func(path string) error) string {
	t.Helper()
	path := create(t, "spring.tradewind")
	ws, err := workspace.Open(t.Context(), path, workspace.Options{Assets: assets.FS})
	if err != nil {
		t.Fatal(err)
	}
	const sheet = "sku,title\nA-1,Tea\nA-2,Soap\n"
	if _, err := ws.Import(t.Context(), workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(sheet), Size: int64(len(sheet))}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := ws.Backup(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	if err := ruin(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// damage writes zeros over the middle of a file, beyond its header.
func damage(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	clear(b[4096:])
	return os.WriteFile(path, b, 0o644)
}

// A catalogue that is given to the program and cannot be opened is told of in the
// window, with what can be restored.
func TestACatalogueThatCannotBeOpenedShowsItsBackups(t *testing.T) {
	for name, tt := range map[string]struct {
		ruin func(path string) error
		want string
	}{
		"damaged": {damage, "spring.tradewind is damaged"},
		"cut off": {func(path string) error { return os.Truncate(path, 5000) }, "spring.tradewind"},
		"empty":   {func(path string) error { return os.Truncate(path, 0) }, "is empty (0 bytes)"},
		"gone":    {os.Remove, "There is no catalogue spring.tradewind"},
		"foreign": {func(path string) error { return os.WriteFile(path, []byte("%PDF-1.7 not a catalogue"), 0o644) }, "is not a Tradewind catalogue"},
	} {
		t.Run(name, func(t *testing.T) {
			path := backedUpShop(t, tt.ruin)
			w := testWindow(t)
			ws, refusal := openFirst(t.Context(), path, w.options)
			if ws != nil || refusal == nil {
				t.Fatalf("openFirst opened the file, error %v", refusal)
			}
			w.begin(ws, path, refusal)
			shown := test.RenderToMarkup(w.win.Canvas())
			for _, want := range []string{"spring.tradewind cannot be opened", tt.want, "Backups beside the file", "2 products", "you asked for it", filepath.Dir(path)} {
				if !strings.Contains(shown, want) {
					t.Errorf("the window does not say %q", want)
				}
			}
			backups, err := workspace.BackupsOf(path)
			if err != nil || len(backups) == 0 {
				t.Fatalf("backups: %v, %v", backups, err)
			}
			tap(t, w, "unreadable-restore:"+filepath.Base(backups[0].Path))
			if w.session.Workspace == nil {
				t.Fatalf("nothing is open after Restore: %v", w.broken.Wrong)
			}
			if s, known := w.road.Standing(); !known || s.Products != 2 {
				t.Errorf("the restored catalogue counts %+v", s)
			}
		})
	}
}

func TestACatalogueWithoutBackupsLeadsElsewhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.tradewind")
	if err := os.WriteFile(path, []byte("shopping list"), 0o644); err != nil {
		t.Fatal(err)
	}
	w := testWindow(t)
	w.openFile(path)
	if got := w.route.here().Place; got != view.UnreadablePlace {
		t.Fatalf("shows %q", got)
	}
	if shown := test.RenderToMarkup(w.win.Canvas()); !strings.Contains(shown, "There are no backups beside this file") {
		t.Error("the window does not say that there are no backups")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	ws, err := workspace.Create(t.Context(), path, workspace.Options{Assets: assets.FS})
	if err != nil {
		t.Fatal(err)
	}
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	tap(t, w, "unreadable-again")
	if w.session.Workspace == nil {
		t.Error("the catalogue that is there by now was not opened")
	}
}

// The catalogue that is open stays open when another one cannot be, until a person
// asks for that one's backups.
func TestTheOpenCatalogueStaysWhenAnotherIsDamaged(t *testing.T) {
	broken := backedUpShop(t, damage)
	w := shopWindow(t)
	w.openFile(broken)
	if w.session.Workspace == nil || w.route.here().Place == view.UnreadablePlace {
		t.Fatal("the open catalogue was closed")
	}
	tap(t, w, "ask:backups")
	if w.session.Workspace != nil || w.route.here().Place != view.UnreadablePlace {
		t.Errorf("shows %q with a catalogue open: %v", w.route.here().Place, w.session.Workspace != nil)
	}
	tap(t, w, "unreadable-start")
	if widget.FindIn(w.win.Canvas(), "welcome:sample") == nil {
		t.Error("the start page is not shown")
	}
}

// The catalogue of last time that is gone is told of, not silently left out.
func TestTheLastCatalogueThatIsGoneIsToldOf(t *testing.T) {
	w := shopWindow(t)
	path := w.session.Workspace.Path()
	w.closeFile()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	w.begin(nil, "", nil)
	if got := w.route.here().Place; got != view.UnreadablePlace {
		t.Errorf("shows %q", got)
	}
	w.begin(nil, "", nil)
	if got := w.route.here().Place; got != view.WelcomePlace {
		t.Errorf("the second time it shows %q, want the start page", got)
	}
}

// What can be read of a damaged catalogue is saved into a new one, which is opened.
func TestWhatCanBeReadIsSaved(t *testing.T) {
	path := backedUpShop(t, func(path string) error { // the page that names all tables
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		clear(b[100:4096])
		return os.WriteFile(path, b, 0o644)
	})
	w := testWindow(t)
	ws, refusal := openFirst(t.Context(), path, w.options)
	w.begin(ws, path, refusal)
	if widget.FindIn(w.win.Canvas(), "unreadable-rescue") == nil {
		t.Fatalf("nothing saves what can be read: %v", refusal)
	}
	to := filepath.Join(t.TempDir(), "saved")
	w.broken.Rescue(to)
	if r := w.broken.Rescued; r == nil || r.Products != 2 {
		t.Fatalf("saved %+v, %v; want both products", r, w.broken.Wrong)
	}
	tap(t, w, "unreadable-use")
	if w.session.Workspace == nil || w.session.Workspace.Path() != to+workspace.Extension {
		t.Error("the new catalogue was not opened")
	}
}
