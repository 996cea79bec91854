package markup

import (
	"strings"

	"golang.org/x/net/html"

	"tradewind.app/catalog/localize/words"
)

// MaxToken bounds one tag or text of a description, against hostile HTML.
const MaxToken = 512 << 10

// Unwanted are the elements that are left out with all that is in them.
var Unwanted = map[string]bool{"script": true, "style": true, "iframe": true, "object": true, "noscript": true, "template": true}

// Inline are the elements that belong inside a sentence.
var Inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "big": true, "cite": true, "code": true, "del": true, "em": true, "font": true, "i": true, "ins": true,
	"mark": true, "q": true, "s": true, "small": true, "span": true, "strike": true, "strong": true, "sub": true, "sup": true, "u": true,
}

// Paragraph is a part of a description that is read and translated by itself: the
// text between two block tags, or a line of a text without tags. They are the
// texts of a suggested description, one by one.
type Paragraph struct {
	Text string // as a person reads it; with its tags where it has inline ones

	from, to int  // where it is, in bytes
	says     bool // it has a letter or a number
}

// Paragraphs are the parts of a description that say something, in order.
func Paragraphs(description string) []Paragraph {
	var list []Paragraph
	for _, p := range cut(description) {
		if p.says {
			list = append(list, p)
		}
	}
	return list
}

// Paired are the paragraphs of a description beside those of its translation, which
// may be empty there. ok is false where the two are not built alike: other block
// tags, or another number of lines.
func Paired(source, translation string) (sources, translations []Paragraph, ok bool) {
	all, others := cut(source), cut(translation)
	if len(all) != len(others) {
		return nil, nil, false
	}
	for i, p := range all {
		if p.says {
			sources, translations = append(sources, p), append(translations, others[i])
		}
	}
	return sources, translations, true
}

// In is the description with another text in place of the paragraph. Tags that
// belong inside a sentence may be in the text; anything different that looks like a
// tag is text.
func (p Paragraph) In(description, text string) string {
	if !isInline(text) {
		text = escape(text)
	}
	return description[:p.from] + text + description[p.to:]
}

// cut finds all paragraphs of a description, those that say nothing too: before
// each block tag and behind the last, or line by line.
func cut(description string) []Paragraph {
	c := cutter{source: description}
	z := html.NewTokenizer(strings.NewReader(description))
	z.SetMaxBuf(MaxToken)
	plain := !strings.Contains(description, "<")
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		if plain {
			c.lines(raw)
			return c.found
		}
		c.token(z.Token())
		if c.at += len(raw); c.block {
			c.start, c.block = c.at, false
		}
	}
	c.cut()
	return c.found
}

// cutter finds the paragraphs of a source.
type cutter struct {
	source string
	at     int    // where the token begins
	start  int    // where the open paragraph begins
	says   bool   // it has a letter or a number
	skip   string // the element whose content is left out
	block  bool   // the token is a block tag: a paragraph begins behind it
	found  []Paragraph
}

func (c *cutter) token(t html.Token) {
	switch {
	case c.skip != "":
		if t.Type == html.EndTagToken && t.Data == c.skip {
			c.skip = ""
		}
	case t.Type == html.StartTagToken && Unwanted[t.Data]:
		c.skip = t.Data
	case t.Type == html.TextToken:
		c.says = c.says || strings.ContainsFunc(t.Data, words.IsAlnum)
	case t.Type == html.CommentToken, Inline[t.Data]:
	default:
		c.cut()
		c.block = true
	}
}

// lines cuts a text without tags into its lines.
func (c *cutter) lines(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		c.start, c.says = c.at, strings.ContainsFunc(line, words.IsAlnum)
		c.at += len(line)
		c.cut()
		c.at++
	}
}

// cut ends the open paragraph where the token begins.
func (c *cutter) cut() {
	raw := c.source[c.start:c.at]
	from := c.start + len(raw) - len(strings.TrimLeft(raw, space))
	to := max(from, c.at-len(raw)+len(strings.TrimRight(raw, space)))
	c.found = append(c.found, Paragraph{asRead(c.source[from:to]), from, to, c.says})
	c.says = false
}

const space = " \t\r\n"

// asRead is a paragraph without what only a browser reads, where it can be.
func asRead(raw string) string {
	raw = strings.Join(strings.Fields(raw), " ")
	if strings.Contains(raw, "<") {
		return raw
	}
	return html.UnescapeString(raw)
}

// isInline reports whether a text is markup of a sentence: it has tags, all are
// inline ones, and what they open they close.
func isInline(text string) bool {
	tags := 0
	open := map[string]int{}
	z := html.NewTokenizer(strings.NewReader(text))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		t := z.Token()
		if kind == html.TextToken {
			continue
		}
		tags++
		switch {
		case !Inline[t.Data]:
			return false
		case kind == html.StartTagToken:
			open[t.Data]++
		case kind == html.EndTagToken:
			open[t.Data]--
		}
	}
	for _, n := range open {
		if n != 0 {
			return false
		}
	}
	return tags > 0
}
