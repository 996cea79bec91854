package sheet

import (
	"cmp"
	"strings"

	"tradewind.app/catalog"
)

// saleSKU is one SKU of an item.
type saleSKU struct {
	price, quantity, code, barcode string
	pairs                          []string // pid:vid
	names                          map[string]string
	place                          catalog.Place
}

// saleSKUs reads skuProps: price:quantity:code:pid:vid;pid:vid; for each SKU,
// nothing between two of them.
func saleSKUs(l *line) []saleSKU {
	cell, ok := l.at(SaleProps)
	if !ok {
		return nil
	}
	var skus []saleSKU
	names := propNames(l)
	for part := range strings.SplitSeq(cell.Text, ";") {
		fields := strings.Split(strings.TrimSpace(part), ":")
		switch {
		case len(fields) == 5:
			skus = append(skus, saleSKU{fields[0], fields[1], fields[2], "", []string{fields[3] + ":" + fields[4]}, names, cell.Place})
		case len(fields) == 2 && len(skus) > 0:
			last := &skus[len(skus)-1]
			last.pairs = append(last.pairs, fields[0]+":"+fields[1])
		}
	}
	for i, code := range strings.Split(l.text(SaleBarcodes), ";") {
		if i < len(skus) {
			skus[i].barcode = strings.TrimSpace(code)
		}
	}
	return skus
}

// propNames reads pid:vid:name; of the shop's own values and of its names for the
// platform's values.
func propNames(l *line) map[string]string {
	names := map[string]string{}
	for i := range l.values {
		if l.values[i].Field != PropNames {
			continue
		}
		for part := range strings.SplitSeq(l.values[i].Text, ";") {
			if fields := strings.SplitN(part, ":", 3); len(fields) == 3 && fields[2] != "" {
				names[fields[0]+":"+fields[1]] = fields[2]
			}
		}
	}
	return names
}

// saleNames are the sale attributes that packages use: of colours, and of the sizes of
// clothes, shoes, trousers and bras.
var saleNames = map[string]string{"1627207": "颜色分类", "20509": "尺码", "20549": "尺码", "20518": "尺码", "122508275": "尺码"}

// sku adds a variant.
func (b *builder) sku(l *line, s saleSKU, shots []shot) {
	v := catalog.ImportVariant{Place: s.place}
	put := func(f catalog.Field, text string) {
		if text != "" {
			v.Values = append(v.Values, catalog.Value{Field: f, Text: text, Place: s.place})
		}
	}
	put(catalog.FieldSKU, s.code)
	put(catalog.FieldGTIN, s.barcode)
	if s.price != "" {
		v.Values = append(v.Values, catalog.Value{Field: catalog.FieldPrice, Text: s.price + " CNY", Place: s.place, Converted: true})
	}
	put(catalog.FieldQuantity, s.quantity)
	if weight := l.text(catalog.FieldWeight); weight != "" { // kilograms with three decimals
		v.Values = append(v.Values, catalog.Value{Field: catalog.FieldWeight, Text: weight, Place: s.place, WholeGrams: true, Converted: true})
	}
	for _, pair := range s.pairs {
		pid, vid, _ := strings.Cut(pair, ":")
		if f, ok := b.option(cmp.Or(saleNames[pid], pid), s.place); ok {
			put(f, cmp.Or(s.names[pair], vid))
		}
		for _, shot := range shots {
			if shot.pair == pair && v.Image == "" {
				v.Image = shot.source
			}
		}
	}
	b.imported.Variants = append(b.imported.Variants, v)
}

// withoutSale leaves the sale attributes out of an item's attributes: its feed
// adds those of the SKUs that it then has.
func withoutSale(props string, skus []saleSKU) string {
	sale := map[string]bool{}
	for _, s := range skus {
		for _, pair := range s.pairs {
			sale[pair] = true
		}
	}
	var own []string
	for pair := range strings.SplitSeq(props, ";") {
		if pair != "" && !sale[pair] {
			own = append(own, pair)
		}
	}
	return strings.Join(own, ";")
}
