// Package sizes writes the sizes that options of US shops have in Chinese, always naming
// the system: 美码9, 腰围32×内长30英寸, 6～12个月. The tables are assets/sizes.
//
// [Tables.Option] writes a value by the name of its option and the texts that say what the
// product is: "9" of shoes, "34B" of a bra, "7" of a ring, "32x30" of jeans, "24W" of a
// dress, "6-12M" of a romper, "California King" of sheets. It says whether the Chinese is
// certain, and false where the value is no size that it knows: letters such as S and XL,
// and words such as Large, are terms.
//
//	text, certain, ok := tables.Option("6-12M", "Size", product.Title, product.Category)
//
// [Tables.Equivalents] lists the same size in other systems with the source of each, for a
// person to look at: charts differ, so no listing says them by itself.
package sizes
