package export

import (
	"fmt"
	"slices"
	"strings"
)

// Transform is a named function of text, with its arguments. Transforms are
// pure: text in, text or an error out. They form a closed set, so that a spec
// stays a table that anyone can read.
type Transform struct {
	text  string
	tells string // code of what to tell when the text was changed
	apply func(string) (string, error)
}

// String returns the transform as it is written in a spec.
func (t Transform) String() string { return t.text }

// definition makes a transform of its arguments.
type definition struct {
	usage string // what to write, shown with errors
	tells string
	make  func(args []string) (func(string) (string, error), error)
}

// UnmarshalText reads "name argument ...".
func (t *Transform) UnmarshalText(b []byte) error {
	words := strings.Fields(string(b))
	if len(words) == 0 {
		return fmt.Errorf("no transform named")
	}
	d, ok := transforms[words[0]]
	if !ok {
		return fmt.Errorf("unknown transform %q: it is one of %s", words[0], strings.Join(TransformNames(), ", "))
	}
	apply, err := d.make(words[1:])
	if err != nil {
		return fmt.Errorf("%q: %w; write it as %q", b, err, d.usage)
	}
	*t = Transform{string(b), d.tells, apply}
	return nil
}

// TransformNames lists the transforms in order.
func TransformNames() []string {
	var names []string
	for name := range transforms {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// transforms is the closed set.
var transforms = map[string]definition{
	"money-amount":  {"money-amount 2", "", decimalsOf(amount)},
	"iso-currency":  {"iso-currency", "", plain(currency)},
	"money":         {"money 2", "", decimalsOf(money)},
	"measure":       {"measure kg 3", "", measureIn},
	"unit-among":    {"unit-among g kg", "", unitAmong},
	"gtin":          {"gtin", "", plain(gtin)},
	"strip-html":    {"strip-html", "", plain(func(s string) (string, error) { return stripHTML(s), nil })},
	"sanitize-html": {"sanitize-html", "html-removed", plain(func(s string) (string, error) { return sanitizeHTML(s), nil })},
	"html-entities": {"html-entities gbk", "", htmlEntities},
	"one-line":      {"one-line", "", plain(func(s string) (string, error) { return strings.Join(strings.Fields(s), " "), nil })},
	"truncate":      {"truncate 5000 characters", "text-shortened", truncate},
	"keep":          {"keep 10", "list-shortened", keepParts},
	"lower":         {"lower", "", plain(func(s string) (string, error) { return strings.ToLower(s), nil })},
	"upper":         {"upper", "", plain(func(s string) (string, error) { return strings.ToUpper(s), nil })},
	"map":           {"map active=TRUE draft=FALSE", "", mapWords},
	"url":           {"url", "", plain(escapeURL)},
	"web-only":      {"web-only", "image-not-online", plain(webOnly)},
	"join":          {"join ,", "", joinParts},
}

// plain is a transform without arguments.
func plain(f func(string) (string, error)) func([]string) (func(string) (string, error), error) {
	return func(args []string) (func(string) (string, error), error) {
		if len(args) > 0 {
			return nil, fmt.Errorf("it takes no arguments")
		}
		return f, nil
	}
}
