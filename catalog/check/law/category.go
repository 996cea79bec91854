package law

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
)

// Category is what sort of goods a product is, as far as the law has words for it.
type Category string

// The categories.
const (
	General     Category = "general"
	Food        Category = "food"
	Supplements Category = "supplements"
	Cosmetics   Category = "cosmetics"
	Baby        Category = "baby"
	Medical     Category = "medical" // devices and first aid: their words are for another authority
)

// Categories are all of them.
var Categories = []Category{General, Food, Supplements, Cosmetics, Baby, Medical}

// categoryWord is a word of categories, types and titles that says what a product is.
type categoryWord struct {
	category Category
	words    []string // in small letters, English by their stems
	titles   bool     // it counts in titles, too
}

func (t *Tables) addCategory(l check.Line) error {
	c := Category(l.Cells[0])
	if !slices.Contains(Categories, c) {
		return fmt.Errorf("no category is called %q", c)
	}
	if l.Cells[1] != "title" && l.Cells[1] != "path" {
		return fmt.Errorf("no use is called %q", l.Cells[1])
	}
	t.words = append(t.words, categoryWord{c, strings.Split(l.Cells[2], "|"), l.Cells[1] == "title"})
	return nil
}

// CategoryOf returns what a product is: by its type, by its category from the most
// special part on, and by its titles where these say nothing. In one text the word that
// comes last in it counts: baby food is food, and a food container is none.
func (t *Tables) CategoryOf(p *catalog.Product) Category {
	if c := t.categoryOfPath(p.Type, p.Category); c != "" {
		return c
	}
	texts := []string{p.Title}
	for i := range p.Listings {
		texts = append(texts, p.Listings[i].Title)
	}
	for _, text := range texts {
		if c := t.categoryIn(text, true); c != "" {
			return c
		}
	}
	return General
}

// categoryOfPath returns what a type and a category say, which many products share.
func (t *Tables) categoryOfPath(kind, path string) Category {
	key := [2]string{kind, path}
	if known, ok := t.paths.Load(key); ok {
		return known.(Category)
	}
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '>' || r == '/' || r == '|' })
	slices.Reverse(parts)
	found := Category("")
	for _, text := range append([]string{kind}, parts...) {
		if found = t.categoryIn(text, false); found != "" {
			break
		}
	}
	t.paths.Store(key, found)
	return found
}

// categoryIn returns the category of the word that comes last in a text, of two that end
// together the longer one's.
func (t *Tables) categoryIn(text string, title bool) (found Category) {
	text = strings.ToLower(text)
	last, length := -1, 0
	for _, one := range t.words {
		if title && !one.titles {
			continue
		}
		for _, word := range one.words {
			if at := lastWord(text, word); at > last || at == last && at >= 0 && len(word) > length {
				found, last, length = one.category, at, len(word)
			}
		}
	}
	return found
}

// lastWord is where the last occurrence of a word ends in a text, -1 for none. English
// words count from their beginning on, with the endings of plurals.
func lastWord(text, word string) int {
	for rest := text; ; {
		at := strings.LastIndex(rest, word)
		if at < 0 {
			return -1
		}
		if end := at + len(word); word[0] >= 0x80 || isWhole(text, at, end) {
			return end
		}
		rest = text[:at+len(word)-1]
	}
}

func isWhole(text string, at, end int) bool {
	before := at == 0 || !isLetter(text[at-1])
	after := strings.TrimPrefix(strings.TrimPrefix(text[end:], "e"), "s")
	return before && (end == len(text) || !isLetter(text[end]) || after == "" || after != text[end:] && !isLetter(after[0]))
}

func isLetter(b byte) bool { return unicode.IsLetter(rune(b)) && b < 0x80 }

// organicCertificates are the names of the attribute with the number of a Chinese organic
// certificate.
var organicCertificates = []string{"Chinese organic certificate", "Organic certificate (China)", "有机产品认证", "有机产品认证证书", "有机认证证书编号"}

// IsCertifiedOrganic reports whether a product names its Chinese organic certificate: food
// with one may be called 有机.
func IsCertifiedOrganic(p *catalog.Product) bool {
	return slices.ContainsFunc(organicCertificates, func(name string) bool {
		number, there := p.Attribute(name)
		return there && !catalog.IsPlaceholder(number)
	})
}
