package catalog

import "testing"

func TestLacks(t *testing.T) {
	named := &Product{Title: "Mug", Handle: "mug", Variants: []Variant{{Price: Money{dec("5"), "USD"}}}}
	coded := &Product{Handle: "a-1", Variants: []Variant{{SKU: "A-1"}}}
	for _, test := range []struct {
		name     string
		products []*Product
		want     []string
	}{
		{"a handle made of the title is no code", []*Product{named, named, coded}, []string{"most-without-code"}},
		{"titles and prices", []*Product{coded, coded, named}, []string{"most-without-title", "most-without-price"}},
		{"half is not most", []*Product{named, coded}, nil},
		{"none", nil, nil},
	} {
		var one, two Lacks
		for i, p := range test.products {
			if i%2 == 0 {
				one.Add(made(p))
			} else {
				two.Add(made(p))
			}
		}
		one.Join(two)
		var got []string
		for _, p := range one.Problems("list.csv") {
			got = append(got, p.Code)
		}
		if len(got) != len(test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s: got %q, want %q", test.name, got, test.want)
			}
		}
	}
}

// made is the change that makes a product; one without an SKU is told by its title.
func made(p *Product) Change {
	return Change{Outcome: New, After: p, Made: true, Titled: p.Variants[0].SKU == ""}
}

// TestLacksOfTitledProducts: a handle of the file's own is a code, one that was made
// of the title is none; rows that stand apart make one product; 0 is no price.
func TestLacksOfTitledProducts(t *testing.T) {
	for _, test := range []struct {
		name       string
		importRows []ImportRow
		want       string
	}{
		{"titles", []ImportRow{row("a!2", "title", "Mug", "price", "5"), row("a!3", "title", "Cup", "price", "6")}, "most-without-code 2/2"},
		{"handles like titles", []ImportRow{row("a!2", "handle", "mug", "title", "Mug", "price", "5")}, ""},
		{
			"rows apart",
			[]ImportRow{row("a!2", "handle", "h1", "title", "Mug", "option1_name", "Size", "option1", "S"), row("a!3", "handle", "h2", "title", "Cup"), row("a!4", "handle", "h1", "option1_name", "Size", "option1", "L")},
			"most-without-price 3/3",
		},
		{"nothing but 0", []ImportRow{row("a!2", "sku", "A", "title", "Mug", "price", "0.00")}, "most-without-price 1/1"},
	} {
		var k Lacks
		for _, c := range new(shelf).run(t, test.importRows...) {
			k.Add(c)
		}
		got := ""
		for _, p := range k.Problems("a") {
			got += p.Code + " " + p.Args["count"] + "/" + p.Args["total"]
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestWhatLeadsComesFirst(t *testing.T) {
	var tally ProblemTally
	tally.Add(NewProblem("sku-duplicate", Blocked, FieldSKU), NewProblem("sku-duplicate", Blocked, FieldSKU), NewProblem("most-without-title", Warning, FieldTitle))
	if kinds := tally.Kinds(); kinds[0].Kind.Code != "most-without-title" {
		t.Errorf("%s comes first", kinds[0].Kind.Code)
	}
}

func TestIsPlaceholder(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "-": true, "N/A": true, "n/a.": true, " Does  not apply ": true, "None": true, "不适用": true, "(none)": true,
		"A-1": false, "0": false, "Nora": false, "Nonesuch": false, "No. 5": false, "NO": false,
	} {
		if got := IsPlaceholder(text); got != want {
			t.Errorf("IsPlaceholder(%q) = %v, want %v", text, got, want)
		}
	}
}
