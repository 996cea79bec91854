// Package listing draws the lines of a listing, and what is known of the current one
// beside them.
package listing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// Lines are the texts of a listing under each other: what each is, its
// source, its Chinese, how long that is and how far. The current one is in an
// entry.
type Lines struct {
	say   *text.Printer
	pick  func(line int)
	Entry *input.LineEntry
	field fyne.CanvasObject // the entry with its role

	Rows    []*lineRow
	page    *listing.Page
	current int
	typed   string
	write   bool
	size    fyne.Size // that it was laid out in

	table  *fyne.Container
	scroll *container.Scroll
	Object fyne.CanvasObject
}

// lineRow is one line as it is shown.
type lineRow struct {
	area    *widget.Ground
	press   fyne.CanvasObject // the area with its role
	label   *widget.Text
	source  *widget.Wrapped
	Chinese *widget.Wrapped
	Over    *widget.Wrapped // what is too long of what is typed
	Count   *widget.Text
	chip    *widget.Chip
	rule    *fynewidget.Separator
}

// NewLines makes the table. pick is given which line was pressed.
func NewLines(say *text.Printer, pick func(int)) *Lines {
	l := &Lines{say: say, pick: pick, Entry: input.NewLineEntry(), current: -1}
	l.field = widget.Named(l.Entry, "localize-entry")
	l.table = container.New(&lineTable{l})
	l.scroll = container.NewVScroll(l.table)
	head := container.New(lineColumns{},
		widget.NewSecondary(say.Say("localize-head-field")).Strong(), widget.NewSecondary(say.Say("localize-head-source")).Strong(),
		widget.NewSecondary(say.Say("localize-head-chinese")).Strong(), widget.NewSecondary(say.Say("localize-head-state")).Strong())
	body := container.New(underHead{l}, head, fynewidget.NewSeparator(), l.scroll)
	l.Object = widget.NewSurface(theme.Surface, body).Lined().Round(theme.CardRadius).Inside(1, 1)
	return l
}

// Show shows a page with the cursor on a line, and reports whether it went there
// only now.
func (l *Lines) Show(page *listing.Page, current int, typed string, write bool) (moved bool) {
	moved = l.page == nil || l.page.ID != page.ID || l.current != current
	other := l.page == nil || l.page.ID != page.ID || len(l.Rows) != len(page.Lines)
	l.page, l.current, l.typed, l.write = page, current, typed, write
	if other {
		l.build()
	}
	for i, row := range l.Rows {
		l.fill(row, page.Lines[i])
	}
	l.Entry.Put(typed)
	l.ShowTyped()
	if moved {
		l.reveal()
	}
	return moved
}

// build makes the rows of a page.
func (l *Lines) build() {
	l.Rows = nil
	l.table.Objects = nil
	for i := range l.page.Lines {
		row := &lineRow{
			label: widget.NewSecondary("").Cut(), source: widget.NewWrapped(""), Chinese: widget.NewWrapped(""), Over: widget.NewWrapped("").Small().In(theme.BadText),
			Count: widget.NewSecondary("").Right(), chip: widget.NewChip("", widget.Neutral), rule: fynewidget.NewSeparator(),
		}
		row.area = widget.NewGround(func() { l.pick(i) }) // by keys the arrows come to it, from the entry
		row.press = widget.Named(row.area, "localize-line:"+roleOf(l.page.Lines[i]))
		l.Rows = append(l.Rows, row)
		l.table.Objects = append(l.table.Objects, row.press, row.label, row.source, row.Chinese, row.Over, row.Count, row.chip, row.rule)
	}
	l.table.Objects = append(l.table.Objects, l.field)
	l.scroll.ScrollToTop()
}

// roleOf names a line for tests.
func roleOf(line listing.Line) string {
	if line.Part == "" {
		return string(line.Field)
	}
	return string(line.Field) + ":" + line.Part
}

// fill shows a line in its row.
func (l *Lines) fill(row *lineRow, line listing.Line) {
	row.label.SetText(line.Label)
	row.source.Set(line.Source, -1)
	within, over := line.Cut(line.Text)
	if over == "" {
		row.Chinese.Set(line.Text, -1)
	} else {
		row.Chinese.Set(line.Text, len(within))
	}
	row.Over.Set(l.remarks(line, line.Text), -1)
	l.count(row, line, line.Text)
	l.mark(row, line, line.Text)
	row.area.Fill(theme.Clear)
}

// mark shows how far a line is with a text in it. What a channel would refuse is not
// shown as done, however far it is; what is empty does not look done.
func (l *Lines) mark(row *lineRow, line listing.Line, text string) {
	state, stale := line.State(), line.Stale
	if text != line.Text { // it is a person's once it is saved
		state, stale = catalog.StateTranslated, false
		if text == "" {
			state = catalog.StateEmpty
		}
	}
	row.chip.Set(stateChip(l.say, state, stale, text != "" && line.IsBlocked(text)))
}

