package google

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
	"tradewind.app/export/exporttest"
)

// group is a product of which each variant has the values of the options.
func group(options []string, variants ...[]string) *catalog.Product {
	p := exporttest.Sound()[0]
	p.Options, p.Attributes, p.Material = options, nil, ""
	first := p.Variants[0]
	p.Variants = nil
	for i, values := range variants {
		v := first
		v.ID, v.SKU, v.GTIN, v.Options = catalog.ID(strings.Repeat("v", i+1)), "G-"+strings.Join(values, "-"), "", values
		p.Variants = append(p.Variants, v)
	}
	return p
}

// told reports whether a problem of a code is told of a product, with a severity.
func told(t *testing.T, opts export.Options, code string, severity catalog.Severity, products ...*catalog.Product) bool {
	t.Helper()
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	checker, found := c.Checker(opts), false
	for _, p := range products {
		for _, problem := range checker.Check(p) {
			found = found || problem.Code == code && problem.Severity == severity
		}
	}
	return found
}

// TestVariantsThatGoogleCannotTell: only some attributes tell the variants of a group
// apart, and all of a group have the same ones.
func TestVariantsThatGoogleCannotTell(t *testing.T) {
	tests := map[string]struct {
		product *catalog.Product
		code    string
		want    bool
	}{
		"by a flavour":        {group([]string{"Flavor"}, []string{"Vanilla"}, []string{"Chocolate"}), "variants-indistinct", true},
		"by a storage":        {group([]string{"Storage"}, []string{"64 GB"}, []string{"128 GB"}), "variants-indistinct", true},
		"by case alone":       {group([]string{"Color"}, []string{"Red"}, []string{"RED"}), "variants-indistinct", true},
		"by a colour":         {group([]string{"Colour"}, []string{"Red"}, []string{"Blue"}), "variants-indistinct", false},
		"by a size":           {group([]string{"Flavor", "Size"}, []string{"Vanilla", "1 lb"}, []string{"Vanilla", "2 lb"}), "variants-indistinct", false},
		"a size and a taste":  {group([]string{"Flavor", "Size"}, []string{"Vanilla", "1 lb"}, []string{"Mint", "1 lb"}), "variants-indistinct", true},
		"one alone":           {group([]string{"Flavor"}, []string{"Vanilla"}), "variants-indistinct", false},
		"by Farbe":            {group([]string{"Farbe"}, []string{"Rot"}, []string{"Blau"}), "variants-indistinct", false},
		"by a shoe's size":    {group([]string{"Shoe  Size"}, []string{"8"}, []string{"9"}), "variants-indistinct", false},
		"by a volume":         {group([]string{"Color", "Volume"}, []string{"Red", "1 l"}, []string{"Red", "2 l"}), "variants-indistinct", true},
		"one without colour":  {group([]string{"Color", "Size"}, []string{"Red", "S"}, []string{"", "M"}), "variants-uneven", true},
		"all without colour":  {group([]string{"Color", "Size"}, []string{"", "S"}, []string{"", "M"}), "variants-uneven", false},
		"one without pattern": {group([]string{"Pattern"}, []string{"Striped"}, []string{""}), "variants-uneven", true},
	}
	for name, tt := range tests {
		if got := told(t, exporttest.Options(), tt.code, catalog.Warning, tt.product); got != tt.want {
			t.Errorf("%s: %s told: %v, want %v", name, tt.code, got, tt.want)
		}
	}
}

// TestPagesOfVariants: a page shows one price, unless each variant has its own.
func TestPagesOfVariants(t *testing.T) {
	sizes := func(prices ...string) *catalog.Product {
		p := group([]string{"Size"}, []string{"S"}, []string{"M"})
		for i, price := range prices {
			m, err := catalog.ParseMoney(price, "USD")
			if err != nil {
				t.Fatal(err)
			}
			p.Variants[i].Price = m
		}
		return p
	}
	reduced := sizes("10", "10")
	reduced.Variants[1].Compare = catalog.Money{Amount: reduced.Variants[1].Price.Amount.Mul(reduced.Variants[1].Price.Amount), Currency: "USD"}
	own := exporttest.Options()
	own.PageURL = "https://alder-creek.example/products/{handle}?variant={sku}"
	tests := map[string]struct {
		product *catalog.Product
		opts    export.Options
		want    bool
	}{
		"two prices":           {sizes("10", "12"), exporttest.Options(), true},
		"one price":            {sizes("10", "10.00"), exporttest.Options(), false},
		"one of them reduced":  {reduced, exporttest.Options(), true},
		"a page for each SKU":  {sizes("10", "12"), own, false},
		"two currencies alike": {sizes("10 USD", "10 USD"), exporttest.Options(), false},
	}
	for name, tt := range tests {
		if got := told(t, tt.opts, "variants-share", catalog.Warning, tt.product); got != tt.want {
			t.Errorf("%s: told %v, want %v", name, got, tt.want)
		}
	}
}

