package localize

import (
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/markup"
)

// Line is one text of a listing beside its source, as a person goes through them.
type Line struct {
	Field     catalog.Field // of the listing, without its locale
	Part      string        // which text of the field: a number from 1 on, or the source of an option or attribute
	Source    string
	Text      string
	Suggested *Text // nil: nothing is suggested
	Mark      catalog.Mark
	Stale     bool // it was made from another source than there is now

	beside bool // its field has other texts, which may do without it
}

// State is how much the line is worth.
func (l Line) State() catalog.State { return l.Mark.State }

// Is reports whether two lines are the same place of a listing.
func (l Line) Is(other Line) bool { return l.Field == other.Field && l.Part == other.Part }

// Needed reports whether a listing is unfinished without the line.
func (l Line) Needed() bool {
	return l.Field == catalog.ListingTitle || l.Field == catalog.ListingDescription && !l.beside || l.Field == catalog.ListingOptions
}

// CanOmit reports whether a listing can do without the text that the line is of: not
// without a title, and not without options, by which variants are told apart.
func (l Line) CanOmit() bool {
	return l.Field != catalog.ListingTitle && l.Field != catalog.ListingOptions && l.State() != catalog.StateOmitted
}

// Finished reports whether a channel takes the line as it is, or it was left out.
func (l Line) Finished() bool {
	return l.State() == catalog.StateOmitted || l.State().GoesOut() && !l.Stale
}

// Lines are the texts of a product's listing in the locale of a suggestion, in the
// order in which a shopper meets them.
func Lines(p *catalog.Product, s Suggestion) []Line {
	l := p.Listing(s.Locale)
	if l == nil {
		l = &catalog.Listing{Locale: s.Locale}
	}
	m := liner{p: p, l: l, s: s}
	m.one(catalog.ListingTitle, p.Title, l.Title)
	m.one(catalog.ListingShortTitle, p.Title, l.ShortTitle)
	m.points()
	m.description()
	m.sources(catalog.ListingOptions, l.Options)
	m.sources(catalog.ListingAttributes, l.Attributes)
	m.keywords()
	for i := range m.lines {
		m.mark(&m.lines[i])
	}
	return m.lines
}

// liner puts the lines of a listing together.
type liner struct {
	p     *catalog.Product
	l     *catalog.Listing
	s     Suggestion
	lines []Line
}

func (m *liner) add(line Line) { m.lines = append(m.lines, line) }

func (m *liner) suggested(field catalog.Field) []Text {
	if f := m.s.Field(field); f != nil {
		return f.Texts
	}
	if field == catalog.ListingOptions && len(m.s.Fields) == 0 {
		return optionTexts(m.p)
	}
	return nil
}

// optionTexts are the names and values of a product's options, for a locale in which
// nothing can be suggested.
func optionTexts(p *catalog.Product) []Text {
	var l lister
	for i, name := range p.Options {
		l.add(Text{Source: name})
		for _, v := range p.Variants {
			if i < len(v.Options) {
				l.add(Text{Source: v.Options[i]})
			}
		}
	}
	return l.texts
}

// one is a field of one text.
func (m *liner) one(field catalog.Field, source, text string) {
	line := Line{Field: field, Source: source, Text: text}
	if texts := m.suggested(field); len(texts) > 0 {
		line.Suggested = &texts[0]
	}
	m.add(line)
}

// points are the selling points there are, then what could be one besides. A point
// that was suggested knows its source; the rest take those left, in order.
func (m *liner) points() {
	texts := slices.Clone(m.suggested(catalog.ListingSellingPoints))
	from := make([]*Text, max(len(m.l.SellingPoints), len(texts)))
	taken := make([]bool, len(texts))
	for i, point := range m.l.SellingPoints {
		j := slices.IndexFunc(texts, func(t Text) bool { return t.Text == point })
		if j >= 0 && !taken[j] {
			from[i], taken[j] = &texts[j], true
		}
	}
	next := 0
	for i := range from {
		for next < len(texts) && taken[next] {
			next++
		}
		if from[i] == nil && next < len(texts) {
			from[i], taken[next] = &texts[next], true
		}
		line := Line{Field: catalog.ListingSellingPoints, Part: strconv.Itoa(i + 1), Suggested: from[i]}
		if from[i] != nil {
			line.Source = from[i].Source
		}
		if i < len(m.l.SellingPoints) {
			line.Text = m.l.SellingPoints[i]
		}
		m.add(line)
	}
}

