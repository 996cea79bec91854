// Package check is what the checks of texts share that belong to no channel: the texts
// of a listing with their places, the reader of their tables, and Traditional characters.
//
// The checks themselves are in the packages below it, law and quality. Each takes a
// product and returns the problems of its Chinese texts, whoever wrote them. They know
// nothing of channels, files or databases.
package check

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// Text is one text of a listing.
type Text struct {
	Field  catalog.Field // with its locale
	Part   string        // which of the field's texts: the number of a point, the source of an option; "" of the only one
	Source string        // what it was translated from; "" where that is not one text
	Body   string
	HTML   bool
	Mine   bool // a person wrote it, or it came with a file
}

// IsChinese reports whether a locale's texts are read by these checks.
func IsChinese(to catalog.Locale) bool { return strings.HasPrefix(string(to), "zh") }

// Texts lists the texts of a listing that are there.
func Texts(p *catalog.Product, l *catalog.Listing) []Text {
	g := gatherer{listing: l}
	g.add(catalog.ListingTitle, "", p.Title, l.Title)
	g.add(catalog.ListingShortTitle, "", "", l.ShortTitle)
	for i, point := range l.SellingPoints {
		g.add(catalog.ListingSellingPoints, strconv.Itoa(i+1), "", point)
	}
	g.add(catalog.ListingDescription, "", p.Description, l.Description)
	for i, word := range l.Keywords {
		g.add(catalog.ListingKeywords, strconv.Itoa(i+1), "", word)
	}
	for _, source := range slices.Sorted(maps.Keys(l.Options)) {
		g.add(catalog.ListingOptions, source, source, l.Options[source])
	}
	for _, source := range slices.Sorted(maps.Keys(l.Attributes)) {
		g.add(catalog.ListingAttributes, source, source, l.Attributes[source])
	}
	return g.texts
}

// gatherer makes the list of a listing's texts.
type gatherer struct {
	listing *catalog.Listing
	texts   []Text
}

func (g *gatherer) add(field catalog.Field, part, source, body string) {
	if body == "" {
		return
	}
	name := catalog.TextName(field)
	if field == catalog.ListingOptions || field == catalog.ListingAttributes {
		name = catalog.NameOf(field, part)
	}
	g.texts = append(g.texts, Text{
		Field: field.At(g.listing.Locale), Part: part, Source: source, Body: body,
		HTML: field == catalog.ListingDescription, Mine: !g.listing.Mark(name).IsMachine(),
	})
}

// Problem makes a problem of the text: where it is, and the words that it is about. args
// are pairs of name and value.
func (t Text) Problem(code string, severity catalog.Severity, args ...string) catalog.Problem {
	if t.Part != "" {
		args = append(args, "part", t.Part)
	}
	return catalog.NewProblem(code, severity, t.Field, args...)
}
