package listing

import (
	"tradewind.app/app/text"
	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
)

// Remark is what the checks of texts say of a line.
type Remark struct {
	Sentence string
	Rule     string // where it was read, and when; empty where that is nowhere
	Blocks   bool   // it keeps the product out of channels in Chinese
	Fix      string // the whole text reworded; empty where there is no proposal
}

// Remarks are what the checks say of a text in a line, as it is typed.
func (p *Page) Remarks(line Line, typed string, say *text.Printer) []Remark {
	if typed == "" || p.reader == nil {
		return nil
	}
	t := check.Text{Field: line.Field.At(p.to), Source: line.Source, Body: typed, Mine: typed != line.Text || !line.Mark.IsMachine()}
	if line.Field == catalog.ListingOptions || line.Field == catalog.ListingAttributes {
		t.Part = line.Part
	}
	var list []Remark
	for _, problem := range p.reader.Problems(t) {
		if problem.Severity == catalog.Info {
			continue
		}
		r := Remark{Blocks: problem.Severity == catalog.Blocked, Fix: problem.Fix, Rule: say.Rule(problem)}
		problem.Fix = "" // it has a button of its own
		r.Sentence = say.Problem(problem)
		list = append(list, r)
	}
	return list
}
