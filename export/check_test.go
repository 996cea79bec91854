package export_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// TestCheck changes one thing of a sound product, or of a column, and names the
// problem that follows.
func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		name, column string
		change       func(*catalog.Product)
		code         string
		severity     catalog.Severity
		field        string
		args         map[string]string
	}{
		{"required", `from = "brand"` + "\n" + `tier = "required"`, func(p *catalog.Product) { p.Brand = "" }, "value-missing", catalog.Blocked, "brand", map[string]string{"column": "a", "source": "the demo's rules", "checked": "2026-11-01", "channel": "demo"}},
		{"required of a variant", `from = "sku"` + "\n" + `tier = "required"`, func(p *catalog.Product) { p.Variants[1].SKU = "" }, "value-missing", catalog.Blocked, "sku", nil},
		{"recommended", `from = "gtin"` + "\n" + `tier = "recommended"`, nil, "value-recommended", catalog.Warning, "gtin", map[string]string{"sku": "MUG-B"}},
		{"without a source", `tier = "required"`, nil, "value-missing", catalog.Blocked, "channel.demo.a", nil},
		{"rule read elsewhere", `from = "brand"` + "\n" + `tier = "required"` + "\n" + `source = "another page"`, func(p *catalog.Product) { p.Brand = "" }, "value-missing", catalog.Blocked, "brand", map[string]string{"source": "another page"}},
		{"required when it holds", `from = "material"` + "\n" + `required_when = "brand=fernhollow"`, nil, "value-missing", catalog.Blocked, "material", nil},
		{"title too long", `from = "title"` + "\n" + `max = "2 characters"`, nil, "title-too-long", catalog.Blocked, "title", map[string]string{"max": "2", "unit": "characters", "length": "3"}},
		{"title too long in GBK", `from = "title@zh-Hans"` + "\n" + `max = "60 gbk-bytes"`, func(p *catalog.Product) { p.EnsureListing("zh-Hans").Title = strings.Repeat("枫", 31) }, "title-too-long", catalog.Blocked, "title@zh-Hans", map[string]string{"length": "62"}},
		{"too long", `from = "brand"` + "\n" + `max = "9 bytes"`, nil, "value-too-long", catalog.Blocked, "brand", map[string]string{"length": "10"}},
		{"too short", `from = "brand"` + "\n" + `min = "11 characters"`, nil, "value-too-short", catalog.Blocked, "brand", map[string]string{"min": "11"}},
		{"too long in a list", `from = "tags"` + "\n" + `list = ","` + "\n" + `max = "3 characters"`, func(p *catalog.Product) { p.Tags = []string{"abc", "abcd"} }, "value-too-long", catalog.Blocked, "tags", map[string]string{"length": "4"}},
		{"too many parts", `from = "tags"` + "\n" + `list = ","` + "\n" + `max = "1 parts"`, func(p *catalog.Product) { p.Tags = []string{"a", "b"} }, "value-too-long", catalog.Blocked, "tags", map[string]string{"length": "2"}},
		{"not in the enumeration", `from = "brand"` + "\n" + `enum = ["Alder", "Oak"]`, nil, "value-not-allowed", catalog.Blocked, "brand", map[string]string{"allowed": "Alder, Oak", "value": "Fernhollow"}},
		{"another form", `from = "sku"` + "\n" + `pattern = '\d+'`, nil, "value-form", catalog.Blocked, "sku", map[string]string{"value": "MUG-R", "sku": "MUG-R"}},
		{"out of range", `from = "quantity"` + "\n" + `range = "1..9"`, nil, "value-out-of-range", catalog.Blocked, "quantity", map[string]string{"value": "0", "least": "1", "most": "9"}},
		{"wrong GTIN", `from = "gtin"` + "\n" + `transforms = ["gtin"]`, func(p *catalog.Product) { p.Variants[0].GTIN = "036000291453" }, "gtin-check-digit", catalog.Blocked, "gtin", map[string]string{"value": "036000291453"}},
		{"formula", `from = "title"`, func(p *catalog.Product) { p.Title = "=1+1" }, "formula-like", catalog.Warning, "title", map[string]string{"value": "=1+1"}},
		{"control characters", `from = "title"`, func(p *catalog.Product) { p.Title = "a\x00b" }, "control-characters", catalog.Info, "title", map[string]string{"count": "1"}},
		{"unique", `from = "mpn"` + "\n" + `unique = true`, func(p *catalog.Product) { p.Variants[0].MPN, p.Variants[1].MPN = "x", "x" }, "value-duplicate", catalog.Blocked, "mpn", map[string]string{"value": "x", "sku": "MUG-B"}},
		{"shortened", `from = "title"` + "\n" + `transforms = ["truncate 2 characters"]`, nil, "text-shortened", catalog.Info, "title", nil},
		{"charset", `from = "title"` + "\n" + `charset = "gbk"`, func(p *catalog.Product) { p.Title = "Mug™ ½" }, "char-not-in-charset", catalog.Blocked, "title", map[string]string{"charset": "gbk", "characters": "™½"}},
		{"currency", `from = "price"`, func(p *catalog.Product) { p.Variants[0].Price = money("5 EUR") }, "price-currency", catalog.Blocked, "price", map[string]string{"from": "EUR", "to": "USD", "sku": "MUG-R"}},
		{"no variants", `from = "title"`, func(p *catalog.Product) { p.Variants = nil }, "variants-missing", catalog.Blocked, "sku", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := product()
			if tt.change != nil {
				tt.change(p)
			}
			problems := demo(t, "[[columns]]\nname = \"a\"\n"+tt.column+"\n").Check(p, export.Options{})
			got, ok := find(problems, tt.code)
			if !ok || got.Severity != tt.severity || got.Field != tt.field {
				t.Fatalf("got %+v, want %s %s of %s", problems, tt.severity, tt.code, tt.field)
			}
			for name, want := range tt.args {
				if got.Args[name] != want {
					t.Errorf("%s is %q, want %q", name, got.Args[name], want)
				}
			}
		})
	}
}

