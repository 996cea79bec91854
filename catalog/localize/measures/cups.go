package measures

import (
	"math/big"
	"strings"
)

// A cup is 237 mL only of a liquid or of what fills a bowl. A coffee maker's cups are
// servings, a recipe's cups and spoons are measured dry, and a pack's cups are drunk
// from.

// cups writes a number of cups.
func (sc scene) cups(m Measure) (text, why, doubt string) {
	const any = senseServings | senseHoles | senseVolume | senseLiquid | senseVessel | sensePowder
	of, why := sc.clause("cup", any)
	if of == 0 || of.has(sensePowder|senseVolume) {
		if machine, word := sc.anywhere("cup", senseServings|senseHoles); machine != 0 {
			of, why = machine, word
		}
	}
	if of == 0 {
		of, why = sc.anywhere("cup", any)
	}
	switch {
	case of.has(senseVolume):
		return m.Chinese(), why, ""
	case of.has(senseLiquid):
		return sc.u.spooned(m, "杯", cupOnLabels), why, ""
	case of.has(senseHoles):
		return m.spoons("连"), why, ""
	case of.has(senseVessel):
		return m.spoons("个"), why, ""
	case of == 0:
		return m.spoons("杯"), "", DoubtCups
	}
	return m.spoons("杯"), why, ""
}

// cupOnLabels is the cup in millilitres of labels (21 CFR 101.9(b)(5)(viii)); more digits
// would promise what no measuring cup keeps.
const cupOnLabels = 240

// spooned writes cups of a liquid with their millilitres.
func (u *Units) spooned(m Measure, word string, size int64) string {
	about := m
	about.Unit, _ = u.unit("ml")
	about.times, about.texts = "", nil
	for _, v := range m.values {
		text := new(big.Rat).Mul(v, big.NewRat(size, 1)).FloatString(0)
		about.texts = append(about.texts, text)
	}
	return m.spoons(word) + "（约" + about.Chinese() + "）"
}

// spoons writes the figures as they were, 1/4杯, and a mixed number as a decimal, 1.5杯.
func (m Measure) spoons(word string) string {
	texts := make([]string, len(m.texts))
	for i, text := range m.texts {
		texts[i] = text
		if mixed := strings.ContainsAny(text, " -") || strings.ContainsAny(text, "½⅓⅔¼¾⅕⅛⅜⅝⅞"); mixed {
			texts[i] = shortDecimal(m.values[i])
		}
	}
	return m.write(texts, word)
}

// shortDecimal is a value with at most two decimals, or as a fraction.
func shortDecimal(v *big.Rat) string {
	if _, exact := v.FloatPrec(); exact {
		return strings.TrimSuffix(strings.TrimRight(v.FloatString(3), "0"), ".")
	}
	whole := new(big.Int).Quo(v.Num(), v.Denom())
	if whole.Sign() == 0 {
		return v.RatString()
	}
	rest := new(big.Rat).Sub(v, new(big.Rat).SetInt(whole))
	return whole.String() + "又" + rest.RatString()
}
