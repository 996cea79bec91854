package catalog

// Readiness is whether a product can go to a channel.
type Readiness string

// The states of readiness. Unready is that of products which are not Ready, whether
// they are blocked or have warnings: filters ask for it, no product is in it.
const (
	Ready        Readiness = "ready"
	WithWarnings Readiness = "warnings"
	NotReady     Readiness = "blocked"
	Unready      Readiness = "unready"
)

// ReadinessOf returns the readiness that problems leave.
func ReadinessOf(problems []Problem) Readiness {
	switch Worst(problems) {
	case Blocked:
		return NotReady
	case Warning:
		return WithWarnings
	}
	return Ready
}

// Includes reports whether a product in a state is one of those that r asks for; the
// zero Readiness asks for all.
func (r Readiness) Includes(state Readiness) bool {
	return r == "" || r == state || r == Unready && state != Ready
}

// WorseThan reports whether r keeps more from going out than another state.
func (r Readiness) WorseThan(other Readiness) bool {
	return r.rank() > other.rank()
}

func (r Readiness) rank() int {
	switch r {
	case NotReady:
		return 2
	case WithWarnings:
		return 1
	}
	return 0
}