func TestSoundProductHasNoProblems(t *testing.T) {
	c := demo(t, `
[[columns]]
name = "id"
from = "sku"
tier = "required"
unique = true
max = "10 characters"
[[columns]]
name = "title"
from = "title"
tier = "required"
[[columns]]
name = "price"
from = "price"
transforms = ["money 2"]
tier = "required"
`)
	problems := c.Check(product(), export.Options{})
	if len(problems) > 0 || export.ReadinessOf(problems) != export.Ready {
		t.Errorf("got %+v, want none", problems)
	}
}

// A list with a part for each variant has blanks where a variant has no value; those
// are not wrong, as a blank in any other list is.
func TestEnumOfAList(t *testing.T) {
	const enum = "enum = [\"New\", \"Used\"]\n"
	perVariant := channelOf(t, strings.Replace(head, `rows = "variant"`, `rows = "product"`, 1)+"[[columns]]\nname = \"a\"\nfrom = \"mpn\"\nlist = \",\"\neach = \"variant\"\n"+enum, nil)
	tags := demo(t, "[[columns]]\nname = \"a\"\nfrom = \"tags\"\nlist = \",\"\n"+enum)
	for _, tt := range []struct {
		channel *export.Channel
		parts   []string
		wrong   int
	}{
		{perVariant, []string{"new", ""}, 0},
		{perVariant, []string{"", "Broken"}, 1},
		{tags, []string{"new", "USED"}, 0},
		{tags, []string{"New", "", "Used"}, 1},
		{tags, []string{"New", "Broken"}, 1},
	} {
		p := product()
		p.Tags = tt.parts
		p.Variants[0].MPN, p.Variants[1].MPN = tt.parts[0], tt.parts[1]
		if problems := tt.channel.Check(p, export.Options{}); len(problems) != tt.wrong {
			t.Errorf("%q: got %+v, want %d", tt.parts, problems, tt.wrong)
		}
	}
}

