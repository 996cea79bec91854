package localize

import (
	"strings"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Chinese counts each thing with a word of its own, where English says pair or
// count of all of them: what the product is decides.

// counter writes a number with the measure word that a term and the product ask for.
func (a *analyser) counter(number string, h terms.Hit) string {
	switch word := a.lex.Stem(h.Term.English); {
	case h.User:
	case h.Term.Hans == "人" && a.lex.Counters.Persons[number] != "":
		return a.lex.Counters.Persons[number]
	case word == "count" || word == "ct":
		return number + a.pieceWord(h.Term.Hans)
	case word == "pair":
		return number + a.pairWord()
	}
	return number + h.Term.Hans
}

// yearsLast reports whether the number at token i says how long something
// lasts: aged for 2 years is 2年, a toy for 2 years 2岁.
func (a *analyser) yearsLast(ts []words.Token, i int) bool {
	return i > 0 && a.lex.Kinds[ts[i-1].Low].Has(words.Lasting) || i > 1 && a.lex.Kinds[ts[i-2].Low].Has(words.Lasting)
}

// pairWord is the measure word of the product's pairs: the last word of its
// title that has one decides, as English puts the thing itself last.
func (a *analyser) pairWord() string {
	for _, context := range a.context {
		thing, _, _ := strings.Cut(strings.ToLower(context), " for ")
		ws := a.lex.Words(thing)
		for i := len(ws) - 1; i >= 0; i-- {
			if word := a.lex.Counters.Pairs[a.lex.Stem(ws[i])]; word != "" {
				return word
			}
		}
	}
	return "对"
}

// pieceWord is the measure word of the product's pieces, or the given one.
func (a *analyser) pieceWord(otherwise string) string {
	for _, context := range a.context {
		ts := a.lex.Tokens(context)
		for i := len(ts) - 1; i >= 0; i-- {
			h, ok := a.tb.Find(ts[i:], terms.Wanted{Part: terms.Pack, Field: a.field, Counts: true})
			if ok && h.Term.Part == terms.Pack && h.Term.Hans != "件" && a.lex.Counters.Pieces[h.Term.Hans] {
				return h.Term.Hans
			}
		}
	}
	return otherwise
}

// letter reads "Type A" and "Size 2" of a diaper, which Chinese turns around, "Ages
// 4+" and "Nov 21, 2026", at token i. It returns the number of tokens read.
func (a *analyser) letter(ts []words.Token, i int) (compose.Stretch, int) {
	if s, n := date(ts, i); n > 0 {
		return s, n
	}
	if s, n := ages(ts, i); n > 0 || i+1 >= len(ts) || strings.TrimSpace(ts[i+1].Gap) != "" {
		return s, n
	}
	next := ts[i+1]
	word := ""
	switch {
	case ts[i].Low == "type" && (next.Kind == words.NumberToken || len(next.Text) == 1 && next.Kind == words.WordToken):
		word = "型"
	case ts[i].Low == "size" && next.Kind == words.NumberToken && a.field.Is("baby") && (i+2 >= len(ts) || ts[i+2].Kind == words.SignToken):
		word = "号"
	default:
		return compose.Stretch{}, 0
	}
	return compose.Stretch{Segment: compose.Segment{Text: strings.ToUpper(next.Text) + word, Origin: compose.FromTerm}, Role: compose.ContentRole, Part: terms.Size, Weight: terms.DefaultWeight}, 2
}

// imperative reports whether the word at token i asks the reader to do something
// with a number of things.
func (a *analyser) imperative(ts []words.Token, i int) bool {
	return a.lex.Kinds[ts[i].Low].Has(words.Order) && (i == 0 || ts[i-1].Kind == words.SignToken) && i+1 < len(ts) && ts[i+1].Kind == words.NumberToken
}

// marked reports whether the word at token i is somebody's trade mark.
func marked(ts []words.Token, i int) bool {
	return ts[i].Kind == words.WordToken && i+1 < len(ts) && ts[i+1].Gap == "" && (ts[i+1].Text == "™" || ts[i+1].Text == "®")
}

// plainMarked is a word that no term may name here: a trade mark stays.
func plainMarked(ts []words.Token, i int) compose.Stretch {
	s := compose.Stretch{Segment: compose.Segment{Text: ts[i].Text, Origin: compose.Untranslated}, Role: compose.UnknownRole}
	if marked(ts, i) {
		s.Origin, s.Role = compose.Kept, compose.KeptRole
	}
	return s
}

// isLetter reports whether the word at token i is a letter that names something
// and no article: the A of "Size A" and of "A cup", and of an option value "A".
func (a *analyser) isLetter(ts []words.Token, i int) bool {
	if len(ts[i].Text) != 1 || ts[i].Text != strings.ToUpper(ts[i].Text) || ts[i].Kind != words.WordToken {
		return false
	}
	if len(ts) == 1 || i > 0 && a.lex.Things[ts[i-1].Stem].Has(words.LetterNoun) {
		return true
	}
	return len(ts) == 2 && i == 0 && a.lex.Things[ts[1].Stem].Has(words.LetterNoun)
}
