// Package history draws what was written to a catalogue, and its backups.
package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
)

// Screen shows every write to the catalogue, what it did, and takes it back; and
// the backups.
type Screen struct {
	session *view.Session
	entries *entryList
	backups *backupList
	forget  func()

	showsBackups bool
	head, body   *fyne.Container
	object       fyne.CanvasObject
}

// New makes the screen. restore puts a backup in the place of the
// catalogue: the window closes it first, and asks. Without restore none is offered.
func New(s *view.Session, restore func(path string)) *Screen {
	h := &Screen{session: s, head: container.NewStack(), body: container.NewStack()}
	h.entries, h.backups = newEntryList(s), newBackupList(s, restore)
	top := widget.Column(0, h.head, widget.Gap(0, theme.Space4))
	h.object = widget.Inset(theme.Space6, theme.Space6, widget.Bordered(top, nil, nil, nil, h.body))
	h.show(false)
	return h
}

// Object implements Screen.
func (h *Screen) Object() fyne.CanvasObject { return h.object }

// Enter implements Screen.
func (h *Screen) Enter() {
	h.forget = h.session.OnChange(h.load)
	h.load()
}

// Focus gives the list of entries the keyboard.
func (h *Screen) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(h.entries.list); c != nil && !h.showsBackups {
		c.Focus(h.entries.list)
	}
}

// Leave implements Screen.
func (h *Screen) Leave() {
	if h.forget != nil {
		h.forget()
	}
	h.entries.model.Leave()
	h.backups.model.Leave()
}

func (h *Screen) load() {
	h.entries.model.Load()
	h.backups.model.Load()
}

// show chooses between the entries and the backups.
func (h *Screen) show(backups bool) {
	h.showsBackups = backups
	h.head.Objects = []fyne.CanvasObject{h.header()}
	h.head.Refresh()
	h.body.Objects = []fyne.CanvasObject{h.entries.object}
	if backups {
		h.body.Objects = []fyne.CanvasObject{h.backups.object}
	}
	h.body.Refresh()
}

func (h *Screen) header() fyne.CanvasObject {
	say := h.session.Text.Say
	title := widget.Column(theme.Space1, widget.NewTitle(say("history-title")).Cut(), widget.NewSecondary(say("history-subtitle")).Cut())
	tabs := widget.Row(theme.Space1,
		widget.Named(h.tab(say("history-tab-entries"), false), "history-entries"),
		widget.Named(h.tab(say("history-tab-backups"), true), "history-backups"))
	return container.NewBorder(nil, nil, nil, tabs, title)
}

func (h *Screen) tab(name string, backups bool) fyne.CanvasObject {
	word := widget.NewText(name).In(theme.Muted)
	area := widget.NewArea(widget.Inset(theme.Space2, theme.Space3, word), func() { h.show(backups) }).Round(theme.ControlHeight / 2)
	if h.showsBackups == backups {
		word.In(theme.Accent)
		area.Fill(theme.AccentSoft)
	}
	return area
}
