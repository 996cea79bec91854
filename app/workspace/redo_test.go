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
