package localize

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/titles"
	"tradewind.app/catalog/localize/words"
)

// Limits are the lengths that titles are fitted to, in bytes of GBK. 0 is none.
type Limits struct {
	Title      int
	ShortTitle int
}

// DefaultLimits are Taobao's and Tmall's: 60 bytes, thirty Chinese characters
// (publish schema, maxLengthRule value=60 unit=byte, read November 2026). Their
// short title takes about half; no document of theirs gives the figure.
var DefaultLimits = Limits{Title: 60, ShortTitle: 30}

// Text is one suggested text with all that explains it.
type Text struct {
	Source   string            `json:"source"`
	Text     string            `json:"text"`               // empty where nothing worth writing is known
	Segments []compose.Segment `json:"segments,omitempty"` // joined they are Text, save in a description, whose tags are in none
	Dropped  []compose.Segment `json:"dropped,omitempty"`  // what did not fit into the limit
	LeftOut  []compose.Segment `json:"left_out,omitempty"` // words that are not written, with the rule against them
	Unknown  []string          `json:"unknown,omitempty"`  // the words the term base does not know, lower case
	Complete bool              `json:"complete"`           // no word is left untranslated
	Unused   []string          `json:"unused,omitempty"`   // words of the source that are not in the text, because nobody knows what they mean here
	Standard bool              `json:"standard,omitempty"` // composed of what is certain, in reviewed words
	Kind     Kind              `json:"kind,omitempty"`     // of a part of the description
}

// FieldSuggestion is what is suggested for one field of a listing.
type FieldSuggestion struct {
	Field    catalog.Field `json:"field"`
	Text     string        `json:"text"`  // the field's whole text: HTML for a description, a line each for lists and maps
	Texts    []Text        `json:"texts"` // its texts: one for a title, one for each point, keyword, option or block
	Complete bool          `json:"complete"`
}

// Suggestion is a whole listing proposed for a product.
type Suggestion struct {
	Locale    catalog.Locale    `json:"locale"`
	Fields    []FieldSuggestion `json:"fields"`
	Questions []Question        `json:"questions,omitempty"` // what only the owner can say
}

// Field returns the suggestion for a field, or nil.
func (s *Suggestion) Field(name catalog.Field) *FieldSuggestion {
	for i := range s.Fields {
		if s.Fields[i].Field == name {
			return &s.Fields[i]
		}
	}
	return nil
}

// Suggest proposes a listing in a locale. It changes nothing; see Apply. It
// fails for a locale it cannot write and when ctx ends.
func Suggest(ctx context.Context, p *catalog.Product, to catalog.Locale, language *Language, limits Limits) (Suggestion, error) {
	switch to {
	case catalog.SimplifiedChinese:
		return suggest(ctx, p, language, limits)
	case catalog.TraditionalChinese:
		s, err := suggest(ctx, p, language, limits)
		if err == nil {
			err = language.traditional(&s)
		}
		return s, err
	}
	return Suggestion{}, fmt.Errorf("no suggestions in %q", to)
}

// suggest proposes a listing in Simplified Chinese.
func suggest(ctx context.Context, p *catalog.Product, language *Language, limits Limits) (Suggestion, error) {
	a := newAnalyser(p, language)
	s := Suggestion{Locale: catalog.SimplifiedChinese}
	title, short := a.titles(p.Title, limits)
	s.add(catalog.ListingTitle, title)
	s.add(catalog.ListingShortTitle, short)
	parts := a.parts(ctx, p)
	attributes := a.attributes(p)
	s.add(catalog.ListingSellingPoints, sellingPoints(parts)...)
	s.Fields = append(s.Fields, described(p, parts, attributes))
	s.add(catalog.ListingKeywords, a.keywords(p.Tags)...)
	s.add(catalog.ListingOptions, a.options(p)...)
	s.add(catalog.ListingAttributes, attributes...)
	s.Questions = a.asks.list
	return s, ctx.Err()
}

func newAnalyser(p *catalog.Product, l *Language) *analyser {
	a := &analyser{
		tb: l.terms, lex: l.lex, units: l.units, senses: l.senses, sentences: l.sentences, sizes: l.sizes, answers: l.answers, field: terms.FieldOf(l.lex, p),
		brand: l.lex.Words(p.Brand), context: []string{p.Title, p.Category + " " + p.Type}, near: map[string]bool{}, asks: &asked{},
	}
	a.texts = []string{p.Title, p.Category, p.Type}
	for _, text := range a.context {
		for _, t := range l.lex.Tokens(text) {
			a.near[t.Stem] = true
		}
	}
	if !a.field.Known() {
		a.field = a.fieldByTitle(p.Title)
	}
	a.fieldKey = a.field.Key()
	return a
}

