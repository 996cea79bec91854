package exporting

import (
	"context"
	"slices"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
)

// needsOf tells what is lacking by the problems that come of it. What was lacking
// before stays, so that the person sees what they filled in.
func needsOf(before []view.Need, found channelCheck) []view.Need {
	needs := slices.Clone(before)
	for _, p := range found.survey.Problems {
		need, ok := view.NeedOf(p.First)
		if ok && !slices.ContainsFunc(needs, func(n view.Need) bool { return n.Key == need.Key }) {
			needs = append(needs, need)
		}
	}
	for i := range needs {
		needs[i].Value = found.settings[needs[i].Key]
	}
	return needs
}

// Give keeps what the feed needs. The products are then checked again.
func (m *Model) Give(key, value string) {
	w, given := m.session.Workspace, map[string]string{key: strings.TrimSpace(value)}
	view.Write(m.session, m.session.Text.Say("job-settings"), func(ctx context.Context, _ job.Progress) (struct{}, error) {
		return struct{}{}, w.SetSettings(ctx, given)
	}, func(_ struct{}, err error) {
		if err != nil {
			m.session.Fail(err)
		}
	})
}
