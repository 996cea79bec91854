package sheet

import (
	"strings"
	"testing"

	"tradewind.app/catalog"
)

func TestParseHeader(t *testing.T) {
	for _, test := range []struct {
		text, words, unit, currency string
		locale                      catalog.Locale
	}{
		{"Price (USD)", "price", "", "USD", ""},
		{"Retail price*, $", "retail price", "", "USD", ""},
		{"价格（元）", "价格", "", "CNY", ""},
		{"PRICE_EUR", "price", "", "EUR", ""},
		{"Price in GBP", "price", "", "GBP", ""},
		{"Weight (g)", "weight", "g", "", ""},
		{"Weight, kg", "weight", "kg", "", ""},
		{"重量(KG)", "重量", "kg", "", ""},
		{"重量（单位：克）", "重量", "g", "", ""},
		{"Variant Grams", "variant grams", "g", "", ""},
		{"Length in inches", "length", "in", "", ""},
		{"Title (ZH)", "title", "", "", catalog.SimplifiedChinese},
		{"title_en", "title", "", "", catalog.Source},
		{"中文标题", "标题", "", "", catalog.SimplifiedChinese},
		{"英文商品名称", "名称", "", "", catalog.Source},
		{"Chinese name", "name", "", "", catalog.SimplifiedChinese},
		{"Item #", "item no", "", "", ""},
		{"\ufeffＳＫＵ ", "sku", "", "", ""},
		{"Body (HTML)", "body", "", "", ""},
		{"(optional)", "optional", "", "", ""},
		{"Size L", "size l", "", "", ""},
	} {
		h := parseHeader(test.text)
		if g := strings.Join(h.words, " "); g != test.words || string(h.unit) != test.unit || h.currency != test.currency || h.locale != test.locale {
			t.Errorf("%q: got %q %q %q %q, want %q %q %q %q", test.text, g, h.unit, h.currency, h.locale, test.words, test.unit, test.currency, test.locale)
		}
	}
}

// TestMatchColumns gives whole headers, since what a column is depends on the others.
func TestMatchColumns(t *testing.T) {
	for _, test := range []struct{ headers, want string }{
		{"SKU|Title|Price|Qty", "sku title price quantity"},
		{"Item No.|Product Name *|Unit Price ($)|List Price|In-stock qty", "sku title price compare_at quantity"},
		{"货号|商品名称|条形码|售价|库存|颜色|尺码", "sku title gtin price quantity option1 option2"},
		{"MSRP|Wholesale price|Name", "price cost title"},
		{"MSRP|Price|Name", "compare_at price title"},
		{"Title|商品名称|Description|商品描述", "title title@zh-Hans description description@zh-Hans"},
		{"SKU|Title (ZH)|Price", "sku title@zh-Hans price"},
		{"货号|中文名称|价格|库存", "sku title price quantity"},
		{"Title|Title (zh-tw)", "title title@zh-Hant"},
		{"sku|title|title@zh-Hans|title@zh-tw|keywords@zh-Hans|attr.Care|channel.taobao.cid", "sku title title@zh-Hans title@zh-Hant keywords@zh-Hans attr.Care channel.taobao.cid"},
		{"Titolo|Prezzo|Quantità", "title price quantity"},
		{"Наименование|Цена, руб.|Остаток", "title price quantity"},
		{"Quantitiy|Descripton", "quantity description"},
		{"Shipping cost|Minimum quantity|Meta description|Low stock amount", "attr.Shipping cost attr.Minimum quantity attr.Meta description attr.Low stock amount"},
		{"Stock status|Supplier|Safety sheet URL", "attr.Stock status attr.Supplier attr.Safety sheet URL"},
		{"一级分类|二级分类|商品名称", "category category title"},
		{"EAN|UPC|Image 1|Image 2|Photo URL", "gtin gtin images images images"},
		{"Colour|Shoe size|Material", "option1 option2 material"},
		{"Style No.|SKU|Name", "group sku title"},
		{"Style No.|SKU|Name|Parent SKU", "attr.Style No. sku title group"},
		{"Weight|Weight Unit|Currency", "weight weight_unit currency"},
		{"Size|Option1 name|Option1 value|Scent|Flavour", "option2 option1_name option1 option3 option3"},
		{"Care|Care|care", "attr.Care attr.Care 2 attr.care 3"},
		{"Updated At|创建时间", "ignore ignore"},
		{"商品名称 Product name|价格 Price", "title price"},
	} {
		var columns []Column
		for i, h := range strings.Split(test.headers, "|") {
			columns = append(columns, Column{Index: i, Header: h})
		}
		matchColumns(columns, make([]profile, len(columns)), "USD")
		var got []string
		for _, c := range columns {
			got = append(got, string(c.Field))
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s\n got  %s\n want %s", test.headers, g, test.want)
		}
	}
}

