package catalog

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// TestValidate holds each rule against a product that keeps it before the write and
// breaks it after.
func TestValidate(t *testing.T) {
	other := &Product{ID: "other", Handle: "board", Title: "Oak Board", Variants: []Variant{{ID: "o", SKU: "B-1"}}}
	base := Product{ID: "p", Handle: "tee", Title: "Tee", Options: []string{"Size"}, Variants: []Variant{
		{ID: "s", SKU: "T-S", Options: []string{"S"}}, {ID: "m", SKU: "T-M", Options: []string{"M"}},
	}}
	tests := []struct {
		name string
		edit func(p *Product)
		want string // code:sku or value of each problem
	}{
		{"nothing", func(*Product) {}, ""},
		{"a SKU of another", func(p *Product) { p.Variants[0].SKU = "B-1" }, "sku-taken:B-1:Oak Board"},
		{"a SKU that differs in case", func(p *Product) { p.Variants[0].SKU = "b-1" }, ""},
		{"a SKU twice", func(p *Product) { p.Variants[0].SKU = "T-M" }, "sku-taken:T-M:Tee"},
		{"a handle of another", func(p *Product) { p.Handle = "board" }, "handle-taken:board:Oak Board"},
		{"a handle of another in capitals", func(p *Product) { p.Handle = "BOARD" }, "handle-taken:BOARD:Oak Board"},
		{"its own handle in capitals", func(p *Product) { p.Handle = "TEE" }, ""},
		{"four options", func(p *Product) { p.Options = []string{"a", "b", "c", "d"} }, "too-many-options::"},
		{"four values", func(p *Product) { p.Variants[0].Options = []string{"a", "b", "c", "d"} }, "too-many-options::"},
		{"a price below 0", func(p *Product) { p.Variants[1].Price = Money{decimal.NewFromInt(-3), "USD"} }, "price-negative:T-M:"},
		{"a cost below 0", func(p *Product) { p.Variants[1].Cost = Money{decimal.NewFromInt(-3), "USD"} }, "price-negative:T-M:"},
		{"a title too long", func(p *Product) { p.Title = strings.Repeat("x", maxLine+1) }, "text-too-long::"},
		{"an attribute too long", func(p *Product) { p.SetAttribute("Care", strings.Repeat("x", maxText+1)) }, "text-too-long::"},
		{"a channel's value too long", func(p *Product) {
			p.ChannelValues = append(p.ChannelValues, ChannelValue{Channel: "taobao", Key: "cid", Value: strings.Repeat("x", maxText+1)})
		}, "text-too-long::"},
		{"a state that is none", func(p *Product) { p.EnsureListing(SimplifiedChinese).SetMark("title", Mark{State: "fine"}) }, "state-unknown::"},
		{"a Chinese title too long", func(p *Product) { p.EnsureListing(SimplifiedChinese).Title = strings.Repeat("x", maxLine+1) }, "text-too-long::"},
		{"two at once", func(p *Product) { p.Handle, p.Variants[0].SKU = "board", "B-1" }, "handle-taken:board:Oak Board sku-taken:B-1:Oak Board"},
	}
	s := &shelf{products: []*Product{other, &base}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			after := base.Clone()
			tt.edit(after)
			for _, before := range []*Product{&base, nil} {
				problems, err := Validate(t.Context(), before, after, s.find)
				if got := ruled(problems); got != tt.want || err != nil {
					t.Errorf("before %v: got %q (%v), want %q", before != nil, got, err, tt.want)
				}
			}
			// What was so before the write is no reason to refuse it.
			if problems, err := Validate(t.Context(), after, after, s.find); tt.name != "a SKU twice" && (len(problems) > 0 || err != nil) {
				t.Errorf("unchanged: got %v (%v), want nothing", problems, err)
			}
		})
	}
}

func ruled(problems []Problem) string {
	var words []string
	for _, p := range problems {
		word := p.Code + ":" + p.Args["sku"]
		if p.Code == "handle-taken" {
			word += p.Args["value"]
		}
		if words = append(words, word+":"+p.Args["owner"]); p.Severity != Blocked {
			words = append(words, "not blocked")
		}
	}
	return strings.Join(words, " ")
}

// TestValidateAsksForWhatChanges: an edit of a price looks nothing up.
func TestValidateAsksForWhatChanges(t *testing.T) {
	var asked []Key
	find := func(_ context.Context, keys []Key) (map[Key]*Product, error) {
		asked = append(asked, keys...)
		return nil, nil
	}
	p := &Product{ID: "p", Handle: "Tee", Variants: []Variant{{ID: "s", SKU: "T-S"}, {ID: "m"}}}
	after := p.Clone()
	after.Title, after.Variants[1].SKU = "Tee", "T-M"
	if _, err := Validate(t.Context(), p, after, find); err != nil || len(asked) != 1 || asked[0] != NewKey(KeySKU, "T-M") {
		t.Errorf("asked for %v (%v), want the new SKU alone", asked, err)
	}
	if problems, err := Validate(t.Context(), p, nil, nil); err != nil || len(problems) > 0 {
		t.Errorf("a deletion: %v, %v", problems, err)
	}
	broken := errors.New("the disk is gone")
	_, err := Validate(t.Context(), nil, p, func(context.Context, []Key) (map[Key]*Product, error) { return nil, broken })
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want what the look-up said", err)
	}
}

func TestGTINKey(t *testing.T) {
	for code, want := range map[string]string{
		"036000291452": "00036000291452", "0036000291452": "00036000291452", "00036000291452": "00036000291452",
		"36000291452": "00036000291452", "0-36000-29145-2": "00036000291452", "４００６３８１３３３９３１": "04006381333931",
		"96385074": "00000096385074", "10614141000415": "10614141000415",
		"036000291453": "", "0000000000000": "", "Does not apply": "", "": "", "12": "", "123456789012345678": "",
	} {
		if got := GTINKey(code); got != want {
			t.Errorf("GTINKey(%q) = %q, want %q", code, got, want)
		}
	}
}
