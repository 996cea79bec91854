package encode

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Path is where a value is in the tree of a product.
type Path []Step

// Step is one name of a path. A plain step is a member of an object; a step with
// rows is an array with an element for each row of the table; a step with a number
// is an array with the elements that the fields name one by one.
type Step struct {
	Name  string
	Rows  bool // name[]
	Index int  // name[2]; -1: none
}

// String is the form in which the path is written.
func (p Path) String() string {
	var b strings.Builder
	for i, s := range p {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s.Name)
		switch {
		case s.Rows:
			b.WriteString("[]")
		case s.Index >= 0:
			fmt.Fprintf(&b, "[%d]", s.Index)
		}
	}
	return b.String()
}

// HasRows reports whether an array of rows is on the path.
func (p Path) HasRows() bool {
	for _, s := range p {
		if s.Rows {
			return true
		}
	}
	return false
}

// mostElements bounds the number in a step: an array with gaps of millions would be
// a mistake.
const mostElements = 1000

// ParsePath reads a path such as name, extends.nationality, skus[].price or
// skus[].options[0].value.
func ParsePath(text string) (Path, error) {
	var path Path
	rows := false
	for part := range strings.SplitSeq(text, ".") {
		step, err := parseStep(part)
		if err != nil {
			return nil, err
		}
		if step.Rows && rows {
			return nil, fmt.Errorf("an array of rows is inside another: number its elements, as in %s[0]", step.Name)
		}
		rows = rows || step.Rows
		path = append(path, step)
	}
	return path, nil
}

func parseStep(part string) (Step, error) {
	name, index, ok := strings.Cut(part, "[")
	if name == "" || strings.ContainsAny(name, "]\"\n") {
		return Step{}, fmt.Errorf("%q is no name", part)
	}
	if !ok {
		return Step{Name: name, Index: -1}, nil
	}
	if index == "]" {
		return Step{Name: name, Rows: true, Index: -1}, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
	if err != nil || n < 0 || !strings.HasSuffix(index, "]") {
		return Step{}, fmt.Errorf("%q: write [] for one element a row, or a number as in [0]", part)
	}
	if n >= mostElements {
		return Step{}, errors.New("more than " + strconv.Itoa(mostElements) + " elements")
	}
	return Step{Name: name, Index: n}, nil
}
