package screen

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/view"
	"tradewind.app/app/view/exporting"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
)

// market is a session over the sample shop, and where it was asked to go.
type market struct {
	*view.Session
	went []view.Target
}

func newMarket(t *testing.T) *market {
	t.Helper()
	m := &market{Session: roadSession(t)}
	if _, err := m.Workspace.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	m.Go = func(to view.Target) { m.went = append(m.went, to) }
	return m
}

func TestHomeLeadsOn(t *testing.T) {
	m := newMarket(t)
	w := shownIn(t, NewHome(m.Session))
	for _, role := range []string{"home-import", "home-localize", "home-check:shopify", "home-export:taobao", "fix:price-currency"} {
		press(t, w, role)
	}
	want := []view.Place{view.ImportPlace, view.LocalizePlace, view.ProductsPlace, view.ExportPlace, view.SettingsPlace}
	if len(m.went) != len(want) {
		t.Fatalf("went to %d places, want %d", len(m.went), len(want))
	}
	for i, place := range want {
		if m.went[i].Place != place {
			t.Errorf("tap %d went to %s, want %s", i, m.went[i].Place, place)
		}
	}
	sum, _ := m.Survey().Sum()
	shopify := sum.Channels[slices.IndexFunc(sum.Channels, func(c workspace.ChannelSurvey) bool { return c.Channel.Name() == "shopify" })]
	if n := len(m.Survey().Findings().IDs(m.went[2].Pick)); n != shopify.Blocked+shopify.Warned || n == 0 {
		t.Errorf("Check leads to %d products, want the %d that are blocked or have warnings", n, shopify.Blocked+shopify.Warned)
	}
	if m.went[3].Channel != "taobao" {
		t.Errorf("Export leads to the channel %q", m.went[3].Channel)
	}
}

// TestHomeShowsTiers: how much of what a channel asks for is there stands beside its
// bar, as a figure.
func TestHomeShowsTiers(t *testing.T) {
	m := newMarket(t)
	w := shownIn(t, NewHome(m.Session))
	sum, _ := m.Survey().Sum()
	for _, c := range sum.Channels {
		row, ok := widget.FindIn(w.Canvas(), "tier-required:"+c.Channel.Name()).(*fyne.Container)
		if !ok {
			t.Fatalf("%s has no bar of what is required", c.Channel.Name())
		}
		got, want := row.Objects[2].(*widget.Text).Text(), percent(c.Coverage[0].Share())
		if got != want {
			t.Errorf("%s: %s, want %s", c.Channel.Name(), got, want)
		}
	}
	for share, want := range map[float64]string{0: "0%", 0.999: "99%", 1: "100%"} {
		if got := percent(share); got != want {
			t.Errorf("%v: got %s, want %s", share, got, want)
		}
	}
}

func TestHomeUndo(t *testing.T) {
	m := newMarket(t)
	w := shownIn(t, NewHome(m.Session))
	press(t, w, "home-undo-last")
	absent(t, w, "home-check:shopify") // no product is left
	press(t, w, "home-import")
	if len(m.went) != 1 || m.went[0].Place != view.ImportPlace {
		t.Errorf("an empty catalogue leads to %+v", m.went)
	}
}

func TestExportByTaps(t *testing.T) {
	m := newMarket(t)
	folder, opened := filepath.Join(t.TempDir(), "feeds"), ""
	e := NewExport(m.Session, func(chosen func(string)) { chosen(folder) }, func(path string) { opened = path })
	w := shownIn(t, e)
	for _, role := range []string{"export-channel:shopify", "export-next", "export-change", "export-write", "export-open", "export-fix"} {
		press(t, w, role)
	}
	if _, err := os.Stat(filepath.Join(folder, "shopify.csv")); err != nil {
		t.Error(err)
	}
	if opened != folder {
		t.Errorf("opened %q, want %q", opened, folder)
	}
	if len(m.went) != 1 || m.went[0].Place != view.ProductsPlace {
		t.Errorf("the way to mend what was left out leads to %+v", m.went)
	}
	press(t, w, "export-again")
	if e.road.Step != exporting.StepChannel {
		t.Errorf("again begins at step %d", e.road.Step)
	}
}

// TestExportTellsWhatWentWrong: the sentence has the room it needs, above the rows.
func TestExportTellsWhatWentWrong(t *testing.T) {
	m := newMarket(t)
	folder := "/proc/1"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("NOT TESTED: there is no folder here that nobody can write into")
	}
	e := NewExport(m.Session, func(chosen func(string)) { chosen(folder) }, nil)
	w := shownIn(t, e)
	for _, role := range []string{"export-channel:shopify", "export-next", "export-change", "export-write"} {
		press(t, w, role)
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
	m := newMarket(t)
	e := NewExport(m.Session, nil, nil)
	w := shownIn(t, e)
	press(t, w, "export-channel:taobao")
	field := widget.Find(e.Object(), "export-need:rate.USD/CNY").(*widget.Field)
	test.Type(field, "7.2")
	field.OnSubmitted(field.Text)
	if got, err := m.Workspace.Setting(t.Context(), "rate.USD/CNY"); err != nil || got != "7.2" {
		t.Errorf("the catalogue has the rate %q, %v; want 7.2", got, err)
	}
	press(t, w, "export-take-all")
	press(t, w, "export-next")
	absent(t, w, "export-change") // the window has no way to do it
	if e.road.Rows == nil || e.road.Rows.Head != 3 {
		t.Errorf("no preview: %v", e.road.Wrong)
	}
}

// In a window that is low and narrow, as one at 200 % is, the cards break into rows
// and nothing is wider than the window.
func TestHomeBreaksIntoRows(t *testing.T) {
	w := shownIn(t, NewHome(newMarket(t).Session))
	left := func(channel string) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(widget.FindIn(w.Canvas(), "home-export:"+channel))
	}
	if a, b, c := left("google"), left("shopify"), left("taobao"); a.Y != b.Y || b.Y != c.Y || a.X >= b.X || b.X >= c.X {
		t.Errorf("three cards stand at %v, %v and %v, want them abreast", a, b, c)
	}
	w.Resize(fyne.NewSize(660, 2000))
	if a, b, c := left("google"), left("shopify"), left("taobao"); a.Y != b.Y || c.Y <= a.Y || c.X != a.X {
		t.Errorf("three cards stand at %v, %v and %v, want the third below the first", a, b, c)
	}
	next := widget.FindIn(w.Canvas(), "home-localize")
	if right := fyne.CurrentApp().Driver().AbsolutePositionForObject(next).X + next.Size().Width; right > 660-24 {
		t.Errorf("a button ends at %v, in a window of 660", right)
	}
}

func TestExportOfAnEmptyCatalogueLeadsToImport(t *testing.T) {
	m := &market{Session: roadSession(t)}
	m.Go = func(to view.Target) { m.went = append(m.went, to) }
	w := shownIn(t, NewExport(m.Session, nil, nil))
	press(t, w, "export-import")
	if len(m.went) != 1 || m.went[0].Place != view.ImportPlace {
		t.Errorf("it leads to %+v", m.went)
	}
	if _, err := m.Workspace.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	m.Changed()
	press(t, w, "export-channel:shopify")
}