// TestApparel: what Google files under its own category for clothes asks for age and
// gender, whoever says that it is clothes.
func TestApparel(t *testing.T) {
	tests := map[string]struct {
		google, category, kind string
		age, size              bool
	}{
		"Google's path":              {google: "Apparel & Accessories > Clothing > Shirts & Tops", age: true, size: true},
		"Google's number":            {google: "212", age: true, size: true},
		"the number of handbags":     {google: "3032", age: true},
		"the shop's path":            {category: "Women > Clothing > Dresses", age: true, size: true},
		"the shop's type":            {category: "New in", kind: "Men's T-Shirts", age: true, size: true},
		"in Chinese":                 {category: "女装", age: true, size: true},
		"shoes":                      {category: "Footwear", age: true, size: true},
		"a hat":                      {category: "Apparel > Accessories > Hats", age: true},
		"Google's word before ours":  {google: "Home & Garden > Linens & Bedding", category: "Clothing > Robes"},
		"a rack for clothes":         {category: "Home > Clothing racks"},
		"clothes for dogs":           {category: "Pets > Dog clothing"},
		"a mug":                      {category: "Home > Kitchen"},
		"a sewing pattern of a coat": {category: "Crafts > Coat patterns"},
	}
	for name, tt := range tests {
		p := group([]string{"Color"}, []string{"Red"})
		p.Category, p.Type = tt.category, tt.kind
		p.SetAttribute("google_product_category", tt.google)
		missing := map[string]bool{}
		c, err := New()
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range c.Check(p, exporttest.Options()) {
			if problem.Code == "value-missing" {
				missing[problem.Args["column"]] = true
			}
		}
		if missing["age_group"] != tt.age || missing["gender"] != tt.age || missing["size"] != tt.size {
			t.Errorf("%s: missing %v, want age and gender %v, size %v", name, missing, tt.age, tt.size)
		}
	}
}

// TestCodesThatAreNoGoods: of ranges for coupons and for use in a shop.
func TestCodesThatAreNoGoods(t *testing.T) {
	for code, want := range map[string]string{
		"2000000000008":  "gtin-restricted",
		"0200000000004":  "gtin-restricted",
		"212345678901":   "", // its check digit is wrong, which is told alone
		"210000000003":   "gtin-restricted",
		"0412345678903":  "gtin-restricted",
		"9900000000004":  "gtin-coupon",
		"9810000000006":  "gtin-coupon",
		"0512345678900":  "gtin-coupon",
		"9800000000007":  "gtin-coupon",
		"20123451":       "gtin-restricted", // of 8 digits
		"50123452":       "",
		"512345678900":   "gtin-coupon",
		"10036000291459": "",
		"036000291452":   "",
		"4006381333931":  "",
		"96385074":       "",
	} {
		p := group(nil, nil)
		p.Variants[0].GTIN = code
		for _, name := range []string{"gtin-restricted", "gtin-coupon"} {
			if got := told(t, exporttest.Options(), name, catalog.Warning, p); got != (name == want) {
				t.Errorf("%s: %s told %v, want %q", code, name, got, want)
			}
		}
	}
	zeros := group(nil, nil)
	zeros.Variants[0].GTIN = "000000000000"
	if !told(t, exporttest.Options(), "gtin-zero", catalog.Blocked, zeros) {
		t.Error("zeros pass as a code")
	}
}

// TestTwoOfOne: one code of two articles, and two IDs that Google takes for one.
func TestTwoOfOne(t *testing.T) {
	pair := func(change func(v *catalog.Variant, i int)) []*catalog.Product {
		list := []*catalog.Product{group(nil, nil), group(nil, nil)}
		for i, p := range list {
			p.ID, p.Handle, p.Variants[0].SKU = catalog.ID(rune('a'+i)), "h", "S-"+string(rune('1'+i))
			change(&p.Variants[0], i)
		}
		return list
	}
	tests := map[string]struct {
		products []*catalog.Product
		code     string
		severity catalog.Severity
		want     bool
	}{
		"the same code":      {pair(func(v *catalog.Variant, _ int) { v.GTIN = "036000291452" }), "gtin-shared", catalog.Warning, true},
		"with a zero before": {pair(func(v *catalog.Variant, i int) { v.GTIN = []string{"036000291452", "0036000291452"}[i] }), "gtin-shared", catalog.Warning, true},
		"with hyphens":       {pair(func(v *catalog.Variant, i int) { v.GTIN = []string{"036000291452", "0-36000-29145-2"}[i] }), "gtin-shared", catalog.Warning, true},
		"two codes":          {pair(func(v *catalog.Variant, i int) { v.GTIN = []string{"036000291452", "4006381333931"}[i] }), "gtin-shared", catalog.Warning, false},
		"IDs but for case":   {pair(func(v *catalog.Variant, i int) { v.SKU = []string{"abc-1", "ABC-1"}[i] }), "value-alike", catalog.Blocked, true},
		"the same ID":        {pair(func(v *catalog.Variant, _ int) { v.SKU = "abc-1" }), "value-duplicate", catalog.Blocked, true},
		"two IDs":            {pair(func(*catalog.Variant, int) {}), "value-alike", catalog.Blocked, false},
	}
	for name, tt := range tests {
		if got := told(t, exporttest.Options(), tt.code, tt.severity, tt.products...); got != tt.want {
			t.Errorf("%s: %s told %v, want %v", name, tt.code, got, tt.want)
		}
	}
}

