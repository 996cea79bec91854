package catalog

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
)

// shelf is the smallest thing that keeps products: enough to plan against.
type shelf struct {
	products []*Product
	asked    int   // look-ups
	ix       index // of all products
}

func (s *shelf) find(_ context.Context, keys []Key) (map[Key]*Product, error) {
	s.asked++
	found := map[Key]*Product{}
	if s.ix == nil {
		s.ix = index{}
		for _, p := range s.products {
			s.ix.add(p)
		}
	}
	for _, key := range keys {
		if p := s.ix[key]; p != nil {
			found[key] = p.Clone()
		}
	}
	return found, nil
}

func (s *shelf) put(c Change) {
	if c.Outcome != New && c.Outcome != Changed {
		return
	}
	if c.Before != nil {
		s.products = slices.DeleteFunc(s.products, func(p *Product) bool { return p.ID == c.Before.ID })
		s.ix = nil
	}
	if s.ix != nil {
		s.ix.add(c.After)
	}
	s.products = append(s.products, c.After)
}

// run plans import rows against the shelf and keeps what comes of it.
func (s *shelf) run(t *testing.T, importRows ...ImportRow) []Change {
	t.Helper()
	var changes []Change
	for c, err := range Plan(t.Context(), each(importRows), s.find, Defaults{Currency: "USD", WeightUnit: "g", LengthUnit: "cm"}) {
		if err != nil {
			t.Fatal(err)
		}
		s.put(c)
		changes = append(changes, c)
	}
	return changes
}

