package screen

import (
	"io/fs"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/view/welcome"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// The masters hold a screen's layout to what was looked at and found right: every
// object with its place, size and words. They are of Latin text in Fyne's own
// font, which is the same on every machine; Chinese is drawn with whatever there is,
// so nothing that is as wide as its Chinese may be in them. A change that is meant is seen in the
// file that the test leaves in testdata/failed, and taken over from there.

func withIcons(t *testing.T) {
	t.Helper()
	icons, err := fs.Sub(assets.FS, "icons")
	if err != nil {
		t.Fatal(err)
	}
	if err := theme.UseIcons(icons); err != nil {
		t.Fatal(err)
	}
}

// inUTC makes the clock's zone the same everywhere.
func inUTC(t *testing.T) {
	t.Helper()
	local := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = local })
}

func TestImportLooks(t *testing.T) {
	withIcons(t)
	s := roadSession(t)
	screen := NewImport(s, Files{Choose: func(func(string)) {}, Recent: func() []string { return []string{"/shop/lists/june.xlsx"} }})
	w := shownIn(t, screen)
	test.AssertRendersToMarkup(t, "import_file.xml", w.Canvas())
	screen.Open(listFile(t, supplierList))
	test.AssertRendersToMarkup(t, "import_columns.xml", w.Canvas())
	importing.Of(s).Compare()
	test.AssertRendersToMarkup(t, "import_plan.xml", w.Canvas())
}

func TestHistoryLooks(t *testing.T) {
	withIcons(t)
	inUTC(t)
	s := roadSession(t)
	screen := NewHistory(s, nil)
	w := shownIn(t, screen)
	test.AssertRendersToMarkup(t, "history_none.xml", w.Canvas())
	if _, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: listFile(t, supplierList)}, nil); err != nil {
		t.Fatal(err)
	}
	s.Changed()
	test.AssertRendersToMarkup(t, "history_entry.xml", w.Canvas())
}

// shownAt is shownIn at an hour, so that what is said of times stays the same.
func shownAt(t *testing.T, h *Home) fyne.Window {
	t.Helper()
	inUTC(t)
	h.model.Now = func() time.Time { return time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC) }
	return shownIn(t, h)
}

func TestHomeLooks(t *testing.T) {
	withIcons(t)
	w := shownAt(t, NewHome(roadSession(t)))
	test.AssertRendersToMarkup(t, "home_empty.xml", w.Canvas())
	w = shownAt(t, NewHome(newMarket(t).Session))
	test.AssertRendersToMarkup(t, "home.xml", w.Canvas())
	w.Resize(fyne.NewSize(660, 360))
	test.AssertRendersToMarkup(t, "home_narrow.xml", w.Canvas())
}

func TestProductsLooks(t *testing.T) {
	withIcons(t)
	p := showProducts(t, sampleProducts)
	p.grid.Focus()
	p.keys(fyne.KeyDown)
	p.list.CloseDetail() // a name in it is Chinese
	test.AssertRendersToMarkup(t, "products.xml", p.window.Canvas())
	p.Search("no such product")
	test.AssertRendersToMarkup(t, "products_nothing.xml", p.window.Canvas())
	test.AssertRendersToMarkup(t, "products_empty.xml", showProducts(t, "").window.Canvas())
}

func TestExportLooks(t *testing.T) {
	withIcons(t)
	e := NewExport(newMarket(t).Session, func(chosen func(string)) { chosen("/shop/feeds") }, func(string) {})
	w := shownIn(t, e)
	test.AssertRendersToMarkup(t, "export_channel.xml", w.Canvas())
	press(t, w, "export-channel:shopify")
	test.AssertRendersToMarkup(t, "export_check.xml", w.Canvas())
	press(t, w, "export-next")
	press(t, w, "export-change")
	test.AssertRendersToMarkup(t, "export_preview.xml", w.Canvas())
}

// chosenNothing are the preferences of a person who has chosen nothing yet.
type chosenNothing struct{}

func (chosenNothing) Preference(string) string     { return "" }
func (chosenNothing) SetPreference(string, string) {}

func TestSettingsLook(t *testing.T) {
	withIcons(t)
	w := shownIn(t, NewSettings(roadSession(t), chosenNothing{}))
	for _, topic := range []string{"look", "channels", "units", "rates", "shop"} {
		press(t, w, "settings:topic:"+topic)
		test.AssertRendersToMarkup(t, "settings_"+topic+".xml", w.Canvas())
	}
}

func TestWelcomeLooks(t *testing.T) {
	withIcons(t)
	s := roadSession(t)
	model := welcome.New(s, workspace.Options{Assets: assets.FS}, func(*workspace.Workspace, view.Target) {})
	screen := NewWelcome(s, model, WelcomeAsks{Folder: "/shop", Recent: []string{"/shop/spring.tradewind"}})
	w := shownIn(t, screen)
	doors := screen.doors().(*fyne.Container)
	doors.Objects = doors.Objects[:len(doors.Objects)-1] // without the languages: one is Chinese
	test.AssertObjectRendersToMarkup(t, "welcome_doors.xml", doors)
	press(t, w, "welcome:sample")
	test.AssertRendersToMarkup(t, "welcome_questions.xml", w.Canvas())
}
