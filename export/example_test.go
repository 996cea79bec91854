package export_test

import (
	"context"
	"fmt"
	"os"
	"testing/fstest"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// A channel is a table: this one makes JSON with an array of variants in each product.
func Example() {
	spec, err := export.ParseSpec(fstest.MapFS{"mine.toml": {Data: []byte(`
name     = "mine"
title    = { en = "My partner" }
locale   = "en"
currency = "USD"
source   = "a mail of the partner"
checked  = 2026-12-01
version  = "1"
rows     = "product then variants"

[[files]]
name   = "mine.json"
format = "json"

[[columns]]
name = "name"
from = "title"
on   = "product"

[[columns]]
name       = "skus[].price"
from       = "price"
transforms = ["money-amount"]
type       = "number"
on         = "variant"
`)}}, "mine.toml")
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := export.NewChannel(spec, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	dir, err := os.MkdirTemp("", "feed")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	mug := &catalog.Product{Title: "Mug", Handle: "mug", Options: []string{"Color"}, Variants: []catalog.Variant{
		{SKU: "MUG-R", Options: []string{"Red"}, Price: usd("12.5")},
		{SKU: "MUG-B", Options: []string{"Blue"}, Price: usd("13")},
	}}
	report, err := export.Run(context.Background(), c, stream(mug), export.NewDirSink(dir), export.Options{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := os.ReadFile(report.Files[0].Path)
	fmt.Printf("%s%v", b, err)
	// Output:
	// [
	// {"name": "Mug", "skus": [{"price": 12.50}, {"price": 13.00}]}
	// ]
	// <nil>
}
