// Package unreadable draws why a catalogue could not be opened, and the backups beside it.
package unreadable

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/unreadable"
	"tradewind.app/app/widget"
)

// Asks is what the page needs from the window around it.
type Asks struct {
	Open  func() // asks for another catalogue and opens it
	Again func() // tries to open the same one again
	Start func() // goes to the first run's page
	// Rescue asks for the name of the catalogue that takes what can be saved.
	Rescue func(then func(path string))
	Use    func(path string) // opens it
}

// Screen is about a catalogue that could not be opened, and restores one of the
// backups beside it.
type Screen struct {
	session *view.Session
	model   *unreadable.Model
	asks    Asks
	body    *fyne.Container
}

// New makes the screen.
func New(s *view.Session, m *unreadable.Model, asks Asks) *Screen {
	u := &Screen{session: s, model: m, asks: asks, body: container.NewStack()}
	m.Changed = u.draw
	u.draw()
	return u
}

// Object implements Screen.
func (u *Screen) Object() fyne.CanvasObject { return u.body }

// Enter implements Screen.
func (u *Screen) Enter() { u.model.Load() }

// Leave implements Screen.
func (u *Screen) Leave() { u.model.Leave() }

func (u *Screen) say(code string, args ...any) string { return u.session.Text.Say(code, args...) }

// pageWidth is the width that the page takes where there is room.
const pageWidth = 760

func (u *Screen) draw() {
	page := widget.Column(theme.Space4, u.head(), u.backups(), u.buttons())
	u.body.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(centreWithin{pageWidth}, widget.Inset(theme.Space6, theme.Space6, page)))}
	u.body.Refresh()
}

// head says what happened, and where.
func (u *Screen) head() fyne.CanvasObject {
	m := u.model
	head := widget.Column(theme.Space2,
		widget.NewTitle(u.say("unreadable-title", "name", filepath.Base(m.Path))).Cut(),
		screen.Notice(theme.BadSoft, theme.BadText, u.session.Text.Error(m.Reason)),
		widget.NewSecondary(u.say("unreadable-where", "folder", filepath.Dir(m.Path))).Cut(),
	)
	if m.Wrong != nil {
		head.Add(screen.Notice(theme.BadSoft, theme.BadText, u.session.Text.Error(m.Wrong)))
	}
	if r := m.Rescued; r != nil {
		head.Add(u.rescued(r))
	}
	return head
}

// rescued says what was saved, and opens it.
func (u *Screen) rescued(r *unreadable.Rescued) fyne.CanvasObject {
	told := u.say("unreadable-rescued", "products", r.Products, "variants", r.Variants, "name", filepath.Base(r.Path))
	if r.NotSaved > 0 {
		told += " " + u.say("unreadable-rescued-not", "count", r.NotSaved)
	}
	use := widget.NewButton(u.say("unreadable-use", "name", filepath.Base(r.Path)), func() { u.asks.Use(r.Path) }).As(widget.Primary)
	return widget.Column(
		theme.Space2, widget.Named(screen.Notice(theme.AccentSoft, theme.Accent, told), "unreadable-rescued"),
		widget.Row(0, widget.Named(use, "unreadable-use")),
	)
}

// backups lists what there is to restore.
func (u *Screen) backups() fyne.CanvasObject {
	m := u.model
	switch {
	case !m.Loaded:
		return widget.NewText(u.say("history-loading")).In(theme.Muted)
	case len(m.Backups) == 0:
		return screen.Prose(widget.NewWrapped(u.say("unreadable-none")).In(theme.Muted))
	}
	list := widget.Column(0)
	for i := range m.Backups {
		if i > 0 {
			list.Add(fynewidget.NewSeparator())
		}
		list.Add(u.line(&m.Backups[i], &m.Backups[i] == m.Best()))
	}
	words := widget.Column(theme.Space1, widget.NewSection(u.say("unreadable-backups")), screen.Aside(u.say("unreadable-kept")))
	return widget.Column(theme.Space2, words, widget.NewCard(list))
}

// line is one backup: when it was made and why, what it has, Restore.
func (u *Screen) line(b *unreadable.FoundBackup, best bool) fyne.CanvasObject {
	why := b.Reason
	if code, ok := screen.BackupReasons[b.Reason]; ok {
		why = u.say(code)
	}
	kind := widget.Plain
	if best {
		kind = widget.Primary
	}
	restore := widget.NewButton(u.say("word-restore"), func() { u.model.Restore(b.Path) }).As(kind).Small()
	restore.Allow(!u.model.Busy && b.Wrong == nil)
	words := widget.Column(2,
		widget.NewText(screen.Beside(screen.Moment(b.At), why)).Strong().Cut(),
		widget.NewText(u.contents(b)).Cut(),
		widget.NewSecondary(screen.Beside(screen.Megabytes(b.Size), b.Name)).Cut(),
	)
	if b.Wrong != nil {
		words.Objects[1] = widget.NewWrapped(u.session.Text.Error(b.Wrong)).In(theme.BadText)
	}
	button := container.NewVBox(widget.Spring(), widget.Named(restore, "unreadable-restore:"+b.Name), widget.Spring())
	return widget.Inset(theme.Space2, 0, widget.Bordered(nil, nil, nil, button, widget.Columns{-1}.Row(words)))
}

// contents says what is in a backup, and what was done last in it.
func (u *Screen) contents(b *unreadable.FoundBackup) string {
	c := b.Contents
	last := ""
	if c.Entries > 0 {
		what := screen.Beside(screen.Capital(u.say("kind-"+string(c.LastKind))), screen.OneLine(c.LastNote))
		last = u.say("unreadable-last", "what", what, "when", screen.Moment(c.LastAt))
	}
	return screen.Beside(u.say("status-counts", "products", c.Products, "variants", c.Variants), last)
}

func (u *Screen) buttons() fyne.CanvasObject {
	button := func(code, role string, tap func()) fyne.CanvasObject {
		b := widget.NewButton(u.say(code), tap)
		b.Allow(!u.model.Busy)
		return widget.Named(b, role)
	}
	flow := widget.Flow(theme.Space2)
	if u.model.CanRescue() {
		flow.Add(button("unreadable-rescue", "unreadable-rescue", func() { u.asks.Rescue(u.model.Rescue) }))
	}
	flow.Add(button("unreadable-open", "unreadable-open", u.asks.Open))
	flow.Add(button("unreadable-again", "unreadable-again", u.asks.Again))
	flow.Add(button("unreadable-start", "unreadable-start", u.asks.Start))
	return flow
}

// centreWithin gives its object the whole height and at most a width, in the middle.
type centreWithin struct{ most float32 }

func (c centreWithin) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(c.most, size.Width)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

func (c centreWithin) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least.Height = max(least.Height, o.MinSize().Height)
	}
	return least
}
