package assets

import (
	"bytes"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestTablesAreThere(t *testing.T) {
	for _, folder := range []string{"terms", "language", "patterns", "sizes"} {
		names, err := fs.Glob(FS, folder+"/*.tsv")
		if err != nil {
			t.Fatal(err)
		}
		if len(names) == 0 {
			t.Errorf("no table of %s is embedded", folder)
		}
	}
}

func TestIconIsSquare(t *testing.T) {
	c, format, err := image.DecodeConfig(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if format != "png" || c.Width != 512 || c.Height != 512 {
		t.Errorf("icon is %s of %d x %d, want png of 512 x 512", format, c.Width, c.Height)
	}
}

// TestSampleNamesItsPictures also keeps the sample small: it is part of every
// binary.
func TestSampleNamesItsPictures(t *testing.T) {
	named := picturesNamed(t)
	total := 0
	err := fs.WalkDir(FS, "samples/images", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := FS.ReadFile(name)
		if err != nil {
			return err
		}
		total += len(data)
		if !named[name] {
			t.Errorf("%s belongs to no product", name)
		}
		delete(named, name)
		c, format, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return err
		}
		if want := map[string]string{".png": "png", ".jpg": "jpeg"}[path.Ext(name)]; format != want || c.Width != 800 || c.Height != 800 {
			t.Errorf("%s is %s of %d x %d, want %s of 800 x 800", name, format, c.Width, c.Height, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range named {
		t.Errorf("%s is named in the workbook and missing", name)
	}
	if limit := 1_500_000; total > limit {
		t.Errorf("the pictures have %d bytes, want at most %d", total, limit)
	}
}

// picturesNamed reads the column Images.
func picturesNamed(t *testing.T) map[string]bool {
	t.Helper()
	data, err := FS.ReadFile("samples/shop.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cols, err := f.GetCols("Products")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, col := range cols {
		if len(col) < 5 || col[3] != "Images" {
			continue
		}
		for _, cell := range col[4:] {
			for name := range strings.SplitSeq(cell, "; ") {
				if name != "" {
					named[path.Join("samples", name)] = true
				}
			}
		}
	}
	if len(named) == 0 {
		t.Fatal("no picture is named in the column Images of row 4")
	}
	return named
}

func TestIconsAreThere(t *testing.T) {
	names, err := fs.Glob(FS, "icons/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Error("no icon of the window is embedded")
	}
}
