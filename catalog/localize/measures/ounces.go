package measures

import (
	"math/big"

	"tradewind.app/catalog/localize/words"
)

// An ounce is a weight, a volume, or the weight of a square yard of cloth. The words
// around it decide: the nearest in its clause, then what the product is.

// ounceKind is what an ounce measures.
type ounceKind uint8

const (
	unknownOunce ounceKind = iota
	weightOunce
	fluidOunce
	clothOunce
	linearOunce
	keptOunce
	clothOrWeight // of a denim jacket that says no more
)

// clothWeights bound the ounces of cloth: nothing woven is lighter or heavier.
var lightestCloth, heaviestCloth = big.NewRat(2, 1), big.NewRat(25, 1)

// ounces decides what the ounces of a measure are, and by which word.
func (sc scene) ounces(m Measure) (ounceKind, string) {
	if s, word := sc.anywhere("oz", senseKept); s != 0 && m.values[0].IsInt() {
		return keptOunce, word
	}
	if s, word := sc.clause("oz", senseLinear); s != 0 && m.isCloth() {
		return linearOunce, word
	}
	cloth, clothWord := sc.clause("oz", senseFabric)
	if word := sc.u.lex.WeightWord(sc.set.Text); word != "" && (cloth == 0 || word != "weight") {
		return weightOunce, word
	}
	if kind, word := sc.nearestOunce(cloth != 0); kind != unknownOunce && (kind != clothOunce || m.isCloth()) {
		return kind, word
	}
	if cloth != 0 && m.isCloth() {
		return clothOunce, clothWord
	}
	return sc.productOunce(m)
}

// isCloth reports whether cloth may weigh what the measure says.
func (m Measure) isCloth() bool {
	return m.times == "" && m.Unit.Code == "oz" && m.values[0].Cmp(lightestCloth) >= 0 && m.values[len(m.values)-1].Cmp(heaviestCloth) <= 0
}

// nearestOunce reads the nearest word in the clause that says what an ounce is, first
// behind the measure. The weight of a cloth that is named is no weight of the goods.
func (sc scene) nearestOunce(cloth bool) (ounceKind, string) {
	for i := sc.to; i < sc.right; i++ {
		s, n := sc.u.at("oz", sc.set.Tokens, i)
		if kind, word := sc.ounceOf(s, i, max(n, 1), true); kind != unknownOunce {
			return kind, word
		}
	}
	for end := sc.from; end > sc.left; end-- {
		s, n := sc.u.ending("oz", sc.set.Tokens[sc.left:end])
		n = max(n, 1)
		if kind, word := sc.ounceOf(s, end-n, n, false); kind != unknownOunce && !(cloth && word == "weight") {
			return kind, word
		}
	}
	return unknownOunce, ""
}

// ounceOf is what the n words at token i, of a sense or none, make of an ounce.
func (sc scene) ounceOf(s sense, i, n int, behind bool) (ounceKind, string) {
	switch {
	case s.has(senseLinear):
		return linearOunce, sc.words(i, n)
	case s.has(senseFabric), s.has(senseGarment) && behind, s.has(senseTextile) && sc.isGarment():
		return clothOunce, sc.words(i, n)
	case s.has(senseWeight):
		return weightOunce, sc.words(i, n)
	}
	return sc.u.thingOunce(sc.set.Tokens[i:])
}

// thingOunce is what the things of the word tables make of an ounce.
func (u *Units) thingOunce(ts []words.Token) (ounceKind, string) {
	switch word, fluid := u.lex.OunceWord(ts); {
	case word == "":
		return unknownOunce, ""
	case fluid:
		return fluidOunce, word
	default:
		return weightOunce, word
	}
}

// isGarment reports whether the product or the text is of a garment.
func (sc scene) isGarment() bool {
	s, _ := sc.anywhere("oz", senseGarment|senseFabric)
	return s != 0
}

// productOunce decides by what the product is: the last word of each context that says
// anything, then of the text. A bag says little.
func (sc scene) productOunce(m Measure) (ounceKind, string) {
	var texts [][]words.Token
	for _, context := range sc.set.Contexts {
		if word := sc.u.lex.WeightWord(context); word != "" {
			return weightOunce, word
		}
		thing, rest := cutThing(context)
		texts = append(texts, sc.u.lex.Tokens(thing), sc.u.lex.Tokens(rest))
	}
	texts = append(texts, sc.set.Tokens)
	for _, ts := range texts {
		if kind, word := sc.u.lastOunce(ts, m, false); kind != unknownOunce {
			return kind, word
		}
	}
	for _, ts := range texts {
		if kind, word := sc.u.lastOunce(ts, m, true); kind != unknownOunce {
			return kind, word
		}
	}
	return unknownOunce, ""
}

// lastOunce reads a text from its end. Containers and the names of departments are
// weak.
func (u *Units) lastOunce(ts []words.Token, m Measure, weak bool) (ounceKind, string) {
	for end := len(ts); end > 0; end-- {
		s, n := u.ending("oz", ts[:end])
		last := ts[end-1]
		switch {
		case s.has(senseEither) && m.isCloth():
			if of, word := u.last("oz", ts, senseFabric); of != 0 {
				return clothOrWeight, word
			}
		case s.has(senseFabric|senseGarment) && m.isCloth():
			return clothOunce, wordsOf(ts[end-n : end])
		case s.has(senseLinear) && m.isCloth():
			return linearOunce, wordsOf(ts[end-n : end])
		case s.has(senseWeight), weak && s.has(senseGrocery):
			return weightOunce, wordsOf(ts[end-n : end])
		}
		if isContainer := last.Stem == "bag" || last.Stem == "pouch"; isContainer && !weak {
			continue
		}
		if kind, word := u.thingOunce(ts[end-1:]); kind != unknownOunce {
			return kind, word
		}
	}
	return unknownOunce, ""
}
