package workspace_test

import (
	"errors"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// refusedBy are the codes of what refused a write.
func refusedBy(err error) string {
	var refused *catalog.RefusedError
	if !errors.As(err, &refused) {
		return ""
	}
	var codes []string
	for _, p := range refused.Problems {
		codes = append(codes, p.Code)
	}
	return strings.Join(codes, " ")
}

// TestEveryWriteIsHeldAgainstTheRules: each way to write refuses the same handle and
// the same SKU by the same code, and writes nothing.
func TestEveryWriteIsHeldAgainstTheRules(t *testing.T) {
	for _, tt := range []struct {
		field      catalog.Field
		text, code string
	}{{catalog.FieldHandle, "BOARD", "handle-taken"}, {catalog.FieldSKU, "B-1", "sku-taken"}} {
		for name, write := range map[string]func(w *workspace.Workspace) error{
			"set": func(w *workspace.Workspace) error {
				_, err := w.Set(t.Context(), "T-S", []catalog.Value{{Field: tt.field, Text: tt.text}})
				return err
			},
			"a cell": func(w *workspace.Workspace) error {
				_, err := w.SetCells(t.Context(), []workspace.CellEdit{{Product: product(t, w, "C-1").ID, Field: tt.field, Text: tt.text}})
				return err
			},
			"the product page": func(w *workspace.Workspace) error {
				was, is := openProduct(t, w, "T-S")
				if is.Handle = tt.text; tt.field == catalog.FieldSKU {
					is.Handle, is.Variants[0].SKU = was.Handle, tt.text
				}
				_, err := w.SaveProduct(t.Context(), was, is)
				return err
			},
			"a product written anew": func(w *workspace.Workspace) error {
				p := &catalog.Product{ID: catalog.NewID(), Title: "Board", Handle: tt.text, Variants: []catalog.Variant{{ID: catalog.NewID(), SKU: "N-1"}}}
				if tt.field == catalog.FieldSKU {
					p.Handle, p.Variants[0].SKU = "new", tt.text
				}
				_, err := w.SaveAnew(t.Context(), p)
				return err
			},
			"a bulk edit": func(w *workspace.Workspace) error {
				filter := catalog.Filter{Where: []catalog.Condition{{Field: catalog.FieldSKU, Op: catalog.OpEqual, Value: "C-1"}}}
				edit := workspace.BulkEdit{Field: tt.field, Op: workspace.BulkSet, Text: tt.text}
				_, rows, err := w.PreviewBulk(t.Context(), filter, edit, 5)
				if err != nil || len(rows) != 1 {
					t.Fatalf("preview: %v (%v)", rows, err)
				}
				result, err := w.Bulk(t.Context(), filter, edit, nil)
				if err != nil || result.Refused != 1 {
					t.Errorf("bulk: %+v (%v)", result, err)
				}
				return &catalog.RefusedError{Problems: rows[0].Problems}
			},
		} {
			t.Run(string(tt.field)+" by "+name, func(t *testing.T) {
				w := variantsShop(t)
				single(t, w)
				before := dump(t, w)
				if got := refusedBy(write(w)); got != tt.code {
					t.Errorf("got %q, want %s", got, tt.code)
				}
				if dump(t, w) != before {
					t.Error("something was written")
				}
			})
		}
	}
}

// single adds a product of one variant, for edits of a product's only one.
func single(t *testing.T, w *workspace.Workspace) {
	t.Helper()
	p := &catalog.Product{ID: catalog.NewID(), Title: "Cup", Handle: "cup", Variants: []catalog.Variant{{ID: catalog.NewID(), SKU: "C-1"}}}
	if _, err := w.SaveAnew(t.Context(), p); err != nil {
		t.Fatal(err)
	}
}

// TestBulkGivesACodeOnce: the preview, which writes nothing, says what the run does.
func TestBulkGivesACodeOnce(t *testing.T) {
	w := variantsShop(t)
	single(t, w)
	edit := workspace.BulkEdit{Field: "Handle", Op: workspace.BulkSet, Text: "one"}
	preview, _, err := w.PreviewBulk(t.Context(), catalog.Filter{}, edit, 9)
	if err != nil {
		t.Fatal(err)
	}
	result, err := w.Bulk(t.Context(), catalog.Filter{}, edit, nil)
	if err != nil || result.Changed != 1 || result.Refused != result.Products-1 || preview.Changed != 1 || preview.Refused != result.Refused {
		t.Errorf("preview %+v, run %+v (%v): one product alone can have the handle", preview, result, err)
	}
}

// TestTaobaoColumnsAreOurs: what the import of a package fills, the channel reads.
func TestTaobaoColumnsAreOurs(t *testing.T) {
	w := variantsShop(t)
	for _, c := range w.Channels() {
		if c.Name() != "taobao" {
			continue
		}
		for _, f := range sheet.ChannelFields() {
			key, _ := strings.CutPrefix(string(f), "channel.taobao.")
			if got, ok := c.Key(strings.ToUpper(key)); !ok || got != key {
				t.Errorf("%s: got %q, %v", f, got, ok)
			}
		}
	}
}
