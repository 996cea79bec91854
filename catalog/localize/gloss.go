package localize

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
)

// GlossWord is a stretch of a Chinese text with what it means in English.
type GlossWord struct {
	Chinese string `json:"chinese"`
	English string `json:"english,omitempty"` // empty where the terms do not have it
}

// Gloss says in English, word by word, what a Chinese text says: by the facts it was
// composed of where it is still the suggested one, otherwise by the terms, read from
// Chinese to English.
func (l *Language) Gloss(text string, suggested *Text) []GlossWord {
	if suggested != nil && suggested.Text == text && len(suggested.Segments) > 0 {
		return glossOf(suggested.Segments)
	}
	simplified, err := l.script.Simplified(text)
	if err != nil || len(simplified) != len(text) { // its words cannot be found again in the text
		simplified = text
	}
	return l.reversed().gloss(text, simplified)
}

// GlossLine is Gloss of the text that a line of a listing has. Of a description it is the
// text without its tags.
func (l *Language) GlossLine(line Line) []GlossWord {
	if strings.Contains(line.Text, "<") {
		return l.Gloss(plain(line.Text), nil)
	}
	return l.Gloss(line.Text, line.Suggested)
}

func glossOf(segments []compose.Segment) []GlossWord {
	var list []GlossWord
	for _, s := range segments {
		switch {
		case s.Text == "" || strings.TrimSpace(s.Text) == "":
		case s.Origin == compose.Mark && s.Source == "":
			list = append(list, GlossWord{Chinese: s.Text, English: s.Text})
		case s.Note != "" && s.Origin != compose.FromUnit:
			list = append(list, GlossWord{Chinese: s.Text, English: s.Source + " (" + s.Note + ")"})
		default:
			list = append(list, GlossWord{Chinese: s.Text, English: s.Source})
		}
	}
	return list
}

// reversal finds English by Chinese.
type reversal struct {
	english map[string]string
	longest int // of the Chinese, in bytes
}

// reversed is the term base read the other way round. It is built when first asked for.
func (l *Language) reversed() *reversal {
	l.back.Do(func() {
		r := &reversal{english: map[string]string{}}
		for code, chinese := range l.units.Chinese() {
			r.english[chinese] = code
		}
		for t := range l.terms.Terms() {
			r.add(t)
		}
		named := maps.Clone(r.english)
		for t := range l.senses.Terms() { // where no term says it with fewer senses
			if named[t.Hans] == "" {
				r.add(t)
			}
		}
		l.back.reversal = r
	})
	return l.back.reversal
}

// add enters a term. Where several English words have one Chinese the shortest says most
// plainly what it is.
func (r *reversal) add(t terms.Term) {
	if t.Status != terms.Preferred || t.Hans == "" || strings.Contains(t.Hans, terms.Slot) {
		return
	}
	have := r.english[t.Hans]
	if have == "" || len(t.English) < len(have) || len(t.English) == len(have) && t.English < have {
		r.english[t.Hans] = t.English
	}
	r.longest = max(r.longest, len(t.Hans))
}

// gloss cuts a text at every place into the longest words that are known. simplified is
// the text in Simplified characters, as the terms have them, byte for byte at the same
// places. Latin words, numbers and signs are their own English.
func (r *reversal) gloss(text, simplified string) []GlossWord {
	var list []GlossWord
	for at := 0; at < len(text); {
		if n := r.known(simplified[at:]); n > 0 {
			list = append(list, GlossWord{text[at : at+n], r.english[simplified[at:at+n]]})
			at += n
			continue
		}
		n := run(text[at:])
		word := GlossWord{Chinese: text[at : at+n]}
		if first, _ := utf8.DecodeRuneInString(word.Chinese); !unicode.Is(unicode.Han, first) {
			word.English = word.Chinese
		}
		if strings.TrimSpace(word.Chinese) != "" {
			list = appendWord(list, word)
		}
		at += n
	}
	return list
}

// appendWord adds a word, to the unknown one before it where it is unknown too.
func appendWord(list []GlossWord, word GlossWord) []GlossWord {
	if last := len(list) - 1; last >= 0 && word.English == "" && list[last].English == "" {
		list[last].Chinese += word.Chinese
		return list
	}
	return append(list, word)
}

// known is the length of the longest word that is known at the start of a text, or 0.
func (r *reversal) known(text string) int {
	for n := min(r.longest, len(text)); n > 0; n-- {
		if n < len(text) && !utf8.RuneStart(text[n]) {
			continue
		}
		if r.english[text[:n]] != "" {
			return n
		}
	}
	return 0
}

// run is the length of the Latin word or number at the start of a text, otherwise of one
// character.
func run(text string) int {
	for at, c := range text {
		if !unicode.IsDigit(c) && !unicode.IsLetter(c) && c != '.' && c != '-' || unicode.Is(unicode.Han, c) {
			if at == 0 {
				return utf8.RuneLen(c)
			}
			return at
		}
	}
	return len(text)
}
