package catalog

import (
	"maps"
	"slices"
	"strings"
)

// SourceKind is what sort of thing finds something about products.
type SourceKind string

// The kinds of sources.
const (
	ChannelSource SourceKind = "channel"
	CheckSource   SourceKind = "check" // of no channel: law, quality
)

// FindingSource is a channel or a check that finds something about products.
type FindingSource struct {
	Kind SourceKind `json:"kind"`
	Name string     `json:"name"`
}

// CheckNamed returns the source that a check of no channel is.
func CheckNamed(name string) FindingSource { return FindingSource{CheckSource, name} }

// ChannelNamed returns the source that a channel is.
func ChannelNamed(name string) FindingSource { return FindingSource{ChannelSource, name} }

// Versions identify, by name, everything that what a source finds depends on besides
// the product: "program", "spec", "settings", and whatever comes to be one. Findings
// of other versions are out of date.
type Versions map[string]string

// String returns the versions in one line that is equal for equal versions.
func (v Versions) String() string {
	parts := make([]string, 0, len(v))
	for _, name := range slices.Sorted(maps.Keys(v)) {
		parts = append(parts, name+"="+v[name])
	}
	return strings.Join(parts, " ")
}

// ParseVersions reads what [Versions.String] returned.
func ParseVersions(s string) Versions {
	v := Versions{}
	for part := range strings.FieldsSeq(s) {
		name, version, _ := strings.Cut(part, "=")
		v[name] = version
	}
	return v
}

// Evaluation is all that a source finds about one product.
type Evaluation struct {
	Source   FindingSource
	Problems []Problem
	Coverage Coverage // zero of a source that is no channel
}

// Readiness is the state that the evaluation's problems leave the product in.
func (e Evaluation) Readiness() Readiness { return ReadinessOf(e.Problems) }

// Finding is a problem of a product that is stored with what found it and the
// versions of all that it depends on.
type Finding struct {
	Problem

	Product  ID            `json:"product"`
	Source   FindingSource `json:"source"`
	Versions Versions      `json:"versions"`
}

// FindingFilter chooses products by what was found about them: those with a problem,
// those in a state for a channel, or those with a problem of a channel. The zero
// FindingFilter chooses all.
type FindingFilter struct {
	Problem ProblemKind `json:"problem,omitzero"`
	Channel string      `json:"channel,omitempty"` // empty: any that the shop chose
	State   Readiness   `json:"state,omitempty"`
}

// IsZero reports whether all products are chosen.
func (f FindingFilter) IsZero() bool { return f == FindingFilter{} }

// Matches reports whether the evaluation of one source makes a product one of those
// that are chosen; kinds are those of its problems.
func (f FindingFilter) Matches(source FindingSource, state Readiness, kinds []ProblemKind) bool {
	if f.State != "" && source.Kind != ChannelSource {
		return false // a product is ready for channels
	}
	if f.Channel != "" && source != ChannelNamed(f.Channel) {
		return false
	}
	return f.State.Includes(state) && (f.Problem == ProblemKind{} || slices.Contains(kinds, f.Problem))
}
