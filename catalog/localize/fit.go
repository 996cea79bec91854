package localize

import (
	"slices"

	"tradewind.app/catalog"
)

// fit drops the groups worth least, the rightmost first among equals, until the
// title holds in limit bytes of GBK; a limit of 0 is none. Groups are whole
// words, or numbers with what they count, so nothing is ever cut in two. Brand
// and product noun go last of all, when one word alone is too long.
func fit(blocks [][]group, limit int) (kept []Segment, dropped []Segment) {
	blocks = slices.Clone(blocks)
	for i := range blocks {
		blocks[i] = slices.Clone(blocks[i])
	}
	for {
		kept = writeBlocks(blocks)
		if limit <= 0 || catalog.GBKLen(textOf(kept)) <= limit {
			return kept, dropped
		}
		block, at := least(blocks)
		if block < 0 {
			return nil, dropped
		}
		for _, s := range blocks[block][at].words {
			dropped = append(dropped, s.Segment)
		}
		blocks[block] = slices.Delete(blocks[block], at, at+1)
	}
}

// least finds the group worth least.
func least(blocks [][]group) (block, at int) {
	block = -1
	for i, b := range blocks {
		for j, g := range b {
			if block < 0 || g.weight <= blocks[block][at].weight {
				block, at = i, j
			}
		}
	}
	return block, at
}
