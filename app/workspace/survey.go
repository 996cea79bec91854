package workspace

import (
	"cmp"
	"context"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Survey is how ready products are for channels, and what is wrong with them.
type Survey struct {
	Standing

	Channels []ChannelSurvey
	// Problems are those of all channels together, the gravest first, then those
	// that most products have.
	Problems []ProblemCount
}

// Standing is how far products have come on the road to their channels. A product
// counts as what it is for the channel where it stands worst, so Blocked, Warned
// and Ready add up to Products.
type Standing struct {
	Products     int
	Variants     int
	Blocked      int // have a problem that keeps them out of a feed
	Warned       int // could go, and something is to be looked at
	Ready        int
	Able         int // could go to at least one of the channels
	Untranslated int // have no Chinese listing that is finished
}

// ChannelSurvey is how ready products are for one channel: Blocked, Warned and
// Ready add up to the survey's Products.
type ChannelSurvey struct {
	Channel                *export.Channel
	Blocked, Warned, Ready int
	Coverage               export.Coverage // by tier, of what the channel has columns for
}

// ProblemCount is one kind of problem and how many products have it.
type ProblemCount struct {
	Kind     catalog.ProblemKind
	First    catalog.Problem // as the first product has it
	Products int
	Channels []*export.Channel
}

// LookAt holds the products of a filter against channels, whatever they are. It
// reads only, and may take seconds; progress is told the products looked at.
func (w *Workspace) LookAt(ctx context.Context, channels []*export.Channel, f catalog.Filter, progress Progress) (*Findings, error) {
	opts, err := w.exportOptions(ctx, nil)
	if err != nil {
		return nil, err
	}
	total, err := w.Count(ctx, f)
	if err != nil {
		return nil, err
	}
	script, err := w.Script(ctx)
	if err != nil {
		return nil, err
	}
	l := newLooker(channels, opts, script)
	found := &Findings{channels: channels, examples: l.examples, whole: true}
	for p, err := range w.store.Products(ctx, f) {
		if err != nil {
			return nil, err
		}
		found.reached++
		found.products = append(found.products, l.look(found.reached, p))
		if progress != nil {
			progress(len(found.products), total)
		}
	}
	return found, nil
}

// Survey adds up what was found of all products.
func (f *Findings) Survey() Survey {
	return f.survey(func(finding) bool { return true })
}

// Of adds up what was found of some products.
func (f *Findings) Of(ids []catalog.ID) Survey {
	if len(ids) == len(f.products) {
		return f.Survey()
	}
	set := make(map[catalog.ID]struct{}, len(ids))
	for _, id := range ids {
		set[id] = struct{}{}
	}
	return f.survey(func(p finding) bool {
		_, ok := set[p.id]
		return ok
	})
}

// survey adds up verdicts, of which there are few.
func (f *Findings) survey(of func(finding) bool) Survey {
	counts := map[*verdict]int{}
	for _, p := range f.products {
		if of(p) {
			counts[p.verdict]++
		}
	}
	s := Survey{Channels: make([]ChannelSurvey, len(f.channels))}
	for i, c := range f.channels {
		s.Channels[i].Channel = c
	}
	problems := map[catalog.ProblemKind]*ProblemCount{}
	for v, n := range counts {
		s.Standing.add(v, n)
		for i, c := range v.channels {
			s.Channels[i].add(c, n)
		}
		f.addProblems(problems, v, n)
	}
	s.Problems = make([]ProblemCount, 0, len(problems))
	for _, p := range problems {
		s.Problems = append(s.Problems, *p)
	}
	slices.SortFunc(s.Problems, func(a, b ProblemCount) int { return a.compare(b) })
	return s
}

func (s *Standing) add(v *verdict, n int) {
	s.Products += n
	s.Variants += n * v.variants
	if v.untranslated {
		s.Untranslated += n
	}
	worst, able := export.Ready, false
	for _, c := range v.channels {
		able = able || c.state != export.NotReady
		if c.state == export.NotReady || worst == export.Ready {
			worst = c.state
		}
	}
	if able {
		s.Able += n
	}
	*stateOf(worst, &s.Blocked, &s.Warned, &s.Ready) += n
}

func (c *ChannelSurvey) add(v channelVerdict, n int) {
	*stateOf(v.state, &c.Blocked, &c.Warned, &c.Ready) += n
	c.Coverage.AddTimes(v.coverage, n)
}

// stateOf is the count that a state belongs to.
func stateOf(state export.Readiness, blocked, warned, ready *int) *int {
	switch state {
	case export.NotReady:
		return blocked
	case export.WithWarnings:
		return warned
	}
	return ready
}

func (f *Findings) addProblems(problems map[catalog.ProblemKind]*ProblemCount, v *verdict, n int) {
	counted := map[catalog.ProblemKind]bool{} // several channels may tell it of the same product
	for i, c := range v.channels {
		for _, kind := range c.kinds {
			count := problems[kind]
			if count == nil {
				count = &ProblemCount{Kind: kind, First: f.examples[kind].problem}
				problems[kind] = count
			}
			if !counted[kind] {
				counted[kind] = true
				count.Products += n
			}
			if !slices.Contains(count.Channels, f.channels[i]) {
				count.Channels = append(count.Channels, f.channels[i])
			}
		}
	}
	for kind := range counted {
		slices.SortFunc(problems[kind].Channels, func(a, b *export.Channel) int {
			return cmp.Compare(slices.Index(f.channels, a), slices.Index(f.channels, b))
		})
	}
}

func (p ProblemCount) compare(q ProblemCount) int {
	return cmp.Or(p.Kind.CompareGravity(q.Kind), cmp.Compare(q.Products, p.Products), p.Kind.Compare(q.Kind))
}