// TestProblemsAreToldOnce: a product's own text is one problem on any number of rows.
func TestProblemsAreToldOnce(t *testing.T) {
	c := demo(t, "[[columns]]\nname = \"a\"\nfrom = \"title\"\nmax = \"1 characters\"\n")
	if got := c.Check(product(), export.Options{}); len(got) != 1 {
		t.Errorf("got %d problems, want 1: %+v", len(got), got)
	}
}

func TestCharsetFix(t *testing.T) {
	c := demo(t, "[[columns]]\nname = \"a\"\nfrom = \"title\"\ncharset = \"gbk\"\n")
	for title, want := range map[string]string{"Mug™": "Mug", "Jalapeño ½": "Jalapeno 1/2", "㐂": ""} {
		p := product()
		p.Title = title
		got, ok := find(c.Check(p, export.Options{}), "char-not-in-charset")
		if !ok || got.Fix != want {
			t.Errorf("%q: got %+v, want the fix %q", title, got, want)
		}
	}
}

// TestUniqueAmongProducts: only one checker over all of them can tell.
func TestUniqueAmongProducts(t *testing.T) {
	c := demo(t, "[[columns]]\nname = \"a\"\nfrom = \"sku\"\nunique = true\n")
	k := c.Checker(export.Options{})
	if got := k.Check(product()); len(got) > 0 {
		t.Fatalf("the first product: %+v", got)
	}
	if _, ok := find(k.Check(product()), "value-duplicate"); !ok {
		t.Error("the same SKU again is not told")
	}
}

// TestTextsThatGoOut: what a machine wrote and nobody has seen, and what is out of date,
// blocks a column that is required and is left out of one that is not.
func TestTextsThatGoOut(t *testing.T) {
	columns := func(tier string) string {
		return "[[columns]]\nname = \"a\"\nfrom = \"title@zh-Hans\"\n" + tier + "[[columns]]\nname = \"b\"\nconst = \"x\"\n"
	}
	chinese := strings.Replace(head, `locale = "en"`, `locale = "zh-Hans"`, 1)
	required, optional := channelOf(t, chinese+columns("tier = \"required\"\n"), nil), channelOf(t, chinese+columns(""), nil)
	for _, tt := range []struct {
		state    catalog.State
		stale    bool
		required string // what is reported, and the text
		optional string
		drafts   string
	}{
		{catalog.StateReviewed, false, "杯子", "杯子", "杯子"},
		{catalog.StateTranslated, false, "listing-not-reviewed info 杯子", "listing-not-reviewed info 杯子", "listing-not-reviewed info 杯子"},
		{catalog.StateStandard, false, "listing-not-reviewed info 杯子", "listing-not-reviewed info 杯子", "listing-not-reviewed info 杯子"},
		{catalog.StateImported, false, "listing-not-reviewed info 杯子", "listing-not-reviewed info 杯子", "listing-not-reviewed info 杯子"},
		{catalog.StateDraft, false, "text-draft blocked 杯子", "text-draft-left-out warning ", "text-draft-exported warning 杯子"},
		{catalog.StateDraft, true, "text-draft blocked 杯子", "text-draft-left-out warning ", "text-draft-exported warning 杯子"},
		{catalog.StateReviewed, true, "text-stale blocked 杯子", "text-stale-left-out warning ", "text-stale-exported warning 杯子"},
		{catalog.StateStandard, true, "listing-not-reviewed info text-stale blocked 杯子", "listing-not-reviewed info text-stale-left-out warning ", "listing-not-reviewed info text-stale-exported warning 杯子"},
	} {
		p := product()
		p.Description = ""
		p.EnsureListing(catalog.SimplifiedChinese).Title = "杯子"
		p.MarkListing(catalog.SimplifiedChinese, catalog.Mark{State: tt.state})
		if tt.stale {
			p.Title = "Large mug"
		}
		for _, one := range []struct {
			channel *export.Channel
			drafts  bool
			want    string
		}{{required, false, tt.required}, {optional, false, tt.optional}, {required, true, tt.drafts}, {optional, true, tt.drafts}} {
			var got strings.Builder
			options := export.Options{Drafts: one.drafts, All: true}
			for _, problem := range one.channel.Check(p, options) {
				got.WriteString(problem.Code + " " + string(problem.Severity) + " ")
			}
			previews, err := one.channel.PreviewTables(func(yield func(*catalog.Product, error) bool) { yield(p, nil) }, options, 1)
			if err != nil {
				t.Fatal(err)
			}
			got.WriteString(previews[0].Rows[0][0])
			if got.String() != one.want {
				t.Errorf("%s, out of date %v, drafts %v: got %q, want %q", tt.state, tt.stale, one.drafts, got.String(), one.want)
			}
		}
	}
}

