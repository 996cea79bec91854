package catalog

import "strconv"

// Severity says what a problem stops.
type Severity string

// The severities. Blocked keeps a row out of the catalogue or a product out of
// a feed; a warning lets it pass but somebody should look; info says what was done.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Blocked Severity = "blocked"
)

// Place is where in the merchant's own files something is:
// "spring.xlsx!Sheet1!B7", or "products.csv:12".
type Place string

// Problem is something wrong in the merchant's data. Problems are collected and
// never stop a run. Code is stable ("title-too-long"); the sentence a person
// reads is made from it and Args by package app/text, in the person's language.
type Problem struct {
	Code     string            `json:"code"`
	Severity Severity          `json:"severity"`
	Place    Place             `json:"place,omitempty"`
	Field    string            `json:"field,omitempty"`
	Args     map[string]string `json:"args,omitempty"`
	Fix      string            `json:"fix,omitempty"` // the text proposed instead, where there is one
}

// NewProblem makes a problem; args are pairs of name and value.
func NewProblem(code string, severity Severity, field Field, args ...string) Problem {
	p := Problem{Code: code, Severity: severity, Field: string(field)}
	for i := 0; i+1 < len(args); i += 2 {
		if p.Args == nil {
			p.Args = make(map[string]string, len(args)/2)
		}
		p.Args[args[i]] = args[i+1]
	}
	return p
}

// At returns the problem with its place.
func (p Problem) At(place Place) Problem {
	p.Place = place
	return p
}

// WithFix returns the problem with a proposed text.
func (p Problem) WithFix(fix string) Problem {
	p.Fix = fix
	return p
}

// Worst returns the gravest severity among problems, or nothing.
func Worst(problems []Problem) Severity {
	rank := map[Severity]int{Info: 1, Warning: 2, Blocked: 3}
	var worst Severity
	for _, p := range problems {
		if rank[p.Severity] > rank[worst] {
			worst = p.Severity
		}
	}
	return worst
}

func itoa(n int) string { return strconv.Itoa(n) }
