package workspace_test

import (
	"errors"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// TestAcceptingWhatIsBlocked: no way of writing accepts a listing that a channel would
// refuse, and what was accepted before stays as it was.
func TestAcceptingWhatIsBlocked(t *testing.T) {
	to := catalog.SimplifiedChinese
	state := catalog.ListingState.At(to)
	w, id := shopOf(t, "sku,title,title@zh-Hans,description@zh-Hans\nA-1,Oak lamp,"+strings.Repeat("橡木台灯", 8)+",<p>柔和</p>\nA-2,Pine lamp,松木台灯,<p>柔和</p>\n")
	reviewed := string(catalog.StateReviewed)
	writes := map[string]func() error{
		"mark": func() error {
			_, err := w.MarkListing(t.Context(), id, to, catalog.StateReviewed)
			return err
		},
		"set": func() error {
			_, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: state, Text: reviewed}})
			return err
		},
		"set with another short title": func() error {
			_, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: catalog.FieldBrand, Text: "Alder"}, {Field: state, Text: reviewed}})
			return err
		},
		"cells": func() error {
			_, err := w.SetCells(t.Context(), []workspace.CellEdit{{Product: product(t, w, "A-2").ID, Field: state, Text: reviewed}, {Product: id, Field: state, Text: reviewed}})
			return err
		},
		"product": func() error {
			was := product(t, w, "A-1")
			is := was.Clone()
			is.WriteListing(to, catalog.ListingState, func(l *catalog.Listing) { l.State = catalog.StateReviewed })
			_, err := w.SaveProduct(t.Context(), was, is)
			return err
		},
	}
	for name, write := range writes {
		var refused *workspace.RefusedError
		if err := write(); !errors.As(err, &refused) {
			t.Errorf("%s: got %v, want it refused", name, err)
			continue
		}
		if got := refused.Problems; len(got) != 2 || got[0].Code != "listing-not-accepted" || got[1].Code != "title-too-long" {
			t.Errorf("%s: refused by %+v", name, got)
		}
	}
	edit := workspace.BulkEdit{Field: state, Op: workspace.BulkSet, Text: reviewed}
	result, err := w.Bulk(t.Context(), catalog.Filter{}, edit, nil)
	if err != nil || result.Changed != 1 || result.Refused != 1 {
		t.Errorf("bulk: %+v, %v; want one of both accepted", result, err)
	}
	if got := product(t, w, "A-1").Listing(to).State; got == catalog.StateReviewed {
		t.Error("A-1 is accepted")
	}
	// One that is accepted already may be edited, and put into order in one write.
	if _, err := w.Set(t.Context(), "A-2", []catalog.Value{{Field: catalog.FieldBrand, Text: "Alder"}}); err != nil {
		t.Error(err)
	}
	title := catalog.Value{Field: catalog.ListingTitle.At(to), Text: "橡木台灯"}
	if _, err := w.Set(t.Context(), "A-1", []catalog.Value{title, {Field: state, Text: reviewed}}); err != nil {
		t.Error(err)
	}
}
