package storetest

import (
	"reflect"
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

var bazaar = catalog.ChannelNamed("bazaar")

func sources() []store.SourceVersions {
	return []store.SourceVersions{{Source: bazaar, Versions: catalog.Versions{"spec": "1"}}}
}

// evaluate blocks products without a brand.
func evaluate(p *catalog.Product) []catalog.Evaluation {
	e := catalog.Evaluation{Source: bazaar, Coverage: catalog.Coverage{{Filled: 1, Of: 2}}}
	if p.Brand == "" {
		e.Problems = []catalog.Problem{catalog.NewProblem("value-missing", catalog.Blocked, catalog.FieldBrand, "column", "brand", "sku", p.SKUs()[0])}
	}
	return []catalog.Evaluation{e}
}

// catchUp evaluates what is pending and returns how much it was.
func catchUp(t *testing.T, s Store) (evaluated int) {
	t.Helper()
	if err := s.UseSources(t.Context(), sources()); err != nil {
		t.Fatal(err)
	}
	for {
		list, err := s.PendingProducts(t.Context(), 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) == 0 {
			return evaluated
		}
		var found []store.ProductFindings
		for _, one := range list {
			f := store.ProductFindings{Place: one.Place, Entry: one.Entry, Gone: one.Gone}
			if one.Product != nil {
				f.Evaluations = evaluate(one.Product)
			}
			found = append(found, f)
		}
		if err := s.WriteFindings(t.Context(), sources(), found); err != nil {
			t.Fatal(err)
		}
		evaluated += len(list)
	}
}

func testFindings(t *testing.T, s Store) {
	products := filled(t, s)
	if n := catchUp(t, s); n != 4 {
		t.Errorf("%d products were pending after they came, want 4", n)
	}
	apply(t, s, store.KindEdit, edited(products[0], func(p *catalog.Product) { p.Brand = "" }))
	states, err := s.States(t.Context(), []catalog.ID{products[0].ID, products[1].ID})
	if want := map[catalog.ID][]catalog.Readiness{products[1].ID: {catalog.Ready}}; err != nil || !reflect.DeepEqual(states, want) {
		t.Errorf("states %v, %v; want those of what is not pending, %v", states, err, want)
	}
	if n := catchUp(t, s); n != 1 {
		t.Errorf("%d products were pending after an edit, want 1", n)
	}
	sum, err := s.Summarize(t.Context(), catalog.Filter{})
	if err != nil || sum.Blocked != 2 || sum.Ready != 2 || sum.Sources[0].Coverage[0] != (catalog.Filled{Filled: 4, Of: 8}) {
		t.Fatalf("summary %+v, %v", sum, err)
	}
	kinds := sum.Kinds()
	if len(kinds) != 1 || kinds[0].Count != 2 || kinds[0].First.Args["sku"] != "A-1" || kinds[0].Product != products[0].ID {
		t.Fatalf("kinds %+v", kinds)
	}
	blocked := catalog.Filter{Findings: []catalog.FindingFilter{{Problem: kinds[0].Kind}}}
	var ids []catalog.ID
	for f, err := range s.Found(t.Context(), blocked) {
		if err != nil || f.Pending || len(f.Evaluations) != 1 || len(f.Evaluations[0].Problems) != 1 {
			t.Errorf("found %+v, %v", f, err)
		}
		ids = append(ids, f.ID)
	}
	if want := []catalog.ID{products[0].ID, products[3].ID}; !slices.Equal(ids, want) {
		t.Errorf("with the problem are %v, want %v", ids, want)
	}
	if n, err := s.Count(t.Context(), blocked); err != nil || n != 2 {
		t.Errorf("%d counted, %v", n, err)
	}
}

func testDerived(t *testing.T, s Store) {
	products := filled(t, s)
	before := dump(t, s)
	entry, err := s.NewestEntry(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	catchUp(t, s)
	if err := s.ForgetFindings(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := catchUp(t, s); n != len(products) {
		t.Errorf("%d products were pending after all was forgotten, want %d", n, len(products))
	}
	if newest, err := s.NewestEntry(t.Context()); err != nil || newest != entry || dump(t, s) != before {
		t.Errorf("findings are in the history, entry %d after %d, or in the dump; %v", newest, entry, err)
	}
}
