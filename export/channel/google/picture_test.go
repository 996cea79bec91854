package google

import (
	"iter"
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// TestPicturesOfThisComputer: a shop's pictures lie in a folder here and, under
// the same names, on its site.
func TestPicturesOfThisComputer(t *testing.T) {
	tests := map[string]struct {
		pattern    string
		sources    []string
		main, more string
	}{
		"on the web":       {"", []string{"https://a.example/1.png", "https://a.example/2.png"}, "https://a.example/1.png", "https://a.example/2.png"},
		"files":            {"", []string{"images/1.png"}, "", ""},
		"files, known web": {"https://a.example/p/{file}", []string{"images/1.png", `pics\two 2.png`}, "https://a.example/p/1.png", "https://a.example/p/two%202.png"},
		"both":             {"https://a.example/p/{file}", []string{"1.png", "https://b.example/2.png"}, "https://a.example/p/1.png", "https://b.example/2.png"},
	}
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := &catalog.Product{Handle: "bowl", Title: "Bowl", Variants: []catalog.Variant{{SKU: "B-1"}}}
			p.SetImages(tt.sources)
			preview, err := c.Preview(one(p), export.Options{All: true, PictureURL: tt.pattern}, 1)
			if err != nil {
				t.Fatal(err)
			}
			for column, want := range map[string]string{"image_link": tt.main, "additional_image_link": tt.more} {
				at := slices.IndexFunc(c.Spec().Columns, func(col export.Column) bool { return col.Name == column })
				if got := preview.Rows[0][at]; got != want {
					t.Errorf("%s = %q, want %q", column, got, want)
				}
			}
		})
	}
}

func one(p *catalog.Product) iter.Seq2[*catalog.Product, error] {
	return func(yield func(*catalog.Product, error) bool) { yield(p, nil) }
}
