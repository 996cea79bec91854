package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
)

var (
	bazaar = catalog.ChannelNamed("bazaar")
	law    = catalog.FindingSource{Kind: catalog.CheckSource, Name: "law"}
)

func twoSources(version string) []SourceVersions {
	return []SourceVersions{
		{bazaar, catalog.Versions{"program": "1", "spec": version}},
		{law, catalog.Versions{"program": "1"}},
	}
}

// evaluate is a source of findings for tests: they depend on the product alone.
func evaluate(p *catalog.Product) []catalog.Evaluation {
	sale := catalog.Evaluation{Source: bazaar, Coverage: catalog.Coverage{{Filled: len(p.Variants), Of: 7}, {Filled: 1, Of: 2}}}
	for _, v := range p.Variants {
		if len(p.Title)%2 == 0 {
			sale.Problems = append(sale.Problems, catalog.NewProblem("value-missing", catalog.Blocked, catalog.FieldPrice, "column", "price", "sku", v.SKU))
		}
	}
	if len(p.Title)%3 == 0 {
		sale.Problems = append(sale.Problems, catalog.NewProblem("title-too-long", catalog.Warning, catalog.FieldTitle, "max", "9", "length", fmt.Sprint(len(p.Title))).WithFix(p.Title[:1]))
	}
	lawful := catalog.Evaluation{Source: law}
	if strings.Contains(p.Title, "a") {
		lawful.Problems = append(lawful.Problems, catalog.NewProblem("word-forbidden", catalog.Warning, catalog.FieldTitle, "value", p.Title).At("a.csv:1"))
	}
	return []catalog.Evaluation{sale, lawful}
}

// catchUp evaluates all that is pending, a few products at a time.
func catchUp(t testing.TB, s *Store, sources []SourceVersions) {
	t.Helper()
	if err := s.UseSources(t.Context(), sources); err != nil {
		t.Fatal(err)
	}
	for {
		list, err := s.PendingProducts(t.Context(), 7)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) == 0 {
			return
		}
		var found []ProductFindings
		for _, one := range list {
			f := ProductFindings{Place: one.Place, Entry: one.Entry, Gone: one.Gone, Unreadable: one.Product == nil}
			if one.Product != nil {
				f.Evaluations = evaluate(one.Product)
			}
			found = append(found, f)
		}
		if err := s.WriteFindings(t.Context(), sources, found); err != nil {
			t.Fatal(err)
		}
	}
}

