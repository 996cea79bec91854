// Package titles builds Chinese titles: the order of their parts, and which of them
// go first where a marketplace's limit is short.
package titles
