// Package products draws the list of all products, its facets, the product in detail and
// the edit of many products at once.
package products

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/products"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/catalog"
)

// Screen is the list of all products: views and filters to the left, the grid,
// the product under the cursor to the right.
type Screen struct {
	session *view.Session
	list    *products.Model
	columns []gridColumn

	grid    *grid.Grid
	heading *widget.Text
	chosen  *widget.Text
	bulk    *widget.Button
	chips   *fyne.Container
	bar     *fyne.Container // of all these
	state   *fyne.Container // in place of the grid where there is nothing to show
	views   *fyne.Container
	detail  *fyne.Container
	object  fyne.CanvasObject
	shown   shownList
	back    *view.Edit // to be put back once its row is there
}

// New makes the screen.
func New(s *view.Session) *Screen {
	p := &Screen{session: s, list: products.New(s), columns: listColumns(s)}
	p.views, p.detail = container.NewStack(), container.NewStack()
	middle := container.New(underBar{}, p.toolbar(), p.table())
	panes := container.New(threePanes{}, middle, p.rightPane(), p.leftPane())
	p.object = widget.NewSurface(theme.Line, panes) // which is seen between the panes
	p.list.OnList, p.list.OnRows = p.showList, p.showRows
	p.list.OnDetail = p.showDetail
	p.list.OnFacets, p.list.OnViews = p.showViews, p.showViews
	p.showDetail()
	p.showList()
	return p
}

func (p *Screen) say(code string, args ...any) string { return p.session.Text.Say(code, args...) }

// Object is what the window shows.
func (p *Screen) Object() fyne.CanvasObject { return p.object }

// Enter reads the list.
func (p *Screen) Enter() { p.list.Enter() }

// Leave ends reading. An edit that is still to be put back is offered another time.
func (p *Screen) Leave() {
	p.back = nil
	p.list.Leave()
}

// Search looks for words, as they are typed.
func (p *Screen) Search(words string) { p.list.Search(words) }

// Words are what is searched for.
func (p *Screen) Words() string { return p.list.Filter.Search }

// Receive shows the products that somebody was sent here for. An empty target
// leaves the list as it was.
func (p *Screen) Receive(t view.Target) {
	p.list.Receive(t)
	if t.Edit != nil {
		p.back = t.Edit
	}
}

// Focus gives the grid the keyboard.
func (p *Screen) Focus() { p.grid.Focus() }

// Shortcut gives the grid what it knows, when the keyboard is nowhere.
func (p *Screen) Shortcut(s fyne.Shortcut) bool {
	grid, ok := p.focusGrid().(fyne.Shortcutable)
	if ok {
		grid.TypedShortcut(s)
	}
	return ok
}

// focusGrid gives the grid the keyboard and returns what has it then.
func (p *Screen) focusGrid() fyne.Focusable {
	p.Focus()
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.grid); c != nil {
		return c.Focused()
	}
	return nil
}

// writable reports whether products can be edited: a catalogue may be open for reading
// only.
func (p *Screen) writable() bool { return p.session.Workspace.ReadOnly() == nil }

// Key deletes the chosen products by Del; the keys that move in the list go to it when
// nothing has them, so that nobody has to come there by Tab first.
func (p *Screen) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		if p.grid.Current() < 0 && name == fyne.KeyDown {
			name = fyne.KeyHome // from above the first row
		}
		if grid := p.focusGrid(); grid != nil {
			grid.TypedKey(&fyne.KeyEvent{Name: name})
			return true
		}
	}
	if name != fyne.KeyDelete || p.grid.Selection().Len() == 0 || !p.writable() {
		return false
	}
	p.delete()
	return true
}

// threePanes gives the panes at the sides their width and the middle the rest.
// Where it is narrow the left one goes first: the top bar searches, too. Tab comes to
// the middle first, then to the right: the left has many filters.
type threePanes struct{}

const (
	viewsWidth  float32 = 176
	detailWidth float32 = 288
	withViews   float32 = 1080
	withDetail  float32 = 760
)

func (threePanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := float32(0), float32(0)
	if size.Width >= withViews {
		left = viewsWidth
	}
	if size.Width >= withDetail {
		right = detailWidth
	}
	place := func(o fyne.CanvasObject, x, width float32) {
		if width <= 0 {
			o.Hide()
			return
		}
		o.Show()
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	place(objects[0], left, size.Width-left-right)
	place(objects[1], size.Width-right+1, max(right-1, 0))
	place(objects[2], 0, max(left-1, 0))
}

func (threePanes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, 240)
}

// underBar puts a bar above the rest, with a line of 1 between them.
type underBar struct{}

const barHeight float32 = 48

func (underBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, barHeight))
	objects[1].Move(fyne.NewPos(0, barHeight+1))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-barHeight-1)))
}

func (underBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[1].MinSize().Width, barHeight+objects[1].MinSize().Height)
}

