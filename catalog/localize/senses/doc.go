// Package senses knows the English words that mean several things: a light is a lamp,
// a pale colour, or not heavy. The table senses.tsv of assets/language gives each word its
// senses, and for each sense the conditions under which a careful reader is sure of it:
// the product's field, the words beside it, its place in the clause. Where no condition
// decides, nothing is guessed: the owner is asked, in English.
//
// It must not know products, listings or Chinese word order.
package senses
