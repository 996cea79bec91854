// Package taobao is the data package of Taobao Assistant. Its table says the
// columns; the hook says what crosses variants: sale attributes, SKU prices and
// stock, pictures. It must not know other marketplaces.
//
// # Values of its own
//
// A product may carry channel values that the table or the hook reads:
//
//	channel.taobao.cid            the category
//	channel.taobao.price          the price in yuan; price.SKU for one variant
//	channel.taobao.cateProps      attributes of the category, "pid:vid;pid:vid"
//	channel.taobao.pid.Flavor     the sale attribute that an option is
//	channel.taobao.vid.Size.M     the platform's own value for one of the option's
//
// and any column by its name, such as postage_id or location_state.
package taobao

import (
	"embed"
	"maps"
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

//go:embed taobao.toml
var files embed.FS

// New returns the channel.
func New() (*export.Channel, error) {
	spec, err := export.ParseSpec(files, "taobao.toml")
	if err != nil {
		return nil, err
	}
	return export.NewChannel(spec, hook{})
}

// hook finishes the one row of a product.
type hook struct{}

// Keys implements export.KeyOwner.
func (hook) Keys() []string { return []string{"pid", "vid"} }

// goods is a product on its way into its row.
type goods struct {
	*catalog.Product
	hook     *export.HookContext
	row      export.Row
	problems []catalog.Problem
	class    *export.Class // what is sold, as far as it decides which attribute a size is; or nil
}

// Rows fills what crosses variants.
func (hook) Rows(h *export.HookContext, p *catalog.Product, rows []export.Row) ([]export.Row, []catalog.Problem) {
	g := &goods{Product: p, hook: h, row: rows[0], class: h.Class()}
	sale := g.saleAttributes()
	g.prices(sale)
	g.codes()
	g.measures()
	g.inputs()
	g.pictures(sale)
	g.set("syncStatus", g.syncStatus())
	return rows, g.problems
}

func (g *goods) report(code string, severity catalog.Severity, field catalog.Field, args ...string) {
	g.problems = append(g.problems, catalog.NewProblem(code, severity, field, args...))
}

// own is the product's own value for the channel; empty when it has none.
func (g *goods) own(key string) string { return g.hook.Own(key) }

// set fills a column, unless the product has its own value for it.
func (g *goods) set(column, text string) {
	if g.own(column) == "" {
		g.row.Set(column, text)
	}
}

// syncStatus says whether Taobao has the item already. Of the items that were read the
// 77 without a number have 6, and 1 occurs only with a number.
func (g *goods) syncStatus() string {
	if number := strings.Trim(g.own("num_id"), "0"); number != "" {
		return "1"
	}
	return "6"
}

// prices fills price, num and skuProps. The item's price is its cheapest SKU's,
// and its stock the sum of theirs: so it is in all 213 rows with several SKUs of
// the exports read.
func (g *goods) prices(sale *attributes) {
	var sku skuList
	for i := range g.Variants {
		v := &g.Variants[i]
		price, problem := g.price(v)
		if problem != nil {
			g.problems = append(g.problems, *problem)
			g.row.Blank("price")
			continue
		}
		sku.add(price, g.stock(v), v.SKU, sale.of(v))
	}
	if len(sku.prices) == len(g.Variants) {
		g.row.Set("price", sku.cheapest())
	}
	g.set("num", strconv.FormatInt(sku.stock, 10))
	if len(g.Options) > 0 {
		g.set("skuProps", sku.text.String())
	}
}

// price is what a variant costs in yuan.
func (g *goods) price(v *catalog.Variant) (catalog.Money, *catalog.Problem) {
	price, problem := g.hook.Price(v)
	switch {
	case problem != nil:
	case price.IsZero():
		p := catalog.NewProblem("price-missing", catalog.Blocked, catalog.FieldPrice)
		problem = &p
	case price.Amount.Round(2).IsZero():
		p := catalog.NewProblem("price-zero", catalog.Blocked, catalog.FieldPrice, "column", "price", "value", price.String(), "sku", v.SKU)
		problem = &p
	}
	if problem != nil {
		p := ofSKU(*problem, v)
		problem = &p
	}
	return price, problem
}

// ofSKU names the variant that a problem is of.
func ofSKU(p catalog.Problem, v *catalog.Variant) catalog.Problem {
	args := map[string]string{}
	maps.Copy(args, p.Args)
	if v.SKU != "" {
		args["sku"] = v.SKU
	}
	p.Args = args
	return p
}

// stock is what there is of a variant; what is not known counts as none, since
// selling what is not there costs a shop its standing.
func (g *goods) stock(v *catalog.Variant) int64 {
	if v.Quantity == nil || v.Untracked() && *v.Quantity <= 0 {
		g.report("stock-not-told", catalog.Warning, catalog.FieldQuantity, "sku", v.SKU)
		return 0
	}
	return max(*v.Quantity, 0)
}
