// Package localize makes Chinese listings of English products, offline, and keeps them
// text by text.
//
// A text goes through four steps. Package words cuts it into words, numbers and signs. The
// analyser finds what each stretch is: a brand, a term of the term base (leftmost and
// longest), a measure, a pack, a number, an unknown word. Package compose puts the stretches
// in Chinese order. Package titles drops the words worth least until a title is short enough.
// Every stretch keeps its source and its origin, so that a person who reads no Chinese
// sees where each part of a suggestion came from, and nothing is made up: an unknown
// word stays in Latin and is reported.
//
//	words/     tokens, stems, sentences, and what the tables say of English words
//	measures/  quantities with units, read and written in metric
//	terms/     the term base and glossaries
//	compose/   Chinese word order
//	titles/    titles, fitted to a limit
//	markup/    descriptions in HTML
//	table/     the strict reader of all tables
//
// The package knows catalog and is handed its tables and terms as an fs.FS; it must
// not know where products are kept, how they are exported, or who shows them.
package localize
