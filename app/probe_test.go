package app

import (
	"log/slog"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
)

// oneRow is a grid's list.
type oneRow struct{}

func (oneRow) Len() int               { return 1 }
func (oneRow) Key(int) (string, bool) { return "a", true }
func (oneRow) Row(int) ([]grid.Cell, bool) {
	return []grid.Cell{{Text: "AP-1"}, {Text: "衬衫"}}, true
}

func columnsOfOneRow() []grid.Column {
	return []grid.Column{{Key: "sku", Title: "SKU", Width: 100}, {Key: "zh", Title: "中文", Width: 100}}
}

func probed(t *testing.T) *probe {
	t.Helper()
	test.NewTempApp(t)
	entry := fynewidget.NewEntry()
	entry.SetText("亚麻")
	save := widget.NewButton("Save", nil)
	save.Allow(false)
	w := test.NewTempWindow(t, widget.Column(0,
		widget.Named(save, "save"), widget.Named(entry, "field"),
		widget.Fixed(300, 200, widget.Named(grid.New(oneRow{}, columnsOfOneRow()...), "grid")),
	))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 400))
	return &probe{window: w, log: slog.Default(), here: func() view.Target { return view.Target{Place: view.HomePlace} }, busy: func() bool { return true }, shown: func() time.Duration { return time.Second }}
}

func TestProbeFindsControls(t *testing.T) {
	p := probed(t)
	if got := p.find("save"); !got.Found || got.Text != "Save" || !got.Off || got.Area.Width <= 0 {
		t.Errorf("save = %+v, want a disabled button with its word and area", got)
	}
	if got, want := p.find("field").Text, "亚麻"; got != want {
		t.Errorf("text of field = %q, want %q", got, want)
	}
	if got := p.find("grid"); got.Rows != 1 {
		t.Errorf("grid has %d rows, want 1", got.Rows)
	}
	if got := p.find("none"); got.Found {
		t.Errorf("none = %+v, want it not found", got)
	}
}

func TestProbeFindsCells(t *testing.T) {
	p := probed(t)
	got := p.answer(probeQuestion{Do: "cell", Role: "grid", Column: "zh"})
	if !got.Found || got.Text != "衬衫" {
		t.Fatalf("cell = %+v, want it found with its text", got)
	}
	if grid := p.find("grid").Area; got.Area.X <= grid.X || got.Area.Y <= grid.Y {
		t.Errorf("cell at %+v, want it inside of the grid at %+v", got.Area, grid)
	}
	for _, q := range []probeQuestion{{Row: 7, Column: "zh"}, {Row: -1, Column: "zh"}, {Column: "none"}} {
		q.Do, q.Role = "cell", "grid"
		if got := p.answer(q); got.Found {
			t.Errorf("cell %+v = %+v, want it not found", q, got)
		}
	}
	if got := p.answer(probeQuestion{Do: "cell", Role: "save"}); got.Error == "" {
		t.Error("a cell of a button was found")
	}
}

func TestProbeTellsTheState(t *testing.T) {
	got := probed(t).answer(probeQuestion{Do: "state"})
	if want := []string{"save", "field", "grid"}; !slices.Equal(got.Roles, want) {
		t.Errorf("roles = %q, want %q", got.Roles, want)
	}
	if got.Place != "home" || !got.Busy || got.Shown != 1000 {
		t.Errorf("state = %+v, want home and busy, after 1000 ms", got)
	}
	if got := use(); got.Goroutines < 1 || got.Heap == 0 {
		t.Errorf("use = %+v, want goroutines and bytes", got)
	}
}

func TestProbeDrives(t *testing.T) {
	p := probed(t)
	var went view.Target
	var set string
	p.goTo = func(t view.Target) { went = t }
	p.set = func(key, value string) { set = key + "=" + value }
	p.answer(probeQuestion{Do: "go", Place: "import", File: "a.xlsx"})
	p.answer(probeQuestion{Do: "set", Key: "theme", Value: "dark"})
	if want := (view.Target{Place: view.ImportPlace, File: "a.xlsx"}); went.Place != want.Place || went.File != want.File {
		t.Errorf("went to %+v, want %+v", went, want)
	}
	if want := "theme=dark"; set != want {
		t.Errorf("set %q, want %q", set, want)
	}
	if got := p.answer(probeQuestion{Do: "dance"}); got.Error == "" {
		t.Error("an unknown question was answered")
	}
}
