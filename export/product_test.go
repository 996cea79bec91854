package export_test

import (
	"iter"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// product is a sound product with two variants.
func product() *catalog.Product {
	few, none := int64(3), int64(0)
	return &catalog.Product{
		ID: "p", Handle: "mug", Title: "Mug", Description: "<p>Holds <b>coffee</b></p>", Brand: "Fernhollow",
		Options: []string{"Color"},
		Variants: []catalog.Variant{
			{ID: "v1", SKU: "MUG-R", GTIN: "036000291452", Options: []string{"Red"}, Price: usd("12.5"), Quantity: &few, Weight: grams("340")},
			{ID: "v2", SKU: "MUG-B", Options: []string{"Blue"}, Price: usd("13"), Quantity: &none, Weight: grams("340")},
		},
	}
}

func usd(s string) catalog.Money { return money(s + " USD") }

func money(s string) catalog.Money {
	m, err := catalog.ParseMoney(s, "")
	if err != nil {
		panic(err)
	}
	return m
}

func grams(s string) catalog.Measure {
	m, err := catalog.ParseMeasure(s, "g")
	if err != nil {
		panic(err)
	}
	return m
}

func stream(products ...*catalog.Product) iter.Seq2[*catalog.Product, error] {
	return func(yield func(*catalog.Product, error) bool) {
		for _, p := range products {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// cells previews one column over products, blocked ones too.
func cells(t testing.TB, c *export.Channel, opts export.Options, products ...*catalog.Product) []string {
	t.Helper()
	opts.All = true
	view, err := c.Preview(stream(products...), opts, 100)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range view.Rows {
		got = append(got, row[0])
	}
	return got
}

// find returns the first problem with the code.
func find(problems []catalog.Problem, code string) (catalog.Problem, bool) {
	for _, p := range problems {
		if p.Code == code {
			return p, true
		}
	}
	return catalog.Problem{}, false
}
