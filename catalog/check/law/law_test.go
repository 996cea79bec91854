package law

import (
	"bufio"
	"os"
	"path/filepath"
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

// sentence is a line of a test table.
type sentence struct {
	lawful         bool
	category, text string
	place          string
}

// sentences reads tables of sentences: verdict, category, text.
func sentences(t *testing.T, pattern string) (list []sentence) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatal("no tables at ", pattern, err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			cells := strings.Split(lines.Text(), "\t")
			if len(cells) < 3 || strings.HasPrefix(cells[0], "#") || cells[0] == "verdict" {
				continue
			}
			list = append(list, sentence{cells[0] == "lawful", cells[1], cells[2], filepath.Base(name)})
		}
	}
	return list
}

// found are the words that offend in a sentence of a product of a category, hints apart.
func found(t testing.TB, s sentence) (words []string) {
	t.Helper()
	all := tables(t)
	p := &catalog.Product{Title: "Item", Category: s.category, Listings: []catalog.Listing{{Locale: catalog.SimplifiedChinese, Title: s.text}}}
	for _, problem := range all.Check(p) {
		if problem.Severity != catalog.Info {
			words = append(words, strings.TrimPrefix(problem.Code, "law-")+":"+problem.Args["words"])
		}
	}
	return words
}

// TestLawful: what a lawful text says is no problem. The sentences of the cases may have
// one false alarm in thirty; those of our own, which are the kind that listings have, none.
func TestLawful(t *testing.T) {
	for _, s := range sentences(t, "testdata/*.tsv") {
		if words := found(t, s); s.lawful && len(words) > 0 {
			t.Errorf("%s: %s: %s: a problem of %v", s.place, s.category, s.text, words)
		}
	}
}

// TestUnlawful: in each sentence that is forbidden something is found.
func TestUnlawful(t *testing.T) {
	for _, s := range sentences(t, "testdata/*.tsv") {
		if !s.lawful && len(found(t, s)) == 0 {
			t.Errorf("%s: %s: %s: nothing is found", s.place, s.category, s.text)
		}
	}
}

// inContext are terms of the list that are forbidden in some contexts only: alone they
// are in too many harmless texts (冠军奖杯, 高效过滤器, 精确到0.1克). The tables have the contexts.
const inContext = " 全国X大品牌之一 首个 首家 首发 千万级 百万级 甲级 尖端 专供 王牌 王者 冠军 巅峰 金牌 名牌 无双 无敌 精确 史上 全面 全方位 " +
	"特效 全效 强效 高效 速效 超强 超凡 脱发 过敏 感染 红血丝 黑眼圈 最低 最底 基因 秘制 祖传 宫廷 御制 最大程度 "

