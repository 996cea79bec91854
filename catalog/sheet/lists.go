package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// splitSources splits a cell with several pictures. A comma divides addresses
// only where the next one begins: some have commas in them.
func splitSources(text string) []string {
	var sources []string
	for _, part := range strings.FieldsFunc(apartAddresses(text), func(r rune) bool { return r == '\n' || r == '|' || r == ';' || r == '；' || r == '\t' }) {
		sources = append(sources, splitCommas(part)...)
	}
	return sources
}

// apartAddresses puts each address into a line of its own: "https://a.example/1.jpg
// https://a.example/2.jpg" are two, although names of files have spaces in them.
func apartAddresses(text string) string {
	if strings.Count(text, "://") < 2 {
		return text
	}
	for _, scheme := range []string{"http://", "https://"} {
		text = strings.ReplaceAll(text, " "+scheme, "\n"+scheme)
	}
	return text
}

func splitCommas(text string) []string {
	var sources []string
	for _, part := range strings.FieldsFunc(apartAddresses(text), func(r rune) bool { return r == ',' || r == '，' }) {
		trimmed := strings.TrimSpace(part)
		last := len(sources) - 1
		switch {
		case trimmed == "":
		case last >= 0 && isAddress(sources[last]) && !isAddress(trimmed):
			sources[last] += "," + part
		default:
			sources = append(sources, trimmed)
		}
	}
	return sources
}

func isAddress(s string) bool { return strings.Contains(s, "://") || strings.HasPrefix(s, "//") }

// category gives the product a category. Of several the deepest counts, for it
// says most; all of them are kept as the attribute "categories". A deeper path that
// begins with the one before replaces it: levels stand in columns side by side.
func (b *builder) category(text string, place catalog.Place) {
	paths := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' || r == '；' || r == '|' })
	deepest, depth := "", -1
	for _, path := range paths {
		path = catalog.CategoryPath(path)
		if n := strings.Count(path, ">"); n > depth && path != "" {
			deepest, depth = path, n
		}
	}
	if deepest == "" {
		return
	}
	b.deepen(deepest, place)
	if len(paths) > 1 {
		b.setOnce(catalog.AttributeField("categories"), text, place)
	}
}

func (b *builder) deepen(path string, place catalog.Place) {
	for i := range b.draft.Values {
		v := &b.draft.Values[i]
		if v.Field == catalog.FieldCategory {
			if strings.HasPrefix(path, v.Text+" > ") {
				v.Text = path
			}
			return
		}
	}
	b.set(catalog.FieldCategory, path, place)
}
