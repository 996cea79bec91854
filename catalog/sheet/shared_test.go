package sheet_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// sharedFile returns a file of the folder with real inputs beside the checkout.
func sharedFile(t testing.TB, parts ...string) string {
	t.Helper()
	root := os.Getenv("TRADEWIND_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("NOT TESTED: no %s; set TRADEWIND_SHARED to the folder with the real spreadsheets", path)
	}
	return path
}

// openBook opens a file and closes it with the test.
func openBook(t testing.TB, path string, o sheet.Options) (*sheet.Book, error) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Open(path, f, info.Size(), o)
	if err != nil {
		return nil, err
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b, nil
}

// importRows reads a whole file.
func importRows(t testing.TB, path string, o sheet.Options) ([]catalog.ImportRow, *sheet.Book) {
	t.Helper()
	b, err := openBook(t, path, o)
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := b.Guess(o)
	if err != nil {
		t.Fatal(err)
	}
	var all []catalog.ImportRow
	for d, err := range b.ImportRows(context.Background(), m, o) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d)
	}
	return all, b
}

// text is a field of an import row's product or of its first variant.
func text(d catalog.ImportRow, f catalog.Field) string {
	if s := catalog.Text(d.Values, f); s != "" || len(d.Variants) == 0 {
		return s
	}
	return catalog.Text(d.Variants[0].Values, f)
}
