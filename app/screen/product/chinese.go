package product

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/screen/listing"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// chinesePage is the product's Chinese, each text beside its source, as Localize
// has it. What is typed is saved with the rest of the product.
type chinesePage struct {
	p      *Screen
	lines  *listing.Lines
	side   *listing.Side
	state  *fyne.Container
	accept *widget.Button
	review *widget.Button
	body   *fyne.Container
	whole  fyne.CanvasObject
}

func newChinesePage(p *Screen) *chinesePage {
	c := &chinesePage{p: p, state: container.NewStack(), body: container.NewStack()}
	c.lines = listing.NewLines(p.session.Text, p.model.PickLine)
	c.side = listing.NewSide(p.session.Text, c.insert, p.model.TakeSuggestion, p.model.OmitLine, p.model.TakeFix)
	c.review = widget.NewButton(p.say("product-review"), p.model.Review).WithIcon(theme.Icon(theme.IconCheck)).Small()
	c.accept = widget.NewButton(p.say("product-accept"), p.model.Accept).Small()
	c.listen(c.lines.Entry)
	keys := container.New(widget.CentredRow{}, widget.Inset(0, theme.Space3, widget.NewSecondary(p.say("product-chinese-keys", "use", screen.AltKey("0"), "term", screen.AltKey(""))).Cut()))
	head := container.NewBorder(nil, nil, c.state, widget.Row(theme.Space2, widget.Named(c.accept, "product-accept"), widget.Named(c.review, "product-review")), keys)
	middle := widget.Inset(theme.Space4, theme.Space6, widget.Bordered(head, nil, nil, nil, widget.Inset(theme.Space3, 0, c.body)))
	pane := widget.NewSurface(theme.Surface, container.NewVScroll(widget.Inset(theme.Space4, theme.Space4, c.side.Object)))
	c.whole = widget.NewSurface(theme.Line, container.New(listing.BesideSide{}, widget.NewSurface(theme.Background, middle), pane))
	c.show()
	return c
}

func (c *chinesePage) object() fyne.CanvasObject { return c.whole }

// listen puts the entry's keys to what they do.
func (c *chinesePage) listen(entry *input.LineEntry) {
	m := c.p.model
	entry.OnChanged = func(text string) {
		m.TypeLine(text)
		c.lines.ShowTyped()
		if m.Listing != nil {
			c.side.ShowChecks(m.Listing.Page, m.Listing.Current(), text)
		}
	}
	entry.Submit, entry.Escape = m.SubmitLine, m.DropLine
	entry.Step = m.StepLine
	entry.Insert = func(n int) {
		if n == 0 {
			m.TakeSuggestion()
			return
		}
		c.side.Use(n)
	}
}

func (c *chinesePage) insert(text string) {
	c.lines.Entry.Add(text)
	c.focus()
}

func (c *chinesePage) focus() {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.lines.Entry); canvas != nil && !c.p.model.ReadOnly() {
		canvas.Focus(c.lines.Entry)
	}
}

func (c *chinesePage) refresh(part product.Part) {
	if part == product.PartWhole || part == product.PartChinese {
		c.show()
	}
}

func (c *chinesePage) aim(product.Cell) { c.focus() }

// show shows the lines, once they are read.
func (c *chinesePage) show() {
	l := c.p.model.Listing
	c.accept.Allow(c.p.model.CanVouch(catalog.StateTranslated))
	c.review.Allow(c.p.model.CanVouch(catalog.StateReviewed))
	if l == nil {
		c.body.Objects = []fyne.CanvasObject{widget.NewCard(container.NewCenter(widget.NewText(c.p.say("product-chinese-reading")).In(theme.Muted)))}
		c.body.Refresh()
		c.state.Objects = nil
		c.state.Refresh()
		c.side.Show(nil, nil)
		return
	}
	c.state.Objects = []fyne.CanvasObject{listing.Chips(c.p.session.Text, l.Page)}
	c.state.Refresh()
	c.body.Objects = []fyne.CanvasObject{c.lines.Object}
	c.body.Refresh()
	if c.lines.Show(l.Page, l.Line, l.Typed, !c.p.model.ReadOnly()) && c.p.model.Tab == product.ChineseTab {
		c.focus()
	}
	c.side.Show(l.Page, l.Current())
	c.side.ShowChecks(l.Page, l.Current(), l.Typed)
}
