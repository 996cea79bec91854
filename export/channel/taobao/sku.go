package taobao

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// skuList is skuProps while it is made: price:quantity:code:pid:vid;pid:vid; for
// each SKU, nothing between two. A code that is empty leaves two colons.
type skuList struct {
	text   strings.Builder
	prices []decimal.Decimal
	stock  int64
}

func (l *skuList) add(price catalog.Money, stock int64, code string, values []pair) {
	amount := price.Amount.Round(2)
	l.prices = append(l.prices, amount)
	l.stock += stock
	l.text.WriteString(amount.StringFixed(2) + ":" + strconv.FormatInt(stock, 10) + ":" + code + ":")
	for _, v := range values {
		l.text.WriteString(v.String() + ";")
	}
}

func (l *skuList) cheapest() string { return decimal.Min(l.prices[0], l.prices[1:]...).StringFixed(2) }

// skuSigns separate the values of skuProps, so no code may contain them.
const skuSigns = ":;"

// codes fills the codes: for a product with options each SKU carries its own and the
// item the product's, otherwise the item carries the one variant's.
func (g *goods) codes() {
	barcodes := make([]string, len(g.Variants))
	for i := range g.Variants {
		v := &g.Variants[i]
		barcodes[i] = g.barcode(v)
		if len(g.Options) > 0 && strings.ContainsAny(v.SKU, skuSigns) {
			g.report("signs-reserved", catalog.Blocked, catalog.FieldSKU, "column", "skuProps", "value", v.SKU, "signs", export.QuoteSigns(skuSigns), "sku", v.SKU)
		}
	}
	if len(g.Options) == 0 {
		g.set("outer_id", g.Variants[0].SKU)
		g.set("barcode", barcodes[0])
		return
	}
	g.set("outer_id", g.Handle)
	g.set("sku_barcode", strings.Join(barcodes, ";"))
}

// barcode is the variant's GTIN. A wrong one is left out: an item is better off
// without one than with another's.
func (g *goods) barcode(v *catalog.Variant) string {
	if v.GTIN == "" {
		return ""
	}
	code, problem := export.GTIN(v.GTIN)
	if problem != nil {
		g.problems = append(g.problems, ofSKU(*problem, v))
	}
	return code
}
