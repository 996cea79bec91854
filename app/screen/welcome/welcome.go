// Package welcome draws the first run: three ways to a catalogue.
package welcome

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/welcome"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// Asks is what the first run needs from the window around it.
type Asks struct {
	Folder      string                               // that a catalogue is made in
	Spreadsheet func(then func(path string))         // asks for a spreadsheet
	Place       func(path string, then func(string)) // asks where to make the catalogue
	Open        func(path string)                    // opens a catalogue that there is
	Existing    func()                               // asks for a catalogue and opens it
	Language    func(tag string)                     // switches the language
	Recent      []string                             // catalogues that were open, the last one first
}

// Screen is the first run: three doors, then a few questions.
type Screen struct {
	session *view.Session
	model   *welcome.Model
	asks    Asks
	body    *fyne.Container
}

// New makes the screen.
func New(s *view.Session, m *welcome.Model, asks Asks) *Screen {
	w := &Screen{session: s, model: m, asks: asks, body: container.NewStack()}
	m.Changed = w.draw
	w.draw()
	return w
}

// Object implements Screen.
func (w *Screen) Object() fyne.CanvasObject { return w.body }

// Enter implements Screen.
func (w *Screen) Enter() { w.draw() }

// Leave implements Screen.
func (w *Screen) Leave() {}

// Drop takes a spreadsheet through the import door.
func (w *Screen) Drop(paths []string) bool {
	if w.model.Busy || !view.IsSpreadsheet(paths[0]) {
		return false
	}
	w.model.Choose(welcome.ImportDoor, paths[0], w.asks.Folder)
	return true
}

func (w *Screen) say(code string, args ...any) string { return w.session.Text.Say(code, args...) }

func (w *Screen) draw() {
	page := w.doors()
	if w.model.Door != "" {
		page = w.questions()
	}
	w.body.Objects = []fyne.CanvasObject{container.NewVScroll(container.NewCenter(widget.Inset(theme.Space6, theme.Space6, page)))}
	w.body.Refresh()
}

// doorWidth and doorHeight are a door's size.
const (
	doorWidth  = 272
	doorHeight = 216
)

func (w *Screen) doors() fyne.CanvasObject {
	head := widget.Column(theme.Space2,
		widget.NewTitle(w.say("welcome-title")).Center(),
		widget.NewText(w.say("welcome-subtitle")).In(theme.Muted).Center(),
	)
	doors := widget.Row(theme.Space4,
		w.door(theme.IconProducts, "welcome-sample", "welcome-sample-body", "welcome-sample-do", widget.Primary, "welcome:sample", func() {
			w.model.Choose(welcome.SampleDoor, "", w.asks.Folder)
		}),
		w.door(theme.IconImport, "welcome-import", "welcome-import-body", "welcome-import-do", widget.Plain, "welcome:import", func() {
			w.asks.Spreadsheet(func(path string) { w.model.Choose(welcome.ImportDoor, path, w.asks.Folder) })
		}),
		w.door(theme.IconPlus, "welcome-empty", "welcome-empty-body", "welcome-empty-do", widget.Plain, "welcome:empty", func() {
			w.model.Choose(welcome.EmptyDoor, "", w.asks.Folder)
		}),
	)
	return widget.Column(theme.Space6, head, doors, w.recent(), w.languages())
}

func (w *Screen) door(icon theme.IconName, title, body, do string, kind widget.ButtonKind, role string, tap func()) fyne.CanvasObject {
	words := widget.NewWrapped(w.say(body))
	picture := fynewidget.NewIcon(theme.IconIn(icon, theme.Accent))
	head := widget.Row(theme.Space2, widget.Fixed(theme.Space6, theme.Space6, picture), widget.NewSection(w.say(title)))
	button := widget.Named(widget.NewButton(w.say(do), tap).As(kind), role)
	inside := container.NewBorder(head, button, nil, nil, widget.Inset(theme.Space4, 0, words))
	return widget.Fixed(doorWidth, doorHeight, widget.NewCard(inside))
}

// recent lists the catalogues that were open, and asks for another one.
func (w *Screen) recent() fyne.CanvasObject {
	row := widget.Row(theme.Space2, widget.Spring(), widget.NewSecondary(w.say("welcome-existing")))
	for _, path := range w.asks.Recent[:min(3, len(w.asks.Recent))] {
		row.Add(widget.NewButton(view.FileName(path), func() { w.asks.Open(path) }).Small())
	}
	row.Add(widget.Named(widget.NewButton(w.say("welcome-open"), w.asks.Existing).Small(), "welcome:open"))
	row.Add(widget.Spring())
	return row
}