// TestStockThatNobodyTold goes out as in stock, and is reported.
func TestStockThatNobodyTold(t *testing.T) {
	tests := map[string]struct {
		change    func(*catalog.Product)
		available string
		want      bool
	}{
		"not told":          {func(p *catalog.Product) { p.Variants[0].Quantity = nil }, "in_stock", true},
		"none left":         {func(p *catalog.Product) { *p.Variants[0].Quantity = 0 }, "out_of_stock", false},
		"nobody counts":     {func(p *catalog.Product) { *p.Variants[0].Quantity, p.Variants[0].Tracker = 0, catalog.NoTracker }, "in_stock", false},
		"said in words":     {func(p *catalog.Product) { p.Variants[0].Quantity = nil; p.SetAttribute("availability", "out of stock") }, "out_of_stock", false},
		"sold all the same": {func(p *catalog.Product) { p.Variants[0].Quantity = nil; p.SetAttribute("continue_selling", "continue") }, "in_stock", false},
	}
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(c.Spec().Columns, func(col export.Column) bool { return col.Name == "availability" })
	for name, tt := range tests {
		p := group(nil, nil)
		tt.change(p)
		opts := exporttest.Options()
		opts.All = true
		view, err := c.Preview(exporttest.Stream(p), opts, 1)
		if err != nil {
			t.Fatal(err)
		}
		if got := view.Rows[0][at]; got != tt.available {
			t.Errorf("%s: %s, want %s", name, got, tt.available)
		}
		if got := told(t, exporttest.Options(), "stock-assumed", catalog.Warning, p); got != tt.want {
			t.Errorf("%s: told %v, want %v", name, got, tt.want)
		}
	}
}

// TestLinksAndColours in forms that Google does not read.
func TestLinksAndColours(t *testing.T) {
	url := func(address string) *catalog.Product {
		p := group(nil, nil)
		p.URL = address
		return p
	}
	color := func(text string) *catalog.Product {
		p := group(nil, nil)
		p.SetAttribute("color", text)
		return p
	}
	tests := map[string]struct {
		product  *catalog.Product
		code     string
		severity catalog.Severity
		want     bool
	}{
		"localhost":           {url("http://localhost/p/1"), "address-private", catalog.Warning, true},
		"a port of it":        {url("http://localhost:8080/p/1"), "address-private", catalog.Warning, true},
		"an address at home":  {url("https://192.168.1.20/p/1"), "address-private", catalog.Warning, true},
		"a machine's name":    {url("http://shop-server/p"), "address-private", catalog.Warning, true},
		"a name of the house": {url("http://nas.local/p"), "address-private", catalog.Warning, true},
		"a shop":              {url("https://alder-creek.example/p/1"), "address-private", catalog.Warning, false},
		"without its scheme":  {url("www.alder-creek.example/p"), "address-form", catalog.Blocked, true},
		"two slashes":         {url("//alder-creek.example/p"), "address-form", catalog.Blocked, true},
		"no address":          {url("see catalogue"), "address-form", catalog.Blocked, true},
		"five colours":        {color("Blue/Green/Red/Black/Yellow"), "colors-many", catalog.Warning, true},
		"three colours":       {color("Blue/Green/Red"), "colors-many", catalog.Warning, false},
		"a comma between":     {color("Red, Blue"), "colors-separated", catalog.Warning, true},
		"a Chinese comma":     {color("红、蓝"), "colors-separated", catalog.Warning, true},
		"one colour of words": {color("Navy Blue"), "colors-separated", catalog.Warning, false},
	}
	for name, tt := range tests {
		if got := told(t, exporttest.Options(), tt.code, tt.severity, tt.product); got != tt.want {
			t.Errorf("%s: %s told %v, want %v", name, tt.code, got, tt.want)
		}
	}
}
