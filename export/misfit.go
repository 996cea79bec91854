package export

import (
	"errors"
	"strings"

	"tradewind.app/catalog"
)

// misfit is why a transform refuses a text: the code of the problem to tell.
type misfit struct {
	code    string
	err     error
	fix     string
	allowed []string
}

func unfit(code string, err error) *misfit { return &misfit{code: code, err: err} }

func (m *misfit) propose(fix string) *misfit {
	m.fix = fix
	return m
}

func (m *misfit) among(words []string) *misfit {
	m.allowed = words
	return m
}

func (m *misfit) Error() string {
	if m.err != nil {
		return m.code + ": " + m.err.Error()
	}
	return m.code
}

func (m *misfit) Unwrap() error { return m.err }

// misfitProblem makes the problem of what a transform said of a text.
func misfitProblem(err error, text string, s *subject, col *Column) catalog.Problem {
	p := catalog.NewProblem("value-form", catalog.Blocked, col.field(s), "column", col.Name, "value", text)
	var m *misfit
	if errors.As(err, &m) {
		p.Code, p.Fix = m.code, m.fix
		if m.allowed != nil {
			p.Args["allowed"] = strings.Join(m.allowed, ", ")
		}
	}
	return p
}
