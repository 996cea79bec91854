package catalog

import "testing"

func TestConditionMatch(t *testing.T) {
	n := int64(7)
	price, err := ParseMoney("12.99", "USD")
	if err != nil {
		t.Fatal(err)
	}
	weight, err := ParseMeasure("1 kg", "")
	if err != nil {
		t.Fatal(err)
	}
	p := &Product{
		Title: "Bamboo Bowl", Brand: "Alder Creek",
		Variants: []Variant{{SKU: "A-1", Price: price, Quantity: &n, Weight: weight}, {SKU: "A-2"}},
	}
	p.EnsureListing(SimplifiedChinese).Title = "竹碗"
	tests := []struct {
		where string
		want  bool
	}{
		{"brand=alder creek", true},
		{"brand!=alder creek", false},
		{"brand~CREEK", true},
		{"title>bamboo", true},
		{"title<B", false},
		{"hs_code blank", true},
		{"hs_code present", false},
		{"title@zh-Hans~碗", true},
		{"title@zh-Hant blank", true},
		{"sku=A-2", true},
		{"sku=a-2", true},
		{"sku=A-3", false},
		{"sku!=A-1", true}, // A-2 is another
		{"price=12.990", true},
		{"price=12.99 USD", true},
		{"price=12.99 CNY", false},
		{"price!=12.99 CNY", true},
		{"price<13", true},
		{"price>13", false},
		{"price blank", true}, // of A-2
		{"quantity>=7", true},
		{"quantity<7", false},
		{"quantity=many", false},
		{"weight=1000 g", true},
		{"weight>2 lb", true},
		{"weight>1 m", false},
		{"weight=1", true}, // in the variant's own unit
	}
	for _, tt := range tests {
		t.Run(tt.where, func(t *testing.T) {
			conditions, err := ParseFilter(tt.where)
			if err != nil {
				t.Fatal(err)
			}
			if got := conditions[0].Match(p); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
	blank := Condition{FieldPrice, OpBlank, ""}
	if !blank.Match(&Product{}) {
		t.Error("a product without variants has a blank price")
	}
}
