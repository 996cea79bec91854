// Package words knows English words: how a text is cut into tokens and sentences, how
// a plural is brought to its stem, and what the tables of assets/language say of
// grammar, numbers, kinds of things, signs and measure words.
//
// It must not know terms, products or Chinese word order.
package words
