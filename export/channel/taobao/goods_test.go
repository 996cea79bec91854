package taobao

import (
	"fmt"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
	"tradewind.app/export/exporttest"
)

// row exports one product and returns its cells by column.
func row(t *testing.T, p *catalog.Product) map[string]string {
	t.Helper()
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	opts := exporttest.Options()
	opts.All = true
	view, err := c.Preview(exporttest.Stream(p), opts, 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(view.Rows) != 1 {
		t.Fatalf("%d rows, want 1: %+v", len(view.Rows), c.Check(p, opts))
	}
	cells := map[string]string{}
	for i, name := range view.Header[1] {
		cells[name] = view.Rows[0][i]
	}
	return cells
}

func check(t *testing.T, p *catalog.Product, opts export.Options) []catalog.Problem {
	t.Helper()
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return c.Check(p, opts)
}

// shirt is a product with the options named and a variant for each list of values.
func shirt(options []string, variants ...[]string) *catalog.Product {
	p := exporttest.Sound()[2]
	p.SetChannelValue("taobao", "price", "")
	p.Title, p.Category = "Oat Linen Shirt", "Clothing > Shirts"
	p.Options, p.Variants = options, nil
	p.MarkListing(catalog.SimplifiedChinese, catalog.Mark{State: catalog.StateReviewed})
	for i, values := range variants {
		stock := int64(i + 1)
		v := exporttest.Sound()[2].Variants[0]
		v.ID, v.SKU, v.Options, v.Quantity = catalog.ID(fmt.Sprint("v", i)), fmt.Sprint("S", i), values, &stock
		p.Variants = append(p.Variants, v)
	}
	return p
}

// saleTests are products and what stands in the cells that cross variants.
var saleTests = []struct {
	name    string
	product func() *catalog.Product
	want    map[string]string
}{
	{"no options", func() *catalog.Product { return shirt(nil, nil) }, map[string]string{
		"skuProps": "", "cateProps": "", "outer_id": "S0", "num": "1", "barcode": "850001234054", "sku_barcode": "",
	}},
	{"colour and size", func() *catalog.Product {
		return shirt([]string{"Colour", "Size"}, []string{"Red", "M"}, []string{"Red", "L"}, []string{"Blue", "M"})
	}, map[string]string{
		"skuProps":         "99.68:1:S0:1627207:-1001;20509:-1001;99.68:2:S1:1627207:-1001;20509:-1002;99.68:3:S2:1627207:-1002;20509:-1001;",
		"cateProps":        "1627207:-1001;20509:-1001;20509:-1002;1627207:-1002",
		"input_custom_cpv": "1627207:-1001:Red;20509:-1001:M;20509:-1002:L;1627207:-1002:Blue",
		"outer_id":         "oat-lotion", "num": "6", "price": "99.68", "sku_barcode": "850001234054;850001234054;850001234054", "barcode": "",
	}},
	{"size before colour", func() *catalog.Product { return shirt([]string{"尺码", "颜色"}, []string{"M", "红"}) }, map[string]string{
		"input_custom_cpv": "20509:-1001:M;1627207:-1001:红",
	}},
	{"an option of another name takes what is free", func() *catalog.Product { return shirt([]string{"Scent", "Color"}, []string{"Rose", "Red"}) }, map[string]string{
		"input_custom_cpv": "20509:-1001:Rose;1627207:-1001:Red",
	}},
	{"the shop's own attribute", func() *catalog.Product {
		p := shirt([]string{"Scent"}, []string{"Rose"})
		p.SetChannelValue("taobao", "pid.Scent", "5919063")
		return p
	}, map[string]string{"input_custom_cpv": "5919063:-1001:Rose"}},
	{"a value of the platform's", func() *catalog.Product {
		p := shirt([]string{"Size"}, []string{"M"}, []string{"L"})
		p.SetChannelValue("taobao", "vid.Size.L", "28315")
		return p
	}, map[string]string{"propAlias": "20509:28315:L", "input_custom_cpv": "20509:-1001:M", "cateProps": "20509:-1001;20509:28315"}},
	{"signs of the cell's own", func() *catalog.Product { return shirt([]string{"Size"}, []string{"a:b;c"}) }, map[string]string{
		"input_custom_cpv": "20509:-1001:a：b；c",
	}},
	{"the cheapest price and the sum", func() *catalog.Product {
		p := shirt([]string{"Size"}, []string{"M"}, []string{"L"})
		p.SetChannelValue("taobao", "price.S0", "120")
		p.SetChannelValue("taobao", "price.S1", "99.5")
		return p
	}, map[string]string{"price": "99.50", "num": "3"}},
	{"own columns", func() *catalog.Product {
		p := shirt(nil, nil)
		p.SetChannelValue("taobao", "postage_id", "123")
		p.SetChannelValue("taobao", "num", "7")
		p.SetChannelValue("taobao", "location_state", "海外")
		return p
	}, map[string]string{"postage_id": "123", "num": "7", "location_state": "海外"}},
	{"brand and model", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Brand, p.Variants[0].MPN = "A, B", "M-1"
		return p
	}, map[string]string{"inputPids": "20000,13021751", "inputValues": "A， B,M-1"}},
	{"stock below nothing", func() *catalog.Product {
		p := shirt([]string{"Size"}, []string{"M"})
		*p.Variants[0].Quantity = -4
		return p
	}, map[string]string{"num": "0", "skuProps": "99.68:0:S0:20509:-1001;"}},
	{"weight and volume", func() *catalog.Product {
		p := shirt([]string{"Size"}, []string{"M"}, []string{"L"})
		v := &p.Variants[1]
		v.Weight.Unit = "lb"
		v.Length, v.Width, v.Height = v.Weight, v.Weight, v.Weight
		v.Length.Unit, v.Width.Unit, v.Height.Unit = "in", "in", "in"
		return p
	}, map[string]string{"item_weight": "4.082", "item_size": "bulk:0.011946"}},
}

