// Package sheet turns a merchant's spreadsheet into import rows of products: it detects
// the format by content, finds the header row, matches columns to fields, groups
// rows into products and gives every text its cell address.
//
// It owns what columns are called and how shop systems lay out their exports. It
// must not know what the catalogue already has, nor where it is kept: import rows
// are matched and written by other packages, in one transaction, since a damaged file may
// show itself as late as its last byte.
//
// The road of a row: a reader (xlsx, delimited) gives cells as text (grid); the
// mapping says which field each column is; decode writes the text in the field's
// own form; the layout (plain, Shopify, WooCommerce, Taobao) decides which rows
// are one product.
package sheet
