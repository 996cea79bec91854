package localize

import "strings"

// Chinese counts each thing with a word of its own, where English says pair or
// count of all of them: what the product is decides.

// counter writes a number with the measure word that a term and the product ask for.
func (a *analyser) counter(number string, h hit) string {
	switch word := a.lex.stem(h.term.English); {
	case h.user:
	case h.term.Hans == "人" && a.lex.counters.persons[number] != "":
		return a.lex.counters.persons[number]
	case word == "count" || word == "ct":
		return number + a.pieceWord(h.term.Hans)
	case word == "pair":
		return number + a.pairWord()
	}
	return number + h.term.Hans
}

// yearsLast reports whether the number at token i says how long something
// lasts: aged for 2 years is 2年, a toy for 2 years 2岁.
func (a *analyser) yearsLast(ts []token, i int) bool {
	return i > 0 && a.lex.kinds[ts[i-1].low].has(lasting) || i > 1 && a.lex.kinds[ts[i-2].low].has(lasting)
}

// yearsOld reads the bare number of "ages 3 and up" at token i.
func yearsOld(ts []token, i int) (stretch, int) {
	if i == 0 || ts[i-1].stem != "age" || ts[i].kind != numberToken {
		return stretch{}, 0
	}
	return stretch{Segment: Segment{Text: ranged(ts[i].text) + "岁", Origin: FromNumber}, role: contentRole, part: Count}, 1
}

// pairWord is the measure word of the product's pairs: the last word of its
// title that has one decides, as English puts the thing itself last.
func (a *analyser) pairWord() string {
	for _, context := range a.context {
		thing, _, _ := strings.Cut(strings.ToLower(context), " for ")
		ws := a.lex.words(thing)
		for i := len(ws) - 1; i >= 0; i-- {
			if word := a.lex.counters.pairs[a.lex.stem(ws[i])]; word != "" {
				return word
			}
		}
	}
	return "对"
}

// pieceWord is the measure word of the product's pieces, or the given one.
func (a *analyser) pieceWord(otherwise string) string {
	for _, context := range a.context {
		ts := a.lex.tokens(context)
		for i := len(ts) - 1; i >= 0; i-- {
			h, ok := a.tb.find(ts[i:], wanted{Pack, a.field, true})
			if ok && h.term.Part == Pack && h.term.Hans != "件" && a.lex.counters.pieces[h.term.Hans] {
				return h.term.Hans
			}
		}
	}
	return otherwise
}

// letter reads "Type A" and "Size 2" of a diaper, which Chinese turns around, at
// token i. It returns the number of tokens read.
func (a *analyser) letter(ts []token, i int) (stretch, int) {
	if i+1 >= len(ts) || strings.TrimSpace(ts[i+1].gap) != "" {
		return stretch{}, 0
	}
	next := ts[i+1]
	word := ""
	switch {
	case ts[i].low == "type" && (next.kind == numberToken || len(next.text) == 1 && next.kind == wordToken):
		word = "型"
	case ts[i].low == "size" && next.kind == numberToken && a.field.is("baby") && (i+2 >= len(ts) || ts[i+2].kind == signToken):
		word = "号"
	default:
		return stretch{}, 0
	}
	return stretch{Segment: Segment{Text: strings.ToUpper(next.text) + word, Origin: FromTerm}, role: contentRole, part: Size, weight: defaultWeight}, 2
}

// imperative reports whether the word at token i asks the reader to do something
// with a number of things.
func (a *analyser) imperative(ts []token, i int) bool {
	return a.lex.kinds[ts[i].low].has(order) && (i == 0 || ts[i-1].kind == signToken) && i+1 < len(ts) && ts[i+1].kind == numberToken
}

// marked reports whether the word at token i is somebody's trade mark.
func marked(ts []token, i int) bool {
	return ts[i].kind == wordToken && i+1 < len(ts) && ts[i+1].gap == "" && (ts[i+1].text == "™" || ts[i+1].text == "®")
}

// plainMarked is a word that no term may name here: a trade mark stays.
func plainMarked(ts []token, i int) stretch {
	s := stretch{Segment: Segment{Text: ts[i].text, Origin: Untranslated}, role: unknownRole}
	if marked(ts, i) {
		s.Origin, s.role = Kept, keptRole
	}
	return s
}

// isLetter reports whether the word at token i is a letter that names something
// and no article: the A of "Size A" and of "A cup", and of an option value "A".
func (a *analyser) isLetter(ts []token, i int) bool {
	if len(ts[i].text) != 1 || ts[i].text != strings.ToUpper(ts[i].text) || ts[i].kind != wordToken {
		return false
	}
	if len(ts) == 1 || i > 0 && a.lex.things[ts[i-1].stem].has(letterNoun) {
		return true
	}
	return len(ts) == 2 && i == 0 && a.lex.things[ts[1].stem].has(letterNoun)
}
