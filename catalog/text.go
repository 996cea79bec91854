package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// CleanText brings a text into the form that is kept: NFC, line ends as LF, no
// control characters, no invalid UTF-8, no space around it. removed counts the
// characters that were dropped or could not be read, so that it can be reported.
func CleanText(s string) (clean string, removed int) {
	if isPlain(s) {
		return strings.TrimSpace(s), 0
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1, isUnwanted(r):
			removed++
		case r == '\r', r == '\u2028', r == '\u2029':
			b.WriteByte('\n')
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return strings.TrimSpace(norm.NFC.String(b.String())), removed
}

// isPlain is the quick way out for the texts that most cells have.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c >= 0x7f {
			return false
		}
	}
	return true
}

// isUnwanted names what no shop means to write: control characters, direction
// overrides that make a text read otherwise than it is, and the byte order mark.
// Joiners stay: emoji and Indic scripts need them.
func isUnwanted(r rune) bool {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return false
	case r == '\ufeff' || r == '\u200b' || r == '\ufffe' || r == '\uffff':
		return true
	case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
		return true
	}
	return unicode.IsControl(r)
}

// SplitList reads a list as merchants write it: by line, semicolon, bar or comma.
func SplitList(s string) []string {
	sep := ","
	for _, c := range []string{"\n", ";", "；", "|", "，"} {
		if strings.Contains(s, c) {
			sep = c
			break
		}
	}
	var list []string
	for part := range strings.SplitSeq(s, sep) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// listSeparator joins lists in their text form. A line break cannot be in a
// list's part, so the form loses nothing.
const listSeparator = "\n"

// maxSlug is how long a handle made of a title may get, in bytes. Longer ones are
// cut and end in a hash of the whole, so that two long titles stay apart.
const maxSlug = 80

// Slug makes a handle of a title: "Maple Syrup, 12 oz" is "maple-syrup-12-oz".
// Han and other letters stay as they are.
func Slug(title string) string {
	slug := wholeSlug(title)
	if len(slug) <= maxSlug {
		return slug
	}
	sum := sha256.Sum256([]byte(slug))
	tail := "-" + hex.EncodeToString(sum[:4])
	cut := maxSlug - len(tail)
	for cut > 0 && !utf8.RuneStart(slug[cut]) {
		cut--
	}
	return strings.TrimRight(slug[:cut], "-") + tail
}

func wholeSlug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		default:
			gap = true
		}
	}
	return norm.NFC.String(b.String())
}
