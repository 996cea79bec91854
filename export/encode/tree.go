package encode

import (
	"errors"
	"fmt"
)

// Value is a value of a product's tree: a text, number or boolean, an array, or an
// object. An object without members, an array without elements and an empty text
// are no values, and are left out of what contains them.
type Value struct {
	Text     string
	Kind     Kind
	Elements []Value
	Members  []Member
	array    bool
}

// Member is a named value of an object.
type Member struct {
	Name  string
	Value Value
}

// IsEmpty reports whether there is nothing in a value.
func (v *Value) IsEmpty() bool { return v.Text == "" && len(v.Elements) == 0 && len(v.Members) == 0 }

// IsArray reports whether a value is an array.
func (v *Value) IsArray() bool { return v.array }

// Schema is the shape of the trees of a file's products: what its fields' paths say
// together.
type Schema struct {
	root   node
	tables int
}

// node is a place of the tree: an object, an array or, with a field, a value.
type node struct {
	name     string
	members  []*node // of an object
	elements []*node // of an array whose elements are numbered; nil: gap
	rows     *node   // what an element is, of an array of rows
	field    *Field
	table    int // of field
	column   int // of field
}

// NewSchema makes the shape of the trees of tables. Paths that contradict each other
// are an error, such as a and a.b.
func NewSchema(tables []Table) (*Schema, error) {
	s := &Schema{tables: len(tables)}
	for t := range tables {
		for i := range tables[t].Fields {
			f := &tables[t].Fields[i]
			path, err := ParsePath(f.Name)
			if err == nil {
				err = s.root.add(path, &node{field: f, table: t, column: i})
			}
			if err != nil {
				return nil, &PathError{f.Name, err}
			}
		}
	}
	return s, nil
}

// PathError is a field whose name is no path, or one that contradicts another's.
type PathError struct {
	Name string
	Err  error
}

func (e *PathError) Error() string { return fmt.Sprintf("path %q: %v", e.Name, e.Err) }

// Unwrap gives the cause to errors.Is.
func (e *PathError) Unwrap() error { return e.Err }

var errClash = errors.New("another path says that this is something different")

// add puts a field at the end of a path below an object.
func (n *node) add(path Path, leaf *node) error {
	if n.field != nil || n.elements != nil || n.rows != nil {
		return errClash
	}
	step := path[0]
	at := n.member(step.Name)
	switch {
	case step.Rows:
		if at.field != nil || at.members != nil || at.elements != nil {
			return errClash
		}
		if at.rows == nil {
			at.rows = &node{}
		}
		at = at.rows
	case step.Index >= 0:
		if at.field != nil || at.members != nil || at.rows != nil {
			return errClash
		}
		at = at.element(step.Index)
	}
	if len(path) > 1 {
		return at.add(path[1:], leaf)
	}
	if at.field != nil || at.members != nil || at.elements != nil || at.rows != nil {
		return errClash
	}
	at.field, at.table, at.column = leaf.field, leaf.table, leaf.column
	return nil
}

func (n *node) member(name string) *node {
	for _, m := range n.members {
		if m.name == name {
			return m
		}
	}
	m := &node{name: name}
	n.members = append(n.members, m)
	return m
}

func (n *node) element(i int) *node {
	for len(n.elements) <= i {
		n.elements = append(n.elements, nil)
	}
	if n.elements[i] == nil {
		n.elements[i] = &node{}
	}
	return n.elements[i]
}

// Tree is the tree of a product.
func (s *Schema) Tree(p Product) Value { return s.root.object(p) }

// value is what a node is of the rows at hand.
func (n *node) value(p Product) Value {
	switch {
	case n.field != nil:
		return n.text(p)
	case n.rows != nil:
		return n.rows.array(p)
	case n.elements != nil:
		v := Value{array: true}
		for _, e := range n.elements {
			if e != nil {
				v.append(e.value(p))
			}
		}
		return v
	}
	return n.object(p)
}

func (n *node) object(p Product) Value {
	var v Value
	for _, m := range n.members {
		if member := m.value(p); !member.IsEmpty() {
			v.Members = append(v.Members, Member{m.name, member})
		}
	}
	return v
}

// array has an element for each row, of each table that has fields in it.
func (n *node) array(p Product) Value {
	v := Value{array: true}
	for t, rows := range p {
		if !n.reads(t) {
			continue
		}
		one := make(Product, len(p))
		for i := range rows {
			one[t] = rows[i : i+1]
			v.append(n.value(one))
		}
	}
	return v
}

func (v *Value) append(element Value) {
	if !element.IsEmpty() {
		v.Elements = append(v.Elements, element)
	}
}

// reads reports whether a field of a table is at or below the node.
func (n *node) reads(table int) bool {
	if n.field != nil {
		return n.table == table
	}
	for _, m := range n.members {
		if m.reads(table) {
			return true
		}
	}
	for _, e := range n.elements {
		if e != nil && e.reads(table) {
			return true
		}
	}
	return n.rows != nil && n.rows.reads(table)
}

// text is the first text that the rows at hand have of a field.
func (n *node) text(p Product) Value {
	for _, row := range p[n.table] {
		text := row[n.column]
		switch {
		case text == "":
			continue
		case n.field.List == "":
			return Value{Text: text, Kind: n.field.Kind}
		}
		v := Value{array: true}
		for _, part := range Parts(text) {
			v.append(Value{Text: part, Kind: n.field.Kind})
		}
		return v
	}
	return Value{}
}
