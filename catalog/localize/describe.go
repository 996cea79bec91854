package localize

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/markup"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Kind is what a part of a description is.
type Kind string

// The kinds.
const (
	Point   Kind = "point"
	Row     Kind = "row"     // of the table of attributes
	Caution Kind = "caution" // a warning, allergens, a dose, care, storage
)

// maxParts bounds how many sentences of a description are read, against hostile ones.
const maxParts = 400

// parts reads the description of a product, sentence by sentence. A sentence is said in
// Chinese whole or not at all: half of it would say something different.
func (a *analyser) parts(ctx context.Context, p *catalog.Product) []Text {
	var list []Text
	for _, source := range a.sentencesOf(p) {
		if ctx.Err() != nil || len(list) == maxParts {
			break
		}
		list = append(list, a.part(source))
	}
	return list
}

// sentencesOf are the sentences of a description, and of the attributes that call
// themselves selling points.
func (a *analyser) sentencesOf(p *catalog.Product) []string {
	var list []string
	add := func(text string) {
		for _, at := range a.lex.Sentences(text) {
			list = append(list, text[at.From:at.To])
		}
	}
	for _, paragraph := range markup.Paragraphs(p.Description) {
		add(plain(paragraph.Text))
	}
	for _, attr := range p.Attributes {
		if a.isPoint(attr.Key) {
			add(attr.Value)
		}
	}
	return list
}

func (a *analyser) isPoint(key string) bool {
	low := strings.ToLower(key)
	return slices.ContainsFunc(a.lex.Points, func(word string) bool { return strings.Contains(low, word) })
}

// plain is a paragraph without its inline tags.
func plain(text string) string {
	if !strings.Contains(text, "<") {
		return text
	}
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.TextToken {
			b.WriteString(z.Token().Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// part says one sentence in Chinese, or lists why it cannot be said.
func (a *analyser) part(source string) Text {
	body, _ := a.lex.CutEnd(source)
	if t, ok := a.patterned(source, body); ok {
		return t
	}
	ss := a.analyse(body)
	t := phraseOf(source, ss)
	t.Kind = Point
	if t.Text == "" && len(t.Unused) == 0 {
		t.Segments = compose.WriteClauses(ss) // the same in Chinese: UPF 50
		t.Text = compose.TextOf(t.Segments)
		t.Standard = reviewed(t.Segments)
	}
	if len(t.Unused) == 0 && isPhrase(ss) && len(t.LeftOut) == 0 {
		return t
	}
	if len(t.Unused) == 0 {
		t.Unused = []string{body}
	}
	t.Text, t.Segments, t.Standard, t.Complete = "", nil, false, false
	return t
}

// isPhrase reports whether the stretches name things and their properties and are no
// sentence with a verb, whose Chinese no pattern can be sure of. A phrase that the terms
// have as a whole is one.
func isPhrase(ss []compose.Stretch) bool {
	if len(ss) == 1 && ss[0].Role == compose.ContentRole {
		return true
	}
	content := false
	for _, s := range ss {
		switch {
		case s.Role == compose.UnknownRole:
			return false
		case s.Role == compose.ContentRole && (s.Part == terms.Verb || s.Part == terms.Adverb):
			return false
		case s.Role == compose.FrameRole && s.Part == terms.Predicate:
			return false
		case s.Role == compose.BreakRole && s.Kinds.Has(words.Relative):
			return false
		}
		content = content || s.Role != compose.DroppedRole && s.Role != compose.MarkRole
	}
	return content
}

// sellingPoints are the first parts of a description that can be said.
func sellingPoints(parts []Text) []Text {
	var list []Text
	for _, t := range parts {
		if t.Kind == Point && t.Text != "" && len(list) < maxPoints {
			list = append(list, t)
		}
	}
	return list
}

// described composes the description: the points, the table of attributes, the cautions,
// and the pictures of the English one. Its prose is left out: no rule turns it into good
// Chinese.
func described(p *catalog.Product, parts, attributes []Text) FieldSuggestion {
	f := FieldSuggestion{Field: catalog.ListingDescription, Complete: true}
	var b strings.Builder
	f.list(&b, parts, Point, "<ul>\n", "<li>", "</li>\n", "</ul>\n")
	f.table(&b, p, attributes)
	f.list(&b, parts, Caution, "", "<p>", "</p>\n", "")
	for _, t := range parts {
		f.Complete = f.Complete && t.Text != ""
	}
	if b.Len() > 0 {
		for _, picture := range markup.Pictures(p.Description) {
			b.WriteString("<p>" + picture + "</p>\n")
		}
	}
	f.Text = strings.TrimSuffix(b.String(), "\n")
	return f
}

// list writes the parts of a kind, each between two tags.
func (f *FieldSuggestion) list(b *strings.Builder, parts []Text, kind Kind, before, open, shut, after string) {
	begun := false
	for _, t := range parts {
		if t.Kind != kind {
			continue
		}
		f.Texts = append(f.Texts, t)
		if t.Text == "" {
			continue
		}
		if !begun {
			b.WriteString(before)
			begun = true
		}
		b.WriteString(open + html.EscapeString(t.Text) + shut)
	}
	if begun {
		b.WriteString(after)
	}
}

// table writes the attributes whose names and values are certain, a line each: no
// marketplace refuses that, and a phone shows it.
func (f *FieldSuggestion) table(b *strings.Builder, p *catalog.Product, attributes []Text) {
	for _, row := range rowsOf(p, attributes) {
		t := Text{
			Source: row[0].Source + ": " + row[1].Source, Text: row[0].Text + "：" + row[1].Text, Kind: Row,
			Segments: slices.Concat(row[0].Segments, []compose.Segment{{Text: "：", Origin: compose.Mark}}, row[1].Segments),
			Complete: true, Standard: row[0].Standard && row[1].Standard,
		}
		b.WriteString("<p>" + html.EscapeString(t.Text) + "</p>\n")
		f.Texts = append(f.Texts, t)
	}
}
