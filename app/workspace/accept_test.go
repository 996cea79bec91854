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
			is.MarkListing(to, w.Marked(catalog.StateReviewed))
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
	if got := product(t, w, "A-1").State(to); got == catalog.StateReviewed {
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

// TestAcceptedBefore: a listing that was accepted elsewhere, or before a channel's rules
// changed, does not keep anybody from editing its product.
func TestAcceptedBefore(t *testing.T) {
	w, _ := shopOf(t, "sku,title,title@zh-Hans,description@zh-Hans\nA-1,Oak lamp,橡木台灯,<p>柔和</p>\n")
	to := catalog.SimplifiedChinese
	if _, err := w.MarkListing(t.Context(), product(t, w, "A-1").ID, to, catalog.StateReviewed); err != nil {
		t.Fatal(err)
	}
	importFile(t, w, workspace.ImportRequest{File: file(t, "long.csv", "sku,title,title@zh-Hans\nA-1,Oak lamp,"+strings.Repeat("橡木台灯", 8)+"\n")})
	if _, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: catalog.FieldBrand, Text: "Alder"}}); err != nil {
		t.Error(err)
	}
}

// TestWarningsDoNotBlock: what a channel only warns of keeps no listing from being accepted.
func TestWarningsDoNotBlock(t *testing.T) {
	w, id := shopOf(t, "sku,title,title@zh-Hans\nA-1,Pine lamp,松木台灯\n")
	to := catalog.SimplifiedChinese
	in, err := w.Inspect(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	warned := false
	for _, c := range in.Channels {
		for _, p := range c.Problems {
			_, at, ofListing := catalog.Field(p.Field).Locale()
			warned = warned || ofListing && at == to && p.Severity != catalog.Blocked
		}
	}
	check, err := w.ListingCheck(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range check.Blockers(in.Product) {
		if p.Severity != catalog.Blocked {
			t.Errorf("%s blocks, and is a %s", p.Code, p.Severity)
		}
	}
	if !warned {
		t.Error("no channel warns of anything in the listing, so this tests nothing")
	}
}
