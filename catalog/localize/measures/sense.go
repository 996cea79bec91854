package measures

import (
	"strings"

	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/words"
)

// sense is what a word makes of the unit of a measure beside it, one bit each: a word
// may be a thing by itself and a part of another.
type sense uint32

const (
	senseScreen     sense = 1 << iota // its size is said in inches: 英寸
	senseThread                       // so are threads, pipes and drives
	senseWheel                        // and wheels, suitcases and pizzas, in speech: 寸
	senseAccessory                    // of a screen or wheel, whose size is said of it: a laptop sleeve
	senseFurniture                    // beside a screen or wheel the size may be its own: a bike lock
	senseTelevision                   // beside a television the size may be its own: a TV bench
	senseSpanAfter                    // a difference of temperatures, in front of the word
	senseSpanBefore                   // a difference of temperatures, right behind the word
	senseNever                        // the unit is none
	senseOnly                         // the unit is one only where such a word is
	senseAngle                        // degrees of a circle
	senseHeat                         // degrees of heat
	senseFabric                       // ounces by the square yard
	senseTextile                      // ounces by the square yard, of garments
	senseGarment                      // ounces by the square yard, if they are no weight
	senseEither                       // ounces are its weight, or that of the cloth it is made of
	senseLinear                       // ounces by the yard, of any width
	senseKept                         // ounces stay: boxing gloves
	senseWeight                       // ounces are a weight
	senseGrocery                      // ounces are a weight, unless it is a liquid
	senseServings                     // cups are servings: a coffee maker
	senseHoles                        // cups are hollows: a muffin pan
	senseVolume                       // cups are the volume of a bowl
	senseLiquid                       // cups of a liquid
	senseVessel                       // cups are drunk from
	sensePowder                       // cups and spoons are measured dry
	senseCable                        // feet are rounded metres
	senseBasis                        // pounds are those of a ream of paper
	senseMomme                        // millimetres are momme: silk
)

// senseNames are the names of senses in the tables.
var senseNames = map[string]sense{
	"screen": senseScreen, "thread": senseThread, "wheel": senseWheel, "accessory": senseAccessory, "furniture": senseFurniture,
	"tv-furniture": senseTelevision, "span-after": senseSpanAfter, "span-before": senseSpanBefore, "never": senseNever, "only": senseOnly,
	"angle": senseAngle, "heat": senseHeat, "fabric": senseFabric, "textile": senseTextile, "garment": senseGarment, "either": senseEither, "linear": senseLinear,
	"kept": senseKept, "weight": senseWeight, "grocery": senseGrocery, "servings": senseServings, "holes": senseHoles, "volume": senseVolume,
	"liquid": senseLiquid, "vessel": senseVessel, "powder": sensePowder, "cable": senseCable, "basis": senseBasis, "momme": senseMomme,
}

func (s sense) has(any sense) bool { return s&any != 0 }

// readSense reads a line of measured.tsv.
func (u *Units) readSense(cells []string) error {
	of, key := senseNames[cells[2]], u.key(cells[0])
	if of == 0 {
		return table.Unknown("sense", cells[2])
	}
	if _, ok := u.unit(cells[1]); !ok {
		return table.Unknown("unit", cells[1])
	}
	known := u.senses[cells[1]]
	if known == nil {
		known = map[string]sense{}
		u.senses[cells[1]] = known
	}
	if known[key].has(of) {
		return table.Duplicate
	}
	known[key] |= of
	if of == senseOnly {
		u.only[cells[1]] = true
	}
	return nil
}

// maxSenseWords is how many words a line of measured.tsv has.
const maxSenseWords = 3

// at is the sense of the longest line that begins at token i, and its words.
func (u *Units) at(unit string, ts []words.Token, i int) (sense, int) {
	known := u.senses[unit]
	if known == nil {
		return 0, 0
	}
	for n := min(maxSenseWords, len(ts)-i); n > 0; n-- {
		if s := known[joined(ts[i:i+n])]; s != 0 {
			return s, n
		}
	}
	return 0, 0
}

// joined is the key of a few tokens.
func joined(ts []words.Token) string {
	if len(ts) == 1 {
		return ts[0].Stem
	}
	stems := make([]string, len(ts))
	for i, t := range ts {
		stems[i] = t.Stem
	}
	return strings.Join(stems, " ")
}

// Setting is a token of a text at which a measure may begin, and the texts that say what
// the product is, nearest first.
type Setting struct {
	Text     string
	Tokens   []words.Token
	At       int
	Contexts []string
}

// scene is a measure among the tokens of its clause.
type scene struct {
	u           *Units
	set         Setting
	from, to    int // the tokens of the measure
	left, right int // the tokens of its clause
}

