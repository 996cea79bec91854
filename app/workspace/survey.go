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
	Products     int
	Untranslated int // have no Chinese listing that is finished
	Channels     []ChannelSurvey
	// Problems are those of all channels together, the gravest first, then those
	// that most products have.
	Problems []ProblemCount
}

// ChannelSurvey is how ready products are for one channel: Blocked, Warned and
// Ready add up to the survey's Products.
type ChannelSurvey struct {
	Channel                *export.Channel
	Blocked, Warned, Ready int
	Unready                []catalog.ID // those blocked or warned
}

// ProblemCount is one kind of problem and whose it is.
type ProblemCount struct {
	First    catalog.Problem // as the first product has it
	Products []catalog.ID
	Channels []*export.Channel
}

// Survey holds the products of a filter against channels. It reads only, and may
// take seconds; progress is told the products looked at.
func (w *Workspace) Survey(ctx context.Context, channels []*export.Channel, f catalog.Filter, progress Progress) (Survey, error) {
	opts, err := w.exportOptions(ctx, nil)
	if err != nil {
		return Survey{}, err
	}
	total, err := w.Count(ctx, f)
	if err != nil {
		return Survey{}, err
	}
	run := surveyRun{kinds: map[problemKind]*ProblemCount{}}
	for _, c := range channels {
		run.checkers = append(run.checkers, c.Checker(opts))
		run.survey.Channels = append(run.survey.Channels, ChannelSurvey{Channel: c})
	}
	for p, err := range w.store.Products(ctx, f) {
		if err != nil {
			return Survey{}, err
		}
		run.add(p)
		if progress != nil {
			progress(run.survey.Products, total)
		}
	}
	run.survey.Problems = run.sorted()
	return run.survey, nil
}

// problemKind is what problems share that are told together: two columns that
// are empty are two things to mend, two titles that are too long are one.
type problemKind struct {
	severity   catalog.Severity
	code       string
	field      string // or the option's name
	column     string
	conversion string // of a rate that is not known: each is one of its own
}

func kindOf(p catalog.Problem) problemKind {
	kind := problemKind{severity: p.Severity, code: p.Code, field: p.Field, column: p.Args["column"]}
	if option := p.Args["option"]; option != "" {
		kind.field = option // which of a product's options it is does not matter
	}
	if p.Code == "price-currency" {
		kind.conversion = p.Args["from"] + "/" + p.Args["to"]
	}
	return kind
}

type surveyRun struct {
	survey   Survey
	checkers []*export.Checker
	kinds    map[problemKind]*ProblemCount
}

func (r *surveyRun) add(p *catalog.Product) {
	r.survey.Products++
	if untranslated(p) {
		r.survey.Untranslated++
	}
	for i, checker := range r.checkers {
		c := &r.survey.Channels[i]
		problems := checker.Check(p)
		state := export.ReadinessOf(problems)
		switch state {
		case export.NotReady:
			c.Blocked++
		case export.WithWarnings:
			c.Warned++
		case export.Ready:
			c.Ready++
		}
		if state != export.Ready {
			c.Unready = append(c.Unready, p.ID)
		}
		for _, problem := range problems {
			r.note(p.ID, c.Channel, problem)
		}
	}
}

// note counts a product once for each kind. Products come one after another, so
// only the last one of a kind can be the same.
func (r *surveyRun) note(id catalog.ID, c *export.Channel, problem catalog.Problem) {
	kind := kindOf(problem)
	count := r.kinds[kind]
	if count == nil {
		count = &ProblemCount{First: problem}
		r.kinds[kind] = count
	}
	if n := len(count.Products); n == 0 || count.Products[n-1] != id {
		count.Products = append(count.Products, id)
	}
	if !slices.Contains(count.Channels, c) {
		count.Channels = append(count.Channels, c)
	}
}

// gravity orders severities, the gravest first.
var gravity = []catalog.Severity{catalog.Blocked, catalog.Warning, catalog.Info}

func (r *surveyRun) sorted() []ProblemCount {
	list := make([]ProblemCount, 0, len(r.kinds))
	for _, count := range r.kinds {
		list = append(list, *count)
	}
	slices.SortFunc(list, func(a, b ProblemCount) int {
		return cmp.Or(
			cmp.Compare(slices.Index(gravity, a.First.Severity), slices.Index(gravity, b.First.Severity)),
			cmp.Compare(len(b.Products), len(a.Products)),
			cmp.Compare(a.First.Code, b.First.Code),
			cmp.Compare(a.First.Field, b.First.Field),
			cmp.Compare(a.First.Args["column"], b.First.Args["column"]),
			cmp.Compare(a.First.Args["from"], b.First.Args["from"]),
			cmp.Compare(a.First.Args["option"], b.First.Args["option"]),
		)
	})
	return list
}

// PreviewExport makes the first rows of a feed as Export would write them.
// Nothing is written or remembered.
func (w *Workspace) PreviewExport(ctx context.Context, r ExportRequest, rows int) (export.Preview, error) {
	c, err := w.Channel(r.Channel)
	if err != nil {
		return export.Preview{}, err
	}
	given, err := r.settings()
	if err != nil {
		return export.Preview{}, err
	}
	opts, err := w.exportOptions(ctx, given)
	if err != nil {
		return export.Preview{}, err
	}
	opts.All, opts.Locale, opts.Describe = r.All, r.Locale, r.Describe
	return c.Preview(w.store.Products(ctx, r.Filter), opts, rows)
}