func TestDetectLayout(t *testing.T) {
	for _, test := range []struct {
		headers string
		want    Layout
	}{
		{"Handle,Title,Body (HTML),Variant SKU", Shopify},
		{"Title,URL handle,Description,SKU,Option1 name,Option1 value", Shopify},
		{"Handle,Title,Price", Plain},
		{"ID,Type,SKU,Name,Published,Regular price,Parent", WooCommerce},
		{"title,cid,seller_cids,price,num,skuProps,outer_id", Taobao},
		{"宝贝名称,宝贝类目,店铺类目,宝贝价格", Taobao},
		{"sku,attribute_set_code,product_type,name,price", Plain},
		{"Item Type,Product Name,Product Code/SKU,Price", Plain},
	} {
		var columns []Column
		for i, h := range strings.Split(test.headers, ",") {
			columns = append(columns, Column{Index: i, Header: h})
		}
		if got := detectLayout(columns); got != test.want {
			t.Errorf("%s: got %s, want %s", test.headers, got, test.want)
		}
	}
}

// FuzzHeader gives any texts as headers: every column must come out as something
// that can be imported, and no two as the same field unless they may.
func FuzzHeader(f *testing.F) {
	f.Add("SKU|Title (ZH)|Price, $|Image 1|Image 2")
	f.Add("价格（元|单位：|【】|(|#")
	f.Add("Color|颜色|Size|Option1 name|||")
	f.Fuzz(func(t *testing.T, headers string) {
		var columns []Column
		for i, h := range strings.SplitN(headers, "|", 200) {
			columns = append(columns, Column{Index: i, Header: h})
		}
		matchColumns(columns, make([]profile, len(columns)), "USD")
		if layout := detectLayout(columns); layout != Plain {
			layoutTables[layout].apply(columns)
		}
		seen := map[catalog.Field]bool{}
		for _, c := range columns {
			if !KnownField(c.Field) || c.Reason == "" {
				t.Fatalf("%q became %q (%s)", c.Header, c.Field, c.Reason)
			}
			if seen[c.Field] && !repeats(c.Field) && !mayRepeat(c) {
				t.Fatalf("%q is a second %s", c.Header, c.Field)
			}
			seen[c.Field] = true
		}
		if Fingerprint([]string{headers}) != Fingerprint([]string{" " + headers + " "}) {
			t.Fatalf("%q: a space changes the fingerprint", headers)
		}
	})
}

func mayRepeat(c Column) bool {
	return c.Option != "" || c.Field == catalog.FieldCategory || c.Field == PropNames || strings.HasPrefix(string(c.Field), "attr.")
}

// TestLayoutTables holds the tables to fields that exist.
func TestLayoutTables(t *testing.T) {
	for layout, table := range layoutTables {
		if len(table.fields) < 50 {
			t.Errorf("%s: only %d columns", layout, len(table.fields))
		}
		for header, f := range table.fields {
			if header == "" || !KnownField(f) {
				t.Errorf("%s: the column %q is %q, which is no field", layout, header, f)
			}
		}
	}
}

// TestIsHan: at least a third of the letters, of which there must be some.
func TestIsHan(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "12": false, "- %": false, "Size": false, "尺码": true, "尺码 2": true,
		"码ab": true, "码abc": false, "SKU 编码": true, "Color 色": false, "サイズ": false,
	} {
		if got := isHan(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
