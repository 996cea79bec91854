package sizes

import (
	"strings"
	"unicode"
)

// FieldWords are words that say what a product is: its title, its category, its type.
type FieldWords = string

// size is a value on its way into Chinese.
type size struct {
	value string // lower case, one space between words, a hyphen for each dash
	name  string // the option's name, lower case
	kind  kind   // of the goods and the option
}

// Option writes a value of an option as Chinese says the size, certain or not. ok is false
// where the value is none of the sizes that the tables know.
func (t *Tables) Option(value, optionName string, field ...FieldWords) (text string, certain, ok bool) {
	s := size{value: plainValue(value), name: strings.ToLower(optionName)}
	if s.value == "" || len(s.value) > maxValue {
		return "", false, false
	}
	s.kind = t.kindsOf(append([]string{optionName}, field...)...)
	if s.kind.has(petKind) {
		return "", false, false // a dog's 10 is nobody's system
	}
	if text, certain, ok := t.write(s); ok {
		return text, certain, true
	}
	return t.withBracket(s)
}

// write writes a value without a remark in brackets.
func (t *Tables) write(s size) (string, bool, bool) {
	for _, write := range []func(size) (string, bool, bool){
		t.bedSize, t.diaperSize, t.age, t.braSize, t.ringSize, t.hatSize, t.shoeSize, t.trouserSize, t.shirtSize, t.suitSize, t.lettersWithNumbers, t.clothesSize, t.peopleSize,
	} {
		if text, certain, ok := write(s); ok {
			return text, certain, true
		}
	}
	return "", false, false
}

// withBracket writes 12 Little Kid (4-8 Years) and 8 (M): a size with a second one.
func (t *Tables) withBracket(s size) (string, bool, bool) {
	outer, inner, ok := strings.Cut(strings.TrimSuffix(s.value, ")"), " (")
	if !ok || !strings.HasSuffix(s.value, ")") {
		return "", false, false
	}
	first, second := s, s
	first.value, second.value = outer, inner
	text, certain, ok := t.write(first)
	if !ok {
		return "", false, false
	}
	said, sure, ok := t.write(second)
	if !ok && letterAlone.MatchString(inner) {
		said, sure, ok = letter(inner), true, true
	}
	if body, has := strings.CutSuffix(text, "）"); has {
		return body + "，" + said + "）", certain && sure, ok
	}
	return text + "（" + said + "）", certain && sure, ok
}

// maxValue is how long a size is: longer values are descriptions.
const maxValue = 40

// plainSigns are the signs of sizes, one for each meaning.
var plainSigns = strings.NewReplacer("–", "-", "—", "-", "−", "-", "’", "'", "”", `"`, "″", `"`, "×", "x", " - ", "-", "½", ".5", " / ", "/", " x ", "x")

// plainValue is a value in lower case without what says nothing.
func plainValue(value string) string {
	low := strings.ToLower(strings.Join(strings.Fields(value), " "))
	low = plainSigns.Replace(low)
	for _, word := range []string{"shoe size ", "size: ", "size "} {
		low = strings.TrimPrefix(low, word)
	}
	if strings.ContainsFunc(low, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return ""
	}
	return low
}
