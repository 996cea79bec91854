package quality

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"tradewind.app/catalog"
)

var shipped = sync.OnceValues(func() (*Tables, error) { return Load(os.DirFS("../../../assets")) })

func tables(t testing.TB) *Tables {
	t.Helper()
	all, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// shirt is a product with enough English to compare with.
func shirt() *catalog.Product {
	return &catalog.Product{
		Title: "Women's Organic Cotton T-Shirt, Pack of 3, 12 oz", Brand: "Northloom", Category: "Apparel",
		Description: "<p>Soft jersey of 180 gsm. Machine wash at 86 °F. 24 in long.</p>",
		Options:     []string{"Color", "Size"}, Variants: []catalog.Variant{{SKU: "T-1", Options: []string{"Red", "US 9"}}},
	}
}

func TestTitles(t *testing.T) {
	for _, one := range []struct{ title, want string }{
		{"女士有机棉T恤 3件装 340克", ""},
		{"Northloom女士有机棉T恤", ""},
		{"女士T恤 61厘米 30℃ 180克/平方米", ""},
		{"女士有机棉T恤 USB充电 iPhone 15 Pro Max可用", ""},
		{"女士T恤（圆领）", ""},
		{"Women's Organic Cotton Tee", "blocked untranslated Women's Organic Cotton"},
		{"女士Organic棉T恤", "warning latin Organic"},
		{"女士T恤 jersey", "warning latin jersey"},
		{"女士有機棉圓領T恤", "warning traditional 機圓領 -> 女士有机棉圆领T恤"},
		{"打底裤 打底裤 打底裤", "warning doubled 打底裤 打底裤 -> 打底裤 打底裤"},
		{"软软软的T恤", "warning doubled 软软软 -> 软的T恤"},
		{"纯棉T恤纯棉T恤", ""},
		{"女士短袖女士短袖T恤", "warning doubled 女士短袖女士短袖 -> 女士短袖T恤"},
		{"the the 女士T恤", "warning latin the; warning doubled the the -> the 女士T恤"},
		{"女士T恤 500克", "warning number 500"},
		{"女士T恤 340克克", "warning unit-doubled 克克"},
		{"女士T恤 340克g", ""},
		{"女士T恤,圆领", "warning punctuation 恤, -> 女士T恤，圆领"},
		{"女士上衣,圆领", "warning punctuation 衣, -> 女士上衣，圆领"},
		{"女士上衣。。", "warning punctuation 。。 -> 女士上衣。"},
		{"女士T恤（圆领", "warning unpaired （"},
		{"女士T恤“经典”】", "warning unpaired 】"},
		{"<b>女士T恤</b>", "warning markup <b> -> 女士T恤"},
		{"女士T恤&amp;短裤", "warning markup &amp; -> 女士T恤&短裤"},
		{"女士\u200bT恤", "warning characters U+200B -> 女士T恤"},
		{"女士\ufffdT恤", "warning characters U+FFFD"},
		{"台湾产有机棉T恤", "warning region 台湾 -> 中国台湾产有机棉T恤"},
		{"中国台湾产有机棉T恤", ""},
		{"产地：香港 女士T恤", "warning region 香港 -> 产地：中国香港 女士T恤"},
		{"台湾风味零食收纳袋", ""},
		{"{color}女士T恤", "warning placeholder {color}"},
	} {
		p := shirt()
		p.Listings = []catalog.Listing{{Locale: catalog.SimplifiedChinese, Title: one.title}}
		if got := described(tables(t).Check(p)); got != one.want {
			t.Errorf("%s: got %q, want %q", one.title, got, one.want)
		}
	}
}

// described lists problems that are more than a hint.
func described(problems []catalog.Problem) string {
	var list []string
	for _, p := range problems {
		if p.Severity == catalog.Info {
			continue
		}
		one := string(p.Severity) + " " + strings.TrimPrefix(p.Code, "quality-") + " " + p.Args["words"]
		if p.Fix != "" {
			one += " -> " + p.Fix
		}
		list = append(list, one)
	}
	return strings.Join(list, "; ")
}

func TestTexts(t *testing.T) {
	p := shirt()
	p.Title = "{{brand}} Cotton T-Shirt {color} 12 oz"
	p.Attributes = []catalog.Attribute{{Key: "Weight", Value: "12 oz"}}
	p.Listings = []catalog.Listing{{
		Locale: catalog.SimplifiedChinese, Title: "{{品牌}}棉T恤{color}",
		SellingPoints: []string{"柔软 Soft 面料", "180克"},
		Description:   `<p>柔软,舒适。<b>可机洗</p><p>详见{link}</p>`,
		Options:       map[string]string{"Red": "红色", "Size": "Size", "US 9": "美码9"},
		Attributes:    map[string]string{"red": "大红", "12 oz": "轻薄"},
	}, {Locale: catalog.TraditionalChinese, Title: "女士有機棉{{brand}}{color}T恤"}}
	got := strings.Split(described(tables(t).Check(p)), "; ")
	want := []string{
		"warning placeholder {{品牌}} {{brand}}",
		"warning latin Soft",
		"warning placeholder {link} {{brand}} {color}",
		"warning punctuation 软, -> <p>柔软，舒适。<b>可机洗</p><p>详见{link}</p>",
		"warning tags </p>",
		"warning untranslated Size",
		"warning number-lost 12",
		"warning two-translations 大红",
	}
	want[2] = "warning placeholder {link}" // the description's source has none
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNumbers: numbers of Chinese texts that come from English ones, converted or not.
func TestNumbers(t *testing.T) {
	for _, one := range []struct {
		english, chinese string
		want             bool
	}{
		{"16 fl oz", "473", true},
		{"3.4 fl oz", "100", true},
		{"1 1/2 in", "3.8", true},
		{"12x10 in", "30.5", true},
		{"5 lb", "2.27", true},
		{"Serves two", "2", true},
		{"pack of 6, 5 each", "30", true},
		{"350 °F", "177", true},
		{"10 °F warmer", "5.6", true},
		{"14 oz denim", "475", true},
		{"2 years", "24", true},
		{"1,200 watts", "1200", true},
		{"16 fl oz", "350", false},
		{"12 pieces", "15", false},
		{"30 days", "45", false},
	} {
		list := numbersIn(one.chinese)
		if got := sourceNumbers(one.english).has(list[0].value, list[0].digits, tables(t).factors); got != one.want {
			t.Errorf("%s in %q: %v", one.chinese, one.english, got)
		}
	}
}

// TestLawfulListings: in good Chinese there is nothing to find. The sentences are those
// that the law is tested with.
func TestLawfulListings(t *testing.T) {
	f, err := os.Open("../law/testdata/lawful.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	count := 0
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) < 3 || cells[0] != "lawful" {
			continue
		}
		count++
		p := &catalog.Product{Title: "Item", Category: cells[1], Listings: []catalog.Listing{{Locale: catalog.SimplifiedChinese, Title: cells[2]}}}
		if got := described(tables(t).Check(p)); got != "" {
			t.Errorf("%s: %s", cells[2], got)
		}
	}
	if count < 400 {
		t.Errorf("only %d sentences were read", count)
	}
}

func BenchmarkCheck(b *testing.B) {
	all := tables(b)
	p := shirt()
	p.Listings = []catalog.Listing{{
		Locale: catalog.SimplifiedChinese, Title: "Northloom女士有机棉T恤 3件装 340克 米白色 圆领短袖",
		Description: "<p>" + strings.Repeat("采用180克/平方米针织面料，质地柔软，四季可用。衣长61厘米，30℃机洗。", 12) + "</p>",
		Options:     map[string]string{"Color": "颜色", "Red": "红色", "Size": "尺寸"},
	}}
	for b.Loop() {
		all.Check(p)
	}
}
