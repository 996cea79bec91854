package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a part of a text by its byte offsets.
type span struct{ From, To int }

// Sentences cuts a text behind the signs that end one. A point behind an
// abbreviation or inside a number ends none.
func (lx *Lexicon) Sentences(text string) []span {
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

func (lx *Lexicon) abbreviated(before string) bool {
	i := strings.LastIndexAny(before, " (\n")
	return lx.Kinds[strings.ToLower(before[i+1:])].Has(abbreviation)
}

// CutEnd takes the sign off the end of a sentence.
func (lx *Lexicon) CutEnd(sentence string) (body, end string) {
	body = strings.TrimRight(sentence, ".!?… ")
	end = strings.TrimSpace(sentence[len(body):])
	if len(end) > 3 || end != "" && lx.Signs.Ends[end] == "" {
		end = end[:1]
	}
	return body, end
}
