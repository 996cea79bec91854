package encode

import (
	"bytes"
	"strings"
)

// GoogleNamespace is the namespace of the product elements in a feed (Google
// Merchant Center help, answer 7052112, read 2026-11).
const GoogleNamespace = "http://base.google.com/ns/1.0"

// RSS writes an RSS 2.0 feed of products whose elements stand in the namespace g.
type RSS struct {
	Title       string
	Link        string
	Description string
}

// Element is one element of an item. Elements with no text are left out.
type Element struct {
	Name string // without the namespace
	Text string
}

// AppendHead appends everything before the first item.
func (r RSS) AppendHead(b *bytes.Buffer) {
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	b.WriteString(`<rss version="2.0" xmlns:g="` + GoogleNamespace + `">` + "\n<channel>\n")
	for _, e := range []Element{{"title", r.Title}, {"link", r.Link}, {"description", r.Description}} {
		appendElement(b, "", e)
	}
}

// AppendItem appends one item.
func (r RSS) AppendItem(b *bytes.Buffer, elements []Element) {
	b.WriteString("<item>\n")
	for _, e := range elements {
		if e.Text != "" {
			appendElement(b, "g:", e)
		}
	}
	b.WriteString("</item>\n")
}

// AppendTail appends everything behind the last item.
func (r RSS) AppendTail(b *bytes.Buffer) { b.WriteString("</channel>\n</rss>\n") }

func appendElement(b *bytes.Buffer, prefix string, e Element) {
	b.WriteString("<" + prefix + e.Name + ">")
	appendText(b, e.Text)
	b.WriteString("</" + prefix + e.Name + ">\n")
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r\n", "\n", "\r", "\n")

// appendText escapes text for an element. encoding/xml would write line ends as
// character references, which feed readers show, and U+FFFD for what XML forbids;
// here the forbidden is dropped, as no reader would take the file with it.
func appendText(b *bytes.Buffer, text string) {
	b.WriteString(xmlEscaper.Replace(strings.Map(xmlRune, text)))
}

// xmlRune keeps the characters of XML 1.0 production 2.
func xmlRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return r
	case r < ' ' || r == '\ufffe' || r == '\uffff':
		return -1
	}
	return r
}
