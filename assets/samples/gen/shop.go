package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

//go:embed shop/*.toml
var shopFiles embed.FS

// order is the order in which the lists are in the workbook.
var order = []string{"apparel", "shoes", "cosmetics", "supplements", "baby", "food", "bicycles", "home"}

// A list is one file of products that share a style code and a brand.
type list struct {
	Code    string    `toml:"code"`
	Brand   string    `toml:"brand"`
	Product []product `toml:"product"`
}

// A product is one article with the axes along which it varies. Prices (USD)
// and weights (ounces) go by size where they differ, in the order of Sizes;
// Box is length x width x height in inches.
type product struct {
	Style    string   `toml:"-"`
	Title    string   `toml:"title"`
	Brand    string   `toml:"brand"`
	Category string   `toml:"category"`
	Shape    string   `toml:"shape"`
	Colors   []string `toml:"colors"`
	Sizes    []string `toml:"sizes"`
	Flavors  []string `toml:"flavors"`
	Price    string   `toml:"price"`
	Prices   []string `toml:"prices"`
	Was      string   `toml:"was"`
	Weight   string   `toml:"weight"`
	Weights  []string `toml:"weights"`
	Box      string   `toml:"box"`
	HSCode   string   `toml:"hs"`
	Origin   string   `toml:"origin"`
	Material string   `toml:"material"`
	Gender   string   `toml:"gender"`
	Age      string   `toml:"age"`
	Intro    string   `toml:"intro"`
	Points   []string `toml:"points"`
	Tags     []string `toml:"tags"`

	number   int // among the products of its list
	variants []variant
}

// A variant is one row of the workbook. A row's own mistakes are written into
// it by spoil.
type variant struct {
	SKU, Color, Size, Flavor string
	Price, Was, Weight       string
	Cost                     string
	Quantity                 int
	GTIN                     string
	GTINAsNumber             bool // a number cell, as a shop types it that does not know better
}

// loadShop reads all lists, makes the variants, and then the mistakes.
func loadShop() ([]product, error) {
	var all []product
	for _, name := range order {
		products, err := loadList(path.Join("shop", name+".toml"))
		if err != nil {
			return nil, err
		}
		all = append(all, products...)
	}
	number := 0
	for i := range all {
		if err := all[i].expand(&number); err != nil {
			return nil, fmt.Errorf("%s %q: %w", all[i].Style, all[i].Title, err)
		}
	}
	return all, spoil(all)
}

func loadList(name string) ([]product, error) {
	data, err := fs.ReadFile(shopFiles, name)
	if err != nil {
		return nil, fmt.Errorf("read the list: %w", err)
	}
	var l list
	if err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&l); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	for i := range l.Product {
		p := &l.Product[i]
		p.number = i
		p.Style = fmt.Sprintf("%s-%d", l.Code, 101+i)
		if p.Brand == "" {
			p.Brand = l.Brand
		}
	}
	return l.Product, nil
}

// expand makes the variants: the product of the axes, colour slowest. number
// counts variants over the whole shop and makes codes and stock from it.
func (p *product) expand(number *int) error {
	for _, by := range [][]string{p.Prices, p.Weights} {
		if len(by) != 0 && len(by) != len(p.Sizes) {
			return fmt.Errorf("%d prices or weights for %d sizes", len(by), len(p.Sizes))
		}
	}
	for _, color := range orNone(p.Colors) {
		for _, flavor := range orNone(p.Flavors) {
			for i, size := range orNone(p.Sizes) {
				v := variant{Color: color, Flavor: flavor, Size: size, Was: p.Was}
				v.Price = bySize(p.Prices, i, p.Price)
				v.Weight = bySize(p.Weights, i, p.Weight)
				v.SKU = strings.Join(append([]string{p.Style}, v.codes()...), "-")
				v.GTIN = exampleGTIN(*number)
				v.Quantity = 7 + *number*37%180
				var err error
				if v.Cost, err = costOf(v.Price); err != nil {
					return err
				}
				p.variants = append(p.variants, v)
				*number++
			}
		}
	}
	return nil
}

func orNone(values []string) []string {
	if len(values) == 0 {
		return []string{""}
	}
	return values
}

func bySize(values []string, i int, all string) string {
	if len(values) == 0 {
		return all
	}
	return values[i]
}

// codes shortens the option values for an SKU: Navy Blue NAB, 8 fl oz 8FLO.
func (v variant) codes() []string {
	var codes []string
	for _, value := range []string{v.Color, v.Flavor, v.Size} {
		if value != "" {
			codes = append(codes, shorten(value))
		}
	}
	return codes
}

func shorten(value string) string {
	words := strings.FieldsFunc(value, func(r rune) bool { return !isAlphanumeric(r) })
	if len(words) == 2 && words[0][0] > '9' {
		return strings.ToUpper(cut(words[0], 2) + cut(words[1], 1))
	}
	return strings.ToUpper(cut(strings.Join(words, ""), 5))
}

func isAlphanumeric(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

func cut(s string, n int) string { return s[:min(n, len(s))] }

// description is HTML as a shop's own site has it.
func (p *product) description() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<p>%s</p>\n<ul>", escape(p.Intro))
	for _, point := range p.Points {
		fmt.Fprintf(&b, "<li>%s</li>", escape(point))
	}
	b.WriteString("</ul>")
	return b.String()
}

func escape(s string) string { return strings.ReplaceAll(s, "&", "&amp;") }

// A picture is a file, relative to the workbook, and the colour in which the
// product is shown ("" for its own).
type picture struct{ file, colour string }

// pictures has one for each colour, or one. Food is photographed as JPEG by
// another photographer, as it were: both formats must work everywhere.
func (p *product) pictures() []picture {
	ext := ".png"
	if strings.HasPrefix(p.Category, "Food") {
		ext = ".jpg"
	}
	var pics []picture
	for _, c := range orNone(p.Colors) {
		name := strings.ToLower(p.Style)
		if c != "" {
			name += "-" + strings.ReplaceAll(strings.ToLower(c), " ", "-")
		}
		pics = append(pics, picture{"images/" + name + ext, c})
	}
	return pics
}
