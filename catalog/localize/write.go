package localize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// writer joins stretches into segments. Chinese is set solid; a space stands
// only between Latin words, and where a title's blocks meet.
type writer struct {
	segments []Segment
	last     stretch
	begun    bool
}

func (w *writer) group(g group) {
	for _, s := range g.words {
		w.stretch(s)
	}
}

func (w *writer) stretch(s stretch) {
	if s.Text == "" {
		return
	}
	if gap := w.gap(s); gap != "" {
		w.mark(gap)
	}
	s.Segment.role = s.role
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

// gap is what stands between the last stretch and the next one. Latin words
// that stood side by side keep what stood between them: USB-C, Omega-3.
func (w *writer) gap(s stretch) string {
	if !w.begun || !endsNarrow(w.last.Text) || !beginsNarrow(s.Text) {
		return ""
	}
	neighbours := w.last.next == s.at && w.last.role != frameRole
	sign := w.last.role == markRole || s.role == markRole
	switch {
	case neighbours && (s.gap == "" || isHyphenText(s.gap)):
		return s.gap
	case sign && !neighbours:
		return ""
	}
	return " "
}

func isHyphenText(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && isHyphen(r)
}

// A text's end is narrow when it is a Latin letter, a digit or an ASCII sign.
func endsNarrow(s string) bool {
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

func textOf(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		b.WriteString(s.Text)
	}
	return b.String()
}

// writeBlocks joins the blocks of a title.
func writeBlocks(blocks [][]group) []Segment {
	var w writer
	for _, block := range blocks {
		w.space()
		for _, g := range block {
			w.group(g)
		}
	}
	return trimmed(w.segments)
}

// writeClauses joins a phrase or a sentence, with Chinese signs between clauses.
func writeClauses(ss []stretch) []Segment {
	w := writer{segments: make([]Segment, 0, len(ss)+len(ss)/2)}
	for _, c := range joinedLists(clauses(ss)) {
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
