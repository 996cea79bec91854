package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// ListingWork is a product's listing as a person works on it.
type ListingWork struct {
	Product    *catalog.Product
	Listing    catalog.Listing // the zero listing of the locale where there is none yet
	Suggestion localize.Suggestion
	Lines      []localize.Line
}

// LineGoneError says that a listing has a text no more: what it is made of was
// changed meanwhile.
type LineGoneError struct{}

func (LineGoneError) Error() string { return "the listing has this text no more" }

// Listing reads a product's listing beside its sources and what is suggested.
func (w *Workspace) Listing(ctx context.Context, id catalog.ID, to catalog.Locale) (ListingWork, error) {
	p, err := w.store.Product(ctx, id)
	if err != nil {
		return ListingWork{}, err
	}
	return w.ListingOf(ctx, p, to)
}

// ListingOf is Listing of a product at hand, which may not be saved yet.
func (w *Workspace) ListingOf(ctx context.Context, p *catalog.Product, to catalog.Locale) (ListingWork, error) {
	s, err := w.suggest(ctx, p, to)
	if err != nil {
		return ListingWork{}, err
	}
	work := ListingWork{Product: p, Listing: catalog.Listing{Locale: to}, Suggestion: s, Lines: localize.Lines(p, s)}
	if l := p.Listing(to); l != nil {
		work.Listing = l.Clone()
	}
	return work, nil
}

func (w *Workspace) suggest(ctx context.Context, p *catalog.Product, to catalog.Locale) (localize.Suggestion, error) {
	terms, err := w.termBase(ctx)
	if err != nil {
		return localize.Suggestion{}, err
	}
	return localize.Suggest(ctx, p, to, terms, localize.DefaultLimits)
}

// WriteLine writes a text into a line of a product's listing.
func (w *Workspace) WriteLine(ctx context.Context, id catalog.ID, to catalog.Locale, line localize.Line, text string) (EditResult, error) {
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: string(line.Field.At(to))}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := in.Product(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		s, err := w.suggest(ctx, before, to)
		if err != nil {
			return nil, nil, err
		}
		after := before.Clone()
		if !localize.WriteLine(after, s, line, text, w.Author()) {
			return nil, nil, LineGoneError{}
		}
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, nil, nil
	})
}

// Author is the mark of what the person at this machine writes.
func (w *Workspace) Author() catalog.Mark {
	return catalog.Mark{State: catalog.StateTranslated, By: w.store.By(), At: w.now().Format(time.DateOnly)}
}

func (w *Workspace) now() time.Time {
	if w.options.Now != nil {
		return w.options.Now()
	}
	return time.Now()
}

// MarkListing marks all texts of a product's listing by the word of a person, who has
// seen them as they are now: translated accepts what a machine wrote or a file brought,
// reviewed is the word of a reader of Chinese.
func (w *Workspace) MarkListing(ctx context.Context, id catalog.ID, to catalog.Locale, state catalog.State) (EditResult, error) {
	return w.editListing(ctx, id, to, catalog.ListingState, func(p *catalog.Product) error {
		return w.markListing(ctx, p, to, state)
	})
}

// markListing marks all texts of a listing. One that a channel would refuse is not
// accepted, whichever of its texts is at fault.
func (w *Workspace) markListing(ctx context.Context, p *catalog.Product, to catalog.Locale, state catalog.State) error {
	p.MarkListing(to, w.Marked(state))
	if state != catalog.StateTranslated && state != catalog.StateReviewed {
		return nil
	}
	check, err := w.ListingCheck(ctx, to)
	if err != nil {
		return err
	}
	if blockers := check.Blockers(p); len(blockers) > 0 {
		return &RefusedError{Problems: append([]catalog.Problem{notAcceptedProblem(p, to)}, blockers...)}
	}
	return nil
}

func notAcceptedProblem(p *catalog.Product, to catalog.Locale) catalog.Problem {
	return catalog.NewProblem("listing-not-accepted", catalog.Blocked, catalog.ListingState.At(to), "title", p.Title)
}

// Marked is the mark of texts that the person at this machine gives a state as they are.
func (w *Workspace) Marked(state catalog.State) catalog.Mark {
	by := w.Author()
	by.State, by.Accepted = state, state == catalog.StateTranslated
	return by
}

// MarkTexts gives texts of a product's listing a state by the word of the person, all of
// them where none is named. Omitted empties them.
func (w *Workspace) MarkTexts(ctx context.Context, code string, to catalog.Locale, state catalog.State, names []catalog.TextName) (EditResult, error) {
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: code}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := productBy(ctx, in.Find, code)
		if err != nil {
			return nil, nil, err
		}
		after := before.Clone()
		if len(names) == 0 {
			err = w.markListing(ctx, after, to, state)
		} else {
			err = markTexts(after, to, w.Marked(state), names)
		}
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, nil, err
	})
}

