package taobao

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"tradewind.app/export"
	"tradewind.app/export/exporttest"
)

// written exports the sound products and returns the folder and the file's bytes.
func written(t *testing.T) (dir string, file []byte) {
	t.Helper()
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	if _, err := export.Run(context.Background(), c, exporttest.Stream(exporttest.Sound()...), export.NewDirSink(dir), exporttest.Options(), nil); err != nil {
		t.Fatal(err)
	}
	file, err = os.ReadFile(filepath.Join(dir, "taobao.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return dir, file
}

// utf16Text decodes UTF-16LE with its mark, by the book.
func utf16Text(t *testing.T, b []byte) string {
	t.Helper()
	if len(b)%2 != 0 || !bytes.HasPrefix(b, []byte{0xFF, 0xFE}) {
		t.Fatalf("%d bytes that begin with % x: not UTF-16LE with a mark", len(b), b[:min(len(b), 4)])
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 2; i < len(b); i += 2 {
		units = append(units, uint16(b[i])|uint16(b[i+1])<<8)
	}
	return string(utf16.Decode(units))
}

// TestBytes: mark, line ends, one line for each header and product, no character
// lost.
func TestBytes(t *testing.T) {
	_, b := written(t)
	text := utf16Text(t, b)
	if !strings.HasPrefix(text, "version 1.00\ntitle\tcid\t") || !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
		t.Errorf("it begins with %q and ends with %q", text[:30], text[len(text)-10:])
	}
	if strings.ContainsAny(text, "\r\ufffd\x1a\x00\ufeff") {
		t.Error("there is a CR, a substitute or a mark inside")
	}
	if got, want := strings.Count(text, "\n"), 3+len(exporttest.Sound()); got != want {
		t.Errorf("%d lines, want %d", got, want)
	}
}

// TestLikeARealExport holds header lines, the number of cells and which of them
// stand in quotes against a file that Taobao Assistant wrote.
func TestLikeARealExport(t *testing.T) {
	real, err := os.ReadFile(filepath.Join(shared(), "data", "feeds", "taobao", "test.csv"))
	if err != nil {
		t.Skipf("NOT TESTED: the structure against a real export: %v", err)
	}
	_, b := written(t)
	got, want := strings.Split(utf16Text(t, b), "\n"), strings.Split(utf16Text(t, real), "\n")
	for i := range 2 { // the third line is in the code page of the machine that wrote it
		if got[i] != want[i] {
			t.Errorf("line %d is %q, want %q", i+1, got[i], want[i])
		}
	}
	wantQuoted := quoted(want[3])
	for i, line := range got[3 : len(got)-1] {
		if !slices.Equal(quoted(line), wantQuoted) {
			t.Errorf("product %d: in quotes %v, want %v", i+1, quoted(line), wantQuoted)
		}
	}
	if len(wantQuoted) != 63 {
		t.Errorf("the real export has %d columns, want 63", len(wantQuoted))
	}
}

// quoted tells of each cell of a line whether it stands in quotes. No cell of the
// real export has a tab.
func quoted(line string) []bool {
	var list []bool
	for cell := range strings.SplitSeq(line, "\t") {
		list = append(list, strings.HasPrefix(cell, `"`))
	}
	return list
}

// TestChineseNames holds the third line against a list made from real exports.
func TestChineseNames(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(shared(), "data", "feeds", "taobao", "columns_67.tsv"))
	if err != nil {
		t.Skipf("NOT TESTED: the Chinese names of the columns: %v", err)
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for i, col := range c.Spec().Columns {
		if col.Name != rows[i][1] || col.TitleZH != rows[i][2] {
			t.Errorf("column %d is %s %s, want %s %s", i+1, col.Name, col.TitleZH, rows[i][1], rows[i][2])
		}
	}
}

// TestPictures: each picture that is a file lies in the folder as a JPEG, under
// the name that the row gives it.
func TestPictures(t *testing.T) {
	dir, b := written(t)
	text := utf16Text(t, b)
	files, err := filepath.Glob(filepath.Join(dir, "taobao", "*.tbi"))
	if err != nil || len(files) != 2 {
		t.Fatalf("pictures %q, %v, want 2", files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".tbi")
		if !strings.Contains(text, name+":1:") && !strings.Contains(text, name+":2:") {
			t.Errorf("no row names %s", name)
		}
		head, err := os.ReadFile(file)
		if err != nil || !bytes.HasPrefix(head, []byte{0xFF, 0xD8, 0xFF}) {
			t.Errorf("%s is no JPEG: % x, %v", name, head[:min(len(head), 4)], err)
		}
	}
}

// shared is the folder of reference material beside the checkout.
func shared() string {
	if dir := os.Getenv("TRADEWIND_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "..", "shared")
}
