package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// Layout is the way in which rows make up products.
type Layout string

// The layouts.
const (
	Plain       Layout = "plain"       // a row is a product or a variant
	Shopify     Layout = "shopify"     // rows of a handle: variants and pictures
	WooCommerce Layout = "woocommerce" // variable products, variations by their parent
	Taobao      Layout = "taobao"      // the Taobao assistant's package
)

// Reason says why a column has its field, so that a person can judge it.
type Reason string

// The reasons.
const (
	ByName     Reason = "exact"      // the header is a name of the field
	ByLikeness Reason = "similar"    // the header contains one, or is one misspelt
	ByContent  Reason = "content"    // the values look like it
	Chosen     Reason = "chosen"     // Options.Map says so
	Remembered Reason = "remembered" // the person said so for an earlier file
	Kept       Reason = "kept"       // no field of its own: kept as an attribute
	Dropped    Reason = "dropped"    // known to be of no use outside the program it is from
)

// Column says what becomes of one column.
type Column struct {
	Index     int           `json:"index"` // from 0
	Header    string        `json:"header"`
	Field     catalog.Field `json:"field"`               // a field, or one of the constants such as Currency
	Option    string        `json:"option,omitempty"`    // the option's name, where the column is one: "Color"
	Unit      catalog.Unit  `json:"unit,omitempty"`      // that the header names
	Currency  string        `json:"currency,omitempty"`  // that the header names
	Apart     bool          `json:"apart,omitempty"`     // amounts that are not the price: wholesale, tiers
	Wholesale bool          `json:"wholesale,omitempty"` // a supplier's price, taken as the cost
	// NoCurrency is the header's word for a currency that is not known: the column's
	// amounts are not taken.
	NoCurrency string   `json:"no_currency,omitempty"`
	UnitFrom   Evidence `json:"unit_from,omitempty"` // where Unit or Currency is from, "" for the header
	Reason     Reason   `json:"reason"`
	Samples    []string `json:"samples,omitempty"` // up to three values, for a person to look at
}

// Mapping says how a sheet becomes import rows. It can be kept as JSON and used for
// the next file with the same Fingerprint.
type Mapping struct {
	Sheet       string   `json:"sheet"`
	HeaderRow   int      `json:"header_row"` // NoHeader when there is none
	FirstRow    int      `json:"first_row"`  // the first that may have a product
	Layout      Layout   `json:"layout"`
	Columns     []Column `json:"columns"`
	Fingerprint string   `json:"fingerprint"`
	Also        []Part   `json:"also,omitempty"` // further sheets with these columns
}

// Column returns the column that has the field, nil when none has.
func (m *Mapping) Column(f catalog.Field) *Column {
	for i := range m.Columns {
		if m.Columns[i].Field == f {
			return &m.Columns[i]
		}
	}
	return nil
}

// IsConfirmed reports whether the next file of this layout would be read the same without
// anybody's word: each column has its field by its name, or as an earlier file had it.
func (m Mapping) IsConfirmed() bool {
	return !slices.ContainsFunc(m.Columns, func(c Column) bool {
		return c.Reason != ByName && c.Reason != Remembered && c.Reason != Dropped
	})
}

// Remember returns m with the fields that saved has for columns of the same
// header: what was mapped once need not be mapped again. Where columns are, the
// sheet and rows, and what amounts are counted in may have changed.
func (m Mapping) Remember(saved Mapping) Mapping {
	was := map[string]Column{}
	for i, key := range columnKeys(saved.Columns) {
		was[key] = saved.Columns[i]
	}
	columns := make([]Column, len(m.Columns))
	for i, key := range columnKeys(m.Columns) {
		columns[i] = m.Columns[i]
		if c, ok := was[key]; ok {
			columns[i].Field, columns[i].Option = c.Field, c.Option
			columns[i].Reason = Remembered
		}
	}
	m.Columns, m.Layout = columns, saved.Layout
	return m
}

// columnKeys names columns by their headers, the second of one name apart from the
// first; columns without a header by their letters.
func columnKeys(columns []Column) []string {
	keys := make([]string, len(columns))
	seen := map[string]int{}
	for i, c := range columns {
		key := headerKey(c.Header)
		if key == "" {
			keys[i] = "column " + grid.ColumnName(c.Index)
			continue
		}
		seen[key]++
		keys[i] = key + " " + itoa(seen[key])
	}
	return keys
}

// Fingerprint is the same for files of the same layout, whatever they have and
// however their headers are spaced: a supplier's list of this week and the next.
func Fingerprint(headers []string) string {
	h := sha256.New()
	named := false
	for _, header := range headers {
		if key := headerKey(header); key != "" {
			h.Write([]byte(key))
			h.Write([]byte{0})
			named = true
		}
	}
	if !named {
		h.Write([]byte(itoa(len(headers)) + " columns without names"))
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// headerKey is a header without what does not matter: case, width, spaces, marks.
func headerKey(header string) string {
	return strings.Join(parseHeader(header).words, "")
}
