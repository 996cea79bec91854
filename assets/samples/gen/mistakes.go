package main

import "fmt"

// mistakes are what is wrong in the sample on purpose, so that a first visit
// shows what Tradewind finds. The reader finds them in ../README.md.
var mistakes = []struct {
	name string
	sku  string
	make func(p *product, v *variant)
}{
	{"a GTIN with a wrong last digit", "SK-107-PEPPE", func(_ *product, v *variant) {
		last := v.GTIN[len(v.GTIN)-1]
		v.GTIN = v.GTIN[:len(v.GTIN)-1] + string('0'+(last-'0'+1)%10)
	}},
	{"a UPC typed as a number, its leading zero lost", "FD-103", func(_ *product, v *variant) {
		v.GTIN = withCheckDigit("01234567890")[1:]
		v.GTINAsNumber = true
	}},
	{"a missing price", "BK-108-TYB", func(_ *product, v *variant) { v.Price, v.Cost = "", "" }},
	{"a title longer than any marketplace takes", "HO-109-BUO", func(p *product, _ *variant) {
		p.Title = "Fellmarrow Ultralight 2 Person Backpacking Tent, Freestanding, 3 Season, Waterproof Ripstop Nylon with " +
			"Aluminum Poles, Rain Fly, Footprint, Stakes and Storage Bag, Easy Setup for Hiking, Camping, Travel, Beach " +
			"and Outdoor, 4 lb"
	}},
	{"one SKU on two rows: the next size carries it too", "AP-109-BURGU-L", func(_ *product, v *variant) { v.SKU = "AP-109-BURGU-M" }},
	{"a trade mark sign in a title, which GBK does not have", "BK-109-2FLOZ", func(p *product, _ *variant) {
		p.Title = "All Weather DripDry™ Chain Lube, Biodegradable"
	}},
	{"an emoji and a fraction sign in a description, which GBK does not have", "SK-108-RUBY", func(p *product, _ *variant) {
		p.Points = append(p.Points, "Loved by our customers 💄", "Cap is ½\" wide")
	}},
	{"a superlative that the Advertising Law forbids", "HO-107-RUST", func(p *product, _ *variant) {
		p.Title = "The Best Lambswool Throw Blanket, 50\" x 70\""
	}},
	{"a health claim that food may not make", "SU-111", func(p *product, _ *variant) {
		p.Points = append(p.Points, "Daily immune support")
	}},
	{"a price typed as text, with a currency sign", "FD-111", func(_ *product, v *variant) { v.Price = "$24.00 " }},
}

// spoil makes the mistakes. Each must find its row, so that the promises of
// the README stay true when the lists change.
func spoil(products []product) error {
	for _, m := range mistakes {
		p, v := find(products, m.sku)
		if v == nil {
			return fmt.Errorf("no row %s for %s", m.sku, m.name)
		}
		m.make(p, v)
	}
	return nil
}

func find(products []product, sku string) (*product, *variant) {
	for i := range products {
		for j := range products[i].variants {
			if v := &products[i].variants[j]; v.SKU == sku {
				return &products[i], v
			}
		}
	}
	return nil, nil
}
