package localize

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// sharedFile reads a test vector that lies beside the checkout and is not part
// of the project.
func sharedFile(t *testing.T, name string, v any) {
	t.Helper()
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		t.Skipf("NOT TESTED against independent vectors: %s is missing (set TRADEWIND_SHARED)", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
