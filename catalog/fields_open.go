package catalog

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// The open fields: attributes and channel values by key, listings by locale.

func attributeInfo(key string) FieldInfo {
	return FieldInfo{
		Name: AttributeField(key), Kind: KindText, Max: maxText,
		get: func(p *Product, _ *Variant) string {
			value, _ := p.Attribute(key)
			return value
		},
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			p.SetAttribute(key, s)
			return nil
		},
	}
}

// attributeKind is the type that a value shows by its form.
func attributeKind(value string) AttributeKind {
	switch strings.ToLower(value) {
	case "true", "false", "yes", "no":
		return BoolAttribute
	}
	if _, err := ParseDecimal(value); err == nil {
		return NumberAttribute
	}
	if _, err := ParseMeasure(value, ""); err == nil {
		return MeasureAttribute
	}
	return TextAttribute
}

func channelInfo(channel, key string) FieldInfo {
	return FieldInfo{
		Name: ChannelField(channel, key), Kind: KindText, Max: maxText,
		get: func(p *Product, _ *Variant) string {
			value, _ := p.ChannelValue(channel, key)
			return value
		},
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			p.SetChannelValue(channel, key, s)
			return nil
		},
	}
}

// listingField is a listing's field before its locale is known.
type listingField struct {
	name Field
	kind Kind
	max  int
	get  func(l *Listing) string
	set  func(l *Listing, s string)
}

var listingFields = []listingField{
	listingText(ListingTitle, KindText, maxLine, func(l *Listing) *string { return &l.Title }),
	listingText(ListingShortTitle, KindText, maxLine, func(l *Listing) *string { return &l.ShortTitle }),
	listingList(ListingSellingPoints, func(l *Listing) *[]string { return &l.SellingPoints }),
	listingText(ListingDescription, KindHTML, maxText, func(l *Listing) *string { return &l.Description }),
	listingList(ListingKeywords, func(l *Listing) *[]string { return &l.Keywords }),
	{name: ListingState, kind: KindState, max: maxCode},
	listingMap(ListingOptions, func(l *Listing) *map[string]string { return &l.Options }),
	listingMap(ListingAttributes, func(l *Listing) *map[string]string { return &l.Attributes }),
}

func listingText(name Field, kind Kind, most int, at func(*Listing) *string) listingField {
	return listingField{
		name, kind, most,
		func(l *Listing) string { return *at(l) }, func(l *Listing, s string) { *at(l) = s },
	}
}

func listingList(name Field, at func(*Listing) *[]string) listingField {
	return listingField{
		name, KindList, maxText,
		func(l *Listing) string { return strings.Join(*at(l), listSeparator) }, func(l *Listing, s string) { *at(l) = SplitList(s) },
	}
}

// listingMap has a text form of lines "source = translation".
func listingMap(name Field, at func(*Listing) *map[string]string) listingField {
	return listingField{
		name, KindList, maxText,
		func(l *Listing) string {
			var lines []string
			for _, source := range slices.Sorted(maps.Keys(*at(l))) {
				lines = append(lines, source+" = "+(*at(l))[source])
			}
			return strings.Join(lines, listSeparator)
		},
		func(l *Listing, s string) {
			*at(l) = nil
			for line := range strings.SplitSeq(s, "\n") {
				source, target, ok := strings.Cut(line, " = ")
				if !ok { // as a person types it
					source, target, ok = strings.Cut(line, "=")
				}
				if ok {
					if *at(l) == nil {
						*at(l) = map[string]string{}
					}
					(*at(l))[strings.TrimSpace(source)] = strings.TrimSpace(target)
				}
			}
		},
	}
}

// listingInfo binds a listing's field to a locale. A text written through it has the
// mark of the defaults: a person's, unless they say where it comes from.
func listingInfo(f listingField, to Locale) FieldInfo {
	if f.name == ListingState {
		return stateInfo(to)
	}
	return FieldInfo{
		Name: f.name.At(to), Level: ListingLevel, Kind: f.kind, Max: f.max,
		get: func(p *Product, _ *Variant) string {
			if l := p.Listing(to); l != nil {
				return f.get(l)
			}
			return ""
		},
		set: func(p *Product, _ *Variant, s string, d Defaults) []Problem {
			if s == "" && p.Listing(to) == nil {
				return nil
			}
			if f.get(p.EnsureListing(to)) != s {
				p.WriteListing(to, f.name, d.mark(), func(l *Listing) { f.set(l, s) })
			}
			return nil
		},
	}
}

// mark is how a text that is written came about.
func (d Defaults) mark() Mark {
	if d.Mark == (Mark{}) {
		return Mark{State: StateTranslated}
	}
	return d.Mark
}

// isIn reports whether a listing has a text in the field, or in its marks what no state is.
func (f listingField) isIn(l *Listing) bool {
	if f.name == ListingState {
		_, unknown := l.unknownState()
		return unknown
	}
	return f.get(l) != ""
}

// unknownState finds a mark whose state is none.
func (l *Listing) unknownState() (State, bool) {
	for _, m := range l.Marks {
		if m.State != StateOmitted && !slices.Contains(States, m.State) {
			return m.State, true
		}
	}
	return "", false
}

// stateInfo is the state of a listing. It is that of its texts; to set it marks them all
// as they are.
func stateInfo(to Locale) FieldInfo {
	name := ListingState.At(to)
	return FieldInfo{
		Name: name, Level: ListingLevel, Kind: KindState, Max: maxCode,
		get: func(p *Product, _ *Variant) string {
			if l := p.Listing(to); l != nil {
				if s, unknown := l.unknownState(); unknown {
					return string(s)
				}
			}
			return string(p.State(to))
		},
		rule: func(p *Product, _ *Variant, _ string) (Problem, bool) {
			if l := p.Listing(to); l != nil {
				if s, ok := l.unknownState(); ok {
					return NewProblem("state-unknown", Blocked, name, "value", string(s)), true
				}
			}
			return Problem{}, false
		},
		set: func(p *Product, _ *Variant, s string, d Defaults) []Problem {
			return p.setState(to, State(s), d.mark())
		},
	}
}

// setState marks all texts of a listing by the word of whoever writes it. A file's word
// for its texts is worth no more than the texts.
func (p *Product) setState(to Locale, state State, by Mark) []Problem {
	name := ListingState.At(to)
	switch have := p.State(to); {
	case state == StateEmpty, state == have && by.State == StateImported:
		return nil
	case by.State == StateImported && slices.Contains(States, state):
		return []Problem{NewProblem("state-of-file", Info, name, "value", string(state))}
	case state != StateDraft && state != StateTranslated && state != StateReviewed:
		return []Problem{NewProblem("state-unknown", Blocked, name, "value", string(state))}
	}
	by.State, by.Accepted = state, state == StateTranslated
	if state == StateDraft {
		by.By = cmp.Or(by.By, "?") // a person's draft, which no machine writes over
	}
	p.MarkListing(to, by)
	return nil
}
