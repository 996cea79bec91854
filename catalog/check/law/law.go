package law

import (
	"cmp"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
)

// Match is words of a text that offend against a rule.
type Match struct {
	Start, End int // bytes of the text
	entry      *entry
}

// span is what an entry matched, in characters of the folded text.
type span struct {
	start, end int
	entry      *entry
}

// Find finds the words of a text that offend against the rules for a category: from left
// to right, of those that begin together the longest, and none within another.
func (t *Tables) Find(text string, isHTML bool, c Category) []Match {
	r := reader{folded: t.fold(text, isHTML), category: c}
	for i := range r.runes {
		r.start = i
		for _, start := range t.starts {
			if child := start.next[r.runes[i]]; child != nil {
				child.walk(&r, i+1, joined)
			}
			if len(start.special) > 0 && (i == 0 || r.joints[i] != joined || !isASCIIWord(r.runes[i-1])) {
				start.walkSpecial(&r, i)
			}
		}
	}
	terms := slices.DeleteFunc(r.terms, func(s span) bool { return slices.ContainsFunc(r.contexts, s.isHarmlessIn) })
	return r.matches(longest(terms))
}

// reader is a text that is looked through, and what was found in it.
type reader struct {
	*folded

	category        Category
	start           int // where what is being matched began
	terms, contexts []span
}

// report notes what an entry matched.
func (r *reader) report(e *entry, end int) {
	switch {
	case !e.appliesTo(r.category):
	case e.kind != term:
		r.contexts = append(r.contexts, span{r.start, end, e})
	case r.isWhole(r.start, end):
		r.terms = append(r.terms, span{r.start, end, e})
	}
}

// isWhole reports whether a match does not begin or end within a word or number in Latin
// letters: no1 is not in piano10.
func (f *folded) isWhole(start, end int) bool {
	if start > 0 && isASCIIWord(f.runes[start]) && isASCIIWord(f.runes[start-1]) && f.joints[start] == joined {
		return false
	}
	return end == start || end == len(f.runes) || !isASCIIWord(f.runes[end]) || !isASCIIWord(f.runes[end-1]) || f.joints[end] != joined
}

// isHarmlessIn reports whether a term is harmless in a context.
func (s span) isHarmlessIn(context span) bool {
	if context.start <= s.start && s.end <= context.end {
		return true
	}
	return context.entry.kind == cuts &&
		(context.start < s.start && s.start < context.end && context.end < s.end ||
			s.start < context.start && context.start < s.end && s.end < context.end)
}

// longest leaves of spans that share characters the leftmost, and of these the longest.
// Of the same characters the gravest counts.
func longest(list []span) []span {
	slices.SortStableFunc(list, func(a, b span) int {
		return cmp.Or(a.start-b.start, b.end-a.end, cmp.Compare(rank[b.entry.severity], rank[a.entry.severity]))
	})
	end := 0
	return slices.DeleteFunc(list, func(s span) bool {
		within := s.start < end
		end = max(end, s.end)
		return within
	})
}

var rank = map[catalog.Severity]int{catalog.Info: 1, catalog.Warning: 2, catalog.Blocked: 3}

func (f *folded) matches(list []span) []Match {
	matches := make([]Match, len(list))
	for i, s := range list {
		matches[i] = Match{f.at[s.start], f.to[s.end-1], s.entry}
	}
	return matches
}

// Check returns what is wrong with the Chinese texts of a product.
func (t *Tables) Check(p *catalog.Product) []catalog.Problem {
	var problems []catalog.Problem
	category := Category("")
	for i := range p.Listings {
		l := &p.Listings[i]
		if !check.IsChinese(l.Locale) {
			continue
		}
		if category == "" {
			category = t.CategoryOf(p)
		}
		for _, text := range check.Texts(p, l) {
			problems = append(problems, t.CheckText(text, category)...)
		}
	}
	return problems
}

// CheckText returns what is wrong with one text of a product of a category: a problem
// for each word, however often it is there.
func (t *Tables) CheckText(text check.Text, c Category) []catalog.Problem {
	var problems []catalog.Problem
	matches := t.Find(text.Body, text.HTML, c)
	seen := map[string]bool{}
	for _, m := range matches {
		words := plain(text.Body[m.Start:m.End])
		if key := words + "\x00" + m.entry.rule.name; !seen[key] {
			seen[key] = true
			problems = append(problems, m.problem(text, words, matches))
		}
	}
	return problems
}

// problem says what is wrong with a match, and proposes the whole text without it.
func (m Match) problem(text check.Text, words string, all []Match) catalog.Problem {
	e := m.entry
	p := text.Problem("law-"+e.rule.name, e.severity,
		"words", words, "article", e.rule.article, "source", e.Source, "checked", e.Checked)
	if e.rewords && !strings.Contains(text.Body[m.Start:m.End], "<") {
		p.Fix = reword(text.Body, words, all)
	}
	return p
}

// reword writes the words that are proposed instead wherever the same words offend.
func reword(text, words string, all []Match) string {
	var b strings.Builder
	end := 0
	for _, m := range all {
		if plain(text[m.Start:m.End]) != words {
			continue
		}
		b.WriteString(text[end:m.Start])
		b.WriteString(m.entry.reword)
		end = m.End
	}
	b.WriteString(text[end:])
	return tidy(b.String())
}

// tidy takes away the signs that are left over where words were taken out.
func tidy(s string) string {
	for _, pair := range [][2]string{{"  ", " "}, {"，，", "，"}, {"、、", "、"}, {"，。", "。"}, {"！！", "！"}, {">，", ">"}, {">。", ">"}, {">！", ">"}} {
		s = strings.ReplaceAll(s, pair[0], pair[1])
	}
	return strings.TrimLeft(strings.TrimSpace(s), "，。、！")
}

// plain is a stretch of a text without its tags, for a person to read.
func plain(s string) string {
	for {
		from := strings.IndexByte(s, '<')
		to := strings.IndexByte(s, '>')
		if from < 0 || to < from {
			return s
		}
		s = s[:from] + s[to+1:]
	}
}
