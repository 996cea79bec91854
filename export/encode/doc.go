// Package encode turns rows of text into the bytes of a file: delimited tables
// with exact quoting, RSS, and the character sets that marketplaces ask for.
//
// It owns bytes and nothing else: it must not know products, columns' meanings
// or marketplaces, and it never repairs. A character that a character set lacks
// and a text that a format cannot hold are errors that name the culprit; whoever
// calls has to have settled them before.
package encode
