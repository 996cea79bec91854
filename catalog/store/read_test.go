package store

import (
	"testing"

	"tradewind.app/catalog"
)

// A panic in the middle of a read comes out, and leaves nothing that would keep the
// catalogue from being read and closed.
func TestPanicInARead(t *testing.T) {
	s := emptyStore(t)
	if _, err := s.Apply(t.Context(), Entry{Kind: KindImport}, ListOf(news(samples(3)...)...), nil); err != nil {
		t.Fatal(err)
	}
	reads := map[string]func(){
		"rows": func() {
			_ = s.read(t.Context(), func(c *session) error {
				return each(c.query(`SELECT seq FROM product`))(func(scanner) error { panic("broken") })
			})
		},
		"products": func() {
			for range s.Products(t.Context(), catalog.Filter{}) {
				panic("broken")
			}
		},
	}
	for name, read := range reads {
		func() {
			defer func() {
				if got := recover(); got != "broken" {
					t.Errorf("%s: recovered %v, want the panic of the read", name, got)
				}
			}()
			read()
		}()
	}
	if n, err := s.Count(t.Context(), catalog.Filter{}); err != nil || n != 3 {
		t.Errorf("after the panics: %d products, %v, want 3", n, err)
	}
}
