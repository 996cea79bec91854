package export

import (
	"errors"
	"strings"

	"tradewind.app/catalog"
)

// transformError is why a transform refuses a text: the code of the problem to report.
type transformError struct {
	code    string
	err     error
	fix     string
	allowed []string
}

func unfit(code string, err error) *transformError { return &transformError{code: code, err: err} }

func (e *transformError) propose(fix string) *transformError {
	e.fix = fix
	return e
}

func (e *transformError) among(words []string) *transformError {
	e.allowed = words
	return e
}

func (e *transformError) Error() string {
	if e.err != nil {
		return e.code + ": " + e.err.Error()
	}
	return e.code
}

func (e *transformError) Unwrap() error { return e.err }

// transformProblem makes the problem of what a transform said of a text.
func transformProblem(err error, text string, s *subject, col *Column) catalog.Problem {
	p := catalog.NewProblem("value-form", catalog.Blocked, col.field(s), "column", col.Name, "value", text)
	var e *transformError
	if errors.As(err, &e) {
		p.Code, p.Fix = e.code, e.fix
		if e.allowed != nil {
			p.Args["allowed"] = strings.Join(e.allowed, ", ")
		}
	}
	return p
}
