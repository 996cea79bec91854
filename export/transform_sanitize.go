package export

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
)

// sanitize makes the transform that keeps the HTML that a description may carry:
// text, headings, lists, tables and pictures from the web, and what its arguments
// name. Scripts, frames, forms, event handlers and addresses of programs are dropped
// for every channel: most marketplaces drop them or refuse the product, and a shop
// that shows them gives its buyers away.
//
// A text of which nothing is dropped stays as it is, to the byte.
func sanitize(args []string) (step, error) {
	p := bluemonday.NewPolicy()
	allowText(p)
	for _, arg := range args {
		name, value, _ := strings.Cut(arg, "=")
		allow := htmlFeatures[name]
		if allow == nil {
			return nil, fmt.Errorf("it knows styles, links, links=HOST,HOST, classes and videos, not %q", arg)
		}
		if err := allow(p, value); err != nil {
			return nil, err
		}
	}
	return func(text string) (string, error) {
		if isPlainHTML(text) {
			return text, nil
		}
		if clean := p.Sanitize(text); !sameHTML(text, clean) {
			// The no-break spaces that &nbsp; has become are spaces: GBK has none.
			return strings.ReplaceAll(clean, "\u00a0", " "), nil
		}
		return text, nil
	}, nil
}

// textElements are the elements that every channel takes.
var textElements = []string{
	"p", "br", "hr", "div", "span", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "mark", "font", "center",
	"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code",
	"section", "article", "figure", "figcaption", "del", "ins", "abbr",
	"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
}

var isTextElement = set(textElements)

// isPlainHTML reports whether all tags of a text are bare ones of what every channel
// takes. Most descriptions are such, and reading them so costs a fiftieth.
func isPlainHTML(text string) bool {
	for {
		_, rest, found := strings.Cut(text, "<")
		if !found {
			return true
		}
		tag, after, closed := strings.Cut(rest, ">")
		name := strings.TrimSuffix(strings.TrimPrefix(tag, "/"), "/")
		if !closed || !isTextElement[strings.ToLower(strings.TrimRight(name, " "))] {
			return false
		}
		text = after
	}
}

