package catalog

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
)

// TextName names a text of a listing: its field and, of options and attributes, the
// text that it translates: "title", "options:Light Wash". A part of a field of several
// texts that has a mark of its own is named by its content; see PartName.
type TextName string

// NameOf is the name of a field's text; part is empty save for options and attributes.
func NameOf(field Field, part string) TextName {
	if part == "" {
		return TextName(field)
	}
	return TextName(string(field) + ":" + part)
}

// PartName names a paragraph of a description or one of the selling points by what it
// says, so that the name stays when paragraphs before it come and go.
func PartName(field Field, text string) TextName {
	return TextName(string(field) + "#" + shortHash(text))
}

// Field is the field that the text belongs to.
func (n TextName) Field() Field {
	if i := strings.IndexAny(string(n), ":#"); i >= 0 {
		return Field(n[:i])
	}
	return Field(n)
}

// Part is the source text of an option or attribute, otherwise empty.
func (n TextName) Part() string {
	_, part, _ := strings.Cut(string(n), ":")
	return part
}

// isPart reports whether the name is one of PartName's.
func (n TextName) isPart() bool {
	i := strings.IndexAny(string(n), ":#")
	return i >= 0 && n[i] == '#'
}

// Mark says how a text of a listing came about. A text without a mark counts as
// imported: where it came from is not known, and no machine writes over it.
type Mark struct {
	State    State
	By       string // who wrote, accepted, reviewed or left it out
	At       string // the day, 2026-11-30
	Accepted bool   // By took the words as they were; otherwise By wrote them
	Source   string // a hash of the text that it was made from; see Product.IsStale
}

// IsMachine reports whether a text is a machine's, which may write it again.
func (m Mark) IsMachine() bool {
	return m.By == "" && (m.State == StateStandard || m.State == StateDraft)
}

// Mark returns how a text of the listing came about. It is the zero mark for a text
// that is not there, unless somebody left it out or it is known to be missing.
func (l *Listing) Mark(n TextName) Mark {
	m, marked := l.Marks[n]
	if l.Text(n) == "" {
		if m.State == StateOmitted {
			return m
		}
		return Mark{}
	}
	if !marked || m.State == StateEmpty || m.State == StateOmitted {
		return Mark{State: StateImported}
	}
	return m
}

// SetMark notes how a text came about. The empty state notes that a text is missing.
func (l *Listing) SetMark(n TextName, m Mark) {
	if l.Marks == nil {
		l.Marks = map[TextName]Mark{}
	}
	l.Marks[n] = m
}

// Unmark forgets the mark of a text, those of its parts, and the words that it does
// without.
func (l *Listing) Unmark(n TextName) {
	l.SetUnused(n.Field(), nil)
	maps.DeleteFunc(l.Marks, func(have TextName, _ Mark) bool {
		return have == n || have.isPart() && have.Field() == Field(n)
	})
	l.dropNoMarks()
}

// SetUnused notes the words that a field does without.
func (l *Listing) SetUnused(f Field, words []string) {
	if len(words) == 0 {
		if delete(l.Unused, f); len(l.Unused) == 0 {
			l.Unused = nil
		}
		return
	}
	if l.Unused == nil {
		l.Unused = map[Field][]string{}
	}
	l.Unused[f] = words
}

// dropNoMarks keeps no empty map, so that equal listings are deeply equal.
func (l *Listing) dropNoMarks() {
	if len(l.Marks) == 0 {
		l.Marks = nil
	}
}

// PartMark returns how a paragraph or point came about: by its own mark, otherwise by
// its field's.
func (l *Listing) PartMark(field Field, text string) Mark {
	if m, ok := l.Marks[PartName(field, text)]; ok {
		return m
	}
	return l.Mark(TextName(field))
}

// HasParts reports whether parts of a field have marks of their own: a person wrote
// some of its text.
func (l *Listing) HasParts(field Field) bool {
	for n := range l.Marks {
		if n.isPart() && n.Field() == field {
			return true
		}
	}
	return false
}

// Text returns a text of the listing; of a list all of its parts, a line each.
func (l *Listing) Text(n TextName) string {
	switch n.Field() {
	case ListingTitle:
		return l.Title
	case ListingShortTitle:
		return l.ShortTitle
	case ListingSellingPoints:
		return strings.Join(l.SellingPoints, listSeparator)
	case ListingDescription:
		return l.Description
	case ListingKeywords:
		return strings.Join(l.Keywords, listSeparator)
	case ListingOptions:
		return l.Options[n.Part()]
	case ListingAttributes:
		return l.Attributes[n.Part()]
	}
	return ""
}

// textFields are the fields of one mark, in the order of reading.
var textFields = []Field{ListingTitle, ListingShortTitle, ListingSellingPoints, ListingDescription, ListingKeywords}

