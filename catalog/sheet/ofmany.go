package sheet

import (
	"slices"

	"tradewind.app/catalog"
)

// ofMany are words of a header after which its numbers are not about one piece: a
// price for a dozen or in cents, a stock in cases. Taken as they are they would be
// wrong by twelve or by a hundred.
var ofMany = set(`dozen, dozens, doz, dz, gross, case, cases, carton, cartons, ctn, ctns, pack, packs, pk, pkg, box, boxes, bx, bundle, bundles,
	pallet, pallets, tray, trays, drum, bale, roll, rolls, ream, sleeve, hundred, thousand, cwt, lbs, lb, pound, kg, kilo, oz, g, ton,
	dutzend, karton, kartons, palette, caja, cajas, docena, douzaine, carton de, coffret, scatola, scatole, doos, dozijn,
	箱, 整箱, 打, 包, 件装, 盒, 斤, 公斤, 千克, коробка, упаковка, упак, ящик`)

// minorMoney are words for the hundredth part of a currency.
var minorMoney = set(`cent, cents, pence, penny, minor, subunits, centavos, centimes, rappen, kopeks, 分, копеек`)

// perMany reports whether a header that reads like a field is about more or less
// than one piece.
func (h *header) perMany(f catalog.Field) bool {
	has := func(list map[string]bool) bool {
		is := func(w string) bool { return list[w] }
		return slices.ContainsFunc(h.words, is) || slices.ContainsFunc(h.notes, is)
	}
	switch f {
	case catalog.FieldPrice, catalog.FieldCompare, catalog.FieldCost:
		return has(ofMany) || has(minorMoney) || h.unit != "" && h.money == ""
	case catalog.FieldQuantity:
		return has(ofMany) || h.unit != ""
	}
	return false
}
