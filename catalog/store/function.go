package store

import (
	"database/sql/driver"
	"fmt"
	"strings"
	"sync"

	"modernc.org/sqlite"

	"tradewind.app/catalog"
)

// Functions in Go that our statements call. The schema names none, so
// the file stays readable for other tools.
//
//	search_terms(text)        the terms of a folded text, for the index
//	search_query(text)        an FTS5 query for all words of a folded text
//	search_match(text, words) whether a folded text has all words
//	key_of_handle(handle)     the form in which a handle is compared
//	key_of_gtin(code)         the form in which a GTIN is compared, '' for none
//	listing_state(body, tag)  the state of a product's listing in a locale, '' for none
//	listing_stale(body, tag)  1 where a text of it is out of date, otherwise 0
func registerFunctions() error {
	functions := []struct {
		name string
		args int32
		call func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error)
	}{
		{"search_terms", 1, searchTerms},
		{"search_query", 1, searchQuery},
		{"search_match", 2, searchMatch},
		{"key_of_handle", 1, keyOf(catalog.HandleKey)},
		{"key_of_gtin", 1, keyOf(catalog.GTINKey)},
		{"listing_state", 2, ofListing(func(p *catalog.Product, l *catalog.Listing) driver.Value { return string(p.StateOf(l)) }, "")},
		{"listing_stale", 2, ofListing(func(p *catalog.Product, l *catalog.Listing) driver.Value { return boolean(p.SourceChanged(l)) }, int64(0))},
	}
	for _, f := range functions {
		if err := sqlite.RegisterDeterministicScalarFunction(f.name, f.args, f.call); err != nil {
			return fmt.Errorf("register %s: %w", f.name, err)
		}
	}
	return nil
}

// keyOf makes a function of SQL of one that makes keys.
func keyOf(key func(string) string) func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) {
	return func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		text, _ := args[0].(string)
		return key(text), nil
	}
}

// ofListing makes a function of SQL of one that looks at a listing. none is for a body
// that has none, or cannot be read.
func ofListing(look func(*catalog.Product, *catalog.Listing) driver.Value, none driver.Value) func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) {
	return func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		body, _ := args[0].(string)
		locale, _ := args[1].(string)
		p, err := catalog.DecodeProduct([]byte(body))
		if err != nil {
			return none, nil
		}
		if l := p.Listing(catalog.Locale(locale)); l != nil {
			return look(p, l), nil
		}
		return none, nil
	}
}

var termSets = sync.Pool{New: func() any { return new(termSet) }}

func searchTerms(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, _ := args[0].(string)
	t := termSets.Get().(*termSet)
	defer termSets.Put(t)
	return t.terms(text), nil
}

func searchQuery(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, _ := args[0].(string)
	return matchQuery(strings.Fields(text)), nil
}

func searchMatch(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, _ := args[0].(string)
	words, _ := args[1].(string)
	return matches(text, strings.Fields(words)), nil
}
