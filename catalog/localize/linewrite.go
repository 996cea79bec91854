package localize

import (
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/markup"
)

// WriteLine writes a text into a line of the product's listing as a person does,
// and brings the listing's state up to date. It reports false when the listing has
// no such line any more.
func WriteLine(p *catalog.Product, s Suggestion, line Line, text string) bool {
	lines := Lines(p, s)
	at := slices.IndexFunc(lines, line.Is)
	if at < 0 {
		return false
	}
	text, _ = catalog.CleanText(text)
	if line.Field != catalog.ListingDescription || line.Part != "" {
		text = strings.Join(strings.Fields(text), " ")
	}
	lines[at].Text = text
	w := lineWriter{p: p, s: s, lines: lines}
	p.WriteListing(s.Locale, line.Field, func(l *catalog.Listing) { w.write(l, lines[at]) })
	updateState(p, s)
	return true
}

// updateState makes a listing's state what its lines say.
func updateState(p *catalog.Product, s Suggestion) {
	l, lines := p.Listing(s.Locale), Lines(p, s)
	switch {
	case !slices.ContainsFunc(lines, func(l Line) bool { return l.Text != "" }):
		l.State, l.Filled = catalog.StateEmpty, false
	case slices.ContainsFunc(lines, func(l Line) bool { return l.Needed() && !l.Finished() }):
		l.SetWritten(false)
	default:
		l.SetWritten(true)
	}
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
