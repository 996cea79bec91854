package workspace_test

import (
	"errors"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func bulkShop(t *testing.T) *workspace.Workspace {
	t.Helper()
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "shop.csv", "sku,title,brand,price,tags\nA-1,Maple Syrup,Alder,12.40,food\nA-2,Oak Board,Alder,68.00,\nA-3,Pine Soap,,,\"bath, gift\"\n")})
	return w
}

func all(t *testing.T, w *workspace.Workspace) catalog.Filter {
	t.Helper()
	ids, err := w.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Filter{IDs: ids}
}

func TestBulkEdits(t *testing.T) {
	tests := map[string]struct {
		edit workspace.BulkEdit
		want [3]string
	}{
		"set":     {workspace.BulkEdit{Field: "brand", Op: workspace.BulkSet, Text: "Birch"}, [3]string{"Birch", "Birch", "Birch"}},
		"clear":   {workspace.BulkEdit{Field: "brand", Op: workspace.BulkClear}, [3]string{"", "", ""}},
		"prefix":  {workspace.BulkEdit{Field: "brand", Op: workspace.BulkPrefix, Text: "The "}, [3]string{"The Alder", "The Alder", ""}},
		"suffix":  {workspace.BulkEdit{Field: "title", Op: workspace.BulkSuffix, Text: "!"}, [3]string{"Maple Syrup!", "Oak Board!", "Pine Soap!"}},
		"replace": {workspace.BulkEdit{Field: "title", Op: workspace.BulkReplace, Text: "Oak", With: "Walnut"}, [3]string{"Maple Syrup", "Walnut Board", "Pine Soap"}},
		"add":     {workspace.BulkEdit{Field: "tags", Op: workspace.BulkAdd, Text: "Gift"}, [3]string{"food\nGift", "Gift", "bath\ngift"}},
		"remove":  {workspace.BulkEdit{Field: "tags", Op: workspace.BulkRemove, Text: "GIFT"}, [3]string{"food", "", "bath"}},
		"attribute": {
			workspace.BulkEdit{Field: "attr.Care", Op: workspace.BulkSet, Text: "wipe"}, [3]string{"wipe", "wipe", "wipe"},
		},
		"formula": {
			workspace.BulkEdit{Field: "price", Op: workspace.BulkFormula, Formula: workspace.PriceFormula{Change: change("x1.5"), Ending: "9"}},
			[3]string{"19 USD", "99 USD", ""},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := bulkShop(t)
			was := dump(t, w)
			preview, rows, err := w.PreviewBulk(t.Context(), all(t, w), tt.edit, 10)
			if err != nil {
				t.Fatal(err)
			}
			if dump(t, w) != was {
				t.Fatal("the preview has written")
			}
			done, err := w.Bulk(t.Context(), all(t, w), tt.edit, nil)
			if err != nil {
				t.Fatal(err)
			}
			entry := done.Entry
			done.Entry = ""
			if preview != done || len(rows) != done.Changed {
				t.Errorf("preview %+v with %d rows, done %+v", preview, len(rows), done)
			}
			for i, sku := range []string{"A-1", "A-2", "A-3"} {
				p := product(t, w, sku)
				info, _ := catalog.LookupField(tt.edit.Field)
				if got := info.Get(p, p.Variant(sku)); got != tt.want[i] {
					t.Errorf("%s: got %q, want %q", sku, got, tt.want[i])
				}
			}
			undone, err := w.Undo(t.Context(), entry, nil)
			if err != nil || len(undone.Kept) != 0 {
				t.Fatalf("undo: %v, kept %v", err, undone.Kept)
			}
			for i, row := range rows {
				p := product(t, w, row.SKU)
				info, _ := catalog.LookupField(tt.edit.Field)
				if got := info.Get(p, p.Variant(row.SKU)); got != row.Before {
					t.Errorf("row %d: %q after undo, want %q", i, got, row.Before)
				}
			}
		})
	}
}

