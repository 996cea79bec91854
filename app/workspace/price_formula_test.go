package workspace_test

import (
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// change is a change of prices that is known to be one.
func change(s string) workspace.PriceChange {
	c, err := workspace.ParsePriceChange(s, workspace.ByPercent)
	if err != nil {
		panic(err)
	}
	return c
}

func TestParsePriceChange(t *testing.T) {
	tests := []struct {
		text      string
		otherwise workspace.ChangeBy
		by        workspace.ChangeBy
		want      string
	}{
		{"+8%", workspace.ByAmount, workspace.ByPercent, "+8%"},
		{"-10 %", workspace.ByAmount, workspace.ByPercent, "-10%"},
		{"8%", workspace.ByFactor, workspace.ByPercent, "+8%"},
		{"−7,5％", workspace.ByAmount, workspace.ByPercent, "-7.5%"},
		{"x1.08", workspace.ByPercent, workspace.ByFactor, "x1.08"},
		{"× 1.08", workspace.ByPercent, workspace.ByFactor, "x1.08"},
		{"*2", workspace.ByPercent, workspace.ByFactor, "x2"},
		{"1.08x", workspace.ByPercent, workspace.ByFactor, "x1.08"},
		{"+2.50", workspace.ByPercent, workspace.ByAmount, "+2.5"},
		{"-3", workspace.ByPercent, workspace.ByAmount, "-3"},
		{"＋２．５０", workspace.ByPercent, workspace.ByAmount, "+2.5"},
		{"8", workspace.ByPercent, workspace.ByPercent, "+8%"},
		{"8", workspace.ByAmount, workspace.ByAmount, "+8"},
		{"1.08", workspace.ByFactor, workspace.ByFactor, "x1.08"},
	}
	for _, tt := range tests {
		c, err := workspace.ParsePriceChange(tt.text, tt.otherwise)
		if err != nil || c.By != tt.by || c.String() != tt.want {
			t.Errorf("%q: got %s (%s), %v; want %s (%s)", tt.text, c, c.By, err, tt.want, tt.by)
		}
	}
	for _, text := range []string{"", "a lot", "x", "%", "x0", "x-2", "-100%", "-250 %", "+-8", "x8%", "8%%", "1e9999999"} {
		if c, err := workspace.ParsePriceChange(text, workspace.ByPercent); err == nil {
			t.Errorf("%q is understood as %s", text, c)
		}
	}
}

func TestPriceFormula(t *testing.T) {
	tests := []struct {
		price  string
		change string
		ending workspace.PriceEnding
		up     bool
		want   string // a code where the price stays
	}{
		{"28.00 USD", "x1.08", "9", false, "29 USD"}, // 30.24; it once became 39
		{"28.00 USD", "+8%", "9", true, "39 USD"},    // asked for
		{"28.00 USD", "+8%", "", false, "30.24 USD"},
		{"28.00 USD", "+8%", ".99", false, "29.99 USD"},
		{"28.00 USD", "+8%", ".99", true, "30.99 USD"},
		{"28.00 USD", "+8%", ".95", false, "29.95 USD"},
		{"28.00 USD", "+8%", ".90", true, "30.9 USD"},
		{"28.00 USD", "+8%", ".00", false, "30 USD"},
		{"28.00 USD", "+8%", ".00", true, "31 USD"},
		{"28.00 USD", "-10%", "", false, "25.2 USD"},
		{"28.00 USD", "+2.50", "", false, "30.5 USD"},
		{"12.40 USD", "x7.18", "", false, "89.03 USD"},
		{"19.99 USD", "+0%", ".99", true, "19.99 USD"},  // has it already
		{"20.49 USD", "+0%", ".99", false, "20.99 USD"}, // as near to 19.99: the higher
		{"20.48 USD", "+0%", ".99", false, "19.99 USD"},
		{"0.05 USD", "+10%", "", false, "0.06 USD"}, // 0.055
		{"199 CNY", "+10%", "9", false, "219 CNY"},
		{"3 CNY", "+0%", "9", false, "9 CNY"}, // none is below the first
		{"1234 JPY", "x1.1", "", false, "1357 JPY"},
		{"1234 JPY", "x1.1", "9", true, "1359 JPY"},
		{"1234 JPY", "x1.1", ".00", false, "1357 JPY"},
		{"1234 JPY", "x1.1", ".99", false, "price-ending"},
		{"5 USD", "-9", "", false, "price-not-positive"},
		{"5 USD", "-5", ".99", false, "price-not-positive"},
		{"0.01 USD", "-80%", "", false, "price-not-positive"}, // 0.002 is no coin
		{"0 USD", "+8%", "", false, "0 USD"},
		{"0 USD", "+8%", ".99", false, "0 USD"}, // what is free stays free
		{"0.10 USD", "+0%", ".00", false, "1 USD"},
		{"333333333333333333.33 USD", "+8%", "", false, "360000000000000000 USD"},
	}
	for _, tt := range tests {
		m, err := catalog.ParseMoney(tt.price, "USD")
		if err != nil {
			t.Fatal(err)
		}
		is, problems := workspace.PriceFormula{Change: change(tt.change), Ending: tt.ending, Up: tt.up}.Of(catalog.FieldPrice, m)
		got := is.String()
		if len(problems) > 0 {
			if got != m.String() {
				t.Errorf("%s %s: refused, and became %s", tt.price, tt.change, got)
			}
			got = problems[0].Code
		}
		if got != tt.want {
			t.Errorf("%s %s, ending %q, up %v: got %s, want %s", tt.price, tt.change, tt.ending, tt.up, got, tt.want)
		}
	}
}

// TestBulkTellsLargeChanges: what changes by more than 20 % is counted and comes
// first in the preview, wherever it stands.
func TestBulkTellsLargeChanges(t *testing.T) {
	w := bulkShop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "more.csv", "sku,title,price\nA-4,Zinc Pin,1.00\n")})
	edit := workspace.BulkEdit{Field: "price", Op: workspace.BulkFormula, Formula: workspace.PriceFormula{Change: change("+2")}}
	result, rows, err := w.PreviewBulk(t.Context(), all(t, w), edit, 1)
	if err != nil || result.Changed != 3 || result.Large != 1 {
		t.Fatalf("got %+v, %v; want 3 changed, 1 of them much", result, err)
	}
	if got := rows[0]; got.SKU != "A-4" || got.Percent != "200.0" || !got.Large || got.After != "3 USD" {
		t.Errorf("the first row is %+v, want A-4 by 200 %%", got)
	}
	edit.Formula.Change = change("-13")
	result, rows, err = w.PreviewBulk(t.Context(), all(t, w), edit, 10)
	if err != nil || result.Changed != 1 || result.Refused != 2 || rows[1].Percent != "-19.1" || rows[1].Large {
		t.Errorf("got %+v, %+v, %v; want the two cheap ones to stay", result, rows, err)
	}
	if done, err := w.Bulk(t.Context(), all(t, w), edit, nil); err != nil || done.Changed != 1 {
		t.Errorf("done %+v, %v", done, err)
	}
}
