package localize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is made of.
type kind uint8

const (
	wordToken   kind = iota // letters, with digits after the first: maple, D3, women's
	numberToken             // digits with their points, groups, fractions and ranges: 12, 1,000, 1/2, 5-7
	signToken               // any single character of another kind
)

// token is a piece of a text with its place in it.
type token struct {
	kind     kind
	text     string // as written
	low      string // lower case, straight apostrophe
	stem     string // of low: terms are looked for at every word, so it is made once
	gap      string // what is between the token before and this one: "", " ", "-"
	from, to int    // byte offsets
}

// tokens cuts a text. Spaces and the hyphens inside words are no tokens: they
// are the gap before the next one.
func (lx *lexicon) tokens(s string) []token {
	list := make([]token, 0, len(s)/5+1)
	end := 0
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if unicode.IsSpace(r) || isHyphen(r) && joins(s, at, size) {
			at += size
			continue
		}
		t := token{kind: signToken, from: at, to: at + size}
		switch {
		case isASCIIDigit(s[at]) || vulgar[r] != "":
			t.kind, t.to = numberToken, numberEnd(s, at)
		case unicode.Is(unicode.Han, r):
			t.kind, t.to = wordToken, hanEnd(s, at)
		case unicode.IsLetter(r):
			t.kind, t.to = wordToken, wordEnd(s, at)
		}
		t.text, t.gap = s[t.from:t.to], s[end:t.from]
		t.low = strings.ReplaceAll(strings.ToLower(t.text), "’", "'")
		t.stem = lx.stem(t.low)
		list, end, at = append(list, t), t.to, t.to
	}
	return list
}

// words are the lower-case texts of a term's tokens.
func (lx *lexicon) words(s string) []string {
	var list []string
	for _, t := range lx.tokens(s) {
		list = append(list, t.low)
	}
	return list
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// joins reports whether the hyphen at offset at stands between two words, as in
// "long-sleeve", and not between two clauses, as in "Shoes - Black".
func joins(s string, at, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+size:])
	return isAlnum(before) && isAlnum(after)
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || vulgar[r] != "" }

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

// wordEnd is where the word that begins at at ends. Latin and Chinese written
// together are two words.
func wordEnd(s string, at int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case unicode.Is(unicode.Han, r):
			return at
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
		case (r == '\'' || r == '’') && at+size < len(s) && letterAt(s, at+size):
		default:
			return at
		}
		at += size
	}
	return at
}

func hanEnd(s string, at int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !unicode.Is(unicode.Han, r) {
			return at
		}
		at += size
	}
	return at
}

func letterAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r)
}

// numberEnd is where the number at at ends: 1,000.5 and 18/8 and 6-12 are one
// token each, "2-in-1" and "6 Pack." are not.
func numberEnd(s string, at int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		inside := strings.ContainsRune(".,/-–:", r) && at+size < len(s) && isASCIIDigit(s[at+size])
		if !isASCIIDigit(s[at]) && vulgar[r] == "" && !inside {
			return at
		}
		at += size
	}
	return at
}
