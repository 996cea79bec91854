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
var one, ten, hundred, thousand = big.NewRat(1, 1), big.NewRat(10, 1), big.NewRat(100, 1), big.NewRat(1000, 1)

// dimensionsInCentimetres is how long a side may be and still be written in
// centimetres: a blanket is 76×102厘米, never 0.76×1.02米.
var dimensionsInCentimetres = rat("5000")

// Chinese writes the measure in metric units with Chinese words. A measure that
// was metric keeps its figures as they were written, and one that a maker rounded is
// written as the round size that it was rounded from.
func (m Measure) Chinese() string {
	switch {
	case m.Label != nil:
		return m.Label.Chinese()
	case m.span && m.Unit.Code == "F":
		return m.write(m.rounded(one, 1), "℃")
	case m.Unit.Chinese != "":
		return m.write(m.texts, m.Unit.Chinese)
	case m.Unit.dim == temperature:
		return m.write(m.rounded(one, m.temperatureDecimals()), "℃")
	}
	m = m.inPacks("")
	s := m.step()
	return m.write(m.rounded(s.size, m.decimals(s)), s.word)
}

// temperatureDecimals is one for 98.6 °F, and none for a whole figure.
func (m Measure) temperatureDecimals() int {
	for _, text := range m.texts {
		if strings.Contains(text, ".") {
			return 1
		}
	}
	return 0
}

// base converts a value of the measure into the base unit of its dimension. A
// difference of temperatures has no zero: 10 °F warmer is 5.6 ℃ warmer.
func (m Measure) base(value *big.Rat) *big.Rat {
	if m.span && m.Unit.Code == "F" {
		return new(big.Rat).Mul(value, big.NewRat(5, 9))
	}
	return m.Unit.base(value)
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
// written whole from 10 on. All values of one measure get the same. Speeds and
// distances by road promise no more digits than they were written with.
func (m Measure) decimals(s step) int {
	most := new(big.Rat).Quo(m.largest(), s.size)
	digits := 3
	if m.Unit.dim == speed || m.Unit.Code == "mi" {
		digits = m.writtenDigits()
	}
	switch {
	case most.Cmp(hundred) >= 0 || s.fine && most.Cmp(ten) >= 0:
		return 0
	case most.Cmp(ten) >= 0:
		return max(0, digits-2)
	case most.Cmp(one) >= 0:
		return min(digits-1, m.promised(s))
	}
	return digits
}

// promised is one decimal for a fine unit of which a single digit was written: 0.3 fl oz
// is 8.9毫升 and no 8.87.
func (m Measure) promised(s step) int {
	if !s.fine {
		return 2
	}
	for _, text := range m.texts {
		if digits := strings.Trim(strings.Replace(text, ".", "", 1), "0"); len(digits) != 1 {
			return 2
		}
	}
	return 1
}

// writtenDigits is how many digits the longest figure was written with, 2 or 3.
func (m Measure) writtenDigits() int {
	most := 2
	for _, text := range m.texts {
		if digits := strings.TrimLeft(strings.Replace(text, ".", "", 1), "0"); len(digits) > most {
			return 3
		}
	}
	return most
}

func (m Measure) rounded(size *big.Rat, decimals int) []string {
	var texts []string
	for _, v := range m.values {
		text := m.threeDigits(new(big.Rat).Quo(m.base(v), size)).FloatString(decimals)
		if strings.Contains(text, ".") {
			text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
		}
		texts = append(texts, text)
	}
	return texts
}

// threeDigits rounds what is large and not weighed or poured to three digits: an acre is
// 4050平方米.
func (m Measure) threeDigits(value *big.Rat) *big.Rat {
	if m.Unit.dim == mass || m.Unit.dim == volume || m.Unit.dim == length || value.Cmp(thousand) < 0 {
		return value
	}
	unit := new(big.Rat).Set(ten)
	for new(big.Rat).Quo(value, unit).Cmp(thousand) >= 0 {
		unit.Mul(unit, ten)
	}
	whole := rat(new(big.Rat).Quo(value, unit).FloatString(0))
	return whole.Mul(whole, unit)
}

func (m Measure) write(values []string, word string) string {
	var b strings.Builder
	if m.off {
		b.WriteString(plusMinus)
	}
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
	b.WriteString(word)
	if m.over {
		b.WriteString("以上")
	}
	return b.String()
}
