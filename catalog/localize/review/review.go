// Package review lets somebody who reads Chinese and installs nothing look at the texts of
// a shop: a page in one file that works without a network, and the answers that it saves.
//
// A Collector gathers what the page shows: each value that products share once, then the
// products of a selection. Page.Write makes the file. ReadAnswers reads what the page
// saved, strictly, since it comes from outside; a Taker compares the answers with the
// products as they are now and writes those that still apply.
//
// It must not know stores, channels, files, or how sentences are said: limits, pictures
// and the sentences of problems are handed in.
package review

import (
	"crypto/sha256"
	"encoding/hex"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// Limit is how long a text may be, in a unit that the page can count: "gbk-bytes",
// "bytes" or "characters".
type Limit struct {
	N    int
	Unit string
}

// Remark is what a check says of a text, in both languages of the page.
type Remark struct {
	Severity catalog.Severity
	English  string
	Chinese  string
}

// Item is a text that the reader is asked about: one text of a product, or a value that
// several products share.
type Item struct {
	Number   int        // its index among the items of the page
	Product  catalog.ID // empty of a value
	Field    catalog.Field
	Part     string
	Source   string
	Text     string
	State    catalog.State
	Stale    bool // the English was changed after the text was made
	Products int  // of a value: how many products have it
	Example  string
	Limit    Limit
	Remarks  []Remark

	waits bool // nobody has vouched for it, and it is no person's own
}

// IsShared reports whether an answer about the item is for all products that have it.
func (i *Item) IsShared() bool { return i.Product == "" }

// IsSame reports whether the Chinese is written as the English is, as sizes and names are.
func (i *Item) IsSame() bool { return i.Source == i.Text }

// Product is a product as the page shows it.
type Product struct {
	ID      catalog.ID
	SKU     string
	English string // its title
	Price   string
	Picture []byte // a JPEG, or nothing

	Title       *Item
	Points      []*Item
	Options     []Option
	Table       []Row
	Description []*Item

	Own    []*Item // what is asked about this product alone
	Shared []*Item // its values
}

// Option is an option as a shopper chooses in it.
type Option struct {
	Name   Shown
	Values []Shown
}

// Row is a line of the table of attributes.
type Row struct{ Key, Value Shown }

// Shown is a text in the picture of a product: an item's, which changes with it, or one
// that has no Chinese.
type Shown struct {
	Item *Item
	Text string
}

// Page is all that a reader is shown.
type Page struct {
	Catalogue catalog.ID // which catalogue it was made of
	Shop      string
	Made      string // the day, 2026-11-30
	Locale    catalog.Locale
	Values    []*Item
	Products  []Product
	Omitted   int // values that found no room

	items []*Item
}

// Items are all texts that are asked about.
func (p *Page) Items() []*Item { return p.items }

// hashOf identifies a text in a file of answers without repeating it.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:hashBytes])
}

// hashBytes is as much of a hash as two texts of one listing will not share.
const hashBytes = 8

// isOpen reports whether a line waits for a reader, and its words are no person's own: a
// machine wrote them, they came with a file, or somebody took them as they were.
func isOpen(line localize.Line) bool {
	if line.Text == "" {
		return false
	}
	switch line.State() {
	case catalog.StateDraft, catalog.StateImported, catalog.StateStandard:
		return true
	case catalog.StateTranslated:
		return line.Mark.Accepted
	}
	return false
}
