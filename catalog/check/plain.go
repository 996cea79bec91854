package check

import (
	"html"
	"strings"
)

// inlineTags do not part the words that they are between.
var inlineTags = map[string]bool{
	"b": true, "strong": true, "i": true, "em": true, "u": true, "span": true, "font": true, "a": true, "mark": true,
	"small": true, "big": true, "sub": true, "sup": true, "s": true, "wbr": true,
}

// IsInline reports whether a tag, by its name, does not part words.
func IsInline(name string) bool { return inlineTags[name] }

// TagName is the name of a tag that is written as <name ...> or </name>.
func TagName(tag string) string {
	if end := strings.IndexByte(tag, '>'); end >= 0 {
		tag = tag[:end]
	}
	name := strings.ToLower(strings.Trim(tag, "</!> \t\n"))
	if cut := strings.IndexAny(name, " \t\n/"); cut >= 0 {
		name = name[:cut]
	}
	return name
}

// Runs calls text for each stretch of HTML between tags, and tag for each tag; script and
// style count as tags with all that is in them.
func Runs(body string, text, tag func(string)) {
	for body != "" {
		open := strings.IndexByte(body, '<')
		if open < 0 {
			text(body)
			return
		}
		if open > 0 {
			text(body[:open])
			body = body[open:]
		}
		end := TagEnd(body)
		tag(body[:end])
		body = body[end:]
	}
}

// TagEnd is behind the tag, or the element without text, that a body begins with.
func TagEnd(body string) int {
	end := strings.IndexByte(body, '>')
	if end < 0 {
		return len(body)
	}
	if name := TagName(body[:end+1]); body[1] != '/' && (name == "script" || name == "style") {
		if close := strings.Index(strings.ToLower(body), "</"+name); close > end {
			return close
		}
	}
	return end + 1
}

// Plain is a text as a shopper reads it: of HTML without tags, a line for each block.
func (t Text) Plain() string {
	if !t.HTML || !strings.ContainsAny(t.Body, "<&") {
		return t.Body
	}
	var b strings.Builder
	Runs(t.Body, func(s string) { b.WriteString(html.UnescapeString(s)) }, func(tag string) {
		if !inlineTags[TagName(tag)] {
			b.WriteByte('\n')
		}
	})
	return b.String()
}

// Reword applies a change to what of a text is no tag.
func (t Text) Reword(change func(string) string) string {
	if !t.HTML {
		return change(t.Body)
	}
	var b strings.Builder
	Runs(t.Body, func(s string) { b.WriteString(change(s)) }, func(tag string) { b.WriteString(tag) })
	return b.String()
}
