package workspace

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// Look finds out what the shop's channels say of every product. last is what an
// earlier Look found, or nil: only products that were written to since are then
// looked at, unless the settings are others, or half of the catalogue is. Products
// with pictures that could not be read are looked at again where they are few: the
// files may be there by now.
//
// It reads only, and may take seconds the first time. When ctx is cancelled, what
// was found until then comes with the error: handed in as last it is gone on from.
func (w *Workspace) Look(ctx context.Context, last *Findings, progress Progress) (*Findings, error) {
	since := int64(0)
	if last != nil {
		since = last.entry
	}
	news, err := w.store.News(ctx, since)
	if err != nil {
		return last, err
	}
	channels, options, err := w.targets(ctx) // after the news: what changes meanwhile is news the next time
	if err != nil {
		return last, err
	}
	script, err := w.Script(ctx)
	if err != nil {
		return last, err
	}
	next, l := &Findings{channels: channels, examples: map[catalog.ProblemKind]example{}}, newLooker(channels, options, script)
	if last != nil && !slices.Contains(news.Kinds, store.Settings) && news.Products*2 <= len(last.products) {
		if next, err = w.update(ctx, last, l, news); err != nil {
			return last, err
		}
	}
	next.entry = news.Entry
	return next, w.goOn(ctx, next, l, news.All, progress)
}

// goOn looks at the products behind those that were looked at.
func (w *Workspace) goOn(ctx context.Context, f *Findings, l *looker, all int, progress Progress) error {
	if f.whole {
		return nil
	}
	var values []uint64
	for _, p := range f.products {
		values = append(values, p.values...)
	}
	l.renew(values)
	defer func() { f.merge(l.examples) }()
	for at, err := range w.store.From(ctx, f.reached) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		f.products = append(f.products, l.look(at.Place, at.Product))
		f.reached = at.Place
		if progress != nil {
			progress(len(f.products), max(all, len(f.products)))
		}
	}
	f.whole = true
	return nil
}

// merge takes problems as examples where they are of earlier products.
func (f *Findings) merge(examples map[catalog.ProblemKind]example) {
	for kind, e := range examples {
		if have, ok := f.examples[kind]; !ok || e.place < have.place {
			f.examples[kind] = e
		}
	}
}

// mostUnread is how many products with pictures that could not be read are looked
// at again each time.
const mostUnread = 200

// update looks again at what the news are about. What is new comes behind all
// others.
func (w *Workspace) update(ctx context.Context, last *Findings, l *looker, news store.News) (*Findings, error) {
	u := &update{last: last, looker: l, looked: map[int64]*finding{}, place: last.reached}
	if last.whole {
		u.place = maxPlace
	}
	if news.Products > 0 {
		if err := u.lookAt(ctx, w.store.Touched(ctx, last.entry)); err != nil {
			return nil, err
		}
	}
	if unread := last.unread(); len(unread) > 0 {
		if err := u.lookAt(ctx, w.store.At(ctx, unread)); err != nil {
			return nil, err
		}
	}
	if len(u.looked) == 0 {
		return last.with(last.products, last.examples), nil
	}
	again := u.shared()
	for {
		again = slices.DeleteFunc(append(again, u.successors()...), func(place int64) bool { return u.again[place] })
		if len(again) == 0 {
			return u.result(), nil
		}
		if err := u.lookAgain(ctx, w.store, again); err != nil {
			return nil, err
		}
		again = nil
	}
}

// with is the same findings of other products.
func (f *Findings) with(products []finding, examples map[catalog.ProblemKind]example) *Findings {
	next := *f
	next.products, next.examples = products, maps.Clone(examples)
	return &next
}

// unread lists the places of products with pictures that could not be read, if
// they are few.
func (f *Findings) unread() []int64 {
	var places []int64
	for _, p := range f.products {
		if !p.verdict.unread {
			continue
		}
		if places = append(places, p.place); len(places) > mostUnread {
			return nil
		}
	}
	return places
}

// at finds the product of a place.
func at(products []finding, place int64) (int, bool) {
	return slices.BinarySearchFunc(products, place, func(f finding, place int64) int { return cmp.Compare(f.place, place) })
}
