package products

import (
	"cmp"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/products"
	"tradewind.app/app/widget"
)

// leftPane is the views and filters.
func (p *Screen) leftPane() fyne.CanvasObject {
	return widget.NewSurface(theme.Surface, container.NewVScroll(widget.Inset(theme.Space4, theme.Space2, p.views)))
}

// showViews lists the saved views, and what can be filtered by with counts.
func (p *Screen) showViews() {
	parts := []fyne.CanvasObject{p.viewGroup()}
	for _, group := range p.list.Facets {
		lines := []fyne.CanvasObject{groupTitle(cmp.Or(group.Label, p.say(group.Code)))}
		for _, line := range group.Lines {
			label := line.Label
			if line.Code != "" {
				label = screen.Capital(p.say(line.Code))
			}
			side := sideLine(label, line.Hint, line.Count, line.Active, func() { p.list.UseFacet(line) })
			lines = append(lines, widget.Named(side, facetRole(line)))
		}
		parts = append(parts, widget.Column(0, lines...))
	}
	p.views.Objects = []fyne.CanvasObject{widget.Column(theme.Space4, parts...)}
	p.views.Refresh()
}

// facetRole names a filter, whatever its words and count are.
func facetRole(l products.FacetLine) string {
	if l.Pick.IsZero() {
		return strings.TrimSuffix("facet:"+string(l.Condition.Field)+":"+l.Condition.Value, ":")
	}
	return fmt.Sprintf("facet:%s:%s%v", l.Pick.Channel, l.Pick.State, l.Pick.Problem)
}

func groupTitle(words string) fyne.CanvasObject {
	return widget.Inset(theme.Space1, theme.Space2, widget.NewGroup(words).Cut())
}

// viewGroup is all products, the saved views, and the one that is shown if it can
// be saved.
func (p *Screen) viewGroup() fyne.CanvasObject {
	lines := []fyne.CanvasObject{
		groupTitle(p.say("products-views")),
		widget.Named(sideLine(p.say("products-all"), "", p.list.All, !p.list.IsFiltered(), p.list.ShowAll), "products-all"),
	}
	known := false
	for _, v := range p.list.Views {
		current := p.list.InView(v)
		known = known || current
		lines = append(lines, p.savedLine(v.Name, current, func() { p.list.UseView(v) }))
	}
	if p.list.IsFiltered() && !known && len(p.list.Filter.IDs) == 0 {
		var save *widget.Button
		save = widget.NewButton(p.say("products-save-view"), func() { p.openSaveView(below(save)) }).WithIcon(theme.Icon(theme.IconPlus)).As(widget.Quiet).Small()
		lines = append(lines, container.NewHBox(widget.Named(save, "products-save-view")))
	}
	return widget.Column(0, lines...)
}

// savedLine is a saved view; the one that is shown can be taken away.
func (p *Screen) savedLine(name string, current bool, use func()) fyne.CanvasObject {
	line := sideLine(name, "", -1, current, use)
	if !current {
		return widget.Named(line, "view:"+name)
	}
	forget := widget.NewIconButton(theme.Icon(theme.IconClose), func() { p.list.ForgetView(name) }).Small().Hint(p.say("products-forget-view"))
	return container.NewBorder(nil, nil, nil, widget.Named(forget, "products-forget-view"), widget.Named(line, "view:"+name))
}

// sideLine is a line to press, with a count; none below 0. hint says more than the
// label; without it a label that is cut is shown whole.
func sideLine(label, hint string, count int, active bool, tap func()) fyne.CanvasObject {
	word, figure := widget.NewText(label).Cut(), widget.NewSecondary("").Right()
	if count >= 0 {
		figure.SetText(screen.Thousands(count))
	}
	if active {
		word = word.In(theme.Accent).Strong()
	}
	row := container.NewBorder(nil, nil, nil, figure, word)
	area := widget.NewArea(widget.Inset(theme.Space1, theme.Space2, row), tap).Hint(func() string { return cmp.Or(hint, word.CutAway()) })
	if active {
		area = area.Fill(theme.AccentSoft)
	}
	return area
}

// rightPane is the product under the cursor.
func (p *Screen) rightPane() fyne.CanvasObject {
	return widget.NewSurface(theme.Surface, container.NewVScroll(widget.Inset(theme.Space4, theme.Space4, p.detail)))
}

