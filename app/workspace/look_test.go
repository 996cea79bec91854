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
	"testing"
	"testing/fstest"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
	"tradewind.app/export"
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

func look(t *testing.T, w *workspace.Workspace, last *workspace.Findings) *workspace.Findings {
	t.Helper()
	f, err := w.Look(t.Context(), last, nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// checkSame compares findings that were brought up to date with those that are made
// from nothing.
func checkSame(t *testing.T, what string, w *workspace.Workspace, f *workspace.Findings) {
	t.Helper()
	fresh := look(t, w, nil)
	got, want := f.Survey(), fresh.Survey()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: got %+v\nwant %+v", what, got, want)
	}
	for _, p := range want.Problems {
		pick := workspace.Pick{Problem: p.Kind}
		if ids := f.IDs(pick); !slices.Equal(ids, fresh.IDs(pick)) || len(ids) != p.Products {
			t.Fatalf("%s: %s: has %d products, want %d", what, p.Kind.Code, len(ids), p.Products)
		}
	}
}

func TestLookAddsUp(t *testing.T) {
	w := sampleShop(t)
	f := look(t, w, nil)
	s := f.Survey()
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
		for state, want := range map[export.Readiness]int{
			export.NotReady: c.Blocked, export.WithWarnings: c.Warned, export.Ready: c.Ready, workspace.Unready: c.Blocked + c.Warned,
		} {
			if got := len(f.IDs(workspace.Pick{Channel: name, State: state})); got != want {
				t.Errorf("%s: %d products are %s, want %d", name, got, state, want)
			}
		}
		if required := c.Coverage[0]; required.Of < s.Products || required.Filled == 0 || required.Filled > required.Of {
			t.Errorf("%s: of what is required %+v is filled", name, required)
		}
	}
	whole, err := w.LookAt(t.Context(), f.Channels(), catalog.Filter{}, nil)
	if err != nil || !reflect.DeepEqual(whole.Survey(), s) {
		t.Errorf("a look at all products says %+v, %v; want %+v", whole, err, s)
	}
}

func TestLookOfSomeProducts(t *testing.T) {
	w := sampleShop(t)
	f := look(t, w, nil)
	where := catalog.Filter{Where: []catalog.Condition{{Field: catalog.FieldPrice, Op: catalog.OpLess, Value: "20"}}}
	ids, err := w.IDs(t.Context(), where, catalog.Sort{})
	if err != nil || len(ids) == 0 {
		t.Fatal(ids, err)
	}
	some, err := w.LookAt(t.Context(), f.Channels(), where, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, want := f.Of(ids), some.Survey()
	for i := range got.Problems { // the example is the whole catalogue's
		got.Problems[i].First, want.Problems[i].First = catalog.Problem{}, catalog.Problem{}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// TestLookAgainIsLookingAnew writes at random and compares.
func TestLookAgainIsLookingAnew(t *testing.T) {
	w := brandShop(t)
	random := rand.New(rand.NewPCG(7, 7))
	f := look(t, w, nil)
	checkSame(t, "empty", w, f)
	if _, err := w.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	f = look(t, w, f)
	checkSame(t, "sample", w, f)
	for i := range 60 {
		what, err := writeSomething(t, w, random, i)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if i%3 == 0 { // several changes may come before somebody looks
			continue
		}
		f = look(t, w, f)
		checkSame(t, fmt.Sprint(i, " ", what), w, f)
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

func TestLookNoticesSettings(t *testing.T) {
	w := sampleShop(t)
	f := look(t, w, nil)
	if err := w.SetSettings(t.Context(), map[string]string{"rate.USD/CNY": "7.10"}); err != nil {
		t.Fatal(err)
	}
	f = look(t, w, f)
	checkSame(t, "a rate", w, f)
	if err := w.SetSettings(t.Context(), map[string]string{workspace.SettingChannels: "google"}); err != nil {
		t.Fatal(err)
	}
	if f = look(t, w, f); len(f.Channels()) != 1 || len(f.Survey().Channels) != 1 {
		t.Errorf("%d channels after all but one were left out", len(f.Channels()))
	}
	if err := w.SaveView(t.Context(), workspace.SavedView{Name: "a view"}); err != nil {
		t.Fatal(err)
	}
	checkSame(t, "a view", w, look(t, w, f))
}

// TestLookNoticesAPictureThatComes: nothing is written to the catalogue when a file
// that was missing is there.
func TestLookNoticesAPictureThatComes(t *testing.T) {
	w := shop(t)
	list := file(t, "list.csv", "sku,title,images\nA-1,Oak Board,board.png\n")
	importFile(t, w, workspace.ImportRequest{File: list})
	f := look(t, w, nil)
	missing := func() int {
		for _, p := range f.Survey().Problems {
			if p.Kind.Code == "picture-not-there" {
				return p.Products
			}
		}
		return 0
	}
	if missing() != 1 {
		t.Fatalf("%d pictures are missing, want one", missing())
	}
	picture, err := os.ReadFile("../../assets/samples/images/" + samplePicture(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(list), "board.png"), picture, 0o600); err != nil {
		t.Fatal(err)
	}
	if f = look(t, w, f); missing() != 0 {
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

// TestLookGoesOn cancels a look again and again: each goes on where the one before
// was cancelled, and what is written meanwhile is in.
func TestLookGoesOn(t *testing.T) {
	w := brandShop(t)
	if _, err := w.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	ids, err := w.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	var f *workspace.Findings
	looked, rounds := 0, 0
	for ; ; rounds++ {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		next, err := w.Look(ctx, f, func(int, int) {
			looked++
			if n++; n == 25 {
				cancel()
			}
		})
		cancel()
		f = next
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
	if rounds < 2 || looked != len(ids) {
		t.Errorf("%d rounds looked at %d products, want %d", rounds, looked, len(ids))
	}
	checkSame(t, "at the end", w, f)
}
