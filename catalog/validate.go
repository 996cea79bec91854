package catalog

import "errors"

// GTINProblem makes the problem of what ParseGTIN said of a code.
func GTINProblem(code string, err error) (Problem, bool) {
	if err == nil {
		return Problem{}, false
	}
	name := "gtin-length"
	switch {
	case errors.Is(err, ErrGTINCheckDigit):
		name = "gtin-check-digit"
	case errors.Is(err, ErrGTINDigits):
		name = "gtin-not-digits"
	}
	p := NewProblem(name, Warning, FieldGTIN, "value", code)
	var wrong *GTINError
	if errors.As(err, &wrong) && wrong.Repair != "" {
		p.Code, p.Fix = "gtin-lost-zero", wrong.Repair
	}
	return p, true
}

// Validate lists what is wrong with a product in itself, whoever sells it: what
// a marketplace demands on top is that channel's check.
func (p *Product) Validate() []Problem {
	var problems []Problem
	if p.Title == "" {
		problems = append(problems, NewProblem("title-missing", Warning, FieldTitle))
	}
	if len(p.Options) > MaxOptions {
		problems = append(problems, NewProblem("too-many-options", Warning, FieldOption1Name, "max", itoa(MaxOptions)))
	}
	if p.Origin != "" {
		if _, ok := ParseCountry(p.Origin); !ok {
			problems = append(problems, NewProblem("country-unknown", Warning, FieldOrigin, "value", p.Origin))
		}
	}
	for i := range p.Variants {
		problems = append(problems, p.Variants[i].validate()...)
	}
	return problems
}

func (v *Variant) validate() []Problem {
	var problems []Problem
	if v.Price.IsZero() {
		problems = append(problems, NewProblem("price-missing", Warning, FieldPrice, "sku", v.SKU))
	}
	if v.GTIN != "" {
		_, err := ParseGTIN(v.GTIN)
		if wrong, ok := GTINProblem(v.GTIN, err); ok {
			problems = append(problems, wrong)
		}
	}
	return problems
}
