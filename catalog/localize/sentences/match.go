package sentences

import (
	"strings"

	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Slots says what fits a slot: the Chinese of the tokens from i to j, or false where the
// words are nothing of the kind.
type Slots func(name string, ts []words.Token, i, j int) (chinese string, ok bool)

// maxSlot is how many tokens fit a slot, at most.
const maxSlot = 16

// maxTokens is how long a sentence can be that a pattern fits.
const maxTokens = 60

// Hit is a sentence that a pattern fits.
type Hit struct {
	Pattern *Pattern
	Chinese string
}

// Match finds the pattern that fits all tokens of a sentence.
func (t *Table) Match(ts []words.Token, field terms.Field, slots Slots) (Hit, bool) {
	if ts = said(ts); len(ts) == 0 || len(ts) > maxTokens {
		return Hit{}, false
	}
	for _, p := range t.candidates(ts[0].Stem, field) {
		m := matcher{ts: ts, slots: slots, found: map[string]string{}}
		if m.from(p.elements, 0, func(end int) bool { return end == len(ts) }) {
			return Hit{Pattern: p, Chinese: filled(p.Chinese, m.found)}, true
		}
	}
	return Hit{}, false
}

func filled(chinese string, found map[string]string) string {
	return slotNames.ReplaceAllStringFunc(chinese, func(slot string) string { return found[strings.Trim(slot, "{}")] })
}

// matcher fits one pattern to a sentence.
type matcher struct {
	ts    []words.Token
	slots Slots
	found map[string]string
	tries int
}

// maxTries bounds the ways that are tried, against hostile sentences.
const maxTries = 2000

// from fits elements from token i on, and goes on with rest behind them.
func (m *matcher) from(list []element, i int, rest func(int) bool) bool {
	if m.tries++; m.tries > maxTries {
		return false
	}
	if len(list) == 0 {
		return rest(i)
	}
	first, others := list[0], list[1:]
	next := func(at int) bool { return m.from(others, at, rest) }
	switch {
	case first.ways != nil:
		for n := len(first.ways) - 1; n >= 0; n-- { // nothing at all comes last
			if m.from(first.ways[n], i, next) {
				return true
			}
		}
		return false
	case first.slot != "":
		return m.slot(first.slot, i, next)
	}
	return i < len(m.ts) && m.ts[i].Stem == first.stem && next(i+1)
}

// slot fits the longest run of tokens to a slot with which the rest fits, too.
func (m *matcher) slot(name string, i int, next func(int) bool) bool {
	for j := min(len(m.ts), i+maxSlot); j > i; j-- {
		chinese, ok := m.slots(name, m.ts, i, j)
		if !ok {
			continue
		}
		before := m.found[name]
		m.found[name] = chinese
		if next(j) {
			return true
		}
		m.found[name] = before
	}
	return false
}
