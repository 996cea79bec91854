package workspace

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/review"
	"tradewind.app/catalog/store"
)

// ReviewResult says what the answers of a reader change, or changed.
type ReviewResult struct {
	Entry    catalog.ID             `json:"entry"` // empty when nothing changed
	Reader   string                 `json:"reader"`
	Saved    string                 `json:"saved"`
	Products int                    `json:"products"` // that change
	Texts    int                    `json:"texts"`    // that become reviewed
	Counts   map[review.Outcome]int `json:"counts"`   // answers by what becomes of them
	Answers  []ReviewedAnswer       `json:"answers"`
}

// ReviewedAnswer is what became of one answer. Of a value it is counted in how many
// products it applies, and in how many a rule forbids it.
type ReviewedAnswer struct {
	Outcome  review.Outcome    `json:"outcome"`
	SKU      string            `json:"sku,omitempty"` // empty of a value
	Field    catalog.Field     `json:"field"`
	Part     string            `json:"part,omitempty"`
	Source   string            `json:"source,omitempty"`
	Before   string            `json:"before,omitempty"`
	After    string            `json:"after,omitempty"`
	Products int               `json:"products"`
	Refused  int               `json:"refused,omitempty"`
	Problems []catalog.Problem `json:"problems,omitempty"` // why it was refused
	Comment  string            `json:"comment,omitempty"`
}

// ImportReview writes the answers of a reader into the listings, all under one entry of
// history. Exactly the texts change that they are about, and get the reader's name. With
// dryRun nothing is written, and the result is the same.
func (w *Workspace) ImportReview(ctx context.Context, a review.Answers, dryRun bool, progress Progress) (ReviewResult, error) {
	id, err := w.catalogueID(ctx)
	if err != nil {
		return ReviewResult{}, err
	}
	if id != a.Catalogue {
		return ReviewResult{}, review.ErrOtherShop
	}
	t := newReviewTaker(w, a, progress)
	if dryRun {
		err := t.run(ctx, w.store, func(catalog.Change) error { return nil })
		return t.finish(), err
	}
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindEdit, Note: a.Reader})
	if err != nil {
		return ReviewResult{}, err
	}
	err = t.run(ctx, batch, func(c catalog.Change) error { return batch.Put(ctx, c) })
	result := t.finish()
	if err == nil {
		err = keepComments(ctx, batch, result)
	}
	if err != nil {
		return ReviewResult{}, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	result.Entry = written(entry)
	return result, err
}

// reviewTaker takes the answers of a reader into products.
type reviewTaker struct {
	*Workspace

	answers  review.Answers
	taker    *review.Taker
	check    *ListingCheck
	progress Progress
	result   ReviewResult
	outcomes []map[review.Outcome]int // of each answer, by product
}

func newReviewTaker(w *Workspace, a review.Answers, progress Progress) *reviewTaker {
	t := &reviewTaker{Workspace: w, answers: a, taker: review.NewTaker(a), progress: progress, outcomes: make([]map[review.Outcome]int, len(a.List))}
	t.result = ReviewResult{Reader: a.Reader, Saved: a.Saved, Counts: map[review.Outcome]int{}, Answers: make([]ReviewedAnswer, len(a.List))}
	for i, one := range a.List {
		t.outcomes[i] = map[review.Outcome]int{}
		t.result.Answers[i] = ReviewedAnswer{Outcome: review.Gone, Field: one.Field, Part: one.Part, After: one.Text, Comment: one.Comment}
	}
	return t
}

// run goes through the products that answers may be about.
func (t *reviewTaker) run(ctx context.Context, from products, write func(catalog.Change) error) (err error) {
	if t.check, err = t.ListingCheck(ctx, t.answers.Locale); err != nil {
		return err
	}
	f := catalog.Filter{}
	if !t.taker.HasValues() {
		if f.IDs = t.taker.Products(); len(f.IDs) == 0 {
			return nil
		}
	}
	total, err := t.Count(ctx, f)
	if err != nil {
		return err
	}
	done := 0
	for p, err := range from.Products(ctx, f) {
		if err != nil {
			return err
		}
		if done++; t.progress != nil {
			t.progress(done, total)
		}
		if p.Listing(t.answers.Locale) == nil {
			continue
		}
		after, err := t.take(ctx, p, from.Find)
		if err == nil && after != nil {
			t.result.Products++
			err = write(catalog.Change{Outcome: catalog.Changed, Before: p, After: after})
		}
		if err != nil {
			return fmt.Errorf("review %s: %w", p.Handle, err)
		}
	}
	return nil
}

// take is a product with the answers in it that apply and that no rule forbids, or nil
// where nothing changes.
func (t *reviewTaker) take(ctx context.Context, p *catalog.Product, find catalog.Find) (*catalog.Product, error) {
	s, err := t.suggest(ctx, p, t.answers.Locale)
	if err != nil {
		return nil, err
	}
	taken := t.taker.Plan(p, s)
	if len(taken) == 0 {
		return nil, nil
	}
	isNew := func(one review.Taken) bool { return one.Outcome == review.New }
	var after *catalog.Product
	for slices.ContainsFunc(taken, isNew) {
		after = p.Clone()
		t.taker.Write(after, s, taken)
		problems, err := t.blockers(ctx, p, after, find)
		if err != nil {
			return nil, err
		}
		if !t.refuse(taken, problems) {
			break
		}
		after = nil
	}
	t.note(p, taken)
	return after, nil
}

