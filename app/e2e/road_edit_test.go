package e2e

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func editCell(t *testing.T, p *program) {
	const title = "A title of the road"
	had := p.cell(productGrid, 0, titleColumn).Text
	p.edit(0, titleColumn, title)
	p.key("ctrl+z")
	until(t, "the cell shows what it had", func() bool { return p.cell(productGrid, 0, titleColumn).Text == had })
	p.edit(0, titleColumn, title)
}

// edit puts a text into a cell by keyboard and clipboard, and waits for it to show.
func (p *program) edit(row int, column, text string) {
	p.t.Helper()
	p.point(p.cell(productGrid, row, column))
	p.mouse("click", "1")
	p.key("F2")
	p.see("grid-entry")
	p.key("ctrl+a")
	p.paste(text)
	p.says("grid-entry", func(has string) bool { return has == text })
	p.key("Return")
	p.gone("grid-entry")
	until(p.t, "the cell shows "+text, func() bool { return p.cell(productGrid, row, column).Text == text })
}

// bulkPrices is how many prices are edited at once.
const bulkPrices = 50

// editPrices doubles 50 prices: the first 49 rows and, with Ctrl, one below them.
func editPrices(t *testing.T, p *program) {
	first := p.price(0)
	p.press(0, "")
	p.wheel(bulkPrices)
	p.press(bulkPrices-2, "shift")
	p.says("products-chosen", begins(strconv.Itoa(bulkPrices-1)+" "))
	p.press(bulkPrices, "ctrl")
	p.says("products-chosen", begins(strconv.Itoa(bulkPrices)+" "))
	last, beyond := p.price(bulkPrices), p.price(bulkPrices-1)
	p.click("products-bulk")
	p.replace("bulk-change", "x2")
	p.click("bulk-save")
	p.gone("bulk-save")
	until(t, "the price is doubled", func() bool { return p.price(bulkPrices) == 2*last })
	if got := p.price(bulkPrices - 1); got != beyond {
		t.Errorf("the price of a product that was not chosen is %v, want %v", got, beyond)
	}
	p.key("Home")
	until(t, "the first price is doubled", func() bool { return p.seen(0) && p.price(0) == 2*first })
}

func begins(with string) func(string) bool {
	return func(text string) bool { return strings.HasPrefix(text, with) }
}

// press clicks on a row while a key is held.
func (p *program) press(row int, held string) {
	p.t.Helper()
	p.point(p.cell(productGrid, row, skuColumn))
	if held == "" {
		p.mouse("click", "1")
		return
	}
	p.mouse("keydown", held, "click", "1", "keyup", held)
}

// wheel turns the wheel over the list until a row can be seen.
func (p *program) wheel(row int) {
	p.t.Helper()
	until(p.t, fmt.Sprintf("row %d is scrolled to", row), func() bool {
		if p.seen(row) {
			return true
		}
		p.mouse("click", "--repeat", "5", "--delay", "1", "5")
		return false
	})
}

// seen reports whether a row is in view.
func (p *program) seen(row int) bool {
	p.t.Helper()
	return p.ask(question{"do": "cell", "role": productGrid, "row": row, "column": skuColumn}).Found
}

// price is what the cell shows: "$1,028.00", with a "+" where variants cost more.
func (p *program) price(row int) float64 {
	p.t.Helper()
	text := p.cell(productGrid, row, priceColumn).Text
	n, err := strconv.ParseFloat(strings.NewReplacer("$", "", ",", "", "+", "").Replace(text), 64)
	if err != nil {
		p.t.Fatalf("the price of row %d is %q", row, text)
	}
	return n
}

// checkPrices compares the prices that were kept with those of a new sample, by the
// command line.
func checkPrices(t *testing.T, p *program) {
	sample := filepath.Join(t.TempDir(), "sample.tradewind")
	p.tradewind("new", sample, "--sample")
	before, after := p.prices(sample), p.prices(p.catalogue())
	doubled := 0
	for sku, was := range before {
		switch is := after[sku]; {
		case is == 2*was && was > 0:
			doubled++
		case is != was:
			t.Errorf("the price of %s is %v, want %v or twice that", sku, is, was)
		}
	}
	if len(after) != sampleProducts || doubled != bulkPrices {
		t.Errorf("%d of %d products have twice their price, want %d of %d", doubled, len(after), bulkPrices, sampleProducts)
	}
}

// prices are those of each product's first variant, by its SKU.
func (p *program) prices(catalogue string) map[string]float64 {
	p.t.Helper()
	prices := map[string]float64{}
	for line := range strings.Lines(p.tradewind("products", "--json", "--catalog", catalogue)) {
		var product struct {
			Variants []struct {
				SKU   string
				Price struct{ Amount json.Number }
			}
		}
		if err := json.Unmarshal([]byte(line), &product); err != nil || len(product.Variants) == 0 {
			p.t.Fatalf("a product without variants: %s: %v", line, err)
		}
		v := product.Variants[0]
		price := float64(0) // one product of the sample has no price
		if v.Price.Amount != "" {
			var err error
			if price, err = v.Price.Amount.Float64(); err != nil {
				p.t.Fatal(err)
			}
		}
		prices[v.SKU] = price
	}
	return prices
}

// chineseTitles are pasted into the first rows, as they are copied from a
// spreadsheet.
var chineseTitles = []string{
	"女士有机棉圆领T恤", "男士长袖美利奴羊毛速干打底衣", "男女通用厚实加绒连帽卫衣", "女士宽松亚麻系扣衬衫",
	"男士修身弹力休闲裤", "女士带口袋高腰瑜伽打底裤", "男士防水连帽防雨夹克", "女士羊驼毛混纺绞花针织开衫",
}

// pasteChinese pastes a column of titles into the list.
func pasteChinese(t *testing.T, p *program) {
	p.point(p.cell(productGrid, 0, chineseTitle))
	p.mouse("click", "1")
	p.paste(strings.Join(chineseTitles, "\n"))
	for row, title := range chineseTitles {
		until(t, "the titles are there", func() bool { return p.cell(productGrid, row, chineseTitle).Text == title })
	}
}

// A title of 62 bytes, 2 more than Taobao takes, and what becomes of it.
const (
	longRow    = 1
	longTitle  = "手工打磨北欧风天然桦木托盘家用早餐茶点水果收纳长方形防滑款大号"
	shortTitle = "手工打磨北欧风天然桦木托盘家用早餐茶点水果收纳长方形"
)

// mendTitle pastes a title that is too long, sees it told, and shortens it.
func mendTitle(t *testing.T, p *program) {
	const told = "problem:title-too-long"
	p.edit(longRow, chineseTitle, longTitle)
	p.says("products-bytes", begins("62 / 60"))
	p.see(told)
	p.edit(longRow, chineseTitle, shortTitle)
	p.says("products-bytes", begins("52 / 60"))
	p.gone(told)
}
