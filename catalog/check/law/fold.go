package law

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tradewind.app/catalog/check"
)

// joint is what separates a character from the one before it.
type joint uint8

const (
	joined joint = iota // nothing, or signs that only decorate: 顶·级
	list                // a sign of a list: 、
	blank               // blanks and signs between words
	clause              // a comma, a colon
	stop                // the end of a sentence or of a block
)

// folded is a text as it is matched: characters of words and digits only, narrow,
// Simplified and in small letters, with what separated them and where they were.
type folded struct {
	runes  []rune
	joints []joint // before each character
	alone  []bool  // a Han character with separators on both sides
	at, to []int   // bytes of the text, by character
}

// folder folds one text.
type folder struct {
	*folded

	letters *letters
	gap     joint
}

// fold folds a text, or the texts between the tags of HTML.
func (t *Tables) fold(text string, isHTML bool) *folded {
	f := folder{folded: &folded{}, letters: &t.letters, gap: stop}
	n := utf8.RuneCountInString(text)
	f.runes, f.joints, f.at, f.to = make([]rune, 0, n), make([]joint, 0, n), make([]int, 0, n), make([]int, 0, n)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isHTML && r == '<':
			size = f.tag(text[i:])
		case isHTML && r == '&':
			size = f.entity(text, i)
		default:
			f.add(text, r, i, i+size)
		}
		i += size
	}
	f.markAlone()
	return f.folded
}

// tag skips a tag, or an element that shows no text, and returns its length.
func (f *folder) tag(text string) int {
	end := check.TagEnd(text)
	if !check.IsInline(check.TagName(text[:end])) {
		f.gap = stop
	}
	return end
}

// entity reads a character that is written as &...; and returns its length.
func (f *folder) entity(text string, i int) int {
	if end := strings.IndexByte(text[i:], ';'); end > 1 && end < 12 {
		whole := text[i : i+end+1]
		if s := html.UnescapeString(whole); s != whole {
			for _, r := range s {
				f.add(text, r, i, i+len(whole))
			}
			return len(whole)
		}
	}
	f.add(text, '&', i, i+1)
	return 1
}

// add takes a character of the text that is between two of its bytes.
func (f *folder) add(text string, r rune, at, to int) {
	if r < 0x10000 && f.letters[r].to != several {
		f.put(text, f.letters[r], at, to)
		return
	}
	for _, part := range norm.NFKC.String(string(r)) {
		f.put(text, f.letters.of(part), at, to)
	}
}

// put keeps a character of a word, and notes what any other one separates.
func (f *folder) put(text string, l letter, at, to int) {
	if l.joint == joined && l.isWord || isInner(text, l.to, at, to) {
		f.runes, f.joints, f.at, f.to = append(f.runes, l.to), append(f.joints, f.gap), append(f.at, at), append(f.to, to)
		f.gap = joined
		return
	}
	f.gap = max(f.gap, l.joint)
}

// isInner reports whether a sign is part of a word or number in Latin letters: NO.1.
func isInner(text string, r rune, at, to int) bool {
	if r >= utf8.RuneSelf || !strings.ContainsRune("._-@/:+", r) || at == 0 || to == len(text) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return isWordLetter(before) && isWordLetter(after) || r == ':' && after == '/' || r == '/' && (before == ':' || after == '/' || before == '/')
}

// isWordLetter reports whether r is a letter or digit that is no Han.
func isWordLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

// jointOf is what a character separates that is of no word.
func jointOf(r rune) joint {
	switch {
	case strings.ContainsRune("。!?！？；;\n\r…", r):
		return stop
	case strings.ContainsRune("，,：:", r):
		return clause
	case r == '、':
		return list
	case unicode.IsSpace(r), strings.ContainsRune("/|+&()（）[]【】《》〈〉「」『』“”‘’\"'-—–", r):
		return blank
	}
	return joined
}

// markAlone notes the Han characters that have separators on both sides.
func (f *folded) markAlone() {
	f.alone = make([]bool, len(f.runes))
	for i, r := range f.runes {
		before := f.joints[i] != joined || i == 0 || f.runes[i-1] < 0x2e80
		after := i+1 == len(f.runes) || f.joints[i+1] != joined || f.runes[i+1] < 0x2e80
		f.alone[i] = before && after && r >= 0x2e80
	}
}

// joins reports whether a word may go on with the character at i. Who parts a word to
// hide it leaves a single character somewhere; two whole words beside each other are
// no third one: 女生 发饰.
func (f *folded) joins(i int) bool {
	switch f.joints[i] {
	case joined:
		return true
	case stop:
		return false
	}
	before, after := f.runes[i-1], f.runes[i]
	if f.joints[i] == blank && (before < 0x2e80 || after < 0x2e80 || neverLast[before] || neverFirst[after]) {
		return true
	}
	return f.alone[i-1] || f.alone[i]
}

// neverLast are characters that no word ends in, neverFirst those that hardly one
// begins with.
var (
	neverLast  = map[rune]bool{'最': true, '第': true, '绝': true}
	neverFirst = map[rune]bool{'级': true, '佳': true}
)

// letter is what a character is folded to.
type letter struct {
	to     rune
	joint  joint // what it separates, where it is of no word
	isWord bool
}

// several marks characters that are folded to more than one.
const several = -1

// letters has what each character of the first plane is folded to.
type letters [0x10000]letter

// of returns what a character is folded to that is no other one by NFKC.
func (l *letters) of(r rune) letter {
	if r < 0x10000 && l[r].to != several {
		return l[r]
	}
	return letter{to: r, isWord: unicode.IsLetter(r) || unicode.IsDigit(r)}
}

func newLetters(simple func(rune) rune) (l letters) {
	for r := range rune(0x10000) {
		to := r
		if r >= utf8.RuneSelf && !unicode.Is(unicode.Han, r) {
			if s := []rune(norm.NFKC.String(string(r))); len(s) == 1 {
				to = s[0]
			} else {
				l[r].to = several
				continue
			}
		}
		to = unicode.ToLower(simple(to))
		l[r] = letter{to, jointOf(to), unicode.IsLetter(to) || unicode.IsDigit(to) || to == '%'}
	}
	return l
}