// languages are named in themselves, so that each is found by who reads it.
func (w *Screen) languages() fyne.CanvasObject {
	row := widget.Row(theme.Space1, widget.Spring())
	for _, l := range []struct{ tag, name string }{{"en", "English"}, {"zh-Hans", "简体中文"}} {
		b := widget.NewButton(l.name, func() { w.asks.Language(l.tag) }).As(widget.Quiet).Small()
		row.Add(widget.Named(b, "welcome:language:"+l.tag))
	}
	row.Add(widget.Spring())
	return row
}

// questionsWidth is the width of the questions.
const questionsWidth = 560

func (w *Screen) questions() fyne.CanvasObject {
	parts := widget.Column(theme.Space4,
		widget.NewTitle(w.say(map[welcome.Door]string{welcome.SampleDoor: "welcome-sample", welcome.ImportDoor: "welcome-import", welcome.EmptyDoor: "welcome-empty"}[w.model.Door])),
		w.question("welcome-currency", "welcome-currency-hint", w.currency()),
		w.question("welcome-channels", "welcome-channels-hint", w.channels()),
		w.question("welcome-script", "option-script-hint", w.script()),
		w.question("welcome-place", "", w.place()),
		w.answers(),
	)
	return widget.Fixed(questionsWidth, 0, widget.NewSurface(theme.Surface, parts).Lined().Round(theme.CardRadius).Inside(theme.Space6, theme.Space6))
}

func (w *Screen) question(title, hint string, answer fyne.CanvasObject) fyne.CanvasObject {
	c := widget.Column(theme.Space1, widget.NewText(w.say(title)).Strong())
	if hint != "" {
		c.Add(widget.NewSecondary(w.say(hint)))
	}
	c.Add(widget.Gap(0, theme.Space1))
	c.Add(answer)
	return c
}

func (w *Screen) currency() fyne.CanvasObject {
	return w.pick("welcome:currency", w.model.Currencies(), w.model.Currency, func(code string) { w.model.Currency = code })
}

func (w *Screen) script() fyne.CanvasObject {
	return w.pick("welcome:script", w.model.Scripts(), w.model.Script, func(tag string) { w.model.Script = tag })
}

// pick is one of some choices.
func (w *Screen) pick(role string, choices []view.Choice, chosen string, take func(string)) fyne.CanvasObject {
	word := func(value string) string {
		i := slices.IndexFunc(choices, func(c view.Choice) bool { return c.Value == value })
		return choices[max(i, 0)].Word(w.session.Text)
	}
	var p *input.Picker
	p = input.NewPicker(func() []input.Choice { return screen.Picks(choices, w.session.Text) }, func(value string) {
		value = strings.TrimSuffix(value, screen.PickMark)
		p.Set(value+screen.PickMark, word(value))
		take(value)
	})
	p.Set(chosen+screen.PickMark, word(chosen))
	return container.NewHBox(widget.Fixed(200, 0, widget.Named(p, role)))
}

func (w *Screen) channels() fyne.CanvasObject {
	list := widget.Column(0)
	for _, c := range w.model.Channels() {
		check := widget.NewCheck(c.Title(catalog.Locale(w.session.Text.Language())), slices.Contains(w.model.Targets, c.Name()), func(wanted bool) { w.model.Target(c.Name(), wanted) })
		list.Add(widget.Named(check, "welcome:channel:"+c.Name()))
	}
	return widget.Inset(0, -theme.Space2, list) // a check has a space of its own
}

func (w *Screen) place() fyne.CanvasObject {
	change := widget.NewButton(w.say("word-change"), func() { w.asks.Place(w.model.Path, w.model.SetPath) }).Small()
	return container.NewBorder(nil, nil, nil, widget.Named(change, "welcome:place"), container.NewVBox(widget.Spring(), widget.NewText(w.model.Path).In(theme.Muted).Cut(), widget.Spring()))
}

func (w *Screen) answers() fyne.CanvasObject {
	back := widget.NewButton(w.say("word-back"), w.model.Back)
	create := widget.NewButton(w.say("welcome-create"), w.model.Create).As(widget.Primary)
	if w.model.Busy {
		create.SetText(w.say("welcome-creating"))
	}
	back.Allow(!w.model.Busy)
	create.Allow(!w.model.Busy)
	return widget.Row(theme.Space2, widget.Named(back, "welcome:back"), widget.Spring(), widget.Named(create, "welcome:create"))
}
