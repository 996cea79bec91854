package casetest

import (
	"encoding/json"
	"strings"

	"github.com/shopspring/decimal"
)

// row is what an assertion looks at: a variant with its product, or a row of a file.
type row map[string]any

// whole is the key of a variant's product as it was written; no value has it.
const whole = " "

var (
	grams       = units{"g": "1", "kg": "1000", "mg": "0.001", "oz": "28.349523125", "lb": "453.59237"}
	centimetres = units{"cm": "1", "mm": "0.1", "m": "100", "in": "2.54", "ft": "30.48"}
)

// units gives the size of each unit in the first.
type units map[string]string

// variants returns the variants of all products; a product without any counts as
// one.
func (r *run) variants() []row {
	var rows []row
	for _, p := range r.products {
		own := list(p.fields["variants"])
		if len(own) == 0 {
			own = []any{map[string]any{}}
		}
		for _, v := range own {
			rows = append(rows, flat(p, fields(v)))
		}
	}
	return rows
}

// flat makes one row of a variant and its product. Its keys: those of `products
// --json`, barcode, price, compare and cost as amounts, currency, weight_g,
// length_cm, width_cm, height_cm, images, option_names, options, option.NAME,
// attr.KEY, channel.CHANNEL.KEY, and title@LOCALE and the like of listings.
func flat(p product, v map[string]any) row {
	r := row{whole: p.whole, "barcode": v["gtin"], "currency": fields(v["price"])["currency"]}
	for _, key := range []string{"handle", "title", "description", "brand", "category", "type", "status", "url", "tags"} {
		r[key] = p.fields[key]
	}
	for _, key := range []string{"sku", "quantity"} {
		r[key] = v[key]
	}
	for _, key := range []string{"price", "compare", "cost"} {
		r[key] = fields(v[key])["amount"]
	}
	r["weight_g"] = measure(p, v, "weight", grams)
	for _, key := range []string{"length", "width", "height"} {
		r[key+"_cm"] = measure(p, v, key, centimetres)
	}
	r.lists(p, v)
	return r
}

// lists adds what products and variants have several of.
func (r row) lists(p product, v map[string]any) {
	images := []any{}
	for _, i := range list(p.fields["images"]) {
		images = append(images, fields(i)["source"])
	}
	names, values := list(p.fields["options"]), list(v["options"])
	r["images"], r["option_names"], r["options"] = images, names, values
	for i, name := range names {
		if i < len(values) {
			r["option."+text(name)] = values[i]
		}
	}
	for _, a := range append(list(p.fields["attributes"]), list(v["attributes"])...) {
		r["attr."+text(fields(a)["key"])] = fields(a)["value"]
	}
	for _, c := range list(p.fields["channels"]) {
		r["channel."+text(fields(c)["channel"])+"."+text(fields(c)["key"])] = fields(c)["value"]
	}
	for _, l := range list(p.fields["listings"]) {
		for _, key := range []string{"title", "short_title", "description"} {
			r[key+"@"+text(fields(l)["locale"])] = fields(l)[key]
		}
	}
}

// measure is a variant's measure, otherwise its product's, in grams or centimetres; as
// it is written where its unit is none of them.
func measure(p product, v map[string]any, key string, in units) any {
	m := fields(v[key])
	if len(m) == 0 {
		m = fields(p.fields[key])
	}
	value, ok := number(m["value"])
	size, known := in[text(m["unit"])]
	if !ok || !known {
		return m["value"]
	}
	return json.Number(value.Mul(decimal.RequireFromString(size)).String())
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}

func fields(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// text is a JSON value in words; nothing is "".
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	}
	data, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(data)
}

func number(v any) (decimal.Decimal, bool) {
	d, err := decimal.NewFromString(strings.TrimSpace(text(v)))
	return d, err == nil
}
