package history

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/history"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// entryDetail is what the selected entry did, and the button that takes it back.
type entryDetail struct {
	session *view.Session
	model   *history.Model
	changes *screen.ChangeList
	shown   *history.Detail // by changes
	object  *fyne.Container
}

func newEntryDetail(s *view.Session, model *history.Model) *entryDetail {
	d := &entryDetail{session: s, model: model, object: container.NewStack()}
	d.changes = screen.NewChangeList(s.Text, func(catalog.Place) string { return "" })
	return d
}

func (d *entryDetail) refresh() {
	e, ok := d.model.Entry()
	d.object.Objects = nil
	if ok {
		d.object.Objects = []fyne.CanvasObject{d.entry(e)}
	}
	d.object.Refresh()
}

// entry is one entry: what it was, and what it did.
func (d *entryDetail) entry(e view.Entry) fyne.CanvasObject {
	say := d.session.Text.Say
	title := widget.NewSection(screen.Beside(screen.Capital(say("kind-"+e.Kind)), screen.OneLine(e.Note))).Cut()
	about := widget.NewSecondary(screen.Beside(screen.Moment(e.At), e.By, screen.CountsOf(d.session.Text, e.Counts))).Cut()
	heading := []fyne.CanvasObject{container.NewBorder(nil, nil, nil, d.undo(e), widget.Column(theme.Space1, title, about))}
	if u := d.model.Undone; u != nil {
		heading = append(heading, d.undone(u))
	}
	return screen.ListCard(widget.Column(theme.Space3, heading...), d.products())
}

// undo is the button that takes the entry back, or a chip where it was.
func (d *entryDetail) undo(e view.Entry) fyne.CanvasObject {
	say := d.session.Text.Say
	switch {
	case e.Undone:
		return widget.Row(0, widget.NewChip(say("count-undone"), widget.Neutral))
	case !e.CanUndo():
		return widget.Gap(0, 0)
	}
	word, icon := say("history-undo"), theme.IconUndo
	if e.Undoes {
		word, icon = say("history-redo"), theme.IconRedo
	}
	button := widget.NewButton(word, d.model.Undo).WithIcon(theme.Icon(icon))
	button.Allow(!d.model.Busy && d.session.Workspace.ReadOnly() == nil)
	return widget.Row(0, widget.Named(button, "history-undo"))
}

// keptShown is how many of the things that an undo left are named.
const keptShown = 6

// undone says what the undo did and what it left, and why.
func (d *entryDetail) undone(u *history.UndoResult) fyne.CanvasObject {
	say := d.session.Text.Say
	lines := []fyne.CanvasObject{widget.NewText(say("history-restored", "count", u.Restored)).Cut()}
	if len(u.Kept) > 0 {
		lines = append(lines, widget.NewText(say("history-kept", "count", len(u.Kept))).Cut())
	}
	for _, k := range u.Kept[:min(len(u.Kept), keptShown)] {
		why := say("kept-"+k.Reason, "number", strconv.FormatInt(k.Entry, 10))
		if len(k.Problems) > 0 {
			why = d.session.Text.Problem(k.Problems[0])
		}
		lines = append(lines, widget.NewSecondary(screen.Beside(k.Name, k.SKUs, why)).Cut())
	}
	if more := len(u.Kept) - keptShown; more > 0 {
		lines = append(lines, widget.NewSecondary(say("history-kept-more", "count", more)))
	}
	box := widget.NewSurface(theme.AccentSoft, widget.Column(theme.Space1, lines...)).Round(theme.ControlRadius).Inside(theme.Space2, theme.Space3)
	return widget.Named(box, "history-undone")
}

// products is what the entry did, product by product.
func (d *entryDetail) products() fyne.CanvasObject {
	say := d.session.Text.Say
	switch detail := d.model.Detail; {
	case detail == nil:
		return container.NewCenter(widget.NewText(say("history-loading")).In(theme.Muted))
	case len(detail.Products) == 0:
		return container.NewVBox(widget.Inset(0, theme.Space4, widget.NewText(say("history-no-products")).In(theme.Muted)))
	case detail != d.shown:
		d.shown = detail
		d.changes.Show(detail.Products)
	}
	if !d.model.Detail.More {
		return d.changes.Object
	}
	more := widget.NewSecondary(say("import-more-products", "count", len(d.model.Detail.Products)))
	return container.NewBorder(nil, widget.Inset(theme.Space2, theme.Space4, more), nil, nil, d.changes.Object)
}