func TestSaleAttributes(t *testing.T) {
	for _, tt := range saleTests {
		t.Run(tt.name, func(t *testing.T) {
			got := row(t, tt.product())
			for column, want := range tt.want {
				if got[column] != want {
					t.Errorf("%s is %q, want %q", column, got[column], want)
				}
			}
		})
	}
}

// problemTests are products with one thing wrong.
var problemTests = []struct {
	name     string
	product  func() *catalog.Product
	code     string
	severity catalog.Severity
}{
	{"no rate", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Variants[0].Price.Currency = "EUR"
		return p
	}, "price-currency", catalog.Blocked},
	{"no price", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Variants[0].Price = catalog.Money{}
		return p
	}, "price-missing", catalog.Blocked},
	{"an own price that is none", func() *catalog.Product {
		p := shirt(nil, nil)
		p.SetChannelValue("taobao", "price", "cheap")
		return p
	}, "price-unreadable", catalog.Blocked},
	{"alike", func() *catalog.Product { return shirt([]string{"Size"}, []string{"M"}, []string{"M"}) }, "variants-alike", catalog.Blocked},
	{"several without options", func() *catalog.Product { return shirt(nil, nil, nil) }, "variants-alike", catalog.Blocked},
	{"a value missing", func() *catalog.Product { return shirt([]string{"Size"}, []string{"M"}, nil) }, "option-value-missing", catalog.Blocked},
	{"three options", func() *catalog.Product { return shirt([]string{"A", "B", "C"}, []string{"1", "2", "3"}) }, "sale-attribute-missing", catalog.Blocked},
	{"an option of another name", func() *catalog.Product { return shirt([]string{"Scent"}, []string{"Rose"}) }, "sale-attribute-assumed", catalog.Warning},
	{"an SKU with a colon", func() *catalog.Product {
		p := shirt([]string{"Size"}, []string{"M"})
		p.Variants[0].SKU = "a:b"
		return p
	}, "signs-reserved", catalog.Blocked},
	{"stock not told", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Variants[0].Quantity = nil
		return p
	}, "stock-not-told", catalog.Warning},
	{"a wrong GTIN", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Variants[0].GTIN = "850001234055"
		return p
	}, "gtin-check-digit", catalog.Warning},
	{"a name that GBK lacks", func() *catalog.Product { return shirt([]string{"Color"}, []string{"Café™ rosé ñ"}) }, "char-not-in-charset", catalog.Blocked},
	{"a picture that is gone", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Images = []catalog.Image{{Source: "gone.jpg"}}
		return p
	}, "picture-not-there", catalog.Warning},
	{"no category", func() *catalog.Product {
		p := shirt(nil, nil)
		p.SetChannelValue("taobao", "cid", "")
		return p
	}, "value-recommended", catalog.Warning},
	{"no Chinese", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Listings = nil
		return p
	}, "value-missing", catalog.Blocked},
	{"a title of 61 bytes", func() *catalog.Product {
		p := shirt(nil, nil)
		p.Listings[0].Title = strings.Repeat("枫", 30) + "A"
		return p
	}, "title-too-long", catalog.Blocked},
	{"more than 48 SKUs", func() *catalog.Product {
		var sizes [][]string
		for i := range 49 {
			sizes = append(sizes, []string{fmt.Sprint(i)})
		}
		return shirt([]string{"Size"}, sizes...)
	}, "too-many-variants", catalog.Warning},
	{"SKUs of 513 bytes", func() *catalog.Product {
		p := shirt([]string{"Size"}, []string{"M"}, []string{"L"})
		p.Variants[0].SKU, p.Variants[1].SKU = strings.Repeat("a", 256), strings.Repeat("b", 256)
		return p
	}, "codes-too-long", catalog.Blocked},
}

