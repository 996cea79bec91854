package catalog

import (
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
	{
		ListingState, KindState, maxCode,
		func(l *Listing) string { return string(l.State) }, func(l *Listing, s string) { l.State = State(s) },
	},
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

// listingInfo binds a listing's field to a locale. A text written through it is
// a person's: it is no suggestion any more, and the listing was made from the
// product's texts as they are now.
func listingInfo(f listingField, to Locale) FieldInfo {
	return FieldInfo{
		Name: f.name.At(to), Level: ListingLevel, Kind: f.kind, Max: f.max,
		get: func(p *Product, _ *Variant) string {
			if l := p.Listing(to); l != nil {
				return f.get(l)
			}
			return ""
		},
		rule: func(_ *Product, _ *Variant, s string) (Problem, bool) { return f.unknownState(to, s) },
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			if wrong, ok := f.unknownState(to, s); ok {
				return []Problem{wrong}
			}
			if s == "" && p.Listing(to) == nil {
				return nil
			}
			if f.get(p.EnsureListing(to)) != s {
				p.WriteListing(to, f.name, func(l *Listing) { f.set(l, s) })
			}
			return nil
		},
	}
}

// unknownState: a listing's state is one of those that there are.
func (f listingField) unknownState(to Locale, s string) (Problem, bool) {
	if f.name != ListingState || slices.Contains([]State{StateEmpty, StateDraft, StateTranslated, StateReviewed}, State(s)) {
		return Problem{}, false
	}
	return NewProblem("state-unknown", Blocked, f.name.At(to), "value", s), true
}

// WriteListing writes into the product's listing in a locale as a person does:
// the field is no suggestion any more, and the listing is of the product's texts
// as they are now.
func (p *Product) WriteListing(to Locale, name Field, write func(*Listing)) {
	l := p.EnsureListing(to)
	write(l)
	l.wroteByHand(p, name)
}

// wroteByHand keeps the listing's state true after a person wrote a field.
func (l *Listing) wroteByHand(p *Product, name Field) {
	l.SourceHash = p.SourceHash()
	if name == ListingState {
		l.stateByHand()
		return
	}
	l.MarkSuggested(string(name), false)
	filled := l.State == StateTranslated || l.State == StateDraft && l.Filled
	l.SetWritten(filled || l.Title != "" && (l.Description != "" || p.Description == ""))
}

// stateByHand: whoever calls a listing translated takes all of its texts as their own.
func (l *Listing) stateByHand() {
	l.Filled = l.Filled && l.State == StateDraft
	if l.State == StateTranslated {
		l.Suggested = nil
	}
}
