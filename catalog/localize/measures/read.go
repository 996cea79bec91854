package measures

import (
	"strings"
)

// The doubts about a measure: codes of what is not surely understood.
const (
	DoubtOunces  = "ounces"        // a weight, a volume, or of cloth?
	DoubtLinear  = "ounces-linear" // of cloth by the yard, whose width is not said
	DoubtCups    = "cups"          // servings, a dry measure, or of a liquid?
	DoubtInches  = "inches"        // of the screen or wheel, or of the thing for it?
	DoubtDegrees = "degrees"       // of heat, or of a circle?
	DoubtPaper   = "paper"         // pounds of a ream, whose format is not said
)

// Reading is a measure as Chinese writes it.
type Reading struct {
	Text   string
	Note   string // the word that decided what the unit is
	Doubt  string // the code of a doubt, empty where the measure is surely understood
	Tokens int    // how many were read
}

// Read reads the measure that begins at a token and writes it as the words around it ask
// for: 14 oz of denim by the square metre, 13 inches of a laptop in inches, the cups of a
// coffee maker as servings. It reports false where no measure is.
func (u *Units) Read(set Setting) (Reading, bool) {
	m, ok := u.Scan(set.Text, set.Tokens[set.At].From)
	if !ok {
		return Reading{}, false
	}
	sc := u.sceneOf(set, m)
	r, ok := sc.read(m)
	if !ok {
		return Reading{}, false
	}
	if r.Tokens == 0 {
		r.Tokens = sc.to - sc.from
	}
	if next := set.At + r.Tokens; next < len(set.Tokens) && m.Unit.dim == length && m.Join != "×" {
		if axis := u.Axes[set.Tokens[next].Low]; axis != "" {
			r.Text, r.Tokens = axis+r.Text, r.Tokens+1
		}
	}
	return r, true
}

// read writes the measure by its unit.
func (sc scene) read(m Measure) (Reading, bool) {
	if !sc.measures(m) {
		return Reading{}, false
	}
	if m.Label != nil {
		return Reading{Text: m.Chinese()}, true
	}
	switch m.Unit.Code {
	case "in":
		return sc.readInches(m), true
	case "oz":
		return sc.readOunces(m), true
	case "oz/yd2":
		return Reading{Text: sc.u.cloth(m)}, true
	case "oz/yd":
		return Reading{Text: m.named(), Doubt: DoubtLinear}, true
	case "cup":
		text, why, doubt := sc.cups(m)
		return Reading{Text: text, Note: why, Doubt: doubt}, true
	case "tsp", "tbsp":
		return Reading{Text: m.spoons(m.Unit.name)}, true
	case "F", "C":
		return sc.readTemperature(m), true
	case "deg":
		return sc.readDegrees(m)
	case "karat":
		return sc.karat(m)
	case "ft":
		return sc.readFeet(m), true
	case "lb":
		return sc.readPounds(m), true
	case "psi":
		return Reading{Text: m.Chinese() + "（" + m.named() + "）"}, true
	case "mm":
		return sc.readMillimetres(m), true
	}
	return Reading{Text: m.Chinese()}, true
}

// measures reports whether the unit is one here: ct is a carat only of jewels, and the F
// of a bra is no Fahrenheit.
func (sc scene) measures(m Measure) bool {
	if s, _ := sc.anywhere(m.Unit.Code, senseNever); s != 0 {
		written := sc.set.Text[m.From:m.To]
		return strings.ContainsAny(written, "°º℉") || len(strings.Trim(written, "0123456789.- F")) > 0
	}
	if !sc.u.only[m.Unit.Code] || strings.Contains(strings.ToLower(sc.set.Text[m.From:m.To]), "carat") {
		return true
	}
	s, _ := sc.anywhere(m.Unit.Code, senseOnly)
	return s != 0
}

func (sc scene) readInches(m Measure) Reading {
	of, why, doubt := sc.inches(m)
	switch {
	case doubt:
		return Reading{Text: m.Chinese(), Note: why, Doubt: DoubtInches}
	case of.has(senseWheel):
		return Reading{Text: m.write(m.texts, "寸"), Note: why}
	case of != 0:
		return Reading{Text: m.write(m.texts, m.Unit.name), Note: why}
	}
	return Reading{Text: m.Chinese()}
}

