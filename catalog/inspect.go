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

// Inspect lists what a person should look at in a product, whoever sells it.
// Nothing of it keeps a product out of the catalogue, as Validate does; what a
// marketplace demands on top is that channel's check.
func (p *Product) Inspect() []Problem {
	var problems []Problem
	if p.Title == "" {
		problems = append(problems, NewProblem("title-missing", Warning, FieldTitle))
	}
	if p.Origin != "" {
		if _, ok := ParseCountry(p.Origin); !ok {
			problems = append(problems, NewProblem("country-unknown", Warning, FieldOrigin, "value", p.Origin))
		}
	}
	for i := range p.Variants {
		problems = append(problems, p.Variants[i].inspect()...)
	}
	return problems
}

func (v *Variant) inspect() []Problem {
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
