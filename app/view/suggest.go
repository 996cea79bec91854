package view

import (
	"context"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Suggest writes Chinese suggestions into the listings of the products that a
// filter chooses, as a job. What a person wrote stays.
func Suggest(s *Session, f catalog.Filter, done func(workspace.LocalizeResult, error)) {
	Write(s, s.Text.Say("job-localize"), func(ctx context.Context, p job.Progress) (workspace.LocalizeResult, error) {
		return s.Workspace.Localize(ctx, workspace.LocalizeRequest{Filter: f}, workspace.Progress(p))
	}, done)
}

// Unfinished chooses the products whose Chinese listing a person must finish, or
// begin.
func Unfinished() catalog.Filter {
	state := catalog.ListingState.At(catalog.SimplifiedChinese)
	var f catalog.Filter
	for _, whole := range []catalog.State{catalog.StateTranslated, catalog.StateReviewed} {
		f.Where = append(f.Where, catalog.Condition{Field: state, Op: catalog.OpNotEqual, Value: string(whole)})
	}
	return f
}
