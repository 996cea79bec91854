package words

import "strings"

// A bare "oz" is a weight on a bag of coffee and a volume on a bottle of syrup.
// The words around it decide: a few wherever they are, otherwise the last one that
// says anything, as English puts the thing itself at the end (chocolate syrup,
// olive oil soap bar). things.tsv lists them, from the way US packs are labelled (21
// CFR 101.7: solids and viscous foods by weight, liquids by fluid measure).

func (lx *Lexicon) JoinStems(ws []string) string {
	stemmed := make([]string, len(ws))
	for i, w := range ws {
		stemmed[i] = lx.Stem(w)
	}
	return strings.Join(stemmed, " ")
}

// WeightWord is the word of a text that makes its ounces a weight wherever it is, or
// empty.
func (lx *Lexicon) WeightWord(text string) string { return lx.lastThing(lx.Words(text), weightAlways) }

// OunceWord is the word that begins at ts[0] and says what an ounce beside it is, and
// whether it is fluid.
func (lx *Lexicon) OunceWord(ts []Token) (word string, fluid bool) {
	ws := []string{ts[0].Low}
	if len(ts) > 1 {
		ws = append(ws, ts[1].Low)
	}
	if word := lx.thing(ws, liquid); word != "" {
		return word, true
	}
	return lx.thing(ws, weight|weightAlways), false
}

// OunceSense decides by its words whether the ounces of a text are fluid, and the
// word that says so. A sure word in the text decides, then what the product is
// by its contexts (its title comes first), and the rest of the text's words last: the
// glass jar of a clay mask makes no liquid of it.
func (lx *Lexicon) OunceSense(text string, contexts ...string) (fluid bool, why string) {
	if word := lx.lastThing(lx.Words(text), weightAlways); word != "" {
		return false, word
	}
	for _, context := range append(contexts, text) {
		thing, rest, _ := strings.Cut(strings.ToLower(context), " with ")
		for _, part := range []string{thing, rest} {
			if fluid, why := lx.wordSense(lx.Words(part)); why != "" {
				return fluid, why
			}
		}
	}
	return false, ""
}

// wordSense reads one text's words: a sure one wherever it is, otherwise the last.
func (lx *Lexicon) wordSense(ws []string) (fluid bool, why string) {
	if word := lx.lastThing(ws, weightAlways); word != "" {
		return false, word
	}
	for i := len(ws) - 1; i >= 0; i-- {
		if word := lx.thing(ws[i:], liquid); word != "" {
			return true, word
		}
		if word := lx.thing(ws[i:], weight); word != "" {
			return false, word
		}
	}
	return false, ""
}

func (lx *Lexicon) lastThing(ws []string, of Kinds) string {
	for i := len(ws) - 1; i >= 0; i-- {
		if word := lx.thing(ws[i:], of); word != "" {
			return word
		}
	}
	return ""
}

// thing returns the first word of ws, or its first pair, when it is of a kind.
func (lx *Lexicon) thing(ws []string, of Kinds) string {
	if len(ws) > 1 && lx.Things[lx.JoinStems(ws[:2])].Has(of) {
		return ws[0] + " " + ws[1]
	}
	if lx.Things[lx.Stem(ws[0])].Has(of) {
		return ws[0]
	}
	return ""
}
