package encode

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// XMLShape says what surrounds the products of an XML file.
type XMLShape struct {
	Root, Item string // names of the outermost element and of that of a product
	Namespace  Namespace
	Single     bool // the file is one item: there is no root around it
}

// XML writes an element for each product, or, where rows is set, for each row. The
// members of a product's tree are elements in it, in the order of the fields; an array
// repeats its element, and a member whose name begins with @ is an attribute.
type XML struct {
	shape  XMLShape
	rows   bool
	schema *Schema
	bytes  bytes.Buffer
}

// NewXML returns a writer of elements of products; of rows where rows is set.
func NewXML(shape XMLShape, rows bool) *XML { return &XML{shape: shape, rows: rows} }

var xmlName = regexp.MustCompile(`^@?[\p{L}_][\p{L}\p{N}_.-]*$`)

// IsXMLName reports whether a text can name an element, or with @ an attribute.
func IsXMLName(text string) bool { return xmlName.MatchString(text) }

// Begin opens the root.
func (x *XML) Begin(w io.Writer, head Head) (err error) {
	if x.schema, err = NewSchema(head.Tables); err != nil {
		return err
	}
	open := xmlDeclaration
	if !x.shape.Single {
		open += "<" + x.shape.Namespace.name(x.shape.Root) + x.shape.Namespace.declaration() + ">\n"
	}
	_, err = io.WriteString(w, open)
	return err
}

// Product writes the elements of a product.
func (x *XML) Product(w io.Writer, p Product) error {
	x.bytes.Reset()
	for _, one := range splitRows(p, x.rows) {
		tree := x.schema.Tree(one)
		declaration := ""
		if x.shape.Single {
			declaration = x.shape.Namespace.declaration()
		}
		if err := x.element(x.shape.Item, &tree, declaration); err != nil {
			return err
		}
	}
	_, err := w.Write(x.bytes.Bytes())
	return err
}

// End closes the root.
func (x *XML) End(w io.Writer) error {
	if x.shape.Single {
		return nil
	}
	_, err := fmt.Fprintf(w, "</%s>\n", x.shape.Namespace.name(x.shape.Root))
	return err
}

// Close implements [Writer].
func (x *XML) Close() error { return nil }

// element appends a value under a name: an array as often as it has elements.
func (x *XML) element(name string, v *Value, declaration string) error {
	if v.array {
		for i := range v.Elements {
			if err := x.element(name, &v.Elements[i], declaration); err != nil {
				return err
			}
		}
		return nil
	}
	tag := x.shape.Namespace.name(name)
	if len(v.Members) == 0 {
		text, err := v.xmlText()
		appendElement(&x.bytes, tag, text)
		return err
	}
	return x.object(tag, v, declaration)
}

func (x *XML) object(tag string, v *Value, declaration string) error {
	b := &x.bytes
	b.WriteString("<" + tag + declaration)
	for i := range v.Members {
		if m := &v.Members[i]; m.Name[0] == '@' {
			text, err := m.Value.xmlText()
			if err != nil {
				return err
			}
			fmt.Fprintf(b, ` %s="%s"`, m.Name[1:], escapeAttribute(text))
		}
	}
	b.WriteString(">\n")
	for i := range v.Members {
		if m := &v.Members[i]; m.Name[0] != '@' {
			if err := x.element(m.Name, &m.Value, ""); err != nil {
				return err
			}
		}
	}
	b.WriteString("</" + tag + ">\n")
	return nil
}

// xmlText is a value's text; booleans are true and false.
func (v *Value) xmlText() (string, error) {
	switch {
	case v.Kind == Number && v.Text != "" && !IsNumber(v.Text):
		return "", fmt.Errorf("%q %w", v.Text, errNotNumber)
	case v.Kind == Boolean && v.Text != "":
		is, ok := ParseBoolean(v.Text)
		if !ok {
			return "", fmt.Errorf("%q %w", v.Text, errNotBoolean)
		}
		return strconv.FormatBool(is), nil
	}
	return v.Text, nil
}
