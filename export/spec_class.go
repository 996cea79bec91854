package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog"
)

// Class says how goods of a kind are known, so that rules can apply to them alone:
//
//	[[classes]]
//	name    = "shoes"
//	decides = "attr.google_product_category"
//	fields  = ["category", "type"]
//	words   = ["shoes", "sneakers"]
//	unless  = ["care", "rack"]
//	except  = ["accessories"]
//	numbers = "187 1933"
//
// A field is of the class when the last word, or words, of one of its parts is one
// of words: "Home > Shoe racks" are no shoes. A word of unless anywhere, or a part that
// is one of except, says that it is not. Where the field of decides is filled it
// alone is looked at, since somebody chose it; there numbers count too.
type Class struct {
	Name    string          `toml:"name"`
	Value   string          `toml:"value"` // for a hook: what the class is in the file
	Decides catalog.Field   `toml:"decides"`
	Fields  []catalog.Field `toml:"fields"`
	Words   []string        `toml:"words"`
	Unless  []string        `toml:"unless"`
	Except  []string        `toml:"except"`
	Numbers string          `toml:"numbers"`

	words, unless, except, numbers map[string]bool
}

func (c *Class) resolve() error {
	if !nameForm.MatchString(c.Name) || len(c.Words) == 0 || len(c.Fields) == 0 {
		return fmt.Errorf("class %q: it needs a name, fields and words", c.Name)
	}
	fields := slices.Clone(c.Fields)
	if c.Decides != "" {
		fields = append(fields, c.Decides)
	}
	for _, f := range fields {
		if info, ok := catalog.LookupField(f); !ok || info.Level != catalog.ProductLevel {
			return fmt.Errorf("class %q: %q is no field of a product", c.Name, f)
		}
	}
	for _, word := range c.Words {
		if strings.Count(word, " ") >= longestWord {
			return fmt.Errorf("class %q: %q has more than %d words", c.Name, word, longestWord)
		}
	}
	c.words, c.unless, c.except, c.numbers = set(c.Words), set(c.Unless), set(c.Except), set(strings.Fields(c.Numbers))
	return nil
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[strings.ToLower(s)] = true
	}
	return m
}

// has reports whether a product is of the class.
func (c *Class) has(p *catalog.Product) bool {
	if text := fieldText(p, c.Decides); text != "" {
		return c.numbers[strings.TrimSpace(text)] || c.fits(text)
	}
	return slices.ContainsFunc(c.Fields, func(f catalog.Field) bool { return c.fits(fieldText(p, f)) })
}

func fieldText(p *catalog.Product, f catalog.Field) string {
	info, ok := catalog.LookupField(f)
	if !ok {
		return ""
	}
	return info.Get(p, nil)
}

// fits looks at the end of each part of a text: the noun that says what it is.
func (c *Class) fits(text string) bool {
	fits := false
	for _, part := range splitAny(strings.ToLower(text), ">/|\n") {
		if c.except[strings.TrimSpace(part)] {
			return false
		}
		for _, one := range splitAny(part, "&,;") {
			words := strings.FieldsFunc(one, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' })
			if slices.ContainsFunc(words, func(w string) bool { return c.unless[w] }) {
				return false
			}
			fits = fits || c.ends(words)
		}
	}
	return fits
}

func splitAny(text, signs string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(signs, r) })
}

// longestWord is how many words a word of a class has at most.
const longestWord = 4

// ends reports whether words end with one of the class.
func (c *Class) ends(words []string) bool {
	for i := max(0, len(words)-longestWord); i < len(words); i++ {
		if c.words[strings.Join(words[i:], " ")] {
			return true
		}
	}
	return len(words) == 1 && c.endsWith(words[0])
}

// endsWith finds a Chinese word at the end of a text: Chinese has no blanks.
func (c *Class) endsWith(text string) bool {
	for i, r := range text {
		if unicode.Is(unicode.Han, r) && c.words[text[i:]] {
			return true
		}
	}
	return false
}

// classIndex finds a class by its name.
func (s *Spec) classIndex(name string) (int, error) {
	i := slices.IndexFunc(s.Classes, func(c Class) bool { return c.Name == name })
	if i < 0 {
		return 0, errors.New("there is no class " + name)
	}
	return i, nil
}

// isOf reports whether a product is of a class; it is asked once for each row and
// column, and found out once.
func (k *Checker) isOf(p *catalog.Product, class int) bool {
	if k.classed != p {
		k.classed, k.classes = p, append(k.classes[:0], make([]int8, len(k.channel.spec.Classes))...)
	}
	if k.classes[class] == 0 {
		k.classes[class] = -1
		if k.channel.spec.Classes[class].has(p) {
			k.classes[class] = 1
		}
	}
	return k.classes[class] > 0
}
