package localize

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// maxPoints is how many selling points a listing gets; shops show five.
const maxPoints = 5

// keywords suggests the tags that have Chinese. A shop's tags are half its own
// bookkeeping, so one that is not known makes nothing incomplete and asks nothing.
func (a *analyser) keywords(tags []string) []Text {
	quiet := *a
	quiet.asks = nil
	var texts []Text
	seen := map[string]bool{}
	for _, tag := range tags {
		t := quiet.phrase(tag)
		if !t.Complete || len(t.Unused) > 0 || t.Text == "" || seen[t.Text] {
			continue
		}
		seen[t.Text] = true
		texts = append(texts, t)
	}
	return texts
}

// materialKey is the name under which a product's material is among its attributes.
const materialKey = "Material"

// attributes suggests the keys and values of a product's attributes, and its material.
func (a *analyser) attributes(p *catalog.Product) []Text {
	var l lister
	if p.Material != "" {
		l.add(a.value(p.Material, materialKey))
	}
	for _, attr := range p.Attributes {
		if a.isPoint(attr.Key) {
			continue
		}
		l.add(whole(a.phrase(attr.Key)))
		if attr.Kind == catalog.BoolAttribute {
			l.add(yesNo(attr.Value))
			continue
		}
		l.add(a.value(attr.Value, attr.Key))
	}
	return slices.DeleteFunc(l.texts, func(t Text) bool { return t.Text == "" })
}

// value suggests the value of an attribute.
func (a *analyser) value(value, key string) Text {
	return whole(a.preferring(terms.Part(a.lex.OptionPart(key)), key).phrase(value))
}

// whole is a name or value of a table, or none where a word of it is not certain: a table
// says nothing by halves.
func whole(t Text) Text {
	if len(t.Unused) > 0 {
		t.Text, t.Segments, t.Standard, t.Complete = "", nil, false, false
	}
	return t
}

// preferring is the analyser for texts that are of one part, with the name beside them
// that may decide what an ounce is ("Weight") and what a word means.
func (a *analyser) preferring(part terms.Part, beside string) *analyser {
	b := *a
	b.prefer = part
	if beside == "" {
		return &b
	}
	b.context = append([]string{beside}, a.context...)
	b.named = map[string]bool{string(part): part != ""}
	for _, t := range a.lex.Tokens(beside) {
		if t.Kind == words.WordToken {
			b.named[t.Stem], b.named[t.Low] = true, true
		}
	}
	return &b
}

// rowsOf are the attributes whose name and value have Chinese, in order: the material
// first.
func rowsOf(p *catalog.Product, attributes []Text) [][2]Text {
	known := map[string]Text{}
	for _, t := range attributes {
		known[t.Source] = t
	}
	var rows [][2]Text
	add := func(key Text, value string) {
		v, ok := known[value]
		if !ok && !strings.ContainsFunc(value, words.IsLetter) && value != "" {
			v, ok = Text{Source: value, Text: value, Complete: true, Standard: true}, true // a number is the same in Chinese
		}
		if key.Text != "" && ok && len(key.Unused) == 0 {
			rows = append(rows, [2]Text{key, v})
		}
	}
	if p.Material != "" {
		add(Text{Source: materialKey, Text: "材质", Standard: true, Segments: []compose.Segment{{Source: materialKey, Text: "材质", Origin: compose.FromTerm}}}, p.Material)
	}
	for _, attr := range p.Attributes {
		add(known[attr.Key], attr.Value)
	}
	return rows
}

func yesNo(value string) Text {
	chinese := "否"
	if low := strings.ToLower(value); low == "true" || low == "yes" {
		chinese = "是"
	}
	return Text{Source: value, Text: chinese, Segments: []compose.Segment{{Source: value, Text: chinese, Origin: compose.FromTerm}}, Complete: true, Standard: true}
}

// lister collects texts, each source once.
type lister struct {
	texts []Text
	seen  map[string]bool
}

func (l *lister) add(t Text) {
	if l.seen == nil {
		l.seen = map[string]bool{}
	}
	if t.Source == "" || l.seen[t.Source] || t.Text == "" && t.Complete {
		return
	}
	l.seen[t.Source] = true
	l.texts = append(l.texts, t)
}
