package catalog

import "slices"

// State says what a text of a listing is worth, and a listing by the weakest of its
// texts.
type State string

// The states from weak to strong. The zero state is empty: a text is missing that the
// listing needs.
const (
	StateEmpty      State = ""
	StateDraft      State = "draft"      // a machine wrote it and nobody has seen it
	StateImported   State = "imported"   // it came with a file
	StateStandard   State = "standard"   // composed of certain or confirmed facts by patterns that were reviewed
	StateTranslated State = "translated" // a person wrote or accepted it
	StateReviewed   State = "reviewed"   // a reader of Chinese vouches for it
	StateOmitted    State = "omitted"    // left out on purpose: it counts for nothing
)

// States lists the states that a listing can have, from weak to strong.
var States = []State{StateEmpty, StateDraft, StateImported, StateStandard, StateTranslated, StateReviewed}

// rank is the place of a state in the order of strength. What no state is counts as a
// draft, and what was left out as the strongest.
func (s State) rank() int {
	switch i := slices.Index(States, s); {
	case i >= 0:
		return i
	case s == StateOmitted:
		return len(States)
	}
	return StateDraft.rank()
}

// WeakerThan reports whether a state is worth less than another.
func (s State) WeakerThan(other State) bool { return s.rank() < other.rank() }

// GoesOut reports whether a channel takes a text of the state: it is there, and more
// than a draft.
func (s State) GoesOut() bool {
	return s == StateImported || s == StateStandard || s == StateTranslated || s == StateReviewed
}

// weaker is the weaker of two states.
func weaker(a, b State) State {
	if b.WeakerThan(a) {
		return b
	}
	return a
}
