package products

import (
	"context"
	"slices"
	"time"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// followAfter is how long after an edit the list and what is counted are read again:
// who edits one cell after another does not wait for them.
const followAfter = 250 * time.Millisecond

// changed reads again what was written to. Where that is fields of products and nothing
// more, their rows come at once; whether they are in their places, and what is counted,
// follows a moment later.
func (p *Model) changed(c workspace.Changes) {
	if !c.OnlyEdits() || p.State != view.ListReady || p.begun {
		p.reload()
		return
	}
	p.rereadRows(c.Changed)
	if p.Detail != nil && c.Touches(p.Detail.ID) {
		p.Inspect(p.Detail.ID)
	}
	p.moved = p.moved || p.dependsOn(c.Fields)
	p.later(p.follow)
}

// rereadRows reads the rows of products that were read before.
func (p *Model) rereadRows(ids []catalog.ID) {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id catalog.ID) bool { return p.RowOf(id) == nil })
	if len(ids) == 0 {
		return
	}
	w := p.session.Workspace
	view.Load(p.reading, p.session, func(ctx context.Context) ([]workspace.Row, error) {
		return w.Rows(ctx, ids)
	}, func(rows []workspace.Row) {
		for _, row := range rows {
			p.keep(row)
		}
		p.OnRows()
	}, p.fail)
}

// dependsOn reports whether fields decide which products the list has, or where they
// are in it. What was found about products is watched apart.
func (p *Model) dependsOn(fields []catalog.Field) bool {
	if p.Filter.Search != "" || p.Filter.Unfinished != "" || p.Filter.Stale != "" || !isUnaffected(p.Sort.Field, fields) {
		return true
	}
	return slices.ContainsFunc(p.Filter.Where, func(c catalog.Condition) bool { return !isUnaffected(c.Field, fields) })
}

// isUnaffected reports whether what depends on a field remains as it is when some fields
// were written to.
func isUnaffected(field catalog.Field, written []catalog.Field) bool {
	if field == "" {
		return true
	}
	_, known := catalog.LookupField(field)
	return known && !slices.Contains(written, field)
}

// later does something after a pause in which it is not asked for again.
func (p *Model) later(do func()) {
	if p.stopLater != nil {
		p.stopLater()
		p.stopLater = nil
	}
	if p.session.After == nil {
		do()
		return
	}
	p.stopLater = p.session.After(followAfter, do)
}

// follow reads the list again where it may have changed, and counts.
func (p *Model) follow() {
	p.stopLater = nil
	if p.forget == nil { // it was left meanwhile
		return
	}
	if p.moved {
		p.moved = false
		p.loadIDs(p.begin())
		return
	}
	p.loadFacets(p.reading)
}
