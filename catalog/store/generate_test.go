package store

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

var (
	latinWords = strings.Fields(`bamboo cedar maple walnut linen cotton merino silk ceramic brass copper steel glass leather
		organic handmade vintage modern portable foldable durable waterproof lightweight classic travel kitchen garden camping
		running cycling baby kids bottle mug bowl plate knife board towel blanket pillow lamp candle soap cream serum balm brush
		wallet belt hat scarf glove shoe boot jacket shirt dress sweater hoodie watch necklace bracelet speaker charger stand
		tripod puzzle journal pen wrench drill hook shelf basket tray rug mirror frame honey coffee tea almond cranberry spice`)
	chineseWords = strings.Fields(`不锈钢 保温杯 手工 有机 纯棉 真皮 女士 男士 儿童 婴儿 户外 露营 厨房 家居 咖啡 茶 坚果 蔓越莓 西洋参
		维生素 蜂蜜 巧克力 护肤 精华 面霜 香皂 蜡烛 毛巾 毯子 枕头 连衣裙 牛仔裤 外套 羊毛 羊绒 真丝 亚麻 项链 手链 耳环 戒指 手表
		耳机 充电器 手机壳 支架 玩具 拼图 礼盒 套装 便携 防水 可折叠 轻便 耐用 复古 现代 经典 美国 进口 正品 新款`)
)

// generator makes products of the size that real shops have, about 2 KB, the
// same for the same seed.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 1))} }

func (g generator) words(list []string, n int, sep string) string {
	words := make([]string, n)
	for i := range words {
		words[i] = list[g.IntN(len(list))]
	}
	return strings.Join(words, sep)
}

func (g generator) product(n int) *catalog.Product {
	quantity := int64(g.IntN(2000))
	brand := "Brand " + latinWords[g.IntN(40)]
	title := brand + " " + g.words(latinWords, 4+g.IntN(7), " ")
	p := &catalog.Product{
		ID: catalog.NewID(), Handle: fmt.Sprintf("%s-%d", catalog.Slug(title), n), Title: title, Brand: brand,
		Category:    fmt.Sprintf("Part %d > Part %d", g.IntN(30), g.IntN(30)),
		Description: "<p>" + g.words(latinWords, 60+g.IntN(160), " ") + "</p>", Origin: "US", HSCode: "3304.99.1000",
		Status: []catalog.Status{catalog.StatusActive, catalog.StatusDraft}[g.IntN(8)/7],
		Variants: []catalog.Variant{{
			ID: catalog.NewID(), SKU: fmt.Sprintf("%s-%06d", strings.ToUpper(brand[6:9]), n), GTIN: fmt.Sprintf("6%012d", g.IntN(1e12)),
			MPN: fmt.Sprintf("MPN%07d", g.IntN(1e7)), Price: catalog.Money{Amount: decimal.New(int64(199+g.IntN(30000)), -2), Currency: "USD"},
			Cost:     catalog.Money{Amount: decimal.New(int64(99+g.IntN(9000)), -2), Currency: "USD"},
			Quantity: &quantity, Weight: catalog.Measure{Value: decimal.New(int64(20+g.IntN(20000)), -1), Unit: "g"},
		}},
	}
	for i := range 1 + g.IntN(4) {
		p.Images = append(p.Images, catalog.Image{Source: fmt.Sprintf("https://cdn.example.com/%016x.jpg", g.Uint64()), Position: i + 1})
	}
	if g.IntN(10) < 4 {
		l := p.EnsureListing(catalog.SimplifiedChinese)
		l.Title, l.Description = g.words(chineseWords, 4+g.IntN(5), ""), g.words(chineseWords, 20+g.IntN(80), "")
		p.MarkListing(l.Locale, catalog.Mark{State: catalog.StateTranslated, By: "Ann", At: "2026-11-30"})
	}
	return p
}

func (g generator) products(n int) []*catalog.Product {
	list := make([]*catalog.Product, n)
	for i := range list {
		list[i] = g.product(i + 1)
	}
	return list
}
