package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// listingLines are the texts of a listing under each other: what each is, its
// source, its Chinese, how long that is and how far. The current one is in an
// entry.
type listingLines struct {
	say   *text.Printer
	pick  func(line int)
	entry *widget.LineEntry
	field fyne.CanvasObject // the entry with its role

	rows    []*lineRow
	page    *listing.Page
	current int
	typed   string
	write   bool
	size    fyne.Size // that it was laid out in

	table  *fyne.Container
	scroll *container.Scroll
	object fyne.CanvasObject
}

// lineRow is one line as it is shown.
type lineRow struct {
	area    *widget.Ground
	press   fyne.CanvasObject // the area with its role
	label   *widget.Text
	source  *widget.Wrapped
	chinese *widget.Wrapped
	over    *widget.Wrapped // what is too long of what is typed
	count   *widget.Text
	chip    *widget.Chip
	rule    *fynewidget.Separator
}

// newListingLines makes the table. pick is told which line was pressed.
func newListingLines(say *text.Printer, pick func(int)) *listingLines {
	l := &listingLines{say: say, pick: pick, entry: widget.NewLineEntry(), current: -1}
	l.field = widget.Named(l.entry, "localize-entry")
	l.table = container.New(&lineTable{l})
	l.scroll = container.NewVScroll(l.table)
	head := container.New(lineColumns{},
		widget.NewSecondary(say.Say("localize-head-field")).Strong(), widget.NewSecondary(say.Say("localize-head-source")).Strong(),
		widget.NewSecondary(say.Say("localize-head-chinese")).Strong(), widget.NewSecondary(say.Say("localize-head-state")).Strong())
	body := container.New(underHead{l}, head, fynewidget.NewSeparator(), l.scroll)
	l.object = widget.NewSurface(theme.Surface, body).Lined().Round(theme.CardRadius).Inside(1, 1)
	return l
}

// show shows a page with the cursor on a line, and reports whether it went there
// only now.
func (l *listingLines) show(page *listing.Page, current int, typed string, write bool) (moved bool) {
	moved = l.page == nil || l.page.ID != page.ID || l.current != current
	other := l.page == nil || l.page.ID != page.ID || len(l.rows) != len(page.Lines)
	l.page, l.current, l.typed, l.write = page, current, typed, write
	if other {
		l.build()
	}
	for i, row := range l.rows {
		l.fill(row, page.Lines[i])
	}
	l.entry.Put(typed)
	l.showTyped()
	if moved {
		l.reveal()
	}
	return moved
}

// build makes the rows of a page.
func (l *listingLines) build() {
	l.rows = nil
	l.table.Objects = nil
	for i := range l.page.Lines {
		row := &lineRow{
			label: widget.NewSecondary("").Cut(), source: widget.NewWrapped(""), chinese: widget.NewWrapped(""), over: widget.NewWrapped("").Small().In(theme.BadText),
			count: widget.NewSecondary("").Right(), chip: widget.NewChip("", widget.Neutral), rule: fynewidget.NewSeparator(),
		}
		row.area = widget.NewGround(func() { l.pick(i) }) // by keys the arrows come to it, from the entry
		row.press = widget.Named(row.area, "localize-line:"+roleOf(l.page.Lines[i]))
		l.rows = append(l.rows, row)
		l.table.Objects = append(l.table.Objects, row.press, row.label, row.source, row.chinese, row.over, row.count, row.chip, row.rule)
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
func (l *listingLines) fill(row *lineRow, line listing.Line) {
	row.label.SetText(line.Label)
	row.source.Set(line.Source, -1)
	within, over := line.Cut(line.Text)
	if over == "" {
		row.chinese.Set(line.Text, -1)
	} else {
		row.chinese.Set(line.Text, len(within))
	}
	row.over.Set("", -1)
	l.count(row, line, line.Text)
	l.mark(row, line, line.Text)
	row.area.Fill(theme.Clear)
}

// mark shows how far a line is with a text in it. What a channel would refuse is not
// shown as done, however far it is; what is empty does not look done.
func (l *listingLines) mark(row *lineRow, line listing.Line, text string) {
	word, tone := stateChip(l.say, line.State, text != "" && line.IsBlocked(text))
	row.chip.Set(word, tone)
}

// stateChip is what the chip of a state says, and its tone.
func stateChip(say *text.Printer, state catalog.State, blocked bool) (string, widget.Tone) {
	if blocked {
		return say.Say("readiness-blocked"), widget.Wrong
	}
	return say.Say("state-" + stateWord(state)), stateTones[state]
}

// listingChips are how far a listing is, and whether its source was changed since.
func listingChips(say *text.Printer, page *listing.Page) *fyne.Container {
	chips := widget.Row(theme.Space1, widget.Named(widget.NewChip(stateChip(say, page.State, page.State != catalog.StateEmpty && page.IsBlocked())), "listing-state"))
	if page.SourceChanged {
		chips.Add(container.NewCenter(widget.NewChip(say.Say("show-source-changed"), widget.Caution)))
	}
	return chips
}

// count shows how long a text is in its line.
func (l *listingLines) count(row *lineRow, line listing.Line, text string) {
	length := line.Length(text)
	switch {
	case line.Limit.IsZero() && text == "":
		row.count.Set("", theme.Muted)
	case line.Limit.IsZero():
		row.count.Set(thousands(length), theme.Muted)
	case length > line.Limit.N:
		row.count.Set(thousands(length)+" / "+thousands(line.Limit.N), theme.BadText)
	default:
		row.count.Set(thousands(length)+" / "+thousands(line.Limit.N), theme.Muted)
	}
}

// showTyped shows what is typed in the current line against its limit.
func (l *listingLines) showTyped() {
	if l.page == nil || l.current < 0 || l.current >= len(l.rows) {
		return
	}
	row, line := l.rows[l.current], l.page.Lines[l.current]
	l.typed = l.entry.Text
	row.area.Fill(theme.Selected)
	l.count(row, line, l.typed)
	l.mark(row, line, l.typed)
	row.over.Set("", -1)
	if _, over := line.Cut(l.typed); over != "" {
		row.over.Set(l.say.Say("line-over", "over", thousands(line.Length(l.typed)-line.Limit.N), "channel", line.Channel, "tail", over), -1)
	}
	if l.write {
		l.entry.Enable()
	} else {
		l.entry.Disable()
	}
	l.fit()
}

// fit lays the rows out anew, after a text became longer or shorter.
func (l *listingLines) fit() {
	l.table.Refresh()
	l.scroll.Refresh()
}

// reveal scrolls the current line into view.
func (l *listingLines) reveal() {
	if l.current < 0 || l.current >= len(l.rows) {
		return
	}
	row, view := l.rows[l.current].press, l.scroll.Size().Height
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	offset := l.scroll.Offset.Y
	offset = max(min(offset, top), bottom-view)
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
}
