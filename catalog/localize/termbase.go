package localize

import (
	"iter"
	"slices"
	"strings"
)

// TermBase finds terms by their words. It is built once and never changes, so
// any number of goroutines may use it.
type TermBase struct {
	terms   []Term
	user    int                // the first so many are the user's own
	exact   []string           // each term's words as written, joined by a space
	index   map[string][]int   // terms by their stemmed words, joined by a space
	longest map[string]int     // the most words of any term that begins with this stem
	refused map[[2]string]bool // stemmed English and the Chinese that must not stand for it
}

// NewTermBase indexes terms. Where several fit equally the earlier one wins.
func NewTermBase(terms []Term) *TermBase { return (&TermBase{}).With(terms) }

// With returns a term base in which the user's terms come first: they win over
// shipped ones, and what they forbid is not written.
func (tb *TermBase) With(user []Term) *TermBase {
	shipped := tb.terms[tb.user:]
	merged := &TermBase{
		terms: slices.Concat(user, shipped), user: len(user),
		index: make(map[string][]int, len(user)+len(shipped)), longest: map[string]int{}, refused: map[[2]string]bool{},
	}
	if len(tb.terms) == 0 {
		merged.user = 0
	}
	for i, t := range merged.terms {
		merged.add(i, t)
	}
	return merged
}

func (tb *TermBase) add(i int, t Term) {
	ws := words(t.English)
	tb.exact = append(tb.exact, strings.Join(ws, " "))
	key := joinStems(ws)
	if t.Status == Forbidden {
		tb.refused[[2]string{key, t.Hans}] = true
	}
	tb.index[key] = append(tb.index[key], i)
	tb.longest[stem(ws[0])] = max(tb.longest[stem(ws[0])], len(ws))
	if len(ws) == 2 && strings.Contains(t.English, "-") {
		glued := stem(ws[0] + ws[1]) // t-shirt is written tshirt too
		tb.index[glued] = append(tb.index[glued], i)
		tb.longest[glued] = max(tb.longest[glued], 1)
	}
}

// Len is the number of terms.
func (tb *TermBase) Len() int { return len(tb.terms) }

// Terms lists the terms, the user's own first.
func (tb *TermBase) Terms() iter.Seq[Term] { return slices.Values(tb.terms) }

// wanted says what a place in a text asks for.
type wanted struct {
	part   Part // preferred part, or empty
	field  field
	counts bool // a measure word may stand here: behind a number or "per"
}

// hit is the term found for a stretch of words. left is set when the term base
// knows the words and forbids every Chinese it has for them.
type hit struct {
	term  Term
	words int
	user  bool
	left  bool
}

// find returns the longest term that begins at ts[0]. A compound written with a
// hyphen is tried as one word too: water-proof is waterproof.
func (tb *TermBase) find(ts []token, want wanted) (hit, bool) {
	if len(ts) == 0 {
		return hit{}, false
	}
	h, ok := tb.findWords(ts, want)
	if h.words > 1 || len(ts) < 2 || ts[1].gap != "-" || ts[1].kind != wordToken {
		return h, ok
	}
	glued := token{kind: wordToken, low: ts[0].low + ts[1].low}
	if one, found := tb.findWords([]token{glued}, want); found {
		one.words = 2
		return one, true
	}
	return h, ok
}

func (tb *TermBase) findWords(ts []token, want wanted) (hit, bool) {
	most := min(tb.longest[stem(ts[0].low)], len(ts))
	low := make([]string, 0, most)
	for _, t := range ts[:most] {
		low = append(low, t.low)
	}
	for n := most; n > 0; n-- {
		if found := tb.index[joinStems(low[:n])]; len(found) > 0 {
			if h, ok := tb.best(found, low[:n], want); ok {
				h.words = n
				return h, true
			}
		}
	}
	return hit{}, false
}

// best chooses among terms of the same words.
func (tb *TermBase) best(found []int, low []string, want wanted) (hit, bool) {
	written, key := strings.Join(low, " "), joinStems(low)
	chosen, score, forbidden := -1, -1, -1
	for _, i := range found {
		t := tb.terms[i]
		if counts := t.Part == Pack || t.Part == Count; counts && !want.counts {
			continue
		}
		if t.Status == Forbidden {
			if want.field.mayBe(t.Category) {
				forbidden = i
			}
			continue
		}
		if tb.refused[[2]string{key, t.Hans}] {
			continue
		}
		if s := tb.score(i, written, want); s > score {
			chosen, score = i, s
		}
	}
	switch {
	case chosen >= 0:
		return hit{term: tb.terms[chosen], user: chosen < tb.user}, true
	case forbidden >= 0 && forbidden >= tb.user:
		return hit{term: tb.terms[forbidden], left: true}, true
	}
	return hit{}, false // the user forbids the only Chinese there is: the English stays
}

// score ranks a term for a place; terms of one score keep their order. The
// user's own word counts most, then what the place asks for, then the words as
// they are written (glasses are no glass), then the product's field.
func (tb *TermBase) score(i int, written string, want wanted) int {
	t, score := tb.terms[i], 0
	if i < tb.user {
		score += 16
	}
	if want.part == "" || t.Part == want.part || want.part == Pack && t.Part == Count {
		score += 8
	}
	if tb.exact[i] == written {
		score += 4
	}
	switch {
	case t.Category == "":
		score++
	case want.field.is(t.Category):
		score += 2
	}
	return score
}
