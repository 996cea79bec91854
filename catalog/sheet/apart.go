package sheet

import (
	"slices"

	"tradewind.app/catalog"
)

// apartNames are prices for resellers rather than the shop's buyers, which are neither its price
// nor what it pays: who reads the list decides that. In a list of a supplier the
// wholesale price is the cost, in the shop's own it is what other shops pay.
var apartNames = set(`wholesale, wholesale price, unit wholesale price, wholesale cost, wsp, ws price, trade, trade price, dealer price, dealer cost, dealer net,
	net price, net cost, netto prijs, nettopreis, netto preis, inkoopprijs netto, distributor price, reseller price, jobber price, jobber, stockist price, 批发价, 代理价, 经销价, 会员价, 团购价,
	оптовая цена, мелкий опт, средний опт, крупный опт, опт, цена опт, precio mayorista, precio al por mayor, mayorista, prix de gros,
	prix grossiste, großhandelspreis, händlerpreis, prezzo all ingrosso, preço atacado, groothandelsprijs`)

// apartWords make a price one of these: "VIP price", "Price for dealers".
var apartWords = set(`wholesale, trade, dealer, dealers, distributor, reseller, resellers, bulk, member, members, membership, vip, employee, staff, b2b,
	jobber, contractor, volume, tester, loyalty, partner, stockist, retailer, retailers, advertised, netto, nett, floor, auction, rental, rent, subscription,
	批发, 代理, 会员, опт, оптовая, mayorista, gros, händler`)

// moneyWords are the nouns of amounts.
var moneyWords = set(`price, prices, pricing, cost, preis, prix, precio, prezzo, preço, prijs, цена, 价, 价格`)

// apart reports whether a header is a price for resellers.
func apart(header []string, key string) bool {
	is := func(words map[string]bool) bool {
		return slices.ContainsFunc(header, func(w string) bool { return words[w] })
	}
	return apartNames[key] || is(apartWords) && is(moneyWords)
}

// supplierWords are what a supplier calls the price to shops, beside moneyWords.
var supplierWords = set(`wholesale, trade, dealer, wsp, ws, net, netto, nett, unit, 批发价, 代理价, оптовая, опт, mayorista, gros, großhandelspreis, händlerpreis`)

// isSupplierPrice reports whether a header is the price of a supplier to shops.
func isSupplierPrice(h *header) bool {
	return !h.perMany(catalog.FieldCost) && !slices.ContainsFunc(h.words, func(w string) bool { return !supplierWords[w] && !moneyWords[w] })
}

// sellsToShops reports whether the file is from a place where the shop sells to other
// shops: its wholesale price is what those pay.
func sellsToShops(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool {
		switch layoutKey(c.Header) {
		case "producttoken", "sellingmethod", "infostatus", "retailertoken":
			return true
		}
		return false
	})
}

// matchWholesale takes the wholesale price beside a retail price as the cost: the
// list is a supplier's. Without a retail price, with several such columns or beside
// a cost it is kept, for then nothing says whose price it is.
func matchWholesale(columns []Column, profiles []profile) {
	has := func(f catalog.Field) bool {
		return slices.ContainsFunc(columns, func(c Column) bool { return c.Field == f })
	}
	at := -1
	for i := range columns {
		h := parseHeader(columns[i].Header)
		if !columns[i].Apart || !isSupplierPrice(&h) || profiles[i].filled > 0 && !profiles[i].mostly(profiles[i].numbers) {
			continue
		}
		if at >= 0 {
			return
		}
		at = i
	}
	if at < 0 || has(catalog.FieldCost) || !has(catalog.FieldPrice) || sellsToShops(columns) {
		return
	}
	columns[at].Field, columns[at].Reason, columns[at].Wholesale = catalog.FieldCost, ByLikeness, true
	columns[at].Apart = false
}

// wholesale warns that the wholesale price was taken as the cost.
func (m *Mapping) wholesale(b *Book) []catalog.Problem {
	for i := range m.Columns {
		if c := &m.Columns[i]; c.Wholesale && c.Field == catalog.FieldCost && c.Reason == ByLikeness {
			return []catalog.Problem{catalog.NewProblem("wholesale-as-cost", catalog.Warning, catalog.FieldCost, "column", c.name()).
				At(b.place(m.Sheet, max(m.HeaderRow, 1), c.Index))}
		}
	}
	return nil
}

// finalPrices are what a price is called that comes of another one, by a discount or
// by charges.
var finalPrices = set(`total price, final price, price total, price final, new price, end price, price after discount, discounted total, net price after discount,
	endpreis, gesamtpreis, precio final, precio total, prix final, prix total, prezzo finale, preço final, 最终价格, 最终价, 折后价`)

// finalPrice warns that a price was taken beside one that comes of it.
func (m *Mapping) finalPrice(b *Book) []catalog.Problem {
	price := m.Column(catalog.FieldPrice)
	if price == nil || price.Reason == Chosen {
		return nil
	}
	for i := range m.Columns {
		c := &m.Columns[i]
		if h := parseHeader(c.Header); c.Reason == Kept && finalPrices[h.name()] {
			return []catalog.Problem{catalog.NewProblem("price-beside", catalog.Warning, catalog.FieldPrice, "column", price.name(), "other", c.name()).
				At(b.place(m.Sheet, max(m.HeaderRow, 1), c.Index))}
		}
	}
	return nil
}
