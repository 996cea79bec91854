package exporttest

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Options are what the invented shop has settled.
func Options() export.Options {
	return export.Options{
		Currency: "USD",
		Rates:    export.Rates{"USD/CNY": decimal.RequireFromString("7.12")},
		PageURL:  "https://alder-creek.example/products/{handle}",
		Shop:     "Alder Creek Goods",
		Open:     openPicture,
	}
}

// openPicture draws the pictures that the sample names: local/*.png and *.jpg.
func openPicture(source string) (io.ReadCloser, error) {
	if !strings.HasPrefix(source, "local/") {
		return nil, fs.ErrNotExist
	}
	canvas := image.NewRGBA(image.Rect(0, 0, 8, 8))
	canvas.Set(3, 3, color.RGBA{R: 200, A: 255})
	var b bytes.Buffer
	var err error
	if strings.HasSuffix(source, ".png") {
		err = png.Encode(&b, canvas)
	} else {
		err = jpeg.Encode(&b, canvas, nil)
	}
	return io.NopCloser(&b), err
}

// Sound returns products that every shipped channel takes.
func Sound() []*catalog.Product {
	return []*catalog.Product{syrup(), shoe(), lotion()}
}

// syrup has two sizes, pictures on the web and a reviewed Chinese listing.
func syrup() *catalog.Product {
	p := &catalog.Product{
		ID: "0199aaaa-0000-7000-8000-000000000001", Handle: "dark-maple-syrup", Title: "Dark Maple Syrup, Grade A",
		Description: "<p>Boiled over wood fire &amp; bottled the same day.</p>\n<ul><li>Nothing added</li><li>Glass bottle, 12\" tall case</li></ul>",
		Brand:       "Alder Creek", Category: "Food > Pantry > Syrup", Type: "Syrup", Status: catalog.StatusActive,
		Tags: []string{"maple", "pantry"}, Options: []string{"Size"}, Origin: "US", HSCode: "1702200000",
		Variants: []catalog.Variant{
			variant("01", "MS-08", "850001234009", "12.90 USD", 40, "0.6 kg", "8 oz"),
			variant("02", "MS-16", "850001234016", "21.50 USD", 0, "1.1 kg", "16 oz"),
		},
		Images: []catalog.Image{
			{Source: "https://img.alder-creek.example/syrup-front.jpg", Position: 1, Alt: "Bottle, front"},
			{Source: "https://img.alder-creek.example/syrup,back.jpg", Position: 2},
			{Source: "https://img.alder-creek.example/syrup-16.jpg", Position: 3, Variants: []catalog.ID{"02"}},
		},
	}
	p.Variants[0].MPN = "AC-MS8"
	p.SetAttribute("google_product_category", "Food, Beverages & Tobacco > Food Items > Condiments & Sauces")
	p.SetAttribute("product_highlight", "Wood fired\nNo additives, no colouring")
	p.SetChannelValue("taobao", "cid", "50013932")
	listing(p, "佛蒙特深色枫糖浆A级 纯天然无添加 早餐松饼淋酱", "<p>柴火慢熬，当日灌装。<em>纯天然</em>，无添加™</p>", "柴火慢熬", "无添加")
	p.Listings[0].Options = map[string]string{"8 oz": "237毫升", "16 oz": "473毫升"}
	return p
}

