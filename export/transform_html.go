package export

import (
	"strings"
	"unicode"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// allowed is the HTML that a listing's description may carry: text, headings,
// lists, tables and pictures from the web. Scripts, styles, frames, forms and
// event handlers are dropped everywhere by the marketplaces, or get a product
// refused; links off the marketplace are against the rules of Taobao.
var allowed = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "hr", "div", "span", "b", "strong", "i", "em", "u", "s", "sub", "sup",
		"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote",
		"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
	p.AllowAttrs("colspan", "rowspan").Matching(bluemonday.Integer).OnElements("td", "th")
	p.AllowAttrs("src").OnElements("img")
	p.AllowAttrs("alt").Matching(bluemonday.Paragraph).OnElements("img")
	p.AllowAttrs("width", "height").Matching(bluemonday.NumberOrPercent).OnElements("img", "table", "td", "th")
	p.AllowURLSchemes("http", "https")
	p.RequireParseableURLs(true)
	return p
}()

// sanitizeHTML keeps what is allowed. The no-break spaces that bluemonday makes
// of &nbsp; become spaces: GBK has none.
func sanitizeHTML(text string) string {
	return strings.ReplaceAll(allowed.Sanitize(text), "\u00a0", " ")
}

// fewerTags reports whether sanitizing took out more than attributes. Comparing
// the texts would not do: bluemonday writes quotes as entities.
func fewerTags(was, is string) bool { return strings.Count(is, "<") < strings.Count(was, "<") }

// stripHTML gives the text of HTML: blocks end a line, lists and cells are told
// apart, entities are resolved, scripts and styles are left out.
func stripHTML(text string) string {
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
		case tag == atom.Script || tag == atom.Style:
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

var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Br: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Tr: true, atom.Table: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Hr: true,
	atom.Blockquote: true, atom.Dt: true, atom.Dd: true, atom.Section: true, atom.Article: true,
}

// squeeze makes each run of space one space, and leaves none at the ends. With
// lines, a run that holds a line end becomes a line end.
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
