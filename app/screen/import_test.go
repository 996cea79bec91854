package screen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// testOptions are those of a catalogue in which it is always the same hour.
var testOptions = workspace.Options{Assets: assets.FS, By: "tester", Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }}

// roadSession is a session over an empty catalogue whose jobs run at once.
func roadSession(t *testing.T) *view.Session {
	t.Helper()
	w, err := workspace.Create(t.Context(), filepath.Join(t.TempDir(), "shop.tradewind"), testOptions)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return &view.Session{Workspace: w, Runner: job.Inline{}, Text: text.For(text.English), Go: func(view.Target) {}, Fail: func(err error) { t.Error(err) }}
}

// shownIn puts a screen into a window of the size that the frame leaves it.
func shownIn(t *testing.T, s Screen) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	w := test.NewTempWindow(t, s.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1256, 816))
	s.Enter()
	return w
}

// press presses what has a role.
func press(t *testing.T, w fyne.Window, role string) {
	t.Helper()
	o, ok := widget.FindIn(w.Canvas(), role).(fyne.Tappable)
	if !ok {
		t.Fatalf("nothing to press has the role %s; there are %q", role, widget.Roles(w.Content()))
	}
	test.Tap(o)
}

func absent(t *testing.T, w fyne.Window, role string) {
	t.Helper()
	if widget.FindIn(w.Canvas(), role) != nil {
		t.Errorf("%s is there", role)
	}
}

func listFile(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const supplierList = "Item #,Product Name,MSRP,Lot\nA-1,Soap,9.50,007\nA-2,Balm,12.00,008\nA-3,Oil,1.2.3,009\n"

func TestFileIsDroppedMappedImportedAndUndone(t *testing.T) {
	s := roadSession(t)
	screen := NewImport(s, Files{})
	w := shownIn(t, screen)
	absent(t, w, "import-choose") // no chooser was handed in
	if !screen.Drop([]string{listFile(t, supplierList)}) {
		t.Fatal("the file was not taken")
	}
	press(t, w, "import-field:Lot")
	test.Type(w.Canvas().Focused(), "internal") // no field has this in its name
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	press(t, w, "import-field:Lot")
	test.Type(w.Canvas().Focused(), "mpn")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c := importing.Of(s).Columns()[3]; c.Field != catalog.FieldMPN {
		t.Fatalf("the column is %s, want the MPN", c.Field)
	}
	press(t, w, "import-compare")
	absent(t, w, "import-save-refused")
	press(t, w, "import-now")
	if p, err := s.Workspace.Product(t.Context(), "A-2"); err != nil || p.Variants[0].MPN != "008" {
		t.Fatalf("A-2 is %+v (%v), want the MPN 008", p, err)
	}
	press(t, w, "import-undo")
	if _, err := s.Workspace.Product(t.Context(), "A-2"); err == nil {
		t.Error("A-2 is still there after the undo")
	}
	absent(t, w, "import-undo")
	absent(t, w, "import-products") // there are none
	if title := screen.title(); !strings.Contains(title, "taken back") {
		t.Errorf("it is still called %q", title)
	}
	press(t, w, "import-again")
	if importing.Of(s).File != "" || importing.Of(s).Step != importing.StepFile {
		t.Error("the next import does not begin at its first step")
	}
}

func TestRefusedRowsAreSavedWhereThePersonSays(t *testing.T) {
	s := roadSession(t)
	path, proposed := filepath.Join(t.TempDir(), "left.xlsx"), ""
	screen := NewImport(s, Files{Save: func(name string, chosen func(string)) {
		proposed = name
		chosen(path)
	}})
	w := shownIn(t, screen)
	screen.Open(listFile(t, supplierList))
	press(t, w, "import-compare")
	press(t, w, "import-save-refused")
	if _, err := os.Stat(path); err != nil || proposed != "list-refused.xlsx" {
		t.Errorf("proposed %q, saved: %v", proposed, err)
	}
}

func TestStepsLeadBack(t *testing.T) {
	s := roadSession(t)
	screen := NewImport(s, Files{})
	w := shownIn(t, screen)
	screen.Open(listFile(t, supplierList))
	press(t, w, "import-step-preview") // not reached yet
	if importing.Of(s).Step != importing.StepColumns {
		t.Fatalf("step %d, want the columns", importing.Of(s).Step)
	}
	press(t, w, "import-step-sheet")
	press(t, w, "import-next")
	press(t, w, "import-compare")
	press(t, w, "import-outcome-new")
	press(t, w, "import-step-columns")
	if importing.Of(s).Step != importing.StepColumns || importing.Of(s).Plan == nil {
		t.Errorf("step %d, want the columns with the plan kept", importing.Of(s).Step)
	}
}

func TestKnownColumnsAreOneLine(t *testing.T) {
	s := roadSession(t)
	screen := NewImport(s, Files{})
	w := shownIn(t, screen)
	screen.Open(listFile(t, "SKU,Title,Price\nA-1,Soap,9.50\n"))
	press(t, w, "import-step-columns")
	absent(t, w, "import-field:SKU")
	press(t, w, "import-show-columns")
	if widget.FindIn(w.Canvas(), "import-field:SKU") == nil {
		t.Errorf("the columns are not shown; there are %q", widget.Roles(w.Content()))
	}
}

func TestOldExcelFileIsToldOf(t *testing.T) {
	screen := NewImport(roadSession(t), Files{Choose: func(func(string)) {}})
	w := shownIn(t, screen)
	screen.Open(listFile(t, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	if widget.FindIn(w.Canvas(), "import-wrong") == nil || widget.FindIn(w.Canvas(), "import-choose") == nil {
		t.Errorf("the error and the way on are not both shown; there are %q", widget.Roles(w.Content()))
	}
}

// After an import that changed nothing, since the catalogue had it all by then, there
// are no imported products to show.
func TestAnImportThatChangesNothingShowsNoProducts(t *testing.T) {
	s := roadSession(t)
	file := listFile(t, "SKU,Title,Price\nA-1,Soap,9.50\nA-2,Balm,12.00\n")
	screen := NewImport(s, Files{})
	w := shownIn(t, screen)
	screen.Open(file)
	if _, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: file}, nil); err != nil {
		t.Fatal(err)
	}
	press(t, w, "import-now")
	absent(t, w, "import-products")
	absent(t, w, "import-undo")
	if widget.FindIn(w.Canvas(), "import-nothing") == nil {
		t.Error("nobody says that nothing was changed")
	}
	press(t, w, "import-again")
}