// shoe has two options, pictures as files, and one for each colour.
func shoe() *catalog.Product {
	p := &catalog.Product{
		ID: "0199aaaa-0000-7000-8000-000000000002", Handle: "ridge-runner", Title: "Ridge Runner Trail Shoe",
		Description: "<p>Grippy sole, wide toe box.</p>", Brand: "Windrow", Category: "Apparel > Shoes", Type: "Running shoes",
		Options: []string{"Color", "Size"}, Material: "Recycled polyester", URL: "https://alder-creek.example/p/跑鞋?ref=feed",
		Variants: []catalog.Variant{
			variant("11", "RR-RED-9", "850001234023", "89 USD", 3, "1.5 lb", "Red", "9"),
			variant("12", "RR-RED-10", "850001234030", "89 USD", 5, "1.5 lb", "Red", "10"),
			variant("13", "RR-BLU-9", "850001234047", "94.50 USD", 2, "1.5 lb", "Blue", "9"),
		},
		Images: []catalog.Image{
			{Source: "https://img.alder-creek.example/shoe.jpg", Position: 1},
			{Source: "local/shoe side.png", Position: 2},
			{Source: "local/shoe-red.jpg", Position: 3, Variants: []catalog.ID{"11", "12"}},
		},
	}
	for key, value := range map[string]string{"google_product_category": "Apparel & Accessories > Shoes", "gender": "Unisex", "age_group": "adult", "size_system": "US"} {
		p.SetAttribute(key, value)
	}
	for i := range p.Variants {
		v := &p.Variants[i]
		v.Length, v.Width, v.Height = measure("33 cm"), measure("21 cm"), measure("12.5 cm")
	}
	p.SetChannelValue("taobao", "cid", "50012036")
	p.SetChannelValue("taobao", "cateProps", "122216608:29923;")
	p.SetChannelValue("taobao", "vid.Size.9", "28381")
	listing(p, "Windrow越野跑鞋男女宽头防滑透气徒步鞋", "<p>防滑大底，宽松鞋头。</p>", "防滑大底")
	p.Listings[0].Options = map[string]string{"Red": "红色", "Blue": "蓝色:深", "9": "42码"}
	return p
}

// lotion has one variant without options, a reduced price, and text that tries
// the quoting.
func lotion() *catalog.Product {
	p := &catalog.Product{
		ID: "0199aaaa-0000-7000-8000-000000000003", Handle: "oat-lotion", Title: `Oat Lotion "Calm", 8 fl oz; unscented`,
		Description: "<div>Soothes dry skin.<br>\tFor daily use</div><script>alert(1)</script>", Brand: "Fernhollow", Category: "Beauty > Skin care",
		Variants: []catalog.Variant{variant("21", "OL-1", "850001234054", "14 USD", 120, "9 oz")},
		Images:   []catalog.Image{{Source: "https://img.alder-creek.example/lotion.png", Position: 1}},
	}
	p.Variants[0].Compare = amount("18 USD")
	p.SetAttribute("google_product_category", "Health & Beauty > Personal Care > Cosmetics > Skin Care")
	p.SetAttribute("seo_title", "Oat Lotion | Fernhollow")
	p.SetAttribute("custom_label_0", "spring")
	p.SetChannelValue("taobao", "cid", "121454013")
	p.SetChannelValue("taobao", "price", "128")
	listing(p, "Fernhollow燕麦舒缓身体乳237毫升无香型", "<p>舒缓干燥肌肤，每日可用。</p>", "每日可用")
	return p
}

func variant(id catalog.ID, sku, gtin, price string, stock int64, weight string, options ...string) catalog.Variant {
	return catalog.Variant{ID: id, SKU: sku, GTIN: gtin, Price: amount(price), Quantity: &stock, Weight: measure(weight), Options: options}
}

func listing(p *catalog.Product, title, description string, points ...string) {
	l := p.EnsureListing(catalog.SimplifiedChinese)
	l.Title, l.Description, l.SellingPoints = title, description, points
	p.MarkListing(l.Locale, catalog.Mark{State: catalog.StateReviewed})
}

// amount and measure read the sample's own texts, which are right.
func amount(s string) catalog.Money {
	m, err := catalog.ParseMoney(s, "")
	if err != nil {
		panic(err)
	}
	return m
}

func measure(s string) catalog.Measure {
	m, err := catalog.ParseMeasure(s, "")
	if err != nil {
		panic(err)
	}
	return m
}

// Stream yields products one by one, as a store does.
func Stream(products ...*catalog.Product) iter.Seq2[*catalog.Product, error] {
	return func(yield func(*catalog.Product, error) bool) {
		for _, p := range products {
			if !yield(p, nil) {
				return
			}
		}
	}
}
