// Package view has one view model per screen: its state, how it is loaded and
// its commands, without a toolkit. What a person can do on a screen is tested
// here. It owns what a screen shows; it must not know how that looks (app/screen)
// nor how anything is kept, read or exported (app/workspace does it).
package view

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Place is a place of the window.
type Place string

// The places, in the order of the rail; a product and a first run are places too.
const (
	HomePlace     Place = "home"
	ProductsPlace Place = "products"
	ImportPlace   Place = "import"
	LocalizePlace Place = "localize"
	ExportPlace   Place = "export"
	HistoryPlace  Place = "history"
	SettingsPlace Place = "settings"
	ProductPlace  Place = "product"
	WelcomePlace  Place = "welcome"
	// UnreadablePlace is about a catalogue that could not be opened.
	UnreadablePlace Place = "unreadable"
)

// Target is where to go, and with what.
type Target struct {
	Place   Place
	Filter  catalog.Filter        // of products and listings
	Pick    catalog.FindingFilter // of products by what was found of them
	Problem string                // code of the problem that is to be mended
	Product catalog.ID            // of ProductPlace and LocalizePlace
	Among   []catalog.ID          // what next and previous step through
	Field   catalog.Field         // to put the cursor on
	Channel string
	Setting string // of SettingsPlace, to put the cursor on
	File    string // of ImportPlace
	Edit    *Edit  // to be put back into Field of Product
}

// Session is what every view model shares while a catalogue is open. It lives on
// the window's thread.
type Session struct {
	Workspace *workspace.Workspace // nil while no catalogue is open
	Runner    job.Runner
	Text      *text.Printer
	Jobs      Jobs
	Draft     *Draft // of the edit in hand; nil keeps none

	// After does something later, on the window's thread, unless stop is called before;
	// nil where there is no later, as in a test.
	After func(wait time.Duration, do func()) (stop func())
	// Go goes to a place; the window sets it.
	Go func(Target)
	// Searched says which words the place that is shown is searched by; nil reports
	// nobody.
	Searched func(words string)
	// Has says which places the window has; without it all of them. What leads
	// nowhere is not shown.
	Has func(Place) bool
	// Fail shows a person what did not work; the window sets it.
	Fail func(error)
	// Typed is called when an edit is begun that is not saved yet, and when it is saved
	// or given up; nil reports nothing.
	Typed func()

	script    catalog.Locale // see Script
	listeners []*listener
	changes   workspace.Changes    // that listeners are called for
	survey    *Survey              // made when it is first asked for
	models    map[reflect.Type]any // see Keep
	unsaved   bool                 // see Unsaved
}

// Keep returns the one T of a session, made when it is first asked for. What a person
// began in it outlives the screen, which is made anew in another language.
func Keep[T any](s *Session, make func() *T) *T {
	key := reflect.TypeFor[T]()
	if model, ok := s.models[key]; ok {
		return model.(*T)
	}
	if s.models == nil {
		s.models = map[reflect.Type]any{}
	}
	model := make()
	s.models[key] = model
	return model
}

// Soon does something a few frames from now: where an object is in the window is
// known once it was drawn. Where there is no later, nothing is drawn either, and it
// is not done.
func (s *Session) Soon(do func()) {
	if s.After != nil {
		s.After(50*time.Millisecond, do)
	}
}

// KeepDraft notes the edit in hand with every key.
func (s *Session) KeepDraft(e Edit) {
	s.Draft.Keep(e)
	s.setUnsaved(true)
}

// Unsaved reports whether something was typed that is not in the catalogue yet.
func (s *Session) Unsaved() bool { return s.unsaved }

// ReportTyped notes whether a field has something that is not saved, and that is
// nobody's draft.
func (s *Session) ReportTyped(unsaved bool) { s.setUnsaved(unsaved) }

func (s *Session) setUnsaved(unsaved bool) {
	changed := s.unsaved != unsaved
	s.unsaved = unsaved
	if changed && s.Typed != nil {
		s.Typed()
	}
}

// ForgetDraft forgets the edit in hand: it was saved, or given up.
func (s *Session) ForgetDraft() {
	s.setUnsaved(false)
	if err := s.Draft.Clear(); err != nil {
		s.Fail(err)
	}
}

// ReportLost reports a text that was being typed where there is nothing to type into any
// more, so that a person can write it elsewhere.
func (s *Session) ReportLost(typed string) {
	s.ForgetDraft()
	s.Fail(text.Fail("draft-gone", "text", typed))
}

// ReportWords says by which words the place that is shown is searched.
func (s *Session) ReportWords(words string) {
	if s.Searched != nil {
		s.Searched(words)
	}
}

// Reaches reports whether there is a place to go to.
func (s *Session) Reaches(at Place) bool { return s.Has == nil || s.Has(at) }

type listener struct{ notify func() }

