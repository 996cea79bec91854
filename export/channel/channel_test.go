package channel_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/simplifiedchinese"

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

// nested is a channel of JSON that a person might write: one file, no Go.
const nested = `
name = "own-nested"
title = { en = "Own nested" }
locale = "en"
currency = "USD"
source = "what the partner asked for in a mail"
checked = 2026-11-30
version = "1"
rows = "product then variants"

[[files]]
name = "own-nested.json"
format = "json"

[[rules]]
check = "warning options"

[[columns]]
name = "name"
from = "title"
on = "product"
tier = "required"

[[columns]]
name = "text"
from = "description"
transforms = ["strip-html"]
on = "product"

[[columns]]
name = "skus[].code"
from = "variant-key"
on = "variant"
tier = "required"

[[columns]]
name = "skus[].price"
from = "price"
transforms = ["money-amount 2"]
type = "number"
on = "variant"
checks = ["warning nonzero"]
`

// TestNewChannelsAtRunTime adds a flat and a nested channel as a user's folder has them:
// they pass the suite, and what they write is read by Go's own readers.
func TestNewChannelsAtRunTime(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"own-shop": own, "own-nested": nested} {
		if err := os.WriteFile(filepath.Join(folder, name+".toml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	channels, err := channel.LoadDir(os.DirFS(folder))
	if err != nil || len(channels) != 2 {
		t.Fatalf("%d channels, %v", len(channels), err)
	}
	out := t.TempDir()
	for _, c := range channels {
		t.Run(c.Name(), func(t *testing.T) { exporttest.Conform(t, c) })
		if _, err := export.Run(t.Context(), c, exporttest.Stream(exporttest.Sound()...), export.NewDirSink(out), exporttest.Options(), nil); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(filepath.Join(out, "own-nested.json"))
	if err != nil {
		t.Fatal(err)
	}
	var goods []struct {
		Name string
		Skus []struct {
			Code  string
			Price json.Number
		}
	}
	if err := json.Unmarshal(b, &goods); err != nil || len(goods) != 3 || len(goods[1].Skus) != 3 || goods[1].Skus[2].Price != "94.50" || goods[2].Skus[0].Code != "OL-1" {
		t.Errorf("got %+v, %v", goods, err)
	}
	if b, err = os.ReadFile(filepath.Join(out, "own-shop.csv")); err != nil {
		t.Fatal(err)
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 7 || !slices.Equal(rows[6], []string{"OL-1", "Fernhollow燕麦舒缓身体乳237毫升无香型", "14.00 USD"}) {
		t.Errorf("got %q, %v", rows, err)
	}
}

// older is a spec as people wrote them when the engine knew words of marketplaces.
const older = `
name = "older"
title = { en = "Older" }
locale = "en"
currency = "USD"
source = "a copy of a shipped table"
checked = 2026-11-01
version = "1"
rows = "variant"
[[files]]
name = "older.csv"
format = "csv"
[[files]]
name = "older.xml"
format = "rss-xml"
[[columns]]
name = "link"
from = "page"
[[columns]]
name = "stock"
from = "availability"
[[columns]]
name = "option"
from = "option1-name"
[[columns]]
name = "value"
from = "option1-value"
`

// TestOlderSpecs wants the words that such a spec has always had in its files.
func TestOlderSpecs(t *testing.T) {
	channels, err := channel.LoadDir(fstest.MapFS{"older.toml": {Data: []byte(older)}})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := export.Run(t.Context(), channels[0], exporttest.Stream(exporttest.Sound()[0], exporttest.Sound()[2]), export.NewDirSink(dir), exporttest.Options(), nil); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"older.csv": `https://alder-creek.example/products/dark-maple-syrup,in_stock,Size,8 oz
https://alder-creek.example/products/dark-maple-syrup,out_of_stock,Size,16 oz
https://alder-creek.example/products/oat-lotion,in_stock,Title,Default Title
`,
		"older.xml": `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
<title>Alder Creek Goods</title>
<link>https://alder-creek.example</link>
<description></description>
<item>
<g:link>https://alder-creek.example/products/dark-maple-syrup</g:link>
`,
	} {
		if b, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !strings.Contains(string(b), want) {
			t.Errorf("%s is\n%s\n%v, want in it\n%s", name, b, err, want)
		}
	}
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
