package localize

// Origin is where a stretch of a suggestion came from.
type Origin string

// The origins.
const (
	FromTerm     Origin = "term"         // the shipped term base
	FromUser     Origin = "user-term"    // the user's own term
	FromUnit     Origin = "unit"         // a measure turned metric
	FromNumber   Origin = "number"       // a number as it was
	FromBrand    Origin = "brand"        // the product's brand, never translated
	Kept         Origin = "kept"         // stays as it is: do-not-translate, or Chinese already
	Untranslated Origin = "untranslated" // nobody knows the word
	LeftOut      Origin = "left-out"     // not written: an article, or a word the law forbids
	Mark         Origin = "mark"         // spaces and punctuation
)

// Segment is a stretch of a suggested text. The segments of a text, joined, are
// the text.
type Segment struct {
	Source string `json:"source,omitempty"` // the English it stands for
	Text   string `json:"text"`
	Origin Origin `json:"origin"`
	Note   string `json:"note,omitempty"` // why: the rule against a word, the word that made an ounce fluid

	from int  // where its source begins, for the tags around it
	role role // what it did in its clause
}

// role is what a stretch does in its clause.
type role uint8

const (
	contentRole role = iota // a term
	unknownRole             // a word nobody knows
	keptRole                // a word that stays
	brandRole               // the brand
	measureRole             // a quantity with its unit
	packRole                // a number of pieces in the pack
	numberRole              // a number by itself
	frameRole               // carries the words after it
	andRole                 // and, or
	markRole                // a sign that belongs to the words beside it: % + /
	breakRole               // ends a clause: comma, dash, bracket
	droppedRole             // is not written
)

// stretch is a segment on its way into Chinese word order.
type stretch struct {
	Segment
	role   role
	part   Part   // of its term
	weight int    // of its term
	at     int    // its number in the source, counted in tokens
	next   int    // the token after it
	gap    string // what is before it in the source
	kinds  kinds  // what the tables say of its source, and of the last word in it
	number string // its source as a number: "two" is 2
	before string // its Chinese before the noun that it follows in English
}
