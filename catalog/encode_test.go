package catalog

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/shopspring/decimal"
)

// filler fills a product by chance, every field of every struct in it: one that Encode
// does not know is missed at once.
type filler struct{ *rand.Rand }

var fillTexts = []string{
	"", "Mug", "Maple Syrup, 12 oz", "保温杯", "a \"quote\" and \\ a bar", "<b>R&amp;B</b>", "line\nline\r\ttab\b\f\v",
	"\x00\x1f\x7f", "\u2028\u2029", "bad\xff\xc3utf8", "\ufffd", "\U0001F375 tea", "é",
}

func (f filler) fill(v reflect.Value) {
	if d, ok := v.Addr().Interface().(*decimal.Decimal); ok {
		*d = decimal.New(f.Int64N(2_000_000)-1_000_000, int32(f.IntN(12)-8))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fillTexts[f.IntN(len(fillTexts))])
	case reflect.Int, reflect.Int64:
		v.SetInt(f.Int64N(3) * (f.Int64N(2_000_000) - 1_000_000))
	case reflect.Bool:
		v.SetBool(f.IntN(2) == 0)
	case reflect.Pointer:
		if f.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem())
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), f.IntN(4), 4))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range f.IntN(4) {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			f.fill(key)
			f.fill(value)
			v.SetMapIndex(key, value)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	default:
		panic("a product has a field that this test cannot fill: " + v.Type().String())
	}
}

// Encode writes what encoding/json does, for products of any content. Bodies of older
// catalogues were written by that, and are compared by their bytes.
func TestEncodeIsJSON(t *testing.T) {
	f := filler{rand.New(rand.NewPCG(9, 3))}
	for n := range 3000 {
		p := new(Product)
		if f.fill(reflect.ValueOf(p).Elem()); n == 0 {
			p = new(Product)
		}
		for i := range p.Listings {
			l := &p.Listings[i]
			want := asJSON(t, storedListing{Listing: *l, State: p.StateOf(l), Marks: l.groups()})
			e := encoder{}
			e.begin('{')
			e.listing(p, l)
			if e.end('}'); !bytes.Equal(e.b, want) {
				t.Fatalf("listing %d of product %d\ngot  %s\nwant %s", i, n, e.b, want)
			}
		}
		p.Listings = nil
		if got, want := p.Encode(), asJSON(t, (*plainProduct)(p)); !bytes.Equal(got, want) {
			t.Fatalf("product %d\ngot  %s\nwant %s", n, got, want)
		}
	}
}

func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

func BenchmarkEncode(b *testing.B) {
	p := whole(b)
	for b.Loop() {
		p.Encode()
	}
}