func markTexts(p *catalog.Product, to catalog.Locale, by catalog.Mark, names []catalog.TextName) error {
	l := p.Listing(to)
	if l == nil {
		l = &catalog.Listing{}
	}
	known := l.Names()
	for _, n := range names {
		switch {
		case !slices.Contains(known, n) && (by.State != catalog.StateOmitted || !canOmit(n)):
			return &UnknownTextError{n, known}
		case by.State == catalog.StateOmitted && !canOmit(n):
			return &UnknownTextError{n, slices.DeleteFunc(known, func(n catalog.TextName) bool { return !canOmit(n) })}
		case by.State == catalog.StateOmitted:
			p.Omit(to, n, by)
		default:
			p.MarkText(to, n, by)
		}
	}
	return nil
}

// canOmit reports whether a listing can do without a text; see localize.Line.CanOmit.
func canOmit(n catalog.TextName) bool {
	line := localize.Line{Field: n.Field(), Part: n.Part()}
	return line.CanOmit() && slices.ContainsFunc(catalog.ListingFields(catalog.SimplifiedChinese), func(f catalog.FieldInfo) bool {
		name, _, _ := f.Name.Locale()
		return name == n.Field() && name != catalog.ListingState
	})
}

// UnknownTextError says that a listing has no text of a name that can be marked so.
type UnknownTextError struct {
	Name  catalog.TextName
	Known []catalog.TextName
}

func (e *UnknownTextError) Error() string { return fmt.Sprintf("no text %q among %q", e.Name, e.Known) }

// Message implements text.Speaker.
func (e *UnknownTextError) Message() (string, []any) {
	known := make([]string, len(e.Known))
	for i, n := range e.Known {
		known[i] = string(n)
	}
	return "error-text-unknown", []any{"name", string(e.Name), "known", strings.Join(known, ", ")}
}

// OmitText leaves a text out of a product's listing on purpose.
func (w *Workspace) OmitText(ctx context.Context, id catalog.ID, to catalog.Locale, n catalog.TextName) (EditResult, error) {
	return w.editListing(ctx, id, to, n.Field(), func(p *catalog.Product) error {
		p.Omit(to, n, w.Author())
		return nil
	})
}

// Allow accepts what the checks say of words in the Chinese texts of a product. The reason
// is kept with the name and the day.
func (w *Workspace) Allow(ctx context.Context, code, words, reason string) (EditResult, error) {
	checks, err := w.textChecks()
	if err != nil {
		return EditResult{}, err
	}
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: code}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := productBy(ctx, in.Find, code)
		if err != nil {
			return nil, nil, err
		}
		after, by, found := before.Clone(), w.Author(), false
		for _, problem := range checks.Problems(before) {
			if _, to, _ := catalog.Field(problem.Field).Locale(); problem.Args["words"] == words {
				after.EnsureListing(to).Allow(problem, reason, by.By, by.At)
				found = true
			}
		}
		if !found {
			return nil, nil, &NoRemarkError{words}
		}
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, nil, nil
	})
}

// NoRemarkError says that the checks find nothing about some words.
type NoRemarkError struct{ Words string }

func (e *NoRemarkError) Error() string { return fmt.Sprintf("the checks say nothing of %q", e.Words) }

// Message implements text.Speaker.
func (e *NoRemarkError) Message() (string, []any) { return "error-no-remark", []any{"words", e.Words} }

// editListing changes a product's listing under one entry, about one of its fields.
func (w *Workspace) editListing(ctx context.Context, id catalog.ID, to catalog.Locale, field catalog.Field, change func(*catalog.Product) error) (EditResult, error) {
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: string(field.At(to))}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := in.Product(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		after := before.Clone()
		err = change(after)
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, nil, err
	})
}

// ListingLimit is how long a listing's text may be, and who says so.
type ListingLimit struct {
	Channel *export.Channel
	Limit   export.Limit
}

// ListingLimits are the lengths that the shop's channels put on the texts of
// listings in a locale, by field without its locale: the tightest of each.
func (w *Workspace) ListingLimits(ctx context.Context, to catalog.Locale) (map[catalog.Field]ListingLimit, error) {
	targets, err := w.TargetChannels(ctx)
	if err != nil {
		return nil, err
	}
	limits := map[catalog.Field]ListingLimit{}
	for _, info := range catalog.ListingFields(to) {
		name, _, _ := info.Name.Locale()
		for _, c := range targets {
			if catalog.Locale(c.Spec().Locale) != to {
				continue
			}
			if limit := c.LimitOf(info.Name); !limit.IsZero() && (limits[name].Channel == nil || limit.IsTighter(limits[name].Limit)) {
				limits[name] = ListingLimit{c, limit}
			}
		}
	}
	return limits, nil
}
