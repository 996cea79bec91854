// Package localize makes Chinese listings of English products, offline: a term
// base, US measures turned metric, the word order of a Chinese title, and
// titles fitted to a marketplace's bytes.
//
// A text goes through four steps. tokens cuts it into words, numbers and signs.
// analyse finds what each stretch is: a brand, a term of the term base (leftmost
// and longest), a measure, a pack, a number, an unknown word. Then the stretches are
// put in Chinese order, and fit drops the words worth least until a title is short
// enough. Every stretch keeps its source and its origin, so that a person who
// reads no Chinese sees where each part of a suggestion came from, and nothing
// is made up: an unknown word stays in Latin and is reported.
//
// The package knows catalog and is handed its tables and term bases as an fs.FS; it
// must not know where products are kept, how they are exported, or who shows them.
package localize
