package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog/localize/words"
)

// writer joins stretches into segments. Chinese is set solid; a space is
// only between Latin words, and where a title's blocks meet.
type writer struct {
	segments []Segment
	last     Stretch
	begun    bool
}

func (w *writer) group(g Group) {
	for _, s := range g.Words {
		w.stretch(s)
	}
}

func (w *writer) stretch(s Stretch) {
	if s.Text == "" {
		return
	}
	if gap := w.gap(s); gap != "" {
		w.mark(gap)
	}
	s.Segment.Role, s.Segment.Part = s.Role, s.Part
	w.segments = append(w.segments, s.Segment)
	w.last, w.begun = s, true
}

// mark writes a space or a sign.
func (w *writer) mark(text string) {
	if text != "" {
		w.segments = append(w.segments, Segment{Text: text, Origin: Mark})
	}
}

// space sets the next stretch apart.
func (w *writer) space() {
	if w.begun {
		w.mark(" ")
		w.begun = false
	}
}

// gap is what is between the last stretch and the next one. Latin words
// that were side by side keep what was between them: USB-C, Omega-3.
func (w *writer) gap(s Stretch) string {
	if !w.begun || !EndsNarrow(w.last.Text) || !beginsNarrow(s.Text) {
		return ""
	}
	neighbours := w.last.Next == s.At && w.last.Role != FrameRole
	sign := w.last.Role == MarkRole || s.Role == MarkRole
	switch {
	case neighbours && (s.Gap == "" || isHyphenText(s.Gap)):
		return s.Gap
	case sign && !neighbours:
		return ""
	}
	return " "
}

func isHyphenText(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && words.IsHyphen(r)
}

// A text's end is narrow when it is a Latin letter, a digit or an ASCII sign.
func EndsNarrow(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isNarrow(r)
}

func beginsNarrow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isNarrow(r)
}

func isNarrow(r rune) bool {
	return r < utf8.RuneSelf || (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

func TextOf(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		b.WriteString(s.Text)
	}
	return b.String()
}

// WriteBlocks joins the blocks of a title.
func WriteBlocks(blocks [][]Group) []Segment {
	var w writer
	for _, block := range blocks {
		w.space()
		for _, g := range block {
			w.group(g)
		}
	}
	return trimmed(w.segments)
}

// WriteClauses joins a phrase or a sentence, with Chinese signs between clauses.
func WriteClauses(ss []Stretch) []Segment {
	w := writer{segments: make([]Segment, 0, len(ss)+len(ss)/2)}
	for _, c := range joinedLists(Clauses(ss)) {
		if c.sign.Text != "" && (w.begun || c.sign.Text == "（") {
			w.mark(c.sign.Text)
			w.begun = false
		}
		for _, g := range proseGroups(c) {
			w.group(g)
		}
	}
	return trimmed(w.segments)
}

// trimmed drops spaces and commas at the end.
func trimmed(segments []Segment) []Segment {
	for n := len(segments); n > 0 && segments[n-1].Origin == Mark && strings.Trim(segments[n-1].Text, " ，；：·\n") == ""; n-- {
		segments = segments[:n-1]
	}
	return segments
}
