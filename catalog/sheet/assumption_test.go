package sheet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

var shop = catalog.Defaults{Currency: "USD", WeightUnit: "lb", LengthUnit: "in"}

// line is an assumption in one line: "currency USD shop 2: Price".
func line(a sheet.Assumption) string {
	head := strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", a.Kind, a.Value, a.From)), " ")
	if a.Count > 0 {
		head += fmt.Sprintf(" %d", a.Count)
	}
	if about := strings.Join(append(slices.Clone(a.Columns), a.Others...), ", "); about != "" {
		head += ": " + about
	}
	return head
}

func lines(all []sheet.Assumption) []string {
	var texts []string
	for _, a := range all {
		texts = append(texts, line(a))
	}
	return texts
}

// assumedLists are files with what is assumed about them, one a line.
var assumedLists = []struct{ name, csv, want string }{
	{"nothing names a unit", "name,price,cost,weight,length\nTee,20,8,300,30\nCap,15,,120,20\n", `
header 1
currency USD shop 3: price, cost
unit lb shop 2: weight
unit in shop 2: length`},
	{"the header names them", "SKU,Price (CAD),Weight (g)\nA,20,300\nB,$15,120 g\n", `
header 1
currency CAD header 1: Price (CAD)
unit g header 1: Weight (g)`},
	{"columns of their own", "SKU,Price,Currency,Weight,Weight unit\nA,20,EUR,3,kg\nB,15,EUR,4,\n", `
header 1
currency column 2: Price
unit lb shop 1: Weight
unit column 1: Weight`},
	{"one names it for the others", "SKU,Price (EUR),Compare at,Length (in)\nA,20,25,3\nB,15,,4\n", `
header 1
currency EUR header 2: Price (EUR)
currency price 1: Compare at
unit in header 2: Length (in)`},
	{"columns without a field", "SKU,Title,Mood,Created at\nA,Mug,calm,2026-01-01\n", `
header 1
kept 1: Mood
ignored 1: Created at`},
}

func TestAssumptions(t *testing.T) {
	for _, test := range assumedLists {
		t.Run(test.name, func(t *testing.T) {
			o := sheet.Options{Defaults: shop}
			_, b := importRows(t, writeCSV(t, "list.csv", test.csv), o)
			got, want := lines(b.Summary().Assumptions), strings.Split(strings.TrimSpace(test.want), "\n")
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			m, _, err := b.Guess(o)
			check(t, err)
			account, err := b.Account(m, o)
			check(t, err)
			if before := lines(account.Assumptions); !slices.Equal(before, want) {
				t.Errorf("before the import: got\n%s\nwant\n%s", strings.Join(before, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func TestSheetsThatAreNotReadAreAssumed(t *testing.T) {
	path := writeBook(t, bookSheet{name: "Mugs", rows: products}, bookSheet{name: "Terms", rows: [][]any{{"Terms of delivery"}}})
	_, b := importRows(t, path, sheet.Options{Defaults: shop})
	got := lines(b.Summary().Assumptions)
	for _, want := range []string{"sheet Mugs 1: Terms", "header 3"} {
		if !slices.Contains(got, want) {
			t.Errorf("got %q, want %q among them", got, want)
		}
	}
}

func TestEveryAssumptionHasACode(t *testing.T) {
	for _, test := range assumedLists {
		_, b := importRows(t, writeCSV(t, "list.csv", test.csv), sheet.Options{Defaults: shop})
		for _, a := range b.Summary().Assumptions {
			if code := a.Problem().Code; !slices.Contains(sheet.AssumptionCodes(), code) {
				t.Errorf("%s is not among the codes", code)
			}
		}
	}
}
