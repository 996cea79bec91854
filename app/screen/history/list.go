package history

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/history"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// entryList is the list of entries, with what the selected one did beside it.
type entryList struct {
	session *view.Session
	model   *history.Model

	list   *widget.List
	left   *fyne.Container // the list, or what is said in its place
	more   *widget.Button
	moreAt fyne.CanvasObject
	kind   *input.Picker
	detail *entryDetail
	notice *fyne.Container
	object *fyne.Container
}

func newEntryList(s *view.Session) *entryList {
	l := &entryList{session: s, model: history.New(s), left: container.NewStack(), notice: container.NewVBox()}
	l.list = widget.NewList(func() int { return len(l.model.Entries) }, newEntryRow, l.update)
	l.list.OnSelected = func(at int) {
		l.list.UnselectAll() // which is the selected one is kept by its ID: newer ones come before it
		l.model.Select(l.model.Entries[at].ID)
	}
	l.list.Step = l.step
	l.more = widget.NewButton(s.Text.Say("history-more"), l.model.LoadMore).Small()
	l.moreAt = widget.Named(l.more, "history-more")
	l.detail = newEntryDetail(s, l.model)
	l.object = container.NewBorder(l.notice, nil, nil, nil, container.New(screen.Halves{}, l.entriesCard(), l.detail.object))
	l.model.Changed = l.refresh
	l.refresh()
	return l
}

func (l *entryList) entriesCard() fyne.CanvasObject {
	say := l.session.Text.Say
	l.kind = input.NewPicker(l.kinds, func(kind string) {
		if kind == allKinds {
			kind = ""
		}
		l.model.Show(kind)
	})
	heading := container.NewBorder(nil, nil, nil, widget.Fixed(180, 0, widget.Named(l.kind, "history-kind")),
		widget.Columns{-1}.Row(widget.NewSection(say("history-tab-entries")).Cut()))
	foot := widget.Inset(theme.Space2, theme.Space4, container.NewCenter(l.moreAt))
	return screen.ListCard(heading, container.NewBorder(nil, foot, nil, nil, l.left))
}

// step selects the entry some lines below the selected one, or above it.
func (l *entryList) step(by int) {
	at := slices.IndexFunc(l.model.Entries, func(e view.Entry) bool { return e.ID == l.model.Selected })
	at = min(max(at+by, 0), len(l.model.Entries)-1)
	l.list.ScrollTo(at)
	l.model.Select(l.model.Entries[at].ID)
}

// allKinds is the choice of no kind: a choice without a value is a heading.
const allKinds = "all"

func (l *entryList) kinds() []input.Choice {
	choices := []input.Choice{{Value: allKinds, Text: l.kindName("")}}
	for _, kind := range history.Kinds() {
		choices = append(choices, input.Choice{Value: kind, Text: l.kindName(kind)})
	}
	return choices
}

func (l *entryList) kindName(kind string) string {
	if kind == "" {
		return l.session.Text.Say("history-all")
	}
	return screen.Capital(l.session.Text.Say("kind-" + kind))
}

// refresh shows the model as it is.
func (l *entryList) refresh() {
	kind := l.model.Kind
	if kind == "" {
		kind = allKinds
	}
	l.kind.Set(kind, l.kindName(l.model.Kind))
	if l.model.More {
		l.moreAt.Show()
	} else {
		l.moreAt.Hide()
	}
	l.notice.Objects = nil
	if l.model.Wrong != nil {
		wrong := widget.Named(screen.Notice(theme.BadSoft, theme.BadText, l.session.Text.Error(l.model.Wrong)), "history-wrong")
		l.notice.Objects = []fyne.CanvasObject{wrong, widget.Gap(0, theme.Space3)}
	}
	screen.MakeRoom(l.object, l.notice)
	l.left.Objects = []fyne.CanvasObject{l.content()}
	l.left.Refresh()
	l.list.Refresh()
	l.detail.refresh()
}

// content is the list, or why there is none.
func (l *entryList) content() fyne.CanvasObject {
	code := ""
	switch {
	case !l.model.Loaded:
		code = "history-loading"
	case len(l.model.Entries) > 0:
		return widget.Named(l.list.Object(), "history-list")
	case l.model.Kind != "":
		code = "history-none-of"
	default:
		code = "history-none"
	}
	words := widget.NewWrapped(l.session.Text.Say(code)).In(theme.Muted).Center()
	return container.New(widget.CentredRow{}, widget.Inset(0, theme.Space6, words))
}

// entryRow are the parts of a row that its entry is shown by.
type entryRow struct {
	ground                 *widget.Surface
	what, when, note, told *widget.Text
	undone                 *widget.Chip
	undoneAt               *fyne.Container
}

// entryHeight fits two lines.
const entryHeight = 56

func newEntryRow() fyne.CanvasObject {
	r := &entryRow{
		what: widget.NewText("").Strong().Cut(), when: widget.NewSecondary("").Right(),
		note: widget.NewSecondary("").Cut(), told: widget.NewSecondary("").Right(), undone: widget.NewChip("", widget.Neutral),
	}
	r.undoneAt = widget.Row(0, r.undone)
	first := container.NewBorder(nil, nil, nil, widget.Row(theme.Space2, r.undoneAt, r.when), widget.Columns{-1}.Row(r.what))
	second := container.NewBorder(nil, nil, nil, r.told, r.note)
	r.ground = widget.NewSurface(theme.Clear, widget.Column(theme.Space1, first, second)).Inside(theme.Space2, theme.Space4)
	return screen.NewHolder(widget.Fixed(0, entryHeight, r.ground), r)
}

func (l *entryList) update(at int, o fyne.CanvasObject) {
	r, e := screen.Held[*entryRow](o), l.model.Entries[at]
	say := l.session.Text
	what := screen.Capital(say.Say("kind-" + e.Kind))
	if e.Note != "" {
		what += "  " + screen.OneLine(e.Note)
	}
	r.what.SetText(what)
	r.when.SetText(screen.Moment(e.At))
	r.note.SetText(screen.Beside(say.Say("history-number", "number", e.Number), e.By))
	r.told.SetText(screen.CountsOf(say, e.Counts))
	if e.Undone {
		r.undone.Set(say.Say("count-undone"), widget.Neutral)
		r.undoneAt.Show()
	} else {
		r.undoneAt.Hide()
	}
	if e.ID == l.model.Selected {
		r.ground.Fill(theme.Selected)
	} else {
		r.ground.Fill(theme.Clear)
	}
	r.undoneAt.Refresh()
}
