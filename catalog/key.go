package catalog

import (
	"context"
	"strings"
)

// KeyKind names what a product can be found by.
type KeyKind string

// The keys, in the order in which they are tried.
const (
	KeySKU    KeyKind = "sku"
	KeyGTIN   KeyKind = "gtin"
	KeyHandle KeyKind = "handle"
)

// Key is something a product can be found by, in the form in which it is compared.
// NewKey makes it of a code as it is written.
type Key struct {
	Kind  KeyKind
	Value string
}

// NewKey returns the key of a code. SKUs are compared byte for byte: they are the
// shop's own. GTINs and handles have one form each, see GTINKey and HandleKey.
func NewKey(kind KeyKind, code string) Key {
	switch kind {
	case KeyGTIN:
		return Key{kind, GTINKey(code)}
	case KeyHandle:
		return Key{kind, HandleKey(code)}
	}
	return Key{kind, code}
}

// HandleKey is the form in which handles are compared: without regard to case, as
// the marketplaces do. Shopify makes handles lower case, so that Mug and mug are one
// page there; Google takes the group IDs abc123 and ABC123 for the same
// (support.google.com/merchants/answer/6324507, read in November 2026).
func HandleKey(handle string) string { return strings.ToLower(handle) }

// Find returns the products that the keys name, as they are now: what a run has
// written so far included. A key that names none is not in the answer.
type Find func(ctx context.Context, keys []Key) (map[Key]*Product, error)
