package cli

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// chosen are the flags and arguments that choose products.
type chosen struct {
	where  string
	search string
}

func (c *program) whereFlag(cmd *cobra.Command, to *chosen) {
	cmd.Flags().StringVar(&to.where, "where", "", c.text.Say("flag-where"))
	c.complete(cmd, "where", completeWhere)
}

// filter reads the flags.
func (ch *chosen) filter() (catalog.Filter, error) {
	conditions, err := catalog.ParseFilter(ch.where)
	if err != nil {
		return catalog.Filter{}, usageError{text.Fail("cli-where", "value", ch.where)}
	}
	return catalog.Filter{Search: ch.search, Where: conditions}, nil
}

// only narrows a filter to the products that arguments name, each by an SKU or
// its handle. A name that is no product's is an error.
func only(ctx context.Context, w *workspace.Workspace, f catalog.Filter, codes []string) (catalog.Filter, error) {
	for _, code := range codes {
		p, err := w.Product(ctx, code)
		if err != nil {
			return f, err
		}
		f.IDs = append(f.IDs, p.ID)
	}
	return f, nil
}

func (c *program) productsCommand() *cobra.Command {
	var which chosen
	limit := 0
	cmd := c.command("products", noArgs, func(cmd *cobra.Command, _ []string) error {
		f, err := which.filter()
		if err != nil {
			return err
		}
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error { return c.listProducts(cmd, w, f, limit) })
	})
	c.whereFlag(cmd, &which)
	cmd.Flags().StringVar(&which.search, "search", "", c.text.Say("flag-search"))
	cmd.Flags().IntVar(&limit, "limit", 0, c.text.Say("flag-limit"))
	return cmd
}

func (c *program) listProducts(cmd *cobra.Command, w *workspace.Workspace, f catalog.Filter, limit int) error {
	script, err := w.Script(cmd.Context())
	if err != nil {
		return err
	}
	t := c.productTable()
	n := 0
	for p, err := range w.Products(cmd.Context(), f) {
		if err != nil {
			return err
		}
		if limit > 0 && n == limit {
			break
		}
		n++
		if c.json {
			if err := c.writeProduct(p); err != nil {
				return err
			}
			continue
		}
		t.row(firstSKU(p), p.Title, chineseTitle(p, script), prices(p), stock(p), c.status(p))
	}
	if !c.json {
		t.flush()
		c.remark("cli-products", "count", n)
	}
	return nil
}

func (c *program) productTable() *table {
	head := func(code string) string { return c.text.Say(code) }
	return c.table(
		column{head: head("head-sku"), most: 24},
		column{head: head("head-title"), most: 40},
		column{head: head("head-chinese-title"), most: 40},
		column{head: head("head-price"), most: 28, right: true},
		column{head: head("head-stock"), right: true},
		column{head: head("head-status")},
	)
}

// writeProduct writes everything in a product.
func (c *program) writeProduct(p *catalog.Product) error {
	return c.write(json.RawMessage(p.EncodeOpen()))
}

// firstSKU names a product by its first SKU and how many more it has, or by its
// handle where it has none.
func firstSKU(p *catalog.Product) string {
	skus := p.SKUs()
	switch len(skus) {
	case 0:
		return p.Handle
	case 1:
		return skus[0]
	}
	return skus[0] + " +" + text.Count(int64(len(skus)-1))
}

func chineseTitle(p *catalog.Product, script catalog.Locale) string {
	if l := p.Listing(script); l != nil {
		return l.Title
	}
	return ""
}

// prices is the lowest and the highest price of the variants.
func prices(p *catalog.Product) string {
	var low, high catalog.Money
	for _, v := range p.Variants {
		if v.Price.IsZero() {
			continue
		}
		if low.IsZero() || v.Price.Amount.LessThan(low.Amount) {
			low = v.Price
		}
		if high.IsZero() || v.Price.Amount.GreaterThan(high.Amount) {
			high = v.Price
		}
	}
	if low.Equal(high) {
		return money(low)
	}
	return money(low) + " – " + money(high)
}

// money writes an amount with the decimals that its currency has: 28.00 USD.
func money(m catalog.Money) string {
	if m.IsZero() {
		return ""
	}
	return m.Amount.StringFixed(int32(max(catalog.Decimals(m.Currency), int(-m.Amount.Exponent())))) + " " + m.Currency
}

// stock adds up what the variants have; empty when none has a stock.
func stock(p *catalog.Product) string {
	total, told := int64(0), false
	for _, v := range p.Variants {
		if v.Quantity != nil {
			total, told = total+*v.Quantity, true
		}
	}
	if !told {
		return ""
	}
	return text.Count(total)
}

func (c *program) status(p *catalog.Product) string {
	if p.Status == "" {
		return c.text.Say("status-active")
	}
	return c.text.Say("status-" + string(p.Status))
}
