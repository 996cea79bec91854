package casetest

import (
	"encoding/json"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// judge compares assertions with a run. What is wrong with the case itself ends the
// test.
type judge struct {
	testing.TB
	run *run
}

// allFit reports whether each wanted value is in the row.
func (j judge) allFit(r row, wants map[string]any) bool {
	for key, want := range wants {
		if !j.fits(r[key], want) {
			return false
		}
	}
	return true
}

// fits reports whether a value is as wanted.
func (j judge) fits(value, want any) bool {
	switch want := want.(type) {
	case nil:
		return value == nil || value == "" || reflect.DeepEqual(value, []any{})
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(want)) {
			if !j.form(value, key, want[key]) {
				return false
			}
		}
		return true
	case []any:
		got, ok := value.([]any)
		return ok && slices.EqualFunc(got, want, j.fits)
	case json.Number:
		n, ok := number(value)
		wanted, _ := number(want)
		return ok && n.Equal(wanted)
	}
	return value == want
}

// form reports whether a value has one of the forms that cases describe.
func (j judge) form(value any, key string, want any) bool {
	switch key {
	case "any":
		return slices.ContainsFunc(list(want), func(w any) bool { return j.fits(value, w) })
	case "not":
		return !j.fits(value, want)
	case "re":
		values, ok := value.([]any)
		if !ok {
			values = []any{value}
		}
		re := j.regexp(want)
		return slices.ContainsFunc(values, func(v any) bool { return v != nil && re.MatchString(text(v)) })
	case "twice":
		return twice(j.regexp(want), text(value))
	case "holds":
		if values, ok := value.([]any); ok {
			return slices.Contains(values, want)
		}
		return value != nil && strings.Contains(text(value), text(want))
	case "near":
		n, ok := number(value)
		wanted, _ := number(want)
		return ok && n.Sub(wanted).Abs().Mul(decimal.NewFromInt(200)).LessThanOrEqual(wanted.Abs())
	}
	j.Fatalf("broken case: no such form of a value: %s", key)
	return false
}

// twice reports whether the expression's first group finds one text twice.
func twice(re *regexp.Regexp, s string) bool {
	seen := map[string]bool{}
	for _, m := range re.FindAllStringSubmatch(s, -1) {
		if seen[m[1]] {
			return true
		}
		seen[m[1]] = true
	}
	return false
}

// regexp compiles an expression of a case; none matches everything.
func (j judge) regexp(v any) *regexp.Regexp {
	re, err := regexp.Compile(text(v))
	if err != nil {
		j.Fatalf("broken case: %v", err)
	}
	return re
}
