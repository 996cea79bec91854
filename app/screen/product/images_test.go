package product

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
)

// TestProductShowsAPictureOnceItIsRead: it is added at once, and read in the
// background.
func TestProductShowsAPictureOnceItIsRead(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	s.Tap("product-tab:images")
	f, err := os.Create(filepath.Join(filepath.Dir(s.Session.Workspace.Path()), "front.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewRGBA(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	runner := &job.Stepping{}
	s.Session.Runner = runner
	s.product.model.AddImages([]string{f.Name()})
	shown := func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(s.product.shown.(*imagesPage).side), func(o fyne.CanvasObject) bool {
			picture, ok := o.(*canvas.Image)
			return ok && picture.Image != nil && picture.Resource == nil // no icon
		})
	}
	if shown() {
		t.Fatal("shown before it was read")
	}
	for runner.Work() || runner.Deliver() {
	}
	if !shown() {
		t.Error("it was read and is not shown")
	}
}
