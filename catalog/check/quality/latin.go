package quality

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog"
)

// latinWords lists the words of Latin letters in a text, with the hyphens and apostrophes
// within them. What a digit is part of is no word but a name or number of something.
func latinWords(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for token := range strings.FieldsFuncSeq(s, func(r rune) bool {
			return r >= 0x250 && r != '’' || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-'’_&", r)
		}) {
			token = strings.Trim(token, "-'’_&")
			if token != "" && !strings.ContainsAny(token, "0123456789_") && !yield(token) {
				return
			}
		}
	}
}

// notWords are entities, placeholders and addresses: what is in them is no word.
var notWords = regexp.MustCompile(`&[a-zA-Z]+;|\{\{?[^{}]*\}?\}|\$\{[^}]*\}|%\([a-z_]+\)[sd]|(https?://|www\.)[^\s<>"\p{Han}]+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.(com|cn|net|org)\b`)

// isLeftOver reports whether a Latin word is English that was not translated. Names are
// not: those of the brand, of techniques, in capitals, or with a capital inside. A word
// that the program has no Chinese for is taken for a name as well, unless it is in small
// letters and the product's English has it.
func (f *finder) isLeftOver(word string) bool {
	small := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	switch {
	case len(word) == 1, f.latin[small], f.context.names[small], strings.ToUpper(word) == word && len(word) <= 6:
		return false
	case strings.IndexFunc(word[1:], unicode.IsUpper) >= 0 && strings.ToUpper(word) != word:
		return false
	case unicode.IsLower(rune(word[0])) && f.context.has(small):
		return true
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(small, "s"), "'")
	return f.english[small] || f.english[stem] || f.english[strings.TrimSuffix(stem, "e")]
}

// has reports whether the product's English has a word, in small letters.
func (c *Context) has(word string) bool {
	if c.vocabulary == nil {
		c.vocabulary = map[string]bool{}
		for word := range latinWords(c.english) {
			c.vocabulary[strings.ToLower(strings.ReplaceAll(word, "’", "'"))] = true
		}
	}
	return c.vocabulary[word]
}

// leftOverWords lists the words that were not translated.
func (f *finder) leftOverWords() (words []string) {
	s := f.plain
	if strings.ContainsAny(s, "{%$@&") || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, ".c") || strings.Contains(s, ".net") || strings.Contains(s, ".org") {
		s = notWords.ReplaceAllString(s, " ")
	}
	for word := range latinWords(s) {
		for part := range strings.SplitSeq(word, "&") {
			if part != "" && f.isLeftOver(part) && !slices.Contains(words, part) {
				words = append(words, part)
			}
		}
	}
	return words
}

// untranslated finds a text without a Chinese character in it that is English. In the
// title it keeps the product out of channels in Chinese.
func (f *finder) untranslated() bool {
	if f.han > 0 || !strings.ContainsFunc(f.plain, unicode.IsLetter) {
		return false
	}
	if words := f.leftOverWords(); len(words) > 0 {
		severity := catalog.Warning
		if f.isTitle() {
			severity = catalog.Blocked
		}
		f.add(f.text.Problem("quality-untranslated", severity, "words", strings.Join(words, " ")))
		return true
	}
	return false
}

// leftOver finds English words in a Chinese text.
func (f *finder) leftOver() {
	if words := f.leftOverWords(); len(words) > 0 {
		f.warn("quality-latin", f.text.Body, "words", strings.Join(words, " "))
	}
}