func TestBulkLeavesWhatItCannotEdit(t *testing.T) {
	w := bulkShop(t)
	edit := workspace.BulkEdit{Field: "price", Op: workspace.BulkSet, Text: "a lot"}
	result, rows, err := w.PreviewBulk(t.Context(), all(t, w), edit, 2)
	if err != nil || result.Refused != 3 || len(rows) != 2 || rows[0].Problems[0].Code != "price-unreadable" {
		t.Errorf("got %+v, %+v, %v", result, rows, err)
	}
	if done, err := w.Bulk(t.Context(), all(t, w), edit, nil); err != nil || done.Entry != "" {
		t.Errorf("an edit that was refused everywhere left an entry: %+v, %v", done, err)
	}
	var wrong *workspace.BulkEditError
	for _, e := range []workspace.BulkEdit{
		{Field: "title", Op: workspace.BulkFormula},
		{Field: "quantity", Op: workspace.BulkPrefix, Text: "1"},
		{Field: "title", Op: workspace.BulkReplace},
	} {
		if _, err := w.Bulk(t.Context(), catalog.Filter{}, e, nil); !errors.As(err, &wrong) {
			t.Errorf("%+v: got %v, want a BulkEditError", e, err)
		}
	}
}

func TestSetCells(t *testing.T) {
	w := bulkShop(t)
	ids := all(t, w).IDs
	result, err := w.SetCells(t.Context(), []workspace.CellEdit{
		{Product: ids[0], Field: "title@zh-Hans", Text: "有机枫糖浆"},
		{Product: ids[0], Field: "price", Text: "15"},
		{Product: ids[1], Field: "price", Text: "€70"},
	})
	if err != nil || result.Products != 2 {
		t.Fatalf("got %+v, %v", result, err)
	}
	if got := product(t, w, "A-1").Variants[0].Price.String(); got != "15 USD" {
		t.Errorf("price %s, want 15 USD", got)
	}
	was := dump(t, w)
	var refused *workspace.RefusedError
	_, err = w.SetCells(t.Context(), []workspace.CellEdit{{Product: ids[0], Field: "title", Text: "New"}, {Product: ids[1], Field: "price", Text: "a lot"}})
	if !errors.As(err, &refused) || refused.Problems[0].Code != "price-unreadable" {
		t.Errorf("got %v, want what is wrong with the price", err)
	}
	if dump(t, w) != was {
		t.Error("a part of a refused edit was written")
	}
}

func TestSetCellsLeavesManyVariantsAlone(t *testing.T) {
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "v.csv", "handle,sku,title,option1 name,option1 value,price\ns,S-1,Socks,Size,M,9\ns,S-2,,,L,9\n")})
	ids := all(t, w).IDs
	if len(ids) != 1 {
		t.Fatalf("%d products, want one with two variants", len(ids))
	}
	var refused *workspace.RefusedError
	_, err := w.SetCells(t.Context(), []workspace.CellEdit{{Product: ids[0], Field: "price", Text: "10"}})
	if !errors.As(err, &refused) || refused.Problems[0].Code != "field-of-variants" {
		t.Errorf("got %v, want field-of-variants", err)
	}
}

func TestHeadAndLights(t *testing.T) {
	w := sampleShop(t)
	by := catalog.Sort{Field: catalog.FieldTitle}
	head, err := w.Head(t.Context(), catalog.Filter{}, by, 10)
	if err != nil {
		t.Fatal(err)
	}
	ids, err := w.IDs(t.Context(), catalog.Filter{}, by)
	if err != nil {
		t.Fatal(err)
	}
	if len(head.Rows) != 10 || !head.More || head.All != len(ids) {
		t.Errorf("head has %d rows of %d, more %v; the list %d", len(head.Rows), head.All, head.More, len(ids))
	}
	for i, row := range head.Rows {
		if row.ID != ids[i] {
			t.Errorf("row %d is %s in the head and %s in the list", i, row.ID, ids[i])
		}
	}
	recheck(t, w)
	lights, err := w.Lights(t.Context(), ids[:10])
	if err != nil || len(lights) != 10 {
		t.Fatalf("%d lights, %v", len(lights), err)
	}
	in, err := w.Inspect(t.Context(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range in.Channels {
		if got := lights[ids[0]][i]; got != c.State {
			t.Errorf("%s: light %s, inspected %s", c.Channel.Name(), got, c.State)
		}
	}
}