// showDetail reports the product under the cursor in full.
func (p *Screen) showDetail() {
	d := p.list.Detail
	if d == nil {
		p.detail.Objects = []fyne.CanvasObject{container.NewVBox(screen.CentredWords(p.say("products-no-detail"), detailWidth))}
		p.detail.Refresh()
		return
	}
	parts := []fyne.CanvasObject{detailPicture(d), p.detailHead(d), p.detailChannels(d), p.detailChinese(d), p.detailProblems(d)}
	if p.session.Reaches(view.ProductPlace) {
		open := widget.NewButton(p.say("products-open"), func() { p.list.Open(d.ID, nil) }).As(widget.Primary)
		parts = append(parts, container.NewHBox(widget.Named(open, "products-open")))
	}
	p.detail.Objects = []fyne.CanvasObject{widget.Column(theme.Space4, parts...)}
	p.detail.Refresh()
	p.grid.Refresh()
}

func detailPicture(d *products.Detail) fyne.CanvasObject {
	if d.Picture == nil {
		icon := container.NewCenter(widget.NewIcon(theme.IconImage, theme.Faint))
		return widget.Fixed(0, screen.PictureHeight, widget.NewSurface(theme.Background, icon).Lined().Round(theme.CardRadius))
	}
	picture := canvas.NewImageFromImage(d.Picture)
	picture.FillMode = canvas.ImageFillContain
	return widget.Fixed(0, screen.PictureHeight, widget.NewSurface(theme.Background, picture).Lined().Round(theme.CardRadius).Inside(theme.Space1, theme.Space1))
}

func (p *Screen) detailHead(d *products.Detail) fyne.CanvasObject {
	about := d.SKU
	if d.Variants > 1 {
		about = screen.Joined(about, p.say("products-variants", "count", d.Variants))
	}
	return widget.Column(theme.Space1, widget.NewWrapped(d.Title).Section(), widget.NewSecondary(screen.Joined(about, d.Brand)).Cut())
}

func (p *Screen) detailChannels(d *products.Detail) fyne.CanvasObject {
	flow := widget.Flow(theme.Space1)
	for _, c := range d.Channels {
		word := p.say("products-channel", "channel", c.Name, "state", p.say("readiness-"+string(c.State)))
		flow.Add(widget.NewChip(word, screen.ToneOf(string(c.State))))
	}
	return flow
}

// detailChinese is the Chinese title with its length against the limit.
func (p *Screen) detailChinese(d *products.Detail) fyne.CanvasObject {
	count := widget.NewSecondary(p.say("products-bytes", "length", d.Length, "limit", d.Limit)).Right()
	if d.Length > d.Limit {
		count = count.In(theme.BadText)
	}
	head := container.NewBorder(nil, nil, widget.NewSecondary(p.say("column-chinese-title")), widget.Named(count, "products-bytes"))
	title := widget.NewWrapped(d.Chinese)
	if d.Chinese == "" {
		title = widget.NewWrapped(p.say("products-no-chinese")).In(theme.Muted)
	}
	return widget.Column(theme.Space1, head, widget.NewSurface(theme.Surface, title).Lined().Round(theme.ControlRadius).Inside(theme.Space2, theme.Space2))
}

// mostProblems is how many problems the detail lists; the product has all.
const mostProblems = 6

func (p *Screen) detailProblems(d *products.Detail) fyne.CanvasObject {
	lines := []fyne.CanvasObject{widget.NewGroup(p.say("products-problems"))}
	for i, problem := range d.Problems {
		if i == mostProblems {
			lines = append(lines, widget.NewSecondary(p.say("products-more-problems", "count", len(d.Problems)-i)))
			break
		}
		lines = append(lines, widget.Named(p.problemLine(problem), "problem:"+problem.Code))
	}
	if len(d.Problems) == 0 {
		lines = append(lines, widget.NewText(p.say("products-no-problems")).In(theme.OKText))
	}
	return widget.Column(theme.Space2, lines...)
}

// problemLine is a problem in words; a press opens the product where it is.
func (p *Screen) problemLine(problem products.ProblemLine) fyne.CanvasObject {
	dot := widget.NewDot(screen.SeverityColors[problem.Severity])
	mark := container.NewVBox(widget.Inset(theme.Space2-2, 0, widget.Fixed(8, 8, dot)))
	words := widget.NewWrapped(problem.Sentence).Small()
	about := widget.NewSecondary(screen.Joined(p.say("severity-"+string(problem.Severity)), problem.Channel))
	row := container.NewBorder(nil, nil, widget.Inset(0, theme.Space1, mark), nil, widget.Column(0, words, about))
	if !p.session.Reaches(view.ProductPlace) {
		return row
	}
	return widget.NewArea(row, func() {
		fix := problem.Fix
		fix.Among = p.list.Among()
		p.session.Go(fix)
	})
}
