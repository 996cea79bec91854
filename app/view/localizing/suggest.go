package localizing

import (
	"context"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Suggest writes suggestions into the listings of the products that a
// filter chooses, as a job. What a person wrote stays.
func Suggest(s *view.Session, f catalog.Filter, to catalog.Locale, done func(workspace.LocalizeResult, error)) {
	view.Write(s, s.Text.Say("job-localize"), func(ctx context.Context, p job.Progress) (workspace.LocalizeResult, error) {
		return s.Workspace.Localize(ctx, workspace.LocalizeRequest{Filter: f, To: to}, workspace.Progress(p))
	}, done)
}
