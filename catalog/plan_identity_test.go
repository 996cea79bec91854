package catalog

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// TestPlanProductsWithoutName: a barcode that nobody has makes no product, nor does
// an SKU where the file is about products that are there. A new list without titles
// makes products, and says so.
func TestPlanProductsWithoutName(t *testing.T) {
	for _, tt := range []struct {
		name     string
		imported ImportRow
		alone    string // outcome and problem where nothing of the file is in the catalogue
		updates  string // where its other row is
		code     string
	}{
		{"a barcode alone", row("a!2", "gtin", "036000291452"), "refused product-unknown", "refused product-unknown", "036000291452"},
		{"a barcode and a price", row("a!2", "gtin", "0036000291452", "price", "3"), "refused product-unknown", "refused product-unknown", "0036000291452"},
		{"a handle and a brand", row("a!2", "handle", "Mug", "brand", "Alder"), "refused product-unknown", "refused product-unknown", "mug"},
		{"an SKU of a price list", row("a!2", "sku", "PU-9", "price", "7"), "new title-missing", "refused product-unknown", "PU-9"},
		{"a blank title", row("a!2", "sku", "PU-9", "title", "  "), "new title-missing", "refused product-unknown", "PU-9"},
		{"a title", row("a!2", "sku", "PU-9", "title", "Mug"), "new ", "new ", ""},
		{"a Chinese title", row("a!2", "sku", "PU-9", "title@zh-Hans", "杯子"), "new ", "new ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			told := func(c Change) string { return string(c.Outcome) + " " + codes(c.Problems) }
			c := (&shelf{}).run(t, tt.imported)[0]
			if got := told(c); got != tt.alone {
				t.Errorf("alone: got %s, want %s", got, tt.alone)
			}
			s := &shelf{}
			s.run(t, row("a!1", "sku", "PU-1", "title", "Cup"))
			c = s.run(t, tt.imported, row("a!3", "sku", "PU-1", "price", "5"))[0]
			if got := told(c); got != tt.updates {
				t.Errorf("beside a row that is known: got %s, want %s", got, tt.updates)
			}
			if tt.code == "" {
				return
			}
			if p := c.Problems[0]; p.Place != "a!2" || p.Args["code"] != tt.code || c.RefusedRows != 1 {
				t.Errorf("problem %+v of %d rows, want one of %s", p, c.RefusedRows, tt.code)
			}
		})
	}
}

// TestPlanKeepsBarcodesAsWritten: the same GTIN with other zeros says nothing new.
func TestPlanKeepsBarcodesAsWritten(t *testing.T) {
	for _, tt := range []struct{ have, text, want string }{
		{"036000291452", "0036000291452", "036000291452"},
		{"036000291452", "36000291452", "036000291452"},
		{"36000291452", "036000291452", "036000291452"}, // the one with its zeros is better
		{"036000291452", "4006381333931", "4006381333931"},
	} {
		s := &shelf{}
		s.run(t, row("a!2", "sku", "A1", "title", "Mug", "gtin", tt.have))
		s.run(t, row("b!2", "sku", "A1", "gtin", tt.text))
		if got := s.products[0].Variants[0].GTIN; got != tt.want {
			t.Errorf("%s over %s: got %s, want %s", tt.text, tt.have, got, tt.want)
		}
	}
}

