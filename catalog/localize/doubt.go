package localize

import (
	"strings"
	"unicode"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/senses"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// answered reads the words at token i that the owner explained by another word, or
// needs not in Chinese. A longer term comes before them.
func (a *analyser) answered(text string, ts []words.Token, i int, h terms.Hit) (compose.Stretch, int) {
	answer, n := a.answers.at(a.fieldKey, ts, i)
	if n == 0 || n < h.Words {
		return compose.Stretch{}, 0
	}
	switch answer.Status {
	case terms.IsLike:
		return a.like(answer.Note, text[ts[i].From:ts[i+n-1].To], n)
	case terms.Skipped:
		return compose.Stretch{Segment: compose.Segment{Origin: compose.LeftOut}, Role: compose.DroppedRole}, n
	}
	return compose.Stretch{}, 0
}

// chosen is the sense that the owner chose for the word at token i.
func (a *analyser) chosen(ts []words.Token, i int, word string) (senses.Sense, bool) {
	answer, n := a.answers.at(a.fieldKey, ts, i)
	if n == 0 || answer.Status != terms.HasSense {
		return senses.Sense{}, false
	}
	return a.senses.Named(word, answer.Note)
}

// like reads n tokens as what another English word means.
func (a *analyser) like(english, source string, n int) (compose.Stretch, int) {
	ts := a.lex.Tokens(english)
	if h, ok := a.tb.Find(ts, terms.Wanted{Field: a.field}); ok && h.Words == len(ts) {
		s := termStretch(h, source)
		s.Doubt = reviewDoubt(h.Term.Reviewed)
		return byOwner(s), n
	}
	if s, ok := a.senses.At(senses.Around{Tokens: ts, Field: a.field, Near: a.near}); ok && s.Words == len(ts) && s.Sense != nil {
		return byOwner(senseStretch(*s.Sense, source)), n
	}
	return compose.Stretch{}, 0
}

// byOwner marks a stretch as what the owner said.
func byOwner(s compose.Stretch) compose.Stretch {
	if s.Origin == compose.FromTerm {
		s.Origin = compose.FromUser
	}
	return s
}

func kept(text string) compose.Stretch {
	return compose.Stretch{Segment: compose.Segment{Text: text, Origin: compose.Kept}, Role: compose.KeptRole}
}

// sense reads a word of several senses at token i. A longer term, one of the part that
// is looked for, and the user's own come before it.
func (a *analyser) sense(text string, ts []words.Token, i int, h terms.Hit) (compose.Stretch, int) {
	if h.User || h.Words > 0 && h.Term.Part == a.prefer {
		return compose.Stretch{}, 0
	}
	found, ok := a.senses.At(senses.Around{Tokens: ts, From: i, Field: a.field, Near: a.near, Options: a.named})
	if !ok || found.Words < h.Words || a.isOwnWord(ts[i], h, found.Word) {
		return compose.Stretch{}, 0
	}
	source := text[ts[i].From:ts[i+found.Words-1].To]
	if found.Sense == nil {
		if s, ok := a.chosen(ts, i, found.Word); ok {
			return byOwner(senseStretch(s, source)), found.Words
		}
		a.ask(Question{Word: found.Word, Why: compose.Ambiguous, Senses: glosses(found.Senses), Example: text})
		return doubtful(source, compose.Ambiguous), found.Words
	}
	return senseStretch(*found.Sense, source), found.Words
}

// isOwnWord reports whether a term is written as the token is and the word of several
// senses is only its singular: shorts and heels are goods of their own in their field.
func (a *analyser) isOwnWord(t words.Token, h terms.Hit, word string) bool {
	return h.Words == 1 && t.Low != word && t.Low == h.Term.English && !a.isElsewhere(h)
}

func glosses(list []senses.Sense) []string {
	var found []string
	for _, s := range list {
		found = append(found, s.Gloss)
	}
	return found
}

func senseStretch(s senses.Sense, source string) compose.Stretch {
	switch s.Term.Part {
	case senses.Omit:
		return compose.Stretch{Segment: compose.Segment{Origin: compose.LeftOut}, Role: compose.DroppedRole}
	case senses.Keep:
		return kept(source)
	}
	stretch := termStretch(terms.Hit{Term: s.Term}, source)
	stretch.Note, stretch.Doubt = s.Gloss, reviewDoubt(s.Term.Reviewed)
	return stretch
}

// doubtful is a word of which nobody knows what it means here.
func doubtful(source string, why compose.Doubt) compose.Stretch {
	return compose.Stretch{Segment: compose.Segment{Text: source, Origin: compose.Untranslated, Doubt: why}, Role: compose.UnknownRole}
}

// term reads a term, unless it is one of other goods: the coaster of a bicycle is none to
// put a glass on, and the stroller of a dog carries no baby.
func (a *analyser) term(text string, ts []words.Token, i int, h terms.Hit) (compose.Stretch, int) {
	source := text[ts[i].From:ts[i+h.Words-1].To]
	s := termStretch(h, source)
	if !h.User && !h.Left {
		s.Doubt = reviewDoubt(h.Term.Reviewed)
	}
	if !a.isElsewhere(h) {
		return s, h.Words
	}
	sense := otherGoods(h.Term)
	if answer, n := a.answers.at(a.fieldKey, ts, i); n == h.Words && answer.Status == terms.HasSense && answer.Note == sense {
		return byOwner(s), h.Words
	}
	a.ask(Question{Word: strings.ToLower(source), Why: compose.Elsewhere, Senses: []string{sense}, Example: text})
	return doubtful(source, compose.Elsewhere), h.Words
}

// isElsewhere reports whether the Chinese of a term is that of other goods. Of goods that
// nothing is known of, several words say enough.
func (a *analyser) isElsewhere(h terms.Hit) bool {
	t := h.Term
	return !h.User && (h.Words == 1 || a.field.Known()) && t.Status == terms.Preferred && t.Category != "" && !a.field.Is(t.Category) && (a.prefer == "" || !a.prefer.Takes(t.Part))
}

// otherGoods is the sense of a word that only other goods have.
func otherGoods(t terms.Term) string { return asIn + strings.ReplaceAll(t.Category, ",", ", ") }

const asIn = "as in goods of "

func reviewDoubt(r terms.Review) compose.Doubt {
	if r.Done() {
		return compose.Certain
	}
	return compose.Unreviewed
}

// ask notes a question, where the owner is asked about these texts at all.
func (a *analyser) ask(q Question) {
	if a.asks == nil || q.Why == compose.Unknown && !a.needed {
		return
	}
	q.Field, q.Needed = a.fieldKey, a.needed
	a.asks.add(q)
}

// isName reports whether a word that no table has is a name by its form: a code of
// capitals with digits, XR-7.
func isName(t words.Token) bool {
	digits, letters := false, false
	for _, r := range t.Text {
		switch {
		case unicode.IsDigit(r):
			digits = true
		case unicode.IsUpper(r):
			letters = true
		default:
			return false
		}
	}
	return digits && letters
}

// modelTail reports whether token i goes on with the model's name before it: the 15 Pro
// Max of an iPhone.
func (a *analyser) modelTail(text string, ts []words.Token, i int, last *compose.Stretch) bool {
	if last == nil || last.Role != compose.KeptRole || last.Next != i || ts[i].Kind == words.SignToken {
		return false
	}
	return a.lex.Kinds[ts[i].Low].Has(words.Model) || ts[i].Kind == words.NumberToken && !a.counts(text, ts, i)
}

// counts reports whether the number at token i is a quantity: a unit or a measure word
// is behind it.
func (a *analyser) counts(text string, ts []words.Token, i int) bool {
	if _, ok := a.units.Scan(text, ts[i].From); ok {
		return true
	}
	if i+1 >= len(ts) {
		return false
	}
	_, ok := a.packWord(ts[i+1:])
	return ok
}

// placeholder is the length in bytes of what a program fills in later, {{brand}} or
// {color}, at the start of a text, or 0.
func placeholder(s string) int {
	open := len(s) - len(strings.TrimLeft(s, "{"))
	if open == 0 || open > 2 {
		return 0
	}
	name := strings.TrimLeft(s, "{")
	end := strings.IndexByte(name, '}')
	if end <= 0 || end > maxPlaceholder || strings.ContainsAny(name[:end], "{<>") || !strings.HasPrefix(name[end:], strings.Repeat("}", open)) {
		return 0
	}
	return open + end + open
}

// maxPlaceholder is how long the name of a placeholder is, at most.
const maxPlaceholder = 64