// stateChip is what the chip of a state says, and its tone.
func stateChip(say *text.Printer, state catalog.State, stale, blocked bool) (string, widget.Tone) {
	switch {
	case blocked:
		return say.Say("readiness-blocked"), widget.Wrong
	case stale:
		return say.Say("show-stale"), widget.Caution
	}
	return say.State(state), stateTones[state]
}

// Chips are how far a listing is, and whether a text of it is out of date.
func Chips(say *text.Printer, page *listing.Page) *fyne.Container {
	word, tone := stateChip(say, page.State, false, page.State != catalog.StateEmpty && page.IsBlocked())
	if page.State == catalog.StateEmpty && slices.ContainsFunc(page.Lines, func(l listing.Line) bool { return l.Text != "" }) {
		word = say.Say("state-incomplete")
	}
	chips := widget.Row(theme.Space1, widget.Named(widget.NewChip(word, tone), "listing-state"))
	if page.Stale {
		chips.Add(container.NewCenter(widget.NewChip(say.Say("show-stale"), widget.Caution)))
	}
	return chips
}

// count shows how long a text is in its line.
func (l *Lines) count(row *lineRow, line listing.Line, text string) {
	length := line.Length(text)
	switch {
	case line.Limit.IsZero() && text == "":
		row.Count.Set("", theme.Muted)
	case line.Limit.IsZero():
		row.Count.Set(screen.Thousands(length), theme.Muted)
	case length > line.Limit.N:
		row.Count.Set(screen.Thousands(length)+" / "+screen.Thousands(line.Limit.N), theme.BadText)
	default:
		row.Count.Set(screen.Thousands(length)+" / "+screen.Thousands(line.Limit.N), theme.Muted)
	}
}

// ShowTyped shows what is typed in the current line against its limit.
func (l *Lines) ShowTyped() {
	if l.page == nil || l.current < 0 || l.current >= len(l.Rows) {
		return
	}
	row, line := l.Rows[l.current], l.page.Lines[l.current]
	l.typed = l.Entry.Text
	row.area.Fill(theme.Selected)
	l.count(row, line, l.typed)
	l.mark(row, line, l.typed)
	below := l.remarks(line, l.typed)
	if _, over := line.Cut(l.typed); over != "" {
		below = strings.TrimSpace(l.say.Say("line-over", "over", screen.Thousands(line.Length(l.typed)-line.Limit.N), "channel", line.Channel, "tail", over) + "\n" + below)
	}
	row.Over.Set(below, -1)
	if l.write {
		l.Entry.Enable()
	} else {
		l.Entry.Disable()
	}
	l.fit()
}

// remarks are what the checks say of a line with a text in it, a line for each.
func (l *Lines) remarks(line listing.Line, typed string) string {
	var sentences []string
	for _, r := range l.page.Remarks(line, typed, l.say) {
		sentences = append(sentences, r.Sentence)
	}
	return strings.Join(sentences, "\n")
}

// fit lays the rows out anew, after a text became longer or shorter.
func (l *Lines) fit() {
	l.table.Refresh()
	l.scroll.Refresh()
}

// reveal scrolls the current line into view.
func (l *Lines) reveal() {
	if l.current < 0 || l.current >= len(l.Rows) {
		return
	}
	row, view := l.Rows[l.current].press, l.scroll.Size().Height
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	offset := l.scroll.Offset.Y
	offset = max(min(offset, top), bottom-view)
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
}

// BesideSide puts what is known of the current line to the right.
type BesideSide struct{}

func (BesideSide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width < sideBelow {
		high := size.Height * 2 / 3
		objects[0].Resize(fyne.NewSize(size.Width, high))
		objects[1].Move(fyne.NewPos(0, high+1))
		objects[1].Resize(fyne.NewSize(size.Width, size.Height-high-1))
		return
	}
	side := sideWidth
	if size.Width < sideRoomFor {
		side = sideNarrow
	}
	objects[0].Resize(fyne.NewSize(size.Width-side, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-side+1, 0))
	objects[1].Resize(fyne.NewSize(side-1, size.Height))
}

func (BesideSide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(2*sideNarrow, 240) }

// stateTones are the tones of states.
var stateTones = map[catalog.State]widget.Tone{
	catalog.StateDraft: widget.Caution, catalog.StateStandard: widget.Good, catalog.StateTranslated: widget.Good, catalog.StateReviewed: widget.Good,
}

const (
	sideWidth   float32 = 304
	sideNarrow  float32 = 248
	sideRoomFor float32 = 1100 // a body that is narrower gives less
	sideBelow   float32 = 760  // and one that is narrower still has it below
)
