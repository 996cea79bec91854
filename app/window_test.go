package app

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/settings"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// testWindow is a window whose work is done at once, without a catalogue.
func testWindow(t *testing.T) *window {
	t.Helper()
	t.Setenv("LANG", "en_US.UTF-8")
	t.Setenv("LC_ALL", "")
	a := test.NewTempApp(t)
	a.Preferences().SetBool(keyFonts, true)
	w := newWindow(a, setup{
		options: workspace.Options{Assets: assets.FS, By: "tester"}, folder: t.TempDir(), log: slog.New(slog.DiscardHandler),
		runner: func(_ func(func()), watch job.Progress) job.Runner { return job.Inline{Watch: watch} },
	})
	w.win.Resize(fyne.NewSize(1440, 900))
	w.begin(nil, "", nil)
	w.win.Show()
	t.Cleanup(func() {
		if err := w.end(); err != nil {
			t.Error(err)
		}
		w.win.Close()
	})
	return w
}

// shopWindow is a window with a catalogue open.
func shopWindow(t *testing.T) *window {
	t.Helper()
	w := testWindow(t)
	w.openFile(create(t, "spring.tradewind"))
	if w.session.Workspace == nil {
		t.Fatal("the catalogue was not opened")
	}
	return w
}

// tap taps what has a role.
func tap(t *testing.T, w *window, role string) {
	t.Helper()
	o, ok := widget.FindIn(w.win.Canvas(), role).(fyne.Tappable)
	if !ok {
		t.Fatalf("nothing to tap has the role %q; there are %q", role, widget.Roles(w.win.Content()))
	}
	test.Tap(o)
}

func TestFirstRunToTheSampleShop(t *testing.T) {
	w := testWindow(t)
	tap(t, w, "welcome:sample")
	tap(t, w, "welcome:create")
	ws := w.session.Workspace
	if ws == nil {
		t.Fatal("no catalogue is open")
	}
	s, known := w.road.Standing()
	if !known || s.Products == 0 {
		t.Errorf("the road counts %+v (known: %v), want the sample's products", s, known)
	}
	if got := ws.Path(); filepath.Dir(got) != w.folder || !strings.HasPrefix(w.win.Title(), "Sample shop.tradewind") {
		t.Errorf("made %s with the title %q", got, w.win.Title())
	}
	if got := w.preferences.recent(recentCatalogues); len(got) != 1 || got[0] != ws.Path() {
		t.Errorf("recent are %q, want the sample", got)
	}
}

func TestFirstRunAsks(t *testing.T) {
	w := testWindow(t)
	tap(t, w, "welcome:empty")
	tap(t, w, "welcome:back")
	tap(t, w, "welcome:empty")
	tap(t, w, "welcome:channel:google")
	tap(t, w, "welcome:create")
	got, err := w.session.Workspace.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if list := got[workspace.SettingChannels]; strings.Contains(list, "google") || !strings.Contains(list, "taobao") {
		t.Errorf("channels are %q, want all but google", list)
	}
}

func TestPlacesByRailAndKeys(t *testing.T) {
	w := shopWindow(t)
	for i, p := range railPlaces() {
		w.win.Canvas().Focus(nil)
		w.rune(rune('1' + i))
		if got := w.route.here().Place; got != p.at {
			t.Errorf("key %d goes to %s, want %s", i+1, got, p.at)
		}
		if !w.rail.items[p.at].Current() {
			t.Errorf("the rail does not mark %s", p.at)
		}
	}
	for _, p := range railPlaces() {
		tap(t, w, "rail:"+string(p.at))
		if got := w.route.here().Place; got != p.at {
			t.Errorf("the rail goes to %s, want %s", got, p.at)
		}
	}
}

func TestRoute(t *testing.T) {
	var r route
	if r.step(-1) || r.here().Place != "" {
		t.Error("an empty route leads somewhere")
	}
	for _, at := range []view.Place{view.HomePlace, view.ProductsPlace, view.ExportPlace} {
		r.goTo(view.Target{Place: at})
	}
	r.goTo(view.Target{Place: view.ExportPlace, Channel: "google"}) // the same place
	for _, want := range []view.Place{view.ProductsPlace, view.HomePlace} {
		if !r.step(-1) || r.here().Place != want {
			t.Errorf("back leads to %s, want %s", r.here().Place, want)
		}
	}
	if r.step(-1) {
		t.Error("there is something before the first place")
	}
	if r.step(1); r.here().Place != view.ProductsPlace {
		t.Errorf("forward leads to %s", r.here().Place)
	}
	r.goTo(view.Target{Place: view.HistoryPlace})
	if r.step(1) {
		t.Error("what was ahead is still there after going elsewhere")
	}
}

