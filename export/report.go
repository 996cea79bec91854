package export

import "tradewind.app/catalog"

// Report is what a run did.
type Report struct {
	Channel  string         `json:"channel"`
	Run      string         `json:"run"` // what all of its files have in common, a hash of them
	Files    []FileReport   `json:"files"`
	Packed   []FileReport   `json:"packed,omitempty"` // what is in the file where all go into one package
	Products int            `json:"products"`         // written
	Variants int            `json:"variants"`         // of the products written
	Pictures int            `json:"pictures"`         // put beside the files
	Warnings int            `json:"warnings"`         // products written that have warnings
	Skipped  []Skipped      `json:"skipped"`
	Problems []ProductCount `json:"problems"` // by kind, the gravest first
	Leftover string         `json:"leftover"` // folder of the run that could not be removed

	// Completed are files of an earlier run that was stopped while they were put in their
	// places. This run has put them there before it began.
	Completed []string `json:"completed,omitempty"`

	tally    catalog.ProblemTally
	examples map[catalog.ProblemKind]string // handle of the first product that has the kind
}

// ProductCount is how many products have a kind of problem.
type ProductCount struct {
	catalog.ProblemKind
	Products int `json:"products"`

	first catalog.Problem
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

// count notes a product's problems, each kind once.
func (r *Report) count(handle string, problems []catalog.Problem) {
	r.tally.AddOnce(problems)
	for _, p := range problems {
		kind := catalog.KindOf(p)
		if _, ok := r.examples[kind]; !ok {
			r.examples[kind] = handle
		}
	}
}

// sumUp lists what was counted.
func (r *Report) sumUp() {
	r.Problems = []ProductCount{}
	for _, k := range r.tally.Kinds() {
		r.Problems = append(r.Problems, ProductCount{k.Kind, k.Count, k.First})
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
