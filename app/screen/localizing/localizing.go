// Package localizing draws the screen on which Chinese listings are written.
package localizing

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	screenlisting "tradewind.app/app/screen/listing"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/view/localizing"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// Screen goes through the products' Chinese: each text beside its source, with
// what is suggested for it to the right.
type Screen struct {
	session *view.Session
	model   *localizing.Model

	filters *fyne.Container
	states  *fyne.Container // among the filters
	// The layouts stay when what they lay out is made anew: they know how wide it is.
	besideStates, besideTitle *besideOrBelow

	head     *fyne.Container
	notice   *fyne.Container
	lines    *screenlisting.Lines
	state    *fyne.Container // in place of the lines where there is nothing to show
	side     *screenlisting.Side
	sidePane *widget.Surface
	page     *fyne.Container // of all but the side
	object   fyne.CanvasObject
}

// New makes the screen.
func New(s *view.Session) *Screen {
	l := &Screen{
		session: s, model: localizing.New(s),
		filters: container.NewStack(), states: widget.Flow(theme.Space1),
		besideStates: &besideOrBelow{least: 360}, besideTitle: &besideOrBelow{least: 200}, head: container.NewStack(), notice: container.NewVBox(), state: container.NewStack(),
	}
	l.lines = screenlisting.NewLines(s.Text, l.model.Pick)
	l.side = screenlisting.NewSide(s.Text, l.insert, l.model.TakeSuggestion, l.model.Omit, l.model.TakeFix)
	l.listen(l.lines.Entry)
	l.sidePane = widget.NewSurface(theme.Surface, container.NewVScroll(widget.Inset(theme.Space4, theme.Space4, l.side.Object)))
	l.object = widget.NewSurface(theme.Line, container.New(screenlisting.BesideSide{}, l.middle(), l.sidePane))
	l.model.Changed = l.refresh
	return l
}

// listen puts the entry's keys to what they do.
func (l *Screen) listen(entry *input.LineEntry) {
	entry.OnChanged = func(text string) {
		l.model.Type(text)
		l.lines.ShowTyped()
		l.side.ShowChecks(l.model.Page, l.model.Current(), text)
	}
	entry.Submit, entry.Escape = l.model.Submit, l.escape
	entry.Accept, entry.Turn = l.model.Accept, l.model.Step
	entry.Step = func(by int) { l.model.Pick(l.model.Line + by) }
	entry.Insert = func(n int) {
		if n == 0 {
			l.model.TakeSuggestion()
			return
		}
		l.side.Use(n)
	}
}

// middle is the filters, the product's head and its lines.
func (l *Screen) middle() fyne.CanvasObject {
	keys := widget.NewSecondary(l.say("localize-keys", "accept", ctrlKey("Enter"), "term", screen.AltKey(""))).Cut()
	top := widget.Column(theme.Space3, l.filters, widget.Column(0, l.head, l.notice))
	l.page = widget.Bordered(
		widget.Inset(0, 0, top), widget.Inset(theme.Space2, 0, keys), nil, nil,
		widget.Fixed(0, leastLines, widget.Inset(theme.Space3, 0, container.NewStack(l.lines.Object, l.state))),
	)
	return widget.NewSurface(theme.Background, container.NewVScroll(widget.Inset(theme.Space4, theme.Space6, l.page)))
}

// leastLines is how high the lines are at least: a window that is lower is scrolled.
const leastLines = 240

// ctrlKey writes a key that is pressed with Ctrl.
func ctrlKey(key string) string {
	if runtime.GOOS == "darwin" {
		return "⌘" + key
	}
	return "Ctrl+" + key
}

func (l *Screen) say(code string, args ...any) string { return l.session.Text.Say(code, args...) }

// Object implements Screen.
func (l *Screen) Object() fyne.CanvasObject { return l.object }

// Enter implements Screen.
func (l *Screen) Enter() { l.model.Enter() }

// Leave implements Screen.
func (l *Screen) Leave() { l.model.Leave() }

// Receive implements Receiver: a product, or some to go through.
func (l *Screen) Receive(t view.Target) { l.model.Receive(t) }

// Search implements Searcher.
func (l *Screen) Search(words string) { l.model.SearchFor(words) }

// Words implements Searcher.
func (l *Screen) Words() string { return l.model.Search }

// Dirty implements Saver.
func (l *Screen) Dirty() bool { return l.model.Dirty() }

// Save implements Saver.
func (l *Screen) Save() { l.model.Save() }

// SaveThen implements LaterSaver.
func (l *Screen) SaveThen(then func()) { l.model.SaveThen(then) }

// Discard implements Saver.
func (l *Screen) Discard() { l.model.Discard() }

// escape takes back what was typed; when there is nothing to take back the keys go
// to the window.
func (l *Screen) escape() {
	if l.model.Dirty() {
		l.model.Discard()
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.object); c != nil {
		c.Unfocus()
	}
}

// Shortcut implements Shortcutter; the entry has its own.
func (l *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Key implements Shortcutter: the keys of the list while nothing is typed into.
func (l *Screen) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyPageDown:
		l.model.Step(1)
	case fyne.KeyPageUp:
		l.model.Step(-1)
	case fyne.KeyDown:
		l.model.Pick(l.model.Line + 1)
	case fyne.KeyUp:
		l.model.Pick(l.model.Line - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		l.focus()
	default:
		return false
	}
	return true
}

// insert puts a term in where the cursor is.
func (l *Screen) insert(text string) {
	l.lines.Entry.Add(text)
	l.focus()
}

