package view

import (
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Road is the way from a spreadsheet to a feed, with how many products are at
// each step. It is counted in the background, again after each change.
type Road struct {
	survey *Survey
	forget func()
}

// Step is one step of the road.
type Step struct {
	To    Target
	Code  string // of its word
	Count int    // products that wait there; -1 while it is not known
	Role  string
}

// NewRoad makes the road of a session. changed is called when the counts
// change.
func NewRoad(s *Session, changed func()) *Road {
	r := &Road{survey: s.Survey()}
	r.forget = r.survey.Watch(changed)
	return r
}

// Close stops the counting.
func (r *Road) Close() {
	r.survey.Stop()
	r.forget()
}

// Load counts.
func (r *Road) Load() { r.survey.Look() }

// Standing returns what was counted last, and whether it is known. What cannot be
// counted is not known; the place it leads to says why.
func (r *Road) Standing() (workspace.Standing, bool) {
	s, known := r.survey.Sum()
	return s.Standing, known && r.survey.Err() == nil
}

// Steps are the steps with their counts.
func (r *Road) Steps() []Step {
	s, known := r.Standing()
	blocked := catalog.FindingFilter{State: export.NotReady}
	steps := []Step{
		{Target{Place: ImportPlace}, "road-import", s.Products, "road:import"},
		{Target{Place: ProductsPlace, Pick: blocked}, "road-fix", s.Blocked, "road:fix"},
		{Target{Place: LocalizePlace}, "road-localize", s.Untranslated, "road:localize"},
		{Target{Place: HomePlace}, "road-check", s.Warned, "road:check"},
		{Target{Place: ExportPlace}, "road-export", s.Able, "road:export"},
	}
	if !known {
		for i := range steps {
			steps[i].Count = -1
		}
	}
	return steps
}
