package localize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/measures"
	"tradewind.app/catalog/localize/senses"
	"tradewind.app/catalog/localize/sentences"
	"tradewind.app/catalog/localize/sizes"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// analyser finds what each stretch of a product's texts is.
type analyser struct {
	tb        *terms.Base
	lex       *words.Lexicon
	units     *measures.Units
	senses    *senses.Table
	sentences *sentences.Table
	sizes     *sizes.Tables
	answers   answers
	field     terms.Field
	fieldKey  string          // the fields, as answers have them
	brand     []string        // the brand's words, lower case
	texts     []string        // the title, the category and the type
	context   []string        // texts that decide whether an ounce is fluid, nearest first
	near      map[string]bool // the stems of the title, the type and the category
	prefer    terms.Part      // what a whole text is, as a colour in an option
	named     map[string]bool // what the option or attribute is called whose value is read
	asks      *asked          // questions to the owner
	needed    bool            // they are about a title or an option
}

// analyse cuts a text into stretches: at every place the longest that is known.
func (a *analyser) analyse(text string) []compose.Stretch {
	ts := a.lex.Tokens(text)
	list := make([]compose.Stretch, 0, len(ts))
	var last *compose.Stretch
	for i := 0; i < len(ts); {
		s, n := a.at(text, ts, i, last)
		s.At, s.Next, s.Gap = i, i+n, ts[i].Gap
		s.Source, s.From = text[ts[i].From:ts[i+n-1].To], ts[i].From
		s.Kinds = a.lex.KindsOf(s.Source, ts[i+n-1])
		if low := strings.ToLower(s.Source); s.Kinds.Has(words.Prefix|words.PrefixWhole) && s.Role != compose.DroppedRole {
			s.Before = a.lex.Chinese[low]
		} else {
			s.Number = a.lex.Numbers[low]
		}
		list = append(list, s)
		last = &list[len(list)-1]
		i += n
	}
	list = compose.Resolve(list)
	a.askUnknown(text, list)
	spreadDoubt(list)
	return list
}

// spreadDoubt makes one doubtful word of what hyphens join: "light-up" is not light.
func spreadDoubt(ss []compose.Stretch) {
	doubtful := func(s compose.Stretch) bool { return s.Doubt != compose.Certain && s.Doubt != compose.Unreviewed }
	joined := func(i int) bool {
		return ss[i].Gap == "-" && ss[i].Role != compose.BreakRole && ss[i].Role != compose.MarkRole && ss[i].Role != compose.MeasureRole && ss[i].Role != compose.PackRole
	}
	for i := 1; i < len(ss); i++ {
		if joined(i) && doubtful(ss[i-1]) && ss[i].Role != compose.DroppedRole && !doubtful(ss[i]) {
			ss[i].Doubt = compose.Unknown
		}
	}
	for i := len(ss) - 1; i > 0; i-- {
		if joined(i) && doubtful(ss[i]) && ss[i-1].Role != compose.DroppedRole && !doubtful(ss[i-1]) {
			ss[i-1].Doubt = compose.Unknown
		}
	}
}

// askUnknown asks about the words that are still unknown when the words beside them were
// looked at.
func (a *analyser) askUnknown(text string, ss []compose.Stretch) {
	for i := range ss {
		switch s := &ss[i]; {
		case s.Role == compose.NumberRole && s.Doubt == compose.Certain && isDigits(s.Source) && !isPlainTail(ss, i):
			s.Doubt = compose.Bare
		case s.Role != compose.UnknownRole || s.Doubt != compose.Certain:
		default:
			s.Doubt = compose.Unknown
			if !s.Kinds.Has(words.Sentence) {
				a.ask(Question{Word: strings.ToLower(s.Source), Why: compose.Unknown, Example: text})
			}
		}
	}
}

// isDigits reports whether a number has no letter or x in it that says what it is.
func isDigits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || r == '×' })
}

// isPlainTail reports whether the number belongs to the word before it: SPF 50, or a
// model's name; or to a sign that joins it to a quantity.
func isPlainTail(ss []compose.Stretch, i int) bool {
	if i+1 < len(ss) && (ss[i+1].Role == compose.MarkRole && ss[i+1].Gap == "" || ss[i+1].Role == compose.KeptRole) {
		return true
	}
	if i == 0 {
		return false
	}
	before := ss[i-1]
	return before.Role == compose.KeptRole || before.Role == compose.BrandRole || before.Role == compose.MarkRole || before.Part == terms.Size
}

// at finds the stretch that begins at token i and how many tokens it has. last is the
// stretch before it.
func (a *analyser) at(text string, ts []words.Token, i int, last *compose.Stretch) (compose.Stretch, int) {
	if n := tokensIn(ts, i, placeholder(text[ts[i].From:])); n > 0 {
		return kept(text[ts[i].From:ts[i+n-1].To]), n
	}
	h, found := a.find(ts, i)
	if s, n := a.answered(text, ts, i, h); n > 0 {
		return s, n
	}
	if n := a.brandAt(ts[i:]); n > 0 && n >= h.Words {
		return compose.Stretch{Segment: compose.Segment{Text: text[ts[i].From:ts[i+n-1].To], Origin: compose.FromBrand}, Role: compose.BrandRole}, n
	}
	if a.modelTail(text, ts, i, last) && h.Words <= 1 {
		return kept(ts[i].Text), 1
	}
	if s, n := a.number(text, ts, i, h, found); n > 0 {
		return s, n
	}
	if a.imperative(ts, i) && h.Term.Part != terms.Predicate || marked(ts, i) && !found {
		return plainMarked(ts, i), 1
	}
	if s, n := a.sense(text, ts, i, h); n > 0 {
		return s, n
	}
	if a.isLetter(ts, i) && (!found || h.Words == 1) {
		return compose.Stretch{Segment: compose.Segment{Text: ts[i].Text, Origin: compose.Kept}, Role: compose.KeptRole, Part: terms.Size}, 1
	}
	if found {
		if h.Term.Part == terms.Pack {
			h.Term.Hans = a.counter("", h)
		}
		return a.term(text, ts, i, h)
	}
	return a.plain(ts[i]), 1
}

// find is the longest term at token i that cuts no word that hyphens join: the hook of
// "with hook-and-loop strap" is no hook.
func (a *analyser) find(ts []words.Token, i int) (terms.Hit, bool) {
	want := terms.Wanted{Part: a.prefer, Field: a.field, Counts: i > 0 && ts[i-1].Low == "per"}
	h, found := a.tb.Find(ts[i:], want)
	for found && h.Words > 1 && i+h.Words < len(ts) && ts[i+h.Words].Gap == "-" {
		h, found = a.tb.Find(ts[i:i+h.Words-1], want)
	}
	return h, found
}

// number reads a quantity, a pack, or a lettered size at token i.
func (a *analyser) number(text string, ts []words.Token, i int, h terms.Hit, found bool) (compose.Stretch, int) {
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
	return compose.Stretch{}, 0
}

// tokensIn is how many tokens the first bytes from token i on have.
func tokensIn(ts []words.Token, i, bytes int) int {
	n := 0
	for bytes > 0 && i+n < len(ts) && ts[i+n].To <= ts[i].From+bytes {
		n++
	}
	return n
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
	case unicode.Is(unicode.Han, first), isName(t):
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
