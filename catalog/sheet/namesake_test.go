package sheet_test

import (
	"strings"
	"testing"

	"tradewind.app/catalog/sheet"
)

// TestNamesakes tells of columns with one name, and which of them counts.
func TestNamesakes(t *testing.T) {
	for _, test := range []struct{ header, want string }{
		{"SKU,Title,Title,Price,Price", "title: B before C, price: D before E"},
		{"SKU,Title,Price,Care,care ", "attr.Care: D before E"},
		{"SKU;Title;Price (USD);Price (EUR);Price (USD)", "price: C before E"},
		{"SKU,Title,Image,Image,Price", ""},
		{"SKU,Title,Price,,", ""},
	} {
		b, err := openBook(t, writeCSV(t, "list.csv", test.header+"\n"+strings.NewReplacer("SKU", "A-1", "Title", "Mug", "Image", "https://x.example/a.jpg", "(USD)", "", "(EUR)", "", "Price", "5", "Care", "dry", "care", "wet").Replace(test.header)+"\n"), sheet.Options{})
		check(t, err)
		_, problems, err := b.Guess(sheet.Options{})
		check(t, err)
		var told []string
		for _, p := range problems {
			if p.Code == "columns-same-name" {
				told = append(told, p.Field+": "+p.Args["taken"]+" before "+p.Args["others"])
			}
		}
		if got := strings.Join(told, ", "); got != test.want {
			t.Errorf("%s: got %q, want %q", test.header, got, test.want)
		}
	}
}
