package localize

import (
	"iter"
	"slices"
	"strings"
)

// TermBase finds terms by their words. It is built once and never changes, so
// any number of goroutines may use it.
type TermBase struct {
	lex     *lexicon
	terms   []Term
	user    int              // the first so many are the user's own
	exact   []string         // each term's words as written, joined by a space
	index   map[string][]int // terms by their stemmed words, joined by a space
	longest map[string]int   // the most words of any term that begins with this stem
	barred  []bool           // the terms whose Chinese another term forbids for their English
}

// newTermBase indexes terms. Where several fit equally the earlier one wins.
func newTermBase(lx *lexicon, terms []Term) *TermBase { return (&TermBase{lex: lx}).With(terms) }

// With returns a term base in which the user's terms come first: they win over
// shipped ones, and what they forbid is not written.
func (tb *TermBase) With(user []Term) *TermBase {
	shipped := tb.terms[tb.user:]
	merged := &TermBase{
		lex: tb.lex, terms: slices.Concat(user, shipped), user: len(user),
		index: make(map[string][]int, len(user)+len(shipped)), longest: map[string]int{},
	}
	if len(tb.terms) == 0 {
		merged.user = 0
	}
	for i, t := range merged.terms {
		merged.add(i, t)
	}
	merged.bar()
	return merged
}

// bar marks the terms whose Chinese is forbidden for their English.
func (tb *TermBase) bar() {
	refused := map[[2]string]bool{}
	for i, t := range tb.terms {
		if t.Status == Forbidden {
			refused[[2]string{tb.lex.joinStems(tb.lex.words(tb.exact[i])), t.Hans}] = true
		}
	}
	tb.barred = make([]bool, len(tb.terms))
	for i, t := range tb.terms {
		tb.barred[i] = t.Status != Forbidden && refused[[2]string{tb.lex.joinStems(tb.lex.words(t.English)), t.Hans}]
	}
}

func (tb *TermBase) add(i int, t Term) {
	ws := tb.lex.words(t.English)
	tb.exact = append(tb.exact, strings.Join(ws, " "))
	key := tb.lex.joinStems(ws)
	tb.index[key] = append(tb.index[key], i)
	tb.longest[tb.lex.stem(ws[0])] = max(tb.longest[tb.lex.stem(ws[0])], len(ws))
	if len(ws) == 2 && strings.Contains(t.English, "-") {
		glued := tb.lex.stem(ws[0] + ws[1]) // t-shirt is written tshirt too
		tb.index[glued] = append(tb.index[glued], i)
		tb.longest[glued] = max(tb.longest[glued], 1)
	}
}

// Len is the number of terms.
func (tb *TermBase) Len() int { return len(tb.terms) }

// Terms lists the terms, the user's own first.
func (tb *TermBase) Terms() iter.Seq[Term] { return slices.Values(tb.terms) }

// wanted is what a position in a text asks for.
type wanted struct {
	part   Part // preferred part, or empty
	field  field
	counts bool // a measure word may be here: behind a number or "per"
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
	glued := token{kind: wordToken, low: ts[0].low + ts[1].low, stem: tb.lex.stem(ts[0].low + ts[1].low)}
	if one, found := tb.findWords([]token{glued}, want); found {
		one.words = 2
		return one, true
	}
	return h, ok
}

func (tb *TermBase) findWords(ts []token, want wanted) (hit, bool) {
	most := min(tb.longest[ts[0].stem], len(ts))
	if most == 0 {
		return hit{}, false
	}
	var room [maxTermText]byte // most keys are short: the look-up allocates nothing
	key, ends := room[:0], make([]int, 0, 16)
	for i, t := range ts[:most] {
		if i > 0 {
			key = append(key, ' ')
		}
		key = append(key, t.stem...)
		ends = append(ends, len(key))
	}
	for n := most; n > 0; n-- {
		if found := tb.index[string(key[:ends[n-1]])]; len(found) > 0 {
			if h, ok := tb.best(found, ts[:n], want); ok {
				h.words = n
				return h, true
			}
		}
	}
	return hit{}, false
}

// best chooses among terms of the same words.
func (tb *TermBase) best(found []int, ts []token, want wanted) (hit, bool) {
	chosen, score, forbidden := -1, -1, -1
	for _, i := range found {
		t := &tb.terms[i]
		if counts := t.Part == Pack || t.Part == Count; counts && !want.counts {
			continue
		}
		if t.Status == Forbidden {
			if want.field.mayBe(t.Category) {
				forbidden = i
			}
			continue
		}
		if tb.barred[i] {
			continue
		}
		if s := tb.score(i, ts, want); s > score {
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

// writtenAs reports whether the tokens are a term's words as they are written.
func writtenAs(exact string, ts []token) bool {
	for i, t := range ts {
		rest, ok := strings.CutPrefix(exact, t.low)
		if !ok {
			return false
		}
		if exact = rest; i < len(ts)-1 {
			if exact, ok = strings.CutPrefix(exact, " "); !ok {
				return false
			}
		}
	}
	return exact == ""
}

// score ranks a term for a position; terms of one score keep their order. The
// user's own word counts most, then what the position asks for, then the words as
// they are written (glasses are no glass), then the product's field.
func (tb *TermBase) score(i int, ts []token, want wanted) int {
	t, score := &tb.terms[i], 0
	if i < tb.user {
		score += 16
	}
	if want.part == "" || t.Part == want.part || want.part == Pack && t.Part == Count {
		score += 8
	}
	if writtenAs(tb.exact[i], ts) {
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
