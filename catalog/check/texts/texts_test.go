package texts

import (
	"os"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
)

func load(t testing.TB) *Checks {
	t.Helper()
	c, err := Load(os.DirFS("../../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func scarf(title string) *catalog.Product {
	return &catalog.Product{Title: "Wool Scarf in Grey, 12 oz", Category: "Apparel", Listings: []catalog.Listing{{Locale: catalog.SimplifiedChinese, Title: title}}}
}

func TestByCheck(t *testing.T) {
	evaluations := ByCheck(load(t).Problems(scarf("国家级围巾 围巾 围巾")))
	if len(evaluations) != 2 || evaluations[0].Source != Law || evaluations[1].Source != Quality {
		t.Fatalf("the checks are %+v", evaluations)
	}
	for i, want := range []catalog.Readiness{catalog.NotReady, catalog.WithWarnings} {
		if got := evaluations[i].Readiness(); got != want {
			t.Errorf("%s: %s, want %s: %+v", evaluations[i].Source.Name, got, want, evaluations[i].Problems)
		}
	}
}

// TestOrganic: food with a Chinese certificate may be called organic.
func TestOrganic(t *testing.T) {
	c := load(t)
	p := scarf("有机枫糖浆")
	p.Title, p.Category = "Organic Maple Syrup", "Food"
	if got := c.Problems(p); len(got) != 1 || got[0].Code != "law-organic" {
		t.Errorf("without a certificate: %+v", got)
	}
	p.Attributes = []catalog.Attribute{{Key: "Chinese organic certificate", Value: "100OP1234567"}}
	if got := c.Problems(p); len(got) != 0 {
		t.Errorf("with a certificate: %+v", got)
	}
}

// TestReader: a text says the same while it is typed as it does when it is saved, and what
// was accepted is information in both.
func TestReader(t *testing.T) {
	c := load(t)
	p := scarf("国家级围巾")
	typed := check.Text{Field: catalog.ListingTitle.At(catalog.SimplifiedChinese), Source: p.Title, Body: "国家级围巾", Mine: true}
	for _, severity := range []catalog.Severity{catalog.Blocked, catalog.Info} {
		saved, now := c.Problems(p), c.Reader(p).Problems(typed)
		if len(saved) == 0 || len(saved) != len(now) || saved[0].Severity != severity || now[0].Severity != severity {
			t.Fatalf("saved %+v, typed %+v, want %s", saved, now, severity)
		}
		p.Listings[0].Allow(saved[0], "on the national list", "Ann", "2026-12-01")
	}
}

// BenchmarkListings is law and quality of 10,000 listings: three seconds at most on one
// core.
func BenchmarkListings(b *testing.B) {
	c := load(b)
	p := scarf("美利奴羊毛盖毯 午睡毯 沙发毯 130×170厘米 米白色 流苏款")
	l := &p.Listings[0]
	l.SellingPoints = []string{"采用100%美利奴羊毛，质地柔软。", "最好冷水手洗，平铺晾干。", "四季可用，附收纳袋。"}
	l.Description = "<p>" + strings.Repeat("尺寸130×170厘米，重约340克。最大尺寸170厘米，请冷水手洗。", 6) + "</p>"
	l.Options = map[string]string{"Color": "颜色", "Cream": "米白色", "Grey": "灰色", "Size": "尺寸"}
	for b.Loop() {
		for range 10_000 {
			c.Problems(p)
		}
	}
}
