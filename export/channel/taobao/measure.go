package taobao

import (
	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// measures fills weight and volume, by which freight is reckoned. Variants share
// one, so it is that of the heaviest and of the largest.
func (g *goods) measures() {
	var weight, volume decimal.Decimal
	for _, v := range g.Variants {
		if kg, ok := v.Weight.In("kg"); ok {
			weight = decimal.Max(weight, kg)
		}
		volume = decimal.Max(volume, cubicMetres(v))
	}
	g.set("item_weight", weight.StringFixed(3))
	g.set("item_size", "bulk:"+volume.StringFixed(6))
}

// cubicMetres is zero unless all three sides are known.
func cubicMetres(v catalog.Variant) decimal.Decimal {
	volume := decimal.NewFromInt(1)
	for _, side := range []catalog.Measure{v.Length, v.Width, v.Height} {
		m, ok := side.In("m")
		if !ok {
			return decimal.Decimal{}
		}
		volume = volume.Mul(m)
	}
	return volume
}
