package export

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stripHTML gives the text of HTML: blocks end a line, lists and cells are kept
// apart, entities are resolved, scripts and styles are left out.
//
// What comes out may be HTML again, where somebody escaped it once too often: such a
// text is stripped again, so that no reader of it meets a script.
func stripHTML(text string) string {
	for range maxStrips {
		if text = stripOnce(text); !hasTags(text) {
			break
		}
	}
	return text
}

// maxStrips bounds how deep escapes of escapes are followed.
const maxStrips = 4

// hasTags reports whether a text has an element of HTML in it.
func hasTags(text string) bool {
	if !strings.Contains(text, "<") {
		return false
	}
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) != 0 {
				return true
			}
		}
	}
}

func stripOnce(text string) string {
	if !strings.ContainsAny(text, "<&") {
		return text
	}
	var b strings.Builder
	silent := 0
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return squeeze(b.String(), true)
		case html.TextToken:
			if silent == 0 {
				b.Write(z.Text())
			}
			continue
		}
		name, _ := z.TagName()
		switch tag := atom.Lookup(name); {
		case unread[tag]:
			silent = max(0, silent+depth(kind))
		case blocks[tag]:
			b.WriteByte('\n')
		case tag == atom.Td || tag == atom.Th:
			b.WriteByte(' ')
		}
	}
}

func depth(kind html.TokenType) int {
	switch kind {
	case html.StartTagToken:
		return 1
	case html.EndTagToken:
		return -1
	}
	return 0
}

// unread are elements whose content nobody reads.
var unread = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Iframe: true, atom.Noembed: true, atom.Noframes: true, atom.Title: true}

var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Br: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Tr: true, atom.Table: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Hr: true,
	atom.Blockquote: true, atom.Dt: true, atom.Dd: true, atom.Section: true, atom.Article: true,
}

// squeeze makes each run of space one space, and leaves none at the ends. With
// lines, a run with a line end in it becomes a line end.
func squeeze(text string, lines bool) string {
	out := make([]byte, 0, len(text))
	var gap byte
	word := -1 // where the word at hand begins
	flush := func(end int) {
		if word < 0 {
			return
		}
		if gap != 0 && len(out) > 0 {
			out = append(out, gap)
		}
		out = append(out, text[word:end]...)
		gap, word = 0, -1
	}
	for i, r := range text {
		if !unicode.IsSpace(r) {
			if word < 0 {
				word = i
			}
			continue
		}
		flush(i)
		if lines && r == '\n' {
			gap = '\n'
		} else if gap == 0 {
			gap = ' '
		}
	}
	flush(len(text))
	return string(out)
}
