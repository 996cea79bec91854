package app

import (
	"slices"

	"tradewind.app/app/view"
)

// longestRoute is how far back one can go.
const longestRoute = 50

// route is where a person has been: back and forward go along it. The zero route
// is empty.
type route struct {
	been []view.Target
	at   int
}

// goTo adds a target behind the present one. What was ahead of it is gone. The
// place that is shown already is not added again, its target replaced; so is a
// product that was stepped on from: back leads to where the steps began.
func (r *route) goTo(t view.Target) {
	if len(r.been) > 0 && r.been[r.at].Place == t.Place && (t.Product == "" || isStep(r.been[r.at], t)) {
		r.been[r.at] = t
		return
	}
	if len(r.been) > 0 {
		r.been = r.been[:r.at+1]
	}
	r.been = append(r.been, t)
	r.been = r.been[max(0, len(r.been)-longestRoute):]
	r.at = len(r.been) - 1
}

// isStep reports whether a product is another of those that are stepped through.
func isStep(from, to view.Target) bool {
	return from.Place == view.ProductPlace && len(to.Among) > 0 && slices.Equal(from.Among, to.Among)
}

// here is the present target.
func (r *route) here() view.Target {
	if len(r.been) == 0 {
		return view.Target{}
	}
	return r.been[r.at]
}

// step goes one target back (-1) or forward (1), and reports whether there is one.
func (r *route) step(by int) bool {
	if at := r.at + by; at >= 0 && at < len(r.been) {
		r.at = at
		return true
	}
	return false
}
