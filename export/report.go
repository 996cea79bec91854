package export

import "tradewind.app/catalog"

// Report is what a run did.
type Report struct {
	Channel  string         `json:"channel"`
	Files    []FileReport   `json:"files"`
	Products int            `json:"products"` // written
	Variants int            `json:"variants"` // of the products written
	Pictures int            `json:"pictures"` // put beside the files
	Warnings int            `json:"warnings"` // products written that have warnings
	Skipped  []Skipped      `json:"skipped"`
	Problems map[string]int `json:"problems"` // products that have it, by problem code

	examples map[string]example // by problem code: the first one met
}

// example lets a report tell in a sentence what a code stands for.
type example struct {
	handle  string
	problem catalog.Problem
}

// FileReport is one file of a feed.
type FileReport struct {
	Path   string `json:"path"`
	Rows   int    `json:"rows"` // without header rows
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"` // hex
}

// Skipped is a product that was left out, and why.
type Skipped struct {
	Handle   string            `json:"handle"`
	SKUs     []string          `json:"skus"`
	Problems []catalog.Problem `json:"problems"`
}

// count notes a product's problems, each code once.
func (r *Report) count(handle string, problems []catalog.Problem) {
	seen := make(map[string]bool, len(problems))
	for _, p := range problems {
		if seen[p.Code] {
			continue
		}
		seen[p.Code] = true
		if r.Problems[p.Code]++; r.Problems[p.Code] == 1 {
			r.examples[p.Code] = example{handle, p}
		}
	}
}

func (r *Report) skip(p *catalog.Product, problems []catalog.Problem) {
	var blocking []catalog.Problem
	for _, problem := range problems {
		if problem.Severity == catalog.Blocked {
			blocking = append(blocking, problem)
		}
	}
	r.Skipped = append(r.Skipped, Skipped{p.Handle, p.SKUs(), blocking})
}
