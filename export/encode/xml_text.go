package encode

import (
	"bytes"
	"strings"
)

const xmlDeclaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// declaration is the attribute by which an element declares the namespace.
func (n Namespace) declaration() string {
	switch {
	case n.URI == "":
		return ""
	case n.Prefix == "":
		return ` xmlns="` + escapeAttribute(n.URI) + `"`
	}
	return " xmlns:" + n.Prefix + `="` + escapeAttribute(n.URI) + `"`
}

// name is an element's name with the prefix.
func (n Namespace) name(local string) string {
	if n.URI == "" || n.Prefix == "" {
		return local
	}
	return n.Prefix + ":" + local
}

func appendElement(b *bytes.Buffer, name, text string) {
	b.WriteByte('<')
	b.WriteString(name)
	b.WriteByte('>')
	b.WriteString(escapeXML(text))
	b.WriteString("</")
	b.WriteString(name)
	b.WriteString(">\n")
}

// textEscaper leaves quotes: in an element's text they need no escape.
var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r\n", "\n", "\r", "\n")

// attributeEscaper keeps blanks that a reader would make spaces of.
var attributeEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\r\n", "&#10;", "\r", "&#10;", "\n", "&#10;")

// escapeXML escapes text for an element. encoding/xml would write line ends as
// character references, which feed readers show, and U+FFFD for what XML forbids;
// here the forbidden is dropped, as no reader would take the file with it.
func escapeXML(text string) string { return textEscaper.Replace(strings.Map(xmlRune, text)) }

// escapeAttribute escapes text for a double-quoted attribute.
func escapeAttribute(text string) string {
	return attributeEscaper.Replace(strings.Map(xmlRune, text))
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
