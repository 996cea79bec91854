package sheet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

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
	if !mayBeGlued(text) {
		return text
	}
	for _, scheme := range []string{"http://", "https://"} {
		text = strings.ReplaceAll(text, " "+scheme, "\n"+scheme)
	}
	return gluedAddress.ReplaceAllString(text, "$1\n$2")
}

// mayBeGlued reports whether an address follows something that is no sign between two
// pictures, which the lists of most cells have: the pattern is not needed for them.
func mayBeGlued(text string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], "://")
		if i < 0 {
			return false
		}
		before := strings.TrimRightFunc(text[:at+i], unicode.IsLetter)
		if sign, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " ")); before != "" && !strings.ContainsRune("\n|;；\t,，", sign) {
			return true
		}
		at += i + len("://")
	}
}

// gluedAddress matches the end of a picture's name with the address of another right
// behind it, or behind a sign or a word that joins the two: "1.jpghttps://", "1.jpg、
// https://", "1.jpg and https://". An address within another ("/fetch/https://",
// "?url=https://") is a part of it.
var gluedAddress = regexp.MustCompile(`(?i)(\.(?:jpe?g|png|webp|gif|bmp|tiff?|avif|heic)(?:\?[^\s"'/]*?)?)["']?(?:\s*[,，、+&]\s*|\s+(?:and|和)\s+|\s*)["']?(https?://)`)

func splitCommas(text string) []string {
	var sources []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' }) {
		trimmed := strings.TrimSpace(part)
		last := len(sources) - 1
		switch {
		case trimmed == "":
		case last >= 0 && isAddress(sources[last]) && !isAddress(trimmed) && !(endsAsPicture(sources[last]) && endsAsPicture(trimmed)):
			sources[last] += "," + part
		default:
			sources = append(sources, trimmed)
		}
	}
	return sources
}

// endsAsPicture reports whether a text ends as a picture's file does: of two such with
// a comma between them each is one.
func endsAsPicture(s string) bool { return pictureEnd.MatchString(s) }

var pictureEnd = regexp.MustCompile(`(?i)\.(jpe?g|png|webp|gif|bmp|tiff?|avif|heic)$`)

func isAddress(s string) bool { return strings.Contains(s, "://") || strings.HasPrefix(s, "//") }

// category gives the product a category. Of several the deepest counts, for it
// says most; all of them are kept as the attribute "categories". A deeper path that
// begins with the one before replaces it: levels are in columns side by side.
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
	for i := range b.imported.Values {
		v := &b.imported.Values[i]
		if v.Field == catalog.FieldCategory {
			if strings.HasPrefix(path, v.Text+" > ") {
				v.Text = path
			}
			return
		}
	}
	b.set(catalog.FieldCategory, path, place)
}
