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
}

func TestGolden(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	exporttest.Golden(t, c)
}
