package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is made of.
type kind uint8

const (
	WordToken   kind = iota // letters, with digits after the first: maple, D3, women's
	NumberToken             // digits with their points, groups, fractions and ranges: 12, 1,000, 1/2, 5-7
	SignToken               // any single character of another kind
)

// Vulgar are the fractions that have a character of their own.
var Vulgar = map[rune]string{
	'½': "1/2", '⅓': "1/3", '⅔': "2/3", '¼': "1/4", '¾': "3/4", '⅕': "1/5", '⅛': "1/8", '⅜': "3/8", '⅝': "5/8", '⅞': "7/8",
}

// Token is a piece of a text with its place in it.
type Token struct {
	Kind     kind
	Text     string // as written
	Low      string // lower case, straight apostrophe
	Stem     string // of low: terms are looked for at every word, so it is made once
	Gap      string // what is between the token before and this one: "", " ", "-"
	From, To int    // byte offsets
}

// Tokens cuts a text. Spaces and the hyphens inside words are no tokens: they
// are the gap before the next one.
func (lx *Lexicon) Tokens(s string) []Token {
	list := make([]Token, 0, len(s)/5+1)
	end := 0
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if unicode.IsSpace(r) || IsHyphen(r) && joins(s, at, size) {
			at += size
			continue
		}
		t := Token{Kind: SignToken, From: at, To: at + size}
		switch {
		case IsASCIIDigit(s[at]) || Vulgar[r] != "":
			t.Kind, t.To = NumberToken, numberEnd(s, at)
		case unicode.Is(unicode.Han, r):
			t.Kind, t.To = WordToken, hanEnd(s, at)
		case unicode.IsLetter(r):
			t.Kind, t.To = WordToken, wordEnd(s, at)
		}
		t.Text, t.Gap = s[t.From:t.To], s[end:t.From]
		t.Low = strings.ReplaceAll(strings.ToLower(t.Text), "’", "'")
		t.Stem = lx.Stem(t.Low)
		list, end, at = append(list, t), t.To, t.To
	}
	return list
}

// Words are the lower-case texts of a term's tokens.
func (lx *Lexicon) Words(s string) []string {
	var list []string
	for _, t := range lx.Tokens(s) {
		list = append(list, t.Low)
	}
	return list
}

func IsHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// joins reports whether the hyphen at offset at joins two words, as in
// "long-sleeve", and not between two clauses, as in "Shoes - Black".
func joins(s string, at, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+size:])
	return IsAlnum(before) && IsAlnum(after)
}

func IsAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || Vulgar[r] != "" }

func IsASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

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
		inside := strings.ContainsRune(".,/-–:", r) && at+size < len(s) && IsASCIIDigit(s[at+size])
		if !IsASCIIDigit(s[at]) && Vulgar[r] == "" && !inside {
			return at
		}
		at += size
	}
	return at
}

// IsLetter reports whether r is a letter of any script.
func IsLetter(r rune) bool { return unicode.IsLetter(r) }
