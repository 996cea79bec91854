package products

import (
	"context"
	"image"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// What the rows in view need is read in three steps, one piece of each at a time:
// the rows, their lights, their pictures. When a piece has come the next is asked
// for by what is in view then, so that scrolling far leaves no queue behind.

const (
	atOnce       = 192 // rows
	lightsAtOnce = 192
	mostPictures = 400
	thumbnail    = 64 // px, twice what a row shows, for displays of 200 %
)

// picture is a thumbnail; nil where the source has none that can be shown.
type picture struct{ image image.Image }

func (p *Model) fetch() {
	p.fetchRows()
	p.fetchLights()
	p.fetchPictures()
}

// load reads a piece for this list.
func load[T any](p *Model, busy *bool, work func(context.Context, *workspace.Workspace) (T, error), show func(T)) {
	*busy = true
	ctx, w := p.reading, p.session.Workspace
	view.Load(ctx, p.session, func(ctx context.Context) (T, error) { return work(ctx, w) }, func(result T) {
		*busy = false
		show(result)
		p.OnRows()
		p.fetch()
	}, func(err error) {
		*busy = false
		p.fail(err)
	})
}

func (p *Model) fetchRows() {
	ids := p.missing(p.first-aheadRows, p.last+aheadRows, atOnce, func(r *Row) bool { return r == nil || r.version != p.version })
	if p.busy.rows || len(ids) == 0 {
		return
	}
	load(p, &p.busy.rows, func(ctx context.Context, w *workspace.Workspace) ([]workspace.Row, error) {
		return w.Rows(ctx, ids)
	}, func(rows []workspace.Row) {
		for _, row := range rows {
			p.keep(row)
		}
		p.gone(ids)
	})
}

// gone notes products that were deleted since the list was read: an empty row
// represents them until the list is read again.
func (p *Model) gone(ids []catalog.ID) {
	for _, id := range ids {
		if r, ok := p.rows.get(id); !ok || r.version != p.version {
			p.keep(workspace.Row{ID: id})
		}
	}
}

// Read reads the rows of products, wherever they are, and gives them to use: what
// is done with many rows at once does not depend on which were looked at.
func (p *Model) Read(ids []catalog.ID, use func([]*Row)) {
	w := p.session.Workspace
	view.Load(p.reading, p.session, func(ctx context.Context) ([]workspace.Row, error) {
		return w.Rows(ctx, ids)
	}, func(rows []workspace.Row) {
		read := make([]*Row, len(rows))
		for i, row := range rows {
			read[i] = &Row{Row: row, Price: priceOf(row, p.session.Text)}
		}
		use(read)
	}, p.session.Fail)
}

func (p *Model) fetchLights() {
	ids := p.missing(p.first, p.last, lightsAtOnce, func(r *Row) bool { return r != nil && r.lit != p.found })
	if p.busy.lights || len(ids) == 0 {
		return
	}
	found := p.found
	load(p, &p.busy.lights, func(ctx context.Context, w *workspace.Workspace) (map[catalog.ID][]export.Readiness, error) {
		return w.Lights(ctx, ids)
	}, func(lights map[catalog.ID][]export.Readiness) {
		for _, id := range ids {
			if r, ok := p.rows.get(id); ok {
				if states, ok := lights[id]; ok { // otherwise they are about to be found anew
					r.Lights = states
				}
				r.lit = found
			}
		}
	})
}

// missing lists the products of some rows that lack something.
func (p *Model) missing(from, to, most int, lacks func(*Row) bool) []catalog.ID {
	var ids []catalog.ID
	for row := max(from, 0); row <= to && row < len(p.ids) && len(ids) < most; row++ {
		r, _ := p.rows.get(p.ids[row])
		if lacks(r) {
			ids = append(ids, p.ids[row])
		}
	}
	return ids
}

// Picture is the thumbnail of a row: nil while it is not known, and none where it
// has no picture that can be shown.
func (p *Model) Picture(r *Row) (thumb image.Image, none bool) {
	if r.Image == "" {
		return nil, true
	}
	have, ok := p.pictures.get(r.Image)
	return have.image, ok && have.image == nil
}

func (p *Model) fetchPictures() {
	source := p.missingPicture()
	if p.busy.pictures || source == "" {
		return
	}
	load(p, &p.busy.pictures, func(ctx context.Context, w *workspace.Workspace) (image.Image, error) {
		return w.Thumbnail(ctx, source, thumbnail)
	}, func(thumb image.Image) { p.pictures.put(source, picture{thumb}) })
}

// missingPicture is the first picture in view that was not looked for yet.
func (p *Model) missingPicture() string {
	for row := max(p.first, 0); row <= p.last && row < len(p.ids); row++ {
		r, _ := p.rows.get(p.ids[row])
		if r == nil || r.Image == "" {
			continue
		}
		if _, ok := p.pictures.get(r.Image); !ok {
			return r.Image
		}
	}
	return ""
}

// priceOf is a product's price, or the lowest of its variants' with a sign that
// there are higher ones. How many variants have none is shown beside it: "$22.00, 1
// missing".
func priceOf(r workspace.Row, say *text.Printer) string {
	price := view.Money(r.Price)
	if !r.Price.Equal(r.PriceMax) {
		price += "+"
	}
	if price == "" || r.Unpriced == 0 {
		return price
	}
	return say.Say("price-some-missing", "price", price, "count", r.Unpriced)
}

// recent has what was asked for last: at most twice most, at least most of the
// values that were got or put last.
type recent[K comparable, V any] struct {
	most       int
	young, old map[K]V
}

func newRecent[K comparable, V any](most int) *recent[K, V] {
	return &recent[K, V]{most: most, young: map[K]V{}}
}

func (r *recent[K, V]) get(key K) (V, bool) {
	value, ok := r.young[key]
	if !ok {
		if value, ok = r.old[key]; ok {
			r.put(key, value)
		}
	}
	return value, ok
}

func (r *recent[K, V]) put(key K, value V) {
	if len(r.young) >= r.most {
		r.old, r.young = r.young, map[K]V{}
	}
	r.young[key] = value
}
