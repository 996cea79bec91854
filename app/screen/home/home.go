// Package home draws the first page of a catalogue.
package home

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/home"
	"tradewind.app/app/widget"
)

// Screen is where the catalogue is, and what to do next.
type Screen struct {
	session *view.Session
	model   *home.Model
	pane    *pane
	body    *fyne.Container
	object  fyne.CanvasObject
}

// New makes the screen.
func New(s *view.Session) *Screen {
	h := &Screen{session: s, model: home.New(s), pane: &pane{}, body: container.NewStack()}
	h.object = container.New(h.pane, container.NewVScroll(widget.Inset(theme.Space6, theme.Space6, h.body)))
	h.model.Changed = h.refresh
	h.refresh()
	return h
}

// Object implements Screen.
func (h *Screen) Object() fyne.CanvasObject { return h.object }

// Enter implements Screen.
func (h *Screen) Enter() { h.model.Enter() }

// Leave implements Screen.
func (h *Screen) Leave() { h.model.Leave() }

func (h *Screen) say(code string, args ...any) string { return h.session.Text.Say(code, args...) }

func (h *Screen) goTo(t view.Target) func() { return func() { h.session.Go(t) } }

// refresh shows the model as it is.
func (h *Screen) refresh() {
	parts := []fyne.CanvasObject{h.header()}
	if h.model.Failed != nil {
		parts = append(parts, h.failed())
	}
	if len(h.model.Unreadable) > 0 {
		parts = append(parts, h.unreadable())
	}
	switch {
	case h.model.Loaded && h.model.Products == 0:
		parts = append(parts, screen.NoProducts(h.session, "home-import"))
	case h.model.Loaded:
		if h.model.Outdated {
			parts = append(parts, h.outdated())
		}
		parts = append(parts, h.cards(), container.New(sidesOrBelow{h.pane, leastSides}, h.problems(), h.recent()))
	case h.model.Failed == nil:
		parts = append(parts, h.remark("home-counting"))
	}
	h.body.Objects = []fyne.CanvasObject{widget.Column(theme.Space4, parts...)}
	h.body.Refresh()
}

// header greets at the left and offers the next steps at the right.
func (h *Screen) header() fyne.CanvasObject {
	title := widget.Column(theme.Space1, widget.NewTitle(h.say(h.model.Greeting())), widget.NewSecondary(h.subtitle()).Cut())
	if h.model.Loaded && h.model.Products == 0 {
		return title
	}
	bring := widget.NewButton(h.say("home-import"), h.goTo(view.Target{Place: view.ImportPlace})).WithIcon(theme.Icon(theme.IconImport))
	buttons := []fyne.CanvasObject{widget.Named(bring, "home-import")}
	if n := h.model.Untranslated; n > 0 {
		next := widget.NewButton(h.say("home-localize", "count", n), h.goTo(view.Target{Place: view.LocalizePlace})).As(widget.Primary)
		buttons = append(buttons, widget.Named(next, "home-localize"))
	}
	return container.NewBorder(nil, nil, nil, widget.Row(theme.Space3, buttons...), title)
}

func (h *Screen) subtitle() string {
	m := h.model
	if !m.Loaded {
		return ""
	}
	var parts []string
	if m.Shop != "" {
		parts = append(parts, m.Shop)
	}
	if best, ok := m.Best(); ok {
		parts = append(parts, h.say("home-could-go", "count", best.Ready+best.Warned, "all", m.Products, "channel", best.Title))
	} else if m.Products > 0 {
		parts = append(parts, h.say("home-none-ready", "count", m.Products))
	}
	return strings.Join(parts, "  ·  ")
}

// outdated says that what is counted was changed since.
func (h *Screen) outdated() fyne.CanvasObject {
	code := "counts-outdated"
	if !h.model.Writable {
		code = "counts-outdated-read-only"
	}
	return widget.Named(screen.Notice(theme.WarnSoft, theme.WarnText, h.say(code)), "home-outdated")
}

// failed says why nothing could be counted.
func (h *Screen) failed() fyne.CanvasObject {
	again := widget.NewButton(h.say("home-again"), h.model.Load)
	return widget.Column(
		theme.Space3, widget.Named(screen.Notice(theme.BadSoft, theme.BadText, h.session.Text.Error(h.model.Failed)), "home-wrong"),
		widget.Row(0, widget.Named(again, "home-again")),
	)
}

// mostNamed is how many products that cannot be read are named.
const mostNamed = 5

