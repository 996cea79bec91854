package workspace_test

import (
	"errors"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// shopOf is a catalogue with the products of a list, and the first of them.
func shopOf(t *testing.T, csv string) (*workspace.Workspace, catalog.ID) {
	t.Helper()
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "list.csv", csv)})
	return w, product(t, w, "A-1").ID
}

func TestWriteLineIsOneEntry(t *testing.T) {
	w, id := shopOf(t, "sku,title,description\nA-1,Oak lamp,<p>Soft light</p>\n")
	to := catalog.SimplifiedChinese
	work, err := w.Listing(t.Context(), id, to)
	if err != nil {
		t.Fatal(err)
	}
	if len(work.Lines) < 3 || work.Product.State(to) != catalog.StateEmpty {
		t.Fatalf("%d lines in state %q", len(work.Lines), work.Product.State(to))
	}
	title := localize.Line{Field: catalog.ListingTitle}
	result, err := w.WriteLine(t.Context(), id, to, title, "橡木台灯")
	if err != nil || result.Entry == "" {
		t.Fatalf("written as %+v, %v", result, err)
	}
	if _, err := w.WriteLine(t.Context(), id, to, localize.Line{Field: catalog.ListingDescription, Part: "7"}, "x"); !errors.As(err, new(workspace.LineGoneError)) {
		t.Errorf("a line that is not there: %v", err)
	}
	work, err = w.Listing(t.Context(), id, to)
	if err != nil || work.Listing.Title != "橡木台灯" {
		t.Errorf("the title is %q, %v", work.Listing.Title, err)
	}
	if _, err := w.Undo(t.Context(), result.Entry, nil); err != nil {
		t.Fatal(err)
	}
	if work, err = w.Listing(t.Context(), id, to); err != nil || work.Listing.Title != "" {
		t.Errorf("the title is %q after undo, %v", work.Listing.Title, err)
	}
}

func TestSourceChanged(t *testing.T) {
	w, id := shopOf(t, "sku,title,description@zh-Hans\nA-1,Oak lamp,<p>柔和</p>\n")
	to := catalog.SimplifiedChinese
	if _, err := w.WriteLine(t.Context(), id, to, localize.Line{Field: catalog.ListingTitle}, "橡木台灯"); err != nil {
		t.Fatal(err)
	}
	changed := func() int {
		t.Helper()
		ids, err := w.IDs(t.Context(), catalog.Filter{Stale: to}, catalog.Sort{})
		if err != nil {
			t.Fatal(err)
		}
		return len(ids)
	}
	if got := changed(); got != 0 {
		t.Errorf("%d have another source, want none", got)
	}
	if _, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: catalog.FieldTitle, Text: "Oak desk lamp"}}); err != nil {
		t.Fatal(err)
	}
	if got := changed(); got != 1 {
		t.Errorf("%d have another source, want 1", got)
	}
	for _, title := range []string{"Oak lamp", "Oak floor lamp"} { // the second time its state stays what it was
		if _, err := w.MarkListing(t.Context(), id, to, catalog.StateReviewed); err != nil {
			t.Fatal(err)
		}
		if got := changed(); got != 0 {
			t.Errorf("%d have another source after a person has seen it, want none", got)
		}
		if _, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: catalog.FieldTitle, Text: title}}); err != nil {
			t.Fatal(err)
		}
		if got := changed(); got != 1 {
			t.Errorf("%d have another source after the title was changed again, want 1", got)
		}
	}
}

func TestListingLimits(t *testing.T) {
	limits, err := shop(t).ListingLimits(t.Context(), catalog.SimplifiedChinese)
	if err != nil {
		t.Fatal(err)
	}
	got := limits[catalog.ListingTitle]
	if got.Channel == nil || got.Channel.Name() != "taobao" || got.Limit.String() != "60 gbk-bytes" {
		t.Errorf("the title's limit is %+v", got)
	}
}
