// Package home is the view model of the first page of a catalogue: how ready it is,
// what is wrong and what was done last.
package home

import (
	"context"
	"time"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Model is where a catalogue is: its channels, what is wrong, what was done
// last and what to do next.
type Model struct {
	Loaded       bool  // what follows was counted once
	Outdated     bool  // and is out of date
	Failed       error // why it could not be counted
	Shop         string
	Products     int
	Untranslated int
	Channels     []view.ChannelCard
	Problems     []view.TopProblem // the gravest first, at most topProblems
	MoreProblems int               // kinds besides these
	Recent       []view.Entry      // newest first, at most recentEntries
	Writable     bool
	// Unreadable are the products whose content was found to be damaged or missing, by
	// the names that a person knows them by.
	Unreadable []string
	// Kept counts the products that the last undo left as they were, since
	// something different had changed them.
	Kept int

	// Changed is called when any of this changes; the screen sets it.
	Changed func()
	// Now is the clock; time.Now when nil.
	Now func() time.Time

	session *view.Session
	loading view.Loading
	forget  []func()
	read    bool         // the history and the shop's name are
	bad     []catalog.ID // of Unreadable
}

const (
	topProblems   = 6
	recentEntries = 6
)

// overview is what is read besides the counts.
type overview struct {
	recent []view.Entry
	shop   string
}

// New makes the model.
func New(s *view.Session) *Model { return &Model{session: s, Changed: func() {}} }

// Enter shows what is counted, and again whenever that is another.
func (h *Model) Enter() {
	if h.forget == nil {
		h.forget = []func(){h.session.OnChange(h.reload), h.session.Survey().Watch(h.show)}
	}
	h.Load()
}

// Leave stops showing. The counting goes on: other screens show it, too.
func (h *Model) Leave() {
	h.loading.Stop()
	for _, forget := range h.forget {
		forget()
	}
	h.forget = nil
}

// Load counts. What was shown stays until the new counts are there.
func (h *Model) Load() {
	h.reload()
	h.session.Survey().Look()
}

// reload reads what is shown besides the counts.
func (h *Model) reload() {
	w := h.session.Workspace
	if w == nil {
		return
	}
	h.Failed = nil
	view.Load(h.loading.Start(), h.session, func(ctx context.Context) (found overview, err error) {
		page, err := view.ReadEntries(ctx, h.session, "", 0, recentEntries)
		if err == nil {
			found.recent = page.Entries
			found.shop, err = w.Setting(ctx, workspace.SettingShop)
		}
		return found, err
	}, func(found overview) {
		h.read, h.Shop, h.Recent, h.Writable = true, found.shop, found.recent, w.ReadOnly() == nil
		h.show()
	}, func(err error) {
		h.Failed = err
		h.Changed()
	})
}

// show takes the counts, if they are known.
func (h *Model) show() {
	h.findUnreadable()
	survey := h.session.Survey()
	s, known := survey.Sum()
	if err := survey.Err(); err != nil {
		h.Failed = err
	}
	if known && h.read {
		h.Loaded, h.Outdated, h.Products, h.Untranslated = true, survey.Outdated(), s.Products, s.Untranslated
		h.Channels = view.CardsOf(s, h.session.Text)
		h.Problems, h.MoreProblems = view.TopProblemsOf(s, h.session.Text), 0
		if more := len(h.Problems) - topProblems; more > 0 {
			h.Problems, h.MoreProblems = h.Problems[:topProblems], more
		}
	}
	h.Changed()
}

// findUnreadable notes the products that whatever was read since had to leave out, and
// that are there still.
func (h *Model) findUnreadable() {
	h.Unreadable, h.bad = nil, nil
	for _, u := range h.session.Workspace.Unreadable() {
		h.Unreadable, h.bad = append(h.Unreadable, u.Name()), append(h.bad, u.ID)
	}
}

// ShowUnreadable lists the products that cannot be read: they can be deleted there.
func (h *Model) ShowUnreadable() {
	h.session.Go(view.Target{Place: view.ProductsPlace, Filter: catalog.Filter{IDs: h.bad}})
}

// Best is the channel that most products are ready for, and whether there is one.
func (h *Model) Best() (view.ChannelCard, bool) {
	var best view.ChannelCard
	for _, c := range h.Channels {
		if c.Ready+c.Warned > best.Ready+best.Warned {
			best = c
		}
	}
	return best, best.Ready+best.Warned > 0
}

// Undo takes an entry back.
func (h *Model) Undo(entry catalog.ID) {
	h.Kept = 0
	w := h.session.Workspace
	view.Write(h.session, h.session.Text.Say("job-undo"), func(ctx context.Context, progress job.Progress) (int, error) {
		result, err := w.Undo(ctx, entry, workspace.Progress(progress))
		return len(result.Kept), err
	}, func(kept int, err error) {
		if err != nil {
			h.session.Fail(err)
			return
		}
		h.Kept = kept
	})
}

func (h *Model) now() time.Time {
	if h.Now == nil {
		return time.Now()
	}
	return h.Now()
}

// Greeting is the code of the words that fit the hour.
func (h *Model) Greeting() string {
	switch hour := h.now().Hour(); {
	case hour < 5 || hour >= 18:
		return "home-evening"
	case hour < 12:
		return "home-morning"
	}
	return "home-afternoon"
}

// When says how long ago something was, as a person would.
func (h *Model) When(at time.Time) string {
	say, now := h.session.Text, h.now()
	at = at.In(now.Location())
	year, month, day := now.Date()
	today := time.Date(year, month, day, 0, 0, 0, 0, now.Location())
	switch past := now.Sub(at); {
	case past < time.Minute:
		return say.Say("ago-now")
	case past < time.Hour:
		return say.Say("ago-minutes", "count", int(past.Minutes()))
	case !at.Before(today):
		return say.Say("ago-hours", "count", int(past.Hours()))
	case !at.Before(today.AddDate(0, 0, -1)):
		return say.Say("ago-yesterday")
	}
	return at.Format("2006-01-02")
}
