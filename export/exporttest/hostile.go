package exporttest

import (
	"fmt"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// nasty are texts that have broken feeds.
var nasty = []string{
	"=cmd|' /C calc'!A0",
	"@SUM(A1:A9)",
	"tab\there, line\nbreak, return\r, both\r\n",
	`quotes "inside" and ""doubled"" and one at the end"`,
	"zero\x00byte, bell\a, escape\x1b[31m, sub\x1a",
	"not UTF-8: \xff\xfe\xc3\x28",
	"emoji 👩‍👩‍👧‍👦 and 🧴, trademark ™, no-break\u00a0space",
	"rare Han 𠮷㐂龘, upside down \u202egnorw\u202c",
	`]]> <script>alert(1)</script> &amp; &#0; <b`,
	";:|,;:|,/\\..\\../CON",
	strings.Repeat("long ", 2000),
	strings.Repeat("汉", 3000),
	"\ufeffmark first",
}

// Hostile returns products that no shop means to write: each of the nasty texts
// in every field, in every column's own value, and shapes that are odd.
func Hostile(c *export.Channel) []*catalog.Product {
	products := []*catalog.Product{{ID: "empty"}, {ID: "bare", Variants: []catalog.Variant{{ID: "bare-1"}}}}
	for i, text := range nasty {
		products = append(products, nastyFields(i, text), nastyColumns(c, i, text))
	}
	return append(products, crowd(), huge())
}

// nastyFields has the text wherever the catalogue keeps text.
func nastyFields(i int, text string) *catalog.Product {
	p := syrup()
	p.ID = catalog.ID(fmt.Sprintf("fields-%d", i))
	p.Handle, p.Title, p.Description, p.Brand, p.Category, p.Type = text, text, text, text, text, text
	p.Material, p.URL, p.Options, p.Tags = text, text, []string{text}, []string{text, text}
	for v := range p.Variants {
		p.Variants[v].SKU = fmt.Sprintf("%s%d-%d", text, i, v)
		p.Variants[v].GTIN, p.Variants[v].MPN = text, text
		p.Variants[v].Options = []string{fmt.Sprintf("%s%d", text, v), text, text}
	}
	p.Images = []catalog.Image{{Source: text, Alt: text}, {Source: "https://img.example/" + text, Alt: text}, {Source: "local/" + text}}
	for j := range p.Attributes {
		p.Attributes[j].Value = text
	}
	listing(p, text, text, text, text)
	p.Listings[0].Options = map[string]string{text + "0": text}
	return p
}

// nastyColumns has the text as its own value for every column of the channel.
func nastyColumns(c *export.Channel, i int, text string) *catalog.Product {
	p := lotion()
	p.ID = catalog.ID(fmt.Sprintf("columns-%d", i))
	p.Variants[0].SKU = fmt.Sprintf("COL-%d", i)
	for column := range c.Spec().AllColumns() {
		p.SetChannelValue(c.Name(), column.Name, text)
	}
	return p
}

// crowd has more variants, options and pictures than any channel takes, and the
// same SKU everywhere.
func crowd() *catalog.Product {
	p := shoe()
	p.ID, p.Handle, p.Variants, p.Options = "crowd", "crowd", nil, []string{"Color", "Size", "Scent", "Volume"}
	for i := range 200 {
		v := variant(catalog.ID(fmt.Sprint("c", i)), "SAME", "123", "1 USD", -5, "1 lb", "Red", fmt.Sprint(i), "x", "y")
		p.Variants = append(p.Variants, v)
		p.Images = append(p.Images, catalog.Image{Source: fmt.Sprintf("https://img.example/%d.jpg", i), Variants: []catalog.ID{v.ID}})
	}
	return p
}

// huge has numbers that no marketplace takes and a currency without a rate.
func huge() *catalog.Product {
	p := lotion()
	p.ID, p.Handle = "huge", "huge"
	p.ChannelValues = nil
	v := &p.Variants[0]
	v.SKU, v.Price, v.Weight = "HUGE", amount("99999999999999999999999999 THB"), measure("99999999999999 t")
	most := int64(1) << 62
	v.Quantity = &most
	return p
}
