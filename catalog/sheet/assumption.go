package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// Assumption is one thing that a reading takes for granted: what the file does not
// say, or what could be read in two ways. A person sees all of them before and
// after an import and may say otherwise.
//
// Problem gives its sentence; whoever draws it needs nothing besides. Kind groups
// them, Columns, Value and From are there for a table or a link to the column.
type Assumption struct {
	Kind    AssumptionKind `json:"kind"`
	Columns []string       `json:"columns,omitempty"` // by their headers, or letters where they have none
	Value   string         `json:"value,omitempty"`   // what is assumed: "USD", "lb", ",", "Sheet1", "3"
	From    Evidence       `json:"from,omitempty"`    // what that rests on
	Count   int            `json:"count,omitempty"`   // how many values it is true for, 0 where that is not counted
	Others  []string       `json:"others,omitempty"`  // what was not chosen: the sheets that are not read
	Place   catalog.Place  `json:"place,omitempty"`   // of the first value, or of the row
}

// AssumptionKind says what is assumed.
type AssumptionKind string

// The kinds of assumptions, in the order in which they are reported.
const (
	AssumedSheet    AssumptionKind = "sheet"    // Value is the sheets that are read, Count how many, Others the ones that are not
	AssumedHeader   AssumptionKind = "header"   // Value is the row of the columns' names, "" when there is none
	AssumedLayout   AssumptionKind = "layout"   // Value is the shop system that wrote the file
	AssumedField    AssumptionKind = "field"    // Value is the field that Columns are taken as, by likeness or content
	AssumedSum      AssumptionKind = "sum"      // Value is the field that is the sum of Columns
	AssumedCurrency AssumptionKind = "currency" // of amounts that name none
	AssumedUnit     AssumptionKind = "unit"     // of measures that name none
	AssumedDecimal  AssumptionKind = "decimal"  // Value is the decimal sign: "," or "."
	AssumedApart    AssumptionKind = "apart"    // Columns are prices that are not the price: wholesale, tiers
	AssumedKept     AssumptionKind = "kept"     // Columns have no field: they are kept as attributes
	AssumedIgnored  AssumptionKind = "ignored"  // Columns are left out
)

// Evidence says what an assumption rests on, the nearest to the value first.
type Evidence string

// The evidence.
const (
	FromUnitRow  Evidence = "unit-row" // a row of units below the header
	FromHeader   Evidence = "header"   // the column's header
	FromSign     Evidence = "sign"     // a sign in the header that several currencies have
	FromSettings Evidence = "settings" // a line above the header
	FromPrice    Evidence = "price"    // the price of the row
	FromColumn   Evidence = "column"   // a column with the unit or currency of each row
	FromLayout   Evidence = "layout"   // the shop system writes it so
	FromContent  Evidence = "content"  // the column's values
	FromLikeness Evidence = "likeness" // the header is like a name of the field
	FromLack     Evidence = "lack"     // no other column is the field
	FromShop     Evidence = "shop"     // nothing in the file: the shop's own
)

// code is the code of the assumption's sentence: its kind, and for units,
// currencies and fields what it rests on.
func (a Assumption) code() string {
	switch {
	case a.Kind == AssumedHeader && a.Value == "":
		return "assumed-header-none"
	case a.Kind == AssumedSheet && len(a.Others) == 0:
		return "assumed-sheet-only"
	case a.Kind == AssumedCurrency, a.Kind == AssumedUnit, a.Kind == AssumedField:
		return "assumed-" + string(a.Kind) + "-" + string(a.From)
	}
	return "assumed-" + string(a.Kind)
}

// AssumptionCodes lists the codes of all sentences.
func AssumptionCodes() []string {
	codes := []string{
		"assumed-sheet", "assumed-sheet-only", "assumed-header", "assumed-header-none", "assumed-layout",
		"assumed-sum", "assumed-decimal", "assumed-apart", "assumed-kept", "assumed-ignored",
		"assumed-field-content", "assumed-field-likeness", "assumed-field-lack",
	}
	codes = append(codes, "assumed-currency-"+string(FromSign), "assumed-currency-"+string(FromPrice))
	for _, from := range []Evidence{FromUnitRow, FromHeader, FromSettings, FromColumn, FromLayout, FromShop} {
		codes = append(codes, "assumed-currency-"+string(from), "assumed-unit-"+string(from))
	}
	return codes
}

// Problem is the assumption as a problem that stops nothing, for the sentence that
// a person reads.
func (a Assumption) Problem() catalog.Problem {
	field := catalog.Field("")
	if a.Kind == AssumedField || a.Kind == AssumedSum {
		field = catalog.Field(a.Value)
	}
	return catalog.NewProblem(a.code(), catalog.Info, field,
		"value", a.Value, "unit", a.Value, "columns", strings.Join(a.Columns, ", "), "others", strings.Join(a.Others, ", "), "count", itoa(a.Count)).At(a.Place)
}
