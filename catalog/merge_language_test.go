package catalog

import (
	"strings"
	"testing"
)

// pack is what a Chinese package says of a product.
func pack(code string, rows ...ImportRow) ImportRow {
	d := row("pack!3", "title", "纯棉T恤", "title@zh-Hans", "纯棉T恤", "description", `<p style="x">柔软</p>`, "description@zh-Hans", "<p>柔软</p>", "option1_name", "颜色分类")
	d.Code, d.Variants = Value{Field: "channel.taobao.outer_id", Text: code}, nil
	for _, r := range rows {
		for i := range r.Variants[0].Values {
			r.Variants[0].Values[i].Converted = r.Variants[0].Values[i].Field == FieldPrice
		}
		d.Variants = append(d.Variants, r.Variants...)
	}
	return d
}

func englishTee(s *shelf, t *testing.T) {
	d := row("a!2", "handle", "tee", "title", "Cotton Tee", "option1_name", "Color", "sku", "TE-1", "option1", "White", "price", "28")
	d.Variants = append(d.Variants, row("a!3", "sku", "TE-2", "option1", "Black", "price", "28").Variants...)
	s.run(t, d)
}

func TestPackageThatComesBack(t *testing.T) {
	s := &shelf{}
	englishTee(s, t)
	c := s.run(t, pack("tee",
		row("pack!3", "sku", "TE-1", "option1", "白色", "price", "198.80 CNY", "quantity", "7"),
		row("pack!3", "sku", "TE-2", "option1", "黑色", "price", "198.80 CNY")))[0]
	p := s.products[0]
	if len(s.products) != 1 || c.Outcome != Changed || p.Title != "Cotton Tee" || p.Description != "" || p.Options[0] != "Color" || p.Handle != "tee" {
		t.Fatalf("%s %+v", c.Outcome, p)
	}
	for i, want := range []string{"White 28 USD", "Black 28 USD"} {
		if v := p.Variants[i]; v.Options[0]+" "+v.Price.String() != want {
			t.Errorf("variant %d: %v %s, want %s", i, v.Options, v.Price, want)
		}
	}
	l := p.Listing(SimplifiedChinese)
	if l == nil || l.Title != "纯棉T恤" || l.Description != "<p>柔软</p>" || l.Options["White"] != "白色" || l.Options["Black"] != "黑色" || l.Options["Color"] != "颜色分类" {
		t.Errorf("listing %+v", l)
	}
	if got := codes(c.Problems); got != "price-kept" {
		t.Errorf("problems %s, want one price-kept", got)
	}
	if q := p.Variants[0].Quantity; q == nil || *q != 7 {
		t.Errorf("quantity %v, want 7", q)
	}
	if _, ok := p.ChannelValue("taobao", "outer_id"); ok {
		t.Error("a code that is the handle was kept beside it")
	}
}

// TestPackageWithoutSKUs: rows are told apart by what the listing calls their options.
func TestPackageWithoutSKUs(t *testing.T) {
	s := &shelf{}
	englishTee(s, t)
	s.products[0].EnsureListing(SimplifiedChinese).Options = map[string]string{"White": "白色", "Black": "黑色"}
	c := s.run(t, pack("tee", row("pack!3", "option1", "黑色", "price", "198.80 CNY", "quantity", "3")))[0]
	p := s.products[0]
	if len(p.Variants) != 2 || p.Variants[1].Quantity == nil || *p.Variants[1].Quantity != 3 || p.Variants[1].Price.String() != "28 USD" {
		t.Errorf("%s: %+v", codes(c.Problems), p.Variants)
	}
}

