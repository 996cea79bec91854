package review_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/localize/review"
)

// hostile are texts that would break out of the page if they were not escaped, or that
// make a line read otherwise than it is.
var hostile = []string{
	`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</textarea><b>bold</b>`,
	"<!-- <script>", "' onfocus='alert(1)", `\u003c/script\u003e`, "\u202egnp.exe", "שלום\u200f!", "\u2028line\u2029", "{{.Policy}}", "javascript:alert(1)", "%3Cscript%3E",
}

// goods is a product with a text in every place.
func goods(n, text string) (*catalog.Product, []localize.Line) {
	p := &catalog.Product{
		ID: catalog.ID("p" + n), Title: text, Options: []string{text}, Attributes: []catalog.Attribute{{Key: text, Value: text}},
		Variants: []catalog.Variant{{SKU: text, Options: []string{text}}},
	}
	standard := catalog.Mark{State: catalog.StateStandard}
	var lines []localize.Line
	for _, l := range []localize.Line{
		{Field: catalog.ListingTitle},
		{Field: catalog.ListingSellingPoints, Part: "1"},
		{Field: catalog.ListingDescription, Part: "1"},
		{Field: catalog.ListingOptions, Part: text},
		{Field: catalog.ListingAttributes, Part: text},
		{Field: catalog.ListingKeywords},
	} {
		l.Source, l.Text, l.Mark = text, "中"+text, standard
		lines = append(lines, l)
	}
	return p, lines
}

// written makes a page of products and reads it as a browser does.
func written(t *testing.T, texts ...string) (string, *html.Node) {
	t.Helper()
	c := review.NewCollector(map[catalog.Field]review.Limit{catalog.ListingTitle: {N: 60, Unit: "gbk-bytes"}})
	for i, text := range texts {
		p, lines := goods(string(rune('a'+i)), text)
		remark := review.Remark{Severity: catalog.Warning, English: text, Chinese: text}
		c.Add(p, lines, &review.Sight{Price: text, Picture: []byte("jpeg"), Found: []review.Found{{Field: catalog.ListingTitle, Remark: remark}}})
	}
	var b strings.Builder
	if err := c.Page(review.Page{Catalogue: "c", Shop: texts[0], Made: "2026-12-01", Locale: catalog.SimplifiedChinese}).Write(&b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), root
}

// shape counts the elements of a page by name, and their attributes.
func shape(root *html.Node) map[string]int {
	counts := map[string]int{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			counts[n.Data]++
			for _, a := range n.Attr {
				counts[n.Data+" "+a.Key]++
			}
		}
	}
	return counts
}

// TestHostileTexts: whatever the texts are, the page has the elements that it has with
// harmless ones, and shows the texts as they are.
func TestHostileTexts(t *testing.T) {
	for _, text := range hostile {
		_, harmless := written(t, "lamp")
		_, root := written(t, text)
		got, want := shape(root), shape(harmless)
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%q: %d of %s, want %d", text, got[name], name, want[name])
			}
		}
		for name := range got {
			if want[name] == 0 {
				t.Errorf("%q brings %s into the page", text, name)
			}
		}
		found := 0
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && n.Data == "textarea" && n.FirstChild != nil && n.FirstChild.Data == "中"+text {
				found++
			}
		}
		if found == 0 {
			t.Errorf("%q is in no field as it is", text)
		}
	}
}

// TestNothingLeavesThePage: the policy forbids all but what is in the page, and the page
// names no address.
func TestNothingLeavesThePage(t *testing.T) {
	text, root := written(t, "lamp")
	policy := ""
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "href" || a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/jpeg;base64,") {
				t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
			}
			if a.Key == "content" && strings.HasPrefix(a.Val, "default-src") {
				policy = a.Val
			}
		}
	}
	if !regexp.MustCompile(`^default-src 'none'; img-src data:; style-src 'sha256-[^']{44}'; script-src 'sha256-[^']{44}'; base-uri 'none'; form-action 'none'$`).MatchString(policy) {
		t.Errorf("the policy is %q", policy)
	}
	if i := strings.Index(text, "://"); i >= 0 {
		t.Errorf("the page names an address: %s", text[max(0, i-20):i+20])
	}
}

// TestValuesAreAskedOnce: a pair that products share is one item, with how many have it;
// one that was reviewed, or that a person wrote, is none.
func TestValuesAreAskedOnce(t *testing.T) {
	c := review.NewCollector(nil)
	states := []catalog.Mark{
		{State: catalog.StateStandard},
		{State: catalog.StateDraft},
		{State: catalog.StateImported},
		{State: catalog.StateReviewed, By: "W"},
		{State: catalog.StateTranslated, By: "O"},
		{State: catalog.StateTranslated, By: "O", Accepted: true},
	}
	for i, m := range states {
		p := &catalog.Product{ID: catalog.ID(rune('a' + i)), Title: "Lamp"}
		point := localize.Line{Field: catalog.ListingSellingPoints, Part: "1", Source: "Only here " + string(p.ID), Text: "仅此 " + string(p.ID), Mark: m}
		both := localize.Line{Field: catalog.ListingSellingPoints, Part: "2", Source: "Dimmable", Text: "可调光", Mark: m}
		c.Add(p, []localize.Line{{Field: catalog.ListingOptions, Part: "Red", Source: "Red", Text: "红色", Mark: m}, point, both}, nil)
	}
	page := c.Page(review.Page{})
	if len(page.Values) != 2 {
		t.Fatalf("%d values, want Red and Dimmable", len(page.Values))
	}
	for i, want := range []string{"红色", "可调光"} {
		if v := page.Values[i]; v.Text != want || v.Products != 4 || v.State != catalog.StateDraft || !v.IsShared() {
			t.Errorf("value %d is %+v, want %s of 4 products", i, v, want)
		}
	}
}

