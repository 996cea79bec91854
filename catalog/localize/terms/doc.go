// Package terms is the term base: English commerce terms with the Chinese that
// shoppers use. It reads the shipped term files strictly and people's glossaries
// leniently, and finds the longest term at a position of a text, by the field of the
// product.
package terms