func TestOnlyActive(t *testing.T) {
	c := channelOf(t, strings.Replace(head, "[[files]]", "only_active = true\n[[files]]", 1)+"[[columns]]\nname = \"a\"\nfrom = \"title\"\n", nil)
	for status, want := range map[catalog.Status]export.Readiness{"": export.Ready, catalog.StatusActive: export.Ready, catalog.StatusDraft: export.NotReady, catalog.StatusArchived: export.NotReady} {
		p := product()
		p.Status = status
		if got := export.ReadinessOf(c.Check(p, export.Options{})); got != want {
			t.Errorf("status %q: %s, want %s", status, got, want)
		}
	}
}

func TestConvert(t *testing.T) {
	c := channelOf(t, strings.Replace(head, `"USD"`, `"CNY"`, 1)+"[[columns]]\nname = \"a\"\nfrom = \"price\"\ntransforms = [\"money-amount\"]\n", nil)
	opts := export.Options{Rates: export.Rates{"USD/CNY": decimal.RequireFromString("7.1234"), "EUR/CNY": decimal.Zero}}
	p := product()
	p.Variants[0].Price, p.Variants[1].Price = usd("0.10"), money("5 CNY")
	if got := cells(t, c, opts, p); got[0] != "0.71" || got[1] != "5.00" {
		t.Errorf("got %q, want 0.71 and 5.00", got)
	}
	p.Variants[0].Price = money("5 EUR")
	if got, ok := find(c.Check(p, opts), "price-currency"); !ok || got.Args["from"] != "EUR" {
		t.Errorf("a rate of nothing is not told: %+v", got)
	}
}

func TestShopCurrency(t *testing.T) {
	c := channelOf(t, strings.Replace(head, `"USD"`, `"shop"`, 1)+"[[columns]]\nname = \"a\"\nfrom = \"price\"\ntransforms = [\"money-amount\"]\n", nil)
	if got := cells(t, c, export.Options{Currency: "USD"}, product()); got[0] != "12.50" {
		t.Errorf("got %q, want 12.50", got)
	}
	if _, ok := find(c.Check(product(), export.Options{Currency: "EUR"}), "price-currency"); !ok {
		t.Error("dollars in a shop of euros are not told")
	}
}

// TestFormulaWithSign: what a spreadsheet would compute or run is told, what only
// begins with a sign is not.
func TestFormulaWithSign(t *testing.T) {
	for text, want := range map[string]bool{
		"+SUM(A1:A9)": true, "-A1": true, "+A1 ": true, "-1+1": true, "-2*3": true, "+1+cmd|' /C calc'!A0": true, "-cmd|' /C calc'!A0": true, "+(1)": true,
		"- HYPERLINK(\"x\")": true, "-$B$2": true, "+-5": true, "-\"x\"": true, "-@x": true, "- B7": true,
		"-5": false, "+1 555 0100": false, "+1-555-0100": false, "+44 (0)20 7946 0000": false, "-5XL": false, "+1 year": false, "-20 °C": false, "- soft\n- warm": false,
		"-12.50": false, "+": false, "-": false, "-20/+60 °C": false, "- 50 pieces": false, "5-3": false, "a=b": false,
	} {
		p := product()
		p.Title = text
		_, got := find(demo(t, "[[columns]]\nname = \"a\"\nfrom = \"title\"\n").Check(p, export.Options{}), "formula-like")
		if got != want {
			t.Errorf("%q: told %v, want %v", text, got, want)
		}
	}
}