// fieldByTitle is the field of the last noun of a title's first clause, for a product
// whose category says nothing: English puts the thing itself last.
func (a *analyser) fieldByTitle(title string) terms.Field {
	ts := a.lex.Tokens(title)
	field := a.field
	for i := 0; i < len(ts); {
		if a.lex.Signs.Breaks[ts[i].Text] != "" && field.Known() {
			break
		}
		h, ok := a.tb.Find(ts[i:], terms.Wanted{Part: terms.Noun, Field: a.field})
		if !ok {
			i++
			continue
		}
		if h.Term.Part == terms.Noun && h.Term.Weight == terms.MaxWeight && h.Term.Category != "" {
			main, _, _ := strings.Cut(h.Term.Category, ",") // the first is where it belongs: slippers are sold as homewares too
			field = a.field.With(main)
		}
		i += h.Words
	}
	return field
}

// add puts a field's texts together.
func (s *Suggestion) add(name catalog.Field, texts ...Text) {
	f := FieldSuggestion{Field: name, Texts: texts, Complete: true}
	var lines []string
	for _, t := range texts {
		f.Complete = f.Complete && t.Complete
		switch {
		case t.Text == "":
		case name == catalog.ListingOptions || name == catalog.ListingAttributes:
			lines = append(lines, t.Source+" = "+t.Text)
		default:
			lines = append(lines, t.Text)
		}
	}
	f.Text = strings.Join(lines, "\n")
	s.Fields = append(s.Fields, f)
}

// titles suggests a title and a short one.
func (a *analyser) titles(source string, limits Limits) (long, short Text) {
	ss := a.asking().analyse(source)
	for i := range ss {
		ss[i].Text = encodable(ss[i].Text)
	}
	certain := titles.Certain(ss)
	t := Text{Source: source, LeftOut: leftOut(ss), Unknown: unknown(ss), Unused: certain.Unused, Complete: len(certain.Unused) == 0}
	return fitted(t, certain, limits.Title), fitted(t, certain, limits.ShortTitle)
}

// fitted is a title in limit bytes of GBK. One without any Chinese is no title.
func fitted(t Text, certain titles.Sure, limit int) Text {
	if certain.Standing == titles.None {
		return t
	}
	t.Segments, t.Dropped = titles.Fit(titles.Blocks(certain.Words), limit)
	t.Standard = certain.Standing == titles.Standard && reviewed(t.Segments)
	return t.written()
}

// asking is the analyser for texts without which a listing is not whole: it asks about
// every word in them.
func (a *analyser) asking() *analyser {
	b := *a
	b.needed = true
	return &b
}

// encodable replaces what GBK cannot encode, where a replacement is known: titles
// go into feeds in that charset.
func encodable(s string) string {
	fitted, _ := catalog.GBK.Fit(s)
	return fitted
}

// phrase suggests a short text that no limit applies to: an option, a tag.
func (a *analyser) phrase(source string) Text { return phraseOf(source, a.analyse(source)) }

func phraseOf(source string, ss []compose.Stretch) Text {
	t := Text{Source: source, Segments: compose.WriteClauses(ss), LeftOut: leftOut(ss), Unknown: unknown(ss), Unused: unsure(ss), Complete: complete(ss)}
	t.Standard = len(t.Unused) == 0 && reviewed(t.Segments)
	return t.written()
}

// written sets the text, or empties what would not be Chinese.
func (t Text) written() Text {
	if t.Text = compose.TextOf(t.Segments); !hasHan(t.Text) {
		t.Text, t.Segments, t.Standard = "", nil, false
	}
	return t
}

// reviewed reports whether somebody vouches for each part of a text.
func reviewed(segments []compose.Segment) bool {
	return !slices.ContainsFunc(segments, func(s compose.Segment) bool { return s.Doubt != compose.Certain })
}

// unsure lists the words of which nobody knows what they mean here.
func unsure(ss []compose.Stretch) []string {
	var list []string
	for _, s := range ss {
		if s.Role != compose.DroppedRole && s.Doubt != compose.Certain && s.Doubt != compose.Unreviewed {
			list = append(list, s.Source)
		}
	}
	return list
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) || r == '℃' })
}

func complete(ss []compose.Stretch) bool {
	for _, s := range ss {
		if s.Role == compose.UnknownRole {
			return false
		}
	}
	return true
}

// unknown lists the words that a term would help with; no term makes a that or
// an is of a sentence Chinese.
func unknown(ss []compose.Stretch) []string {
	var list []string
	for _, s := range ss {
		if word := strings.ToLower(s.Source); s.Role == compose.UnknownRole && !s.Kinds.Has(words.Sentence) {
			list = append(list, word)
		}
	}
	return list
}

// leftOut lists the words that are not written because of a rule.
func leftOut(ss []compose.Stretch) []compose.Segment {
	var list []compose.Segment
	for _, s := range ss {
		if s.Role == compose.DroppedRole && s.Note != "" {
			list = append(list, s.Segment)
		}
	}
	return list
}
