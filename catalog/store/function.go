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
