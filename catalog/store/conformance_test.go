package store_test

import (
	"path/filepath"
	"testing"

	"tradewind.app/catalog/store"
	"tradewind.app/catalog/store/storetest"
)

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Store {
		s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "shop.tradewind"), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return s
	})
}
