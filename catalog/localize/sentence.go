package localize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxUnknown is the share of words, one in so many, that a sentence may have
// untranslated and still be set in Chinese. Beyond it, or with grammar left in
// it, a sentence of words put side by side would read worse than English, so it
// stays for the translator, with its measures converted.
const maxUnknown = 4

// prose suggests running text, sentence by sentence.
func (a *analyser) prose(source string) Text {
	t := Text{Source: source, Complete: true}
	for _, at := range a.lex.sentences(source) {
		body, end := a.lex.cutEnd(source[at.from:at.to])
		ss := a.analyse(body)
		if len(a.said) < 2*maxPoints && body == source {
			a.said[body] = slices.Clone(ss)
		}
		for i := range ss {
			ss[i].from += at.from
		}
		t.LeftOut, t.Unknown = append(t.LeftOut, leftOut(ss)...), append(t.Unknown, unknown(ss)...)
		t.Complete = t.Complete && complete(ss)
		var segments []Segment
		switch {
		case fragment(ss):
			t.Complete = false
		case readable(ss):
			segments = ended(writeClauses(ss), end, a.lex.signs.ends[end])
		default:
			segments = inEnglish(source[at.from:at.to], at.from, ss)
		}
		t.Segments = append(spaced(t.Segments, segments), segments...)
	}
	t.Text = textOf(t.Segments)
	return t
}

// fragment reports whether a word that must not be written leaves nothing that
// says anything: "daily immune support" without the support.
func fragment(ss []stretch) bool {
	if len(leftOut(ss)) == 0 {
		return false
	}
	return !slices.ContainsFunc(ss, func(s stretch) bool {
		return s.names() || s.part == Phrase || s.role != contentRole && s.role != droppedRole && s.role != markRole
	})
}

// readable reports whether enough words are known to set the text in Chinese.
func readable(ss []stretch) bool {
	known, unknown := 0, 0
	for _, s := range ss {
		switch s.role {
		case unknownRole:
			if s.kinds.has(sentence) {
				return false
			}
			unknown++
		case contentRole, frameRole, brandRole, keptRole, measureRole, packRole, numberRole:
			known++
		}
	}
	return known > 0 && unknown*maxUnknown <= known+unknown
}

// inEnglish keeps a sentence that begins at offset from as it is, with its
// measures converted.
func inEnglish(sentence string, from int, ss []stretch) []Segment {
	var list []Segment
	done := 0
	for _, s := range ss {
		if s.role != measureRole {
			continue
		}
		at := s.from - from
		list = append(list, untranslated(sentence[done:at], from+done)...)
		list = append(list, s.Segment)
		done = at + len(s.Source)
	}
	return append(list, untranslated(sentence[done:], from+done)...)
}

func untranslated(text string, from int) []Segment {
	if text == "" {
		return nil
	}
	return []Segment{{Source: text, Text: text, Origin: Untranslated, from: from}}
}

func ended(segments []Segment, end, chinese string) []Segment {
	if chinese != "" && len(segments) > 0 {
		return append(segments, Segment{Source: end, Text: chinese, Origin: Mark})
	}
	return segments
}

// spaced adds the space that English needs between two sentences.
func spaced(before, after []Segment) []Segment {
	if len(before) > 0 && len(after) > 0 && endsNarrow(before[len(before)-1].Text) {
		return append(before, Segment{Text: " ", Origin: Mark})
	}
	return before
}

// cutEnd takes the sign off the end of a sentence.
func (lx *lexicon) cutEnd(sentence string) (body, end string) {
	body = strings.TrimRight(sentence, ".!?… ")
	end = strings.TrimSpace(sentence[len(body):])
	if len(end) > 3 || end != "" && lx.signs.ends[end] == "" {
		end = end[:1]
	}
	return body, end
}

// span is a part of a text by its byte offsets.
type span struct{ from, to int }

// sentences cuts a text behind the signs that end one. A point behind an
// abbreviation or inside a number ends none.
func (lx *lexicon) sentences(text string) []span {
	var list []span
	from := 0
	for at, r := range text {
		if !strings.ContainsRune(".!?。！？", r) {
			continue
		}
		next := at + utf8.RuneLen(r)
		if next < len(text) && !startsSentence(text[next:]) || r == '.' && lx.abbreviated(text[from:at]) {
			continue
		}
		list = appendSpan(list, text, from, next)
		from = next
	}
	return appendSpan(list, text, from, len(text))
}

// appendSpan adds a span without the spaces around it, unless nothing is left.
func appendSpan(list []span, text string, from, to int) []span {
	for from < to && text[from] == ' ' {
		from++
	}
	for to > from && text[to-1] == ' ' {
		to--
	}
	if from == to {
		return list
	}
	return append(list, span{from, to})
}

// startsSentence reports whether rest, right behind a point, begins another one.
func startsSentence(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.Is(unicode.Han, r) {
		return true
	}
	trimmed := strings.TrimLeft(rest, " \u00a0\n\t")
	if trimmed == rest {
		return false
	}
	next, _ := utf8.DecodeRuneInString(trimmed)
	return !unicode.IsLower(next)
}

func (lx *lexicon) abbreviated(before string) bool {
	i := strings.LastIndexAny(before, " (\n")
	return lx.kinds[strings.ToLower(before[i+1:])].has(abbreviation)
}
