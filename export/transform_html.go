package export

import (
	"strings"

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
		if kind == html.ErrorToken {
			return tidyLines(b.String())
		}
		token := z.Token()
		switch {
		case kind == html.TextToken && silent == 0:
			b.WriteString(token.Data)
		case token.DataAtom == atom.Script || token.DataAtom == atom.Style:
			silent = max(0, silent+depth(kind))
		case blocks[token.DataAtom]:
			b.WriteByte('\n')
		case token.DataAtom == atom.Td || token.DataAtom == atom.Th:
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

// tidyLines makes runs of space one space and leaves out empty lines.
func tidyLines(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
