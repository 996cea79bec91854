package export

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// The values of the spec language that have a form of their own. Each reads itself
// from text, as the words do.

// Size is a number of bytes.
type Size int64

// UnmarshalText reads "15 MB"; the units are KB, MB and GB of 1000 bytes, so that
// a file stays under the limit whichever way a marketplace counts.
func (s *Size) UnmarshalText(b []byte) error {
	number, unit, _ := strings.Cut(string(b), " ")
	factor := map[string]int64{"KB": 1e3, "MB": 1e6, "GB": 1e9}[unit]
	n, err := strconv.ParseInt(number, 10, 32)
	if err != nil || n <= 0 || factor == 0 {
		return fmt.Errorf("%q is not a size: write it as 15 MB, in KB, MB or GB", b)
	}
	*s = Size(n * factor)
	return nil
}

// Range is the least and the most that a number may be.
type Range struct{ Least, Most decimal.Decimal }

// IsZero reports whether there is no range.
func (r Range) IsZero() bool { return r.Least.IsZero() && r.Most.IsZero() }

func (r Range) contains(n decimal.Decimal) bool {
	return n.GreaterThanOrEqual(r.Least) && n.LessThanOrEqual(r.Most)
}

// UnmarshalText reads "0..100000000".
func (r *Range) UnmarshalText(b []byte) error {
	least, most, ok := strings.Cut(string(b), "..")
	if !ok {
		return fmt.Errorf("%q is not a range: write it as 0..100", b)
	}
	var err1, err2 error
	r.Least, err1 = decimal.NewFromString(least)
	r.Most, err2 = decimal.NewFromString(most)
	if err := errors.Join(err1, err2); err != nil {
		return fmt.Errorf("%q is not a range: %w", b, err)
	}
	if r.Least.GreaterThanOrEqual(r.Most) {
		return fmt.Errorf("%q is not a range: the first number must be the smaller", b)
	}
	return nil
}

// UnmarshalText reads a regular expression, which must match whole cells.
func (p *Pattern) UnmarshalText(b []byte) error {
	re, err := regexp.Compile(`^(?:` + string(b) + `)$`)
	if err != nil {
		return err
	}
	p.Regexp = re
	return nil
}

// Conditions are conditions that must all be true, as in a filter of products:
// "status=draft, price>20, gtin blank".
type Conditions []catalog.Condition

// UnmarshalText reads conditions.
func (c *Conditions) UnmarshalText(b []byte) error {
	list, err := catalog.ParseFilter(string(b))
	if err == nil && len(list) == 0 {
		err = errors.New("no condition in it")
	}
	*c = list
	return err
}