// TestPlanRowsOfOneVariant: of two rows without an SKU that say different things of
// one variant the second is refused.
func TestPlanRowsOfOneVariant(t *testing.T) {
	size := func(place Place, pairs ...string) ImportRow {
		return row(place, append([]string{"handle", "tee", "title", "Tee"}, pairs...)...)
	}
	for _, tt := range []struct {
		name          string
		first, second ImportRow
		same          bool // import row
		want          string
		variants      int
	}{
		{"in one product", size("a!2", "option1", "S", "price", "5"), size("a!3", "option1", "s", "price", "6"), true, "variant-twice", 1},
		{"rows apart", size("a!2", "option1", "S", "price", "5"), size("a!9", "option1", "S", "price", "6"), false, "variant-twice", 1},
		{"the same again", size("a!2", "option1", "S", "price", "5"), size("a!9", "option1", "S", "price", "5.00"), false, "", 1},
		{"a barcode of a price list", row("a!2", "gtin", "036000291452", "title", "Tee", "price", "5"), row("a!9", "gtin", "036000291452", "price", "6"), false, "variant-twice", 1},
		{"with an SKU of its own", size("a!2", "option1", "S", "price", "5"), size("a!3", "option1", "S", "sku", "T-S", "price", "6"), true, "", 2},
		{"beside one with an SKU", size("a!2", "option1", "S", "sku", "T-S", "price", "5"), size("a!3", "option1", "S", "price", "6"), true, "variant-twice", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			importRows := []ImportRow{tt.first, tt.second}
			if tt.same {
				importRows[0].Variants = append(importRows[0].Variants, tt.second.Variants...)
				importRows = importRows[:1]
			}
			s := &shelf{}
			changes := s.run(t, importRows...)
			last := changes[len(changes)-1]
			if got := codes(last.Problems); got != tt.want || len(s.products[0].Variants) != tt.variants {
				t.Errorf("got %q and %d variants, want %q and %d", got, len(s.products[0].Variants), tt.want, tt.variants)
			}
			if tt.want != "" && (last.Problems[0].Args["first"] != "a!2" || last.RefusedRows != 1) {
				t.Errorf("problem %+v of %d rows", last.Problems[0], last.RefusedRows)
			}
			if got := s.products[0].Variants[0].Price.String(); got != "5 USD" {
				t.Errorf("the first row's price is %s", got)
			}
		})
	}
}

// counter counts what a run looks up.
type counter struct {
	shelf *shelf
	calls int
	keys  int
}

func (c *counter) find(ctx context.Context, keys []Key) (map[Key]*Product, error) {
	c.calls++
	c.keys += len(keys)
	return c.shelf.find(ctx, keys)
}

// TestPlanOfEqualTitles counts look-ups: they grow with the rows, not with the rows
// times the products of the same title, in one run and over several.
func TestPlanOfEqualTitles(t *testing.T) {
	const runs, rows = 3, 2000
	s := &shelf{}
	for run := range runs {
		c := &counter{shelf: s}
		var importRows []ImportRow
		for i := range rows {
			importRows = append(importRows, row("a!2", "sku", fmt.Sprint("S-", run, "-", i), "title", "Candle"))
		}
		var made []*Product
		for change, err := range Plan(t.Context(), each(importRows), c.find, Defaults{}) {
			if err != nil || change.Outcome != New {
				t.Fatalf("%s (%v): %v", change.Outcome, err, change.Problems)
			}
			made = append(made, change.After)
			s.put(change)
		}
		if limit := rows/planBatch + 40; c.calls > limit {
			t.Errorf("run %d: %d look-ups, want at most %d", run, c.calls, limit)
		}
		if limit := 3*rows + 2*(run+1)*rows + 2*mostSeries; c.keys > limit {
			t.Errorf("run %d: %d keys looked up, want at most %d", run, c.keys, limit)
		}
		if got, want := made[rows-1].Handle, fmt.Sprint("candle-", (run+1)*rows); got != want {
			t.Errorf("run %d: the last handle is %s, want %s", run, got, want)
		}
	}
	handles := map[string]bool{}
	for _, p := range s.products {
		handles[strings.ToLower(p.Handle)] = true
	}
	if len(handles) != runs*rows {
		t.Errorf("%d handles of %d products", len(handles), runs*rows)
	}
}

