package localize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/measures"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// analyser finds what each stretch of a product's texts is.
type analyser struct {
	tb      *terms.Base
	lex     *words.Lexicon
	units   *measures.Units
	field   terms.Field
	brand   []string                     // the brand's words, lower case
	context []string                     // texts that decide whether an ounce is fluid, nearest first
	prefer  terms.Part                   // what a whole text is, as a colour in an option
	said    map[string][]compose.Stretch // sentences of the description: some become selling points too
}

// analyse cuts a text into stretches: at every place the longest that is known.
func (a *analyser) analyse(text string) []compose.Stretch {
	ts := a.lex.Tokens(text)
	list := make([]compose.Stretch, 0, len(ts))
	for i := 0; i < len(ts); {
		s, n := a.at(text, ts, i)
		s.At, s.Next, s.Gap = i, i+n, ts[i].Gap
		s.Source, s.From = text[ts[i].From:ts[i+n-1].To], ts[i].From
		s.Kinds = a.lex.KindsOf(s.Source, ts[i+n-1])
		if low := strings.ToLower(s.Source); s.Kinds.Has(words.Prefix | words.PrefixWhole) {
			s.Before = a.lex.Chinese[low]
		} else {
			s.Number = a.lex.Numbers[low]
		}
		list = append(list, s)
		i += n
	}
	return compose.Resolve(list)
}

// at finds the stretch that begins at token i and how many tokens it has.
func (a *analyser) at(text string, ts []words.Token, i int) (compose.Stretch, int) {
	h, found := a.tb.Find(ts[i:], terms.Wanted{Part: a.prefer, Field: a.field, Counts: i > 0 && ts[i-1].Low == "per"})
	if n := a.brandAt(ts[i:]); n > 0 && n >= h.Words {
		return compose.Stretch{Segment: compose.Segment{Text: text[ts[i].From:ts[i+n-1].To], Origin: compose.FromBrand}, Role: compose.BrandRole}, n
	}
	if (ts[i].Kind != words.WordToken || a.lex.Numbers[ts[i].Low] != "") && (!found || h.Words == 1) {
		if s, n := a.quantity(text, ts, i); n > 0 {
			return s, n
		}
	}
	if s, n := a.packOf(text, ts, i); n > 0 {
		return s, n
	}
	if s, n := a.letter(ts, i); n > 0 && n >= h.Words {
		return s, n
	}
	if a.imperative(ts, i) && h.Term.Part != terms.Predicate || marked(ts, i) && !found {
		return plainMarked(ts, i), 1
	}
	if a.isLetter(ts, i) && (!found || h.Words == 1) {
		return compose.Stretch{Segment: compose.Segment{Text: ts[i].Text, Origin: compose.Kept}, Role: compose.KeptRole, Part: terms.Size}, 1
	}
	if found {
		if h.Term.Part == terms.Pack {
			h.Term.Hans = a.counter("", h)
		}
		return termStretch(h, text[ts[i].From:ts[i+h.Words-1].To]), h.Words
	}
	return a.plain(ts[i]), 1
}

// brandAt is the number of tokens of the brand at the start of ts, or 0.
func (a *analyser) brandAt(ts []words.Token) int {
	if len(a.brand) == 0 || len(ts) < len(a.brand) {
		return 0
	}
	for i, w := range a.brand {
		low := ts[i].Low
		if i == len(a.brand)-1 {
			low, w = strings.TrimSuffix(low, "'s"), strings.TrimSuffix(w, "'s")
		}
		if low != w {
			return 0
		}
	}
	return len(a.brand)
}

func termStretch(h terms.Hit, source string) compose.Stretch {
	t := h.Term
	s := compose.Stretch{Segment: compose.Segment{Text: t.Hans, Origin: compose.FromTerm, Note: t.Note}, Part: t.Part, Weight: t.Weight}
	switch {
	case h.Left:
		s.Segment, s.Role = compose.Segment{Origin: compose.LeftOut, Note: t.Note}, compose.DroppedRole
	case t.Status == terms.DoNotTranslate:
		s.Text, s.Origin, s.Role = source, compose.Kept, compose.KeptRole
	case t.Part == terms.Frame || t.Part == terms.Predicate:
		s.Role = compose.FrameRole
	}
	if h.User && s.Origin == compose.FromTerm {
		s.Origin = compose.FromUser
	}
	return s
}

// plain is a token that no term names.
func (a *analyser) plain(t words.Token) compose.Stretch {
	s := compose.Stretch{Segment: compose.Segment{Text: t.Text, Origin: compose.Untranslated}, Role: compose.UnknownRole}
	first, _ := utf8.DecodeRuneInString(t.Text)
	switch k := a.lex.Kinds[t.Low]; {
	case k.Has(words.Article):
		s.Segment, s.Role = compose.Segment{Origin: compose.LeftOut}, compose.DroppedRole
	case k.Has(words.Conjunction):
		s.Text, s.Origin, s.Role = a.lex.Chinese[t.Low], compose.FromTerm, compose.AndRole
	case t.Kind == words.NumberToken:
		s.Origin, s.Role = compose.FromNumber, compose.NumberRole
	case unicode.Is(unicode.Han, first):
		s.Origin, s.Role = compose.Kept, compose.KeptRole
	case t.Kind == words.SignToken:
		s = a.sign(t.Text)
	}
	return s
}

// sign is a character that is neither word nor number. What means nothing in a
// listing, such as quotation marks and emoji, is left out.
func (a *analyser) sign(text string) compose.Stretch {
	if chinese, ok := a.lex.Signs.Breaks[text]; ok {
		return compose.Stretch{Segment: compose.Segment{Text: chinese, Origin: compose.Mark}, Role: compose.BreakRole}
	}
	if chinese, ok := a.lex.Signs.Marks[text]; ok {
		return compose.Stretch{Segment: compose.Segment{Text: chinese, Origin: compose.Mark}, Role: compose.MarkRole}
	}
	return compose.Stretch{Segment: compose.Segment{Origin: compose.LeftOut}, Role: compose.DroppedRole}
}
