package view

import (
	"context"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Suggest writes suggestions into the listings of the products that a
// filter chooses, as a job. What a person wrote stays.
func Suggest(s *Session, f catalog.Filter, to catalog.Locale, done func(workspace.LocalizeResult, error)) {
	Write(s, s.Text.Say("job-localize"), func(ctx context.Context, p job.Progress) (workspace.LocalizeResult, error) {
		return s.Workspace.Localize(ctx, workspace.LocalizeRequest{Filter: f, To: to}, workspace.Progress(p))
	}, done)
}

// Unfinished chooses the products whose listing in a locale a person must finish,
// or begin.
func Unfinished(to catalog.Locale) catalog.Filter {
	state := catalog.ListingState.At(to)
	var f catalog.Filter
	for _, whole := range []catalog.State{catalog.StateTranslated, catalog.StateReviewed} {
		f.Where = append(f.Where, catalog.Condition{Field: state, Op: catalog.OpNotEqual, Value: string(whole)})
	}
	return f
}
