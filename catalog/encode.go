package catalog

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Encode returns the product's canonical text: the same product always gives the
// same bytes. It is what the store keeps and what two products are compared by.
//
// It is what encoding/json makes of the product, without its escapes for HTML. Written
// out by hand it costs a fifth: every product of an import is encoded.
func (p *Product) Encode() []byte {
	e := encoder{b: make([]byte, 0, 1024+len(p.Description))}
	e.product(p)
	return e.b
}

// EncodeOpen is Encode for other programs: what is kept in a short form is written out.
// Each text of a listing has its state under its own name, and a text or listing that is
// out of date says so.
func (p *Product) EncodeOpen() []byte {
	e := encoder{b: make([]byte, 0, 1024+len(p.Description)), open: true}
	e.product(p)
	return e.b
}

// encoder writes JSON. Each of its methods appends one value; keys are written by those
// that begin with the name of a field.
type encoder struct {
	b    []byte
	open bool // nothing in a short form
}

func (e *encoder) product(p *Product) {
	e.begin('{')
	e.key("id").string(string(p.ID))
	e.text("handle", p.Handle)
	e.text("title", p.Title)
	e.text("description", p.Description)
	e.text("brand", p.Brand)
	e.text("category", p.Category)
	e.text("type", p.Type)
	e.text("status", string(p.Status))
	e.texts("tags", p.Tags)
	e.texts("options", p.Options)
	encodeList(e, "attributes", p.Attributes, (*encoder).attribute)
	e.text("origin", p.Origin)
	e.text("hs_code", p.HSCode)
	e.text("material", p.Material)
	e.text("notes", p.Notes)
	e.text("url", p.URL)
	encodeList(e, "variants", p.Variants, (*encoder).variant)
	encodeList(e, "images", p.Images, (*encoder).image)
	encodeList(e, "listings", p.Listings, func(e *encoder, l *Listing) { e.listing(p, l) })
	encodeList(e, "channels", p.ChannelValues, (*encoder).channelValue)
	e.end('}')
}

func (e *encoder) attribute(a *Attribute) {
	e.key("key").string(a.Key)
	e.key("value").string(a.Value)
	e.text("kind", string(a.Kind))
}

func (e *encoder) variant(v *Variant) {
	e.key("id").string(string(v.ID))
	e.text("sku", v.SKU)
	e.text("gtin", v.GTIN)
	e.text("mpn", v.MPN)
	e.texts("options", v.Options)
	e.money("price", v.Price)
	e.money("compare", v.Compare)
	e.money("cost", v.Cost)
	if v.Quantity != nil {
		e.key("quantity").integer(*v.Quantity)
	}
	e.text("tracker", v.Tracker)
	e.measure("weight", v.Weight)
	e.measure("length", v.Length)
	e.measure("width", v.Width)
	e.measure("height", v.Height)
	e.text("hs_code", v.HSCode)
}

func (e *encoder) image(im *Image) {
	e.key("source").string(im.Source)
	e.key("position").integer(int64(im.Position))
	e.text("alt", im.Alt)
	encodeTexts(e, "variants", im.Variants)
	e.number("width", int64(im.Width))
	e.number("height", int64(im.Height))
	e.number("bytes", im.Bytes)
	e.text("hash", im.Hash)
}

func (e *encoder) listing(p *Product, l *Listing) {
	e.key("locale").string(string(l.Locale))
	e.text("title", l.Title)
	e.text("short_title", l.ShortTitle)
	e.texts("selling_points", l.SellingPoints)
	e.text("description", l.Description)
	e.texts("keywords", l.Keywords)
	e.translations("options", l.Options)
	e.translations("attributes", l.Attributes)
	e.unused(l.Unused)
	encodeList(e, "allowed", l.Allowed, (*encoder).allowed)
	e.text("state", string(p.StateOf(l)))
	if e.open {
		e.states(p, l)
		return
	}
	encodeList(e, "marks", l.groups(), (*encoder).markGroup)
}

func (e *encoder) allowed(a *Allowed) {
	e.key("code").string(a.Code)
	e.key("field").string(string(a.Field))
	e.text("part", a.Part)
	e.text("words", a.Words)
	e.key("reason").string(a.Reason)
	e.text("by", a.By)
	e.text("at", a.At)
}

