package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"tradewind.app/catalog"
)

// damages are ways in which a product's content is spoiled; the one of product 2 is.
var damages = map[string]string{
	"cut":     `UPDATE product_body SET body = substr(body, 1, 40) WHERE product = 2`,
	"garbage": `UPDATE product_body SET body = 'x' || hex(randomblob(50)) WHERE product = 2`,
	"missing": `DELETE FROM product_body WHERE product = 2`,
	"a list":  `UPDATE product_body SET body = '[1, 2]' WHERE product = 2`,
	"a kind":  `UPDATE product_body SET body = replace(body, '"title":"', '"title":7,"x":"') WHERE product = 2`,
}

// One product that cannot be read leaves all others usable: it is left out and
// named, found by doctor, kept by repair, and can be deleted.
func TestUnreadableProduct(t *testing.T) {
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			s := emptyStore(t)
			products := samples(5)
			apply(t, s, KindImport, news(products...)...)
			if _, err := s.writer.Exec(damage); err != nil {
				t.Fatal(err)
			}
			bad, sku := products[1].ID, products[1].Variants[0].SKU
			if got := len(all(t, s, catalog.Filter{})); got != 4 {
				t.Errorf("got %d products, want 4", got)
			}
			if got := s.Unreadable(); len(got) != 1 || got[0].ID != bad || got[0].SKU != sku || got[0].Missing != (name == "missing") {
				t.Errorf("left out: got %+v, want product %s", got, sku)
			}
			var which *UnreadableError
			if _, err := s.ProductBySKU(t.Context(), sku); !errors.As(err, &which) || which.Product.Name() != sku {
				t.Errorf("by its SKU: got %v, want UnreadableError of %s", err, sku)
			}
			if _, err := s.Find(t.Context(), []catalog.Key{{Kind: catalog.KeySKU, Value: sku}}); !errors.As(err, &which) {
				t.Errorf("found: got %v, want UnreadableError", err)
			}
			wantFinding(t, s, name == "missing")
			if err := s.Repair(t.Context(), nil); err != nil {
				t.Fatalf("repair: %v", err)
			}
			wantFinding(t, s, name == "missing")
			if _, err := s.ProductBySKU(t.Context(), sku); !errors.As(err, &which) {
				t.Errorf("after repair, by its SKU: got %v, want UnreadableError", err)
			}
			apply(t, s, KindEdit, news(sample(77))...)
			if name != "a kind" { // JSON, but no product's: only reading it tells
				wantBackup(t, s, 1)
			}
			discard(t, s, bad)
			if r := check(t, s); r.Products != 5 || r.Bodies != 5 || len(r.Findings) != 0 {
				t.Errorf("after it was deleted: got %+v, want 5 sound products", r)
			}
			apply(t, s, KindEdit, news(products[1])...) // what it had is free again
			wantBackup(t, s, 0)
		})
	}
}

func wantFinding(t *testing.T, s *Store, missing bool) {
	t.Helper()
	r := check(t, s)
	bodies := r.Products
	if missing {
		bodies--
	}
	if r.Bodies != bodies || len(r.Findings) != 1 || r.Findings[0].Kind != FlawUnreadable || r.Findings[0].Count != 1 {
		t.Errorf("got %+v, want one unreadable product and %d contents", r, bodies)
	}
}

// wantBackup makes a backup, which must tell how many products in it cannot be read.
func wantBackup(t *testing.T, s *Store, unreadable int) {
	t.Helper()
	b, err := s.BackUpNow(t.Context(), "asked")
	if err != nil || b.Unreadable != unreadable {
		t.Errorf("backup: got %d unreadable products (%v), want %d", b.Unreadable, err, unreadable)
	}
}

