package product

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
)

// TestChoosingAPictureAllowsIt: a sheet has named a file of another folder; it is
// opened once a person has chosen the same file.
func TestChoosingAPictureAllowsIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "elsewhere.png")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	s := viewtest.Shop(t, job.Inline{}, viewtest.VariantSheet)
	sheet := filepath.Join(t.TempDir(), "supplier.csv")
	if err := os.WriteFile(sheet, []byte("sku,image\nT-S,"+path+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	result, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: sheet}, nil)
	if err != nil || result.Changed != 1 {
		t.Fatalf("%+v, %v", result, err)
	}
	p := Of(s)
	p.Receive(view.Target{Place: view.ProductPlace, Product: viewtest.IDOf(t, s, "T-S"), Among: viewtest.AllIDs(t, s)})
	p.Enter()
	p.ShowTab(ImagesTab)
	t.Cleanup(p.Leave)
	if known, ok := p.Picture(path); !ok || known.Facts.State != workspace.PictureOutside {
		t.Fatalf("%+v (%v), want it outside", known, ok)
	}
	if n := p.AddImages([]string{path}); n != 0 {
		t.Errorf("%d were added, want the picture that is there", n)
	}
	if known, ok := p.Picture(path); !ok || known.Facts.State != workspace.PictureFine || known.Thumb == nil {
		t.Errorf("%+v (%v), want it fine", known, ok)
	}
}
