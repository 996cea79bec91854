package product

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// saveBar says what is not saved yet, and saves or discards it. It is there only
// while there is something.
type saveBar struct {
	p       *Screen
	object  *fyne.Container
	words   *widget.Text
	save    *widget.Button
	discard *widget.Button
}

func newSaveBar(p *Screen) *saveBar {
	b := &saveBar{p: p, words: widget.NewText("").Cut()}
	b.save = widget.NewButton(p.say("product-save"), p.model.Save).As(widget.Primary)
	b.discard = widget.NewButton(p.say("product-discard"), p.model.Discard)
	buttons := widget.Row(theme.Space2, widget.Gap(theme.Space4, 0), widget.Named(b.discard, "product-discard"), widget.Named(b.save, "product-save"))
	row := container.NewBorder(nil, nil, nil, buttons, container.New(widget.CentredRow{}, widget.Named(b.words, "product-changes")))
	b.object = widget.Column(
		0, widget.NewSurface(theme.Line, widget.Gap(0, 1)),
		widget.NewSurface(theme.Surface, widget.Inset(theme.Space2, theme.Space6, row)),
	)
	b.object.Hide()
	return b
}

func (b *saveBar) refresh() {
	m := b.p.model
	dirty := m.Dirty()
	if dirty != b.object.Visible() {
		if dirty {
			b.object.Show()
		} else {
			b.object.Hide()
		}
		b.p.object.Refresh()
	}
	if !dirty {
		return
	}
	b.words.Set(b.summary())
	b.save.Allow(!m.Busy)
	b.discard.Allow(!m.Busy)
}

// namedChanges is how many fields the bar names.
const namedChanges = 4

// summary names the fields that would be saved, and those that cannot be.
func (b *saveBar) summary() (string, fyne.ThemeColorName) {
	p := b.p
	if p.model.Busy {
		return p.say("product-saving"), theme.Ink
	}
	var names []string
	for _, c := range p.model.Changes() {
		if name := p.session.Text.Field(c.Field); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	more := len(names) - namedChanges
	list := strings.Join(names[:min(len(names), namedChanges)], p.say("list-comma"))
	if refused := p.model.Refused(); len(refused) > 0 {
		return p.say("product-unsaved-refused", "field", p.session.Text.Field(refused[0].Field), "count", len(refused)), theme.BadText
	}
	switch {
	case list == "":
		return p.say("product-unsaved"), theme.Ink
	case more > 0:
		return p.say("product-unsaved-more", "fields", list, "count", more), theme.Ink
	}
	return p.say("product-unsaved-fields", "fields", list), theme.Ink
}

// showNotices says what prevents saving, and what other users did
// meanwhile.
func (p *Screen) showNotices() {
	var list []fyne.CanvasObject
	add := func(role string, o fyne.CanvasObject) {
		list = append(list, widget.Inset(theme.Space2, theme.Space6, widget.Named(o, role)))
	}
	m := p.model
	if m.State == product.StateReady {
		if m.ReadOnly() {
			add("product-read-only", screen.Notice(theme.AccentSoft, theme.Accent, p.say("product-read-only")))
		}
		if m.Deleted {
			add("product-deleted", screen.Notice(theme.WarnSoft, theme.WarnText, p.say("product-deleted")))
		}
		if m.Wrong != "" {
			add("product-wrong", screen.Notice(theme.BadSoft, theme.BadText, m.Wrong))
		}
		if len(m.Clashes) > 0 {
			add("product-clashes", p.clashes())
		}
	}
	if len(list) == 0 && len(p.notices.Objects) == 0 {
		return
	}
	p.notices.Objects = list
	p.notices.Refresh()
	p.object.Refresh()
}

// mostClashes is how many differences are listed.
const mostClashes = 4

// clashes lists what was changed here and elsewhere, and lets one of both be
// chosen.
func (p *Screen) clashes() fyne.CanvasObject {
	m := p.model
	lines := []fyne.CanvasObject{widget.NewWrapped(p.say("product-clashes", "count", len(m.Clashes)))}
	for _, c := range m.Clashes[:min(len(m.Clashes), mostClashes)] {
		lines = append(lines, widget.NewSecondary(p.clash(c)).Cut())
	}
	if more := len(m.Clashes) - mostClashes; more > 0 {
		lines = append(lines, widget.NewSecondary(p.say("product-clashes-more", "count", more)))
	}
	mine := widget.NewButton(p.say("product-keep-mine"), m.KeepMine).Small()
	theirs := widget.NewButton(p.say("product-take-theirs"), m.TakeTheirs).Small()
	lines = append(lines, widget.Row(theme.Space2, widget.Named(mine, "product-keep-mine"), widget.Named(theirs, "product-take-theirs")))
	return widget.NewSurface(theme.WarnSoft, widget.Column(theme.Space1, lines...)).Round(theme.ControlRadius).Inside(theme.Space2, theme.Space3)
}

func (p *Screen) clash(c catalog.Clash) string {
	field := screen.Capital(p.session.Text.Field(c.Field))
	if c.SKU != "" {
		field += "  " + c.SKU
	}
	return p.say("product-clash", "field", field, "mine", screen.Shown(c.Mine), "theirs", screen.Shown(c.Theirs))
}
