package workspace_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// brandSpec is a channel on which no two products may have the same brand.
const brandSpec = `name = "brands"
title = { en = "Brands" }
locale = "en"
currency = "USD"
source = "a test's rules"
checked = 2026-11-01
version = "1"
rows = "product"
[[files]]
name = "brands.csv"
format = "csv"
header = ["{name}"]
[[columns]]
name = "brand"
from = "brand"
unique = true
tier = "required"
max = "6 characters"
[[columns]]
name = "material"
from = "material"
tier = "recommended"
`

// brandShop is the sample shop with the channel of brandSpec.
func brandShop(t *testing.T) *workspace.Workspace {
	t.Helper()
	options := workspace.Options{Assets: assets.FS, Specs: fstest.MapFS{"brands.toml": {Data: []byte(brandSpec)}}}
	w, err := workspace.Create(t.Context(), filepath.Join(t.TempDir(), "shop.tradewind"), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// recheck brings what is stored up to date and reads it.
func recheck(t *testing.T, w *workspace.Workspace) workspace.Survey {
	t.Helper()
	if _, err := w.Recheck(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	s, err := w.Survey(t.Context(), catalog.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if !s.IsUpToDate() {
		t.Fatalf("after a recheck the findings are %+v", s.Freshness)
	}
	return s
}

// found lists the products that a filter by findings chooses.
func found(t *testing.T, w *workspace.Workspace, f catalog.FindingFilter) []catalog.ID {
	t.Helper()
	ids, err := w.IDs(t.Context(), catalog.Filter{Findings: []catalog.FindingFilter{f}}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// sameSurvey compares surveys, but for how fresh they are.
func sameSurvey(t *testing.T, what string, got, want workspace.Survey) {
	t.Helper()
	if got.Standing != want.Standing || !reflect.DeepEqual(got.Channels, want.Channels) || len(got.Problems) != len(want.Problems) {
		t.Fatalf("%s: got %+v, %d kinds\nwant %+v, %d kinds", what, got.Standing, len(got.Problems), want.Standing, len(want.Problems))
	}
	for i, p := range got.Problems {
		if !reflect.DeepEqual(p, want.Problems[i]) {
			t.Fatalf("%s: got %+v\nwant %+v", what, p, want.Problems[i])
		}
	}
}

// checkSame compares findings that were brought up to date with those that an
// evaluation of all products gives.
func checkSame(t *testing.T, what string, w *workspace.Workspace, got workspace.Survey) {
	t.Helper()
	channels, err := w.TargetChannels(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := w.Evaluate(t.Context(), channels, catalog.Filter{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	sameSurvey(t, what, got, fresh.Survey)
	for _, p := range fresh.Problems {
		if ids := found(t, w, catalog.FindingFilter{Problem: p.Kind}); !slices.Equal(ids, fresh.With(p.Kind)) || len(ids) != p.Products {
			t.Fatalf("%s: %s: %d products have it, want %d", what, p.Kind.Code, len(ids), p.Products)
		}
	}
	n, err := w.CheckFindings(t.Context(), nil)
	if err != nil || len(n) > 0 {
		t.Fatalf("%s: %d products have other findings than are stored (%v): %+v", what, len(n), err, n)
	}
}

func TestSurveyAddsUpByState(t *testing.T) {
	w := sampleShop(t)
	s := recheck(t, w)
	if s.Products == 0 || s.Variants < s.Products || s.Untranslated != s.Products {
		t.Errorf("got %+v, want products, at least a variant each, none translated", s.Standing)
	}
	if got := s.Blocked + s.Warned + s.Ready; got != s.Products || s.Able < s.Ready+s.Warned || s.Able > s.Products {
		t.Errorf("%+v: the states add up to %d", s.Standing, got)
	}
	for _, c := range s.Channels {
		name := c.Channel.Name()
		if c.Blocked+c.Warned+c.Ready != s.Products {
			t.Errorf("%s: the states do not add up to %d", name, s.Products)
		}
		for state, want := range map[catalog.Readiness]int{
			catalog.NotReady: c.Blocked, catalog.WithWarnings: c.Warned, catalog.Ready: c.Ready, catalog.Unready: c.Blocked + c.Warned,
		} {
			if got := len(found(t, w, catalog.FindingFilter{Channel: name, State: state})); got != want {
				t.Errorf("%s: %d products are %s, want %d", name, got, state, want)
			}
		}
		if required := c.Coverage[0]; required.Of < s.Products || required.Filled == 0 || required.Filled > required.Of {
			t.Errorf("%s: of what is required %+v is filled", name, required)
		}
	}
	checkSame(t, "the sample", w, s)
}

func TestSurveyOfSomeProducts(t *testing.T) {
	w := sampleShop(t)
	recheck(t, w)
	where := catalog.Filter{Where: []catalog.Condition{{Field: catalog.FieldPrice, Op: catalog.OpLess, Value: "20"}}}
	some, err := w.Evaluate(t.Context(), w.Channels(), where, nil)
	if err != nil || some.Products == 0 {
		t.Fatal(some.Products, err)
	}
	got, err := w.Survey(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	want := some.Survey
	got.Variants, want.Variants = 0, 0
	for i := range got.Problems { // the example is the whole catalogue's
		got.Problems[i].First, want.Problems[i].First = catalog.Problem{}, catalog.Problem{}
		got.Problems[i].Product, want.Problems[i].Product = "", ""
	}
	sameSurvey(t, "some products", got, want)
}

// TestRecheckIsCheckingAnew writes at random and compares.
func TestRecheckIsCheckingAnew(t *testing.T) {
	w := brandShop(t)
	random := rand.New(rand.NewPCG(7, 7))
	checkSame(t, "empty", w, recheck(t, w))
	if _, err := w.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	checkSame(t, "sample", w, recheck(t, w))
	for i := range 60 {
		what, err := writeSomething(t, w, random, i)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if i%3 == 0 { // several changes may come before somebody looks
			continue
		}
		checkSame(t, fmt.Sprint(i, " ", what), w, recheck(t, w))
	}
}

func writeSomething(t *testing.T, w *workspace.Workspace, random *rand.Rand, i int) (what string, err error) {
	t.Helper()
	ids, err := w.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil || len(ids) == 0 {
		return "ids", err
	}
	id := ids[random.IntN(len(ids))]
	edit := func(field catalog.Field, texts ...string) error {
		_, err := w.SetCells(t.Context(), []workspace.CellEdit{{Product: id, Field: field, Text: texts[random.IntN(len(texts))]}})
		return err
	}
	switch random.IntN(7) {
	case 0, 1, 2:
		return "brand", edit(catalog.FieldBrand, "Oak", "Elm", "Birch", "Hornbeam", "")
	case 3:
		return "status", edit(catalog.FieldStatus, "draft", "active")
	case 4:
		_, err = w.DeleteProducts(t.Context(), []catalog.ID{id, ids[0]})
		return "delete", err
	case 5:
		rows := fmt.Sprintf("sku,title,brand\nN-%d,New %d,Oak\nM-%d,More %d,Fir\n", i, i, i, i)
		_, err = w.Import(t.Context(), workspace.ImportRequest{File: file(t, "new.csv", rows)}, nil)
		return "import", err
	}
	entries, _, err := w.HistoryPage(t.Context(), "", 0, 5)
	if err != nil {
		return "history", err
	}
	for _, e := range entries {
		if e.UndoneBy == "" {
			_, err = w.Undo(t.Context(), e.ID, nil)
			return "undo", err
		}
	}
	return "nothing", nil
}

// TestRecheckOfOtherSettings: what findings depend on has changed, so that all of them
// are out of date until they are checked again.
func TestRecheckOfOtherSettings(t *testing.T) {
	w := sampleShop(t)
	recheck(t, w)
	outdated := func(what string, want bool) {
		t.Helper()
		fresh, err := w.Freshness(t.Context())
		if err != nil || fresh.Outdated != want {
			t.Errorf("%s: %+v, %v; out of date should be %v", what, fresh, err, want)
		}
	}
	if err := w.SetSettings(t.Context(), map[string]string{"rate.USD/CNY": "7.10"}); err != nil {
		t.Fatal(err)
	}
	outdated("a rate", true)
	checkSame(t, "a rate", w, recheck(t, w))
	if err := w.SetSettings(t.Context(), map[string]string{workspace.SettingChannels: "google"}); err != nil {
		t.Fatal(err)
	}
	outdated("fewer channels", true)
	n, err := w.Recheck(t.Context(), nil)
	if err != nil || n != 0 {
		t.Errorf("%d products were evaluated since there are fewer channels, %v", n, err)
	}
	if s := recheck(t, w); len(s.Channels) != 1 {
		t.Errorf("%d channels after all but one were left out", len(s.Channels))
	}
	if err := w.SaveView(t.Context(), workspace.SavedView{Name: "a view"}); err != nil {
		t.Fatal(err)
	}
	outdated("a view", false)
	checkSame(t, "a view", w, recheck(t, w))
}

// TestRecheckOfAPictureThatComes: nothing is written to the catalogue when a file that
// was missing is there.
func TestRecheckOfAPictureThatComes(t *testing.T) {
	w := shop(t)
	list := file(t, "list.csv", "sku,title,images\nA-1,Oak Board,board.png\n")
	importFile(t, w, workspace.ImportRequest{File: list})
	missing := func(s workspace.Survey) int {
		for _, p := range s.Problems {
			if p.Kind.Code == "picture-not-there" {
				return p.Products
			}
		}
		return 0
	}
	if s := recheck(t, w); missing(s) != 1 {
		t.Fatalf("%d pictures are missing, want one", missing(s))
	}
	picture, err := os.ReadFile("../../assets/samples/images/" + samplePicture(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(list), "board.png"), picture, 0o600); err != nil {
		t.Fatal(err)
	}
	if s := recheck(t, w); missing(s) != 0 {
		t.Error("the picture that is there by now is still missing")
	}
}

func samplePicture(t *testing.T) string {
	t.Helper()
	names, err := filepath.Glob("../../assets/samples/images/*")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	return filepath.Base(names[0])
}

// TestRecheckGoesOn cancels a check again and again: each goes on where the one before
// was cancelled, and what is written meanwhile is in.
func TestRecheckGoesOn(t *testing.T) {
	w := brandShop(t)
	var list strings.Builder
	list.WriteString("sku,title,brand\n")
	for i := range 1000 {
		fmt.Fprintf(&list, "P-%04d,Product %04d,Brand %d\n", i, i, i%200)
	}
	importFile(t, w, workspace.ImportRequest{File: file(t, "many.csv", list.String())})
	ids, err := w.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	rounds, evaluated := 0, 0
	for ; ; rounds++ {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		_, err := w.Recheck(ctx, func(int, int) {
			evaluated++
			if n++; n == 400 {
				cancel()
			}
		})
		cancel()
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) || rounds > 20 {
			t.Fatalf("round %d: %v", rounds, err)
		}
		for _, id := range []catalog.ID{ids[rounds], ids[len(ids)-1-rounds]} {
			if _, err := w.SetCells(t.Context(), []workspace.CellEdit{{Product: id, Field: catalog.FieldBrand, Text: "Oak"}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if rounds < 2 || evaluated > 2*len(ids) {
		t.Errorf("%d rounds evaluated %d products of %d", rounds, evaluated, len(ids))
	}
	checkSame(t, "at the end", w, recheck(t, w))
}

// TestRecheckAfterACrash: what was written and not checked is pending when the catalogue
// is opened the next time, and for a second process that only reads.
func TestRecheckAfterACrash(t *testing.T) {
	w := brandShop(t)
	if _, err := w.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	before := recheck(t, w)
	ids, err := w.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.SetCells(t.Context(), []workspace.CellEdit{{Product: ids[3], Field: catalog.FieldBrand, Text: "Another"}}); err != nil {
		t.Fatal(err)
	}
	r, err := workspace.Open(t.Context(), w.Path(), workspace.Options{Assets: assets.FS, Specs: fstest.MapFS{"brands.toml": {Data: []byte(brandSpec)}}, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	s, err := r.Survey(t.Context(), catalog.Filter{})
	if err != nil || s.Pending != 1 || s.Outdated || s.Blocked != before.Blocked {
		t.Errorf("the reader sees %+v, %+v, %v; want the counts of before with one product that is pending", s.Freshness, s.Standing, err)
	}
	lights, err := r.Lights(t.Context(), ids[3:5])
	if err != nil || len(lights) != 1 || lights[ids[4]] == nil {
		t.Errorf("the reader's lights are %v, %v; want those of the product that is not pending", lights, err)
	}
}

// TestCheckIsWhatIsStored: the list's light, the detail and the command line say the same
// of products that share what must be unique.
func TestCheckIsWhatIsStored(t *testing.T) {
	w := brandShop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "two.csv", "sku,title,brand\nA-1,One,Oak\nA-2,Two,Oak\nA-3,Three,Elm\n")})
	recheck(t, w)
	ids, err := w.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	lights, err := w.Lights(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for r, err := range w.Check(t.Context(), "brands", catalog.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		want := []catalog.Readiness{catalog.WithWarnings, catalog.NotReady, catalog.WithWarnings}[i]
		in, err := w.Inspect(t.Context(), ids[i])
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(in.Channels, func(c workspace.ChannelState) bool { return c.Channel.Name() == "brands" })
		if r.State != want || lights[ids[i]][at] != want || in.Channels[at].State != want || !reflect.DeepEqual(in.Channels[at].Problems, r.Problems) {
			t.Errorf("%s: check says %s, its light %s, its detail %s; want %s", r.Handle, r.State, lights[ids[i]][at], in.Channels[at].State, want)
		}
		i++
	}
}

// TestCheckFindingsOfADamagedCatalogue: doctor finds what is not as an evaluation gives
// it, and makes it again.
func TestCheckFindingsFindsWhatDiffers(t *testing.T) {
	w := brandShop(t)
	if _, err := w.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	recheck(t, w)
	if err := workspace.DamageFindings(w); err != nil {
		t.Fatal(err)
	}
	wrong, err := w.CheckFindings(t.Context(), nil)
	if err != nil || len(wrong) == 0 {
		t.Fatalf("%d products with other findings, %v; want some", len(wrong), err)
	}
	if err := w.Repair(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	checkSame(t, "after a repair", w, recheck(t, w))
}
