package shopify

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export"
	"tradewind.app/export/exporttest"
)

// cell is what a column has on a row of a product.
func cell(t *testing.T, p *catalog.Product, opts export.Options, row int, column string) string {
	t.Helper()
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	opts.All = true
	view, err := c.Preview(exporttest.Stream(p), opts, 100)
	if err != nil || row >= len(view.Rows) {
		t.Fatalf("%d rows, %v", len(view.Rows), err)
	}
	return view.Rows[row][slices.Index(view.Header[0], column)]
}

// told lists the codes of problems of at least a warning.
func told(t *testing.T, opts export.Options, products ...*catalog.Product) (codes []string) {
	t.Helper()
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	checker := c.Checker(opts)
	for _, p := range products {
		for _, problem := range checker.Check(p) {
			if problem.Severity != catalog.Info {
				codes = append(codes, problem.Code)
			}
		}
	}
	return codes
}

// TestHandles are mended, and told; two that become one are blocked.
func TestHandles(t *testing.T) {
	for handle, want := range map[string]string{
		"mug-two": "mug-two", "Mug Two": "mug-two", "a/b": "a-b", "-mug-": "mug", "a  &  b": "a-b", "50% wool!": "50-wool", "mug_one": "mug_one", "杯子": "杯子", "MUG": "mug",
		"café-crème": "cafe-creme", "Straße": "strasse", "smørrebrød": "smorrebrod", "パン": "パン", "łódź": "lodz",
	} {
		p := exporttest.Sound()[2]
		p.Handle = handle
		if got := cell(t, p, exporttest.Options(), 0, "URL handle"); got != want {
			t.Errorf("%q goes out as %q, want %q", handle, got, want)
		}
		if got := slices.Contains(told(t, exporttest.Options(), p), "handle-changed"); got != (handle != want) {
			t.Errorf("%q: told %v", handle, got)
		}
	}
	one, two, three := exporttest.Sound()[2], exporttest.Sound()[2], exporttest.Sound()[0]
	one.Handle, two.Handle, three.Handle = "mug-two", "Mug Two", "mug-three"
	two.Variants[0].SKU, three.Variants[0].SKU, three.Variants[1].SKU = "two", "three", "four"
	if codes := told(t, exporttest.Options(), one, two, three); !slices.Contains(codes, "value-duplicate") {
		t.Errorf("two products of one address are told as %q", codes)
	}
	if codes := told(t, exporttest.Options(), one, three); slices.Contains(codes, "value-duplicate") || slices.Contains(codes, "value-alike") {
		t.Errorf("rows of one product are told as %q", codes)
	}
}

// TestPictureAddresses: a picture of this computer goes out by its address on the web,
// and it is told where none is known.
func TestPictureAddresses(t *testing.T) {
	p := exporttest.Sound()[1] // its second and third picture are files
	if codes := told(t, exporttest.Options(), p); !slices.Contains(codes, "image-not-online") {
		t.Errorf("without addresses: told %q", codes)
	}
	opts := exporttest.Options()
	opts.PictureURL = "https://alder-creek.example/pics/{file}"
	if codes := told(t, opts, p); slices.Contains(codes, "image-not-online") {
		t.Errorf("with addresses: told %q", codes)
	}
	mug := exporttest.Sound()[2]
	mug.Images = []catalog.Image{{Source: "pics/mug.jpg", Position: 1}}
	if codes := told(t, exporttest.Options(), mug); !slices.Contains(codes, "picture-address-missing") || slices.Contains(codes, "image-not-online") {
		t.Errorf("of a product with files alone: told %q, want what the channels that require a picture tell", codes)
	}
	if got := cell(t, p, opts, 2, "Product image URL"); got != "https://alder-creek.example/pics/shoe-red.jpg" {
		t.Errorf("the third picture is %q", got)
	}
	if got := cell(t, p, opts, 0, "Variant image URL"); got != "https://alder-creek.example/pics/shoe-red.jpg" {
		t.Errorf("the red one's picture is %q", got)
	}
}

