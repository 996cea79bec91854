package measures

import (
	"math/big"
	"strings"
)

// step is a metric unit and the base value from which it is used.
type step struct {
	from, size *big.Rat
	word       string
	fine       bool // values of 10 and more are written whole: 1 g and 1 mL are exact enough
}

// The sizes at which a value loses a decimal.
var one, ten, hundred = big.NewRat(1, 1), big.NewRat(10, 1), big.NewRat(100, 1)

// dimensionsInCentimetres is how long a side may be and still be written in
// centimetres: a blanket is 76×102厘米, never 0.76×1.02米.
var dimensionsInCentimetres = rat("5000")

// Chinese writes the measure in metric units with Chinese words. A measure that
// was metric keeps its figures as they were written.
func (m Measure) Chinese() string {
	if m.Label != nil {
		return m.Label.Chinese()
	}
	if m.Unit.Chinese != "" {
		return m.write(m.texts, m.Unit.Chinese)
	}
	if m.Unit.dim == temperature {
		return m.write(m.rounded(one, 0), "℃")
	}
	s := m.step()
	return m.write(m.rounded(s.size, m.decimals(s)), s.word)
}

// largest is the greatest value in the base unit.
func (m Measure) largest() *big.Rat {
	most := new(big.Rat)
	for _, v := range m.values {
		if b := m.Unit.base(v); b.Cmp(most) > 0 {
			most = b
		}
	}
	return most
}

// smallest is the least value in the base unit.
func (m Measure) smallest() *big.Rat {
	least := m.Unit.base(m.values[0])
	for _, v := range m.values[1:] {
		if b := m.Unit.base(v); b.Cmp(least) < 0 {
			least = b
		}
	}
	return least
}

func (m Measure) step() step {
	scale, most := m.Unit.scale, m.largest()
	if m.Join == "×" && m.Unit.dim == length && most.Cmp(dimensionsInCentimetres) < 0 && most.Cmp(scale[1].from) >= 0 {
		return scale[1]
	}
	if m.Join == "～" && m.Unit.dim == length && m.smallest().Cmp(scale[1].from) >= 0 && m.smallest().Cmp(scale[2].from) < 0 && most.Cmp(dimensionsInCentimetres) < 0 {
		return scale[1] // 66～140厘米, never 0.66～1.4米
	}
	chosen := scale[0]
	for _, s := range scale[1:] {
		if m.roundsUpTo(chosen, s) {
			chosen = s
		}
	}
	return chosen
}

// roundsUpTo reports whether the value reaches the next unit, if only by
// rounding: 999.7 g is 1千克, not 1000克.
func (m Measure) roundsUpTo(now, next step) bool {
	most := m.largest()
	if most.Cmp(next.from) >= 0 {
		return true
	}
	if ratio, _ := new(big.Rat).Quo(most, next.from).Float64(); ratio < 0.99 {
		return false // rounding to three digits reaches no further
	}
	quotient := new(big.Rat).Quo(most, now.size)
	shown := rat(quotient.FloatString(m.decimals(now)))
	return shown.Mul(shown, now.size).Cmp(next.from) >= 0
}

// decimals gives the largest value three significant digits; a fine unit is
// written whole from 10 on. All values of one measure get the same.
func (m Measure) decimals(s step) int {
	most := new(big.Rat).Quo(m.largest(), s.size)
	switch {
	case most.Cmp(hundred) >= 0 || s.fine && most.Cmp(ten) >= 0:
		return 0
	case most.Cmp(ten) >= 0:
		return 1
	case most.Cmp(one) >= 0:
		return 2
	}
	return 3
}

func (m Measure) rounded(size *big.Rat, decimals int) []string {
	var texts []string
	for _, v := range m.values {
		text := new(big.Rat).Quo(m.Unit.base(v), size).FloatString(decimals)
		if strings.Contains(text, ".") {
			text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
		}
		texts = append(texts, text)
	}
	return texts
}

func (m Measure) write(values []string, word string) string {
	var b strings.Builder
	if m.times != "" {
		b.WriteString(m.times + "×")
	}
	for i, v := range values {
		if i > 0 {
			b.WriteString(m.Join)
		}
		if m.axes != nil {
			b.WriteString(m.axes[i])
		}
		b.WriteString(v)
	}
	return b.String() + word
}