// unreadable names the products that cannot be read, and leads to them.
func (h *Screen) unreadable() fyne.CanvasObject {
	names := h.model.Unreadable
	shown := strings.Join(names[:min(len(names), mostNamed)], h.say("list-comma"))
	if len(names) > mostNamed {
		shown += "…"
	}
	told := screen.Notice(theme.BadSoft, theme.BadText, h.say("home-unreadable", "count", len(names), "names", shown))
	show := widget.NewButton(h.say("home-unreadable-show"), h.model.ShowUnreadable)
	return widget.Column(
		theme.Space3, widget.Named(told, "home-unreadable"),
		widget.Row(0, widget.Named(show, "home-unreadable-show")),
	)
}

// remark is a card with a line in its middle.
func (h *Screen) remark(code string) fyne.CanvasObject {
	return widget.NewCard(widget.Fixed(0, screen.ZoneHeight, container.NewCenter(widget.NewText(h.say(code)).In(theme.Muted))))
}

// A card is at least so wide, and there are at most so many of them abreast; what
// is beside each other below them needs leastSides.
const (
	leastCard    = 264
	cardsAbreast = 3
	leastSides   = 720
)

// cards are the channels'.
func (h *Screen) cards() fyne.CanvasObject {
	cards := make([]fyne.CanvasObject, len(h.model.Channels))
	for i, c := range h.model.Channels {
		cards[i] = h.card(c)
	}
	return container.New(abreast{h.pane, leastCard, min(len(cards), cardsAbreast)}, cards...)
}

func (h *Screen) card(c view.ChannelCard) fyne.CanvasObject {
	name := widget.Column(theme.Space1, widget.NewSection(c.Title).Cut(), widget.NewSecondary(h.say("home-rules", "files", c.Files, "date", c.Rules)).Cut())
	figure := widget.Column(0, widget.NewFigure(text.Count(int64(c.Ready+c.Warned))).Right(), widget.NewSecondary(h.say("home-can-go")).Right())
	return widget.NewCard(widget.Column(
		theme.Space3,
		container.NewBorder(nil, nil, nil, figure, name),
		screen.ReadinessBar(c), h.states(c), h.tiers(c), h.cardButtons(c),
	))
}

// tierColumns: word, bar, share.
var tierColumns = widget.Columns{100, -1, 44}

// tiers are how much there is of what the channel has columns for.
func (h *Screen) tiers(c view.ChannelCard) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, len(c.Tiers))
	for i, tier := range c.Tiers {
		tone := widget.Current
		if i == len(c.Tiers)-1 && i > 0 { // the least wanted is quiet
			tone = widget.Neutral
		}
		bar := widget.NewBarOf(1, widget.Share{Value: tier.Share, Tone: tone})
		share := widget.NewText(percent(tier.Share)).Right()
		rows = append(rows, widget.Named(tierColumns.Row(widget.NewText(h.say(tier.Code)).In(theme.Muted).Cut(), bar, share), tier.Code+":"+c.Name))
	}
	return widget.Column(theme.Space1, rows...)
}

// percent writes a share; only what is whole is 100 %.
func percent(share float64) string {
	return strconv.Itoa(int(share*100)) + "%"
}

// stateColumns: dot, word, number.
var stateColumns = widget.Columns{theme.Space2, -1, 80}

// states are the numbers of the bar under each other: a card may be narrow and the
// numbers long.
func (h *Screen) states(c view.ChannelCard) fyne.CanvasObject {
	state := func(color fyne.ThemeColorName, word string, count int) fyne.CanvasObject {
		return stateColumns.Row(screen.Dot(color), widget.NewText(word).In(theme.Muted).Cut(), widget.NewText(text.Count(int64(count))).Right())
	}
	return widget.Column(
		theme.Space1,
		state(theme.OK, h.say("readiness-ready"), c.Ready),
		state(theme.Warn, h.say("readiness-warnings"), c.Warned),
		state(theme.Bad, h.say("readiness-blocked"), c.Blocked),
	)
}

func (h *Screen) cardButtons(c view.ChannelCard) fyne.CanvasObject {
	check := widget.NewButton(h.say("home-check", "count", c.Unready()), h.goTo(c.Check())).Small()
	check.Allow(c.Unready() > 0)
	export := widget.NewButton(h.say("home-export"), h.goTo(view.Target{Place: view.ExportPlace, Channel: c.Name})).Small()
	if c.Ready+c.Warned > 0 {
		export.As(widget.Primary)
	}
	return widget.Row(theme.Space2, widget.Spring(), widget.Named(check, "home-check:"+c.Name), widget.Named(export, "home-export:"+c.Name))
}
