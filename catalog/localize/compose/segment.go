package compose

import (
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Origin is where a stretch of a suggestion came from.
type Origin string

// The origins.
const (
	FromTerm     Origin = "term"         // the shipped term base
	FromUser     Origin = "user-term"    // the user's own term
	FromUnit     Origin = "unit"         // a measure turned metric
	FromNumber   Origin = "number"       // a number as it was
	FromBrand    Origin = "brand"        // the product's brand, never translated
	FromPattern  Origin = "pattern"      // a whole sentence by an approved pattern
	Kept         Origin = "kept"         // stays as it is: do-not-translate, or Chinese already
	Untranslated Origin = "untranslated" // nobody knows the word
	LeftOut      Origin = "left-out"     // not written: an article, or a word the law forbids
	Mark         Origin = "mark"         // spaces and punctuation
)

// Doubt says why nobody can be sure of a stretch. The zero Doubt is none.
type Doubt string

// The doubts.
const (
	Certain    Doubt = ""
	Ambiguous  Doubt = "senses"     // a word of several senses, and nothing decides
	Elsewhere  Doubt = "field"      // a word whose Chinese is that of other goods
	Unknown    Doubt = "unknown"    // a word that no table has
	Bare       Doubt = "number"     // a number that nothing says the meaning of
	Measured   Doubt = "measure"    // a quantity whose unit may mean something different here
	Unreviewed Doubt = "unreviewed" // its Chinese was reviewed by nobody
)

// Segment is a stretch of a suggested text. The segments of a text, joined, are
// the text.
type Segment struct {
	Source string     `json:"source,omitempty"` // the English it represents
	Text   string     `json:"text"`
	Origin Origin     `json:"origin"`
	Part   terms.Part `json:"part,omitempty"` // of its term
	Doubt  Doubt      `json:"doubt,omitempty"`
	Note   string     `json:"note,omitempty"` // why: the rule against a word, the word that made an ounce fluid

	From int  `json:"-"` // where its source begins, for the tags around it
	Role role `json:"-"` // what it did in its clause
}

// role is what a stretch does in its clause.
type role uint8

const (
	ContentRole role = iota // a term
	UnknownRole             // a word nobody knows
	KeptRole                // a word that stays
	BrandRole               // the brand
	MeasureRole             // a quantity with its unit
	PackRole                // a number of pieces in the pack
	NumberRole              // a number by itself
	FrameRole               // carries the words after it
	AndRole                 // and, or
	MarkRole                // a sign that belongs to the words beside it: % + /
	BreakRole               // ends a clause: comma, dash, bracket
	DroppedRole             // is not written
)

// Stretch is a segment on its way into Chinese word order.
type Stretch struct {
	Segment
	Role   role
	Part   terms.Part  // of its term
	Weight int         // of its term
	At     int         // its number in the source, counted in tokens
	Next   int         // the token after it
	Gap    string      // what is before it in the source
	Kinds  words.Kinds // what the tables say of its source, and of the last word in it
	Number string      // its source as a number: "two" is 2
	Before string      // its Chinese before the noun that it follows in English
}
