// Package encode writes the files of feeds: delimited tables with exact quoting,
// RSS, XML, JSON and workbooks, in the character sets that marketplaces ask for.
//
// A file is a [Head] and one product after another. A [Product] has, for each
// table of the file, rows of texts: one text for each [Field]. Formats that nest
// see the same product as a tree of named values, see [Value]: the name of a field
// is then its path, such as skus[].price. A [Writer] makes the bytes of one format.
//
// The package knows only bytes: no products of a catalogue, no meanings
// of columns, no marketplaces. It never repairs. A character that a character set
// lacks and a text that a format cannot carry are errors that name the culprit;
// whoever calls must have checked for them before.
package encode