func TestProblems(t *testing.T) {
	for _, tt := range problemTests {
		t.Run(tt.name, func(t *testing.T) {
			problems := check(t, tt.product(), exporttest.Options())
			for _, p := range problems {
				if p.Code == tt.code && p.Severity == tt.severity && p.Args["source"] != "" {
					return
				}
			}
			t.Errorf("got %+v, want %s %s", problems, tt.severity, tt.code)
		})
	}
}

// TestExactLimits: a title of 60 bytes and SKUs of 512 pass.
func TestExactLimits(t *testing.T) {
	p := shirt([]string{"Size"}, []string{"M"}, []string{"L"})
	p.Listings[0].Title = strings.Repeat("枫", 30)
	p.MarkListing(catalog.SimplifiedChinese, catalog.Mark{State: catalog.StateReviewed})
	p.Variants[0].SKU, p.Variants[1].SKU = strings.Repeat("a", 255), strings.Repeat("b", 256)
	for _, problem := range check(t, p, exporttest.Options()) {
		if problem.Severity == catalog.Blocked {
			t.Errorf("blocked: %+v", problem)
		}
	}
}

func TestPictureCells(t *testing.T) {
	p := shirt([]string{"Color"}, []string{"Red"}, []string{"Blue"})
	for i := range 7 {
		p.Images = append(p.Images, catalog.Image{Source: fmt.Sprintf("https://img.example/%d.jpg?a=;|", i)})
	}
	p.Images = append(p.Images, catalog.Image{Source: "local/red.png", Variants: []catalog.ID{"v0"}})
	got := row(t, p)
	if n := strings.Count(got["picture"], ":1:"); n != 5 {
		t.Errorf("%d main pictures, want 5: %s", n, got["picture"])
	}
	if !strings.HasSuffix(got["picture"], ":2:0:1627207:-1001|;") {
		t.Errorf("the red one's picture is not last: %s", got["picture"])
	}
	if n := strings.Count(got["picture"], ";"); n != 6 || got["picture_status"] != "1;1;1;1;1;2;" {
		t.Errorf("%d pictures with the status %q, want 6, the last of which is a file", n, got["picture_status"])
	}
}
