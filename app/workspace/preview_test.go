package workspace_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// list is a supplier's list with two lines above its header.
const list = "Spring offer,,\nprices in USD,,\nItem #,Product Name,MSRP\nA-1,Maple syrup,14.99\nA-2,Oat soap,6.50\n"

func TestPreviewShowsWhatStandsAboveTheHeader(t *testing.T) {
	w := shop(t)
	p, err := w.Preview(t.Context(), workspace.ImportRequest{File: file(t, "spring.csv", list)}, 4)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Rows) != 4 || p.Rows[0].Cells[0] != "Spring offer" || p.Rows[3].Number != 4 {
		t.Errorf("rows %+v, want the first four of the file", p.Rows)
	}
	if p.Mapping.HeaderRow != 3 || p.Encoding != "utf-8" || len(p.Sheets) != 1 {
		t.Errorf("header in row %d, encoding %q, %d sheets; want 3, utf-8 and 1", p.Mapping.HeaderRow, p.Encoding, len(p.Sheets))
	}
}

func TestPreviewRefusesWhatIsNoSpreadsheet(t *testing.T) {
	w := shop(t)
	_, err := w.Preview(t.Context(), workspace.ImportRequest{File: file(t, "old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 2048))}, 4)
	var refused *sheet.FormatError
	if !errors.As(err, &refused) {
		t.Errorf("got %v, want a FormatError", err)
	}
}

func TestSettledMappingIsImportedAndRemembered(t *testing.T) {
	w := shop(t)
	r := workspace.ImportRequest{File: file(t, "spring.csv", list)}
	p, err := w.Preview(t.Context(), r, 1)
	if err != nil {
		t.Fatal(err)
	}
	m := p.Mapping.Choose(2, catalog.FieldCost)
	r.Mapping = &m
	var seen []catalog.Outcome
	r.Seen = func(c catalog.Change) { seen = append(seen, c.Outcome) }
	importFile(t, w, r)
	if got := product(t, w, "A-1").Variants[0]; got.Cost.String() != "14.99 USD" || got.Price.String() != "" {
		t.Errorf("cost %q and price %q; want 14.99 USD and none", got.Cost, got.Price)
	}
	if want := []catalog.Outcome{catalog.New, catalog.New}; !slices.Equal(seen, want) {
		t.Errorf("seen %v, want %v", seen, want)
	}
	again, err := w.Preview(t.Context(), workspace.ImportRequest{File: file(t, "summer.csv", list)}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if c := again.Mapping.Columns[2]; c.Field != catalog.FieldCost || c.Reason != sheet.Remembered {
		t.Errorf("the next file's column is %s (%s), want cost (remembered)", c.Field, c.Reason)
	}
}

// TestColumnsLookedAtAreRemembered: who left a doubtful mapping as it was has settled
// it, and is not asked about the next file of that layout.
func TestColumnsLookedAtAreRemembered(t *testing.T) {
	w := shop(t)
	const header = "SKU,Title,Shelf\n"
	r := workspace.ImportRequest{File: file(t, "spring.csv", header+"A-1,Bowl,9\n")}
	p, err := w.Preview(t.Context(), r, 1)
	if err != nil {
		t.Fatal(err)
	}
	if p.Mapping.IsConfirmed() {
		t.Fatalf("the mapping is settled before anybody saw it: %+v", p.Mapping.Columns)
	}
	r.Mapping = &p.Mapping
	importFile(t, w, r)
	again, err := w.Preview(t.Context(), workspace.ImportRequest{File: file(t, "summer.csv", header+"A-2,Cup,8\n")}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if !again.Mapping.IsConfirmed() {
		t.Errorf("the next file is in doubt: %+v", again.Mapping.Columns)
	}
}