// checkFound compares what is stored with what the products are.
func checkFound(t *testing.T, s *Store) {
	t.Helper()
	var got, want [][]catalog.Evaluation
	sum := catalog.NewSummary([]catalog.FindingSource{bazaar, law})
	for _, p := range all(t, s, catalog.Filter{}) {
		want = append(want, evaluate(p))
		e := evaluate(p)
		sum.Add([]catalog.Outline{e[0].Outline(), e[1].Outline()}, 1, false)
	}
	for f, err := range s.Found(t.Context(), catalog.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if f.Pending || f.Handle == "" {
			t.Errorf("product %q: pending is %v", f.Handle, f.Pending)
		}
		got = append(got, f.Evaluations)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("stored: %v\nwant:   %v", got, want)
	}
	stored, err := s.Summarize(t.Context(), catalog.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if stored.ReadinessCounts != sum.ReadinessCounts || stored.Able != sum.Able || !reflect.DeepEqual(stored.Sources, sum.Sources) {
		t.Errorf("got %+v\nwant %+v", stored, sum)
	}
	kinds := stored.Kinds()
	for i, k := range sum.Kinds() {
		if kinds[i].Kind != k.Kind || kinds[i].Count != k.Count || catalog.KindOf(kinds[i].First) != k.Kind || kinds[i].Product == "" {
			t.Errorf("got %+v, want %+v", kinds[i], k)
		}
		checkFilter(t, s, catalog.FindingFilter{Problem: k.Kind})
	}
	for _, f := range []catalog.FindingFilter{
		{State: catalog.NotReady}, {Channel: "bazaar", State: catalog.Ready}, {Channel: "bazaar", State: catalog.Unready}, {Channel: "nobody"}, {},
	} {
		checkFilter(t, s, f)
	}
}

// checkFilter compares a filter in SQL with one in Go, as a list, a count and a page.
func checkFilter(t *testing.T, s *Store, f catalog.FindingFilter) {
	t.Helper()
	var want []catalog.ID
	for _, p := range all(t, s, catalog.Filter{}) {
		if slices.ContainsFunc(evaluate(p), func(e catalog.Evaluation) bool {
			return f.Matches(e.Source, e.Readiness(), e.Outline().Kinds)
		}) {
			want = append(want, p.ID)
		}
	}
	filter := catalog.Filter{Findings: []catalog.FindingFilter{f}}
	var got []catalog.ID
	for _, p := range all(t, s, filter) {
		got = append(got, p.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v: %d products, want %d", f, len(got), len(want))
	}
	if n, err := s.Count(t.Context(), filter); err != nil || n != len(want) {
		t.Errorf("%+v: counted %d, %v; want %d", f, n, err, len(want))
	}
	page, err := s.Page(t.Context(), PageQuery{Filter: filter, Sort: catalog.Sort{Field: catalog.FieldTitle}, Limit: 5})
	if err != nil || len(page.Rows) != min(5, len(want)) {
		t.Errorf("%+v: a page of %d rows, %v; want %d", f, len(page.Rows), err, min(5, len(want)))
	}
	if sum, err := s.Summarize(t.Context(), filter); err != nil || sum.Products != len(want) {
		t.Errorf("%+v: a summary of %d products, %v; want %d", f, sum.Products, err, len(want))
	}
}

func pending(t testing.TB, s *Store) int {
	t.Helper()
	state, err := s.FindingsState(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return state.Pending
}

// TestFindingsFollowProducts writes at random: what was written is pending and nothing
// more, and what is stored after that is what the products are.
func TestFindingsFollowProducts(t *testing.T) {
	s := emptyStore(t)
	random := rand.New(rand.NewPCG(3, 5))
	apply(t, s, KindImport, news(newGenerator(4).products(40)...)...)
	if got := pending(t, s); got != 40 {
		t.Fatalf("%d products are pending after an import, want 40", got)
	}
	catchUp(t, s, twoSources("1"))
	checkFound(t, s)
	var last Entry
	for range 12 {
		products := all(t, s, catalog.Filter{})
		p := products[random.IntN(len(products))]
		want := 1
		switch random.IntN(3) {
		case 0:
			last = apply(t, s, KindEdit, edited(p, func(p *catalog.Product) { p.Title += strings.Repeat("a", 1+random.IntN(5)) }))
		case 1:
			last = apply(t, s, KindDelete, catalog.Change{Outcome: catalog.Deleted, Before: p})
		default:
			if last.ID == "" {
				continue
			}
			if _, err := s.Undo(t.Context(), last.ID, nil); err != nil {
				t.Fatal(err)
			}
			last = Entry{}
		}
		if got := pending(t, s); got != want {
			t.Fatalf("%d products are pending, want %d", got, want)
		}
		catchUp(t, s, twoSources("1"))
		checkFound(t, s)
	}
	r, err := s.Check(t.Context(), nil)
	if err != nil || len(r.Findings) != 0 {
		t.Errorf("the catalogue has flaws: %v, %v", r.Findings, err)
	}
}

// TestFindingsOfOtherVersions: a dependency that changed makes every product pending,
// and what is evaluated by the old one is not written any more.
func TestFindingsOfOtherVersions(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(9)...)...)
	catchUp(t, s, twoSources("1"))
	steps := []struct {
		what    string
		sources []SourceVersions
		want    int
	}{
		{"the same", twoSources("1"), 0},
		{"one source less", twoSources("1")[:1], 0},
		{"a source that was left out", twoSources("1"), 9},
		{"another spec", twoSources("2"), 9},
	}
	for _, step := range steps {
		if err := s.UseSources(t.Context(), step.sources); err != nil {
			t.Fatal(err)
		}
		if got := pending(t, s); got != step.want {
			t.Errorf("%s: %d products are pending, want %d", step.what, got, step.want)
		}
		catchUp(t, s, step.sources)
	}
	if err := s.WriteFindings(t.Context(), twoSources("1"), nil); !errors.Is(err, ErrStale) {
		t.Errorf("findings of an older version: %v, want ErrStale", err)
	}
	checkFound(t, s)
	before := dump(t, s)
	if err := s.ForgetFindings(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := pending(t, s); got != 9 {
		t.Errorf("%d products are pending after all was forgotten, want 9", got)
	}
	catchUp(t, s, twoSources("2"))
	checkFound(t, s)
	if after := dump(t, s); after != before {
		t.Error("findings changed the dump")
	}
}

// TestWrittenMeanwhile: what changes between the evaluation and the writing of its
// findings remains pending.
func TestWrittenMeanwhile(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(3)...)...)
	sources := twoSources("1")
	if err := s.UseSources(t.Context(), sources); err != nil {
		t.Fatal(err)
	}
	list, err := s.PendingProducts(t.Context(), 10)
	if err != nil || len(list) != 3 {
		t.Fatal(list, err)
	}
	apply(t, s, KindEdit, edited(list[1].Product, func(p *catalog.Product) { p.Title = "Meanwhile" }))
	var found []ProductFindings
	for _, one := range list {
		found = append(found, ProductFindings{Place: one.Place, Entry: one.Entry, Evaluations: evaluate(one.Product)})
	}
	if err := s.WriteFindings(t.Context(), sources, found); err != nil {
		t.Fatal(err)
	}
	if got := pending(t, s); got != 1 {
		t.Errorf("%d products are pending, want the one that was written meanwhile", got)
	}
	states, err := s.States(t.Context(), []catalog.ID{list[0].Product.ID, list[1].Product.ID})
	if err != nil || len(states) != 1 || len(states[list[0].Product.ID]) != 2 {
		t.Errorf("states are %v, %v; want those of the product that is not pending", states, err)
	}
}

