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
	for _, write := range []func(size) (string, bool, bool){
		t.bedSize, t.age, t.braSize, t.ringSize, t.hatSize, t.shoeSize, t.trouserSize, t.shirtSize, t.suitSize, t.lettersWithNumbers, t.clothesSize, t.peopleSize,
	} {
		if text, certain, ok := write(s); ok {
			return text, certain, true
		}
	}
	return "", false, false
}

// maxValue is how long a size is: longer values are descriptions.
const maxValue = 40

// plainSigns are the signs of sizes, one for each meaning.
var plainSigns = strings.NewReplacer("–", "-", "—", "-", "−", "-", "’", "'", "”", `"`, "″", `"`, "×", "x", " - ", "-", "½", ".5", " / ", "/", " x ", "x")

// plainValue is a value in lower case without what says nothing.
func plainValue(value string) string {
	low := strings.ToLower(strings.Join(strings.Fields(value), " "))
	low = plainSigns.Replace(low)
	low = strings.TrimPrefix(strings.TrimPrefix(low, "size: "), "size ")
	if strings.ContainsFunc(low, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return ""
	}
	return low
}
