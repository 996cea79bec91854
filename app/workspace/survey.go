package workspace

import (
	"context"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Survey is how ready products are for channels, and what is wrong with them.
type Survey struct {
	Standing
	Freshness

	Channels []ChannelSurvey
	// Problems are those of all channels together, the gravest first, then those
	// that most products have.
	Problems []ProblemCount
}

// Standing is how far products have come on the road to their channels. A product
// counts as what it is for the channel where it is worst, so Blocked, Warned and Ready
// add up to Products where the findings are up to date.
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
	Coverage               catalog.Coverage // by tier, of what the channel has columns for
}

// ProblemCount is one kind of problem and how many products have it.
type ProblemCount struct {
	Kind     catalog.ProblemKind
	First    catalog.Problem // as the first product has it
	Product  catalog.ID      // that product
	Products int
	Channels []*export.Channel
}

// Survey reads what is stored about the products of a filter: how ready they are for
// the channels that the shop chose, and whether that is up to date.
func (w *Workspace) Survey(ctx context.Context, f catalog.Filter) (Survey, error) {
	fresh, err := w.Freshness(ctx)
	if err != nil {
		return Survey{}, err
	}
	sum, err := w.store.Summarize(ctx, f)
	if err != nil {
		return Survey{}, err
	}
	s := w.surveyOf(sum)
	s.Freshness = fresh
	if f.IsZero() {
		s.Products, s.Variants, err = w.store.Size(ctx)
	}
	return s, err
}

// surveyOf names the channels of a summary.
func (w *Workspace) surveyOf(sum *catalog.Summary) Survey {
	s := Survey{Standing: Standing{
		Products: sum.Products, Blocked: sum.Blocked, Warned: sum.Warned, Ready: sum.Ready, Able: sum.Able, Untranslated: sum.Unfinished,
	}}
	channels := map[catalog.FindingSource]*export.Channel{}
	for _, c := range w.channels {
		channels[catalog.ChannelNamed(c.Name())] = c
	}
	for _, one := range sum.Sources {
		if c := channels[one.Source]; c != nil {
			s.Channels = append(s.Channels, ChannelSurvey{c, one.Blocked, one.Warned, one.Ready, one.Coverage})
		}
	}
	for _, k := range sum.Kinds() {
		p := ProblemCount{Kind: k.Kind, First: k.First, Product: k.Product, Products: k.Count}
		for _, source := range k.Sources {
			if c := channels[source]; c != nil {
				p.Channels = append(p.Channels, c)
			}
		}
		s.Problems = append(s.Problems, p)
	}
	return s
}

// Problem returns the problem of a kind as the first product has it.
func (s Survey) Problem(kind catalog.ProblemKind) (catalog.Problem, bool) {
	for _, p := range s.Problems {
		if p.Kind == kind {
			return p.First, true
		}
	}
	return catalog.Problem{}, false
}

// Covers reports whether products were evaluated for a channel.
func (s Survey) Covers(channel string) bool {
	for _, c := range s.Channels {
		if c.Channel.Name() == channel {
			return true
		}
	}
	return false
}

// Evaluation is what an evaluation of some products gives, by itself: what is stored
// stays as it is.
type Evaluation struct {
	Survey

	products map[catalog.ProblemKind][]catalog.ID
}

// IsStored reports whether it is what is stored, so that a FindingFilter chooses the same
// products; otherwise With lists them.
func (e *Evaluation) IsStored() bool { return e.products == nil }

// With lists the products that have a problem of a kind, in the order in which they
// came.
func (e *Evaluation) With(kind catalog.ProblemKind) []catalog.ID { return e.products[kind] }

// SurveyFor says how ready the products of a filter are for one channel, as one feed.
// Of all products, and a channel that the shop chose, it is what is stored.
func (w *Workspace) SurveyFor(ctx context.Context, c *export.Channel, f catalog.Filter) (*Evaluation, error) {
	if f.IsZero() {
		stored, err := w.hasFindings(ctx, c)
		if err != nil {
			return nil, err
		}
		if stored {
			sum, err := w.store.Summarize(ctx, f, catalog.ChannelNamed(c.Name()))
			if err != nil {
				return nil, err
			}
			return &Evaluation{Survey: w.surveyOf(sum)}, nil
		}
	}
	return w.Evaluate(ctx, []*export.Channel{c}, f, nil)
}

// SurveyWithDrafts is SurveyFor where texts go out too that nobody has accepted. Nothing
// of that is stored.
func (w *Workspace) SurveyWithDrafts(ctx context.Context, c *export.Channel, f catalog.Filter) (*Evaluation, error) {
	options, err := w.exportOptions(ctx, nil)
	if err != nil {
		return nil, err
	}
	script, err := w.Script(ctx)
	if err != nil {
		return nil, err
	}
	options.Drafts = true
	channels := []*export.Channel{c}
	return w.evaluate(ctx, newEvaluator(channels, options, script), channels, f, nil)
}

// Evaluate evaluates the products of a filter for channels, whatever they are, as one
// feed. It reads only, and may take seconds; progress is called with the products that
// were evaluated.
func (w *Workspace) Evaluate(ctx context.Context, channels []*export.Channel, f catalog.Filter, progress Progress) (*Evaluation, error) {
	e, err := w.evaluatorFor(ctx, channels)
	if err != nil {
		return nil, err
	}
	return w.evaluate(ctx, e, channels, f, progress)
}

func (w *Workspace) evaluate(ctx context.Context, e *evaluator, channels []*export.Channel, f catalog.Filter, progress Progress) (*Evaluation, error) {
	total, err := w.Count(ctx, f)
	if err != nil {
		return nil, err
	}
	sources := make([]catalog.FindingSource, len(channels))
	for i, c := range channels {
		sources[i] = catalog.ChannelNamed(c.Name())
	}
	sum, result, variants, done := catalog.NewSummary(sources), &Evaluation{products: map[catalog.ProblemKind][]catalog.ID{}}, 0, 0
	for p, err := range w.store.Products(ctx, f) {
		if err != nil {
			return nil, err
		}
		r := e.next(p)
		sum.Add(r.outlines(), 1, r.unfinished)
		result.note(sum, p.ID, r.evaluations)
		variants += len(p.Variants)
		if done++; progress != nil {
			progress(done, total)
		}
	}
	result.Survey = w.surveyOf(sum)
	result.Variants = variants
	return result, nil
}

// note keeps which product has which kinds of problems, and the first of each.
func (e *Evaluation) note(sum *catalog.Summary, id catalog.ID, evaluations []catalog.Evaluation) {
	for _, one := range evaluations {
		for _, p := range one.Problems {
			kind := catalog.KindOf(p)
			have := e.products[kind]
			if len(have) == 0 {
				sum.Problems.SetFirst(p, id)
			}
			if len(have) == 0 || have[len(have)-1] != id {
				e.products[kind] = append(have, id)
			}
		}
	}
}
