package localize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// analyser finds what each stretch of a product's texts is.
type analyser struct {
	tb      *TermBase
	field   field
	brand   []string             // the brand's words, lower case
	context []string             // texts that tell whether an ounce is fluid, nearest first
	prefer  Part                 // what a whole text is, as a colour in an option
	said    map[string][]stretch // sentences of the description: some become selling points too
}

// articles say nothing in Chinese.
var articles = map[string]bool{"a": true, "an": true, "the": true}

// conjunctions join words; Chinese sets them between nouns only.
var conjunctions = map[string]string{"and": "和", "&": "和", "or": "或"}

// breaks end a clause, with the Chinese sign for each.
var breaks = map[string]string{
	",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "[": "（", "]": "）", "|": "，", "-": "，", "–": "，", "—": "，", "•": "·", "·": "·",
	"!": "！", "?": "？", "，": "，", "。": "。", "、": "、", "；": "；", "：": "：", "（": "（", "）": "）", "！": "！", "？": "？", "\n": "\n",
}

// analyse cuts a text into stretches: at every place the longest that is known.
func (a *analyser) analyse(text string) []stretch {
	ts := tokens(text)
	list := make([]stretch, 0, len(ts))
	for i := 0; i < len(ts); {
		s, n := a.at(text, ts, i)
		s.at, s.next, s.gap = i, i+n, ts[i].gap
		s.Source, s.from = text[ts[i].from:ts[i+n-1].to], ts[i].from
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
	if (ts[i].kind != wordToken || numberWords[ts[i].low] != "") && (!found || h.words == 1) {
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
	if imperative(ts, i) && h.term.Part != Predicate || marked(ts, i) && !found {
		return plainMarked(ts, i), 1
	}
	if isLetter(ts, i) && (!found || h.words == 1) {
		return stretch{Segment: Segment{Text: ts[i].text, Origin: Kept}, role: keptRole, part: Size}, 1
	}
	if found {
		if h.term.Part == Pack {
			h.term.Hans = a.counter("", h)
		}
		return termStretch(h, text[ts[i].from:ts[i+h.words-1].to]), h.words
	}
	return plain(ts[i]), 1
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
func plain(t token) stretch {
	s := stretch{Segment: Segment{Text: t.text, Origin: Untranslated}, role: unknownRole}
	first, _ := utf8.DecodeRuneInString(t.text)
	switch and := conjunctions[t.low]; {
	case articles[t.low]:
		s.Segment, s.role = Segment{Origin: LeftOut}, droppedRole
	case and != "":
		s.Text, s.Origin, s.role = and, FromTerm, andRole
	case t.kind == numberToken:
		s.Origin, s.role = FromNumber, numberRole
	case unicode.Is(unicode.Han, first):
		s.Origin, s.role = Kept, keptRole
	case t.kind == signToken:
		s = sign(t.text)
	}
	return s
}

// sign is a character that is neither word nor number. What means nothing in a
// listing, such as quotation marks and emoji, is left out.
func sign(text string) stretch {
	if chinese, ok := breaks[text]; ok {
		return stretch{Segment: Segment{Text: chinese, Origin: Mark}, role: breakRole}
	}
	if strings.Contains("%+/×~～°℃#$￥@=<>_", text) {
		return stretch{Segment: Segment{Text: text, Origin: Mark}, role: markRole}
	}
	return stretch{Segment: Segment{Origin: LeftOut}, role: droppedRole}
}
