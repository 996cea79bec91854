package measures

import (
	"math/big"

	"tradewind.app/catalog"
)

// NetContent writes the net content line of a pack by SAMR order 70 of 2023: grams below
// 1,000 g and kilograms from there, millilitres and litres, centimetres and metres
// likewise. A US figure is the round metric size that it was rounded from, if it is one.
// It reports false for what no net content is said in.
func (u *Units) NetContent(content catalog.Measure) (string, bool) {
	found, ok := u.unit(string(content.Unit))
	if !ok || content.Value.Sign() <= 0 {
		return "", false
	}
	m := Measure{values: []*big.Rat{content.Value.Rat()}, texts: []string{content.Value.String()}, Unit: found}
	if found.Chinese == "" {
		return "净含量：" + m.Chinese(), true
	}
	s := m.netStep()
	value := new(big.Rat).Quo(found.base(m.values[0]), s.size)
	text := shortDecimal(value)
	if _, exact := value.FloatPrec(); !exact {
		text = m.rounded(s.size, m.decimals(s))[0]
	}
	return "净含量：" + text + s.word, true
}

// netStep is the unit that the order asks for. A few milligrams stay milligrams.
func (m Measure) netStep() step {
	base := m.Unit.base(m.values[0])
	if base.Cmp(one) < 0 && m.Unit.dim != length {
		return step{size: m.Unit.size, word: m.Unit.Chinese}
	}
	chosen := m.Unit.scale[0]
	for _, s := range m.Unit.scale {
		if base.Cmp(s.from) >= 0 {
			chosen = s
		}
	}
	return chosen
}
