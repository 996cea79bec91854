package catalog

import "slices"

// Outline is an evaluation without what differs from product to product: many
// products share one.
type Outline struct {
	Source   FindingSource
	State    Readiness
	Coverage Coverage
	Kinds    []ProblemKind // each once
}

// Outline returns the outline of an evaluation.
func (e Evaluation) Outline() Outline {
	o := Outline{Source: e.Source, State: e.Readiness(), Coverage: e.Coverage}
	for _, p := range e.Problems {
		if kind := KindOf(p); !slices.Contains(o.Kinds, kind) {
			o.Kinds = append(o.Kinds, kind)
		}
	}
	return o
}

// ReadinessCounts are products by state: together they are all that were counted.
type ReadinessCounts struct{ Blocked, Warned, Ready int }

// Add counts products in a state.
func (c *ReadinessCounts) Add(state Readiness, products int) {
	switch state {
	case NotReady:
		c.Blocked += products
	case WithWarnings:
		c.Warned += products
	default:
		c.Ready += products
	}
}

// Summary is how ready products are for the sources that looked at them. A product
// counts in its own ReadinessCounts as what it is for the source where it is worst.
type Summary struct {
	ReadinessCounts

	Products   int
	Able       int // could go to at least one source
	Unfinished int // have no finished listing in the shop's Chinese
	Sources    []SourceSummary
	Problems   ProblemTally
}

// SourceSummary is how ready products are for one source.
type SourceSummary struct {
	ReadinessCounts

	Source   FindingSource
	Coverage Coverage
}

// NewSummary makes a summary for sources in their order; what more sources find is left out.
func NewSummary(sources []FindingSource) *Summary {
	s := &Summary{Sources: make([]SourceSummary, len(sources))}
	for i, source := range sources {
		s.Sources[i].Source = source
	}
	return s
}

// Add counts products that have the same outlines.
func (s *Summary) Add(outlines []Outline, products int, unfinished bool) {
	s.Products += products
	if unfinished {
		s.Unfinished += products
	}
	worst, able := Ready, false
	seen := map[ProblemKind]bool{}
	for i := range s.Sources {
		source := &s.Sources[i]
		at := slices.IndexFunc(outlines, func(o Outline) bool { return o.Source == source.Source })
		if at < 0 {
			continue
		}
		o := outlines[at]
		source.Add(o.State, products)
		source.Coverage.AddTimes(o.Coverage, products)
		if source.Source.Kind == ChannelSource { // what checks find is a problem of the channels that it matters to
			able = able || o.State != NotReady
			if o.State.WorseThan(worst) {
				worst = o.State
			}
		}
		for _, kind := range o.Kinds {
			s.Problems.addKind(kind, products, source.Source, seen)
		}
	}
	s.ReadinessCounts.Add(worst, products)
	if able {
		s.Able += products
	}
}

// Kinds lists the kinds of problems, the gravest first, then those that most products
// have; the sources of each are in the summary's order.
func (s *Summary) Kinds() []KindCount {
	kinds := s.Problems.Kinds()
	index := func(source FindingSource) int {
		return slices.IndexFunc(s.Sources, func(have SourceSummary) bool { return have.Source == source })
	}
	for _, k := range kinds {
		slices.SortFunc(k.Sources, func(a, b FindingSource) int { return index(a) - index(b) })
	}
	return kinds
}
