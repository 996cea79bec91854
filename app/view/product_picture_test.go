package view

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/app/job"
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
	s := productShop(t, job.Inline{}, productSheet)
	sheet := filepath.Join(t.TempDir(), "supplier.csv")
	if err := os.WriteFile(sheet, []byte("sku,image\nT-S,"+path+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	result, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: sheet}, nil)
	if err != nil || result.Changed != 1 {
		t.Fatalf("%+v, %v", result, err)
	}
	p := s.Product()
	p.Receive(Target{Place: ProductPlace, Product: idOf(t, s, "T-S"), Among: allIDs(t, s)})
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
