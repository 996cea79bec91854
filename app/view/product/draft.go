package product

import (
	"tradewind.app/app/view"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// keep keeps the edit that is not saved, for the case that the program ends: all of
// it, named by what was edited last.
func (p *Model) keep(last view.Edit) {
	if !p.Dirty() {
		p.session.ForgetDraft() // it was taken back by hand
		return
	}
	last.Place, last.Product, last.Name, last.Was = view.ProductPlace, p.ID, p.loaded.Title, p.loaded
	if skus := p.loaded.SKUs(); last.Name == "" && len(skus) > 0 {
		last.Name = skus[0]
	}
	if last.Is == nil {
		last.Is = p.Draft.Clone()
	}
	p.session.KeepDraft(last)
}

// keepDraft keeps an edit that was not typed into one of the product's own fields;
// a text that is in one of those and cannot be read goes with it.
func (p *Model) keepDraft() {
	var last view.Edit
	if refused, changes := p.Refused(), p.Changes(); len(refused) > 0 {
		last = view.Edit{Field: refused[0].Field, Text: p.Text(refused[0]), Unread: true}
	} else if len(changes) > 0 {
		c := changes[len(changes)-1]
		last = view.Edit{Field: c.Field, Text: c.After}
	}
	p.keep(last)
}

// keepLineDraft keeps what is being typed into a line of the Chinese as if the line
// had been left.
func (p *Model) keepLineDraft() {
	l := p.Listing
	if !l.isTyped() {
		p.keepDraft()
		return
	}
	line, is := l.Current().Line, p.Draft.Clone()
	localize.WriteLine(is, l.work.Suggestion, line, l.Typed, p.session.Workspace.Author())
	p.keep(view.Edit{Field: line.Field.At(l.work.Listing.Locale), Part: line.Part, Text: l.Typed, Is: is})
}

// putBack makes the draft what it was when the program ended; what other users have
// changed since is kept.
func (p *Model) putBack() {
	e := p.edit
	if p.edit = nil; e == nil || e.Product != p.ID || p.ReadOnly() {
		return
	}
	if e.Was != nil && e.Is != nil {
		p.Draft, p.Clashes = catalog.Rebase(e.Was, e.Is, p.loaded)
	}
	p.edited(PartWhole)
	if e.Is == nil || e.Unread {
		p.Set(Cell{Field: e.Field}, e.Text)
		p.Changed(PartWhole)
	}
	p.GoTo(p.cellOf(catalog.Problem{Field: string(e.Field)}))
}
