package localize

import (
	"strings"

	"golang.org/x/net/html"
)

// Paragraph is a part of a description that is read and translated by itself: the
// text between two block tags, or a line of a text without tags. They are the
// texts of a suggested description, one by one.
type Paragraph struct {
	Text string // as a person reads it; with its tags where it has inline ones

	from, to int // where it stands, in bytes
}

// Paragraphs are the parts of a description that say something, in order.
func Paragraphs(description string) []Paragraph {
	c := cutter{source: description, start: -1}
	z := html.NewTokenizer(strings.NewReader(description))
	z.SetMaxBuf(maxToken)
	plain := !strings.Contains(description, "<")
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		if plain {
			c.lines(raw)
		} else {
			c.token(z.Token())
		}
		c.at += len(raw)
	}
	c.cut()
	return c.found
}

// WithParagraph is the description with another text in place of the n-th
// paragraph. Tags that belong inside a sentence may stand in the text; anything
// else that looks like a tag is text.
func WithParagraph(description string, n int, text string) (string, bool) {
	ps := Paragraphs(description)
	if n < 0 || n >= len(ps) {
		return description, false
	}
	if !isInline(text) {
		text = escape(text)
	}
	return description[:ps[n].from] + text + description[ps[n].to:], true
}

// cutter finds the paragraphs of a source.
type cutter struct {
	source string
	at     int    // where the token begins
	start  int    // where the open paragraph begins; -1: none is open
	says   bool   // it has a letter or a number
	skip   string // the element whose content is left out
	found  []Paragraph
}

func (c *cutter) token(t html.Token) {
	switch {
	case c.skip != "":
		if t.Type == html.EndTagToken && t.Data == c.skip {
			c.skip, c.start = "", -1
		}
	case t.Type == html.StartTagToken && unwanted[t.Data]:
		c.cut()
		c.skip = t.Data
	case t.Type == html.TextToken:
		c.begin()
		c.says = c.says || strings.ContainsFunc(t.Data, isAlnum)
	case t.Type == html.CommentToken:
	case inline[t.Data]:
		c.begin()
	default:
		c.cut()
	}
}

// lines cuts a text without tags into its lines.
func (c *cutter) lines(text string) {
	whole := c.at
	for line := range strings.SplitSeq(text, "\n") {
		c.start, c.says = c.at, strings.ContainsFunc(line, isAlnum)
		c.at += len(line)
		c.cut()
		c.at++
	}
	c.at = whole
}

func (c *cutter) begin() {
	if c.start < 0 {
		c.start = c.at
	}
}

// cut ends the open paragraph where the token begins.
func (c *cutter) cut() {
	if c.start >= 0 && c.says {
		raw := c.source[c.start:c.at]
		from := c.start + len(raw) - len(strings.TrimLeft(raw, space))
		to := c.at - len(raw) + len(strings.TrimRight(raw, space))
		c.found = append(c.found, Paragraph{asRead(c.source[from:to]), from, to})
	}
	c.start, c.says = -1, false
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
		case !inline[t.Data]:
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
