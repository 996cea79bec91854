package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tradewind.app/catalog"
)

// header is a column's name taken apart: "Retail price*, $" is the words retail
// and price with the currency USD.
type header struct {
	words    []string // lower case, of letters and digits; a run of Han is a word
	unit     catalog.Unit
	currency string         // its code, where the header leaves no doubt or little
	money    string         // the word or sign for it, known or not
	locale   catalog.Locale // catalog.Source for English, "" when not given
	notes    []string       // words in brackets that are none of these
}

// parseHeader takes a header apart. What is in brackets is a unit, a currency
// or a language, or otherwise a note that is no part of the name.
func parseHeader(text string) header {
	clean, _ := catalog.CleanText(text)
	clean = strings.ToLower(norm.NFKC.String(clean))
	var h header
	outside := h.brackets(clean)
	h.words = words(outside)
	if len(h.words) == 0 {
		h.words = words(clean)
	}
	h.suffix(outside)
	h.prefix(outside)
	h.language()
	h.ownUnit()
	h.moneySign(outside)
	if h.money == "" {
		h.foreign(text)
	}
	return h
}

// name is the header's words in the form in which names are looked up.
func (h *header) name() string { return strings.Join(h.words, "") }

var bracketPairs = map[rune]rune{'(': ')', '[': ']', '【': '】', '{': '}'}

// brackets notes what is in brackets and returns the rest.
func (h *header) brackets(s string) string {
	var outside, inside strings.Builder
	var until rune
	for _, r := range s {
		switch {
		case until == 0 && bracketPairs[r] != 0:
			until = bracketPairs[r]
			inside.Reset()
			outside.WriteByte(' ')
		case until != 0 && r == until:
			h.note(inside.String())
			until = 0
		case until != 0:
			inside.WriteRune(r)
		default:
			outside.WriteRune(r)
		}
	}
	if until != 0 {
		h.note(inside.String())
	}
	return outside.String()
}

// note reads what is in brackets.
func (h *header) note(s string) {
	if !h.qualifier(s) {
		h.moneyIn(s)
		h.notes = append(h.notes, words(s)...)
	}
}

// qualifier notes a unit, currency or language; it reports whether it was one.
func (h *header) qualifier(s string) bool {
	s = strings.TrimSpace(s)
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "in "), "单位"))
	s = strings.Trim(s, ":/ ")
	unit, measure := catalog.LookupUnit(s)
	if measure {
		h.unit = unit
	}
	if !wordCodes[s] && catalog.NamesCurrency(s) { // pounds are both
		h.currency, _ = catalog.LookupCurrency(s, "")
		h.money = s
		return true
	}
	if measure {
		return true
	}
	if locale, ok := languageWords[s]; ok {
		h.locale = locale
		return true
	}
	return false
}

// suffix reads a qualifier behind the last comma, slash, dash or "in".
func (h *header) suffix(s string) {
	s = strings.TrimSpace(s)
	for _, sep := range []string{",", "/", " - ", ":", " in ", "_", " "} {
		i := strings.LastIndex(s, sep)
		if i <= 0 || len(words(s[:i])) == 0 {
			continue
		}
		if h.trailing(s[i+len(sep):]) {
			if _, whole := known[h.name()]; !whole {
				h.words = words(s[:i])
			}
			return
		}
	}
}

// trailing reads a qualifier that is without brackets. A word such as "l" or
// "m" is more often a size than a unit there.
func (h *header) trailing(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) == 1 && s != "$" && s != "g" {
		return false
	}
	return h.qualifier(s)
}

// language reads 中文 and 英文 before a Chinese name, en and zh before or behind
// an English one.
func (h *header) language() {
	if h.locale != "" || len(h.words) == 0 {
		return
	}
	first := h.words[0]
	for _, prefix := range []string{"中文", "英文", "简体", "繁体"} {
		if rest, ok := strings.CutPrefix(first, prefix); ok && rest != "" {
			h.locale = languageWords[prefix]
			h.words[0] = strings.TrimPrefix(rest, "商品")
			return
		}
	}
	if len(h.words) < 2 {
		return
	}
	last := len(h.words) - 1
	if locale, ok := languageWords[h.words[last]]; ok {
		h.locale, h.words = locale, h.words[:last]
	} else if locale, ok := languageWords[first]; ok {
		h.locale, h.words = locale, h.words[1:]
	}
}

// words splits a text at everything that is no letter or digit. # counts as the
// word "no", which it means in "Item #".
func words(s string) []string {
	s = strings.ReplaceAll(s, "#", " no ")
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

// isHan reports whether a text is written in Chinese characters, at least a third.
func isHan(s string) bool {
	han, letters := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Han, r) {
				han++
			}
		}
	}
	return han > 0 && han*3 >= letters
}
