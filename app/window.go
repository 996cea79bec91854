package app

import (
	"cmp"
	"io/fs"
	"log/slog"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/chooser"
	"tradewind.app/app/job"
	"tradewind.app/app/screen"
	screenwelcome "tradewind.app/app/screen/welcome"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/settings"
	"tradewind.app/app/view/unreadable"
	"tradewind.app/app/view/welcome"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
)

// setup is what a window is made with.
type setup struct {
	options workspace.Options
	// runner makes the runner: deliver takes what it delivers to the window's thread.
	runner  func(deliver func(func()), watch job.Progress) job.Runner
	chooser chooser.Func // nil: the toolkit's own
	folder  string       // that new catalogues are made in
	drafts  string       // folder that edits in hand are kept in; "" keeps none
	fonts   theme.Fonts
	log     *slog.Logger
	logPath string
}

// window is the frame around the screens: the rail, the top bar, the status line
// and the route between places. It owns which catalogue is open.
type window struct {
	setup
	app         fyne.App
	win         fyne.Window
	preferences *preferences
	runner      job.Runner
	session     *view.Session
	watch       *view.FileWatch // of the session's catalogue
	road        *view.Road
	account     string // what the person is called where they have not said

	delivery delivery
	shown    time.Duration // from the program's start until a catalogue was in the window

	route   route
	keeping bool    // keepFocus is at it
	orphan  *string // role of what had the keyboard and is gone, while nothing has it
	screens map[view.Place]screen.Screen
	broken  *unreadable.Model // of UnreadablePlace
	current screen.Screen

	rail   *rail
	top    *topBar
	status *statusLine
	body   *fyne.Container
}

// newWindow makes the window, with no catalogue in it.
func newWindow(a fyne.App, s setup) *window {
	w := &window{setup: s, app: a, win: a.NewWindow(Name), body: container.NewStack()}
	w.preferences = &preferences{a.Preferences(), w.apply}
	w.runner = s.runner(w.deliver, func(int, int) { w.status.refresh() })
	w.account = w.options.By
	w.takeIcons()
	w.dress()
	w.use(nil)
	w.win.SetPadded(false)
	w.win.Resize(w.preferences.size())
	w.win.CenterOnScreen()
	w.win.SetMaster()
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.dropped)
	w.listen()
	a.Lifecycle().SetOnEnteredForeground(func() { w.watch.Check() })
	widget.Guard = w.guard
	return w
}

// takeName takes into use what the person is called: as they chose, otherwise as they
// were called when the program began.
func (w *window) takeName() {
	w.options.By = cmp.Or(w.preferences.Preference(settings.PreferenceName), w.account)
	if w.session != nil && w.session.Workspace != nil {
		w.session.Workspace.SetName(w.options.By)
	}
}

// takeIcons takes the shipped icons into use. Without them the window is ugly, and
// works.
func (w *window) takeIcons() {
	icons, err := fs.Sub(w.options.Assets, "icons")
	if err == nil {
		err = theme.UseIcons(icons)
	}
	if err != nil {
		logError(w.log, err)
	}
}

// use puts a catalogue into the window, or none. What was in it must be closed.
func (w *window) use(ws *workspace.Workspace) {
	w.session = &view.Session{
		Workspace: ws, Runner: w.runner, Text: w.printer(),
		Go: w.goTo, Fail: w.fail, Draft: w.draft(ws), Searched: w.showWords, Typed: func() { w.status.refresh() },
		Has: func(at view.Place) bool {
			_, known := placeAt(at)
			return known
		},
	}
	if r, ok := w.runner.(*job.Background); ok {
		w.session.After = r.After
	}
	w.takeName()
	w.session.TakeScript()
	w.session.Jobs.Watch = func() { w.status.refresh() }
	w.watchFile()
	w.route = route{}
	w.build()
	w.win.SetTitle(w.title())
}

// printer speaks the person's language, to a reader who has the window.
func (w *window) printer() *text.Printer { return text.For(w.preferences.language()).InWindow() }

// title puts the catalogue first: a task bar cuts the end off.
func (w *window) title() string {
	if w.session.Workspace == nil {
		return Name
	}
	return filepath.Base(w.session.Workspace.Path()) + " - " + Name
}

// build makes everything that has words on it, and the screens, anew. It is done
// once for each catalogue, and when the language or the shop's script changes.
func (w *window) build() {
	if err := speak(w.session.Text); err != nil {
		logError(w.log, err) // the toolkit then speaks the system's language
	}
	w.leave()
	if w.road != nil {
		w.road.Close()
	}
	w.session.ForgetAll()
	w.screens = map[view.Place]screen.Screen{}
	w.road = view.NewRoad(w.session, w.counted)
	w.rail, w.top, w.status = newRail(w), newTopBar(w), newStatusLine(w)
	w.session.OnChange(w.watch.Check) // before Saved is said
	w.session.OnChange(w.status.refresh)
	w.session.OnChange(func() { w.session.FollowScript(w.rebuild) })
	w.win.SetMainMenu(w.menu())
	w.win.SetContent(container.NewStack(container.New(&frame{w}, w.body, w.status.object, w.rail.object, w.top.object), w.tips()))
	w.road.Load()
}

