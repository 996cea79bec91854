package workspace_test

import (
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

func TestHistoryComesInPages(t *testing.T) {
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "a.csv", "SKU,Title\nA-1,Soap\n")})
	for _, note := range []string{"CNY", "USD", "EUR"} {
		if err := w.SetSettings(t.Context(), map[string]string{"currency": note}); err != nil {
			t.Fatal(err)
		}
	}
	page, more, err := w.HistoryPage(t.Context(), "", 0, 3)
	if err != nil || len(page) != 3 || !more || page[0].Number <= page[1].Number {
		t.Fatalf("%d entries, more %v (%v); want the newest 3 and more", len(page), more, err)
	}
	page, more, err = w.HistoryPage(t.Context(), "", page[2].Number, 3)
	if err != nil || len(page) != 1 || more || page[0].Kind != store.KindImport {
		t.Errorf("%+v, more %v (%v); want the import and no more", page, more, err)
	}
	page, more, err = w.HistoryPage(t.Context(), string(store.KindImport), 0, 3)
	if err != nil || len(page) != 1 || more {
		t.Errorf("%d imports, more %v (%v); want one", len(page), more, err)
	}
}
