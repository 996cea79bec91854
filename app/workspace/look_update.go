package workspace

import (
	"context"
	"iter"
	"maps"
	"math"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

const maxPlace = math.MaxInt64

// update makes findings of earlier ones and of products that were looked at since.
//
// Two things bind products together. A value that must be unique is told of all
// but the first that has it: who lets go of a value or takes one up changes what
// is true of others. And of each kind of problem the first product gives the
// example. Where either is touched, the others are looked at, too.
type update struct {
	*looker
	last   *Findings
	place  int64              // beyond it nobody has looked yet
	looked map[int64]*finding // by place; nil: gone
	again  map[int64]bool     // looked at with the values of all others in mind
}

// lookAt looks at products by themselves.
func (u *update) lookAt(ctx context.Context, products iter.Seq2[store.Placed, error]) error {
	for at, err := range products {
		if err == nil {
			err = ctx.Err()
		}
		switch {
		case err != nil:
			return err
		case at.Place > u.place:
		case at.Product == nil:
			u.looked[at.Place] = nil
		default:
			u.renew(nil)
			f := u.look(at.Place, at.Product)
			u.looked[at.Place] = &f
		}
	}
	return nil
}

// before is what was known of a place.
func (u *update) before(place int64) []uint64 {
	if i, ok := at(u.last.products, place); ok {
		return u.last.products[i].values
	}
	return nil
}

// shared lists the places for which a value counts that is had twice, or was.
func (u *update) shared() []int64 {
	held, moved := map[uint64]int{}, map[uint64]bool{}
	for place, f := range u.looked {
		was := u.before(place)
		var is []uint64
		if f != nil {
			is = f.values
		}
		for _, v := range is {
			held[v]++
			moved[v] = moved[v] || !slices.Contains(was, v)
		}
		for _, v := range was {
			moved[v] = moved[v] || !slices.Contains(is, v)
		}
	}
	var places []int64
	for _, p := range u.last.products {
		if _, ok := u.looked[p.place]; ok {
			continue
		}
		for _, v := range p.values {
			isMoved, mine := moved[v]
			if mine {
				held[v]++
			}
			if isMoved {
				places = append(places, p.place)
			}
		}
	}
	for place, f := range u.looked {
		if f != nil && slices.ContainsFunc(f.values, func(v uint64) bool { return held[v] > 1 }) {
			places = append(places, place)
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// lookAgain looks at the products of places with the values of those in mind that
// come before them.
func (u *update) lookAgain(ctx context.Context, s *store.Store, places []int64) error {
	if u.again == nil {
		u.again = map[int64]bool{}
	}
	first := map[uint64]int64{} // which product has a value first
	for _, place := range places {
		u.again[place] = true
		for _, v := range u.now(place) {
			first[v] = place
		}
	}
	for place, values := range u.valuesNow() {
		for _, v := range values {
			if have, ok := first[v]; ok && place < have {
				first[v] = place
			}
		}
	}
	for at, err := range s.At(ctx, places) {
		if err != nil {
			return err
		}
		var expected []uint64
		for _, v := range u.now(at.Place) {
			if first[v] < at.Place {
				expected = append(expected, v)
			}
		}
		u.renew(expected)
		f := u.look(at.Place, at.Product)
		u.looked[at.Place] = &f
	}
	return nil
}

// now is what values a product has as far as is known.
func (u *update) now(place int64) []uint64 {
	f, ok := u.looked[place]
	switch {
	case !ok:
		return u.before(place)
	case f == nil:
		return nil
	}
	return f.values
}

// valuesNow are the values of all products, by place.
func (u *update) valuesNow() iter.Seq2[int64, []uint64] {
	return func(yield func(int64, []uint64) bool) {
		for _, p := range u.last.products {
			if _, ok := u.looked[p.place]; !ok && !yield(p.place, p.values) {
				return
			}
		}
		for place, f := range u.looked {
			if f != nil && !yield(place, f.values) {
				return
			}
		}
	}
}

// successors lists the products that give examples instead of those that were
// looked at.
func (u *update) successors() []int64 {
	orphans := map[catalog.ProblemKind]bool{}
	for kind, e := range u.last.examples {
		if _, ok := u.looked[e.place]; ok {
			orphans[kind] = true
		}
	}
	var places []int64
	for _, p := range u.last.products {
		if len(orphans) == 0 {
			break
		}
		f, ok := u.looked[p.place]
		if !ok {
			f = &p
		}
		if f == nil {
			continue
		}
		for kind := range orphans {
			if f.verdict.has(kind) {
				delete(orphans, kind)
				if !ok {
					places = append(places, p.place)
				}
			}
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// result puts what was looked at in its places.
func (u *update) result() *Findings {
	products := make([]finding, 0, len(u.last.products)+len(u.looked))
	fresh := slices.Sorted(maps.Keys(u.looked))
	take := func(place int64) {
		if f := u.looked[place]; f != nil {
			products = append(products, *f)
		}
	}
	for _, p := range u.last.products {
		for len(fresh) > 0 && fresh[0] < p.place {
			take(fresh[0])
			fresh = fresh[1:]
		}
		if len(fresh) > 0 && fresh[0] == p.place {
			take(p.place)
			fresh = fresh[1:]
			continue
		}
		products = append(products, p)
	}
	for _, place := range fresh {
		take(place)
	}
	next := u.last.with(products, u.last.examples)
	maps.DeleteFunc(next.examples, func(_ catalog.ProblemKind, e example) bool {
		_, ok := u.looked[e.place]
		return ok
	})
	next.merge(u.examples)
	if last := len(products) - 1; next.whole && last >= 0 {
		next.reached = max(next.reached, products[last].place)
	}
	return next
}
