package localize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// analyser finds what each stretch of a product's texts is.
type analyser struct {
	tb      *TermBase
	lex     *lexicon
	field   field
	brand   []string             // the brand's words, lower case
	context []string             // texts that decide whether an ounce is fluid, nearest first
	prefer  Part                 // what a whole text is, as a colour in an option
	said    map[string][]stretch // sentences of the description: some become selling points too
}

// analyse cuts a text into stretches: at every place the longest that is known.
func (a *analyser) analyse(text string) []stretch {
	ts := a.lex.tokens(text)
	list := make([]stretch, 0, len(ts))
	for i := 0; i < len(ts); {
		s, n := a.at(text, ts, i)
		s.at, s.next, s.gap = i, i+n, ts[i].gap
		s.Source, s.from = text[ts[i].from:ts[i+n-1].to], ts[i].from
		s.kinds = a.lex.kindsOf(s.Source, ts[i+n-1])
		if low := strings.ToLower(s.Source); s.kinds.has(prefix | prefixWhole) {
			s.before = a.lex.chinese[low]
		} else {
			s.number = a.lex.numbers[low]
		}
		list = append(list, s)
		i += n
	}
	return settle(list)
}

// at finds the stretch that begins at token i and how many tokens it has.
func (a *analyser) at(text string, ts []token, i int) (stretch, int) {
	h, found := a.tb.find(ts[i:], wanted{a.prefer, a.field, i > 0 && ts[i-1].low == "per"})
	if n := a.brandAt(ts[i:]); n > 0 && n >= h.words {
		return stretch{Segment: Segment{Text: text[ts[i].from:ts[i+n-1].to], Origin: FromBrand}, role: brandRole}, n
	}
	if (ts[i].kind != wordToken || a.lex.numbers[ts[i].low] != "") && (!found || h.words == 1) {
		if s, n := a.quantity(text, ts, i); n > 0 {
			return s, n
		}
	}
	if s, n := a.packOf(text, ts, i); n > 0 {
		return s, n
	}
	if s, n := a.letter(ts, i); n > 0 && n >= h.words {
		return s, n
	}
	if a.imperative(ts, i) && h.term.Part != Predicate || marked(ts, i) && !found {
		return plainMarked(ts, i), 1
	}
	if a.isLetter(ts, i) && (!found || h.words == 1) {
		return stretch{Segment: Segment{Text: ts[i].text, Origin: Kept}, role: keptRole, part: Size}, 1
	}
	if found {
		if h.term.Part == Pack {
			h.term.Hans = a.counter("", h)
		}
		return termStretch(h, text[ts[i].from:ts[i+h.words-1].to]), h.words
	}
	return a.plain(ts[i]), 1
}

// brandAt is the number of tokens of the brand at the start of ts, or 0.
func (a *analyser) brandAt(ts []token) int {
	if len(a.brand) == 0 || len(ts) < len(a.brand) {
		return 0
	}
	for i, w := range a.brand {
		low := ts[i].low
		if i == len(a.brand)-1 {
			low, w = strings.TrimSuffix(low, "'s"), strings.TrimSuffix(w, "'s")
		}
		if low != w {
			return 0
		}
	}
	return len(a.brand)
}

func termStretch(h hit, source string) stretch {
	t := h.term
	s := stretch{Segment: Segment{Text: t.Hans, Origin: FromTerm, Note: t.Note}, part: t.Part, weight: t.Weight}
	switch {
	case h.left:
		s.Segment, s.role = Segment{Origin: LeftOut, Note: t.Note}, droppedRole
	case t.Status == DoNotTranslate:
		s.Text, s.Origin, s.role = source, Kept, keptRole
	case t.Part == Frame || t.Part == Predicate:
		s.role = frameRole
	}
	if h.user && s.Origin == FromTerm {
		s.Origin = FromUser
	}
	return s
}

// plain is a token that no term names.
func (a *analyser) plain(t token) stretch {
	s := stretch{Segment: Segment{Text: t.text, Origin: Untranslated}, role: unknownRole}
	first, _ := utf8.DecodeRuneInString(t.text)
	switch k := a.lex.kinds[t.low]; {
	case k.has(article):
		s.Segment, s.role = Segment{Origin: LeftOut}, droppedRole
	case k.has(conjunction):
		s.Text, s.Origin, s.role = a.lex.chinese[t.low], FromTerm, andRole
	case t.kind == numberToken:
		s.Origin, s.role = FromNumber, numberRole
	case unicode.Is(unicode.Han, first):
		s.Origin, s.role = Kept, keptRole
	case t.kind == signToken:
		s = a.sign(t.text)
	}
	return s
}

// sign is a character that is neither word nor number. What means nothing in a
// listing, such as quotation marks and emoji, is left out.
func (a *analyser) sign(text string) stretch {
	if chinese, ok := a.lex.signs.breaks[text]; ok {
		return stretch{Segment: Segment{Text: chinese, Origin: Mark}, role: breakRole}
	}
	if chinese, ok := a.lex.signs.marks[text]; ok {
		return stretch{Segment: Segment{Text: chinese, Origin: Mark}, role: markRole}
	}
	return stretch{Segment: Segment{Origin: LeftOut}, role: droppedRole}
}
