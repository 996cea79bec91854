package compose

import (
	"strings"

	"tradewind.app/catalog/localize/terms"
)

// Group is a run of stretches that stay or go together when a title is cut:
// a word, a number with what it counts, two nouns joined by "and".
type Group struct {
	Words  []Stretch
	Weight int        // worth in a title; see worth
	Part   terms.Part // of its last word
	Role   role       // of its last word
}

// How much a group is worth when a title is cut. A term's own weight counts
// double, so that measures are between an attribute (2) and a product noun (3).
const (
	worthUnknown  = 3
	WorthModifier = 3 // at most: "with poles, stakes and bag" is long
	worthKept     = 4
	worthMeasure  = 5
	worthBrand    = 50
	WorthHead     = 100
)

func Worth(s Stretch) int {
	switch s.Role {
	case BrandRole:
		return worthBrand
	case MeasureRole, PackRole:
		return worthMeasure
	case UnknownRole:
		return worthUnknown
	case KeptRole, NumberRole:
		return worthKept
	}
	return 2 * s.Weight
}

// Grouped joins the stretches that belong together.
func Grouped(ss []Stretch) []Group {
	list := make([]Group, 0, len(ss))
	glue := false // the next word belongs to the last group
	for i, s := range ss {
		joinBack := false
		switch s.Role {
		case AndRole:
			if !joinsWords(ss, i) {
				continue
			}
			joinBack = true
		case MarkRole:
			joinBack = true
		case KeptRole: // the parts of one name
			joinBack = i > 0 && ss[i-1].Role == KeptRole && ss[i-1].Next == s.At
		case NumberRole:
			joinBack = i > 0 && takesNumber(ss[i-1])
		}
		if (joinBack || glue) && len(list) > 0 {
			list[len(list)-1].add(s)
		} else {
			list = append(list, Group{Words: ss[i : i+1 : i+1], Weight: Worth(s), Part: s.Part, Role: s.Role})
		}
		glue = s.Role == AndRole || s.Role == MarkRole || s.Role == NumberRole && !joinBack
	}
	return list
}

func newGroup(s Stretch) Group {
	return Group{Words: []Stretch{s}, Weight: Worth(s), Part: s.Part, Role: s.Role}
}

func (g *Group) add(s Stretch) {
	g.Words = append(g.Words, s)
	g.Weight = max(g.Weight, Worth(s))
	if s.Role != MarkRole && s.Role != AndRole {
		g.Part, g.Role = s.Part, s.Role
	}
}

func (g Group) Text() string {
	var b strings.Builder
	for _, s := range g.Words {
		b.WriteString(s.Text)
	}
	return b.String()
}

// joinsWords reports whether the "and" at i has a word on both sides.
func joinsWords(ss []Stretch, i int) bool {
	return i > 0 && i < len(ss)-1 && ss[i-1].Role != AndRole && ss[i+1].Role != AndRole
}

func describes(s Stretch) bool { return s.Part == terms.Adj || s.Part == terms.Verb }

// takesNumber reports whether a number belongs to the word before it: SPF 50,
// size 8, a model's name.
func takesNumber(s Stretch) bool {
	return s.Role == UnknownRole || s.Role == KeptRole || s.Part == terms.Size
}

// Leads reports whether the group only describes, so that it is before the
// noun wherever English put it.
func (g Group) Leads() bool {
	switch g.Part {
	case terms.Adj, terms.Material, terms.Audience, terms.Place, terms.Verb, terms.Adverb:
		return true
	}
	return false
}

// IsSpec reports whether the group is a size, number or colour, which are
// behind the noun and apart from it.
func (g Group) IsSpec() bool { return g.Role == MeasureRole || g.Role == PackRole }

// IsNoun reports whether the group can be the thing that is sold.
func (g Group) IsNoun() bool {
	return g.Role == ContentRole && (g.Part == terms.Noun || g.Part == terms.Phrase)
}
