package localize

import (
	"strings"
	"testing"

	"tradewind.app/catalog"
)

// TestProse holds the order of a Chinese clause and the lines that shops write
// under every product.
func TestProse(t *testing.T) {
	tests := []struct{ category, in, want string }{
		{"Apparel", "Cushioned socks for hiking and everyday use.", "适合徒步和日常使用的缓震袜子。"},
		{"Apparel", "A hoodie with a zipper, made for cold mornings.", "带拉链的连帽卫衣，专为寒冷清晨打造。"},
		{"Apparel", "Straw Hat with Leather Band", "配真皮饰带的草帽"},
		{"Apparel", "Linen shirt with a loose fit for summer", "宽松、适合夏季的亚麻衬衫"},
		{"Apparel", "A lightweight, windproof and waterproof jacket", "轻量、防风、防水夹克"},
		{"Apparel", "A wool sweater that keeps its shape.", "羊毛毛衣，不易变形。"},
		{"Apparel", "Leggings in a soft, four way stretch fabric that is moisture wicking.", "采用柔软、四面弹面料的打底裤，吸湿排汗。"},
		{"Apparel", `Model is 5'9" and wears size S`, "模特身高1.75米，穿S码"},
		{"Apparel", `Side pocket fits a 6.7" phone`, "侧面口袋适配6.7英寸手机"},
		{"Apparel", `Fits 40" to 50" tall`, "适合身高1.02～1.27米"},
		{"Apparel", "Machine wash cold, tumble dry low", "冷水机洗，低温滚筒烘干"},
		{"Apparel", "Two pockets and one zipper", "2个口袋和1条拉链"},
		{"Apparel", "The fabric is soft", "面料柔软"},
		{"Shoes", "Weight 10.7 oz per shoe", "单只重量303克"},
		{"Shoes", "For races from 5 km to 26.2 mi", "适合5公里～42.2公里赛程"},
		{"Health", "Take 2 capsules daily with food.", "每日随餐服用2粒。"},
		{"Health", "Sodium, potassium and magnesium for runners.", "适合跑者的钠、钾和镁。"},
		{"Health", "Iron and zinc and calcium", "铁、锌和钙"},
		{"Health", "20 g of collagen per serving", "每份20克胶原蛋白"},
		{"Health", "Mix 1 scoop with 8 fl oz of water or milk", "1勺加237毫升水或牛奶冲调"},
		{"Health", "Not intended to diagnose, treat, cure, or prevent any disease.", "本品仅作膳食补充。"},
		{"Food", "Smoked beef with 12 g of protein per serving.", "每份含12克蛋白质的烟熏牛肉。"},
		{"Food", "Ships frozen", "冷冻发货"},
		{"Food", "Ships September to January", "9月至1月发货"},
		{"Food", "Keep refrigerated at 34 °F to 40 °F", "于1～4℃冷藏保存"},
		{"Food", "Not for children under 1 year", "1岁以下儿童不宜食用"},
		{"Baby", "Soft diapers with up to 12 hours of protection.", "长达12小时防护的柔软纸尿裤。"},
		{"Baby", "84, 78 or 70 diapers", "84、78或70片"},
		{"Baby", "Blocks with water based color", "带水性颜色的积木"},
		{"Baby", "12 packs of 60 wipes", "12包×60片"},
		{"Beauty > Skin", "Serum with hyaluronic acid", "含玻尿酸的精华液"},
		{"Beauty > Skin", "Brushes with bamboo handles", "带竹手柄的刷子"},
		{"Beauty > Skin", "Apply for 10 minutes, then rinse", "敷10分钟，然后冲洗干净"},
		{"Beauty > Bath", "Use 1 cup per bath", "每次沐浴使用237毫升"},
		{"Home", "Oven safe to 500 °F", "可入烤箱，耐热至260℃"},
		{"Home", "Keeps drinks cold for 24 hours and hot for 12 hours.", "保冷24小时，保温12小时。"},
		{"Cycling", "Type A fits road, type B fits MTB calipers", "A型适配公路，B型适配MTB刹车卡钳"},
	}
	for _, tt := range tests {
		a := newAnalyser(&catalog.Product{Category: tt.category}, languageForTest(t))
		got := a.prose(tt.in)
		if got.Text != tt.want || !got.Complete {
			t.Errorf("%s:\n got %q (complete %t)\nwant %q", tt.in, got.Text, got.Complete, tt.want)
		}
	}
}

// TestProseLeavesGrammar: what is not surely understood stays English, and the
// listing is a draft.
func TestProseLeavesGrammar(t *testing.T) {
	for _, in := range []string{
		"Drop 2 bags in cold water for 12 hours.",
		"A soft shirt that you will love.",
		"It is waterproof and fits well.",
		"A soft shirt with.",
	} {
		a := newAnalyser(&catalog.Product{Category: "Food"}, languageForTest(t))
		if got := a.prose(in); got.Complete || !strings.Contains(got.Text, " ") {
			t.Errorf("%s: got %q (complete %t)", in, got.Text, got.Complete)
		}
	}
}

// TestLawLeavesNoFragment: where a word must not be written, what is left of a
// line that only it made sense of is not written either.
func TestLawLeavesNoFragment(t *testing.T) {
	a := newAnalyser(&catalog.Product{Category: "Health"}, languageForTest(t))
	got := a.prose("Daily immune support")
	if got.Text != "" || got.Complete || len(got.LeftOut) == 0 {
		t.Errorf("got %+v", got)
	}
	if point := a.point("Daily immune support"); point.Text != "" {
		t.Errorf("the selling point says %q", point.Text)
	}
	if point := a.point("UPF 50"); point.Text != "UPF 50" {
		t.Errorf("a point that is the same in Chinese: got %q", point.Text)
	}
}
