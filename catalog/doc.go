// Package catalog is the domain: products, variants, listings, money, measures,
// codes, the problems found in them, and how an import row becomes a change.
//
// It owns the words that the rest of the house uses and every rule that has
// without a file, a screen or a marketplace. It must not know where products
// are kept (catalog/store), where they come from (catalog/sheet) or who takes
// them (export): it imports nothing of ours, no toolkit, no SQL, no spreadsheet.
//
// The centre is the field registry (field.go). A field has a name that a person
// may type, a level, and a text form that loses nothing: "12.99 USD", "340 g",
// "Outdoor > Camping". Import, the command line's set, bulk edit, filters and the
// before and after of a change all speak that one form, so they cannot disagree.
package catalog
