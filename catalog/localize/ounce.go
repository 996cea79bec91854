package localize

import "strings"

// A bare "oz" is a weight on a bag of coffee and a volume on a bottle of syrup.
// The words around it tell which: a few settle it wherever they stand, else the
// last one that says anything, as English puts the thing itself at the end
// (chocolate syrup, olive oil soap bar). The lists are this project's own, from
// the way US packs are labelled (21 CFR 101.7: solids and viscous foods by
// weight, liquids by fluid measure).
var (
	surelyWeight = stems("net-wt net-weight weigh weight candle wax")
	weightWords  = stems("powder bean coffee jerky bar capsule tablet gummy nut snack tea seed flour sugar salt chocolate candy cookie granola cereal pasta rice cheese honey butter jam " +
		"spice rub fabric denim canvas fleece shoe boot jacket tent helmet bike dumbbell yarn clay bag pouch")
	liquidWords = stems("fl fluid bottle syrup shampoo conditioner lotion serum toner tumbler mug cup flask thermos glass pitcher kettle teapot carafe jug bowl water juice milk oil vinegar sauce " +
		"wine beer soda kombucha drink beverage smoothie broth liquid spray mist wash cleanser sanitizer perfume cologne detergent mouthwash essence moisturizer sunscreen brew latte hydration canteen sippy soap")
)

// stems makes a set of stemmed words; a hyphen joins words that only count together.
func stems(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[joinStems(words(w))] = true
	}
	return set
}

func joinStems(ws []string) string {
	stemmed := make([]string, len(ws))
	for i, w := range ws {
		stemmed[i] = stem(w)
	}
	return strings.Join(stemmed, " ")
}

// ounceSense tells by its words whether the ounces of a text are fluid, and the
// word that says so. A sure word in the text decides, then what the product is
// by its contexts (its title comes first), and the text's other words last: the
// glass jar of a clay mask makes no liquid of it.
func ounceSense(text string, contexts ...string) (fluid bool, why string) {
	if word := lastIn(words(text), surelyWeight); word != "" {
		return false, word
	}
	for _, context := range append(contexts, text) {
		thing, rest, _ := strings.Cut(strings.ToLower(context), " with ")
		for _, part := range []string{thing, rest} {
			if fluid, why := wordSense(words(part)); why != "" {
				return fluid, why
			}
		}
	}
	return false, ""
}

// wordSense reads one text's words: a sure one wherever it is, else the last.
func wordSense(ws []string) (fluid bool, why string) {
	if word := lastIn(ws, surelyWeight); word != "" {
		return false, word
	}
	for i := len(ws) - 1; i >= 0; i-- {
		if word := wordIn(ws[i:], liquidWords); word != "" {
			return true, word
		}
		if word := wordIn(ws[i:], weightWords); word != "" {
			return false, word
		}
	}
	return false, ""
}

func lastIn(ws []string, set map[string]bool) string {
	for i := len(ws) - 1; i >= 0; i-- {
		if word := wordIn(ws[i:], set); word != "" {
			return word
		}
	}
	return ""
}

// wordIn returns the first word of ws, or its first pair, when the set has it.
func wordIn(ws []string, set map[string]bool) string {
	if len(ws) > 1 && set[joinStems(ws[:2])] {
		return ws[0] + " " + ws[1]
	}
	if set[stem(ws[0])] {
		return ws[0]
	}
	return ""
}