// blockers are what forbids texts of a product as it would become.
func (t *reviewTaker) blockers(ctx context.Context, before, after *catalog.Product, find catalog.Find) ([]catalog.Problem, error) {
	checks, err := t.textChecks()
	if err != nil {
		return nil, err
	}
	problems := append(blocked(checks.Problems(after)), t.check.Blockers(after)...)
	problems = slices.DeleteFunc(problems, func(p catalog.Problem) bool {
		_, to, _ := catalog.Field(p.Field).Locale()
		return to != t.answers.Locale
	})
	broken, err := catalog.Validate(ctx, before, after, find)
	return append(problems, blocked(broken)...), err
}

// refuse takes the answers back whose texts have problems, and reports whether there are
// any.
func (t *reviewTaker) refuse(taken []review.Taken, problems []catalog.Problem) bool {
	any := false
	for i := range taken {
		for _, p := range problems {
			if taken[i].Outcome != review.New || !isAbout(p, taken[i]) {
				continue
			}
			taken[i].Outcome, any = review.Refused, true
			if answer := &t.result.Answers[taken[i].Answer]; len(answer.Problems) == 0 {
				answer.Problems = append(answer.Problems, p)
			}
		}
	}
	return any
}

// isAbout reports whether a problem is one of the text that an answer gives.
func isAbout(p catalog.Problem, one review.Taken) bool {
	field, _, ofListing := catalog.Field(p.Field).Locale()
	part, words := p.Args["part"], p.Args["words"]
	switch {
	case !ofListing || field != one.Line.Field:
		return false
	case part != "" && field != catalog.ListingKeywords:
		return part == one.Line.Part
	case words != "" && field == catalog.ListingDescription:
		return review.ContainsWords(one.Text, words)
	case field == catalog.ListingOptions, field == catalog.ListingAttributes, one.Line.Part != "":
		return slices.Contains(slices.Collect(maps.Values(p.Args)), one.Text)
	}
	return true
}

// note counts what becomes of answers in a product.
func (t *reviewTaker) note(p *catalog.Product, taken []review.Taken) {
	met := map[review.Taken]bool{} // a value may be twice in a product
	for _, one := range taken {
		answer, counts := &t.result.Answers[one.Answer], t.outcomes[one.Answer]
		if one.Outcome == review.New {
			t.result.Texts++
		}
		if skus := p.SKUs(); len(skus) > 0 && t.answers.List[one.Answer].Product != "" {
			answer.SKU = skus[0]
		}
		seen := review.Taken{Answer: one.Answer, Outcome: one.Outcome}
		if met[seen] {
			continue
		}
		met[seen] = true
		if counts[one.Outcome]++; answer.Source == "" || one.Outcome == review.New && counts[review.New] == 1 {
			answer.Source, answer.Before = one.Line.Source, one.Line.Text
			if one.Text != "" {
				answer.After = one.Text
			}
		}
	}
}

// finish says of each answer what became of it in all products together.
func (t *reviewTaker) finish() ReviewResult {
	order := []review.Outcome{review.New, review.Refused, review.Same, review.Stale, review.Conflict, review.Comment, review.Gone}
	for i := range t.result.Answers {
		answer, counts := &t.result.Answers[i], t.outcomes[i]
		for _, o := range order {
			if counts[o] > 0 || o == review.Gone {
				answer.Outcome = o
				break
			}
		}
		answer.Products, answer.Refused = counts[review.New], counts[review.Refused]
		t.result.Counts[answer.Outcome]++
	}
	return t.result
}

// ReviewComment is a comment of a reader, as the catalogue keeps it.
type ReviewComment struct {
	SKU     string        `json:"sku,omitempty"` // empty of a value
	Field   catalog.Field `json:"field"`
	Source  string        `json:"source"`
	Text    string        `json:"text"` // as the reader saw it
	Comment string        `json:"comment"`
	By      string        `json:"by"`
	At      string        `json:"at"`
}

// keepComments keeps the comments of answers, one of each reader about a text.
func keepComments(ctx context.Context, batch *store.Batch, r ReviewResult) error {
	for _, a := range r.Answers {
		if a.Comment == "" {
			continue
		}
		c := ReviewComment{a.SKU, a.Field, a.Source, a.Before, a.Comment, r.Reader, r.Saved}
		name := fmt.Sprintf("%s\t%s\t%s\t%s\t%s", a.SKU, a.Field, a.Part, a.Source, r.Reader)
		if err := batch.SetDocument(ctx, store.ReviewComments, name, c); err != nil {
			return err
		}
	}
	return nil
}

// ReviewComments lists what readers remarked, the newest first.
func (w *Workspace) ReviewComments(ctx context.Context) ([]ReviewComment, error) {
	documents, err := w.store.Documents(ctx, store.ReviewComments)
	if err != nil {
		return nil, err
	}
	comments := make([]ReviewComment, 0, len(documents))
	for _, d := range documents {
		var c ReviewComment
		if err := json.Unmarshal(d.Body, &c); err != nil {
			return nil, fmt.Errorf("comment %q: %w", d.Name, err)
		}
		comments = append(comments, c)
	}
	slices.SortStableFunc(comments, func(a, b ReviewComment) int { return cmp.Compare(b.At, a.At) })
	return comments, nil
}
