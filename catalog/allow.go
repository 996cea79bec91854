package catalog

import (
	"cmp"
	"slices"
)

// Allowed is what a check says of a text, which somebody accepted with a reason. It counts
// as long as the text has the same words.
type Allowed struct {
	Code   string `json:"code"`  // of the problem
	Field  Field  `json:"field"` // of the listing, without its locale
	Part   string `json:"part,omitempty"`
	Words  string `json:"words,omitempty"`
	Reason string `json:"reason"`
	By     string `json:"by,omitempty"`
	At     string `json:"at,omitempty"` // the day, 2026-11-30
}

// allowedOf is what an acceptance of a problem would be, without reason, name and day.
func allowedOf(p Problem) Allowed {
	field, _, _ := Field(p.Field).Locale()
	return Allowed{Code: p.Code, Field: field, Part: p.Args["part"], Words: p.Args["words"]}
}

func compareAllowed(a, b Allowed) int {
	return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Part, b.Part), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Words, b.Words))
}

// Allow accepts a problem of the listing's texts.
func (l *Listing) Allow(p Problem, reason, by, at string) {
	a := allowedOf(p)
	a.Reason, a.By, a.At = reason, by, at
	i, found := slices.BinarySearchFunc(l.Allowed, a, compareAllowed)
	if !found {
		l.Allowed = slices.Insert(l.Allowed, i, a)
	}
	l.Allowed[i] = a
}

// AllowedFor returns who accepted a problem of the listing's texts, and why.
func (l *Listing) AllowedFor(p Problem) (Allowed, bool) {
	i, found := slices.BinarySearchFunc(l.Allowed, allowedOf(p), compareAllowed)
	if !found {
		return Allowed{}, false
	}
	return l.Allowed[i], true
}
