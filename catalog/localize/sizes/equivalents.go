package sizes

import (
	"math/big"
	"strings"
)

// Equivalent is a size in another system.
type Equivalent struct {
	Text    string // with the name of the system: 欧码39
	Source  string
	Certain bool // by a rule and not by a shop's chart
}

// shoeRule is the source of the rule between old and new Chinese sizes, and European ones.
const shoeRule = "GB/T 3293.1-1998: (EU + 10) / 2 cm"

// Equivalents are the same size in other systems, for a person to look at. Charts differ
// by half a size and more.
func (t *Tables) Equivalents(value, optionName string, field ...FieldWords) []Equivalent {
	s := size{value: plainValue(value), name: strings.ToLower(optionName)}
	s.kind = t.kindsOf(append([]string{optionName}, field...)...)
	switch {
	case s.kind.has(shoesKind):
		return t.shoeEquivalents(s)
	case s.kind.has(braKind):
		return t.braEquivalents(s)
	case s.kind.has(ringKind):
		if r, ok := t.rings[s.value]; ok {
			return []Equivalent{{"内圈周长" + r.around + "毫米", r.source, false}, {"港码" + r.cn, r.source, false}}
		}
	case s.kind.has(apparelKind):
		return t.topEquivalents(s)
	}
	return nil
}

func (t *Tables) shoeEquivalents(s size) []Equivalent {
	name, value := systemOf(s.value)
	if systems[name] == "欧码" || name == "" && isBig(value) {
		if mm := Millimetres(value); mm != "" {
			return []Equivalent{{mm + "毫米", shoeRule, true}}
		}
		return nil
	}
	who := "women"
	if s.kind.has(menKind) && !s.kind.has(womenKind) {
		who = "men"
	}
	var list []Equivalent
	for _, line := range t.shoes {
		if line.who == who && (line.us == value && systems[name] == "美码" || line.uk == value && name == "uk") {
			list = append(list, Equivalent{"欧码" + line.eu, line.source, false}, Equivalent{line.mm + "毫米", line.source, false})
		}
	}
	return list
}

// Millimetres is the Chinese size of a European size of shoes, or empty.
func Millimetres(eu string) string {
	v, ok := new(big.Rat).SetString(eu)
	if !ok {
		return ""
	}
	v.Add(v, big.NewRat(10, 1))
	return v.Mul(v, big.NewRat(5, 1)).FloatString(0)
}

func (t *Tables) braEquivalents(s size) []Equivalent {
	m := braNumber.FindStringSubmatch(s.value)
	if m == nil || len(m[2]) > 1 {
		return nil
	}
	for _, b := range t.bands {
		if b.us == m[1] {
			return []Equivalent{{b.cn + strings.ToUpper(m[2]), b.source, false}}
		}
	}
	return nil
}

func (t *Tables) topEquivalents(s size) []Equivalent {
	who := "women"
	if s.kind.has(menKind) {
		who = "men"
	}
	var list []Equivalent
	for _, line := range t.tops {
		if line.who == who && (strings.EqualFold(line.alpha, s.value) || line.us != "" && line.us == s.value) {
			list = append(list, Equivalent{line.cn, line.source, false})
		}
	}
	return list
}
