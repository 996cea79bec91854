// Package product is the view model of one product that is edited as a whole: its
// fields, variants, pictures, Chinese listing and history, and what channels say of it.
package product

import (
	"context"
	"slices"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// State is what the screen of one product can show.
type State uint8

// The states.
const (
	StateNone    State = iota // nobody has chosen one
	StateLoading              // the first time
	StateReady
	StateGone // it was deleted, and nothing was edited here
	StateFailed
)

// Part is what of a product has become another.
type Part uint8

// The parts.
const (
	PartWhole    Part = iota // another product, or much of it
	PartTexts                // a text was typed: what can be saved, what is wrong with it
	PartVariants             // rows and columns of the variants
	PartImages
	PartChecks // what the channels say
	PartPast   // the history
	PartChinese
	PartCursor // where the cursor is to be
	PartTabs   // which tab is shown
)

// Model is one product as it is edited as a whole: the draft, what was typed into
// its fields, and what channels say of it. It is kept by the session, so that a
// draft outlives the screen that shows it.
type Model struct {
	// Changed is called when a part changes; the screen sets it.
	Changed func(Part)

	State    State
	Err      error // of StateFailed
	ID       catalog.ID
	Draft    *catalog.Product // must be edited by the methods only
	Tab      Tab
	Busy     bool            // it is being saved
	Wrong    string          // why it was not saved
	Clashes  []catalog.Clash // fields that another user has changed, too
	Deleted  bool            // somebody deleted it, and there is an edit that is not saved
	Channels []Channel
	Past     *Past    // nil until it is read
	Listing  *Listing // likewise

	session  *view.Session
	loaded   *catalog.Product // what the draft was made of
	defaults catalog.Defaults
	among    []catalog.ID
	at       int // of among; -1: not among them
	typed    map[Cell]typedText
	aim      view.Target // where the cursor is to go once the product is there
	edit     *view.Edit  // to be put back then
	cursor   *Cell
	caret    bool          // the cell of cursor is to be open
	came     view.Target   // what the person came for: the products stepped to are opened there, too
	lineAim  catalog.Field // of the Chinese: the line that is to be gone to once it is read
	then     func()        // what follows once it is saved
	forget   func()
	loading  view.Loading
	checking view.Loading
	check    struct{ busy, again bool }
	past     view.Loading
	listing  view.Loading
	pictures pictureBook
}

// Of is the product that is being edited. There is one for each session, so
// that an edit is not lost when the window is built anew.
func Of(s *view.Session) *Model {
	return view.Keep(s, func() *Model { return newModel(s) })
}

func newModel(s *view.Session) *Model {
	return &Model{session: s, Tab: DetailsTab, Changed: func(Part) {}}
}

// Receive is given which product to show, among which products, and what of it. A
// target without a product leaves what is shown.
func (p *Model) Receive(t view.Target) {
	if t.Product == "" {
		return
	}
	if len(t.Among) > 0 {
		p.among = t.Among
	} else if !slices.Contains(p.among, t.Product) {
		p.among = nil
	}
	p.aim, p.came, p.edit = t, t, t.Edit
	p.at = slices.Index(p.among, t.Product)
	if t.Product != p.ID {
		p.reset(t.Product)
	}
}

// reset begins with another product, of which nothing is known yet.
func (p *Model) reset(id catalog.ID) {
	p.stop()
	p.ID, p.State, p.Err = id, StateLoading, nil
	p.Draft, p.loaded, p.Past, p.Listing, p.Channels = nil, nil, nil, nil, nil
	p.typed = map[Cell]typedText{}
	p.Busy, p.Wrong, p.Clashes, p.Deleted, p.cursor, p.then = false, "", nil, false, nil, nil
	p.pictures = pictureBook{}
}

// Enter reads the product, and again whenever the catalogue is written to.
func (p *Model) Enter() {
	if p.forget == nil {
		p.forget = p.session.OnChange(p.Load)
	}
	p.Changed(PartWhole)
	p.Load()
}

// Leave ends all reading. The draft stays.
func (p *Model) Leave() {
	p.stop()
	if p.forget != nil {
		p.forget()
		p.forget = nil
	}
}

func (p *Model) stop() {
	for _, l := range []*view.Loading{&p.loading, &p.checking, &p.past, &p.listing, &p.pictures.loading} {
		l.Stop()
	}
	p.check.busy, p.check.again, p.pictures.busy = false, false, false
}

// Load reads the product. What was edited stays: what other users have changed since is
// laid under it.
func (p *Model) Load() {
	if p.ID == "" {
		return
	}
	id := p.ID
	view.Load(p.loading.Start(), p.session, func(ctx context.Context) (workspace.Opened, error) {
		return p.session.Workspace.OpenProduct(ctx, id)
	}, p.show, p.fail)
}

func (p *Model) show(o workspace.Opened) {
	p.defaults, p.Deleted = o.Defaults, false
	switch {
	case p.loaded == nil || p.State != StateReady:
		p.State, p.loaded, p.Draft, p.typed = StateReady, o.Product, o.Product.Clone(), map[Cell]typedText{}
		p.Changed(PartWhole)
	case !p.loaded.Equal(o.Product):
		p.rebase(o.Product)
	}
	p.aimAt()
	p.putBack()
	p.startCheck()
	p.fetchPictures()
	if p.Past != nil || p.Tab == HistoryTab {
		p.loadPast()
	}
	if p.Listing != nil || p.Tab == ChineseTab {
		p.loadListing()
	}
}

// rebase takes over what other users have changed.
func (p *Model) rebase(now *catalog.Product) {
	var clashes []catalog.Clash
	p.Draft, clashes = catalog.Rebase(p.loaded, p.Draft, now)
	p.loaded = now
	p.Clashes = append(p.Clashes, clashes...)
	p.forgetReadable()
	p.Changed(PartWhole)
}

func (p *Model) fail(err error) {
	gone := workspace.IsGone(err)
	if e := p.edit; gone && e != nil { // there is nothing to put it back into
		p.edit = nil
		p.session.ReportLost(e.Text)
	}
	switch {
	case gone && p.State == StateReady && p.Dirty():
		p.Deleted = true
	case gone:
		p.State = StateGone
	case p.State == StateReady:
		p.session.Fail(err) // what is edited here stays
		return
	default:
		p.State, p.Err = StateFailed, err
	}
	p.Changed(PartWhole)
}

// Place says which of how many products this is, counted from 1; 0 where it
// is alone.
func (p *Model) Place() (n, of int) {
	return p.at + 1, len(p.among)
}

// CanStep reports whether there is a product before (-1) or after (1) this one.
func (p *Model) CanStep(by int) bool {
	n, of := p.Place()
	return n > 0 && n+by >= 1 && n+by <= of
}

// Step goes to the product before or after this one. The window asks about an edit
// that is not saved.
func (p *Model) Step(by int) {
	if n, _ := p.Place(); p.CanStep(by) {
		p.session.Go(view.Target{Place: view.ProductPlace, Product: p.among[n-1+by], Among: p.among, Field: p.came.Field, Problem: p.came.Problem})
	}
}

// ReadOnly reports whether nothing can be edited.
func (p *Model) ReadOnly() bool { return p.session.Workspace.ReadOnly() != nil }

// isFixed reports whether nothing can be edited now.
func (p *Model) isFixed() bool { return p.State != StateReady || p.ReadOnly() }

// Dirty reports whether there is an edit that is not saved.
func (p *Model) Dirty() bool {
	if p.State != StateReady {
		return false
	}
	return p.Deleted || len(p.Refused()) > 0 || p.Listing.isTyped() || !p.Draft.Equal(p.loaded)
}

// Changes lists what would be saved, field by field.
func (p *Model) Changes() []catalog.CellChange {
	if p.State != StateReady {
		return nil
	}
	return catalog.Diff(p.loaded, p.Draft)
}

// Discard makes the draft what was loaded.
func (p *Model) Discard() {
	p.session.ForgetDraft()
	if p.Deleted {
		p.reset(p.ID)
		p.State = StateGone
		p.Changed(PartWhole)
		return
	}
	p.Draft, p.typed, p.Clashes, p.Wrong, p.Listing = p.loaded.Clone(), map[Cell]typedText{}, nil, "", nil
	p.Changed(PartWhole)
	if p.Tab == ChineseTab {
		p.loadListing()
	}
	p.startCheck()
	p.fetchPictures()
}

// Save writes the draft.
func (p *Model) Save() { p.SaveThen(nil) }

// SaveThen writes the draft and does something once it is saved. What cannot be
// saved is explained, and the cursor put there.
func (p *Model) SaveThen(then func()) {
	if p.Busy {
		p.then = then // instead of what was to follow before
		return
	}
	if !p.Dirty() {
		return
	}
	p.KeepLine()
	if refused := p.Refused(); len(refused) > 0 {
		p.Wrong = p.session.Text.Say("product-not-valid", "count", len(refused))
		p.GoTo(refused[0])
		p.Changed(PartTexts)
		return
	}
	was, is, anew, w := p.loaded, p.Draft.Clone(), p.Deleted, p.session.Workspace
	p.Busy, p.Wrong, p.then = true, "", then
	p.Changed(PartTexts)
	view.Write(p.session, p.session.Text.Say("job-save-product"), func(ctx context.Context, _ job.Progress) (workspace.EditResult, error) {
		if anew {
			return w.SaveAnew(ctx, is)
		}
		return w.SaveProduct(ctx, was, is)
	}, func(_ workspace.EditResult, err error) {
		if p.ID != is.ID {
			return
		}
		p.saved(is, err)
		if then := p.then; err == nil && then != nil && !p.Dirty() {
			p.then = nil
			then()
		}
	})
}

// saved says how saving went. The session then has the product read again.
func (p *Model) saved(is *catalog.Product, err error) {
	p.Busy = false
	if err != nil {
		p.refuse(err)
		p.Changed(PartTexts)
		return
	}
	p.session.ForgetDraft()
	p.loaded, p.Clashes, p.Deleted = is, nil, false
	p.forgetReadable()
	p.Changed(PartWhole)
}