// TestPlanSeriesMeetsItsOwnNumbers: a number that the file gives to another product
// is not given away again, wherever in the file that is.
func TestPlanSeriesMeetsItsOwnNumbers(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!1", "sku", "O1", "title", "Candle 4"))
	changes := s.run(t,
		row("a!2", "sku", "A1", "title", "Candle"), row("a!3", "sku", "A2", "title", "Candle"),
		row("a!4", "sku", "A3", "title", "Wick", "handle", "CANDLE-3"), row("a!5", "sku", "A4", "title", "candle"),
		row("a!6", "sku", "A5", "title", "Candle"))
	var got []string
	for _, c := range changes {
		got = append(got, c.After.Handle)
	}
	if want := "candle candle-2 CANDLE-3 candle-5 candle-6"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestSourceChangedPerListing: a text in one language says nothing of how old the
// other is.
func TestSourceChangedPerListing(t *testing.T) {
	s := &shelf{}
	file := func(title, hans, hant string) ImportRow {
		return row("a!2", "sku", "A1", "title", title, "title@zh-Hans", hans, "title@zh-Hant", hant)
	}
	s.run(t, file("Maple Syrup", "枫糖浆", "楓糖漿"))
	s.run(t, file("Maple Syrup, dark", "深色枫糖浆", "楓糖漿"))
	p := s.products[0]
	if p.SourceChanged(p.Listing(SimplifiedChinese)) || !p.SourceChanged(p.Listing(TraditionalChinese)) {
		t.Errorf("source changed: %v in zh-Hans, %v in zh-Hant; want false, true",
			p.SourceChanged(p.Listing(SimplifiedChinese)), p.SourceChanged(p.Listing(TraditionalChinese)))
	}
}

// TestPlanRowsOfOneProductApart: of rows of one product that stand apart the first
// counts, as of those that stand together.
func TestPlanRowsOfOneProductApart(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!1", "handle", "tee", "title", "Old", "brand", "Old", "sku", "T-0"))
	changes := s.run(t,
		row("a!2", "handle", "tee", "title", "Tee", "sku", "T-S"),
		row("a!3", "handle", "mug", "title", "Mug", "sku", "M-1"),
		row("a!4", "handle", "tee", "title", "Tee, red", "brand", "Alder", "sku", "T-M"),
		row("a!5", "handle", "tee", "title", "Tee", "brand", "Alder", "sku", "T-L"))
	p := changes[3].After
	if p.Title != "Tee" || p.Brand != "Alder" || len(p.Variants) != 4 {
		t.Errorf("title %q, brand %q, %d variants; want those of the first row that has them, and all variants", p.Title, p.Brand, len(p.Variants))
	}
	if got := codes(changes[2].Problems); got != "rows-differ" || changes[2].Problems[0].Args["first"] != "Tee" || len(changes[3].Problems) != 0 {
		t.Errorf("problems %v and %v, want one rows-differ", changes[2].Problems, changes[3].Problems)
	}
}

// TestPlanKeepsHandles: a style number, and what a feed writes in lower case, find a
// product and leave its handle and options as they are written.
func TestPlanKeepsHandles(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!2", "handle", "Tee_One", "title", "Tee", "option1_name", "Color", "option1", "Red", "price", "5"))
	for _, d := range []ImportRow{
		row("b!2", "handle", "tee_one", "option1_name", "color", "option1", "Red", "price", "6"),
		row("c!2", "option1_name", "Color", "option1", "Red", "price", "7"),
	} {
		if d.Place == "c!2" {
			d.Code = Value{Text: "TEE_ONE"}
		}
		c := s.run(t, d)[0]
		if p := s.products[0]; c.Outcome != Changed || len(s.products) != 1 || p.Handle != "Tee_One" || p.Options[0] != "Color" || len(p.Variants) != 1 {
			t.Errorf("%s: %s, handle %s, options %v, %d variants", d.Place, c.Outcome, p.Handle, p.Options, len(p.Variants))
		}
	}
	// A product of before, whose handle was made of its style number.
	s.run(t, row("a!3", "handle", "st-1-main", "title", "Cap", "price", "5"))
	d := row("d!2", "price", "6")
	d.Code = Value{Text: "ST_1 Main"}
	if c := s.run(t, d)[0]; c.Outcome != Changed || c.After.Title != "Cap" {
		t.Errorf("a style number: %s %v", c.Outcome, c.Problems)
	}
}
