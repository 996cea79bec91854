package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tradewind.app/catalog"
)

// Search works on folded text: SKUs, GTINs, brand, handle and titles of a
// product, one space between words. A query's words must all be found in it:
//
//   - a word of 3 characters and more anywhere, also inside a longer word;
//   - a shorter one where a word begins, since "a" is inside everything;
//   - Chinese, Japanese and Korean of any length anywhere.
//
// The index answers which products may have a word, through short terms (see
// terms); matches then looks at the text itself. So no character has a meaning
// of its own in a query, and the index may be coarse.

// shortWord is the length from which a word is looked for inside longer ones. It is
// also the length of the terms, so every such word has at least one.
const shortWord = 3

// searchText draws out of a product what a search looks into.
func searchText(p *catalog.Product) string {
	var b strings.Builder
	add := func(s string) {
		for word := range strings.FieldsSeq(fold(s)) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(word)
		}
	}
	for i := range p.Variants {
		add(p.Variants[i].SKU)
		add(p.Variants[i].GTIN)
	}
	add(p.Brand)
	add(p.Handle)
	add(p.Title)
	for i := range p.Listings {
		add(p.Listings[i].Title)
	}
	return b.String()
}

// fold brings texts that mean the same to one form: compatibility forms as the
// plain one (full-width letters), lower case, no accents.
func fold(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	s = strings.ToLower(norm.NFKD.String(strings.ToValidUTF8(s, "\ufffd")))
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == 0 {
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == 0 {
			return false
		}
	}
	return true
}

// isDense reports whether a character belongs to a script that is written
// without spaces and says much in one character.
func isDense(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// queryWords splits what a person typed. A GTIN loses the zeros before it: what is
// left is in every form that a product may have it in.
func queryWords(query string) []string {
	words := strings.Fields(fold(query))
	for i, w := range words {
		if catalog.GTINKey(w) != "" && strings.Trim(w, "0123456789") == "" {
			words[i] = strings.TrimLeft(w, "0")
		}
	}
	return words
}

// isShort reports whether a word is looked for at the beginning of words only.
func isShort(word string) bool {
	return utf8.RuneCountInString(word) < shortWord && strings.IndexFunc(word, isDense) < 0
}

// matches reports whether a folded text has all words.
func matches(text string, words []string) bool {
	for _, w := range words {
		if isShort(w) && !beginsWord(text, w) || !isShort(w) && !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// beginsWord reports whether word is in text where a word begins.
func beginsWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		first, size := utf8.DecodeRuneInString(text[i:])
		if i == 0 || begins(before, first) {
			return true
		}
		from = i + size
	}
}

// begins reports whether a word begins between two characters: letters and
// digits hang together, the rest is alone.
func begins(before, r rune) bool {
	return !isAlnum(before) || !isAlnum(r) || isDense(before)
}
