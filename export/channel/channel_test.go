package channel_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/export"
	"tradewind.app/export/channel"
	"tradewind.app/export/exporttest"
)

func TestAllIsSortedByName(t *testing.T) {
	channels, err := channel.All()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range channels {
		names = append(names, c.Name())
		for _, locale := range []string{"en", "zh-Hans"} {
			if c.Spec().Title[locale] == "" {
				t.Errorf("%s has no title in %s", c.Name(), locale)
			}
		}
	}
	if !slices.IsSorted(names) || len(names) < 3 {
		t.Errorf("got %q, want them sorted", names)
	}
}

// own is a spec that a person might write.
const own = `
name = "own-shop"
title = { en = "Own shop" }
locale = "en"
source = "what the partner asked for in a mail"
checked = 2026-11-22
version = "1"
rows = "variant"

[[files]]
name = "own-shop.csv"
format = "csv"
encoding = "gb18030"
newline = "crlf"
quoting = "always"
header = ["{name}"]

[[columns]]
name = "code"
from = "sku"
tier = "required"

[[columns]]
name = "名称"
from = "title@zh-Hans"
fallback = ["title"]
max = "60 gbk-bytes"

[[columns]]
name = "price"
from = "price"
transforms = ["money 2"]
checks = ["warning nonzero"]

[[rules]]
check = "warning options"
`

func TestLoadDir(t *testing.T) {
	fsys := fstest.MapFS{
		"own-shop.toml": {Data: []byte(own)},
		"broken.toml":   {Data: []byte("name = \"broken\"\ncolour = 1\n")},
		"renamed.toml":  {Data: []byte(own)},
		"notes.txt":     {Data: []byte("not a spec")},
	}
	channels, err := channel.LoadDir(fsys)
	if !errors.Is(err, export.ErrSpec) || !strings.Contains(fmt.Sprint(err), "broken.toml") || !strings.Contains(fmt.Sprint(err), "renamed.toml") {
		t.Errorf("got %v, want an ErrSpec that names the two broken files", err)
	}
	if len(channels) != 1 || channels[0].Name() != "own-shop" {
		t.Fatalf("got %d channels, want the sound one", len(channels))
	}
	exporttest.Conform(t, channels[0])
}

func TestLoadDirEmpty(t *testing.T) {
	if channels, err := channel.LoadDir(fstest.MapFS{}); err != nil || len(channels) > 0 {
		t.Errorf("got %d channels, %v, want none", len(channels), err)
	}
}

// BenchmarkExport writes 10,000 products to each channel: one feed is one op.
func BenchmarkExport(b *testing.B) {
	channels, err := channel.All()
	if err != nil {
		b.Fatal(err)
	}
	const products = 10_000
	for _, c := range channels {
		b.Run(c.Name(), func(b *testing.B) {
			b.ReportAllocs()
			sink := export.NewDirSink(b.TempDir())
			for b.Loop() {
				report, err := export.Run(context.Background(), c, exporttest.Products(products), sink, exporttest.Options(), nil)
				if err != nil || report.Products != products {
					b.Fatalf("%d products, %v", report.Products, err)
				}
			}
		})
	}
}