// TestTermsOfTheList: the terms of the list are found in products that they count for.
func TestTermsOfTheList(t *testing.T) {
	content, err := os.ReadFile("testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	categories := map[string]Category{"G": Cosmetics, "H": Food}
	count := 0
	for line := range strings.Lines(string(content)) {
		group, word, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || len([]rune(word)) == 1 || strings.Contains(inContext, " "+word+" ") {
			continue
		}
		count++
		category, known := categories[group]
		if !known {
			category = General
		}
		if len(tables(t).Find("这是"+word+"的商品", false, category)) == 0 {
			t.Errorf("%s is not found in %s", word, category)
		}
	}
	if count < 200 {
		t.Errorf("only %d terms were looked for", count)
	}
}

// TestVectors are the matcher's cases of adlaw_terms.json.
func TestVectors(t *testing.T) {
	for _, one := range []struct{ text, want string }{
		{"全网最低价！美国最好的枫糖浆", "全网最 美国最"},
		{"销量第一的顶级羊毛毯", "销量第一 顶级"},
		{"国家级非遗", "国家级非遗"},
		{"最佳食用期：开封后30天", ""},
		{"最大承重 120 kg", ""},
		{"第一步：取适量", ""},
		{"最近更新", ""},
		{"本品牌最大尺寸", ""},
		{"ＮＯ．１ 单品", "ＮＯ．１"},
		{"最 好", "最 好"},
		{"頂級", "頂級"},
	} {
		var got []string
		for _, m := range tables(t).Find(one.text, false, General) {
			got = append(got, one.text[m.Start:m.End])
		}
		if strings.Join(got, " ") != one.want {
			t.Errorf("%s: found %q, want %q", one.text, got, one.want)
		}
	}
}

// TestHidden: words that somebody hides are found, where they are.
func TestHidden(t *testing.T) {
	for _, one := range []struct{ text, want string }{
		{"顶·级羊毛", "顶·级"},
		{"顶\u200b级羊毛", "顶\u200b级"},
		{"行业顶　级羊毛", "行业顶　级"},
		{"国 家 级工艺", "国 家 级"},
		{"全國第壹", ""},
		{"銷量第一", "銷量第一"},
		{"蕞好的锅", "蕞好的"},
		{"Ｔｏｐ１爆款", "Ｔｏｐ１爆款"},
		{"加Ｖ信：abc_123", "加Ｖ信：abc_123"},
		{"打电话138 0013 8000", "电话138 0013 8000"},
		{"条码6901234567892", ""},
		{"女生 发饰", ""},
		{"安全 面罩", ""},
		{"钢琴piano10", ""},
	} {
		got := ""
		for _, m := range tables(t).Find(one.text, false, General) {
			got += one.text[m.Start:m.End]
		}
		if got != one.want {
			t.Errorf("%s: found %q, want %q", one.text, got, one.want)
		}
	}
}

func TestMarkup(t *testing.T) {
	for _, one := range []struct{ text, want string }{
		{`<p>这是<b>顶</b>级的羊毛</p>`, "顶</b>级的"},
		{`<p>屋顶</p><p>级别</p>`, ""},
		{`<p>顶&#32423;</p>`, "顶&#32423;"},
		{`<img src="https://shop.example/最好.jpg"><p>羊毛</p>`, ""},
		{`<style>.a{content:"最好"}</style><p>羊毛</p>`, ""},
		{`<p>见 https://other.example/a.html</p>`, "https://other.example/a.html"},
	} {
		got := ""
		for _, m := range tables(t).Find(one.text, true, General) {
			got += one.text[m.Start:m.End]
		}
		if got != one.want {
			t.Errorf("%s: found %q, want %q", one.text, got, one.want)
		}
	}
}

func TestProblem(t *testing.T) {
	p := &catalog.Product{Title: "Scarf", Category: "Apparel", Listings: []catalog.Listing{{
		Locale: catalog.SimplifiedChinese, Title: "国家级品质的羊毛围巾", Description: "<p>全球最保暖，永不褪色，全球最保暖。</p>", Options: map[string]string{"Red": "最好的红"},
	}}}
	var got []string
	for _, problem := range tables(t).Check(p) {
		got = append(got, string(problem.Severity)+" "+problem.Code+" "+problem.Field+" "+problem.Args["part"]+" "+problem.Args["words"]+" -> "+problem.Fix)
		if problem.Args["article"] == "" || problem.Args["source"] == "" || problem.Args["checked"] == "" {
			t.Errorf("%+v does not say where the rule was read, and when", problem)
		}
	}
	want := []string{
		"blocked law-explicit title@zh-Hans  国家级 -> 品质的羊毛围巾",
		"warning law-superlative description@zh-Hans  全球最 -> <p>保暖，永不褪色，保暖。</p>",
		"warning law-promise description@zh-Hans  永不 -> <p>全球最保暖，不易褪色，全球最保暖。</p>",
		"warning law-superlative options@zh-Hans Red 最好的 -> ",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestCategoryOf(t *testing.T) {
	for _, one := range []struct {
		category, kind, title, chinese string
		want                           Category
	}{
		{"Food > Snacks", "", "Bars", "", Food},
		{"Home & Kitchen > Food Storage", "", "Set", "", General},
		{"Pet Supplies > Dog Food", "", "Kibble", "", General},
		{"Beauty", "", "Item", "", Cosmetics},
		{"Beauty > Makeup Brushes", "", "Set", "", General},
		{"Health > Vitamins & Supplements", "", "D3", "", Supplements},
		{"Health & Beauty > Skin Care", "", "Gel", "", Cosmetics},
		{"Baby", "", "Romper", "", Baby},
		{"Baby > Baby Food", "", "Puree", "", Food},
		{"", "Shampoo", "Mint", "", Cosmetics},
		{"", "", "Organic Maple Syrup, 12 oz", "", Food},
		{"", "", "Coffee Grinder", "", General},
		{"", "", "Item", "保湿面霜 50毫升", Cosmetics},
		{"", "", "Item", "保湿面霜分装瓶", General},
		{"食品", "", "Item", "", Food},
		{"Medical Supplies", "", "Gauze", "", Medical},
		{"Apparel", "", "Silk Scarf", "", General},
	} {
		p := &catalog.Product{Category: one.category, Type: one.kind, Title: one.title}
		if one.chinese != "" {
			p.Listings = []catalog.Listing{{Locale: catalog.SimplifiedChinese, Title: one.chinese}}
		}
		if got := tables(t).CategoryOf(p); got != one.want {
			t.Errorf("%+v is %s", one, got)
		}
	}
}

// BenchmarkCheck checks listings of the length that shops have; 10,000 of them, with the
// checks of quality, are to take three seconds at most.
func BenchmarkCheck(b *testing.B) {
	all := tables(b)
	p := &catalog.Product{Title: "Wool Throw", Category: "Home", Listings: []catalog.Listing{{
		Locale: catalog.SimplifiedChinese, Title: "美利奴羊毛盖毯 午睡毯 沙发毯 130×170厘米 米白色 流苏款",
		Description: "<p>" + strings.Repeat("采用100%美利奴羊毛织成，质地柔软，四季可用。最大尺寸170厘米，最好冷水手洗。", 12) + "</p>",
		Options:     map[string]string{"Color": "颜色", "Cream": "米白色", "Grey": "灰色", "Size": "尺寸"},
	}}}
	for b.Loop() {
		all.Check(p)
	}
}