func (e *encoder) unused(words map[Field][]string) {
	if len(words) == 0 {
		return
	}
	e.key("unused").begin('{')
	for _, f := range slices.Sorted(maps.Keys(words)) {
		e.separate()
		e.string(string(f))
		e.b = append(e.b, ':')
		e.list(words[f])
	}
	e.end('}')
}

// list writes the texts of a list; null is one that is not there, as encoding/json has it.
func (e *encoder) list(texts []string) {
	if texts == nil {
		e.b = append(e.b, "null"...)
		return
	}
	e.begin('[')
	for _, s := range texts {
		e.separate()
		e.string(s)
	}
	e.end(']')
}

func (e *encoder) channelValue(c *ChannelValue) {
	e.key("channel").string(c.Channel)
	e.key("key").string(c.Key)
	e.key("value").string(c.Value)
}

// money and measure have exact numbers, which JSON has as texts.
func (e *encoder) money(key string, m Money) {
	if m.IsZero() {
		return
	}
	e.key(key).begin('{')
	e.key("amount").string(m.Amount.String())
	e.key("currency").string(m.Currency)
	e.end('}')
}

func (e *encoder) measure(key string, m Measure) {
	if m.IsZero() {
		return
	}
	e.key(key).begin('{')
	e.key("value").string(m.Value.String())
	e.key("unit").string(string(m.Unit))
	e.end('}')
}

// text, texts, number and translations leave out what is empty.
func (e *encoder) text(key, s string) {
	if s != "" {
		e.key(key).string(s)
	}
}

func (e *encoder) texts(key string, list []string) { encodeTexts(e, key, list) }

func encodeTexts[T ~string](e *encoder, key string, list []T) {
	if len(list) == 0 {
		return
	}
	e.key(key).begin('[')
	for _, s := range list {
		e.separate()
		e.string(string(s))
	}
	e.end(']')
}

func (e *encoder) number(key string, n int64) {
	if n != 0 {
		e.key(key).integer(n)
	}
}

func (e *encoder) translations(key string, texts map[string]string) {
	if len(texts) == 0 {
		return
	}
	e.key(key).begin('{')
	for _, source := range slices.Sorted(maps.Keys(texts)) {
		e.separate()
		e.string(source)
		e.b = append(e.b, ':')
		e.string(texts[source])
	}
	e.end('}')
}

// encodeList writes a list of objects.
func encodeList[T any](e *encoder, key string, list []T, fields func(*encoder, *T)) {
	if len(list) == 0 {
		return
	}
	e.key(key).begin('[')
	for i := range list {
		e.separate()
		e.begin('{')
		fields(e, &list[i])
		e.end('}')
	}
	e.end(']')
}

func (e *encoder) begin(bracket byte) { e.b = append(e.b, bracket) }
func (e *encoder) end(bracket byte)   { e.b = append(e.b, bracket) }

// separate writes a comma behind a value that another one follows.
func (e *encoder) separate() {
	if last := e.b[len(e.b)-1]; last != '{' && last != '[' {
		e.b = append(e.b, ',')
	}
}

// key begins a field whose name needs no escape.
func (e *encoder) key(name string) *encoder {
	e.separate()
	e.b = append(append(append(e.b, '"'), name...), '"', ':')
	return e
}

func (e *encoder) boolean(v bool) { e.b = strconv.AppendBool(e.b, v) }

func (e *encoder) integer(n int64) { e.b = strconv.AppendInt(e.b, n, 10) }

func (e *encoder) string(s string) { e.b = appendJSONString(e.b, s) }

// appendJSONString appends a text with the escapes of encoding/json.
func appendJSONString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if escape := escapeOf(r, n); escape != "" {
			b = append(append(b, s[from:i]...), escape...)
			from = i + n
		}
		i += n
	}
	return append(append(b, s[from:]...), '"')
}

// escapeOf is what represents a character of n bytes that JSON, or a program that reads
// JSON as JavaScript, does not take as it is; "" for one that it does.
func escapeOf(r rune, n int) string {
	switch {
	case r == utf8.RuneError && n == 1:
		return `\ufffd`
	case r == '"':
		return `\"`
	case r == '\\':
		return `\\`
	case r == '\n':
		return `\n`
	case r >= ' ' && r != '\u2028' && r != '\u2029':
		return ""
	}
	if i := strings.IndexRune("\b\f\r\t", r); i >= 0 {
		return `\` + "bfrt"[i:i+1]
	}
	return fmt.Sprintf(`\u%04x`, r)
}
