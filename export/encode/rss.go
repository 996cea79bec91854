package encode

import (
	"bytes"
	"io"
)

// RSS writes an RSS 2.0 feed: each row of its one table is an item, each field an
// element of the item, each part of a list an element of its own. Elements without
// text are left out.
type RSS struct {
	namespace Namespace
	fields    []Field
	names     []string // of the fields' elements
	bytes     bytes.Buffer
}

// Namespace is the XML namespace of the elements of a file, with the prefix by which
// they refer to it. The zero Namespace is none.
type Namespace struct{ Prefix, URI string }

// NewRSS returns a writer whose items have elements in a namespace.
func NewRSS(n Namespace) *RSS { return &RSS{namespace: n} }

// Begin writes everything before the first item.
func (r *RSS) Begin(w io.Writer, head Head) error {
	r.fields, r.names = head.Tables[0].Fields, nil
	for _, f := range r.fields {
		r.names = append(r.names, r.namespace.name(f.Name))
	}
	b := &r.bytes
	b.Reset()
	b.WriteString(xmlDeclaration + `<rss version="2.0"` + r.namespace.declaration() + ">\n<channel>\n")
	for _, e := range [][2]string{{"title", head.Title}, {"link", head.Link}, {"description", head.Description}} {
		appendElement(b, e[0], e[1])
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Product writes an item for each row.
func (r *RSS) Product(w io.Writer, p Product) error {
	b := &r.bytes
	b.Reset()
	for _, row := range p[0] {
		b.WriteString("<item>\n")
		for i := range r.fields {
			f := &r.fields[i]
			switch {
			case row[i] == "":
			case f.List == "":
				appendElement(b, r.names[i], row[i])
			default:
				for _, part := range Parts(row[i]) {
					if part != "" {
						appendElement(b, r.names[i], part)
					}
				}
			}
		}
		b.WriteString("</item>\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

// End writes everything after the last item.
func (r *RSS) End(w io.Writer) error {
	_, err := io.WriteString(w, "</channel>\n</rss>\n")
	return err
}

// Close implements [Writer].
func (r *RSS) Close() error { return nil }
