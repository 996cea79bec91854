package encode

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// JSONShape says how the objects of a JSON file follow each other.
type JSONShape struct {
	Lines  bool   // one object a line, and nothing around them
	Single bool   // the file is one object
	Member string // the array is this member of an object; empty: the file is the array
}

// JSON writes objects: one for each product, or, where Rows is set, one for each row.
type JSON struct {
	shape  JSONShape
	rows   bool
	schema *Schema
	any    bool // an object has been written
	bytes  bytes.Buffer
}

// NewJSON returns a writer of objects of products; of rows where rows is set.
func NewJSON(shape JSONShape, rows bool) *JSON { return &JSON{shape: shape, rows: rows} }

// Begin opens the array.
func (j *JSON) Begin(w io.Writer, head Head) (err error) {
	if j.schema, err = NewSchema(head.Tables); err != nil {
		return err
	}
	j.any = false
	open := "[\n"
	switch {
	case j.shape.Lines, j.shape.Single:
		return nil
	case j.shape.Member != "":
		j.bytes.Reset()
		appendJSONString(&j.bytes, j.shape.Member)
		open = "{" + j.bytes.String() + ": [\n"
	}
	_, err = io.WriteString(w, open)
	return err
}

// Product writes the objects of a product.
func (j *JSON) Product(w io.Writer, p Product) error {
	j.bytes.Reset()
	for _, one := range splitRows(p, j.rows) {
		if j.any && !j.shape.Lines && !j.shape.Single {
			j.bytes.WriteString(",\n")
		}
		tree := j.schema.Tree(one)
		if err := appendJSON(&j.bytes, &tree); err != nil {
			return err
		}
		if j.shape.Lines || j.shape.Single {
			j.bytes.WriteByte('\n')
		}
		j.any = true
	}
	_, err := w.Write(j.bytes.Bytes())
	return err
}

// splitRows gives each row of the one table as a product of its own, where rows are
// the objects of a file.
func splitRows(p Product, rows bool) []Product {
	if !rows {
		return []Product{p}
	}
	var list []Product
	for i := range p[0] {
		list = append(list, Product{p[0][i : i+1]})
	}
	return list
}

// End closes the array.
func (j *JSON) End(w io.Writer) error {
	end := "\n]\n"
	switch {
	case j.shape.Lines, j.shape.Single:
		return nil
	case j.shape.Member != "":
		end = "\n]}\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

// Close implements [Writer].
func (j *JSON) Close() error { return nil }

// errNotNumber says that a text of the kind number is none, errNotBoolean that one of
// the kind boolean is neither yes nor no.
var (
	errNotNumber  = errors.New("is not a number")
	errNotBoolean = errors.New("is neither true nor false")
)

// numberForm is a number as JSON and every spreadsheet read it.
var numberForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// IsNumber reports whether a text can be written as a number.
func IsNumber(text string) bool { return numberForm.MatchString(text) }

// ParseBoolean reads true, yes and 1, or false, no and 0, in any case of letters.
func ParseBoolean(text string) (is, ok bool) {
	switch strings.ToLower(text) {
	case "true", "yes", "1":
		return true, true
	case "false", "no", "0":
		return false, true
	}
	return false, false
}

func appendJSON(b *bytes.Buffer, v *Value) error {
	switch {
	case v.array:
		b.WriteByte('[')
		for i := range v.Elements {
			if i > 0 {
				b.WriteString(", ")
			}
			if err := appendJSON(b, &v.Elements[i]); err != nil {
				return err
			}
		}
		b.WriteByte(']')
		return nil
	case v.Text != "":
		return appendJSONText(b, v)
	}
	b.WriteByte('{')
	for i := range v.Members {
		if i > 0 {
			b.WriteString(", ")
		}
		appendJSONString(b, v.Members[i].Name)
		b.WriteString(": ")
		if err := appendJSON(b, &v.Members[i].Value); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

func appendJSONText(b *bytes.Buffer, v *Value) error {
	switch v.Kind {
	case Number:
		if !IsNumber(v.Text) {
			return fmt.Errorf("%q %w", v.Text, errNotNumber)
		}
		b.WriteString(v.Text)
	case Boolean:
		is, ok := ParseBoolean(v.Text)
		if !ok {
			return fmt.Errorf("%q %w", v.Text, errNotBoolean)
		}
		fmt.Fprint(b, is)
	default:
		appendJSONString(b, v.Text)
	}
	return nil
}

// appendJSONString leaves <, > and & as they are: the file is no part of a page.
func appendJSONString(b *bytes.Buffer, text string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.Encode(text) // a string into a buffer never fails
	b.Truncate(b.Len() - 1)
}
