// Package storetest is what the use cases need of a store, as tests: products, filters,
// search, the history and undo, documents and findings. Whatever keeps a catalogue must
// pass it; one more database does so in five lines:
//
//	func TestConformance(t *testing.T) {
//		storetest.Run(t, func(t *testing.T) storetest.Store { return open(t) })
//	}
//
// Files, locks, backups and repairs are no part of it: they are one database's own.
package storetest

import (
	"context"
	"io"
	"iter"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// Store is the contract.
type Store interface {
	Products
	History
	Documents
	Findings
}

// Products are read and written.
type Products interface {
	Apply(ctx context.Context, e store.Entry, changes catalog.Changes, progress func(done int)) (store.Entry, error)
	Product(ctx context.Context, id catalog.ID) (*catalog.Product, error)
	Find(ctx context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error)
	Products(ctx context.Context, f catalog.Filter) iter.Seq2[*catalog.Product, error]
	IDs(ctx context.Context, f catalog.Filter, by catalog.Sort) iter.Seq2[catalog.ID, error]
	Rows(ctx context.Context, ids []catalog.ID) ([]store.Row, error)
	Page(ctx context.Context, q store.PageQuery) (store.Page, error)
	Count(ctx context.Context, f catalog.Filter) (int, error)
	Size(ctx context.Context) (products, variants int, err error)
	Facets(ctx context.Context, f catalog.Filter, field catalog.Field) ([]store.Facet, error)
	Dump(ctx context.Context, w io.Writer) error
}

// History makes every write undoable.
type History interface {
	Entry(ctx context.Context, id string) (store.Entry, error)
	Undo(ctx context.Context, id catalog.ID, progress func(done, total int)) (store.UndoResult, error)
	NewestEntry(ctx context.Context) (int64, error)
	ChangesSince(ctx context.Context, since int64) (store.Changes, error)
}

// Documents are what is kept besides products.
type Documents interface {
	Document(ctx context.Context, kind store.DocumentKind, name string, value any) (bool, error)
	Documents(ctx context.Context, kind store.DocumentKind) ([]store.Document, error)
	SetDocument(ctx context.Context, kind store.DocumentKind, name string, value any) (store.Entry, error)
}

// Findings are derived from products.
type Findings interface {
	FindingsState(ctx context.Context) (store.FindingsState, error)
	UseSources(ctx context.Context, sources []store.SourceVersions) error
	PendingProducts(ctx context.Context, limit int) ([]store.PendingProduct, error)
	WriteFindings(ctx context.Context, sources []store.SourceVersions, list []store.ProductFindings) error
	ForgetFindings(ctx context.Context) error
	Sharing(ctx context.Context, keys []uint32) (map[uint32][]int64, error)
	Summarize(ctx context.Context, f catalog.Filter, sources ...catalog.FindingSource) (*catalog.Summary, error)
	Found(ctx context.Context, f catalog.Filter) iter.Seq2[store.Found, error]
	States(ctx context.Context, ids []catalog.ID) (map[catalog.ID][]catalog.Readiness, error)
}

// Run tests a store; open returns an empty one, which open's test closes.
func Run(t *testing.T, open func(t *testing.T) Store) {
	for name, test := range map[string]func(*testing.T, Store){
		"products are kept as they are":          testProducts,
		"what was read before is not written to": testStale,
		"filters are those of the domain":        testFilters,
		"lists are ordered and paged":            testPages,
		"search":                                 testSearch,
		"undo":                                   testUndo,
		"changes since an entry":                 testChanges,
		"documents":                              testDocuments,
		"findings follow products":               testFindings,
		"findings and nothing more are derived":  testDerived,
	} {
		t.Run(name, func(t *testing.T) { test(t, open(t)) })
	}
}

// shop is a small catalogue.
func shop() []*catalog.Product {
	quantity := int64(3)
	var products []*catalog.Product
	for _, one := range []struct{ sku, title, brand, price string }{
		{"A-1", "Oak Board", "Alder", "68"}, {"A-2", "Maple Syrup", "Alder", "12.40"}, {"A-3", "Pine Soap", "Birch", "9"}, {"A-4", "Éclair Stand", "", ""},
	} {
		p := &catalog.Product{ID: catalog.NewID(), Handle: strings.ToLower(one.sku), Title: one.title, Brand: one.brand, Status: catalog.StatusActive}
		v := catalog.Variant{ID: catalog.NewID(), SKU: one.sku, Quantity: &quantity}
		if one.price != "" {
			amount, err := catalog.ParseDecimal(one.price)
			if err != nil {
				panic(err) // they are written above
			}
			v.Price = catalog.Money{Amount: amount, Currency: "USD"}
		}
		p.Variants = []catalog.Variant{v}
		products = append(products, p)
	}
	return products
}

func created(products ...*catalog.Product) []catalog.Change {
	changes := make([]catalog.Change, len(products))
	for i, p := range products {
		changes[i] = catalog.Change{Outcome: catalog.New, After: p}
	}
	return changes
}

// edited changes a copy of a product.
func edited(p *catalog.Product, edit func(*catalog.Product)) catalog.Change {
	after := p.Clone()
	edit(after)
	return catalog.Change{Outcome: catalog.Changed, Before: p, After: after}
}

func apply(t *testing.T, s Store, kind store.Kind, changes ...catalog.Change) store.Entry {
	t.Helper()
	entry, err := s.Apply(t.Context(), store.Entry{Kind: kind}, store.ListOf(changes...), nil)
	if err != nil {
		t.Fatal(err)
	}
	return entry
}

// filled writes the shop into a store and returns it as it is read.
func filled(t *testing.T, s Store) []*catalog.Product {
	t.Helper()
	apply(t, s, store.KindEdit, created(shop()...)...)
	return all(t, s, catalog.Filter{})
}

func all(t *testing.T, s Store, f catalog.Filter) (list []*catalog.Product) {
	t.Helper()
	for p, err := range s.Products(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

func dump(t *testing.T, s Store) string {
	t.Helper()
	var b strings.Builder
	if err := s.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
