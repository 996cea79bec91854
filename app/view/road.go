package view

import (
	"context"

	"tradewind.app/app/workspace"
)

// Road is the way from a spreadsheet to a feed, with how many products stand at
// each step. It is counted in the background, again after each change.
type Road struct {
	session *Session
	changed func()
	forget  func()
	cancel  context.CancelFunc

	standing workspace.Standing
	known    bool
}

// Step is one step of the road.
type Step struct {
	Place Place
	Code  string // of its word
	Count int    // products that wait there; -1 while it is not known
	Role  string
}

// NewRoad makes the road of a session. changed is called when the counts are
// others.
func NewRoad(s *Session, changed func()) *Road {
	r := &Road{session: s, changed: changed, cancel: func() {}}
	r.forget = s.OnChange(r.Load)
	return r
}

// Close stops the counting.
func (r *Road) Close() {
	r.cancel()
	r.forget()
}

// Load counts. A count that is still under way is given up: its answer would be
// old. What cannot be counted stays unknown; the place it leads to says why.
func (r *Road) Load() {
	r.cancel()
	if r.session.Workspace == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel = cancel
	Load(ctx, r.session, r.session.Workspace.Standing, func(s workspace.Standing) { r.show(s, true) }, func(error) { r.show(workspace.Standing{}, false) })
}

func (r *Road) show(s workspace.Standing, known bool) {
	r.standing, r.known = s, known
	r.changed()
}

// Standing returns what was counted last, and whether it is known.
func (r *Road) Standing() (workspace.Standing, bool) { return r.standing, r.known }

// Steps are the steps with their counts.
func (r *Road) Steps() []Step {
	s := r.standing
	steps := []Step{
		{ImportPlace, "road-import", s.Products, "road:import"},
		{ProductsPlace, "road-fix", s.Blocked, "road:fix"},
		{LocalizePlace, "road-localize", s.Untranslated, "road:localize"},
		{HomePlace, "road-check", s.Warned, "road:check"},
		{ExportPlace, "road-export", s.Able, "road:export"},
	}
	if !r.known {
		for i := range steps {
			steps[i].Count = -1
		}
	}
	return steps
}