// TestPackageOfOthers: what a package made is its own to change.
func TestPackageOfOthers(t *testing.T) {
	s := &shelf{}
	s.run(t, pack("SH_1-Main", row("pack!3", "sku", "X-1", "option1", "白色", "price", "20 CNY")))
	p := s.products[0]
	if code, _ := p.ChannelValue("taobao", "outer_id"); code != "SH_1-Main" || p.Handle != "sh_1-main" || p.Title != "纯棉T恤" {
		t.Errorf("code %q, handle %q, title %q", code, p.Handle, p.Title)
	}
	d := pack("SH_1-Main", row("pack!3", "sku", "X-1", "option1", "白色", "price", "25 CNY"))
	d.Values[0].Text = "纯棉短袖"
	if c := s.run(t, d)[0]; codes(c.Problems) != "" || s.products[0].Title != "纯棉短袖" || s.products[0].Variants[0].Price.String() != "25 CNY" {
		t.Errorf("%v: %+v", c.Problems, s.products[0])
	}
}

// TestCodesStayApart: codes of which one handle would be made are two products, and
// come out as they came in.
func TestCodesStayApart(t *testing.T) {
	s := &shelf{}
	var importRows []ImportRow
	for _, code := range []string{"SH_1", "SH-1", "A/B", "A-B", "款 1"} {
		importRows = append(importRows, pack(code, row("pack!3", "sku", "V-"+code, "option1", "白色", "price", "20 CNY")))
	}
	for _, want := range []string{"new new new new new", "same same same same same"} {
		if got := outcomes(s.run(t, importRows...)); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
	var got []string
	for _, p := range s.products {
		code, _ := p.ChannelValue("taobao", "outer_id")
		got = append(got, p.Handle+"="+code)
	}
	if want := "sh_1=SH_1 sh-1=SH-1 a-b=A/B a-b-2=A-B 款-1=款 1"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestChineseListOfEnglishProducts: any file may have Chinese texts where a product
// has English ones.
func TestChineseListOfEnglishProducts(t *testing.T) {
	for _, tt := range []struct {
		field, have, text, want, listing, problem string
	}{
		{"title", "Oak Board", "橡木砧板", "Oak Board", "橡木砧板", "text-to-listing"},
		{"title", "Oak Board", "Alder 橡木砧板 L", "Oak Board", "Alder 橡木砧板 L", "text-to-listing"},
		{"title", "Oak Board", "Oak Board (木 wood), large", "Oak Board (木 wood), large", "", ""},
		{"description", "", "<p class=\"text\">实木</p>", "", "<p class=\"text\">实木</p>", "text-to-listing"},
		{"brand", "Alder", "桤木", "Alder", "", "text-other-language"},
		{"material", "oak", "橡木", "oak", "", "text-other-language"},
		{"material", "", "橡木", "橡木", "", ""},
	} {
		s := &shelf{}
		first := row("a!2", "sku", "B-1", "title", "Oak Board")
		if tt.field != "title" {
			first.Values = append(first.Values, Value{Field: Field(tt.field), Text: tt.have})
		}
		s.run(t, first)
		c := s.run(t, row("b!2", "sku", "B-1", tt.field, tt.text))[0]
		info, _ := LookupField(Field(tt.field))
		listing := ""
		if l, ok := LookupField(Field(tt.field).At(SimplifiedChinese)); ok {
			listing = l.Get(s.products[0], nil)
		}
		if got := info.Get(s.products[0], nil); got != tt.want || listing != tt.listing || codes(c.Problems) != tt.problem {
			t.Errorf("%s %q over %q: got %q, listing %q, %s; want %q, %q, %s", tt.field, tt.text, tt.have, got, listing, codes(c.Problems), tt.want, tt.listing, tt.problem)
		}
	}
}

// TestPriceInAnotherCurrency: a list may change the currency, and that is told.
func TestPriceInAnotherCurrency(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!2", "sku", "B-1", "title", "Oak Board", "price", "28", "cost", "9"))
	c := s.run(t, row("b!2", "sku", "B-1", "price", "25 EUR", "cost", "9.50"))[0]
	if v := s.products[0].Variants[0]; v.Price.String() != "25 EUR" || v.Cost.String() != "9.5 USD" || codes(c.Problems) != "price-currency-changed" {
		t.Errorf("price %s, cost %s, %s", v.Price, v.Cost, codes(c.Problems))
	}
}
