package shopify

import (
	"testing"

	"tradewind.app/export/exporttest"
)

func TestChannel(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	exporttest.Conform(t, c)
	exporttest.Golden(t, c)
}
