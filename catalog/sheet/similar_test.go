package sheet

import "testing"

// One letter that is wrong, missing, too many or swapped with its neighbour is a
// misspelling, at either end too; two are another word.
func TestMisspells(t *testing.T) {
	for _, tt := range []struct {
		header, key string
		want        bool
	}{
		{"barcode", "barcode", false},
		{"barcoed", "barcode", true}, // the last two are swapped
		{"abrcode", "barcode", true}, // the first two are
		{"barcods", "barcode", true},
		{"parcode", "barcode", true},
		{"barcod", "barcode", true},
		{"arcode", "barcode", true},
		{"barcodes", "barcode", true},
		{"bbarcode", "barcode", true},
		{"barcdoe", "barcode", true},
		{"bacrdoe", "barcode", false},
		{"parcods", "barcode", false},
		{"barcoeds", "barcode", false},
		{"barco", "barcode", false},
		{"prize", "price", false}, // too short to be sure
	} {
		if got := misspells(tt.header, tt.key); got != tt.want {
			t.Errorf("misspells(%q, %q) = %v, want %v", tt.header, tt.key, got, tt.want)
		}
	}
}
