package product

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Tab is a part of a product's screen.
type Tab string

// The tabs.
const (
	DetailsTab  Tab = "details"
	VariantsTab Tab = "variants"
	ImagesTab   Tab = "images"
	ChineseTab  Tab = "chinese"
	ShippingTab Tab = "shipping"
	ChannelsTab Tab = "channels"
	HistoryTab  Tab = "history"
)

// Cell is a field of a product, or of one of its variants.
type Cell struct {
	Variant catalog.ID // "": the product's own
	Field   catalog.Field
	Picture string // source of the picture that a problem is about; "" for none
}

// typedText is a text as a person typed it, and what is wrong with it.
type typedText struct {
	text     string
	problems []catalog.Problem
}

// ShowTab shows another tab.
func (p *Model) ShowTab(t Tab) {
	p.KeepLine()
	p.Tab = t
	p.Changed(PartTabs)
	switch {
	case p.State != StateReady:
	case t == HistoryTab:
		p.loadPast()
	case t == ChineseTab:
		p.loadListing()
	}
}

// TakeCursor returns the field that the cursor is to be put on, once.
func (p *Model) TakeCursor() (Cell, bool) {
	if p.cursor == nil {
		return Cell{}, false
	}
	cell := *p.cursor
	p.cursor = nil
	return cell, true
}

// Text is what is in a field: what was typed, otherwise what the draft has.
func (p *Model) Text(cell Cell) string {
	if t, ok := p.typed[cell]; ok {
		return t.text
	}
	info, ok := catalog.LookupField(cell.Field)
	if !ok || p.Draft == nil {
		return ""
	}
	text := info.Get(p.Draft, p.variant(cell.Variant))
	if info.Kind == catalog.KindList && info.Level == catalog.ProductLevel {
		text = strings.ReplaceAll(text, "\n", ", ") // on one line, as it is read again
	}
	return text
}

// Problem says what is wrong with what was typed into a field, and whether it
// cannot be saved.
func (p *Model) Problem(cell Cell) (sentence string, blocked bool) {
	t := p.typed[cell]
	for _, severity := range []catalog.Severity{catalog.Blocked, catalog.Warning, catalog.Info} {
		for _, problem := range t.problems {
			if problem.Severity == severity {
				return p.session.Text.Problem(problem), severity == catalog.Blocked
			}
		}
	}
	return "", false
}

// Set types a text into a field. One that cannot be read is kept with its problem,
// and keeps the product from being saved.
func (p *Model) Set(cell Cell, text string) {
	if p.isFixed() {
		return
	}
	if cell.Field == catalog.FieldTitle {
		text = strings.ReplaceAll(text, "\n", " ") // as it comes from the clipboard
	}
	p.write(cell, text)
	p.keep(view.Edit{Field: cell.Field, Text: text, Unread: catalog.Worst(p.typed[cell].problems) == catalog.Blocked})
	p.Wrong = ""
	p.Changed(PartTexts)
	p.startCheck()
}

func (p *Model) write(cell Cell, text string) {
	info, ok := catalog.LookupField(cell.Field)
	v := p.variant(cell.Variant)
	if !ok || info.Level == catalog.VariantLevel && v == nil {
		return
	}
	p.typed[cell] = typedText{text, info.Set(p.Draft, v, text, p.defaults)}
}

func (p *Model) variant(id catalog.ID) *catalog.Variant {
	if p.Draft == nil || id == "" {
		return nil
	}
	i := slices.IndexFunc(p.Draft.Variants, func(v catalog.Variant) bool { return v.ID == id })
	if i < 0 {
		return nil
	}
	return &p.Draft.Variants[i]
}

// Refused lists the fields whose text cannot be saved, in the order of the tabs.
func (p *Model) Refused() []Cell {
	var cells []Cell
	for cell, t := range p.typed {
		if catalog.Worst(t.problems) == catalog.Blocked {
			cells = append(cells, cell)
		}
	}
	slices.SortFunc(cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(TabOf(a.Field), TabOf(b.Field)), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Variant, b.Variant))
	})
	return cells
}

// forgetReadable forgets what was typed and can be read: it is in the draft.
func (p *Model) forgetReadable() {
	for cell, t := range p.typed {
		if catalog.Worst(t.problems) != catalog.Blocked || cell.Variant != "" && p.variant(cell.Variant) == nil {
			delete(p.typed, cell)
		}
	}
}

// notAccepted is the code of a listing that cannot be accepted; why follows it.
const notAccepted = "listing-not-accepted"

// refuse says why the draft was not saved, and goes where the reason is.
func (p *Model) refuse(err error) {
	var refused *workspace.RefusedError
	var conflict *workspace.ConflictError
	switch {
	case errors.As(err, &refused):
		wrong := refused.Problems[0]
		p.Wrong = p.session.Text.Problem(wrong)
		if wrong.Code == notAccepted && len(refused.Problems) > 1 {
			wrong = refused.Problems[1] // why it is not
			p.Wrong += " " + p.session.Text.Problem(wrong)
		}
		p.GoTo(p.cellOf(wrong))
	case errors.As(err, &conflict):
		p.rebase(conflict.Now)
		p.Wrong = p.session.Text.Error(err)
	case workspace.IsGone(err):
		p.Deleted = true
		p.Changed(PartWhole)
	default:
		p.Wrong = p.session.Text.Error(err)
	}
}

// TakeTheirs gives up what was changed here where another user has changed the
// same.
func (p *Model) TakeTheirs() {
	for _, c := range p.Clashes {
		p.takeTheirs(c)
	}
	p.Clashes, p.Wrong = nil, ""
	p.forgetReadable()
	p.Changed(PartWhole)
	p.startCheck()
	p.fetchPictures()
}

func (p *Model) takeTheirs(c catalog.Clash) {
	base, locale, isListing := c.Field.Locale()
	info, _ := catalog.LookupField(c.Field)
	switch {
	case isListing && base == catalog.ListingTitle:
		p.Draft.Listings = slices.DeleteFunc(p.Draft.Listings, func(l catalog.Listing) bool { return l.Locale == locale })
		if l := p.loaded.Listing(locale); l != nil {
			*p.Draft.EnsureListing(locale) = l.Clone()
		}
	case c.Field == catalog.FieldImages:
		p.Draft.Images = p.loaded.Clone().Images
	case c.Variant != "":
		p.takeTheirVariant(c, info)
	default:
		info.Set(p.Draft, nil, c.Theirs, p.defaults)
	}
}

// takeTheirVariant takes over a field of a variant, or that they took it out, or
// that they kept it.
func (p *Model) takeTheirVariant(c catalog.Clash, info catalog.FieldInfo) {
	mine, theirs := p.variant(c.Variant), p.loaded.Clone().Variants
	at := slices.IndexFunc(theirs, func(v catalog.Variant) bool { return v.ID == c.Variant })
	switch {
	case at < 0:
		p.Draft.RemoveVariant(c.Variant)
	case mine == nil:
		p.Draft.Variants = slices.Insert(p.Draft.Variants, min(at, len(p.Draft.Variants)), theirs[at])
	default:
		info.Set(p.Draft, mine, c.Theirs, p.defaults)
	}
}

// KeepMine says that the differences were looked at: saving keeps what is here.
func (p *Model) KeepMine() {
	p.Clashes, p.Wrong = nil, ""
	p.Changed(PartWhole)
}
