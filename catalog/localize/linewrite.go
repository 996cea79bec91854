package localize

import (
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/markup"
)

// WriteLine writes a text into a line of the product's listing as a person does, and
// marks it. The text that is there already is accepted by it. It reports false when the
// listing has no such line any more.
func WriteLine(p *catalog.Product, s Suggestion, line Line, text string, by catalog.Mark) bool {
	lines := Lines(p, s)
	at := slices.IndexFunc(lines, line.Is)
	if at < 0 {
		return false
	}
	text, _ = catalog.CleanText(text)
	if line.Field != catalog.ListingDescription || line.Part != "" {
		text = strings.Join(strings.Fields(text), " ")
	}
	was := lines[at]
	lines[at].Text = text
	by.Accepted = text != "" && (text == was.Text && !was.isPersons() || was.Suggested != nil && text == was.Suggested.Text)
	w := lineWriter{p: p, s: s, lines: lines}
	if line.isPart() {
		w.writePart(was, lines[at], by)
	} else {
		p.WriteListing(s.Locale, line.Field, by, func(l *catalog.Listing) { w.write(l, lines[at]) })
		if text == was.Text {
			p.MarkText(s.Locale, line.Name(), by)
		}
	}
	noteMissing(p, s)
	return true
}

// noteMissing notes which names and values of options have no Chinese and need some.
func noteMissing(p *catalog.Product, s Suggestion) {
	l := p.EnsureListing(s.Locale)
	if l.IsEmpty() {
		return
	}
	for _, line := range Lines(p, s) {
		if line.Field == catalog.ListingOptions && line.Text == "" && line.State() == catalog.StateEmpty && line.Suggested != nil {
			l.SetMark(line.Name(), catalog.Mark{})
		}
	}
}

// isPersons reports whether a person chose the words of a line.
func (l Line) isPersons() bool {
	return !l.Mark.Accepted && (l.Mark.By != "" || l.State() == catalog.StateTranslated || l.State() == catalog.StateReviewed)
}

// writePart writes a paragraph or a point. It gets a mark of its own; once all of the
// field's texts have one, the field has the weakest of them.
func (w lineWriter) writePart(was, line Line, by catalog.Mark) {
	before := w.marks(line.Field, was)
	l := w.p.EnsureListing(w.s.Locale)
	field := catalog.TextName(line.Field)
	mark := l.Mark(field)
	w.write(l, line)
	l.Unmark(field)
	if l.Text(field) == "" {
		return
	}
	by.Source = w.p.SourceHash(field)
	if line.Text != "" {
		before[line.key()] = by
	}
	w.keepMarks(l, line.Field, mark, before)
}

// key tells the lines of a field apart while one of them is written: points move up
// where one is taken out, paragraphs stay.
func (l Line) key() string {
	if l.Field == catalog.ListingSellingPoints {
		return l.Text
	}
	return l.Part
}

// marks are those of a field's lines besides one.
func (w lineWriter) marks(field catalog.Field, without Line) map[string]catalog.Mark {
	marks := map[string]catalog.Mark{}
	for _, other := range w.lines {
		if other.Field == field && other.Text != "" && !other.Is(without) {
			marks[other.key()] = other.Mark
		}
	}
	return marks
}

// keepMarks marks a field and the parts of it that are worth something else. Where the
// field is begun with the line its other texts are a machine's.
func (w lineWriter) keepMarks(l *catalog.Listing, field catalog.Field, whole catalog.Mark, marks map[string]catalog.Mark) {
	n := catalog.TextName(field)
	if whole.State == catalog.StateEmpty {
		whole = machineMark(false, w.p.SourceHash(n))
	}
	lines := slices.DeleteFunc(Lines(w.p, w.s), func(line Line) bool { return line.Field != field || line.Text == "" })
	if m, ok := common(lines, marks, whole); ok {
		whole = m
	}
	l.SetMark(n, whole)
	for _, line := range lines {
		if m, ok := marks[line.key()]; ok && (m.State != whole.State || m.Source != whole.Source || whole.IsMachine()) && m != whole {
			l.SetMark(catalog.PartName(field, line.Text), m)
		}
	}
}

// common is the mark of a field of which each line has got one besides the field's: the
// weakest of them, which is accepted where all are.
func common(lines []Line, marks map[string]catalog.Mark, whole catalog.Mark) (catalog.Mark, bool) {
	accepted := true
	var weakest catalog.Mark
	for i, line := range lines {
		m, ok := marks[line.key()]
		if !ok || m == whole {
			return catalog.Mark{}, false
		}
		accepted = accepted && m.Accepted
		if i == 0 || m.State.WeakerThan(weakest.State) || m.State == weakest.State && m.Source == whole.Source {
			weakest = m
		}
	}
	weakest.Accepted = accepted
	return weakest, len(lines) > 0
}

// lineWriter writes a line among the rest of its field.
type lineWriter struct {
	p     *catalog.Product
	s     Suggestion
	lines []Line
}

func (w lineWriter) write(l *catalog.Listing, line Line) {
	switch line.Field {
	case catalog.ListingTitle:
		l.Title = line.Text
	case catalog.ListingShortTitle:
		l.ShortTitle = line.Text
	case catalog.ListingKeywords:
		l.Keywords = catalog.SplitList(line.Text)
	case catalog.ListingSellingPoints:
		l.SellingPoints = nil
		for _, other := range w.lines {
			if other.Field == line.Field && other.Text != "" {
				l.SellingPoints = append(l.SellingPoints, other.Text)
			}
		}
	case catalog.ListingDescription:
		l.Description = w.description(l.Description, line)
	case catalog.ListingOptions:
		l.Options = withText(l.Options, line)
	case catalog.ListingAttributes:
		l.Attributes = withText(l.Attributes, line)
	}
}

// description is the description with the line's part in it. One that is not begun yet
// begins as what is suggested, otherwise as the source.
func (w lineWriter) description(have string, line Line) string {
	if line.Part == "" {
		return line.Text
	}
	source := w.p.Description
	if f := w.s.Field(catalog.ListingDescription); f != nil && f.Text != "" && (have == "" || built(f.Text, have)) {
		source = f.Text
	}
	if have == "" {
		have = source
	}
	_, paragraphs, _ := markup.Paired(source, have)
	n, err := strconv.Atoi(line.Part)
	if err != nil || n < 1 || n > len(paragraphs) {
		return have
	}
	return paragraphs[n-1].In(have, line.Text)
}

// built reports whether a description is built as the suggested one is.
func built(suggested, have string) bool {
	_, _, alike := markup.Paired(suggested, have)
	return alike
}

func withText(texts map[string]string, line Line) map[string]string {
	if texts == nil {
		texts = map[string]string{}
	}
	texts[line.Part] = line.Text
	if line.Text == "" {
		delete(texts, line.Part)
	}
	return texts
}
