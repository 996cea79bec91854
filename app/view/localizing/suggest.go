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

// SuggestAll writes suggestions into the listings of all products that are gone
// through: as many as Place says, which the person has been asked about.
func (m *Model) SuggestAll() { m.suggest(m.ids) }

// SuggestOne writes suggestions into the listing that is shown.
func (m *Model) SuggestOne() {
	if m.Page != nil {
		m.suggest([]catalog.ID{m.Page.ID})
	}
}

func (m *Model) suggest(ids []catalog.ID) {
	m.keepThen(func() {
		m.suggested = ""
		Suggest(m.session, catalog.Filter{IDs: ids}, m.to, func(r workspace.LocalizeResult, err error) {
			if err != nil {
				m.session.Fail(err)
				return
			}
			m.suggested, m.Refused = r.Entry, false
			if r.Entry == "" {
				m.Notice = m.session.Text.Say("suggest-nothing")
				return
			}
			m.Notice = m.session.Text.Say("suggest-done", "count", r.Changed) + " " +
				m.session.Text.Say("suggest-done-body", "finished", r.Finished, "unfinished", r.Unfinished)
		})
	})
}

// lookBack forgets what is shown for suggestions once they were taken back.
func (m *Model) lookBack() {
	entry := m.suggested
	if entry == "" || m.Notice == "" {
		return
	}
	view.Load(m.undone.Start(), m.session, func(ctx context.Context) (workspace.Entry, error) {
		return m.session.Workspace.Entry(ctx, entry)
	}, func(e workspace.Entry) {
		if e.UndoneBy != "" && m.suggested == entry {
			m.suggested, m.Notice = "", ""
			m.Changed()
		}
	}, m.session.Fail)
}

// TakeSuggestion puts what is suggested into the line, to be saved or changed.
func (m *Model) TakeSuggestion() {
	if line := m.Current(); line != nil && line.Suggested != nil && line.Suggested.Text != "" {
		m.Type(line.Suggested.Text)
		m.Changed()
	}
}

// TakeFix puts what a check proposes into the line, to be saved or changed.
func (m *Model) TakeFix(text string) {
	if m.Current() != nil && m.Writable {
		m.Type(text)
		m.Changed()
	}
}
