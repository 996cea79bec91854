package export

import (
	"fmt"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// Check is a named rule for the text of a column, with what a breach of it is:
//
//	checks = ["blocked nonzero", "warning gtin-prefix coupon 99 05"]
//
// Checks form a closed set, as transforms do. Of a list each part is checked.
type Check struct {
	text     string
	severity catalog.Severity
	find     finder
}

// finder says what is wrong with a text of a column; nil is nothing.
type finder func(s *subject, col *Column, text string) *fault

// fault is what a check found: the code of the problem to report and its arguments.
type fault struct {
	code string
	args []string
	fix  string
}

func breach(code string, args ...string) *fault { return &fault{code: code, args: args} }

// String returns the check as it is written in a spec.
func (c Check) String() string { return c.text }

// checkDefinition makes a check of its arguments.
type checkDefinition struct {
	usage string
	make  func(args []string) (finder, error)
}

// namedChecks is the closed set.
var namedChecks = map[string]checkDefinition{
	"unique":      {"unique any-case", uniqueCheck},          // exact, any-case or gtin: how texts are compared
	"nonzero":     {"nonzero", bare(findZero)},               // a price, after rounding
	"gtin":        {"gtin", bare(findGTIN)},                  // length, digits, check digit, all zeros
	"gtin-prefix": {"gtin-prefix coupon 99 05", prefixCheck}, // a name for the range, then the prefixes of 13 digits
	"web-address": {"web-address", bare(findAddress)},        // http or https, and a host
	"public":      {"public", bare(findPrivate)},             // a page that not only the shop can open
	"colors":      {"colors 3", colorsCheck},                 // at most so many, parted by /
	"stock-known": {"stock-known", bare(findUnknownStock)},   // of the row's variant
	"without":     {`without ":;"`, withoutCheck},            // signs that part values of the file
}

// UnmarshalText reads "severity name argument ...".
func (c *Check) UnmarshalText(b []byte) error {
	words, err := splitWords(string(b))
	if err != nil || len(words) < 2 {
		return fmt.Errorf("%q is not a check: write it as \"blocked nonzero\"", b)
	}
	severity := catalog.Severity(words[0])
	if !slices.Contains(severities, severity) {
		return fmt.Errorf("%q: a check begins with blocked, warning or info", b)
	}
	d, ok := namedChecks[words[1]]
	if !ok {
		return fmt.Errorf("unknown check %q: it is one of %s", words[1], strings.Join(CheckNames(), ", "))
	}
	find, err := d.make(words[2:])
	if err != nil {
		return fmt.Errorf("%q: %w; write it as %q", b, err, "warning "+d.usage)
	}
	*c = Check{string(b), severity, find}
	return nil
}

var severities = []catalog.Severity{catalog.Blocked, catalog.Warning, catalog.Info}

// CheckNames lists the named checks in order.
func CheckNames() []string {
	var names []string
	for name := range namedChecks {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// bare is a check without arguments.
func bare(f finder) func([]string) (finder, error) {
	return func(args []string) (finder, error) {
		if len(args) > 0 {
			return nil, fmt.Errorf("it takes no arguments")
		}
		return f, nil
	}
}

// checkNamed checks a text by the column's own checks.
func (r *renderedProduct) checkNamed(text string, s *subject, col *Column) {
	for _, c := range col.Checks {
		for _, part := range col.parts(text) {
			if part == "" {
				continue
			}
			f := c.find(s, col, part)
			if f == nil {
				continue
			}
			args := append([]string{"column", col.Name, "value", part}, f.args...)
			r.blame(catalog.NewProblem(f.code, c.severity, col.field(s), args...).WithFix(f.fix), s, col)
		}
	}
}

// parts are the parts of a list, otherwise the text.
func (c *Column) parts(text string) []string {
	if c.List == "" {
		return []string{text}
	}
	return encode.Parts(text)
}
