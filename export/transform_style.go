package export

import (
	"regexp"
	"slices"
	"strings"
)

// Styles of descriptions: 566 of 568 descriptions in the Taobao packages that were
// read contain some. What they may say is how text and boxes look; nothing that loads,
// runs, hides, or leaves its place on the page.

// styles are the properties that may be set, and what each may be set to.
var styles = func() map[string]func(string) bool {
	m := map[string]func(string) bool{}
	for _, name := range []string{
		"color", "background", "background-color", "font", "font-family", "font-weight", "font-style", "font-variant",
		"text-align", "text-decoration", "text-transform", "line-height", "letter-spacing", "word-spacing",
		"white-space", "word-break", "word-wrap", "overflow-wrap", "vertical-align", "float", "clear",
		"width", "height", "max-width", "max-height", "min-width", "min-height", "box-sizing",
		"border", "border-top", "border-right", "border-bottom", "border-left", "border-color", "border-style", "border-width",
		"border-radius", "border-collapse", "border-spacing", "list-style", "list-style-type", "table-layout", "caption-side",
	} {
		m[name] = harmlessStyle
	}
	for _, name := range []string{"text-indent", "margin", "margin-top", "margin-right", "margin-bottom", "margin-left", "padding", "padding-top", "padding-right", "padding-bottom", "padding-left"} {
		m[name] = func(value string) bool { return harmlessStyle(value) && !wide.MatchString(value) }
	}
	m["font-size"] = func(value string) bool { return harmlessStyle(value) && !nothing.MatchString(value) }
	m["display"] = func(value string) bool { return slices.Contains(displays, strings.TrimSpace(value)) }
	return m
}()

var (
	// styleValue is words, numbers, colours, and names of fonts in quotes.
	styleValue = regexp.MustCompile(`^(?:[\p{L}\p{N}\s#%.,'"!/-]|(?:rgba?|hsla?)\([\d\s.,%]+\))*$`)
	// farAway are lengths that push text out of its place or out of sight.
	farAway  = regexp.MustCompile(`(?:^|[\s,])-\.?\d|\d{5}`)
	nothing  = regexp.MustCompile(`^\s*(0*\.?0*\s*(px|pt|em|rem|%)?|1px)\s*$`)
	wide     = regexp.MustCompile(`\d{4}`)
	displays = []string{"block", "inline", "inline-block", "table", "table-row", "table-cell", "list-item", "flex", "inline-flex"}
)

// harmlessStyle judges a value in small letters, with its escapes resolved.
func harmlessStyle(value string) bool {
	return styleValue.MatchString(value) && !farAway.MatchString(value) && !strings.Contains(value, "/*") && !strings.Contains(value, "//")
}

// plainStyle is a style in the form in which it is compared: blanks do not count, nor
// does the sign at its end.
func plainStyle(style string) string {
	return strings.TrimRight(strings.Join(strings.Fields(strings.NewReplacer(":", " : ", ";", " ; ", ",", " , ").Replace(style)), " "), " ;")
}
