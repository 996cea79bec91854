package workspace_test

import (
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func TestSurveyAddsUp(t *testing.T) {
	w := sampleShop(t)
	last := 0
	s, err := w.Evaluate(t.Context(), w.Channels(), catalog.Filter{}, func(done, _ int) { last = done })
	if err != nil {
		t.Fatal(err)
	}
	if s.Products == 0 || last != s.Products {
		t.Errorf("%d products, progress ended at %d", s.Products, last)
	}
	for _, c := range s.Channels {
		if got := c.Blocked + c.Warned + c.Ready; got != s.Products {
			t.Errorf("%s: the states add up to %d, want %d", c.Channel.Name(), got, s.Products)
		}
	}
	if len(s.Problems) == 0 {
		t.Fatal("the sample is without problems")
	}
	for _, p := range s.Problems {
		if p.Products == 0 || p.Products > s.Products || len(p.Channels) == 0 {
			t.Errorf("%s: %d products in %d channels", p.First.Code, p.Products, len(p.Channels))
		}
	}
}

func TestPreviewExportIsTheFile(t *testing.T) {
	w := sampleShop(t)
	r := workspace.ExportRequest{Channel: "shopify"}
	tables, err := w.PreviewExport(t.Context(), r, 1000)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%d tables, %v", len(tables), err)
	}
	all := tables[0]
	if tables, err = w.PreviewExport(t.Context(), r, 3); err != nil {
		t.Fatal(err)
	}
	if few := tables[0]; len(few.Rows) != 3 || few.File != all.File || len(few.Header) == 0 {
		t.Fatalf("%d rows of %q; want 3 of %q", len(few.Rows), few.File, all.File)
	}
	r.Dir = t.TempDir()
	report, err := w.Export(t.Context(), r, nil)
	if err != nil || len(report.Files) == 0 || report.Files[0].Rows != len(all.Rows) {
		t.Errorf("%+v, %v; the preview had %d rows", report.Files, err, len(all.Rows))
	}
	if _, err := w.PreviewExport(t.Context(), workspace.ExportRequest{Channel: "nowhere"}, 3); err == nil {
		t.Error("a channel that there is not has a preview")
	}
}