// allowText allows what every channel takes.
func allowText(p *bluemonday.Policy) {
	p.AllowElements(textElements...)
	p.AllowNoAttrs().OnElements("font")
	p.AllowAttrs("colspan", "rowspan", "span").Matching(bluemonday.Integer).OnElements("td", "th", "col", "colgroup")
	p.AllowAttrs("src").OnElements("img")
	p.AllowAttrs("alt").Matching(bluemonday.Paragraph).OnElements("img")
	p.AllowAttrs("width", "height").Matching(bluemonday.NumberOrPercent).OnElements("img", "table", "td", "th", "col", "hr")
	p.AllowAttrs("border", "cellpadding", "cellspacing").Matching(bluemonday.Integer).OnElements("table", "img")
	p.AllowAttrs("align", "valign").Matching(plainWord).OnElements("p", "div", "img", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr")
	p.AllowAttrs("color", "bgcolor", "size", "face").Matching(plainWords).OnElements("font", "table", "tr", "td", "th")
	p.AllowURLSchemes("http", "https")
	p.RequireParseableURLs(true)
}

var (
	plainWord  = regexp.MustCompile(`^[a-zA-Z]+$`)
	plainWords = regexp.MustCompile(`^[\p{L}\p{N} ,#+-]+$`)
	anchorName = regexp.MustCompile(`^[a-zA-Z][\w-]*$`)
	classNames = regexp.MustCompile(`^[\w\s:./\[\]-]+$`)
	linkTarget = regexp.MustCompile(`^_(blank|self)$`)
	hostName   = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+$`)
	videoFrame = regexp.MustCompile(`^https://(www\.youtube\.com/embed/|www\.youtube-nocookie\.com/embed/|player\.vimeo\.com/video/)[\w?=&;%.,-]+$`)
)

// htmlFeatures are what a channel may take beyond text. value is what follows
// the sign = of an argument.
var htmlFeatures = map[string]func(p *bluemonday.Policy, value string) error{
	"styles": func(p *bluemonday.Policy, _ string) error {
		for name, fits := range styles {
			p.AllowStyles(name).MatchingHandler(fits).Globally()
		}
		return nil
	},
	"links": allowLinks,
	"classes": func(p *bluemonday.Policy, _ string) error {
		p.AllowAttrs("class").Matching(classNames).Globally()
		p.AllowAttrs("id").Matching(anchorName).Globally()
		p.AllowDataAttributes()
		return nil
	},
	"videos": func(p *bluemonday.Policy, _ string) error {
		p.AllowAttrs("src").Matching(videoFrame).OnElements("iframe")
		p.AllowAttrs("width", "height").Matching(bluemonday.NumberOrPercent).OnElements("iframe")
		p.AllowAttrs("title").Matching(bluemonday.Paragraph).OnElements("iframe")
		p.AllowAttrs("allowfullscreen", "frameborder").OnElements("iframe")
		return nil
	},
}

// allowLinks allows links: to everywhere, or to some hosts and what is below them.
func allowLinks(p *bluemonday.Policy, hosts string) error {
	p.AllowAttrs("target").Matching(linkTarget).OnElements("a")
	p.AllowAttrs("rel", "title").Matching(plainWords).OnElements("a")
	if hosts == "" {
		p.AllowAttrs("href").OnElements("a")
		p.AllowURLSchemes("mailto", "tel")
		p.AllowRelativeURLs(true)
		return nil
	}
	var names []string
	for _, host := range strings.Split(hosts, ",") {
		if !hostName.MatchString(host) {
			return fmt.Errorf("%q is no host", host)
		}
		names = append(names, regexp.QuoteMeta(host))
	}
	to := regexp.MustCompile(`(?i)^https?://([a-z0-9-]+\.)*(` + strings.Join(names, "|") + `)(/[^\\\s]*)?$`)
	p.AllowAttrs("href").Matching(to).OnElements("a")
	return nil
}

// sameHTML reports whether two texts are the same HTML, however it is written: quotes
// may be entities. A text that ends within a tag is not, since what comes behind it on
// a page would become part of it.
func sameHTML(a, b string) bool {
	one, whole := htmlTokens(a, nil)
	two, _ := htmlTokens(b, nil)
	return whole && slices.Equal(one, two)
}

// lostHTML reports whether more was dropped than attributes that nobody sees.
func lostHTML(was, is string) bool {
	one, whole := htmlTokens(was, unseen)
	two, _ := htmlTokens(is, unseen)
	return !whole || !slices.Equal(one, two)
}

// unseen are attributes whose loss a reader of the page does not notice, and comments.
func unseen(attribute string) bool {
	switch attribute {
	case "class", "id", "lang", "dir", "title", "role", "target", "rel", commentToken:
		return true
	}
	return strings.HasPrefix(attribute, "data-") || strings.HasPrefix(attribute, "aria-")
}

const commentToken = "<!--"

// htmlTokens lists tags and texts in one form. whole is false where the text ends
// within a tag.
func htmlTokens(text string, without func(string) bool) (tokens []string, whole bool) {
	read := 0
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return tokens, read == len(text)
		}
		read += len(z.Raw())
		switch t := z.Token(); kind {
		case html.TextToken:
			words := strings.ReplaceAll(t.Data, "\u00a0", " ")
			if last := len(tokens) - 1; last >= 0 && strings.HasPrefix(tokens[last], "=") {
				tokens[last] += words
			} else {
				tokens = append(tokens, "="+words)
			}
		case html.CommentToken, html.DoctypeToken:
			if without == nil || !without(commentToken) {
				tokens = append(tokens, commentToken+t.Data)
			}
		default:
			tokens = append(tokens, tagToken(t, kind, without))
		}
	}
}

func tagToken(t html.Token, kind html.TokenType, without func(string) bool) string {
	if kind == html.EndTagToken {
		return "</" + t.Data
	}
	var attributes []string
	for _, a := range t.Attr {
		switch {
		case without != nil && without(a.Key):
			continue
		case a.Key == "style":
			a.Val = plainStyle(a.Val)
		}
		attributes = append(attributes, a.Key+"="+a.Val)
	}
	return "<" + t.Data + " " + strings.Join(attributes, " ")
}
