package localize

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
)

// maxPoints is how many selling points a listing gets; shops show five.
const maxPoints = 5

// points suggests selling points from the items of the description's lists, or
// from attributes that call themselves so. A point that cannot be said in
// Chinese is reported but left empty: half a sentence sells nothing.
func (a *analyser) points(p *catalog.Product, fromList []string) []Text {
	if len(fromList) == 0 {
		for _, attr := range p.Attributes {
			key := strings.ToLower(attr.Key)
			if slices.ContainsFunc(a.lex.Points, func(word string) bool { return strings.Contains(key, word) }) {
				fromList = append(fromList, attr.Value)
			}
		}
	}
	var texts []Text
	for _, source := range fromList[:min(len(fromList), maxPoints)] {
		t := a.point(source)
		texts = append(texts, t)
	}
	return texts
}

// point suggests a selling point. One that is the same in Chinese, such as UPF
// 50, is written as it is; one of which the law leaves only a fragment is not.
func (a *analyser) point(source string) Text {
	ss, analysed := a.said[source]
	if !analysed {
		ss = a.analyse(source)
	}
	t := phraseOf(source, ss)
	switch {
	case !t.Complete || len(t.LeftOut) > 0:
		t.Text, t.Segments = "", nil
	case t.Text == "":
		t.Segments = compose.WriteClauses(ss)
		t.Text = compose.TextOf(t.Segments)
	}
	return t
}

// keywords suggests the tags that have Chinese. A shop's tags are half its own
// bookkeeping, so one that is not known makes nothing incomplete.
func (a *analyser) keywords(tags []string) []Text {
	var texts []Text
	seen := map[string]bool{}
	for _, tag := range tags {
		t := a.phrase(tag)
		if !t.Complete || t.Text == "" || seen[t.Text] {
			continue
		}
		seen[t.Text] = true
		texts = append(texts, t)
	}
	return texts
}

// attributes suggests the keys and values of a product's attributes, and its material.
func (a *analyser) attributes(p *catalog.Product) []Text {
	var l lister
	l.add(a.preferring(terms.Material, "").phrase(p.Material))
	for _, attr := range p.Attributes {
		l.add(a.phrase(attr.Key))
		if attr.Kind == catalog.BoolAttribute {
			l.add(yesNo(attr.Value))
			continue
		}
		l.add(a.preferring(terms.Part(a.lex.OptionPart(attr.Key)), attr.Key).phrase(attr.Value))
	}
	return l.texts
}

// preferring is the analyser for texts that are of one part, with a word beside
// them that may decide what an ounce is: "Weight".
func (a *analyser) preferring(part terms.Part, beside string) *analyser {
	b := *a
	b.prefer = part
	if beside != "" {
		b.context = append([]string{beside}, a.context...)
	}
	return &b
}

func yesNo(value string) Text {
	chinese := "否"
	if low := strings.ToLower(value); low == "true" || low == "yes" {
		chinese = "是"
	}
	return Text{Source: value, Text: chinese, Segments: []compose.Segment{{Source: value, Text: chinese, Origin: compose.FromTerm}}, Complete: true}
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
