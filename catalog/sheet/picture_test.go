package sheet_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// putPicture lays a picture over a cell, or into it.
func putPicture(t *testing.T, f *excelize.File, cell string, kind excelize.PictureInsertType) {
	t.Helper()
	var b bytes.Buffer
	check(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 4))))
	check(t, f.AddPictureFromBytes("List", cell, &excelize.Picture{Extension: ".png", File: b.Bytes(), InsertType: kind, Format: &excelize.GraphicOptions{}}))
}

// TestPicturesOverCells: pictures that float over the products are counted with
// their cells; a logo above the header and a chart are none.
func TestPicturesOverCells(t *testing.T) {
	path := writeBook(t, bookSheet{
		name: "List",
		rows: [][]any{{"Alder Ltd."}, {"SKU", "Title", "Picture", "Price"}, {"A-1", "Pot", nil, 5}, {"A-2", "Pan", nil, 6}, {"A-3", "Lid", nil, 7}},
		also: func(f *excelize.File) {
			putPicture(t, f, "D1", excelize.PictureInsertTypePlaceOverCells)
			putPicture(t, f, "C3", excelize.PictureInsertTypePlaceOverCells)
			putPicture(t, f, "C5", excelize.PictureInsertTypePlaceOverCells)
			check(t, f.AddChart("List", "C4", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "x", Values: "List!$D$3:$D$5"}}}))
		},
	})
	got, b := importRows(t, path, sheet.Options{})
	if len(got) != 3 {
		t.Errorf("got %d products, want 3", len(got))
	}
	if g, w := told(b.Summary()), "pictures-unread C3, C5"; g != w {
		t.Errorf("told %q, want %q", g, w)
	}
	m, err := guess(t, path, sheet.Options{})
	check(t, err)
	before, err := b.Account(m, sheet.Options{})
	check(t, err)
	if g, w := told(before), "pictures-unread C3, C5"; g != w {
		t.Errorf("told before the import %q, want %q", g, w)
	}
}

// TestPicturesInUnknownColumns: pictures in cells of a column that was not recognised are told as well.
func TestPicturesInUnknownColumns(t *testing.T) {
	path := writeBook(t, bookSheet{
		name: "List",
		rows: [][]any{{"SKU", "Title", "Price"}, {"A-1", "Pot", 5}, {"A-2", "Pan", 6}},
		also: func(f *excelize.File) {
			check(t, f.SetCellFormula("List", "D2", `_xlfn.DISPIMG("ID_1",1)`))
			check(t, f.SetCellFormula("List", "D3", `_xlfn.DISPIMG("ID_2",1)`))
		},
	})
	_, b := importRows(t, path, sheet.Options{})
	if g, w := told(b.Summary()), "pictures-unread D2, D3"; g != w {
		t.Errorf("told %q, want %q", g, w)
	}
	path = writeBook(t, bookSheet{
		name: "List",
		rows: [][]any{{"SKU", "Title", "Price", "Picture"}, {"A-1", "Pot", 5}},
		also: func(f *excelize.File) { check(t, f.SetCellFormula("List", "D2", `_xlfn.DISPIMG("ID_1",1)`)) },
	})
	got, _ := importRows(t, path, sheet.Options{})
	if p := got[0].Problems; len(p) != 1 || p[0].Code != "picture-in-cell" || p[0].Place != catalog.Place("book.xlsx!List!D2") {
		t.Errorf("got %+v, want picture-in-cell at D2", p)
	}
}