// Names lists the texts that the listing has, then those that are known to be missing
// or were left out.
func (l *Listing) Names() []TextName {
	var names []TextName
	for _, f := range textFields {
		if l.Text(TextName(f)) != "" {
			names = append(names, TextName(f))
		}
	}
	for _, source := range slices.Sorted(maps.Keys(l.Options)) {
		names = append(names, NameOf(ListingOptions, source))
	}
	for _, source := range slices.Sorted(maps.Keys(l.Attributes)) {
		names = append(names, NameOf(ListingAttributes, source))
	}
	var without []TextName
	for n, m := range l.Marks {
		if (m.State == StateEmpty || m.State == StateOmitted) && l.Text(n) == "" {
			without = append(without, n)
		}
	}
	slices.Sort(without)
	return append(names, without...)
}

// IsEmpty reports whether the listing has no text.
func (l *Listing) IsEmpty() bool {
	return l.Title == "" && l.ShortTitle == "" && l.Description == "" && len(l.SellingPoints) == 0 && len(l.Keywords) == 0 && len(l.Options) == 0 && len(l.Attributes) == 0
}

// StateOf is the weakest state of a listing's texts. A title is needed, a description
// where the product has one, and what is marked as missing. A listing that does without
// words of its source is a draft as a whole.
func (p *Product) StateOf(l *Listing) State {
	if l == nil || l.IsEmpty() || p.needs(l, ListingTitle) || p.needs(l, ListingDescription) {
		return StateEmpty
	}
	weakest := StateReviewed
	if len(l.Unused) > 0 {
		weakest = StateDraft
	}
	for _, n := range l.Names() {
		m := l.Mark(n)
		if m.State == StateEmpty && n.Field() == ListingOptions && !p.hasOption(n.Part()) {
			continue // it was missing once
		}
		weakest = weaker(weakest, m.State)
	}
	return weakest
}

// hasOption reports whether an option of the product, or a value of one, is called so.
func (p *Product) hasOption(text string) bool {
	return slices.Contains(p.Options, text) || slices.ContainsFunc(p.Variants, func(v Variant) bool { return slices.Contains(v.Options, text) })
}

// needs reports whether the listing is not whole without a text that it lacks.
func (p *Product) needs(l *Listing, f Field) bool {
	if l.Text(TextName(f)) != "" || l.Mark(TextName(f)).State == StateOmitted {
		return false
	}
	return f == ListingTitle || p.Description != ""
}

// State is the state of the product's listing in a locale.
func (p *Product) State(to Locale) State { return p.StateOf(p.Listing(to)) }

// SourceHash is a short hash of the texts of the product that a text of a listing is
// made from; empty where the text is named by its source and so is never out of date.
func (p *Product) SourceHash(n TextName) string {
	switch n.Field() {
	case ListingTitle, ListingShortTitle:
		return shortHash(p.Title)
	case ListingDescription, ListingSellingPoints:
		return shortHash(p.Description)
	case ListingKeywords:
		return shortHash(strings.Join(p.Tags, listSeparator))
	}
	return ""
}

// IsStale reports whether a text was made from another text than the product has now.
func (p *Product) IsStale(l *Listing, n TextName) bool {
	m := l.Mark(n)
	return m.Source != "" && m.State != StateOmitted && m.Source != p.SourceHash(n)
}

// StaleTexts lists the texts of a listing that were made from older texts.
func (p *Product) StaleTexts(l *Listing) []TextName {
	return slices.DeleteFunc(l.Names(), func(n TextName) bool { return !p.IsStale(l, n) })
}

// SourceChanged reports whether a text of the listing was made from an older text.
func (p *Product) SourceChanged(l *Listing) bool {
	for n := range l.Marks {
		if p.IsStale(l, n) {
			return true
		}
	}
	return false
}

// IsFinished reports whether the listing can go out as it is: no text is missing, a
// draft or out of date.
func (p *Product) IsFinished(l *Listing) bool {
	return l != nil && p.StateOf(l).GoesOut() && !p.SourceChanged(l)
}

// shortHash is 48 bits of a hash, in eight letters.
func shortHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.RawURLEncoding.EncodeToString(sum[:6])
}

// longHash is the form of hash that earlier versions kept.
func longHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// compareMarks orders marks from weak to strong.
func compareMarks(a, b Mark) int {
	accepted := func(m Mark) int {
		if m.Accepted {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(a.State.rank(), b.State.rank()), strings.Compare(string(a.State), string(b.State)), strings.Compare(a.By, b.By),
		strings.Compare(a.At, b.At), cmp.Compare(accepted(a), accepted(b)), strings.Compare(a.Source, b.Source),
	)
}
