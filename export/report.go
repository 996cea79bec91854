package export

import (
	"fmt"
	"path/filepath"
	"slices"

	"tradewind.app/catalog"
)

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
	Problems []ProductCount `json:"problems"`         // by kind, the gravest first
	Drafts   []DraftTexts   `json:"drafts,omitempty"` // written, since Options.Drafts asked for them
	Leftover string         `json:"leftover"`         // folder of the run that could not be removed

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

// DraftTexts are a product's texts that were written though nobody has accepted them, or
// they are out of date.
type DraftTexts struct {
	Handle string   `json:"handle"`
	SKUs   []string `json:"skus"`
	Fields []string `json:"fields"`
}

// FileGroup is files of a run that belong together.
type FileGroup struct {
	FileReport     // of all: of several, Path has * in the place of what differs
	Count      int // how many files they are
}

// mostAlone is how many files a list names one by one.
const mostAlone = 20

// Groups lists the files for people: where there are thousands, one for each product,
// those in one folder are one line.
func (r *Report) Groups() []FileGroup {
	var groups []FileGroup
	for _, f := range r.Files {
		name := f.Path
		if len(r.Files) > mostAlone {
			name = filepath.Join(filepath.Dir(f.Path), "*"+filepath.Ext(f.Path))
		}
		i := slices.IndexFunc(groups, func(g FileGroup) bool { return g.Path == name })
		if i < 0 {
			i, groups = len(groups), append(groups, FileGroup{FileReport: FileReport{Path: name}})
		}
		groups[i].Count++
		groups[i].Rows += f.Rows
		groups[i].Bytes += f.Bytes
	}
	return groups
}

// Name is the path of a group, with the number of its files where they are several.
func (g FileGroup) Name() string {
	if g.Count == 1 {
		return g.Path
	}
	return fmt.Sprintf("%s × %d", g.Path, g.Count)
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

// noteDrafts notes which texts of a product were written as drafts.
func (r *Report) noteDrafts(p *catalog.Product, problems []catalog.Problem) {
	d := DraftTexts{Handle: p.Handle, SKUs: p.SKUs()}
	for _, problem := range problems {
		if exportedDrafts[problem.Code] && !slices.Contains(d.Fields, problem.Field) {
			d.Fields = append(d.Fields, problem.Field)
		}
	}
	if len(d.Fields) > 0 {
		r.Drafts = append(r.Drafts, d)
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
