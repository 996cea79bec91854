package product

import (
	"fmt"
	"image"
	"path"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/gallery"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// imagesPage is the product's pictures in their order, and the current one in full.
type imagesPage struct {
	p       *Screen
	gallery *gallery.Gallery
	left    *fyne.Container
	side    *fyne.Container
	checks  *fyne.Container
	whole   fyne.CanvasObject
	alt     *input.Entry
	source  string // that side shows
	shows   string // what side was made for: the place, the variants, whether the picture was read
}

// imageSide is the width of the pane with the current picture.
const imageSide float32 = 300

func newImagesPage(p *Screen) *imagesPage {
	i := &imagesPage{p: p, gallery: gallery.New("product-image"), left: container.NewStack(), side: container.NewStack(), checks: widget.Column(theme.Space2)}
	i.gallery.Fixed = p.model.ReadOnly()
	i.gallery.OnMove = p.model.MoveImage
	i.gallery.OnDelete = p.model.RemoveImage
	i.gallery.OnCurrent = func(int) { i.showSide() }
	pane := widget.Fixed(imageSide, 0, container.NewVScroll(container.NewBorder(nil, nil, nil, widget.Gap(theme.Space2, 0), container.NewVBox(widget.Inset(1, 1, i.side)))))
	i.whole = widget.Bordered(i.toolbar(), nil, nil, widget.Inset(theme.Space3, 0, pane), widget.Inset(theme.Space3, 0, i.left))
	i.show()
	return i
}

func (i *imagesPage) object() fyne.CanvasObject {
	return widget.Inset(theme.Space4, theme.Space6, i.whole)
}

// toolbar adds pictures: by a file, by an address, or by a drop on the window.
func (i *imagesPage) toolbar() fyne.CanvasObject {
	p := i.p
	add := widget.NewButton(p.say("image-add"), func() {
		p.asks.Pictures(func(path string) { p.model.AddImages([]string{path}) })
	}).WithIcon(theme.Icon(theme.IconPlus)).Small()
	address := input.NewEntry()
	address.SetPlaceHolder(p.say("image-address"))
	address.OnSubmitted = func(text string) {
		if p.model.AddImages([]string{text}) > 0 {
			address.SetText("")
		}
	}
	row := widget.Row(theme.Space2)
	if p.asks.Pictures != nil {
		row.Add(widget.Named(add, "image-add"))
	}
	row.Add(widget.Fixed(addressWidth, 0, widget.Named(address, "image-address")))
	if p.model.ReadOnly() {
		add.Allow(false)
		address.Disable()
	}
	hint := container.New(widget.CentredRow{}, widget.Inset(0, theme.Space3, widget.NewSecondary(p.say("image-hint")).Cut()))
	return container.NewBorder(nil, nil, row, nil, hint)
}

const addressWidth = 240

func (i *imagesPage) refresh(part product.Part) {
	switch part {
	case product.PartWhole:
		i.source = ""
		i.show()
	case product.PartImages:
		i.show()
	case product.PartChecks:
		i.showPictures()
		i.showChecks()
	default:
	}
}

// aim goes to the picture that a problem is about; without pictures to where one is
// added.
func (i *imagesPage) aim(cell product.Cell) {
	if len(i.p.model.Draft.Images) == 0 {
		if o := widget.Find(i.whole, "image-address"); o != nil {
			screen.FocusIn(o)
		}
		return
	}
	for n, im := range i.p.model.Draft.Images {
		if im.Source == cell.Picture {
			i.gallery.SetCurrent(n)
		}
	}
	widget.Focus(i.gallery)
}

func (i *imagesPage) show() {
	i.showPictures()
	i.left.Objects = []fyne.CanvasObject{container.NewVScroll(widget.Inset(1, 1, widget.Named(i.gallery, "product-images")))}
	if len(i.p.model.Draft.Images) == 0 {
		icon := container.NewCenter(widget.NewIcon(theme.IconImage, theme.Faint))
		empty := widget.Column(theme.Space2, icon, container.NewCenter(widget.NewSection(i.p.say("image-none"))), container.NewCenter(widget.NewSecondary(i.p.say("image-none-hint"))))
		i.left.Objects = []fyne.CanvasObject{widget.NewCard(container.NewCenter(empty))}
	}
	i.left.Refresh()
	i.showSide()
}

func (i *imagesPage) showPictures() {
	m := i.p.model
	pictures := make([]gallery.Picture, len(m.Draft.Images))
	for n, im := range m.Draft.Images {
		about, tone := i.facts(im.Source)
		known, _ := m.Picture(im.Source)
		if tone == widget.Neutral && len(m.ImageProblems(im.Source)) > 0 {
			tone = widget.Caution
		}
		pictures[n] = gallery.Picture{Image: known.Thumb, Caption: imageName(im.Source), About: about, Tone: tone}
	}
	i.gallery.SetPictures(pictures)
}

// imageName is a picture's file name.
func imageName(source string) string { return path.Base(strings.ReplaceAll(source, `\`, "/")) }

// facts reports a picture's size, or why it has none.
func (i *imagesPage) facts(source string) (string, widget.Tone) {
	known, ok := i.p.model.Picture(source)
	switch {
	case !ok:
		return i.p.say("image-looking"), widget.Neutral
	case known.Facts.State == workspace.PictureOnWeb:
		return i.p.say("image-on-web"), widget.Neutral
	case known.Facts.State == workspace.PictureMissing:
		return i.p.say("image-missing"), widget.Wrong
	case known.Facts.State == workspace.PictureUnreadable:
		return i.p.say("image-unreadable"), widget.Wrong
	case known.Facts.State == workspace.PictureDamaged:
		return i.p.say("image-damaged"), widget.Wrong
	case known.Facts.State == workspace.PictureOutside:
		return i.p.say("image-outside"), widget.Wrong
	}
	return screen.Beside(i.p.say("image-size", "width", known.Facts.Width, "height", known.Facts.Height), fileSize(known.Facts.Bytes)), widget.Neutral
}

// fileSize is a size of a file as file managers show it.
func fileSize(bytes int64) string {
	switch {
	case bytes < 1000:
		return screen.Thousands(int(bytes)) + " B"
	case bytes < 1_000_000:
		return screen.Thousands(int(bytes+500)/1000) + " KB"
	}
	tenths := int(bytes+50_000) / 100_000
	return screen.Thousands(tenths/10) + "." + screen.Thousands(tenths%10) + " MB"
}

// showSide shows the current picture in full.
func (i *imagesPage) showSide() {
	m, at := i.p.model, i.gallery.Current()
	if at < 0 || at >= len(m.Draft.Images) {
		i.side.Objects, i.source = nil, ""
		i.side.Refresh()
		return
	}
	im := m.Draft.Images[at]
	known, _ := m.Picture(im.Source)
	shows := fmt.Sprint(at, idsOf(m.Draft.Variants), known.Thumb != nil)
	if i.source == im.Source && i.shows == shows {
		if i.alt.Text != im.Alt {
			i.alt.SetText(im.Alt)
		}
		i.showChecks()
		return
	}
	i.source, i.shows = im.Source, shows
	i.showChecks()
	parts := []fyne.CanvasObject{large(im, known.Thumb), i.order(at), i.describe(at)}
	if len(m.Draft.Variants) > 1 {
		parts = append(parts, i.variants(at))
	}
	i.side.Objects = []fyne.CanvasObject{widget.NewCard(widget.Column(theme.Space4, append(parts, i.checks)...))}
	i.side.Refresh()
}

func idsOf(variants []catalog.Variant) []catalog.ID {
	list := make([]catalog.ID, len(variants))
	for i := range variants {
		list[i] = variants[i].ID
	}
	return list
}

// large is a picture in full, an icon while it is not read.
func large(im catalog.Image, thumb image.Image) fyne.CanvasObject {
	var content fyne.CanvasObject = container.NewCenter(widget.NewIcon(theme.IconImage, theme.Faint))
	if thumb != nil {
		picture := canvas.NewImageFromImage(thumb)
		picture.FillMode = canvas.ImageFillContain
		content = picture
	}
	frame := widget.Fixed(0, screen.PictureHeight, widget.NewSurface(theme.Background, content).Round(theme.ControlRadius).Inside(theme.Space1, theme.Space1))
	return widget.Column(theme.Space1, frame, widget.NewWrapped(im.Source).Small())
}

// order moves the picture, or takes it out.
func (i *imagesPage) order(at int) fyne.CanvasObject {
	m, p := i.p.model, i.p
	move := func(code, role string, to int) fyne.CanvasObject {
		b := widget.NewButton(p.say(code), func() {
			m.MoveImage(at, to)
			i.gallery.SetCurrent(to)
		}).Small()
		b.Allow(to >= 0 && to < len(m.Draft.Images) && to != at && !m.ReadOnly())
		return widget.Named(b, role)
	}
	remove := widget.NewIconButton(theme.Icon(theme.IconDelete), func() { m.RemoveImage(at) }).Small()
	remove.Allow(!m.ReadOnly())
	return widget.Row(
		theme.Space1, move("image-first", "image-first", 0), move("image-earlier", "image-earlier", at-1), move("image-later", "image-later", at+1),
		widget.Spring(), widget.Named(remove, "image-remove"),
	)
}

// describe is the picture in words.
func (i *imagesPage) describe(at int) fyne.CanvasObject {
	i.alt = input.NewMultiLineEntry()
	i.alt.Wrapping = fyne.TextWrapWord
	i.alt.SetMinRowsVisible(2)
	i.alt.SetPlaceHolder(i.p.say("image-alt-hint"))
	i.alt.SetText(i.p.model.Draft.Images[at].Alt)
	i.alt.OnChanged = func(text string) { i.p.model.SetAlt(at, text) }
	if i.p.model.ReadOnly() {
		i.alt.Disable()
	}
	return widget.Column(theme.Space1, widget.NewSecondary(i.p.say("image-alt")), widget.Named(i.alt, "image-alt"))
}

// variants are those that the picture shows; none: the product as a whole.
func (i *imagesPage) variants(at int) fyne.CanvasObject {
	m := i.p.model
	list := widget.Column(0, widget.NewSecondary(i.p.say("image-variants")))
	for n := range m.Draft.Variants {
		v := &m.Draft.Variants[n]
		id := v.ID
		name := product.VariantName(v)
		if name == "" {
			name = i.p.say("variant-number", "number", n+1)
		}
		check := widget.NewCheck(name, m.ShowsVariant(at, id), func(bool) { m.ToggleVariant(at, id) })
		if m.ReadOnly() {
			check.Disable()
		}
		list.Add(widget.Inset(-2, -theme.Space2, widget.Named(check, "image-variant:"+screen.Thousands(n))))
	}
	return list
}

// showChecks says what is known of the picture, and what the channels say.
func (i *imagesPage) showChecks() {
	i.checks.Objects = nil
	if i.source == "" {
		return
	}
	about, tone := i.facts(i.source)
	lines := []fyne.CanvasObject{widget.NewSecondary(i.p.say("image-checks"))}
	switch tone {
	case widget.Wrong:
		lines = append(lines, widget.NewText(about).In(theme.BadText))
	default:
		lines = append(lines, widget.NewText(about))
	}
	problems := i.p.model.ImageProblems(i.source)
	for _, problem := range problems {
		lines = append(lines, markedLine(screen.SeverityColors[problem.Severity], widget.NewWrapped(problem.Sentence).Small()))
	}
	if known, ok := i.p.model.Picture(i.source); ok && len(problems) == 0 && tone != widget.Wrong && known.Facts.State == workspace.PictureFine {
		lines = append(lines, widget.NewSecondary(i.p.say("image-sound")).In(theme.OKText))
	}
	i.checks.Objects = lines
	i.checks.Refresh()
}

// markedLine puts a dot before words of several lines.
func markedLine(mark fyne.ThemeColorName, words fyne.CanvasObject) fyne.CanvasObject {
	at := container.NewVBox(widget.Inset(theme.Space2-2, 0, screen.Dot(mark)))
	return container.NewBorder(nil, nil, widget.Inset(0, theme.Space1, at), nil, words)
}