// TestSharedKeys: who takes up a value or lets go of it makes those pending who come
// after it and share the value.
func TestSharedKeys(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(4)...)...)
	sources := twoSources("1")
	if err := s.UseSources(t.Context(), sources); err != nil {
		t.Fatal(err)
	}
	places := map[int]int64{}
	write := func(n int, keys ...uint32) {
		t.Helper()
		if err := s.WriteFindings(t.Context(), sources, []ProductFindings{{Place: places[n], Entry: 1 << 40, Keys: keys}}); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.PendingProducts(t.Context(), 10)
	if err != nil {
		t.Fatal(err)
	}
	for i, one := range list {
		places[i] = one.Place
	}
	for i := range 4 {
		write(i, uint32(i), 4_000_000_000)
	}
	if got := pending(t, s); got != 0 {
		t.Fatalf("%d are pending, want none: each came after those that it shares a value with", got)
	}
	steps := []struct {
		what string
		do   func()
		want []int64
	}{
		{"a key that nobody shares", func() { write(1, 9, 4_000_000_000) }, nil},
		{"a key of a later product", func() { write(1, 3, 4_000_000_000) }, []int64{places[3]}},
		{"letting go of a key", func() { write(1, 3) }, []int64{places[2], places[3]}},
		{"a key of an earlier product", func() { write(3, 0) }, nil},
	}
	for _, step := range steps {
		step.do()
		var got []int64
		list, err := s.PendingProducts(t.Context(), 10)
		if err != nil {
			t.Fatal(err)
		}
		for i, one := range list {
			got = append(got, one.Place)
			write(slices.Index([]int64{places[0], places[1], places[2], places[3]}, one.Place), []uint32{uint32(i)}...)
		}
		if !slices.Equal(got, step.want) {
			t.Errorf("%s: %v are pending, want %v", step.what, got, step.want)
		}
		for i, keys := range [][]uint32{{0, 4_000_000_000}, nil, {2, 4_000_000_000}, {3, 4_000_000_000}} {
			if i != 1 {
				write(i, keys...)
			}
		}
		for list, _ := s.PendingProducts(t.Context(), 10); len(list) > 0; list, _ = s.PendingProducts(t.Context(), 10) {
			for _, one := range list {
				if err := s.WriteFindings(t.Context(), sources, []ProductFindings{{Place: one.Place, Entry: 1 << 40, Keys: keysOf(t, s, one.Place)}}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	sharing, err := s.Sharing(t.Context(), []uint32{4_000_000_000, 77})
	if want := []int64{places[0], places[2], places[3]}; err != nil || len(sharing) != 1 || !slices.Equal(sharing[4_000_000_000], want) {
		t.Errorf("%v share a value, %v; want %v", sharing, err, want)
	}
}

func keysOf(t *testing.T, s *Store, place int64) []uint32 {
	t.Helper()
	var b []byte
	if err := s.reader.QueryRow(`SELECT keys FROM finding WHERE product = ?`, place).Scan(&b); err != nil {
		t.Fatal(err)
	}
	return unpackKeys(b)
}

// TestFindingsAreReadByAnother: a process that only reads sees findings and what is
// pending as they are.
func TestFindingsAreReadByAnother(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s := createAt(t, path)
	apply(t, s, KindImport, news(samples(5)...)...)
	catchUp(t, s, twoSources("1"))
	apply(t, s, KindEdit, edited(all(t, s, catalog.Filter{})[2], func(p *catalog.Product) { p.Title = "Another" }))
	r, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	got, err := r.FindingsState(t.Context())
	if err != nil || got.Pending != 1 || !SameSources(got.Sources, twoSources("1")) {
		t.Errorf("the reader sees %+v, %v; want one that is pending", got, err)
	}
	if err := r.UseSources(t.Context(), twoSources("2")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("the reader writes: %v", err)
	}
}

func TestUnpackDamaged(t *testing.T) {
	whole := packTexts([]string{"a", "b", strings.Repeat("long ", 50), "a"})
	for i := range whole {
		for _, bit := range []byte{1, 16, 128} {
			b := slices.Clone(whole)
			b[i] ^= bit
			if _, err := unpackTexts(b); err != nil && !errors.Is(err, errFindings) {
				t.Errorf("byte %d: %v", i, err)
			}
		}
		if _, err := unpackTexts(whole[:i]); i > 0 && err == nil {
			t.Errorf("cut at %d: no error", i)
		}
	}
	if got, err := unpackTexts(whole); err != nil || len(got) != 4 || got[3] != "a" {
		t.Errorf("whole: %q, %v", got, err)
	}
}
