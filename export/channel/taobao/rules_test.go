package taobao

import (
	"fmt"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export/exporttest"
)

// goodsOf is a product of a category, with a title and options.
func goodsOf(category, title string, options []string, variants ...[]string) *catalog.Product {
	p := shirt(options, variants...)
	p.Category, p.Title = category, title
	return p
}

// TestSizeDependsOnTheGoods: the attribute of clothes goes to clothes only, and what is
// not certain is reported.
func TestSizeDependsOnTheGoods(t *testing.T) {
	size := []string{"Size"}
	tests := map[string]struct {
		product *catalog.Product
		want    string // of cateProps
		code    string // of a problem; "": none of a sale attribute
	}{
		"clothes":             {goodsOf("Apparel > Tops", "Linen Shirt", size, []string{"M"}), "20509:-1001", ""},
		"by the title alone":  {goodsOf("", "Rain Jacket", size, []string{"M"}), "20509:-1001", ""},
		"shoes":               {goodsOf("Apparel > Shoes", "Ridge Runner", size, []string{"9"}), "20549:-1001", ""},
		"shoes in Chinese":    {goodsOf("运动鞋", "Ridge Runner", []string{"鞋码"}, []string{"42"}), "20549:-1001", ""},
		"trousers":            {goodsOf("Clothing > Jeans", "Straight Jeans", size, []string{"32"}), "20518:-1001", "sale-attribute-assumed"},
		"a mug":               {goodsOf("Home > Kitchen", "Stoneware Mug", size, []string{"12 oz"}), "1627207:-1001", "sale-attribute-assumed"},
		"a mug with a colour": {goodsOf("Home > Kitchen", "Stoneware Mug", []string{"Color", "Size"}, []string{"Blue", "12 oz"}), "1627207:-1001;20509:-1001", "sale-attribute-assumed"},
		"three options":       {goodsOf("Home > Kitchen", "Stoneware Mug", []string{"Color", "Size", "Glaze"}, []string{"Blue", "12 oz", "Matt"}), "1627207:-1001;20509:-1001", "sale-attribute-missing"},
		"a shoe rack":         {goodsOf("Home > Shoe racks", "Shoe Rack", size, []string{"L"}), "1627207:-1001", "sale-attribute-assumed"},
		"a dress for dogs":    {goodsOf("Pets > Dog dresses", "Dog Dress", size, []string{"S"}), "1627207:-1001", "sale-attribute-assumed"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := row(t, tt.product)["cateProps"]; got != tt.want {
				t.Errorf("cateProps is %q, want %q", got, tt.want)
			}
			code := ""
			for _, p := range check(t, tt.product, exporttest.Options()) {
				if strings.HasPrefix(p.Code, "sale-attribute") {
					code = p.Code
				}
			}
			if code != tt.code {
				t.Errorf("problem %q, want %q", code, tt.code)
			}
		})
	}
}

// TestValuesOfOneName: a buyer, and Taobao, must be able to tell values apart.
func TestValuesOfOneName(t *testing.T) {
	tests := map[string]struct {
		values []string
		words  map[string]string
		want   bool
	}{
		"translated alike":         {[]string{"Grey", "Gray"}, map[string]string{"Grey": "灰色", "Gray": "灰色"}, true},
		"one translated":           {[]string{"Navy", "藏青色"}, map[string]string{"Navy": "藏青色"}, true},
		"signs that become others": {[]string{"a:b", "a：b"}, nil, true},
		"case":                     {[]string{"M", "m"}, nil, true},
		"blanks":                   {[]string{"XL Tall", "XL  Tall"}, nil, true},
		"different":                {[]string{"Grey", "Gray"}, map[string]string{"Grey": "灰色", "Gray": "深灰色"}, false},
		"one value twice":          {[]string{"Grey", "Grey"}, map[string]string{"Grey": "灰色"}, false}, // variants-alike
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := shirt([]string{"Color"}, []string{tt.values[0]}, []string{tt.values[1]})
			p.Listings[0].Options = tt.words
			got := false
			for _, problem := range check(t, p, exporttest.Options()) {
				got = got || problem.Code == "option-values-alike" && problem.Severity == catalog.Blocked && problem.Field == "option1" && problem.Args["value"] == tt.values[1]
			}
			if got != tt.want {
				t.Errorf("blocked as alike: %v, want %v", got, tt.want)
			}
		})
	}
}

