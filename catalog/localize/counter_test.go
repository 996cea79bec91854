package localize

import (
	"testing"

	"tradewind.app/catalog"
)

// TestCounters holds the measure words: what is counted is told by the product.
func TestCounters(t *testing.T) {
	tests := []struct{ category, title, in, want string }{
		{"Health > Vitamins", "Daily Multivitamin Tablets for Women", "120 Count", "120片"},
		{"Health > Vitamins", "Magnesium Capsules", "60 ct", "60粒"},
		{"Health", "Vitamin D3 Softgels with Olive Oil", "240 Count", "240粒"},
		{"Health", "Ginger Gummies", "60 Count", "60粒"},
		{"Health", "Electrolyte Powder Stick Packs, Sugar Free", "30 Count", "30条"},
		{"Baby", "Unscented Baby Wipes", "720 Count", "720片"},
		{"Food", "Chamomile Tea Bags", "20 Count", "20包"},
		{"Home", "Wooden Hangers", "50 Count", "50件"},
		{"Apparel", "Merino Wool Socks", "3 Pairs", "3双"},
		{"Home", "Bamboo Chopsticks", "5 Pairs", "5双"},
		{"Shoes", "Insoles for Running Shoes", "1 Pair", "1双"},
		{"Cycling", "Flat Pedals", "1 Pair", "1对"},
		{"Cycling", "Flat Pedals", "12.9 oz per pair", "每对366克"},
		{"Cycling", "Disc Brake Pads", "2 Pairs", "2副"},
		{"Apparel", "Gold Earrings", "1 pair", "1对"},
		{"Home", "Backpacking Tent", "2 Person", "双人"},
		{"Home", "Backpacking Tent", "6 Person", "6人"},
		{"Food", "Aged Cheddar", "aged for 2 years", "熟成2年"},
		{"Baby", "Wooden Blocks", "For ages 3 and up", "3岁以上适用"},
		{"Baby", "Wooden Blocks", "2 years", "2岁"},
	}
	for _, tt := range tests {
		a := newAnalyser(&catalog.Product{Title: tt.title, Category: tt.category}, languageForTest(t))
		if got := a.phrase(tt.in).Text; got != tt.want {
			t.Errorf("%s, %s: got %q, want %q", tt.title, tt.in, got, tt.want)
		}
	}
}

// TestLettersAndCrossedNumbers: a letter that names something is no article, and
// numbers joined by x stay together.
func TestLettersAndCrossedNumbers(t *testing.T) {
	tests := []struct{ category, in, want string }{
		{"Cycling", "Type A", "A型"},
		{"Cycling", "type b", "B型"},
		{"Apparel", "A cup", "A罩杯"},
		{"Apparel", "B Cup", "B罩杯"},
		{"Apparel", "Size A", "尺码A"},
		{"Apparel", "A shirt", "衬衫"},
		{"Apparel", "A", ""}, // the same in Chinese
		{"Apparel", "I", ""},
		{"Apparel", "4T", ""},
		{"Baby", "Size 2, 12-18 lb", "2号，5.44～8.16千克"},
		{"Cycling", "1x11 Speed", "1x11速"},
		{"Cycling", "700 x 40 tires", "700×40轮胎"},
		{"Cycling", "700x40c tires", "700x40c轮胎"},
		{"Cycling", "700c wheel", "700c车轮"},
		{"Cycling", `12" Wheel`, "12寸车轮"},
		{"Cycling", `9/16" thread`, "9/16英寸螺纹"},
		{"Baby", "0 TOG", ""},
		{"Apparel", "Waist from 26\" to 55\"", "腰围66～140厘米"},
	}
	for _, tt := range tests {
		a := newAnalyser(&catalog.Product{Category: tt.category}, languageForTest(t))
		got := a.phrase(tt.in)
		if got.Text != tt.want || !got.Complete {
			t.Errorf("%s: got %q (complete %t), want %q", tt.in, got.Text, got.Complete, tt.want)
		}
	}
}

// TestOptions holds that values are read by their option's name.
func TestOptions(t *testing.T) {
	tests := []struct{ category, name, value, wantName, want string }{
		{"Health", "Flavor", "Orange", "口味", "甜橙味"},
		{"Beauty > Bath", "Scent", "Lavender", "香味", "薰衣草"},
		{"Home > Candles", "Flavor", "Vanilla", "香型", "香草"},
		{"Apparel", "Color", "Orange", "颜色", "橙色"},
		{"Apparel", "Color", "Lavender", "颜色", "薰衣草紫"},
		{"Beauty", "Color", "Brown Black", "颜色", "棕黑色"},
		{"Apparel", "Color", "Blue/Red", "颜色", "蓝色/红色"},
		{"Electronics", "Model", "For Huawei P10", "型号", "适用于Huawei P10"},
		{"Apparel", "Size", "Small", "尺码", "小号"},
		{"Food", "Size", "12 oz", "规格", "340克"},
		{"Home", "Size", "12 x 9 in", "尺寸", "30.5×22.9厘米"},
		{"Health", "Size", "60 Capsules", "规格", "60粒"},
		{"Baby", "Size", "0-3 Months", "尺码", "0～3个月"},
		{"Bags", "Size", "Small", "尺寸", "小号"},
	}
	for _, tt := range tests {
		p := &catalog.Product{Category: tt.category, Options: []string{tt.name}, Variants: []catalog.Variant{{Options: []string{tt.value}}}}
		got := map[string]string{}
		for _, text := range newAnalyser(p, languageForTest(t)).options(p) {
			got[text.Source] = text.Text
		}
		if got[tt.name] != tt.wantName || got[tt.value] != tt.want {
			t.Errorf("%s %s: got %v, want %s %s", tt.name, tt.value, got, tt.wantName, tt.want)
		}
	}
}

// TestMeasureWordOfSeveralSenses holds that a number decides for the measure word, and
// the goods for which one.
func TestMeasureWordOfSeveralSenses(t *testing.T) {
	tests := []struct{ category, title, want string }{
		{"Health > Care", "Cough Drops, 80 Drops", "润喉糖 80粒"},
		{"Health > Supplements", "Vitamin D3 Drops, 365 Drops", "维生素D3滴剂 365滴"},
		{"Office", "Sticky Notes, 12 Pads", "便利贴 12本"},
		{"Kitchen", "Coffee Filters, 100 Count", "咖啡滤纸 100张"},
		{"Grocery", "Protein Bars, 12 Bars", "蛋白棒 12条"},
		{"Beauty", "Soap, 3 Bars", "香皂 3块"},
	}
	for _, tt := range tests {
		if got := titleForTest(t, &catalog.Product{Category: tt.category, Title: tt.title}, 60); got.Text != tt.want {
			t.Errorf("%q in %q: got %q, want %q", tt.title, tt.category, got.Text, tt.want)
		}
	}
}
