package product

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// pastPage is what was written to the product, cell by cell.
type pastPage struct {
	p       *Screen
	changes *screen.ChangeList
	undo    *widget.Button
	about   *widget.Text
	more    *widget.Button
	body    *fyne.Container
	foot    *fyne.Container // with more
	whole   fyne.CanvasObject
	shown   *product.Past
}

func newPastPage(p *Screen) *pastPage {
	h := &pastPage{p: p, body: container.NewStack(), about: widget.NewSecondary("").Cut()}
	h.changes = screen.NewChangeList(p.session.Text, func(at catalog.Place) string { return string(at) })
	h.undo = widget.NewButton(p.say("product-undo"), p.model.Undo).WithIcon(theme.Icon(theme.IconUndo)).Small()
	all := widget.NewButton(p.say("product-all-history"), func() { p.session.Go(view.Target{Place: view.HistoryPlace}) }).As(widget.Quiet).Small()
	h.more = widget.NewButton(p.say("product-older"), p.model.LoadOlder).As(widget.Quiet).Small()
	buttons := widget.Row(theme.Space2, widget.Named(all, "product-all-history"), widget.Named(h.undo, "product-undo"))
	heading := container.NewBorder(nil, nil, nil, buttons, container.New(widget.CentredRow{}, widget.Column(2, widget.NewSection(p.say("product-past")), h.about)))
	h.foot = widget.Inset(theme.Space1, theme.Space2, widget.Row(0, widget.Named(h.more, "product-older")))
	h.whole = screen.ListCard(heading, container.NewBorder(nil, h.foot, nil, nil, h.body))
	h.refresh(product.PartPast)
	return h
}

func (h *pastPage) object() fyne.CanvasObject {
	return widget.Inset(theme.Space4, theme.Space6, h.whole)
}

func (h *pastPage) aim(product.Cell) {}

func (h *pastPage) refresh(part product.Part) {
	past := h.p.model.Past
	newest, can := h.p.model.CanUndo()
	h.undo.Allow(can)
	switch {
	case past == nil:
		h.body.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewText(h.p.say("history-loading")).In(theme.Muted))}
	case past != h.shown:
		h.changes.Show(h.lines(past))
		h.body.Objects = []fyne.CanvasObject{h.changes.Object}
	}
	h.shown = past
	h.body.Refresh()
	if past != nil && past.More {
		h.foot.Show()
	} else {
		h.foot.Hide()
	}
	switch {
	case can:
		h.about.SetText(h.p.say("product-undo-what", "what", screen.Capital(h.p.say("kind-"+newest.Kind)), "when", screen.Moment(newest.At)))
	case past != nil && len(past.Entries) > 0 && !past.Entries[0].Alone():
		h.about.SetText(h.p.say("product-undo-not-alone"))
	default:
		h.about.SetText("")
	}
}

// lines are the entries as the list of changes shows them: what was done and when
// is where a product's title does.
func (h *pastPage) lines(past *product.Past) []view.ProductChange {
	lines := make([]view.ProductChange, len(past.Entries))
	for i, e := range past.Entries {
		line := e.Change
		line.Title = screen.Capital(h.p.say("kind-" + e.Kind))
		if e.Note != "" {
			line.Title += "  " + screen.OneLine(e.Note)
		}
		if e.Undone {
			line.Title += "  (" + h.p.say("count-undone") + ")"
		}
		line.SKU = e.By
		line.Place = catalog.Place(screen.Moment(e.At))
		lines[i] = line
	}
	return lines
}
