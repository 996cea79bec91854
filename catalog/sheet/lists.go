package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// splitSources splits a cell with several pictures. A comma divides addresses
// only where the next one begins: some have commas in them.
func splitSources(text string) []string {
	var sources []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '|' || r == ';' || r == '；' || r == '\t' }) {
		sources = append(sources, splitCommas(part)...)
	}
	return sources
}

func splitCommas(text string) []string {
	var sources []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' }) {
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

// category adds a category: the next level of a path that has its levels in
// several columns, or a whole one. Of several the deepest counts, for it says
// most; all of them are kept as the attribute "categories".
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
	b.setOnce(catalog.FieldCategory, deepest, place)
	if len(paths) > 1 {
		b.setOnce(catalog.AttributeField("categories"), text, place)
	}
}