func (p *Screen) toolbar() fyne.CanvasObject {
	p.heading = widget.NewSection("")
	p.chosen = widget.NewSecondary("")
	p.chips = widget.Row(theme.Space2)
	p.bulk = widget.NewButton(p.say("products-bulk"), p.openBulk).Small()
	var columns *widget.Button
	columns = widget.NewButton(p.say("products-columns"), func() { p.grid.ShowColumns(below(columns)) }).Small()
	var filter *widget.Button
	filter = widget.NewButton(p.say("products-filter"), func() { p.openFilter(below(filter)) }).WithIcon(theme.Icon(theme.IconPlus)).As(widget.Quiet).Small()
	left := widget.Row(theme.Space3, p.heading, widget.Named(filter, "products-filter"))
	right := widget.Row(
		theme.Space2, widget.Named(p.chosen, "products-chosen"),
		widget.Named(p.bulk, "products-bulk"), widget.Named(columns, "products-columns"),
	)
	p.bar = widget.Bordered(nil, nil, left, right, container.NewHScroll(p.chips))
	return widget.NewSurface(theme.Surface, widget.Inset(0, theme.Space4, p.bar))
}

// below is the place under an object, for what opens from it.
func below(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.Add(fyne.NewPos(0, o.Size().Height+theme.Space1))
}

func (p *Screen) table() fyne.CanvasObject {
	columns := make([]grid.Column, len(p.columns))
	for i, c := range p.columns {
		columns[i] = c.Column
	}
	p.grid = grid.New(listSource{p}, columns...)
	p.grid.OnShown = p.list.Show
	p.grid.OnSort = func(by grid.Sort) {
		p.list.SortBy(catalog.Sort{Field: catalog.Field(by.Key), Desc: by.Desc})
	}
	p.grid.OnCursor = p.inspect
	p.grid.OnSelect = p.showChosen
	if p.session.Reaches(view.ProductPlace) {
		p.grid.OnOpen = p.open
	}
	p.grid.OnCopy = p.copyRows
	if p.writable() {
		p.grid.OnCommit, p.grid.OnPaste, p.grid.OnDelete = p.commit, p.paste, p.delete
		p.grid.OnTyped, p.grid.OnEdited = p.keepEdit, p.session.ForgetDraft
	}
	p.grid.OnMenu = p.menu
	p.grid.OnArrange = keepArrangement
	p.grid.Arrange(keptArrangement())
	p.state = container.NewStack()
	p.state.Hide()
	return container.NewStack(widget.Named(p.grid, "products-grid"), p.state)
}

// showList shows another list.
func (p *Screen) showList() {
	if p.list.State != view.ListLoading {
		p.session.ReportWords(p.list.Filter.Search)
	}
	p.heading.SetText(p.say("products-counting"))
	if p.list.IsCounted() {
		p.heading.SetText(p.say("products-count", "count", p.list.Len()))
	}
	p.showChips()
	p.grid.SetSort(grid.Sort{Key: string(p.list.Sort.Field), Desc: p.list.Sort.Desc})
	if list := listOf(p.list); list.isSame(p.shown) {
		p.grid.Reload()
	} else {
		p.shown = list
		p.grid.Reset()
	}
	p.showChosen()
	p.showState()
	switch {
	case p.list.State != view.ListReady:
		p.list.CloseDetail()
	case p.grid.Current() < 0:
		p.inspect(0)
	case p.list.Detail == nil: // it was left before it was there
		p.inspect(p.grid.Current())
	}
	p.putBack()
}

// shownList is what makes a list another one.
type shownList struct {
	filter catalog.Filter
	picks  []catalog.FindingFilter
	sort   catalog.Sort
	begun  bool
}

func listOf(l *products.Model) shownList { return shownList{l.Filter, l.Picks, l.Sort, true} }

func (s shownList) isSame(t shownList) bool { return reflect.DeepEqual(s, t) }

func (p *Screen) showChosen() {
	n := p.grid.Selection().Len()
	p.chosen.SetText("")
	if n > 0 {
		p.chosen.SetText(p.say("products-selected", "count", n))
	}
	p.bulk.Allow(n > 0 && p.writable())
	p.bar.Refresh() // its words have other widths now
}

// inspect shows the product of a row in detail.
func (p *Screen) inspect(row int) {
	if id, ok := p.list.ID(row); ok {
		p.list.Inspect(id)
	}
}

// open opens the product of a row. Where several are chosen these are stepped
// through, otherwise the whole list.
func (p *Screen) open(row int) {
	id, ok := p.list.ID(row)
	if !ok {
		return
	}
	if p.grid.Selection().Len() > 1 {
		p.list.Open(id, p.selected())
	} else {
		p.list.Open(id, nil)
	}
}

// selected are the chosen products, in the order of the list.
func (p *Screen) selected() []catalog.ID {
	keys := p.grid.Selection().Keys(listSource{p})
	ids := make([]catalog.ID, len(keys))
	for i, key := range keys {
		ids[i] = catalog.ID(key)
	}
	return ids
}