// TestNumbersOfValues: two values with one number of the platform's are one SKU there.
func TestNumbersOfValues(t *testing.T) {
	for name, tt := range map[string]struct {
		first, second string
		want          bool
	}{
		"one number":            {"28320", "28320", true},
		"two numbers":           {"28320", "28340", false},
		"none":                  {"", "", false},
		"the shop's own number": {"-1002", "", true}, // the second of the shop's own gets -1002
	} {
		p := shirt([]string{"Color"}, []string{"Red"}, []string{"Blue"})
		p.SetChannelValue("taobao", "vid.Color.Red", tt.first)
		p.SetChannelValue("taobao", "vid.Color.Blue", tt.second)
		got := false
		for _, problem := range check(t, p, exporttest.Options()) {
			got = got || problem.Code == "option-numbers-alike" && problem.Severity == catalog.Blocked
		}
		if got != tt.want {
			t.Errorf("%s: blocked %v, want %v", name, got, tt.want)
		}
	}
}

// TestStatusOfItems: 6 is of new items, 1 of those that have a number on Taobao.
func TestStatusOfItems(t *testing.T) {
	for number, want := range map[string]string{"": "6", "0": "6", "523456789012": "1"} {
		p := shirt(nil, nil)
		p.SetChannelValue("taobao", "num_id", number)
		if got := row(t, p)["syncStatus"]; got != want {
			t.Errorf("syncStatus of the number %q is %q, want %q", number, got, want)
		}
	}
}

// TestPricesOfNothing names the variant.
func TestPricesOfNothing(t *testing.T) {
	for name, set := range map[string]func(p *catalog.Product){
		"zero":           func(p *catalog.Product) { p.Variants[1].Price = catalog.Money{Currency: "USD"} },
		"after the rate": func(p *catalog.Product) { p.SetChannelValue("taobao", "price.S1", "0.004") },
		"its own":        func(p *catalog.Product) { p.SetChannelValue("taobao", "price.S1", "0") },
	} {
		t.Run(name, func(t *testing.T) {
			p := shirt([]string{"Size"}, []string{"M"}, []string{"L"})
			set(p)
			for _, problem := range check(t, p, exporttest.Options()) {
				if (problem.Code == "price-zero" || problem.Code == "price-missing") && problem.Severity == catalog.Blocked && problem.Args["sku"] == "S1" {
					return
				}
			}
			t.Error("a price of nothing is not blocked")
		})
	}
}

// TestStylesOfDescriptions keeps what real packages hold.
func TestStylesOfDescriptions(t *testing.T) {
	for text, want := range map[string]string{
		`<p style="color:red">防滑鞋底</p>`:                                              `<p style="color:red">防滑鞋底</p>`,
		`<a href="https://item.taobao.com/item.htm?id=1">相关宝贝</a>`:                   `<a href="https://item.taobao.com/item.htm?id=1">相关宝贝</a>`,
		`<p>站外<a href="https://elsewhere.example/">链接</a></p>`:                       `<p>站外链接</p>`,
		`<p style="color:red;background:url(https://x.example/a.gif)">坏</p>`:         `<p style="color: red">坏</p>`,
		`<p style="position:fixed;top:0" onclick="x()">盖住</p><script>x()</script>ok`: `<p>盖住</p>ok`,
	} {
		p := shirt(nil, nil)
		p.Listings[0].Description = text
		if got := row(t, p)["description"]; got != want {
			t.Errorf("%s became %s, want %s", text, got, want)
		}
	}
}

// TestManySKUs: real packages have up to 48; more are doubted.
func TestManySKUs(t *testing.T) {
	for n, want := range map[int]bool{25: false, 26: false, 48: false, 49: true} {
		sizes := make([][]string, n)
		for i := range sizes {
			sizes[i] = []string{fmt.Sprint(i)}
		}
		got := false
		for _, problem := range check(t, shirt([]string{"Size"}, sizes...), exporttest.Options()) {
			got = got || problem.Code == "too-many-variants"
		}
		if got != want {
			t.Errorf("%d SKUs: got doubted %v, want %v", n, got, want)
		}
	}
}

// TestPictureStatus: 2 is of a picture that comes as a file, 1 of one that has an address.
func TestPictureStatus(t *testing.T) {
	for name, tt := range map[string]struct {
		sources []string
		want    string
	}{
		"a file":         {[]string{"local/red.png"}, "2;"},
		"two files":      {[]string{"local/red.png", "local/side.png"}, "2;2;"},
		"an address":     {[]string{"https://img.example/a.jpg"}, "1;"},
		"a file between": {[]string{"https://img.example/a.jpg", "local/red.png", "https://img.example/b.jpg"}, "1;2;1;"},
		"none":           {nil, ""},
	} {
		p := shirt(nil, nil)
		p.Images = nil
		for _, source := range tt.sources {
			p.Images = append(p.Images, catalog.Image{Source: source})
		}
		if got := row(t, p)["picture_status"]; got != tt.want {
			t.Errorf("%s: got status %q, want %q", name, got, tt.want)
		}
	}
}