func (sc scene) readOunces(m Measure) Reading {
	kind, why := sc.ounces(m)
	switch kind {
	case fluidOunce:
		m.Unit = sc.u.FluidOunce()
	case clothOunce:
		return Reading{Text: sc.u.cloth(m), Note: why}
	case clothOrWeight:
		return Reading{Text: sc.u.cloth(m), Note: why, Doubt: DoubtOunces}
	case linearOunce:
		return Reading{Text: m.named(), Note: why, Doubt: DoubtLinear}
	case keptOunce:
		return Reading{Text: m.named(), Note: why}
	case unknownOunce:
		return Reading{Text: m.Chinese(), Doubt: DoubtOunces}
	}
	return Reading{Text: m.Chinese(), Note: why}
}

// named writes the figures as they are with the unit's Chinese name.
func (m Measure) named() string { return m.write(m.texts, m.Unit.name) }

// cloth writes the ounces of cloth by the square metre, with the ounces that the denim
// trade says beside it.
func (u *Units) cloth(m Measure) string {
	by := m
	by.Unit, _ = u.unit("oz/yd2")
	return "约" + by.Chinese() + "（" + m.write(m.texts, by.Unit.name) + "）"
}

func (sc scene) readDegrees(m Measure) (Reading, bool) {
	m, doubt, ok := sc.degrees(m)
	if m.Unit.Code == "F" {
		return sc.readTemperature(m), ok
	}
	return Reading{Text: m.Chinese(), Doubt: doubt}, ok
}

// readFeet writes feet; those of cables are rounded metres.
func (sc scene) readFeet(m Measure) Reading {
	if s, why := sc.anywhere("ft", senseCable); s != 0 {
		return Reading{Text: m.inPacks("cable").Chinese(), Note: why}
	}
	return Reading{Text: m.Chinese()}
}

// readPounds writes pounds; those of a paper are of a ream whose format nobody says.
func (sc scene) readPounds(m Measure) Reading {
	if s, why := sc.clause("lb", senseBasis); s != 0 && sc.to < sc.right {
		if behind, _ := sc.u.at("lb", sc.set.Tokens, sc.to); behind != 0 {
			return Reading{Text: m.named(), Note: why, Doubt: DoubtPaper}
		}
	}
	return Reading{Text: m.Chinese()}
}

// readMillimetres writes millimetres, and the momme that silk shops write as mm.
func (sc scene) readMillimetres(m Measure) Reading {
	s, n := sc.u.at("mm", sc.set.Tokens, sc.to)
	why := sc.words(sc.to, n)
	if s == 0 && sc.alone() {
		s, why = sc.product("mm", senseMomme)
	}
	if s.has(senseMomme) && m.isMomme() {
		return Reading{Text: m.write(m.texts, "姆米"), Note: why}
	}
	return Reading{Text: m.Chinese()}
}

// isMomme reports whether silk of so many momme is woven.
func (m Measure) isMomme() bool {
	v := m.values[0]
	return len(m.values) == 1 && v.Cmp(ten) >= 0 && v.Cmp(rat("60")) <= 0
}

// karats are the purities that gold is sold in.
var karats = map[string]bool{"8": true, "9": true, "10": true, "12": true, "14": true, "18": true, "20": true, "21": true, "22": true, "23": true, "24": true}

// karat writes the purity of gold with the gold behind it: 14K黄金.
func (sc scene) karat(m Measure) (Reading, bool) {
	if len(m.texts) != 1 || !karats[m.texts[0]] {
		return Reading{}, false
	}
	ts := sc.set.Tokens
	for n := min(4, len(ts)-sc.to); n > 0; n-- {
		if gold := sc.u.gold[joined(ts[sc.to:sc.to+n])]; gold != "" {
			return Reading{Text: m.texts[0] + "K" + gold, Tokens: sc.to + n - sc.from}, true
		}
	}
	return Reading{Text: m.texts[0] + "K"}, true
}
