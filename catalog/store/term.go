package store

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Terms are what the index has: of Latin and the like every three characters
// in a row and the first one and two where a word begins, of dense scripts
// every character and every two in a row. Each is a word of ASCII letters and
// digits or other characters; ASCII punctuation, which FTS5 takes for a gap, is
// written as its full-width form (folded text has none of these).

// widen is the distance from ASCII to the full-width forms.
const widen = 0xFEE0

// runeBits is how many bits a character needs; shortWord of them fit a uint64.
const runeBits = 21

// termSet collects the terms of one text, each once.
type termSet struct {
	seen map[uint64]struct{} // by their characters: a key costs no memory of its own
	text strings.Builder
	term []byte
}

// terms gives the terms of a folded text, with spaces between.
func (t *termSet) terms(text string) string {
	if t.seen == nil {
		t.seen = map[uint64]struct{}{}
	}
	clear(t.seen)
	t.text.Reset()
	for word := range strings.FieldsSeq(text) {
		runes := []rune(word)
		for len(runes) > 0 {
			n := runLength(runes)
			t.addRun(runes[:n])
			runes = runes[n:]
		}
	}
	return t.text.String()
}

// runLength counts the characters at the start that are all dense or all not.
func runLength(runes []rune) int {
	dense := isDense(runes[0])
	i := slices.IndexFunc(runes, func(r rune) bool { return isDense(r) != dense })
	if i < 0 {
		return len(runes)
	}
	return i
}

func (t *termSet) addRun(run []rune) {
	dense := isDense(run[0])
	for i := range run {
		if dense || i == 0 || begins(run[i-1], run[i]) {
			t.add(run, i, 1)
			t.add(run, i, 2)
		}
		if !dense {
			t.add(run, i, shortWord)
		}
	}
}

// add adds the term of n characters at i, if there are as many. No term is longer
// than shortWord.
func (t *termSet) add(run []rune, i, n int) {
	if i+n > len(run) {
		return
	}
	var key uint64
	for _, r := range run[i : i+n] {
		key = key<<runeBits | uint64(r)
	}
	if _, ok := t.seen[key]; ok {
		return
	}
	t.seen[key] = struct{}{}
	t.term = appendTerm(t.term[:0], run[i:i+n])
	if t.text.Len() > 0 {
		t.text.WriteByte(' ')
	}
	t.text.Write(t.term)
}

func appendTerm(b []byte, runes []rune) []byte {
	for _, r := range runes {
		if r < utf8.RuneSelf && !isAlnum(r) {
			r += widen
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// maxTerms is how many terms the index is asked for at once. Who pastes a page
// into the search gets an answer, too: the text decides.
const maxTerms = 64

// matchQuery writes the words as an FTS5 query: terms that every product
// with the words must have. It is never empty for words that are not.
func matchQuery(words []string) string {
	var terms []string
	for _, w := range words {
		terms = append(terms, wordTerms(w)...)
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	terms = terms[:min(len(terms), maxTerms)]
	for i, term := range terms {
		terms[i] = `"` + term + `"`
	}
	return strings.Join(terms, " AND ")
}

// wordTerms gives terms that cover a word, as few as will do.
func wordTerms(word string) []string {
	runes := []rune(word)
	if isShort(word) {
		return []string{string(appendTerm(nil, runes))}
	}
	var terms []string
	for len(runes) > 0 {
		n := runLength(runes)
		terms = append(terms, cover(runes[:n])...)
		runes = runes[n:]
	}
	return terms
}

// cover gives terms that overlap as little as they can. A run of one or two
// Latin characters inside a mixed word has none: it may be anywhere.
func cover(run []rune) []string {
	size := shortWord
	if isDense(run[0]) {
		size = min(2, len(run))
	}
	var terms []string
	for i := 0; len(run) >= size && i < len(run); i += size {
		at := min(i, len(run)-size)
		terms = append(terms, string(appendTerm(nil, run[at:at+size])))
	}
	return terms
}

// isExact reports whether the index alone decides: each word is one term.
func isExact(words []string) bool {
	if len(words) > maxTerms {
		return false
	}
	for _, w := range words {
		if terms := wordTerms(w); len(terms) != 1 || terms[0] != string(appendTerm(nil, []rune(w))) {
			return false
		}
	}
	return true
}