func (u *Units) sceneOf(set Setting, m Measure) scene {
	sc := scene{u: u, set: set, from: set.At, to: set.At}
	for sc.to < len(set.Tokens) && set.Tokens[sc.to].From < m.To {
		sc.to++
	}
	for sc.left = sc.from; sc.left > 0 && !u.breaks(set.Tokens[sc.left-1]); sc.left-- {
	}
	for sc.right = sc.to; sc.right < len(set.Tokens) && !u.breaks(set.Tokens[sc.right]); sc.right++ {
	}
	return sc
}

// breaks reports whether a token ends a clause. A colon does not: "Screen size: 6.1 in".
func (u *Units) breaks(t words.Token) bool {
	if t.Kind != words.SignToken || t.Text == ":" {
		return false
	}
	return u.lex.Signs.Breaks[t.Text] != "" || u.lex.Signs.Ends[t.Text] != ""
}

// clause is the sense of the nearest word of one of the kinds in the measure's clause.
// What is behind the measure counts before what is in front of it.
func (sc scene) clause(unit string, of sense) (sense, string) {
	for i := sc.to; i < sc.right; i++ {
		if s, n := sc.u.at(unit, sc.set.Tokens, i); s.has(of) {
			return s & of, sc.words(i, n)
		}
	}
	return sc.u.last(unit, sc.set.Tokens[sc.left:sc.from], of)
}

// anywhere is the sense of a word of the kinds in the clause, the whole text, or what the
// product is.
func (sc scene) anywhere(unit string, of sense) (sense, string) {
	if s, word := sc.clause(unit, of); s != 0 {
		return s, word
	}
	if s, word := sc.u.last(unit, sc.set.Tokens, of); s != 0 {
		return s, word
	}
	return sc.product(unit, of)
}

// product is the sense of the last word of the kinds in what the product is: English puts
// the thing itself last, before what it is for or comes with.
func (sc scene) product(unit string, of sense) (sense, string) {
	for _, context := range sc.set.Contexts {
		thing, rest := cutThing(context)
		for _, part := range []string{thing, rest} {
			if s, word := sc.u.last(unit, sc.u.lex.Tokens(part), of); s != 0 {
				return s, word
			}
		}
	}
	return 0, ""
}

// cutThing cuts a title before what the thing is for or comes with.
func cutThing(title string) (thing, rest string) {
	low := strings.ToLower(title)
	at := len(low)
	for _, word := range []string{" with ", " for "} {
		if i := strings.Index(low, word); i >= 0 && i < at {
			at = i
		}
	}
	return low[:at], low[at:]
}

// last is the sense of the last line of the kinds in a text.
func (u *Units) last(unit string, ts []words.Token, of sense) (sense, string) {
	for end := len(ts); end > 0; end-- {
		if s, n := u.ending(unit, ts[:end]); s.has(of) {
			return s & of, wordsOf(ts[end-n : end])
		}
	}
	return 0, ""
}

// ending is the sense of the longest line that a text ends in, and its words.
func (u *Units) ending(unit string, ts []words.Token) (sense, int) {
	for n := min(maxSenseWords, len(ts)); n > 0; n-- {
		if s := u.senses[unit][joined(ts[len(ts)-n:])]; s != 0 {
			return s, n
		}
	}
	return 0, 0
}

func (sc scene) words(i, n int) string { return wordsOf(sc.set.Tokens[i : i+n]) }

func wordsOf(ts []words.Token) string {
	list := make([]string, len(ts))
	for i, t := range ts {
		list[i] = t.Low
	}
	return strings.Join(list, " ")
}

// alone reports whether the clause says nothing but the measure.
func (sc scene) alone() bool {
	for i := sc.left; i < sc.right; i++ {
		if (i < sc.from || i >= sc.to) && !sc.filler(i) {
			return false
		}
	}
	return true
}

// fillers are words beside a measure that say nothing of what it is the size of.
var fillers = wordSet(
	"size up to from of is diagonal diagonally measure between at the a an max maximum fit for most about approx class compatible with all and or under only device",
	"ft feet model version inch in supports support holds any mini pro air plus x curved ultrawide ips qhd fhd uhd hd oled gaming smart portable touch flat",
	"checked rear front round pneumatic fat foldable rolling hardside softside spinner upright square standard",
)

func wordSet(lines ...string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines {
		for word := range strings.FieldsSeq(line) {
			set[word] = true
		}
	}
	return set
}

// filler reports whether token i says nothing of what is measured.
func (sc scene) filler(i int) bool {
	t := sc.set.Tokens[i]
	return t.Kind != words.WordToken || fillers[t.Low] || fillers[t.Stem]
}