// description goes part by part: those of a composed description, or the paragraphs of a
// translation that is built like the English; otherwise it is one text.
func (m *liner) description() {
	if m.p.Description == "" && m.l.Description == "" {
		return
	}
	if m.composed() {
		return
	}
	sources := markup.Paragraphs(m.p.Description)
	texts, alike := make([]markup.Paragraph, len(sources)), true
	if m.l.Description != "" {
		sources, texts, alike = markup.Paired(m.p.Description, m.l.Description)
	}
	if !alike || len(sources) == 0 {
		m.add(Line{Field: catalog.ListingDescription, Source: m.p.Description, Text: m.l.Description, Suggested: m.wholeDescription()})
		return
	}
	for i, source := range sources {
		m.add(Line{Field: catalog.ListingDescription, Part: strconv.Itoa(i + 1), Source: source.Text, Text: texts[i].Text})
	}
}

// wholeDescription is the suggested description where the listing's is built differently.
func (m *liner) wholeDescription() *Text {
	f := m.s.Field(catalog.ListingDescription)
	if f == nil || f.Text == "" {
		return nil
	}
	t := Text{Source: m.p.Description, Text: f.Text, Complete: f.Complete, Standard: f.isStandard()}
	for _, one := range f.Texts {
		t.Segments, t.Unknown, t.Unused = append(t.Segments, one.Segments...), append(t.Unknown, one.Unknown...), append(t.Unused, one.Unused...)
	}
	return &t
}

// composed adds the parts of the suggested description, beside what is in the listing's
// place of each. It reports false where the listing's is built differently.
func (m *liner) composed() bool {
	parts := m.descriptionParts()
	f := m.s.Field(catalog.ListingDescription)
	if len(parts) == 0 {
		return false
	}
	have := make([]markup.Paragraph, len(parts))
	if m.l.Description != "" {
		_, paragraphs, alike := markup.Paired(f.Text, m.l.Description)
		if !alike || len(paragraphs) != len(parts) {
			return false
		}
		have = paragraphs
	}
	for i := range parts {
		m.add(Line{Field: catalog.ListingDescription, Part: strconv.Itoa(i + 1), Source: parts[i].Source, Text: have[i].Text, Suggested: &parts[i]})
	}
	return true
}

// descriptionParts are the texts of the suggested description, in its order.
func (m *liner) descriptionParts() []Text {
	return slices.DeleteFunc(slices.Clone(m.suggested(catalog.ListingDescription)), func(t Text) bool { return t.Text == "" })
}

// sources are the texts of a map: what was suggested, and what is translated besides.
func (m *liner) sources(field catalog.Field, have map[string]string) {
	suggested := m.suggested(field)
	known := map[string]bool{}
	for i := range suggested {
		t := &suggested[i]
		known[t.Source] = true
		m.add(Line{Field: field, Part: t.Source, Source: t.Source, Text: have[t.Source], Suggested: t})
	}
	var others []string
	for source := range have {
		if !known[source] {
			others = append(others, source)
		}
	}
	slices.Sort(others)
	for _, source := range others {
		m.add(Line{Field: field, Part: source, Source: source, Text: have[source]})
	}
}

// keywords are one line: each is short, and together they are what is searched for.
func (m *liner) keywords() {
	if len(m.p.Tags) == 0 && len(m.l.Keywords) == 0 {
		return
	}
	line := Line{Field: catalog.ListingKeywords, Source: strings.Join(m.p.Tags, ", "), Text: strings.Join(m.l.Keywords, "，")}
	if f := m.s.Field(catalog.ListingKeywords); f != nil && f.Text != "" {
		line.Suggested = &Text{Source: line.Source, Text: strings.ReplaceAll(f.Text, "\n", "，"), Complete: f.Complete}
		for _, t := range f.Texts {
			line.Suggested.Segments = append(line.Suggested.Segments, t.Segments...)
		}
	}
	m.add(line)
}

// mark notes how a line's text came about. A paragraph or point may have a mark of its
// own.
func (m *liner) mark(line *Line) {
	n := line.Name()
	if line.Text == "" && m.l.Text(n) != "" {
		line.beside = true // one of several texts, which is not there
		return
	}
	line.Mark = m.l.Mark(n)
	if line.isPart() {
		line.Mark = m.l.PartMark(line.Field, line.Text)
	}
	line.Stale = line.Text != "" && line.Mark.Source != "" && line.Mark.Source != m.p.SourceHash(n)
}

// Name is the name of the text that the line is, or is a part of.
func (l Line) Name() catalog.TextName {
	if l.Field == catalog.ListingOptions || l.Field == catalog.ListingAttributes {
		return catalog.NameOf(l.Field, l.Part)
	}
	return catalog.TextName(l.Field)
}

// isPart reports whether the line is one of several texts of its field.
func (l Line) isPart() bool {
	return l.Part != "" && (l.Field == catalog.ListingSellingPoints || l.Field == catalog.ListingDescription)
}
