package importing

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view/viewtest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func TestFileIsDroppedMappedImportedAndUndone(t *testing.T) {
	s := screentest.Session(t)
	screen := New(s, Files{})
	w := screentest.Show(t, screen)
	screentest.Absent(t, w, "import-choose") // no chooser was handed in
	if !screen.Drop([]string{viewtest.Spreadsheet(t, screentest.SupplierList)}) {
		t.Fatal("the file was not taken")
	}
	screentest.Press(t, w, "import-field:Lot")
	test.Type(w.Canvas().Focused(), "internal") // no field has this in its name
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	screentest.Press(t, w, "import-field:Lot")
	test.Type(w.Canvas().Focused(), "mpn")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c := importing.Of(s).Columns()[3]; c.Field != catalog.FieldMPN {
		t.Fatalf("the column is %s, want the MPN", c.Field)
	}
	screentest.Press(t, w, "import-compare")
	screentest.Absent(t, w, "import-save-refused")
	screentest.Press(t, w, "import-now")
	if p, err := s.Workspace.Product(t.Context(), "A-2"); err != nil || p.Variants[0].MPN != "008" {
		t.Fatalf("A-2 is %+v (%v), want the MPN 008", p, err)
	}
	screentest.Press(t, w, "import-undo")
	if _, err := s.Workspace.Product(t.Context(), "A-2"); err == nil {
		t.Error("A-2 is still there after the undo")
	}
	screentest.Absent(t, w, "import-undo")
	screentest.Absent(t, w, "import-products") // there are none
	if title := screen.title(); !strings.Contains(title, "taken back") {
		t.Errorf("it is still called %q", title)
	}
	screentest.Press(t, w, "import-again")
	if importing.Of(s).File != "" || importing.Of(s).Step != importing.StepFile {
		t.Error("the next import does not begin at its first step")
	}
}

func TestRefusedRowsAreSavedWhereThePersonSays(t *testing.T) {
	s := screentest.Session(t)
	path, proposed := filepath.Join(t.TempDir(), "left.xlsx"), ""
	screen := New(s, Files{Save: func(name string, chosen func(string)) {
		proposed = name
		chosen(path)
	}})
	w := screentest.Show(t, screen)
	screen.Open(viewtest.Spreadsheet(t, screentest.SupplierList))
	screentest.Press(t, w, "import-compare")
	screentest.Press(t, w, "import-save-refused")
	if _, err := os.Stat(path); err != nil || proposed != "list-refused.xlsx" {
		t.Errorf("proposed %q, saved: %v", proposed, err)
	}
}

func TestStepsLeadBack(t *testing.T) {
	s := screentest.Session(t)
	screen := New(s, Files{})
	w := screentest.Show(t, screen)
	screen.Open(viewtest.Spreadsheet(t, screentest.SupplierList))
	screentest.Press(t, w, "import-step-preview") // not reached yet
	if importing.Of(s).Step != importing.StepColumns {
		t.Fatalf("step %d, want the columns", importing.Of(s).Step)
	}
	screentest.Press(t, w, "import-step-sheet")
	screentest.Press(t, w, "import-next")
	screentest.Press(t, w, "import-compare")
	screentest.Press(t, w, "import-outcome-new")
	screentest.Press(t, w, "import-step-columns")
	if importing.Of(s).Step != importing.StepColumns || importing.Of(s).Plan == nil {
		t.Errorf("step %d, want the columns with the plan kept", importing.Of(s).Step)
	}
}

func TestKnownColumnsAreOneLine(t *testing.T) {
	s := screentest.Session(t)
	screen := New(s, Files{})
	w := screentest.Show(t, screen)
	screen.Open(viewtest.Spreadsheet(t, "SKU,Title,Price\nA-1,Soap,9.50\n"))
	screentest.Press(t, w, "import-step-columns")
	screentest.Absent(t, w, "import-field:SKU")
	screentest.Press(t, w, "import-show-columns")
	if widget.FindIn(w.Canvas(), "import-field:SKU") == nil {
		t.Errorf("the columns are not shown; there are %q", widget.Roles(w.Content()))
	}
}

func TestOldExcelFileIsToldOf(t *testing.T) {
	screen := New(screentest.Session(t), Files{Choose: func(func(string)) {}})
	w := screentest.Show(t, screen)
	screen.Open(viewtest.Spreadsheet(t, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	if widget.FindIn(w.Canvas(), "import-wrong") == nil || widget.FindIn(w.Canvas(), "import-choose") == nil {
		t.Errorf("the error and the way on are not both shown; there are %q", widget.Roles(w.Content()))
	}
}

// After an import that changed nothing, since the catalogue had it all by then, there
// are no imported products to show.
func TestAnImportThatChangesNothingShowsNoProducts(t *testing.T) {
	s := screentest.Session(t)
	file := viewtest.Spreadsheet(t, "SKU,Title,Price\nA-1,Soap,9.50\nA-2,Balm,12.00\n")
	screen := New(s, Files{})
	w := screentest.Show(t, screen)
	screen.Open(file)
	if _, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: file}, nil); err != nil {
		t.Fatal(err)
	}
	screentest.Press(t, w, "import-now")
	screentest.Absent(t, w, "import-products")
	screentest.Absent(t, w, "import-undo")
	if widget.FindIn(w.Canvas(), "import-nothing") == nil {
		t.Error("nobody says that nothing was changed")
	}
	screentest.Press(t, w, "import-again")
}

func TestImportLooks(t *testing.T) {
	screentest.WithIcons(t)
	s := screentest.Session(t)
	screen := New(s, Files{Choose: func(func(string)) {}, Recent: func() []string { return []string{"/shop/lists/june.xlsx"} }})
	w := screentest.Show(t, screen)
	screentest.CheckLayout(t, w, "import-step-file", "import-step-done", "import-choose", "import-recent")
	screen.Open(viewtest.Spreadsheet(t, screentest.SupplierList))
	screentest.CheckLayout(t, w, "import-step-columns", "import-field:Item #", "import-field:Product Name", "import-field:MSRP", "import-field:Lot", "import-back", "import-compare")
	importing.Of(s).Compare()
	test.AssertRendersToMarkup(t, "import_plan.xml", w.Canvas())
}