func TestLanguageIsSwitchedAtOnce(t *testing.T) {
	w := shopWindow(t)
	w.goTo(view.Target{Place: view.SettingsPlace})
	defer func() { w.preferences.SetPreference(settings.PreferenceLanguage, "en") }()
	for tag, want := range map[string]struct{ place, toolkit string }{"zh-Hans": {"设置", "取消"}, "en": {"Settings", "Cancel"}} {
		w.preferences.SetPreference(settings.PreferenceLanguage, tag)
		if got := w.rail.items[view.SettingsPlace].Word(); got != want.place {
			t.Errorf("%s: the rail says %q, want %q", tag, got, want.place)
		}
		if got := lang.L("Cancel"); got != want.toolkit {
			t.Errorf("%s: the toolkit says %q, want %q", tag, got, want.toolkit)
		}
		if got := w.route.here().Place; got != view.SettingsPlace {
			t.Errorf("%s: shows %s, want the place that was shown", tag, got)
		}
	}
}

func TestScriptIsSwitchedAtOnce(t *testing.T) {
	w := shopWindow(t)
	const sheet = "sku,title,title@zh-Hans,title@zh-Hant\nA,Tea,茶叶,茶葉\n"
	_, err := w.session.Workspace.Import(t.Context(), workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(sheet), Size: int64(len(sheet))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w.goTo(view.Target{Place: view.ProductsPlace})
	expect := func(simplified, traditional string) {
		t.Helper()
		grid := widget.FindIn(w.win.Canvas(), "products-grid").(*grid.Grid)
		hans, _ := grid.CellText(0, "title@zh-Hans")
		hant, _ := grid.CellText(0, "title@zh-Hant")
		if hans != simplified || hant != traditional {
			t.Errorf("the list shows %q and %q, want %q and %q", hans, hant, simplified, traditional)
		}
	}
	expect("茶叶", "")
	if err := w.session.Workspace.SetSettings(t.Context(), map[string]string{workspace.SettingScript: "zh-Hant"}); err != nil {
		t.Fatal(err)
	}
	w.session.ChangedAll()
	expect("", "茶葉")
	path := w.session.Workspace.Path()
	w.closeFile()
	w.openFile(path)
	w.goTo(view.Target{Place: view.ProductsPlace})
	expect("", "茶葉")
}

func TestOpenElsewhereIsOfferedForReading(t *testing.T) {
	path := create(t, "spring.tradewind")
	other, err := workspace.Open(t.Context(), path, workspace.Options{Assets: assets.FS})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := other.Close(); err != nil {
			t.Error(err)
		}
	}()
	w := testWindow(t)
	w.openFile(path)
	tap(t, w, "ask:read-only")
	if ws := w.session.Workspace; ws == nil || ws.ReadOnly() == nil {
		t.Error("the catalogue is not open for reading")
	}
	if got := w.status.doing.Text(); got != w.session.Text.Say("status-read-only") {
		t.Errorf("the status line says %q", got)
	}
}

func TestTheLastCatalogueIsOpenedAgain(t *testing.T) {
	w := shopWindow(t)
	path := w.session.Workspace.Path()
	w.goTo(view.Target{Place: view.SettingsPlace})
	w.closeFile()
	w.begin(nil, "", nil)
	if ws := w.session.Workspace; ws == nil || ws.Path() != path {
		t.Fatal("the catalogue is not open again")
	}
	if got := w.route.here().Place; got != view.SettingsPlace {
		t.Errorf("shows %s, want the place that was shown", got)
	}
}

func TestACatalogueThatIsGoneIsForgotten(t *testing.T) {
	w := testWindow(t)
	gone := filepath.Join(t.TempDir(), "gone.tradewind")
	w.preferences.remember(recentCatalogues, gone)
	w.openFile(gone)
	if got := w.preferences.recent(recentCatalogues); len(got) != 0 {
		t.Errorf("recent are %q, want none", got)
	}
}

func TestClosingAsksWhileAJobRuns(t *testing.T) {
	w := shopWindow(t)
	runner := &job.Stepping{}
	w.session.Runner = runner
	w.backUp()
	w.quit()
	tap(t, w, "ask:cancel")
	runner.Work()
	runner.Deliver()
	tap(t, w, "ask:close") // the backup is told
	if got := w.status.doing.Text(); !strings.HasPrefix(got, "Saved") {
		t.Errorf("the status line says %q after the job", got)
	}
}

func TestCrashInACommandIsTold(t *testing.T) {
	w := shopWindow(t)
	w.guard(func() { panic("linen shirt") })
	if widget.FindIn(w.win.Canvas(), "ask:close") == nil {
		t.Error("nothing was said")
	}
	tap(t, w, "ask:close")
}

