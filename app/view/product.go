package view

import (
	"context"
	"slices"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// ProductState is what the screen of one product can show.
type ProductState uint8

// The states.
const (
	ProductNone    ProductState = iota // nobody has chosen one
	ProductLoading                     // the first time
	ProductReady
	ProductGone // it was deleted, and nothing was edited here
	ProductFailed
)

// ProductPart is what of a product has become another.
type ProductPart uint8

// The parts.
const (
	WholeProduct    ProductPart = iota // another product, or much of it
	ProductTexts                       // a text was typed: what can be saved, what is wrong with it
	ProductVariants                    // rows and columns of the variants
	ProductImages
	ProductChecks // what the channels say
	ProductPast   // the history
	ProductChinese
	ProductCursor // where the cursor is to stand
	ProductTabs   // which tab is shown
)

// Product is one product as it is edited as a whole: the draft, what was typed into
// its fields, and what channels say of it. It is kept by the session, so that a
// draft outlives the screen that shows it.
type Product struct {
	// Tell is called when a part is another; the screen sets it.
	Tell func(ProductPart)

	State    ProductState
	Err      error // of ProductFailed
	ID       catalog.ID
	Draft    *catalog.Product // must be edited by the methods only
	Tab      ProductTab
	Busy     bool            // it is being saved
	Wrong    string          // why it was not saved
	Clashes  []catalog.Clash // fields that somebody else has changed, too
	Deleted  bool            // somebody deleted it, and there is an edit that is not saved
	Channels []ProductChannel
	Past     *PastOfProduct  // nil until it is read
	Listing  *ProductListing // likewise

	session  *Session
	loaded   *catalog.Product // what the draft was made of
	defaults catalog.Defaults
	among    []catalog.ID
	at       int // of among; -1: not among them
	typed    map[ProductCell]typedText
	aim      Target // where the cursor is to go once the product is there
	edit     *Edit  // to be put back then
	cursor   *ProductCell
	caret    bool          // the cell of cursor is to be open
	came     Target        // what the person came for: the products stepped to are opened there, too
	lineAim  catalog.Field // of the Chinese: the line that is to be gone to once it is read
	then     func()        // what follows once it is saved
	forget   func()
	loading  Loading
	checking Loading
	check    struct{ busy, again bool }
	past     Loading
	listing  Loading
	pictures pictureBook
}

// Product is the product that is being edited. There is one for each session, so
// that an edit is not lost when the window is built anew.
func (s *Session) Product() *Product {
	if s.product == nil {
		s.product = &Product{session: s, Tab: DetailsTab, Tell: func(ProductPart) {}}
	}
	return s.product
}

// Receive is told which product to show, among which others, and what of it. A
// target without a product leaves what is shown.
func (p *Product) Receive(t Target) {
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
func (p *Product) reset(id catalog.ID) {
	p.stop()
	p.ID, p.State, p.Err = id, ProductLoading, nil
	p.Draft, p.loaded, p.Past, p.Listing, p.Channels = nil, nil, nil, nil, nil
	p.typed = map[ProductCell]typedText{}
	p.Busy, p.Wrong, p.Clashes, p.Deleted, p.cursor, p.then = false, "", nil, false, nil, nil
	p.pictures = pictureBook{}
}

// Enter reads the product, and again whenever the catalogue is written to.
func (p *Product) Enter() {
	if p.forget == nil {
		p.forget = p.session.OnChange(p.Load)
	}
	p.Tell(WholeProduct)
	p.Load()
}

// Leave ends all reading. The draft stays.
func (p *Product) Leave() {
	p.stop()
	if p.forget != nil {
		p.forget()
		p.forget = nil
	}
}

func (p *Product) stop() {
	for _, l := range []*Loading{&p.loading, &p.checking, &p.past, &p.listing, &p.pictures.loading} {
		l.Stop()
	}
	p.check.busy, p.check.again, p.pictures.busy = false, false, false
}

// Load reads the product. What was edited stays: what others have changed since is
// laid under it.
func (p *Product) Load() {
	if p.ID == "" {
		return
	}
	id := p.ID
	Load(p.loading.Start(), p.session, func(ctx context.Context) (workspace.Opened, error) {
		return p.session.Workspace.OpenProduct(ctx, id)
	}, p.show, p.fail)
}

func (p *Product) show(o workspace.Opened) {
	p.defaults, p.Deleted = o.Defaults, false
	switch {
	case p.loaded == nil || p.State != ProductReady:
		p.State, p.loaded, p.Draft, p.typed = ProductReady, o.Product, o.Product.Clone(), map[ProductCell]typedText{}
		p.Tell(WholeProduct)
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

// rebase takes over what others have changed.
func (p *Product) rebase(now *catalog.Product) {
	var clashes []catalog.Clash
	p.Draft, clashes = catalog.Rebase(p.loaded, p.Draft, now)
	p.loaded = now
	p.Clashes = append(p.Clashes, clashes...)
	p.settleTexts()
	p.Tell(WholeProduct)
}

func (p *Product) fail(err error) {
	gone := workspace.IsGone(err)
	if e := p.edit; gone && e != nil { // there is nothing to put it back into
		p.edit = nil
		p.session.TellLost(e.Text)
	}
	switch {
	case gone && p.State == ProductReady && p.Dirty():
		p.Deleted = true
	case gone:
		p.State = ProductGone
	case p.State == ProductReady:
		p.session.Fail(err) // what is edited here stays
		return
	default:
		p.State, p.Err = ProductFailed, err
	}
	p.Tell(WholeProduct)
}

// Place tells which of how many products this is, counted from 1; 0 where it
// stands alone.
func (p *Product) Place() (n, of int) {
	return p.at + 1, len(p.among)
}

// CanStep reports whether there is a product before (-1) or after (1) this one.
func (p *Product) CanStep(by int) bool {
	n, of := p.Place()
	return n > 0 && n+by >= 1 && n+by <= of
}

// Step goes to the product before or after this one. The window asks about an edit
// that is not saved.
func (p *Product) Step(by int) {
	if n, _ := p.Place(); p.CanStep(by) {
		p.session.Go(Target{Place: ProductPlace, Product: p.among[n-1+by], Among: p.among, Field: p.came.Field, Problem: p.came.Problem})
	}
}

// ReadOnly reports whether nothing can be edited.
func (p *Product) ReadOnly() bool { return p.session.Workspace.ReadOnly() != nil }

// isFixed reports whether nothing can be edited now.
func (p *Product) isFixed() bool { return p.State != ProductReady || p.ReadOnly() }

// Dirty reports whether there is an edit that is not saved.
func (p *Product) Dirty() bool {
	if p.State != ProductReady {
		return false
	}
	return p.Deleted || len(p.Refused()) > 0 || p.Listing.isTyped() || !p.Draft.Equal(p.loaded)
}

// Changes lists what would be saved, field by field.
func (p *Product) Changes() []catalog.CellChange {
	if p.State != ProductReady {
		return nil
	}
	return catalog.Diff(p.loaded, p.Draft)
}

// Discard makes the draft what was loaded.
func (p *Product) Discard() {
	p.session.ForgetDraft()
	if p.Deleted {
		p.reset(p.ID)
		p.State = ProductGone
		p.Tell(WholeProduct)
		return
	}
	p.Draft, p.typed, p.Clashes, p.Wrong, p.Listing = p.loaded.Clone(), map[ProductCell]typedText{}, nil, "", nil
	p.Tell(WholeProduct)
	if p.Tab == ChineseTab {
		p.loadListing()
	}
	p.startCheck()
	p.fetchPictures()
}

// Save writes the draft.
func (p *Product) Save() { p.SaveThen(nil) }

// SaveThen writes the draft and does something once it is saved. What cannot be
// saved is told, and the cursor put there.
func (p *Product) SaveThen(then func()) {
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
		p.Tell(ProductTexts)
		return
	}
	was, is, anew, w := p.loaded, p.Draft.Clone(), p.Deleted, p.session.Workspace
	p.Busy, p.Wrong, p.then = true, "", then
	p.Tell(ProductTexts)
	Write(p.session, p.session.Text.Say("job-save-product"), func(ctx context.Context, _ job.Progress) (workspace.EditResult, error) {
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

// saved tells how saving went. The session then has the product read again.
func (p *Product) saved(is *catalog.Product, err error) {
	p.Busy = false
	if err != nil {
		p.refuse(err)
		p.Tell(ProductTexts)
		return
	}
	p.session.ForgetDraft()
	p.loaded, p.Clashes, p.Deleted = is, nil, false
	p.settleTexts()
	p.Tell(WholeProduct)
}
