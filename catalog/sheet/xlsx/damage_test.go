package xlsx

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbookOf writes a workbook of n rows as the library does, with shared strings
// and a column of codes with leading zeros.
func workbookOf(t testing.TB, n int) []byte {
	t.Helper()
	f := excelize.NewFile()
	format := "00000000"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetColStyle("Sheet1", "C", style); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		row := []any{fmt.Sprintf("SKU-%05d", i), fmt.Sprintf("保温杯 bottle %x", r.Uint64()), r.IntN(1e6), float64(r.IntN(1e6)) / 100}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestFlippedBits damages a workbook at many places: each time there must be an
// error, or every cell as it was. The library returns a part of the rows without
// an error for most of these.
func TestFlippedBits(t *testing.T) {
	whole := workbookOf(t, 500)
	want, err := read(t, whole)
	if err != nil {
		t.Fatal(err)
	}
	if len(want) != 2000 {
		t.Fatalf("got %d cells, want 2000", len(want))
	}
	bits := 600
	if testing.Short() {
		bits = 100
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range bits {
		at, bit := r.IntN(len(whole)), r.IntN(8)
		damaged := bytes.Clone(whole)
		damaged[at] ^= 1 << bit
		got, err := read(t, damaged)
		if err == nil && !slices.Equal(got, want) {
			t.Errorf("byte %d bit %d: %d cells and no error, want %d or an error", at, bit, len(got), len(want))
		}
	}
}

func TestCutFile(t *testing.T) {
	whole := workbookOf(t, 100)
	for _, percent := range []int{0, 1, 10, 50, 90, 99} {
		if _, err := read(t, whole[:len(whole)*percent/100]); err == nil {
			t.Errorf("%d %% of the file: got no error", percent)
		}
	}
}
