package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
)

// began is when the program did.
var began = time.Now()

// narrowBelow is the width of a window under which the rail is icons alone.
const narrowBelow = 1100

// frame lays the window out: body, status line, rail, top bar. They are in the order
// in which Tab goes through them: it begins in what the person came for, not in the
// ways that lead away from it. A first run has the body alone.
type frame struct{ w *window }

func (f *frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, status, rail, top := objects[0], objects[1], objects[2], objects[3]
	bare := f.w.session.Workspace == nil
	for _, o := range []fyne.CanvasObject{rail, top, status} {
		if o.Visible() == bare {
			setVisible(o, !bare)
		}
	}
	if bare {
		body.Move(fyne.NewPos(0, 0))
		body.Resize(size)
		return
	}
	if f.w.shown == 0 {
		f.w.shown = time.Since(began)
	}
	width := theme.RailWidth
	if size.Width < narrowBelow {
		width = theme.RailNarrow
	}
	f.w.rail.setNarrow(width == theme.RailNarrow)
	rail.Resize(fyne.NewSize(width, size.Height-theme.StatusHeight))
	top.Move(fyne.NewPos(width, 0))
	top.Resize(fyne.NewSize(size.Width-width, theme.TopHeight))
	body.Move(fyne.NewPos(width, theme.TopHeight))
	body.Resize(fyne.NewSize(size.Width-width, size.Height-theme.TopHeight-theme.StatusHeight))
	status.Move(fyne.NewPos(0, size.Height-theme.StatusHeight))
	status.Resize(fyne.NewSize(size.Width, theme.StatusHeight))
}

// MinSize is the smallest window's. What a screen would like to have is not asked:
// otherwise a long text could make the window wider than the desk. With the menu it is
// lower than half of a laptop's screen, where 200 % has to fit.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
		return
	}
	o.Hide()
}

// rail is the list of places at the left.
type rail struct {
	object fyne.CanvasObject
	name   *widget.Text
	items  map[view.Place]*widget.RailItem
}

func newRail(w *window) *rail {
	r := &rail{items: map[view.Place]*widget.RailItem{}, name: widget.NewSection(Name)}
	mark := widget.Fixed(theme.Space6, theme.Space6, widget.NewSurface(theme.Accent, container.NewCenter(widget.NewIcon(theme.IconSail, theme.OnAccent))).Round(theme.ControlRadius))
	head := widget.Inset(theme.Space4, theme.Space2, widget.Row(theme.Space3, mark, r.name))
	list := widget.Column(theme.Space1, head)
	for _, p := range railPlaces() {
		i := widget.NewRailItem(theme.Icon(p.icon), w.session.Text.Say(p.code), func() { w.goTo(view.Target{Place: p.at}) })
		r.items[p.at] = i
		list.Add(widget.Named(i, "rail:"+string(p.at)))
	}
	r.object = newSide(widget.NewSurface(theme.Surface, widget.Inset(0, theme.Space3, list)), rightSide)
	return r
}

func (r *rail) setNarrow(narrow bool) {
	if r.name.Visible() == narrow {
		setVisible(r.name, !narrow)
	}
	for _, i := range r.items {
		i.SetNarrow(narrow)
	}
}

func (r *rail) setCurrent(at view.Place) {
	if at == view.ProductPlace {
		at = view.ProductsPlace
	}
	for place, i := range r.items {
		i.SetCurrent(place == at)
	}
}

// count shows how many products there are, wait for Chinese, and could go to a channel.
func (r *rail) count(s workspace.Standing, known bool) {
	for at, n := range map[view.Place]int{view.ProductsPlace: s.Products, view.LocalizePlace: s.Untranslated, view.ExportPlace: s.Able} {
		if i := r.items[at]; i != nil && known {
			i.SetCount(text.Count(int64(n)))
		}
	}
}

// topBar is the search field and the road.
type topBar struct {
	object fyne.CanvasObject
	row    *fyne.Container
	search *input.SearchField
	steps  []*widget.Step
}

// searchWidth is the search field's width.
const searchWidth = 340

func newTopBar(w *window) *topBar {
	t := &topBar{search: input.NewSearchField(w.session.Text.Say("search-hint"), w.searched)}
	t.search.Leave = func() { w.win.Canvas().Unfocus() }
	road := widget.Row(theme.Space1)
	for i, step := range w.road.Steps() {
		s := widget.NewStep(w.session.Text.Say(step.Code), func() { w.goTo(step.To) })
		t.steps = append(t.steps, s)
		if i > 0 {
			road.Add(widget.NewText("›").In(theme.Faint))
		}
		road.Add(widget.Named(s, step.Role))
	}
	t.row = container.New(topRow{}, widget.Named(t.search, "search"), road)
	t.object = newSide(widget.NewSurface(theme.Surface, widget.Inset(theme.Space2, theme.Space6, t.row)), bottomSide)
	return t
}

// topRow gives the road what it needs, at the right, and the search field the
// rest, up to its width.
type topRow struct{}

func (topRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	search, road := objects[0], objects[1]
	need := road.MinSize()
	road.Resize(need)
	road.Move(fyne.NewPos(size.Width-need.Width, (size.Height-need.Height)/2))
	high := search.MinSize().Height
	search.Resize(fyne.NewSize(max(0, min(searchWidth, size.Width-need.Width-theme.Space4)), high))
	search.Move(fyne.NewPos(0, (size.Height-high)/2))
}

func (topRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, theme.ControlHeight) }

func (t *topBar) count(steps []view.Step) {
	for i, s := range steps {
		if s.Count >= 0 {
			t.steps[i].SetCount(text.Count(int64(s.Count)))
		}
	}
	t.row.Refresh() // the steps have another width
}

// edge is a side of a part of the frame that has a line.
type edge uint8

const (
	rightSide edge = iota
	bottomSide
	topSide
)

// newSide draws a line along one side of a part of the frame.
func newSide(o fyne.CanvasObject, at edge) fyne.CanvasObject {
	return container.New(side{at}, o, widget.NewSurface(theme.Line, widget.Gap(1, 1)))
}

type side struct{ at edge }

func (s side) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	line := objects[1]
	switch s.at {
	case rightSide:
		line.Resize(fyne.NewSize(1, size.Height))
		line.Move(fyne.NewPos(size.Width-1, 0))
	case bottomSide:
		line.Resize(fyne.NewSize(size.Width, 1))
		line.Move(fyne.NewPos(0, size.Height-1))
	case topSide:
		line.Resize(fyne.NewSize(size.Width, 1))
	}
}

func (side) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
