package catalog

import (
	"cmp"
	"maps"
	"slices"
)

// ProblemKind is what problems share that one repair mends: two fields that are
// empty are two things to fill in, two titles that are too long are one thing to do,
// and so is a field that several columns or channels want. Everything that counts
// problems counts them by it.
type ProblemKind struct {
	Severity Severity `json:"severity,omitempty"`
	Code     string   `json:"code,omitempty"`
	Field    string   `json:"field,omitempty"`  // or the option's name
	Column   string   `json:"column,omitempty"` // where there is no field
	Rate     string   `json:"rate,omitempty"`   // the missing one, "USD/CNY": each is a kind of its own
}

// KindOf returns the kind of a problem.
func KindOf(p Problem) ProblemKind {
	kind := ProblemKind{Severity: p.Severity, Code: p.Code, Field: p.Field}
	if p.Field == "" {
		kind.Column = p.Args["column"]
	}
	if option := p.Args["option"]; option != "" {
		kind.Field = option // which of a product's options it is does not matter
	}
	if p.Code == "price-currency" {
		kind.Rate = p.Args["from"] + "/" + p.Args["to"]
	}
	return kind
}

// gravity orders severities, the gravest first.
var gravity = []Severity{Blocked, Warning, Info}

// Compare orders kinds: the gravest first, then by what they are about.
func (k ProblemKind) Compare(other ProblemKind) int {
	return cmp.Or(
		k.CompareGravity(other),
		cmp.Compare(k.Code, other.Code),
		cmp.Compare(k.Field, other.Field),
		cmp.Compare(k.Column, other.Column),
		cmp.Compare(k.Rate, other.Rate),
	)
}

// CompareGravity orders kinds by severity alone, the gravest first. What says that a
// whole file was not understood comes before all.
func (k ProblemKind) CompareGravity(other ProblemKind) int {
	leads, others := Problem{Code: k.Code}.Leads(), Problem{Code: other.Code}.Leads()
	if leads != others {
		if leads {
			return -1
		}
		return 1
	}
	return cmp.Compare(slices.Index(gravity, k.Severity), slices.Index(gravity, other.Severity))
}

// KindCount is how often problems of a kind were met.
type KindCount struct {
	Kind    ProblemKind
	Count   int
	First   Problem
	Product ID              // that First is of; empty where it is not known
	Sources []FindingSource // that find it, where that is known
}

// ProblemTally counts problems by kind and keeps the first of each. The zero
// ProblemTally is ready to use.
type ProblemTally struct {
	counts map[ProblemKind]*KindCount
	total  int
}

// Add counts each problem.
func (t *ProblemTally) Add(problems ...Problem) {
	for _, p := range problems {
		t.note(KindOf(p), p)
	}
}

// AddOnce counts the problems of one product, each kind once: its counts are then
// products, however many variants have the problem.
func (t *ProblemTally) AddOnce(problems []Problem) {
	seen := make(map[ProblemKind]bool, len(problems))
	for _, p := range problems {
		if kind := KindOf(p); !seen[kind] {
			seen[kind] = true
			t.note(kind, p)
		}
	}
}

func (t *ProblemTally) note(kind ProblemKind, p Problem) {
	if t.counts[kind] == nil {
		t.begin(kind).First = p
	}
	t.counts[kind].Count++
	t.total++
}

// begin starts the count of a kind.
func (t *ProblemTally) begin(kind ProblemKind) *KindCount {
	if t.counts == nil {
		t.counts = map[ProblemKind]*KindCount{}
	}
	count := &KindCount{Kind: kind}
	t.counts[kind] = count
	return count
}

// addKind counts products that a source finds a kind of problem in; seen are the kinds
// that another source has found in the same products, which are not counted again.
func (t *ProblemTally) addKind(kind ProblemKind, products int, source FindingSource, seen map[ProblemKind]bool) {
	count := t.counts[kind]
	if count == nil {
		count = t.begin(kind)
	}
	if !slices.Contains(count.Sources, source) {
		count.Sources = append(count.Sources, source)
	}
	if !seen[kind] {
		seen[kind] = true
		count.Count += products
		t.total += products
	}
}

// SetFirst says which problem is the first of its kind, and whose it is.
func (t *ProblemTally) SetFirst(p Problem, product ID) {
	if count := t.counts[KindOf(p)]; count != nil {
		count.First, count.Product = p, product
	}
}

// Total is how many problems were counted.
func (t *ProblemTally) Total() int { return t.total }

// Kinds lists the gravest kinds first, then the most frequent.
func (t *ProblemTally) Kinds() []KindCount {
	list := make([]KindCount, 0, len(t.counts))
	for count := range maps.Values(t.counts) {
		list = append(list, *count)
	}
	slices.SortFunc(list, func(a, b KindCount) int {
		return cmp.Or(a.Kind.CompareGravity(b.Kind), cmp.Compare(b.Count, a.Count), a.Kind.Compare(b.Kind))
	})
	return list
}