// OnChange calls notify after the catalogue was written to, until forget is called.
func (s *Session) OnChange(notify func()) (forget func()) { return watch(&s.listeners, notify) }

// OnChanges is OnChange for a screen that reads again only what was written to.
func (s *Session) OnChanges(notify func(workspace.Changes)) (forget func()) {
	return s.OnChange(func() { notify(s.changes) })
}

// watch adds a listener to a list until forget is called.
func watch(list *[]*listener, notify func()) (forget func()) {
	l := &listener{notify}
	*list = append(*list, l)
	return func() {
		*list = slices.DeleteFunc(slices.Clone(*list), func(have *listener) bool { return have == l })
	}
}

// notify calls all of a list.
func notify(list []*listener) {
	for _, l := range slices.Clone(list) {
		l.notify()
	}
}

// Changed informs whoever listens after the catalogue was written to.
func (s *Session) Changed(c workspace.Changes) {
	s.changes = c
	notify(s.listeners)
	s.changes = workspace.Everything
	if s.survey != nil {
		s.survey.changed()
	}
}

// ChangedAll is Changed where nothing is known of what was written.
func (s *Session) ChangedAll() { s.Changed(workspace.Everything) }

// ForgetAll ends all listening: the screens that listened are made anew.
func (s *Session) ForgetAll() {
	s.listeners = nil
	if s.survey != nil {
		s.survey.watchers = nil
	}
}

// explainLost makes the function that puts the reason in front of an error of the
// catalogue that is open now, where that is that its file is gone: what SQLite says of
// a file that is gone helps nobody.
func (s *Session) explainLost() func(error) error {
	ws := s.Workspace
	return func(err error) error {
		if err == nil || ws == nil || errors.Is(err, context.Canceled) {
			return err
		}
		return errors.Join(ws.CheckFile(), err)
	}
}

// Load runs work that only looks and gives its result to show, unless ctx was
// cancelled meanwhile: the screen was left, or asks for something different by now.
// An error goes to fail.
func Load[T any](ctx context.Context, s *Session, work func(context.Context) (T, error), show func(T), fail func(error)) {
	var result T
	lost := s.explainLost()
	s.Runner.Run(ctx, func(ctx context.Context, _ job.Progress) (err error) {
		result, err = work(ctx)
		return lost(err)
	}, func(err error) {
		switch {
		case ctx.Err() != nil:
		case err != nil:
			fail(err)
		default:
			show(result)
		}
	})
}

// Write runs work that writes to the catalogue as a job with a name, progress and
// Cancel in the status line, and informs the screens when it is done.
func Write[T any](s *Session, name string, work func(context.Context, job.Progress) (T, error), done func(T, error)) {
	w, changes := s.Workspace, workspace.Everything
	Work(s, name, func(ctx context.Context, p job.Progress) (T, error) {
		before, unknown := newestEntry(ctx, w)
		result, err := work(ctx, p)
		if unknown == nil {
			changes, _ = w.ChangesSince(context.WithoutCancel(ctx), before) // Everything, where it fails
		}
		return result, err
	}, func(result T, err error) {
		done(result, err)
		s.Changed(changes)
	})
}

// newestEntry is the number of the last write; an error where no catalogue is open.
func newestEntry(ctx context.Context, w *workspace.Workspace) (int64, error) {
	if w == nil {
		return 0, errNoCatalogue
	}
	return w.NewestEntry(ctx)
}

var errNoCatalogue = errors.New("no catalogue is open")

// Work is Write for work that takes its time and leaves the catalogue as it is: a
// dry run, a file that is written elsewhere.
func Work[T any](s *Session, name string, work func(context.Context, job.Progress) (T, error), done func(T, error)) {
	ctx, running := s.Jobs.begin(name)
	var result T
	lost := s.explainLost()
	s.Runner.Run(ctx, func(ctx context.Context, p job.Progress) (err error) {
		result, err = work(ctx, func(done, total int) {
			s.Jobs.step(running, done, total)
			p(done, total)
		})
		return lost(err)
	}, func(err error) {
		s.Jobs.end(running)
		done(result, err)
	})
}

// Loading is what a screen loads at the moment: whatever it asks for next takes
// the place of what it asked for before.
type Loading struct{ cancel context.CancelFunc }

// Start ends the loading that is under way and returns the context of the next.
func (l *Loading) Start() context.Context {
	l.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	return ctx
}

// Stop ends the loading and reports whether any was begun.
func (l *Loading) Stop() bool {
	if l.cancel == nil {
		return false
	}
	l.cancel()
	l.cancel = nil
	return true
}

// ListState is what a list can show.
type ListState uint8

// The states of a list.
const (
	ListLoading ListState = iota
	ListReady
	ListEmpty   // the catalogue has no products
	ListNothing // none is found
	ListFailed
)
