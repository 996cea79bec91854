// Package exporting draws the road on which products go out into the files of a channel.
package exporting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/exporting"
	"tradewind.app/app/widget"
)

// Screen is the road of products into the files of a channel, a step at a time.
type Screen struct {
	session *view.Session
	road    *exporting.Model
	choose  func(func(path string)) // asks for a folder; nil: not offered
	open    func(path string)       // shows a folder on the desktop; nil: not offered

	head   *fyne.Container
	notice *fyne.Container
	page   *fyne.Container
	body   *fyne.Container
	object fyne.CanvasObject
}

// New makes the screen. chooseFolder asks for a folder and reports its path
// unless the person thought better of it; openFolder shows one on the desktop.
// What is nil is not offered.
func New(s *view.Session, chooseFolder func(func(path string)), openFolder func(path string)) *Screen {
	e := &Screen{
		session: s, road: exporting.New(s), choose: chooseFolder, open: openFolder,
		head: container.NewStack(), notice: container.NewVBox(), body: container.NewStack(),
	}
	top := widget.Inset(0, theme.Space6, widget.Column(theme.Space4, e.head, e.notice))
	e.page = container.New(layout.NewBorderLayout(top, nil, nil, nil), top, e.body)
	e.object = widget.Inset(theme.Space6, 0, e.page)
	e.road.Changed = e.refresh
	e.refresh()
	return e
}

// Object implements Screen.
func (e *Screen) Object() fyne.CanvasObject { return e.object }

// Enter implements Screen.
func (e *Screen) Enter() { e.road.Enter() }

// Leave implements Screen.
func (e *Screen) Leave() { e.road.Leave() }

// Receive implements Receiver: a channel, and products to choose from.
func (e *Screen) Receive(t view.Target) { e.road.Receive(t) }

func (e *Screen) say(code string, args ...any) string { return e.session.Text.Say(code, args...) }

// refresh shows the road as it is.
func (e *Screen) refresh() {
	e.head.Objects = []fyne.CanvasObject{e.header()}
	e.head.Refresh()
	e.notice.Objects = nil
	if e.road.Wrong != nil {
		e.notice.Objects = []fyne.CanvasObject{widget.Named(screen.Notice(theme.BadSoft, theme.BadText, e.session.Text.Error(e.road.Wrong)), "export-wrong")}
	}
	screen.MakeRoom(e.page, e.notice)
	e.body.Objects = []fyne.CanvasObject{e.pane()}
	e.body.Refresh()
}

func (e *Screen) pane() fyne.CanvasObject {
	switch e.road.Step {
	case exporting.StepCheck:
		return e.checkPane()
	case exporting.StepPreview:
		return e.previewPane()
	case exporting.StepDone:
		return e.donePane()
	}
	return e.channelPane()
}

// header has the title at the left and the steps at the right.
func (e *Screen) header() fyne.CanvasObject {
	title, below := e.say("export-title"), e.say("export-subtitle")
	if c := e.road.Channel; c.Name != "" && e.road.Step != exporting.StepChannel {
		title, below = e.say("export-title-channel", "channel", c.Title), e.say("home-rules", "files", c.Files, "date", c.Rules)
	}
	said := widget.Column(theme.Space1, widget.NewTitle(title).Cut(), widget.NewSecondary(below).Cut())
	return container.NewBorder(nil, nil, nil, screen.Steps(e.session.Text, e.road, e.road.Step, stepNames[:]), said)
}

// stepNames are the messages that name the steps.
var stepNames = [exporting.Steps]string{"export-step-channel", "export-step-check", "export-step-preview", "export-step-done"}

// channelPane is the step in which a channel is chosen, once there are products.
func (e *Screen) channelPane() fyne.CanvasObject {
	if e.road.Empty {
		return container.NewVBox(widget.Inset(0, theme.Space6, screen.NoProducts(e.session, "export-import")))
	}
	rows := make([]fyne.CanvasObject, 0, len(e.road.Channels))
	for _, c := range e.road.Channels {
		said := widget.Column(theme.Space1, widget.NewSection(c.Title).Cut(), widget.NewSecondary(e.say("home-rules", "files", c.Files, "date", c.Rules)).Cut())
		if c.About != "" {
			said.Add(widget.NewWrapped(c.About).Small().In(theme.Muted))
		}
		row := container.NewBorder(nil, nil, nil, container.NewCenter(widget.NewIcon(theme.IconChevronRight, theme.Muted)), said)
		area := widget.NewArea(widget.NewCard(row), func() { e.road.Choose(c.Name) }).Round(theme.CardRadius)
		rows = append(rows, widget.Named(area, "export-channel:"+c.Name))
	}
	return scrolled(theme.Space3, rows...)
}

// scrolled puts parts under each other that scroll when they are too high. The
// page's margins scroll with them: what is cut off at a card's own edge loses the
// line around it.
func scrolled(gap float32, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(widget.Inset(theme.Space1, theme.Space6, widget.Column(gap, parts...)))
}

// paged puts a pane's way on below its content.
func paged(content, footer fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, widget.Inset(0, theme.Space6, footer), nil, nil, content)
}

// busyCard is shown while something is made for the first time.
func (e *Screen) busyCard(code string) fyne.CanvasObject {
	return scrolled(0, widget.NewCard(widget.Fixed(0, screen.ZoneHeight, container.NewCenter(widget.NewText(e.say(code)).In(theme.Muted)))))
}