// TestBarcodes that are none are told, and stay as the shop has them.
func TestBarcodes(t *testing.T) {
	for code, want := range map[string]string{"036000291452": "", "": "", "04210005": "gtin-check-digit", "N/A": "gtin-not-digits", "36000291452": "gtin-lost-zero", "1.23E+12": "gtin-not-digits", "00000000": "gtin-zero"} {
		p := exporttest.Sound()[2]
		p.Variants[0].GTIN = code
		codes := told(t, exporttest.Options(), p)
		if got := slices.ContainsFunc(codes, func(c string) bool { return len(c) > 4 && c[:4] == "gtin" }); got != (want != "") || want != "" && !slices.Contains(codes, want) {
			t.Errorf("%q: told %q, want %q", code, codes, want)
		}
		if got := cell(t, p, exporttest.Options(), 0, "Barcode"); got != code {
			t.Errorf("%q goes out as %q", code, got)
		}
	}
}

// TestTrackers: what counts the stock goes out as it came.
func TestTrackers(t *testing.T) {
	none := int64(0)
	tests := map[string]struct {
		tracker  string
		quantity *int64
		want     string
	}{
		"a quantity alone":   {"", &none, "shopify"},
		"nothing told":       {"", nil, ""},
		"nobody counts":      {catalog.NoTracker, &none, ""},
		"counted, none told": {"shopify", nil, "shopify"},
		"another counts":     {"acme-warehouse", &none, "acme-warehouse"},
	}
	for name, tt := range tests {
		p := exporttest.Sound()[2]
		p.Variants[0].Tracker, p.Variants[0].Quantity = tt.tracker, tt.quantity
		if got := cell(t, p, exporttest.Options(), 0, "Inventory tracker"); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// TestOptionsOfVariants: Shopify tells variants apart by their options, whatever the case
// of the letters and the blanks, and takes none without one.
func TestOptionsOfVariants(t *testing.T) {
	for name, tt := range map[string]struct {
		options  []string
		variants [][]string
		want     string
	}{
		"different":          {[]string{"Size"}, [][]string{{"S"}, {"M"}}, ""},
		"the same":           {[]string{"Size"}, [][]string{{"S"}, {"S"}}, "variants-alike"},
		"but for case":       {[]string{"Color"}, [][]string{{"Red"}, {"RED"}}, "variants-alike"},
		"but for blanks":     {[]string{"Color"}, [][]string{{"Dark Red"}, {"Dark  Red "}}, "variants-alike"},
		"one of two options": {[]string{"Color", "Size"}, [][]string{{"Red", "S"}, {"Red", "M"}}, ""},
		"both of two":        {[]string{"Color", "Size"}, [][]string{{"Red", "S"}, {"red", "s"}}, "variants-alike"},
		"no options":         {nil, [][]string{nil, nil}, "variants-alike"},
		"a blank one":        {[]string{"Size"}, [][]string{{"S"}, {""}}, "option-value-missing"},
		"the second missing": {[]string{"Color", "Size"}, [][]string{{"Red", "S"}, {"Blue"}}, "option-value-missing"},
	} {
		p := exporttest.Sound()[2]
		first := p.Variants[0]
		p.Options, p.Variants = tt.options, nil
		for i, values := range tt.variants {
			v := first
			v.ID, v.SKU, v.GTIN, v.Options = catalog.ID(fmt.Sprint("v", i)), fmt.Sprint("S-", i), "", values
			p.Variants = append(p.Variants, v)
		}
		var got []string
		for _, code := range told(t, exporttest.Options(), p) {
			if code == "variants-alike" || code == "option-value-missing" {
				got = append(got, code)
			}
		}
		if codes := strings.Join(slices.Compact(got), " "); codes != tt.want {
			t.Errorf("%s: got %q, want %q", name, codes, tt.want)
		}
	}
}

// TestPricesOfNothing are reported; the least price is not.
func TestPricesOfNothing(t *testing.T) {
	for amount, want := range map[string]bool{"0": true, "0.00": true, "0.004": true, "0.01": false} {
		p := exporttest.Sound()[2]
		p.Variants[0].Price = catalog.Money{Amount: decimal.RequireFromString(amount), Currency: "USD"}
		if got := slices.Contains(told(t, exporttest.Options(), p), "price-zero"); got != want {
			t.Errorf("%s: got reported %v, want %v", amount, got, want)
		}
	}
}
