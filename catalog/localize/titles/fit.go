package titles

import (
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
)

// Fit drops the groups worth least, the rightmost first among equals, until the
// title fits in limit bytes of GBK; a limit of 0 is none. Then it puts back,
// the dearest first, what still fits: a long word that had to go may leave room
// for a shorter one. Groups are whole words, or numbers with what they count, so
// nothing is ever cut in two. Brand and product noun go last of all, when one
// word alone is too long.
func Fit(blocks [][]compose.Group, limit int) (kept []compose.Segment, dropped []compose.Segment) {
	f := fitter{blocks: blocks, out: map[spot]bool{}, limit: limit}
	for !f.fits() {
		at, ok := f.least()
		if !ok {
			return nil, f.dropped()
		}
		f.out[at] = true
		f.order = append(f.order, at)
	}
	f.refill()
	return compose.WriteBlocks(f.left()), f.dropped()
}

// spot is a group's place: its block, and its number in it.
type spot struct{ block, at int }

// fitter is a title while it is cut. out are the groups that are dropped, order
// how they went.
type fitter struct {
	blocks [][]compose.Group
	out    map[spot]bool
	order  []spot
	limit  int
}

func (f *fitter) group(at spot) compose.Group { return f.blocks[at.block][at.at] }

// left are the blocks without what is dropped.
func (f *fitter) left() [][]compose.Group {
	left := make([][]compose.Group, len(f.blocks))
	for i, b := range f.blocks {
		for j, g := range b {
			if !f.out[spot{i, j}] {
				left[i] = append(left[i], g)
			}
		}
	}
	return left
}

func (f *fitter) fits() bool {
	return f.limit <= 0 || catalog.GBKLen(compose.TextOf(compose.WriteBlocks(f.left()))) <= f.limit
}

// refill puts back what fits after all, where anything was left to title.
func (f *fitter) refill() {
	if compose.TextOf(compose.WriteBlocks(f.left())) == "" {
		return
	}
	back := slices.Clone(f.order)
	slices.Reverse(back)
	slices.SortStableFunc(back, func(a, b spot) int { return f.group(b).Weight - f.group(a).Weight })
	room := f.limit - catalog.GBKLen(compose.TextOf(compose.WriteBlocks(f.left())))
	for _, at := range back[:min(len(back), maxRefill)] {
		if catalog.GBKLen(f.group(at).Text()) > room {
			continue
		}
		if f.out[at] = false; !f.fits() {
			f.out[at] = true
		}
	}
}

// maxRefill bounds how many groups are tried: titles have a dozen words, and
// hostile ones thousands.
const maxRefill = 32

// dropped are the segments of what is dropped, in the order they went.
func (f *fitter) dropped() []compose.Segment {
	var list []compose.Segment
	for _, at := range f.order {
		if f.out[at] {
			for _, s := range f.group(at).Words {
				list = append(list, s.Segment)
			}
		}
	}
	return list
}

// least finds the group worth least of those that are left.
func (f *fitter) least() (spot, bool) {
	best, found := spot{}, false
	for i, b := range f.blocks {
		for j, g := range b {
			at := spot{i, j}
			if !f.out[at] && (!found || g.Weight <= f.group(best).Weight) {
				best, found = at, true
			}
		}
	}
	return best, found
}
