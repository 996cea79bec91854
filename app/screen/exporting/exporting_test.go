package exporting

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view"
	"tradewind.app/app/view/exporting"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

func TestExportLooks(t *testing.T) {
	screentest.WithIcons(t)
	e := New(screentest.NewMarket(t).Session, func(chosen func(string)) { chosen("/shop/feeds") }, func(string) {})
	w := screentest.Show(t, e)
	screentest.CheckLayout(t, w, "export-step-channel", "export-step-done", "export-channel:google", "export-channel:shopify", "export-channel:taobao")
	screentest.Press(t, w, "export-channel:shopify")
	test.AssertRendersToMarkup(t, "export_check.xml", w.Canvas())
	screentest.Press(t, w, "export-next")
	screentest.Press(t, w, "export-change")
	screentest.CheckLayout(t, w, "export-step-preview", "export-rows", "export-folder", "export-change", "export-back", "export-write")
}

func TestExportByTaps(t *testing.T) {
	m := screentest.NewMarket(t)
	folder, opened := filepath.Join(t.TempDir(), "feeds"), ""
	e := New(m.Session, func(chosen func(string)) { chosen(folder) }, func(path string) { opened = path })
	w := screentest.Show(t, e)
	for _, role := range []string{"export-channel:shopify", "export-next", "export-change", "export-write", "export-open", "export-fix"} {
		screentest.Press(t, w, role)
	}
	if _, err := os.Stat(filepath.Join(folder, "shopify.csv")); err != nil {
		t.Error(err)
	}
	if opened != folder {
		t.Errorf("opened %q, want %q", opened, folder)
	}
	if len(m.Went) != 1 || m.Went[0].Place != view.ProductsPlace {
		t.Errorf("the way to mend what was left out leads to %+v", m.Went)
	}
	screentest.Press(t, w, "export-again")
	if e.road.Step != exporting.StepChannel {
		t.Errorf("again begins at step %d", e.road.Step)
	}
}

// TestExportTellsWhatWentWrong: the sentence has the room it needs, above the rows.
func TestExportTellsWhatWentWrong(t *testing.T) {
	m := screentest.NewMarket(t)
	folder := "/proc/1"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("NOT TESTED: there is no folder here that nobody can write into")
	}
	e := New(m.Session, func(chosen func(string)) { chosen(folder) }, nil)
	w := screentest.Show(t, e)
	for _, role := range []string{"export-channel:shopify", "export-next", "export-change", "export-write"} {
		screentest.Press(t, w, role)
	}
	told := widget.FindIn(w.Canvas(), "export-wrong")
	if told == nil {
		t.Fatal("nothing is told")
	}
	driver := fyne.CurrentApp().Driver()
	below := driver.AbsolutePositionForObject(told).Y + told.Size().Height
	if body := driver.AbsolutePositionForObject(e.body).Y; told.Size().Height < told.MinSize().Height || body < below {
		t.Errorf("the sentence is %v high and ends at %v, the rows begin at %v", told.Size().Height, below, body)
	}
}

func TestExportTakesARate(t *testing.T) {
	m := screentest.NewMarket(t)
	e := New(m.Session, nil, nil)
	w := screentest.Show(t, e)
	screentest.Press(t, w, "export-channel:taobao")
	field := widget.Find(e.Object(), "export-need:rate.USD/CNY").(*input.Field)
	test.Type(field, "7.2")
	field.OnSubmitted(field.Text)
	if got, err := m.Workspace.Setting(t.Context(), "rate.USD/CNY"); err != nil || got != "7.2" {
		t.Errorf("the catalogue has the rate %q, %v; want 7.2", got, err)
	}
	screentest.Press(t, w, "export-take-all")
	screentest.Press(t, w, "export-next")
	screentest.Absent(t, w, "export-change") // the window has no way to do it
	if e.road.Rows == nil || !e.road.Rows.IsHead(2) || e.road.Rows.IsHead(3) {
		t.Errorf("no preview: %v", e.road.Wrong)
	}
}

func TestExportOfAnEmptyCatalogueLeadsToImport(t *testing.T) {
	m := &screentest.Market{Session: screentest.Session(t)}
	m.Go = func(to view.Target) { m.Went = append(m.Went, to) }
	w := screentest.Show(t, New(m.Session, nil, nil))
	screentest.Press(t, w, "export-import")
	if len(m.Went) != 1 || m.Went[0].Place != view.ImportPlace {
		t.Errorf("it leads to %+v", m.Went)
	}
	if _, err := m.Workspace.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	m.ChangedAll()
	screentest.Press(t, w, "export-channel:shopify")
}
