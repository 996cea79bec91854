package localize

import (
	"slices"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// maxUnknown is the share of words, one in so many, that a sentence may have
// untranslated and still be set in Chinese. Beyond it, or with grammar left in
// it, a sentence of words put side by side would read worse than English, so it
// stays for the translator, with its measures converted.
const maxUnknown = 4

// prose suggests running text, sentence by sentence.
func (a *analyser) prose(source string) Text {
	t := Text{Source: source, Complete: true}
	for _, at := range a.lex.Sentences(source) {
		body, end := a.lex.CutEnd(source[at.From:at.To])
		ss := a.analyse(body)
		if len(a.said) < 2*maxPoints && body == source {
			a.said[body] = slices.Clone(ss)
		}
		for i := range ss {
			ss[i].From += at.From
		}
		t.LeftOut, t.Unknown = append(t.LeftOut, leftOut(ss)...), append(t.Unknown, unknown(ss)...)
		t.Complete = t.Complete && complete(ss)
		var segments []compose.Segment
		switch {
		case fragment(ss):
			t.Complete = false
		case readable(ss):
			segments = ended(compose.WriteClauses(ss), end, a.lex.Signs.Ends[end])
		default:
			segments = inEnglish(source[at.From:at.To], at.From, ss)
		}
		t.Segments = append(spaced(t.Segments, segments), segments...)
	}
	t.Text = compose.TextOf(t.Segments)
	return t
}

// fragment reports whether a word that must not be written leaves nothing that
// says anything: "daily immune support" without the support.
func fragment(ss []compose.Stretch) bool {
	if len(leftOut(ss)) == 0 {
		return false
	}
	return !slices.ContainsFunc(ss, func(s compose.Stretch) bool {
		return s.Names() || s.Part == terms.Phrase || s.Role != compose.ContentRole && s.Role != compose.DroppedRole && s.Role != compose.MarkRole
	})
}

// readable reports whether enough words are known to set the text in Chinese.
func readable(ss []compose.Stretch) bool {
	known, unknown := 0, 0
	for _, s := range ss {
		switch s.Role {
		case compose.UnknownRole:
			if s.Kinds.Has(words.Sentence) {
				return false
			}
			unknown++
		case compose.ContentRole, compose.FrameRole, compose.BrandRole, compose.KeptRole, compose.MeasureRole, compose.PackRole, compose.NumberRole:
			known++
		}
	}
	return known > 0 && unknown*maxUnknown <= known+unknown
}

// inEnglish keeps a sentence that begins at offset from as it is, with its
// measures converted.
func inEnglish(sentence string, from int, ss []compose.Stretch) []compose.Segment {
	var list []compose.Segment
	done := 0
	for _, s := range ss {
		if s.Role != compose.MeasureRole {
			continue
		}
		at := s.From - from
		list = append(list, untranslated(sentence[done:at], from+done)...)
		list = append(list, s.Segment)
		done = at + len(s.Source)
	}
	return append(list, untranslated(sentence[done:], from+done)...)
}

func untranslated(text string, from int) []compose.Segment {
	if text == "" {
		return nil
	}
	return []compose.Segment{{Source: text, Text: text, Origin: compose.Untranslated, From: from}}
}

func ended(segments []compose.Segment, end, chinese string) []compose.Segment {
	if chinese != "" && len(segments) > 0 {
		return append(segments, compose.Segment{Source: end, Text: chinese, Origin: compose.Mark})
	}
	return segments
}

// spaced adds the space that English needs between two sentences.
func spaced(before, after []compose.Segment) []compose.Segment {
	if len(before) > 0 && len(after) > 0 && compose.EndsNarrow(before[len(before)-1].Text) {
		return append(before, compose.Segment{Text: " ", Origin: compose.Mark})
	}
	return before
}
