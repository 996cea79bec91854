package terms

import (
	"iter"
	"slices"
	"strings"

	"tradewind.app/catalog/localize/words"
)

// Base finds terms by their words. It is built once and never changes, so
// any number of goroutines may use it.
type Base struct {
	lex     *words.Lexicon
	terms   []Term
	user    int              // the first so many are the user's own
	exact   []string         // each term's words as written, joined by a space
	index   map[string][]int // terms by their stemmed words, joined by a space
	longest map[string]int   // the most words of any term that begins with this stem
	barred  []bool           // the terms whose Chinese another term forbids for their English
}

// NewBase indexes terms. Where several fit equally the earlier one wins.
func NewBase(lx *words.Lexicon, terms []Term) *Base { return (&Base{lex: lx}).With(terms) }

// With returns a term base in which the user's terms come first: they win over
// shipped ones, and what they forbid is not written. Answers are no terms of it.
func (tb *Base) With(user []Term) *Base {
	user = slices.DeleteFunc(slices.Clone(user), func(t Term) bool { return t.Status.IsAnswer() })
	shipped := tb.terms[tb.user:]
	merged := &Base{
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
func (tb *Base) bar() {
	refused := map[[2]string]bool{}
	for i, t := range tb.terms {
		if t.Status == Forbidden {
			refused[[2]string{tb.lex.JoinStems(tb.lex.Words(tb.exact[i])), t.Hans}] = true
		}
	}
	tb.barred = make([]bool, len(tb.terms))
	for i, t := range tb.terms {
		tb.barred[i] = t.Status != Forbidden && refused[[2]string{tb.lex.JoinStems(tb.lex.Words(t.English)), t.Hans}]
	}
}

func (tb *Base) add(i int, t Term) {
	ws := tb.lex.Words(t.English)
	tb.exact = append(tb.exact, strings.Join(ws, " "))
	key := tb.lex.JoinStems(ws)
	tb.index[key] = append(tb.index[key], i)
	tb.longest[tb.lex.Stem(ws[0])] = max(tb.longest[tb.lex.Stem(ws[0])], len(ws))
	if len(ws) == 2 && strings.Contains(t.English, "-") {
		glued := tb.lex.Stem(ws[0] + ws[1]) // t-shirt is written tshirt too
		tb.index[glued] = append(tb.index[glued], i)
		tb.longest[glued] = max(tb.longest[glued], 1)
	}
}

// Len is the number of terms.
func (tb *Base) Len() int { return len(tb.terms) }

// Terms lists the terms, the user's own first.
func (tb *Base) Terms() iter.Seq[Term] { return slices.Values(tb.terms) }

// Wanted is what a position in a text asks for.
type Wanted struct {
	Part   Part // preferred part, or empty
	Field  Field
	Counts bool // a measure word may be here: behind a number or "per"
}

// Hit is the term found for a stretch of words. left is set when the term base
// knows the words and forbids every Chinese it has for them.
type Hit struct {
	Term  Term
	Words int
	User  bool
	Left  bool
}

// Find returns the longest term that begins at ts[0]. A compound written with a
// hyphen is tried as one word too: water-proof is waterproof.
func (tb *Base) Find(ts []words.Token, want Wanted) (Hit, bool) {
	if len(ts) == 0 {
		return Hit{}, false
	}
	h, ok := tb.findWords(ts, want)
	if h.Words > 1 || len(ts) < 2 || ts[1].Gap != "-" || ts[1].Kind != words.WordToken {
		return h, ok
	}
	glued := words.Token{Kind: words.WordToken, Low: ts[0].Low + ts[1].Low, Stem: tb.lex.Stem(ts[0].Low + ts[1].Low)}
	if one, found := tb.findWords([]words.Token{glued}, want); found {
		one.Words = 2
		return one, true
	}
	return h, ok
}

func (tb *Base) findWords(ts []words.Token, want Wanted) (Hit, bool) {
	most := min(tb.longest[ts[0].Stem], len(ts))
	if most == 0 {
		return Hit{}, false
	}
	var room [maxTermText]byte // most keys are short: the look-up allocates nothing
	key, ends := room[:0], make([]int, 0, 16)
	for i, t := range ts[:most] {
		if i > 0 {
			key = append(key, ' ')
		}
		key = append(key, t.Stem...)
		ends = append(ends, len(key))
	}
	for n := most; n > 0; n-- {
		if found := tb.index[string(key[:ends[n-1]])]; len(found) > 0 {
			if h, ok := tb.best(found, ts[:n], want); ok {
				h.Words = n
				return h, true
			}
		}
	}
	return Hit{}, false
}

// best chooses among terms of the same words.
func (tb *Base) best(found []int, ts []words.Token, want Wanted) (Hit, bool) {
	chosen, score, forbidden := -1, -1, -1
	for _, i := range found {
		t := &tb.terms[i]
		if counts := t.Part == Pack || t.Part == Count; counts && !want.Counts {
			continue
		}
		if t.Status == Forbidden {
			if want.Field.mayBe(t.Category) {
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
		return Hit{Term: tb.terms[chosen], User: chosen < tb.user}, true
	case forbidden >= 0 && forbidden >= tb.user:
		return Hit{Term: tb.terms[forbidden], Left: true}, true
	}
	return Hit{}, false // the user forbids the only Chinese there is: the English stays
}

// writtenAs reports whether the tokens are a term's words as they are written.
func writtenAs(exact string, ts []words.Token) bool {
	for i, t := range ts {
		rest, ok := strings.CutPrefix(exact, t.Low)
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
func (tb *Base) score(i int, ts []words.Token, want Wanted) int {
	t, score := &tb.terms[i], 0
	if i < tb.user {
		score += 16
	}
	switch {
	case want.Part == "" || t.Part == want.Part || want.Part == Pack && t.Part == Count:
		score += 8
	case want.Part.Takes(t.Part):
		score += 7
	}
	if writtenAs(tb.exact[i], ts) {
		score += 4
	}
	switch {
	case t.Category == "":
		score++
	case want.Field.Is(t.Category):
		score += 2
	}
	return score
}
