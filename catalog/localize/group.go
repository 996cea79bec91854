package localize

import "strings"

// group is a run of stretches that stand or fall together when a title is cut:
// a word, a number with what it counts, two nouns joined by "and".
type group struct {
	words  []stretch
	weight int  // worth in a title; see worth
	part   Part // of its last word
	role   role // of its last word
}

// How much a group is worth when a title is cut. A term's own weight counts
// double, so that measures stand between an attribute (2) and a product noun (3).
const (
	worthUnknown  = 3
	worthModifier = 3 // at most: "with poles, stakes and bag" is long
	worthKept     = 4
	worthMeasure  = 5
	worthBrand    = 50
	worthHead     = 100
)

func worth(s stretch) int {
	switch s.role {
	case brandRole:
		return worthBrand
	case measureRole, packRole:
		return worthMeasure
	case unknownRole:
		return worthUnknown
	case keptRole, numberRole:
		return worthKept
	}
	return 2 * s.weight
}

// grouped joins the stretches that belong together.
func grouped(ss []stretch) []group {
	list := make([]group, 0, len(ss))
	glue := false // the next word belongs to the last group
	for i, s := range ss {
		joinBack := false
		switch s.role {
		case andRole:
			if !joinsWords(ss, i) {
				continue
			}
			joinBack = true
		case markRole:
			joinBack = true
		case numberRole:
			joinBack = i > 0 && takesNumber(ss[i-1])
		}
		if (joinBack || glue) && len(list) > 0 {
			list[len(list)-1].add(s)
		} else {
			list = append(list, group{words: ss[i : i+1 : i+1], weight: worth(s), part: s.part, role: s.role})
		}
		glue = s.role == andRole || s.role == markRole || s.role == numberRole && !joinBack
	}
	return list
}

func newGroup(s stretch) group {
	return group{words: []stretch{s}, weight: worth(s), part: s.part, role: s.role}
}

func (g *group) add(s stretch) {
	g.words = append(g.words, s)
	g.weight = max(g.weight, worth(s))
	if s.role != markRole && s.role != andRole {
		g.part, g.role = s.part, s.role
	}
}

func (g group) text() string {
	var b strings.Builder
	for _, s := range g.words {
		b.WriteString(s.Text)
	}
	return b.String()
}

// joinsWords reports whether the "and" at i has a word on both sides.
func joinsWords(ss []stretch, i int) bool {
	return i > 0 && i < len(ss)-1 && ss[i-1].role != andRole && ss[i+1].role != andRole
}

func describes(s stretch) bool { return s.part == Adj || s.part == Verb }

// takesNumber reports whether a number belongs to the word before it: SPF 50,
// size 8, a model's name.
func takesNumber(s stretch) bool {
	return s.role == unknownRole || s.role == keptRole || s.part == Size
}

// leads reports whether the group only describes, so that it stands before the
// noun wherever English put it.
func (g group) leads() bool {
	switch g.part {
	case Adj, Material, Audience, Place, Verb, Adverb:
		return true
	}
	return false
}

// isSpec reports whether the group tells size, number or colour, which stand
// behind the noun and apart from it.
func (g group) isSpec() bool { return g.role == measureRole || g.role == packRole }

// isNoun reports whether the group can be the thing that is sold.
func (g group) isNoun() bool { return g.role == contentRole && (g.part == Noun || g.part == Phrase) }
