package measures

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog/localize/words"
)

// marks are the signs of feet and inches, which are right behind the number.
var marks = []struct{ sign, unit string }{
	{"''", "in"}, {"’’", "in"}, {`"`, "in"}, {"″", "in"}, {"”", "in"}, {"'", "ft"}, {"′", "ft"}, {"’", "ft"},
}

// scanUnit reads the unit at the start of s, right after a number: "oz", " fl. oz.",
// "-inch", `"`. It returns the unit and the bytes read, the gap included, or 0.
func (u *Units) scanUnit(s string) (unit, int) {
	for _, m := range marks {
		rest, ok := strings.CutPrefix(s, m.sign)
		if ok && (!u.letterAfter(rest) || rest != "" && words.IsASCIIDigit(rest[0])) {
			found, _ := u.lookup(m.unit)
			return found, len(m.sign)
		}
	}
	gap := unitGap(s)
	ends := unitWordEnds(s[gap:])
	for i := len(ends) - 1; i >= 0; i-- {
		end := ends[i]
		name := strings.Join(strings.FieldsFunc(s[gap:gap+end], func(r rune) bool { return r == '.' || r == '·' || words.IsHyphen(r) || unicode.IsSpace(r) }), " ")
		found, ok := u.lookup(name)
		if !ok || u.letterAfter(s[gap+end:]) || strings.EqualFold(name, "in") && isPreposition(s[gap+end:]) || len(name) == 1 && beginsName(s[gap+end:]) {
			continue
		}
		return found, gap + end
	}
	return unit{}, 0
}

// beginsName reports whether a letter before rest begins a name and is no unit: the
// V of a V-neck.
func beginsName(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return words.IsHyphen(r) && unicode.IsLetter(next)
}

// unitGap is the one space or hyphen that may be between number and unit.
func unitGap(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == ' ' || r == '\u00a0' || r == '\u202f' || words.IsHyphen(r) {
		return size
	}
	return 0
}

// maxUnitWords is how many words a unit's name has: oz per linear yard.
const maxUnitWords = 4

// unitWordEnds are the ends of the first words of s, and of the first parts of a word
// that a stroke divides: oz/yd2. A point that ends an abbreviation belongs to it
// unless it ends the text.
func unitWordEnds(s string) []int {
	var ends []int
	at := 0
	for len(ends) < 2*maxUnitWords {
		end := unitWordEnd(s, at)
		if end == at {
			return ends
		}
		if end+1 < len(s) && s[end] == '.' && s[end+1] != '\n' {
			end++
		}
		ends = append(ends, end)
		if at = end; at < len(s) && (s[at] == ' ' || s[at] == '-' || s[at] == '/') {
			at++
		} else if strings.HasPrefix(s[at:], "·") {
			at += len("·")
		}
	}
	return ends
}

// unitWordEnd is where the word at offset at ends. A 2 or 3 makes it square or cubic.
func unitWordEnd(s string, at int) int {
	end := at
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !strings.ContainsRune("°º℉℃²³", r) && !((r == '2' || r == '3') && end > at) {
			break
		}
		end += size
	}
	return end
}

// letterAfter reports whether a letter or digit follows: then what was read is
// only the beginning of a word. An axis letter is none: 12"L.
func (u *Units) letterAfter(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if r == 'x' || r == 'X' || u.Axes[string(r)] != "" {
		next, _ := utf8.DecodeRuneInString(s[size:])
		return unicode.IsLetter(next)
	}
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.IsDigit(r)
}

// isPreposition reports whether "in" before rest is the word and not the inch:
// "2 in 1", "5 in stock". rest begins right after the "in".
func isPreposition(rest string) bool {
	if strings.HasPrefix(rest, ".") {
		return false
	}
	if len(rest) > 1 && (rest[0] == ' ' || rest[0] == '-') && words.IsASCIIDigit(rest[1]) {
		return true
	}
	rest = strings.TrimLeft(rest, " -")
	word, _, _ := strings.Cut(strings.ToLower(rest), " ")
	switch strings.Trim(word, ".,;!") {
	case "stock", "a", "an", "one", "the", "each", "all", "total", "every", "our", "your", "this":
		return true
	}
	return false
}