// TestCrashInAButtonIsTold: what a person presses on any screen is survived too.
func TestCrashInAButtonIsTold(t *testing.T) {
	w := shopWindow(t)
	w.body.Objects = append(w.body.Objects, widget.Named(widget.NewButton("Break", func() { panic("linen shirt") }), "break"))
	tap(t, w, "break")
	tap(t, w, "ask:close")
}

func TestLogHoldsNoTextsOfProducts(t *testing.T) {
	var said strings.Builder
	l := slog.New(slog.NewTextHandler(&said, nil))
	logError(l, &workspace.UnknownProductError{Code: "SECRET-1"})
	logError(l, &job.PanicError{Value: "secret shirt", Stack: []byte("goroutine 1")})
	if got := said.String(); strings.Contains(strings.ToLower(got), "secret") || !strings.Contains(got, "error-product-unknown") {
		t.Errorf("the log says %s", got)
	}
}

func TestSearchLeadsToTheProducts(t *testing.T) {
	w := shopWindow(t)
	w.goTo(view.Target{Place: view.SettingsPlace})
	test.Type(w.top.search, "cup")
	if got := w.route.here(); got.Place != view.ProductsPlace {
		t.Errorf("shows %s, want the products", got.Place)
	}
	if got := w.top.search.Text; got != "cup" {
		t.Errorf("the field holds %q", got)
	}
}

// TestSearchIsShownWhereItHolds: a list that leaves products out must not look as if
// it were all of them.
func TestSearchIsShownWhereItHolds(t *testing.T) {
	w := testWindow(t)
	tap(t, w, "welcome:sample")
	tap(t, w, "welcome:create")
	w.goTo(view.Target{Place: view.ProductsPlace})
	test.Type(w.top.search, "tea")
	w.win.Canvas().Unfocus()
	w.goTo(view.Target{Place: view.HomePlace})
	if got := w.top.search.Text; got != "" {
		t.Errorf("Home is searched by %q", got)
	}
	w.goTo(view.Target{Place: view.ProductsPlace})
	if got := w.top.search.Text; got != "tea" {
		t.Errorf("back at the list of what was found the field shows %q", got)
	}
	tap(t, w, "products-all")
	if got := w.top.search.Text; got != "" {
		t.Errorf("all products are shown, and the field shows %q", got)
	}
}

func TestRailIsNarrowInANarrowWindow(t *testing.T) {
	w := shopWindow(t)
	for width, want := range map[float32]float32{1440: theme.RailWidth, 1024: theme.RailNarrow} {
		w.win.Resize(fyne.NewSize(width, 700))
		if got := w.rail.object.Size().Width; got != want {
			t.Errorf("%v wide: the rail is %v, want %v", width, got, want)
		}
	}
}

func TestDroppedFiles(t *testing.T) {
	w := testWindow(t)
	w.take([]string{create(t, "dropped.tradewind")})
	if ws := w.session.Workspace; ws == nil || filepath.Base(ws.Path()) != "dropped.tradewind" {
		t.Error("a dropped catalogue was not opened")
	}
	w.goTo(view.Target{Place: view.SettingsPlace})
	w.take([]string{"/shop/photo.png"})
	tap(t, w, "ask:close")
}

// F1 shows the keys while something is typed, too.
func TestF1WhileTyping(t *testing.T) {
	w := shopWindow(t)
	w.run(with(fyne.KeyF))
	typing, ok := w.win.Canvas().Focused().(*input.SearchField)
	if !ok {
		t.Fatalf("%T has the keyboard, want the search field", w.win.Canvas().Focused())
	}
	typing.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("F1 in the search field shows no keys")
	}
}

func TestCloseGoesBackToTheDoors(t *testing.T) {
	w := shopWindow(t)
	w.run(with(fyne.KeyF)) // focus in the search field does not stop a command
	w.closeFile()
	if w.session.Workspace != nil || w.route.here().Place != view.WelcomePlace {
		t.Errorf("open: %v, shows %s", w.session.Workspace != nil, w.route.here().Place)
	}
	tap(t, w, "welcome:empty")
}

func TestUndoAndRedoOfTheCatalogue(t *testing.T) {
	w := shopWindow(t)
	ws := w.session.Workspace
	if _, err := ws.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	w.session.ChangedAll()
	count := func() int { s, _ := w.road.Standing(); return s.Products }
	had := count()
	w.goTo(view.Target{Place: view.ProductsPlace})
	widget.FindIn(w.win.Canvas(), "products-grid").(*grid.Grid).Focus() // which takes shortcuts, and has no undo
	w.run(&fyne.ShortcutUndo{})
	if got := count(); got != 0 {
		t.Errorf("%d products after undo, want none", got)
	}
	w.run(&fyne.ShortcutRedo{})
	if got := count(); got != had {
		t.Errorf("%d products after redo, want %d", got, had)
	}
}
