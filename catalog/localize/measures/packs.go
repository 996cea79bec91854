package measures

import (
	"math/big"
	"strings"

	"tradewind.app/catalog/localize/table"
)

// Makers fill round metric sizes and print a rounded US figure: 3.4 fl oz is the bottle
// of 100 mL, 6.6 ft the cable of 2 m. Such a figure is written as the size that it was
// rounded from.

// packs are the round sizes that a US unit's figures may mean.
type packs struct {
	unit  unit
	round []*big.Rat                     // of the unit's dimension, ascending
	named map[string]map[string]*big.Rat // by the goods, empty for all, and the figure
}

// How far a figure may be from the round size. A figure such as 12 or 2.5 is round
// itself and so is seldom a rounded one; labels of US goods give 14 oz as 397 g.
var (
	offRounded = big.NewRat(1, 100)  // 1.7 fl oz
	offVolume  = big.NewRat(6, 1000) // of 17 fl oz
	offRound   = big.NewRat(3, 1000) // of 11 lb and 5.5 lb
)

// readRoundSize reads a line of round-sizes.tsv.
func (u *Units) readRoundSize(cells []string) error {
	dim, ok := dimensions[cells[0]]
	size, sizeOK := new(big.Rat).SetString(cells[1])
	if !ok || !sizeOK || size.Sign() <= 0 {
		return table.Size
	}
	if last := len(u.round[dim]) - 1; last >= 0 && u.round[dim][last].Cmp(size) >= 0 {
		return table.Size // ascending, so that each is there once
	}
	u.round[dim] = append(u.round[dim], size)
	return nil
}

// readNominal reads a line of nominal.tsv.
func (u *Units) readNominal(cells []string) error {
	found, ok := u.unit(cells[0])
	if !ok || found.Chinese != "" {
		return table.Unknown("unit", cells[0])
	}
	size, ok := new(big.Rat).SetString(cells[2])
	if !ok || cells[4] == "" {
		return table.Size
	}
	p := u.packs[cells[0]]
	if p == nil {
		p = &packs{named: map[string]map[string]*big.Rat{}}
		u.packs[cells[0]] = p
	}
	if p.named[cells[3]] == nil {
		p.named[cells[3]] = map[string]*big.Rat{}
	}
	return table.Enter(p.named[cells[3]], cells[1], size)
}

// addRoundSizes gives the US units of mass, length and volume their round sizes.
func (u *Units) addRoundSizes() {
	for code := range u.us {
		found, _ := u.unit(code)
		if u.packs[code] == nil {
			u.packs[code] = &packs{}
		}
		u.packs[code].unit, u.packs[code].round = found, u.round[found.dim]
	}
}

// size is the round size in base units that a figure as written means, among the
// goods that the measure is of, or nil.
func (p *packs) size(text, goods string) *big.Rat {
	if p == nil || strings.Trim(text, "0123456789.") != "" {
		return nil
	}
	for _, of := range []string{goods, ""} {
		if size := p.named[of][text]; size != nil {
			return size
		}
	}
	value, ok := new(big.Rat).SetString(text)
	if !ok || value.Sign() == 0 {
		return nil
	}
	half := new(big.Rat).Mul(lastDigit(text), big.NewRat(1, 2))
	low, high := p.unit.base(new(big.Rat).Sub(value, half)), p.unit.base(new(big.Rat).Add(value, half))
	for _, size := range p.round {
		if size.Cmp(low) >= 0 && size.Cmp(high) <= 0 && p.near(value, size) {
			return size
		}
	}
	return nil
}

// near reports whether a figure is near enough to a size to be a rounding of it.
func (p *packs) near(value, size *big.Rat) bool {
	allowed := offRounded
	if new(big.Rat).Mul(value, big.NewRat(2, 1)).IsInt() {
		if allowed = offRound; p.unit.dim == volume {
			allowed = offVolume
		}
	}
	off := new(big.Rat).Sub(p.unit.base(value), size)
	return off.Abs(off).Cmp(new(big.Rat).Mul(size, allowed)) <= 0
}

// lastDigit is the value of one step of a figure's last digit: 0.1 of 3.4.
func lastDigit(text string) *big.Rat {
	_, decimals, _ := strings.Cut(text, ".")
	step := big.NewRat(1, 1)
	for range decimals {
		step.Mul(step, big.NewRat(1, 10))
	}
	return step
}

// inPacks gives the measure the round sizes that its figures mean, if all of
// them do. The values stay in the measure's unit.
func (m Measure) inPacks(goods string) Measure {
	values := make([]*big.Rat, len(m.values))
	for i, text := range m.texts {
		size := m.Unit.packs.size(text, goods)
		if size == nil || m.summed {
			return m
		}
		values[i] = new(big.Rat).Quo(size, m.Unit.size)
	}
	m.values = values
	return m
}
