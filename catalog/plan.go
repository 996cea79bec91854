package catalog

import (
	"context"
	"iter"
)

// KeyKind names what a product can be found by.
type KeyKind string

// The keys, in the order in which they are tried.
const (
	KeySKU    KeyKind = "sku"
	KeyGTIN   KeyKind = "gtin"
	KeyHandle KeyKind = "handle"
)

// Key is something a product can be found by.
type Key struct {
	Kind  KeyKind
	Value string
}

// Find returns the products that the keys name, as they are now: what a run has
// written so far included. A key that names none is not in the answer.
type Find func(ctx context.Context, keys []Key) (map[Key]*Product, error)

// Drafts is a stream of what a source says. An error ends it, and the run.
type Drafts = iter.Seq2[Draft, error]

// Changes is a stream of what a run does. An error ends it, and the run.
type Changes = iter.Seq2[Change, error]