// tips is the layer in which words about what is pointed at are shown. A runner that
// does everything at once does nothing later.
func (w *window) tips() fyne.CanvasObject {
	if w.session.After == nil {
		widget.UseTips(nil)
		return widget.Gap(0, 0)
	}
	tips := widget.NewTips(w.session.After)
	widget.UseTips(tips)
	return tips.Layer()
}

// counted shows the counts of the road wherever they are.
func (w *window) counted() {
	w.top.count(w.road.Steps())
	w.rail.count(w.road.Standing())
	w.status.refresh()
}

// dress puts the theme on that the person has chosen.
func (w *window) dress() {
	mode := theme.Mode(w.preferences.Preference(settings.PreferenceTheme))
	if percent := w.preferences.String(settings.PreferenceScale); percent != "" {
		useScale(percent)
	}
	w.app.Settings().SetTheme(&theme.Theme{Mode: mode, Fonts: w.fonts})
}

// apply makes a preference take effect.
func (w *window) apply(key string) {
	if key == settings.PreferenceName {
		w.takeName()
		return
	}
	if key != settings.PreferenceLanguage {
		had := w.win.Canvas().Scale()
		w.dress()
		w.keepOutline(had)
		w.win.SetMainMenu(w.menu())
		return
	}
	w.session.Text = w.printer()
	w.rebuild()
}

// rebuild builds the window anew around the place where it is, and what has the
// keyboard.
func (w *window) rebuild() {
	held, _ := w.focusedRole(w.win.Canvas().Focused())
	w.build()
	w.show(w.route.here())
	if held != "" {
		w.focusHeir(held)
	}
}

// keepOutline gives the window the outline on the desk that it had in another scale:
// what is in it grows, not the window. It asks the canvas for the scale, since Fyne
// 2.7.1 rounds it to tenths (calculateScale): 175 % is 1.8. A window that is given
// another size than its outline's, and is kept by the desktop because it is maximised,
// would draw beyond its edges.
func (w *window) keepOutline(had float32) {
	if now := w.win.Canvas().Scale(); now != had && now > 0 {
		size := w.win.Canvas().Size()
		w.win.Resize(fyne.NewSize(size.Width*had/now, size.Height*had/now))
	}
}

// open puts a catalogue in place of the one that is open, and goes somewhere.
func (w *window) open(ws *workspace.Workspace, t view.Target) {
	if err := w.closeCatalogue(); err != nil {
		w.fail(err)
	}
	if ws.ReadOnly() == nil {
		w.preferences.remember(recentCatalogues, ws.Path())
	}
	w.use(ws)
	if _, known := placeAt(t.Place); !known {
		t = w.first()
	}
	w.goTo(t)
	w.offerDraft()
}

// closeCatalogue ends the work on the open catalogue, if there is one.
func (w *window) closeCatalogue() error {
	ws := w.session.Workspace
	if ws == nil {
		return nil
	}
	w.leave()
	w.watch.Stop()
	w.road.Close() // nothing may read a file that is being closed
	w.session.Draft.Close()
	w.session.Workspace = nil
	return ws.Close()
}

// welcome is the first run's screen.
func (w *window) welcome() screen.Screen {
	model := welcome.New(w.session, w.options, w.open)
	return screenwelcome.New(w.session, model, screenwelcome.Asks{
		Folder:      w.folder,
		Spreadsheet: func(then func(string)) { w.choose(w.spreadsheets(), then) },
		Place:       func(path string, then func(string)) { w.choose(w.newCatalogue(path), then) },
		Open:        w.openFile,
		Existing:    w.askOpen,
		Recent:      w.preferences.recent(recentCatalogues),
		Language:    func(tag string) { w.preferences.SetPreference(settings.PreferenceLanguage, tag) },
	})
}

// quit closes the window, once nothing is lost by it.
func (w *window) quit() {
	running, busy := w.session.Jobs.Status()
	if !busy {
		w.leaveThen(w.close)
		return
	}
	say := w.session.Text
	w.ask(say.Say("ask-stop"), say.Say("ask-stop-body", "name", running.Name),
		answer{say.Say("word-stop"), "ask:stop", widget.Danger, func() { w.leaveThen(w.close) }},
		answer{say.Say("word-cancel"), "ask:cancel", widget.Primary, nil},
	)
}

func (w *window) close() {
	w.preferences.keepSize(w.win.Canvas().Size())
	w.delivery.end()
	w.win.Close()
}

// stop ends the program without asking: the system wants it to end.
func (w *window) stop() {
	w.delivery.stop()
	w.app.Quit()
}

// deliver does something on the window's thread, soon.
func (w *window) deliver(do func()) { w.delivery.deliver(func() { w.guard(do) }) }

// end is what happens after the window is closed: work is asked to stop and
// waited for, then the catalogue is closed.
func (w *window) end() error {
	w.delivery.end()
	w.leave()
	w.road.Close()
	w.session.Jobs.CancelAll()
	if b, ok := w.runner.(*job.Background); ok {
		b.Wait()
	}
	return w.closeCatalogue()
}