// TestPointsAreAskedOnce: a composed description repeats the points, which are asked about
// once; a paragraph of its own is an item too, and so is one that a person wrote.
func TestPointsAreAskedOnce(t *testing.T) {
	standard, own := catalog.Mark{State: catalog.StateStandard}, catalog.Mark{State: catalog.StateTranslated, By: "O"}
	line := func(field catalog.Field, part, source string, m catalog.Mark) localize.Line {
		return localize.Line{Field: field, Part: part, Source: source, Text: "中" + source, Mark: m}
	}
	c := review.NewCollector(nil)
	c.Add(&catalog.Product{ID: "p"}, []localize.Line{
		line(catalog.ListingSellingPoints, "1", "Dimmable", standard), line(catalog.ListingSellingPoints, "2", "Oak", standard),
		line(catalog.ListingDescription, "1", "Dimmable", standard), line(catalog.ListingDescription, "2", "Oak", own), line(catalog.ListingDescription, "3", "Care", standard),
	}, &review.Sight{})
	page := c.Page(review.Page{})
	if p := page.Products[0]; len(page.Items()) != 4 || len(p.Own) != 4 || len(p.Points) != 2 || len(p.Description) != 3 || p.Description[0] != p.Points[0] || p.Description[1] == p.Points[1] {
		t.Errorf("%d items, of the product %d, %d points, %d paragraphs", len(page.Items()), len(p.Own), len(p.Points), len(p.Description))
	}
}

// goodAnswers are as the page saves them.
const goodAnswers = `{"format":"tradewind-review","version":1,"catalogue":"c","locale":"zh-Hans","page":"2026-12-01","reader":"王芳","saved":"2026-12-02",` +
	`"answers":[{"product":"p","field":"title","source":"0123456789abcdef","was":"0123456789abcdef","verdict":"better","text":"灯"}]}`

// TestReadAnswersIsStrict: a file that the page would not have written is an error.
func TestReadAnswersIsStrict(t *testing.T) {
	a, err := review.ReadAnswers(strings.NewReader("\ufeff" + goodAnswers))
	if err != nil || len(a.List) != 1 || a.List[0].Text != "灯" || a.Reader != "王芳" {
		t.Fatalf("read as %+v, %v", a, err)
	}
	for _, change := range [][2]string{
		{`"tradewind-review"`, `"other"`},
		{`"version":1`, `"version":2`},
		{`"version":1`, `"version":0`},
		{`"王芳"`, `" "`},
		{`"王芳"`, `"a\nb"`},
		{`"2026-12-02"`, `"yesterday"`},
		{`"zh-Hans"`, `"en"`},
		{`"title"`, `"price"`},
		{`"verdict":"better"`, `"verdict":"right"`},
		{`"text":"灯"`, `"text":" "`},
		{`"was":"0123456789abcdef"`, `"was":"X"`},
		{`"verdict"`, `"unknown":1,"verdict"`},
		{`"better"`, `"maybe"`},
		{`]}`, `]`},
		{`"catalogue":"c"`, `"catalogue":""`},
		{`"text":"灯"}`, `"text":"灯"},{"product":"p","field":"title","source":"0123456789abcdef","was":"0123456789abcdef","comment":"x"}`},
		{goodAnswers, "[]"},
		{goodAnswers, ""},
		{`"answers"`, `"list"`},
		{`]}`, `]} {}`},
	} {
		bad := strings.Replace(goodAnswers, change[0], change[1], 1)
		if bad == goodAnswers {
			t.Fatalf("%q is not in the file", change[0])
		}
		if a, err := review.ReadAnswers(strings.NewReader(bad)); err == nil {
			t.Errorf("%s for %s is read as %+v", change[1], change[0], a)
		}
	}
	if _, err := review.ReadAnswers(strings.NewReader(strings.Repeat(" ", 9<<20))); err == nil {
		t.Error("a file without end is read")
	}
}

// FuzzReadAnswers: what is read is within the bounds, and reads the same when it is
// written again.
func FuzzReadAnswers(f *testing.F) {
	f.Add(goodAnswers)
	f.Add(strings.Replace(goodAnswers, `"text":"灯"`, `"text":" 灯\u202e\r\n","comment":"\u0000x"`, 1))
	f.Fuzz(func(t *testing.T, text string) {
		a, err := review.ReadAnswers(strings.NewReader(text))
		if err != nil {
			return
		}
		b, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		again, err := review.ReadAnswers(bytes.NewReader(b))
		if err != nil || !reflect.DeepEqual(again, a) {
			t.Errorf("read as %+v, then as %+v, %v", a, again, err)
		}
	})
}
