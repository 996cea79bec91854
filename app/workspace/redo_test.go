package workspace_test

import (
	"errors"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

func TestRedoGoesBackAsFarAsUndoWent(t *testing.T) {
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "a.csv", "SKU,Title,Price\nA-1,Cup,3\n")})
	price := func(want string) {
		t.Helper()
		if got := product(t, w, "A-1").Variants[0].Price.Amount.String(); got != want {
			t.Errorf("price is %s, want %s", got, want)
		}
	}
	for _, p := range []string{"4", "5"} {
		if _, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: catalog.FieldPrice, Text: p}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"4", "3"} {
		if _, err := w.Undo(t.Context(), "", nil); err != nil {
			t.Fatal(err)
		}
		price(want)
	}
	for _, want := range []string{"4", "5"} {
		if _, err := w.Redo(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		price(want)
	}
	if _, err := w.Redo(t.Context(), nil); !errors.Is(err, store.ErrNoEntry) {
		t.Errorf("a third redo: %v, want %v", err, store.ErrNoEntry)
	}
}

// TestHistoryTellsRedoFromUndo: what a person sees of undos and redos is true after
// each of them, whichever way it was asked for.
func TestHistoryTellsRedoFromUndo(t *testing.T) {
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "a.csv", "SKU,Title,Price\nA-1,Cup,3\n")})
	if _, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: catalog.FieldPrice, Text: "4"}}); err != nil {
		t.Fatal(err)
	}
	told := func() string {
		var s string
		for e, err := range w.History(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			s += " " + string(e.Called())
			if e.UndoneBy != "" {
				s += "-undone"
			}
		}
		return s[1:]
	}
	number := func(n int64) catalog.ID {
		for e := range w.History(t.Context()) {
			if e.Number == n {
				return e.ID
			}
		}
		t.Fatalf("there is no entry %d", n)
		return ""
	}
	steps := []struct {
		do   func() error
		want string
	}{
		{func() error { _, err := w.Undo(t.Context(), "", nil); return err }, "undo edit-undone import"},
		{func() error { _, err := w.Redo(t.Context(), nil); return err }, "redo undo-undone edit import"},
		{func() error { _, err := w.Undo(t.Context(), "", nil); return err }, "undo redo-undone undo-undone edit-undone import"},
		{func() error { _, err := w.Redo(t.Context(), nil); return err }, "redo undo-undone redo undo-undone edit import"},
		{func() error { _, err := w.Undo(t.Context(), number(4), nil); return err }, "undo redo-undone undo-undone redo-undone undo edit-undone import"},
	}
	for i, step := range steps {
		if err := step.do(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		if got := told(); got != step.want {
			t.Errorf("after step %d: %s; want %s", i, got, step.want)
		}
	}
	// The redo that was taken back is the one that a person chose in the history.
	if got := product(t, w, "A-1").Variants[0].Price.Amount.String(); got != "3" {
		t.Errorf("the price is %s", got)
	}
}

func TestProductsOf(t *testing.T) {
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "a.csv", "SKU,Title,Price\nA-1,Cup,3\nA-2,Mug,3\nA-3,Jug,3\n")})
	second := importFile(t, w, workspace.ImportRequest{File: file(t, "b.csv", "SKU,Title,Price\nA-2,Mug,4\nA-3,Jug,3\nA-4,Pot,3\n")})
	if _, err := w.Delete(t.Context(), []string{"A-4"}); err != nil {
		t.Fatal(err)
	}
	ids, err := w.ProductsOf(t.Context(), second.Entry)
	if err != nil || len(ids) != 1 || ids[0] != product(t, w, "A-2").ID {
		t.Errorf("got %v, %v; want A-2: A-3 stayed the same, A-4 is gone", ids, err)
	}
}