func discard(t *testing.T, s *Store, id catalog.ID) {
	t.Helper()
	b, err := s.Begin(t.Context(), Entry{Kind: KindDelete})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Discard(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// A product that was damaged and can still be read is not what its hash says. It
// can be changed and deleted all the same.
func TestDamagedButReadable(t *testing.T) {
	s := emptyStore(t)
	products := samples(3)
	apply(t, s, KindImport, news(products...)...)
	if _, err := s.writer.Exec(`UPDATE product_body SET body = replace(body, 'Bowl', 'Boat')`); err != nil {
		t.Fatal(err)
	}
	if r := check(t, s); len(r.Findings) != 1 || r.Findings[0].Kind != FlawBody || r.Findings[0].Count != 3 {
		t.Errorf("got %+v, want three bodies that differ", r.Findings)
	}
	there := all(t, s, catalog.Filter{})
	after := there[0].Clone()
	after.Brand = "Anew"
	apply(t, s, KindEdit, catalog.Change{Outcome: catalog.Changed, Before: there[0], After: after})
	apply(t, s, KindDelete, catalog.Change{Outcome: catalog.Deleted, Before: there[1]})
	never := products[2].Clone()
	never.Brand = "Never"
	_, err := s.Apply(t.Context(), Entry{Kind: KindEdit}, ListOf(catalog.Change{Outcome: catalog.Deleted, Before: never}), nil)
	if !errors.Is(err, ErrStale) {
		t.Errorf("what was never there: got %v, want ErrStale", err)
	}
}

// While products are unreadable no backup is thinned out: an older one may have
// them whole.
func TestNoThinningOfDamage(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(3)...)...)
	for range keepLast + 1 {
		if _, err := s.BackUpNow(context.Background(), "asked"); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.writer.Exec(damages["missing"]); err != nil {
		t.Fatal(err)
	}
	before, _ := filepath.Glob(filepath.Join(BackupFolder(s.Path()), "*")) // the pattern is right
	for range 5 {
		if _, err := s.BackUpNow(t.Context(), "asked"); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range before {
		if !isThere(name) {
			t.Errorf("%s is gone", filepath.Base(name))
		}
	}
}

// A setting that is no JSON is found.
func TestCheckFindsBrokenDocument(t *testing.T) {
	s := emptyStore(t)
	if _, err := s.SetDocument(t.Context(), Settings, "currency", "USD"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec(`UPDATE document SET body = '"US'`); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(check(t, s).Findings); got != "[{document-broken 1 setting currency}]" {
		t.Errorf("got findings %s", got)
	}
}

// An undo goes around what cannot be read: a damaged product is made whole again
// from the history, one that was deleted damaged stays away and is told.
func TestUndoAroundUnreadable(t *testing.T) {
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			s := emptyStore(t)
			products := samples(4)
			first := apply(t, s, KindImport, news(products...)...)
			var changes []catalog.Change
			for _, p := range products {
				after := p.Clone()
				after.Brand = "Anew"
				changes = append(changes, catalog.Change{Outcome: catalog.Changed, Before: p, After: after})
			}
			edit := apply(t, s, KindEdit, changes...)
			if _, err := s.writer.Exec(damage); err != nil {
				t.Fatal(err)
			}
			r, err := s.Undo(t.Context(), edit.ID, nil)
			if err != nil || r.Restored != 4 || len(r.Kept) != 0 {
				t.Fatalf("undo: got %+v (%v), want all four restored", r, err)
			}
			wantSound(t, s)
			if _, err := s.writer.Exec(damage); err != nil {
				t.Fatal(err)
			}
			discard(t, s, products[1].ID)
			last, err := s.LastUndoable(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if name != "a list" && name != "a kind" { // JSON, but no product's
				r, err = s.Undo(t.Context(), last.ID, nil)
				if err != nil || len(r.Kept) != 1 || r.Kept[0].Reason != KeptUnreadable {
					t.Errorf("undo of the deletion: got %+v (%v), want it kept as unreadable", r, err)
				}
			}
			if r, err = s.Undo(t.Context(), first.ID, nil); err != nil || len(r.Kept) > 1 {
				t.Errorf("undo of the import: got %+v (%v)", r, err)
			}
		})
	}
}

// An import whose products were damaged since can be undone.
func TestUndoOfDamagedImport(t *testing.T) {
	for name, damage := range damages {
		s := emptyStore(t)
		entry := apply(t, s, KindImport, news(samples(4)...)...)
		if _, err := s.writer.Exec(damage); err != nil {
			t.Fatal(err)
		}
		if r, err := s.Undo(t.Context(), entry.ID, nil); err != nil || r.Restored != 4 {
			t.Errorf("%s: got %+v (%v), want four products deleted", name, r, err)
		}
		if r := check(t, s); r.Products != 0 || len(r.Findings) != 0 {
			t.Errorf("%s: got %+v, want none", name, r)
		}
	}
}

// Who has a code keeps it, also when it cannot be read: the step that would give it to
// another product is refused, and the other steps are made.
func TestUndoAroundUnreadableOwner(t *testing.T) {
	for _, damage := range []string{"cut", "garbage", "a list", "a kind"} {
		t.Run(damage, func(t *testing.T) {
			s := emptyStore(t)
			products := samples(3)
			apply(t, s, KindImport, news(products...)...)
			given, taker := products[0], products[1]
			code := given.Variants[0].SKU
			edit := apply(t, s, KindEdit, withSKU(given, "GIVEN-UP"), withSKU(products[2], "OTHER"))
			apply(t, s, KindEdit, withSKU(taker, code))
			if _, err := s.writer.Exec(damages[damage]); err != nil {
				t.Fatal(err)
			}
			r, err := s.Undo(t.Context(), edit.ID, nil)
			if err != nil || r.Restored != 1 || len(r.Kept) != 1 || r.Kept[0].Product != given.ID {
				t.Fatalf("undo: got %+v (%v), want the one whose SKU is taken kept", r, err)
			}
		})
	}
}

// withSKU changes the SKU of a product's first variant.
func withSKU(p *catalog.Product, sku string) catalog.Change {
	return edited(p, func(p *catalog.Product) { p.Variants[0].SKU = sku })
}
