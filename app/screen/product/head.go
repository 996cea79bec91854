package product

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// head says which product is shown and how ready it is, and leads to those
// before and after it.
type head struct {
	p      *Screen
	id     catalog.ID // that the pages were made for
	object fyne.CanvasObject

	picture        *fyne.Container
	thumb          image.Image
	title, about   *widget.Text
	lights         *fyne.Container
	place          *widget.Text
	previous, next *widget.Button
	steps, right   *fyne.Container
	first, second  *fyne.Container
	row            *fyne.Container
}

// headPicture is the side of the picture in the head.
const headPicture float32 = 44

func newHead(p *Screen) *head {
	h := &head{
		p: p, picture: container.NewStack(), title: widget.NewTitle("").Cut(), about: widget.NewSecondary("").Cut(),
		lights: widget.Row(theme.Space1), place: widget.NewSecondary(""), right: container.NewStack(),
	}
	back := widget.NewIconButton(theme.Icon(theme.IconBack), func() { p.session.Go(view.Target{Place: view.ProductsPlace}) })
	h.previous = widget.NewButton(p.say("product-previous"), func() { p.model.Step(-1) }).Small()
	h.next = widget.NewButton(p.say("product-next"), func() { p.model.Step(1) }).Small()
	h.steps = widget.Row(theme.Space2, h.place, widget.Named(h.previous, "product-previous"), widget.Named(h.next, "product-next"))
	h.showPicture(nil)
	left := widget.Row(theme.Space3, widget.Named(back, "product-back"), widget.Fixed(headPicture, headPicture, h.picture), widget.Gap(0, 0))
	h.first = container.NewBorder(nil, nil, nil, h.right, h.title)
	h.second = container.NewBorder(nil, nil, nil, h.lights, container.New(widget.CentredRow{}, h.about))
	h.row = widget.Bordered(nil, nil, left, nil, container.New(widget.CentredRow{}, widget.Column(theme.Space1, h.first, h.second)))
	h.object = h.row
	return h
}

func (h *head) refresh() {
	m := h.p.model
	if m.Draft == nil {
		h.title.SetText("")
		h.about.SetText("")
		h.lights.Objects = nil
	} else {
		h.showWords(m)
		h.showLights(m)
	}
	if thumb := m.Thumb(); thumb != h.thumb {
		h.showPicture(thumb)
	}
	n, of := m.Place()
	h.right.Objects = nil
	if n > 0 && of > 1 {
		h.place.SetText(h.p.say("product-place", "number", n, "count", of))
		h.right.Objects = []fyne.CanvasObject{h.steps}
	}
	h.previous.Allow(m.CanStep(-1))
	h.next.Allow(m.CanStep(1))
	for _, o := range []*fyne.Container{h.first, h.second, h.row} {
		o.Refresh()
	}
}

func (h *head) showWords(m *product.Model) {
	title := screen.OneLine(m.Draft.Title)
	if title == "" {
		title = h.p.say("product-untitled")
	}
	h.title.SetText(title)
	sku := ""
	if skus := m.Draft.SKUs(); len(skus) > 0 {
		sku = skus[0]
	}
	variants := ""
	if n := len(m.Draft.Variants); n != 1 {
		variants = h.p.say("products-variants", "count", n)
	}
	h.about.SetText(screen.Beside(sku, variants, screen.OneLine(m.Draft.Brand)))
}

// showLights says how ready the draft is for each channel.
func (h *head) showLights(m *product.Model) {
	h.lights.Objects = nil
	for _, c := range m.Channels {
		word := h.p.say("products-channel", "channel", c.Title, "state", h.p.say("readiness-"+string(c.State)))
		chip := widget.NewTapChip(word, screen.ToneOf(string(c.State)), func() { m.ShowTab(product.ChannelsTab) })
		h.lights.Add(widget.Named(chip, "product-light:"+c.Name))
	}
}

// showPicture shows the product's first picture.
func (h *head) showPicture(thumb image.Image) {
	h.thumb = thumb
	var content fyne.CanvasObject = container.NewCenter(widget.NewIcon(theme.IconImage, theme.Faint))
	if thumb != nil {
		picture := canvas.NewImageFromImage(thumb)
		picture.FillMode = canvas.ImageFillContain
		content = picture
	}
	h.picture.Objects = []fyne.CanvasObject{widget.NewSurface(theme.Background, content).Lined().Round(theme.ControlRadius).Inside(1, 1)}
	h.picture.Refresh()
}

// markTabs says how many there are behind the words of the tabs, and what is
// wrong.
func (p *Screen) markTabs() {
	m := p.model
	if m.State != product.StateReady {
		return
	}
	p.tabs.Mark(string(product.VariantsTab), screen.Thousands(len(m.Draft.Variants)), theme.Muted)
	p.tabs.Mark(string(product.ImagesTab), screen.Thousands(len(m.Draft.Images)), theme.Muted)
	blocked, warned := 0, 0
	for _, c := range m.Channels {
		for _, problem := range c.Problems {
			switch problem.Severity {
			case catalog.Blocked:
				blocked++
			case catalog.Warning:
				warned++
			case catalog.Info:
			}
		}
	}
	switch {
	case blocked > 0:
		p.tabs.Mark(string(product.ChannelsTab), screen.Thousands(blocked+warned), theme.BadText)
	case warned > 0:
		p.tabs.Mark(string(product.ChannelsTab), screen.Thousands(warned), theme.WarnText)
	default:
		p.tabs.Mark(string(product.ChannelsTab), "", theme.Muted)
	}
}