// focus gives the keys to the current line.
func (l *Screen) focus() {
	if l.model.Writable {
		widget.Focus(l.lines.Entry)
	}
}

// refresh shows the model as it is.
func (l *Screen) refresh() {
	l.filters.Objects = []fyne.CanvasObject{l.filterBar()}
	l.head.Objects, l.notice.Objects = nil, nil
	page := l.model.Page
	if l.model.State == view.ListReady && page != nil {
		l.head.Objects = []fyne.CanvasObject{l.header(page)}
	}
	if l.model.Notice != "" {
		soft, ink := theme.AccentSoft, theme.Accent
		if l.model.Refused {
			soft, ink = theme.BadSoft, theme.BadText
		}
		told := widget.Named(screen.Notice(soft, ink, l.model.Notice), "localize-notice")
		l.notice.Objects = []fyne.CanvasObject{widget.Inset(theme.Space2, 0, told)}
	}
	l.session.ReportWords(l.model.Search)
	l.page.Refresh() // what is above the lines may be higher than before
	l.showLines(page)
	l.showState()
}

// showLines shows the page's lines and what there is to know of the current one.
func (l *Screen) showLines(page *listing.Page) {
	if page == nil {
		l.lines.Object.Hide()
		l.side.Show(nil, nil)
		return
	}
	moved := l.lines.Show(page, l.model.Line, l.model.Typed, l.model.Writable)
	l.side.Show(page, l.model.Current())
	l.side.ShowChecks(page, l.model.Current(), l.model.Typed)
	l.lines.Object.Show()
	if moved && !l.isSearching() {
		l.focus()
	}
}

// isSearching reports whether words are being typed into the search field: the next
// of them must not land in a product's Chinese.
func (l *Screen) isSearching() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(l.object)
	if c == nil {
		return false
	}
	_, search := c.Focused().(*input.SearchField)
	return search
}

// header names the product, with the way to the next.
func (l *Screen) header(page *listing.Page) fyne.CanvasObject {
	at, of := l.model.Place()
	about := screen.Joined(l.say("localize-place", "at", at, "of", of), page.SKU)
	about = screen.Joined(about, l.session.Text.Locale(l.model.Locale()))
	if _, channel := l.model.Limit(); channel != "" {
		about = screen.Joined(about, l.say("localize-for-channel", "channel", channel))
	}
	said := widget.Column(theme.Space1, widget.NewTitle(page.Title).Cut(), widget.NewSecondary(about).Cut())
	chips := screenlisting.Chips(l.session.Text, page)
	return container.New(l.besideTitle, said, widget.Row(theme.Space3, chips, l.buttons(at, of)))
}

func (l *Screen) buttons(at, of int) fyne.CanvasObject {
	back := widget.NewIconButton(theme.Icon(theme.IconBack), func() { l.model.Step(-1) })
	next := widget.NewIconButton(theme.Icon(theme.IconForward), func() { l.model.Step(1) })
	back.Allow(at > 1)
	next.Allow(at < of)
	word := l.say("localize-suggest", "count", of)
	if of == 1 {
		word = l.say("localize-suggest-one")
	}
	suggest := widget.NewButton(word, l.askSuggest)
	accept := widget.NewButton(l.say("localize-accept"), l.model.Accept).As(widget.Primary)
	review := widget.NewButton(l.say("localize-reviewed"), l.model.Review)
	suggest.Allow(l.model.Writable)
	accept.Allow(l.model.Writable)
	review.Allow(l.model.Writable)
	return widget.Row(
		theme.Space2, widget.Named(back, "localize-back"), widget.Named(next, "localize-next"),
		widget.Named(suggest, "localize-suggest"), widget.Named(review, "localize-reviewed"), widget.Named(accept, "localize-accept"),
	)
}

// suggestWidth is the width of the question.
const suggestWidth = 460

// askSuggest asks before suggestions are written: into how many listings, with the one
// that is shown as the other choice.
func (l *Screen) askSuggest() {
	c := fyne.CurrentApp().Driver().CanvasForObject(l.object)
	page := l.model.Page
	if c == nil || page == nil {
		return
	}
	_, of := l.model.Place()
	var over *fynewidget.PopUp
	answer := func(word string, kind widget.ButtonKind, do func()) *widget.Button {
		return widget.NewButton(word, func() {
			over.Hide()
			do()
		}).As(kind)
	}
	all := answer(l.say("suggest-all", "count", of), widget.Primary, l.model.SuggestAll)
	one := answer(l.say("suggest-one"), widget.Plain, l.model.SuggestOne)
	cancel := answer(l.say("word-cancel"), widget.Plain, func() {})
	row := widget.Row(theme.Space2, widget.Spring(), widget.Named(cancel, "suggest-cancel"))
	words := l.say("suggest-ask-one", "title", page.Title)
	if of > 1 {
		words = l.say("suggest-ask-body", "count", of, "title", page.Title)
		row.Add(widget.Named(one, "suggest-one"))
	}
	row.Add(widget.Named(all, "suggest-all"))
	body := widget.Fixed(suggestWidth, 0, widget.NewWrapped(words).Within(suggestWidth))
	content := widget.Column(theme.Space3, widget.NewSection(l.say("suggest-ask", "count", of)), body, row)
	over = fynewidget.NewModalPopUp(widget.Closable(container.NewPadded(widget.Inset(theme.Space3, theme.Space3, content)), func() { over.Hide() }), c)
	over.Show()
	c.Focus(cancel)
}
