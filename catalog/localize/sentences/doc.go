// Package sentences says whole English sentences in Chinese by approved patterns: a
// warning, allergens, a dose, care, storage. A pattern fits a sentence from its first
// word to its last or not at all, since half of a warning is none.
//
// A pattern is words, with [words that may be missing], (one way|another), and {slots}. The
// table assets/patterns/sentences.tsv has them with their Chinese; what fits a slot is
// for the caller to say. The package must not know products or terms.
package sentences
