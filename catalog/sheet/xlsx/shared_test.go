package xlsx

import (
	"os"
	"path/filepath"
	"testing"
)

// shared returns a path in the folder with real inputs beside the checkout.
func shared(t testing.TB, parts ...string) string {
	t.Helper()
	root := os.Getenv("TRADEWIND_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("NOT TESTED: no %s; set TRADEWIND_SHARED to the folder with the real spreadsheets", path)
	}
	return path
}
