package markup

import (
	"strings"

	"golang.org/x/net/html"
)

// Pictures are the picture tags of a description, as they are written.
func Pictures(description string) []string {
	var list []string
	z := html.NewTokenizer(strings.NewReader(description))
	z.SetMaxBuf(MaxToken)
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := string(z.Raw())
		if name, _ := z.TagName(); (kind == html.StartTagToken || kind == html.SelfClosingTagToken) && string(name) == "img" {
			list = append(list, raw)
		}
	}
	return list
}