func each(importRows []ImportRow) iter.Seq2[ImportRow, error] {
	return func(yield func(ImportRow, error) bool) {
		for _, d := range importRows {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// row makes an import row of one row; fields are pairs of name and text.
func row(place Place, pairs ...string) ImportRow {
	d := ImportRow{Place: place, Rows: 1, Variants: []ImportVariant{{Place: place}}}
	for i := 0; i < len(pairs); i += 2 {
		v := Value{Field: Field(pairs[i]), Text: pairs[i+1], Place: place}
		info, ok := LookupField(v.Field)
		if !ok {
			panic("no field " + pairs[i])
		}
		if info.Level == VariantLevel {
			d.Variants[0].Values = append(d.Variants[0].Values, v)
		} else {
			d.Values = append(d.Values, v)
		}
	}
	return d
}

func outcomes(changes []Change) string {
	var words []string
	for _, c := range changes {
		words = append(words, string(c.Outcome))
	}
	return strings.Join(words, " ")
}

func codes(problems []Problem) string {
	var words []string
	for _, p := range problems {
		words = append(words, p.Code)
	}
	return strings.Join(words, " ")
}

func TestPlanNewChangedSame(t *testing.T) {
	s := &shelf{}
	first := s.run(t,
		row("a!2", "sku", "A1", "title", "Maple Syrup", "price", "12.99"),
		row("a!3", "sku", "A2", "title", "Honey", "price", "8"))
	if got := outcomes(first); got != "new new" {
		t.Fatalf("first import: %s", got)
	}
	again := s.run(t,
		row("a!2", "sku", "A1", "title", "Maple Syrup", "price", "12.99"),
		row("a!3", "sku", "A2", "title", "Honey", "price", "$8.50"))
	if got := outcomes(again); got != "same changed" {
		t.Fatalf("second import: %s", got)
	}
	got := fmt.Sprint(Diff(again[1].Before, again[1].After))
	if want := "[{price A2 8 USD 8.5 USD}]"; got != want {
		t.Errorf("diff = %s, want %s", got, want)
	}
}

func TestPlanLeavesAloneWhatTheSourceDoesNotTell(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!2", "sku", "A1", "title", "Maple Syrup", "price", "12.99", "title@zh-Hans", "枫糖浆", "brand", "Alder"))
	changes := s.run(t, row("b!9", "sku", "A1", "quantity", "7"))
	after := changes[0].After
	if after.Title != "Maple Syrup" || after.Brand != "Alder" || after.Listing(SimplifiedChinese).Title != "枫糖浆" {
		t.Errorf("an import of stock alone changed more: %+v", after)
	}
	if q := after.Variants[0].Quantity; q == nil || *q != 7 {
		t.Errorf("quantity = %v, want 7", q)
	}
}

func TestPlanMatches(t *testing.T) {
	tests := []struct {
		name        string
		first, then ImportRow
		want        string
	}{
		{"by SKU", row("a", "sku", "A1", "title", "Old"), row("b", "sku", "A1", "title", "New"), "changed"},
		{"by GTIN with a zero more", row("a", "sku", "A1", "gtin", "036000291452", "title", "Old"), row("b", "gtin", "0036000291452", "price", "3"), "changed"},
		{"by GTIN with a zero lost", row("a", "sku", "A1", "gtin", "036000291452", "title", "Old"), row("b", "gtin", "36000291452", "price", "3"), "changed"},
		{"by GTIN of 14 digits", row("a", "sku", "A1", "gtin", "96385074", "title", "Old"), row("b", "gtin", "00000096385074", "price", "3"), "changed"},
		{"by handle in another case", row("a", "handle", "Syrup", "title", "Old"), row("b", "handle", "syrup", "title", "New"), "changed"},
		{"by GTIN where no SKU is told", row("a", "sku", "A1", "gtin", "4006381333931", "title", "Old"), row("b", "gtin", "4006381333931", "title", "New"), "changed"},
		{"a reused barcode is no match", row("a", "sku", "A1", "gtin", "4006381333931", "title", "Old"), row("b", "sku", "B1", "gtin", "4006381333931", "title", "New"), "new"},
		{"zeros are no barcode", row("a", "gtin", "0000000000000", "title", "One"), row("b", "gtin", "0000000000000", "title", "Two"), "new"},
		{"by handle", row("a", "handle", "syrup", "title", "Old"), row("b", "handle", "syrup", "title", "New"), "changed"},
		{"by title where there is no code", row("a", "title", "Maple Syrup"), row("b", "title", "Maple  Syrup", "price", "3"), "changed"},
		{"another SKU is another product", row("a", "sku", "A1", "title", "Syrup"), row("b", "sku", "A2", "title", "Syrup"), "new"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &shelf{}
			s.run(t, tt.first)
			if got := outcomes(s.run(t, tt.then)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestPlanSameTitlesStayApart(t *testing.T) {
	s := &shelf{}
	file := []ImportRow{row("a!2", "title", "Honey", "price", "8"), row("a!3", "title", "Honey", "price", "9")}
	if got := outcomes(s.run(t, file...)); got != "new new" {
		t.Fatalf("first import: %s", got)
	}
	if got := outcomes(s.run(t, file...)); got != "same same" {
		t.Errorf("second import: %s", got)
	}
	if a, b := s.products[0].Handle, s.products[1].Handle; a != "honey" || b != "honey-2" {
		t.Errorf("handles %q, %q", a, b)
	}
}

func TestPlanRefuses(t *testing.T) {
	tests := []struct {
		name  string
		file  []ImportRow
		want  string
		codes string
	}{
		{"nothing to know it by", []ImportRow{row("a!2", "price", "3")}, "refused", "row-without-name"},
		{"a price that is none", []ImportRow{row("a!2", "sku", "A1", "title", "One", "price", "12..50")}, "refused", "price-unreadable"},
		{"a negative price", []ImportRow{row("a!2", "sku", "A1", "title", "One", "price", "-3")}, "refused", "price-negative"},
		{"half a piece", []ImportRow{row("a!2", "sku", "A1", "title", "One", "quantity", "1.5")}, "refused", "quantity-unreadable"},
		{"an SKU twice", []ImportRow{row("a!2", "sku", "A1", "title", "One"), row("a!3", "sku", "A1", "title", "Two")}, "new refused", "sku-taken"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changes := (&shelf{}).run(t, tt.file...)
			last := changes[len(changes)-1]
			if got := outcomes(changes); got != tt.want || codes(last.Problems) != tt.codes {
				t.Errorf("got %s (%s), want %s (%s)", got, codes(last.Problems), tt.want, tt.codes)
			}
			if last.RefusedRows != 1 || last.Problems[0].Place == "" {
				t.Errorf("a refusal without its row: %+v", last)
			}
		})
	}
}

func TestPlanLeavesOutWhatAShopCanSellWithout(t *testing.T) {
	c := (&shelf{}).run(t, row("a!2", "sku", "A1", "title", "Stone", "price", "ask us", "weight", "12 heaps", "cost", "1..5"))[0]
	if c.Outcome != New || c.RefusedRows != 0 || codes(c.Problems) != "price-unreadable measure-unreadable price-unreadable" || Worst(c.Problems) != Warning {
		t.Errorf("outcome %s, refused %d, problems %v", c.Outcome, c.RefusedRows, c.Problems)
	}
}

// TestPlanTellsOfAStockBelowZero: shops oversell, so that the row is taken.
func TestPlanTellsOfAStockBelowZero(t *testing.T) {
	for text, want := range map[string]string{"-3": "quantity-negative", "(2)": "quantity-negative", "0": "", "3": ""} {
		c := (&shelf{}).run(t, row("a!2", "sku", "A1", "title", "Stone", "quantity", text))[0]
		if c.Outcome != New || c.RefusedRows != 0 || codes(c.Problems) != want {
			t.Errorf("%s: outcome %s, refused %d, problems %v, want %q", text, c.Outcome, c.RefusedRows, c.Problems, want)
		}
	}
}

func TestPlanRefusesOneRowOfAProduct(t *testing.T) {
	d := row("a!2", "handle", "tee", "title", "Tee", "sku", "T-S", "option1_name", "Size", "option1", "S", "price", "20")
	d.Variants = append(d.Variants, row("a!3", "sku", "T-M", "option1", "M", "price", "2O.5O").Variants...)
	d.Rows = 2
	s := &shelf{}
	c := s.run(t, d)[0]
	if c.Outcome != New || c.RefusedRows != 1 || len(c.After.Variants) != 1 {
		t.Errorf("outcome %s, refused %d, variants %d; want new, 1, 1", c.Outcome, c.RefusedRows, len(c.After.Variants))
	}
	if p := c.Problems[0]; p.Code != "price-unreadable" || p.Place != "a!3" {
		t.Errorf("problem %+v", p)
	}
}

func TestPlanRefusesAnotherProductsSKU(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!2", "handle", "one", "title", "One", "sku", "X"), row("a!3", "handle", "two", "title", "Two", "sku", "Y"))
	d := row("b!2", "sku", "X", "title", "One")
	d.Variants = append(d.Variants, row("b!3", "sku", "Y").Variants...)
	c := s.run(t, d)[0]
	if c.RefusedRows != 1 || codes(c.Problems) != "sku-taken" {
		t.Errorf("refused %d (%s), want 1 (sku-taken)", c.RefusedRows, codes(c.Problems))
	}
}

func TestPlanKeepsWhatAPersonWrote(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!2", "sku", "A1", "title", "Maple Syrup", "title@zh-Hans", "枫糖浆"))
	l := s.products[0].Listing(SimplifiedChinese)
	if s.products[0].State(SimplifiedChinese) != StateImported || s.products[0].SourceChanged(l) {
		t.Errorf("state %q, source changed %v", s.products[0].State(SimplifiedChinese), s.products[0].SourceChanged(l))
	}
	s.run(t, row("a!2", "sku", "A1", "title", "Maple Syrup, dark"))
	p := s.products[0]
	if l := p.Listing(SimplifiedChinese); l.Title != "枫糖浆" || !p.SourceChanged(l) {
		t.Errorf("title %q, source changed %v; want 枫糖浆, true", l.Title, p.SourceChanged(l))
	}
}

func TestPlanAsksOncePerBatch(t *testing.T) {
	s := &shelf{}
	var file []ImportRow
	for i := range 3 * planBatch {
		file = append(file, row(Place(fmt.Sprint(i)), "sku", fmt.Sprint("S", i), "title", fmt.Sprint("Product ", i)))
	}
	s.run(t, file...)
	if s.asked > 4 {
		t.Errorf("%d look-ups for 3 batches", s.asked)
	}
}

func TestPlanEndsWithTheSourcesError(t *testing.T) {
	broken := errors.New("the file ends in the middle")
	importRows := func(yield func(ImportRow, error) bool) {
		_ = yield(row("a!2", "sku", "A1", "title", "One"), nil) && yield(ImportRow{}, broken)
	}
	var last error
	for _, err := range Plan(t.Context(), importRows, (&shelf{}).find, Defaults{}) {
		last = err
	}
	if !errors.Is(last, broken) {
		t.Errorf("got %v, want %v", last, broken)
	}
}

func TestVariantPicturesMayBeShared(t *testing.T) {
	d := row("a!2", "handle", "tee", "title", "Tee", "sku", "T-S", "option1", "S")
	d.Variants[0].Image = "red.jpg"
	d.Variants = append(d.Variants, ImportVariant{Place: "a!3", Image: "red.jpg", Values: []Value{{Field: FieldSKU, Text: "T-M", Place: "a!3"}}})
	p := (&shelf{}).run(t, d)[0].After
	if len(p.Images) != 1 || len(p.Images[0].Variants) != 2 {
		t.Errorf("images %+v", p.Images)
	}
}

// TestWholeGrams: a source that rounds to grams does not change what it rounds to.
func TestWholeGrams(t *testing.T) {
	for _, tt := range []struct {
		have, text string
		whole      bool
		want       string
	}{
		{"5.25 oz", "5.26 oz", true, "5.25 oz"},
		{"5.25 oz", "149 g", true, "5.25 oz"},
		{"5.25 oz", "150 g", true, "150 g"},
		{"5.25 oz", "149 g", false, "149 g"},
		{"", "149 g", true, "149 g"},
	} {
		v := Variant{}
		if tt.have != "" {
			v.Weight = measureOf(t, tt.have)
		}
		p := &Product{Variants: []Variant{v}}
		m := merger{product: p, planner: &planner{}, change: &Change{}}
		info, _ := LookupField(FieldWeight)
		m.set(info, &p.Variants[0], Value{Field: FieldWeight, Text: tt.text, WholeGrams: tt.whole})
		if got := p.Variants[0].Weight.String(); got != tt.want {
			t.Errorf("%q over %q: got %q, want %q", tt.text, tt.have, got, tt.want)
		}
	}
}

func measureOf(t *testing.T, s string) Measure {
	t.Helper()
	m, err := ParseMeasure(s, "")
	if err != nil {
		t.Fatal(err)
	}
	return m
}
