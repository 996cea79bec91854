// Package product draws one product that is edited as a whole, a tab for each part.
package product

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
)

// Asks are what the screen of a product asks the window for.
type Asks struct {
	// Pictures asks for a picture's file. nil: not offered.
	Pictures func(chosen func(path string))
}

// Screen is one product as a whole: what it is and how ready above, its parts in
// tabs, and one bar that saves or discards all of it.
type Screen struct {
	session *view.Session
	model   *product.Model
	asks    Asks
	fresh   bool // made anew, and nothing was received yet

	head    *head
	tabs    *widget.Tabs
	notices *fyne.Container
	body    *fyne.Container
	bar     *saveBar
	pages   map[product.Tab]page
	shown   page
	object  fyne.CanvasObject
}

// page is what a tab shows.
type page interface {
	object() fyne.CanvasObject
	// refresh shows a part that has become another.
	refresh(part product.Part)
	// aim puts the cursor on a field.
	aim(cell product.Cell)
}

// tabs are the tabs in their order.
var tabs = []struct {
	tab  product.Tab
	word string
}{
	{product.DetailsTab, "product-tab-details"},
	{product.VariantsTab, "product-tab-variants"},
	{product.ImagesTab, "product-tab-images"},
	{product.ChineseTab, "product-tab-chinese"},
	{product.ShippingTab, "product-tab-shipping"},
	{product.ChannelsTab, "product-tab-channels"},
	{product.HistoryTab, "product-tab-history"},
}

// New makes the screen.
func New(s *view.Session, asks Asks) *Screen {
	p := &Screen{session: s, model: product.Of(s), asks: asks, fresh: true, notices: container.NewVBox(), body: container.NewStack()}
	p.head = newHead(p)
	p.bar = newSaveBar(p)
	list := make([]widget.Tab, len(tabs))
	for i, t := range tabs {
		list[i] = widget.Tab{Key: string(t.tab), Text: p.say(t.word)}
	}
	p.tabs = widget.NewTabs("product-tab", list, func(key string) { p.model.ShowTab(product.Tab(key)) })
	top := widget.Column(0, widget.Inset(theme.Space3, theme.Space6, p.head.object), widget.Inset(0, theme.Space3, p.tabs.Object()))
	head := widget.Column(0, widget.NewSurface(theme.Surface, top), widget.NewSurface(theme.Line, widget.Gap(0, 1)), p.notices)
	p.object = widget.Bordered(head, p.bar.object, nil, nil, p.body)
	p.model.Changed = p.refresh
	p.build()
	return p
}

func (p *Screen) say(code string, args ...any) string { return p.session.Text.Say(code, args...) }

// Object implements Screen.
func (p *Screen) Object() fyne.CanvasObject { return p.object }

// Enter implements Screen.
func (p *Screen) Enter() { p.model.Enter() }

// Leave implements Screen.
func (p *Screen) Leave() { p.model.Leave() }

// Receive implements Receiver: a product, those around it, and a field of it. When
// the window was built anew the person is where they were already.
func (p *Screen) Receive(t view.Target) {
	if p.fresh && t.Product == p.model.ID {
		t.Field = ""
	}
	p.fresh = false
	p.pages, p.shown = map[product.Tab]page{}, nil // whoever comes anew begins at the top
	p.model.Receive(t)
}

// Dirty implements Saver.
func (p *Screen) Dirty() bool { return p.model.Dirty() }

// Save implements Saver.
func (p *Screen) Save() { p.model.Save() }

// SaveThen implements LaterSaver.
func (p *Screen) SaveThen(then func()) { p.model.SaveThen(then) }

// Discard implements Saver.
func (p *Screen) Discard() { p.model.Discard() }

// Drop takes pictures: they become the product's.
func (p *Screen) Drop(paths []string) bool {
	if p.model.State != product.StateReady || p.model.AddImages(paths) == 0 {
		return false
	}
	p.model.ShowTab(product.ImagesTab)
	return true
}

// Shortcut is part of Shortcutter.
func (p *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Key steps through the products while no field has the cursor.
func (p *Screen) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyPageDown:
		p.model.Step(1)
	case fyne.KeyPageUp:
		p.model.Step(-1)
	default:
		return false
	}
	return true
}

// refresh shows a part that has become another.
func (p *Screen) refresh(part product.Part) {
	switch part {
	case product.PartWhole:
		p.build()
	case product.PartTabs:
		p.showTab()
	case product.PartCursor:
	default:
		if p.shown != nil {
			p.shown.refresh(part)
		}
	}
	p.head.refresh()
	p.bar.refresh()
	p.markTabs()
	p.showNotices()
	if part == product.PartCursor {
		p.aim() // now that all has its place
	}
}

// build makes the pages anew, where the product can be shown at all.
func (p *Screen) build() {
	if p.shown != nil && p.model.State == product.StateReady && p.head.id == p.model.ID {
		p.shown.refresh(product.PartWhole)
		for tab, page := range p.pages {
			if page != p.shown {
				delete(p.pages, tab) // made anew when it is shown
			}
		}
		return
	}
	p.pages, p.shown = map[product.Tab]page{}, nil
	p.head.id = p.model.ID
	p.showTab()
}

// showTab shows the page of the tab that is chosen, or why there is none.
func (p *Screen) showTab() {
	p.tabs.Set(string(p.model.Tab))
	if p.model.State != product.StateReady {
		p.shown = nil
		p.body.Objects = []fyne.CanvasObject{p.nothing()}
		p.body.Refresh()
		return
	}
	page := p.pages[p.model.Tab]
	if page == nil {
		page = p.page(p.model.Tab)
		p.pages[p.model.Tab] = page
	} else {
		page.refresh(product.PartWhole) // what was done elsewhere meanwhile
	}
	p.shown = page
	p.body.Objects = []fyne.CanvasObject{page.object()}
	p.body.Refresh()
	p.aim()
}

func (p *Screen) page(tab product.Tab) page {
	switch tab {
	case product.VariantsTab:
		return newVariantsPage(p)
	case product.ImagesTab:
		return newImagesPage(p)
	case product.ShippingTab:
		return newShippingPage(p)
	case product.ChannelsTab:
		return newChannelsPage(p)
	case product.HistoryTab:
		return newPastPage(p)
	case product.ChineseTab:
		return newChinesePage(p)
	case product.DetailsTab:
	}
	return newDetailsPage(p)
}

// aim puts the cursor where the model wants it.
func (p *Screen) aim() {
	if p.shown == nil {
		return
	}
	if cell, ok := p.model.TakeCursor(); ok {
		p.shown.aim(cell)
	}
}

// nothing is shown where there is no product to edit.
func (p *Screen) nothing() fyne.CanvasObject {
	back := widget.NewButton(p.say("product-to-list"), func() { p.session.Go(view.Target{Place: view.ProductsPlace}) })
	message := p.say("product-loading")
	switch p.model.State {
	case product.StateNone:
		message = p.say("product-none")
	case product.StateGone:
		message = p.say("product-gone")
	case product.StateFailed:
		message = p.session.Text.Error(p.model.Err)
	case product.StateLoading, product.StateReady:
		return container.NewCenter(widget.NewText(message).In(theme.Muted))
	}
	return container.NewCenter(widget.Column(theme.Space3, container.NewCenter(widget.NewText(message)), container.NewCenter(widget.Named(back, "product-to-list"))))
}
