package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// Transform is a named function of text, with its arguments. Transforms are
// pure: text in, text or an error out. They form a closed set, so that a spec
// stays a table that anyone can read.
type Transform struct {
	text    string
	apply   step
	reports string                    // code of the problem to report when something was lost
	lost    func(was, is string) bool // nil: when the text was changed

	severity catalog.Severity // of what is reported; nothing is info
	named    bool             // the text is reported too, and what became of it
}

// loses reports whether what the transform did is to be reported.
func (t Transform) loses(was, is string) bool {
	if t.reports == "" || was == is {
		return false
	}
	return t.lost == nil || t.lost(was, is)
}

// String returns the transform as it is written in a spec.
func (t Transform) String() string { return t.text }

// step is a transform with its arguments set.
type step func(text string) (string, error)

// maker sets a transform's arguments, or says what is wrong with them.
type maker func(args []string) (step, error)

// definition makes a transform of its arguments.
type definition struct {
	usage   string // what to write, shown with errors
	reports string
	lost    func(was, is string) bool
	make    maker

	severity catalog.Severity
	named    bool
}

// UnmarshalText reads "name argument ...".
func (t *Transform) UnmarshalText(b []byte) error {
	words, err := splitWords(string(b))
	if err != nil || len(words) == 0 {
		return fmt.Errorf("%q names no transform", b)
	}
	d, ok := transforms[words[0]]
	if !ok {
		return fmt.Errorf("unknown transform %q: it is one of %s", words[0], strings.Join(TransformNames(), ", "))
	}
	apply, err := d.make(words[1:])
	if err != nil {
		return fmt.Errorf("%q: %w; write it as %q", b, err, d.usage)
	}
	*t = Transform{string(b), apply, d.reports, d.lost, d.severity, d.named}
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
	"money-amount":  {usage: "money-amount 2", make: decimalsOf(amount)},
	"iso-currency":  {usage: "iso-currency", make: plain(currency)},
	"minor-units":   {usage: "minor-units", make: plain(minorUnits)},
	"money":         {usage: "money 2", make: decimalsOf(money)},
	"measure":       {usage: "measure kg 3", make: measureIn},
	"unit-among":    {usage: "unit-among g kg", make: unitAmong},
	"gtin":          {usage: "gtin", make: plain(gtin)},
	"strip-html":    {usage: "strip-html", make: plain(func(s string) (string, error) { return stripHTML(s), nil })},
	"sanitize-html": {usage: "sanitize-html styles links=taobao.com", reports: "html-removed", lost: lostHTML, make: sanitize},
	"html-entities": {usage: "html-entities gbk", make: htmlEntities},
	"one-line":      {usage: "one-line", make: plain(func(s string) (string, error) { return squeeze(s, false), nil })},
	"truncate":      {usage: "truncate 5000 characters", reports: "text-shortened", make: truncate},
	"keep":          {usage: "keep 10", reports: "list-shortened", make: keepParts},
	"lower":         {usage: "lower", make: plain(func(s string) (string, error) { return strings.ToLower(s), nil })},
	"upper":         {usage: "upper", make: plain(func(s string) (string, error) { return strings.ToUpper(s), nil })},
	"map":           {usage: "map active=TRUE draft=FALSE", make: mapWords},
	"url":           {usage: "url", make: plain(escapeURL)},
	"web-only":      {usage: "web-only", reports: "image-not-online", severity: catalog.Warning, make: plain(webOnly)},
	"short-code":    {usage: "short-code 50", make: shortCode},
	"handle":        {usage: "handle", reports: "handle-changed", severity: catalog.Warning, named: true, make: plain(cleanHandle)},
	"before":        {usage: "before (", make: before},
	"alias":         {usage: "alias men=male women=female", make: alias},
	"join":          {usage: `join ", "`, make: joinParts},
}

// plain is a transform without arguments.
func plain(f step) maker {
	return func(args []string) (step, error) {
		if len(args) > 0 {
			return nil, fmt.Errorf("it takes no arguments")
		}
		return f, nil
	}
}

// splitWords splits at spaces; a word in double quotes may have some.
func splitWords(s string) ([]string, error) {
	var words []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		if s[0] != '"' {
			word, rest, _ := strings.Cut(s, " ")
			words, s = append(words, word), rest
			continue
		}
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return nil, err
		}
		word, err := strconv.Unquote(quoted)
		if err != nil {
			return nil, err
		}
		words, s = append(words, word), s[len(quoted):]
	}
	return words, nil
}
