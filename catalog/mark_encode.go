package catalog

import (
	"slices"
	"strings"
)

// A catalogue of 10,000 products has 150,000 texts in listings, so marks are kept in
// groups: texts of one mark together, and all options, or attributes, of the commonest
// mark by the name of their field.

// markGroup is texts of one mark.
type markGroup struct {
	State    State      `json:"state,omitempty"`
	By       string     `json:"by,omitempty"`
	At       string     `json:"at,omitempty"`
	Accepted bool       `json:"accepted,omitempty"`
	Source   string     `json:"source,omitempty"`
	Texts    []TextName `json:"texts"`
}

func (g *markGroup) mark() Mark { return Mark{g.State, g.By, g.At, g.Accepted, g.Source} }

// groups are the marks of a listing as they are kept, from weak to strong.
func (l *Listing) groups() []markGroup {
	if len(l.Marks) == 0 {
		return nil
	}
	common := map[Field]Mark{}
	for _, f := range []Field{ListingOptions, ListingAttributes} {
		if m, ok := l.commonMark(f); ok {
			common[f] = m
		}
	}
	var groups []markGroup
	add := func(m Mark, n TextName) {
		i, found := slices.BinarySearchFunc(groups, m, func(g markGroup, m Mark) int { return compareMarks(g.mark(), m) })
		if !found {
			groups = slices.Insert(groups, i, markGroup{State: m.State, By: m.By, At: m.At, Accepted: m.Accepted, Source: m.Source})
		}
		groups[i].Texts = append(groups[i].Texts, n)
	}
	for f, m := range common {
		add(m, TextName(f))
	}
	for n, m := range l.Marks {
		if usual, ok := common[n.Field()]; !ok || usual != m {
			add(m, n)
		}
	}
	for i := range groups {
		slices.Sort(groups[i].Texts)
	}
	return groups
}

// commonMark is the mark that most of a field's texts have. There is none where texts
// are without marks: the name of the field would speak of these too.
func (l *Listing) commonMark(f Field) (Mark, bool) {
	texts := l.Options
	if f == ListingAttributes {
		texts = l.Attributes
	}
	counts := map[Mark]int{}
	var most Mark
	for source := range texts {
		m, marked := l.Marks[NameOf(f, source)]
		if !marked {
			return Mark{}, false
		}
		counts[m]++
		if n := counts[m]; n > counts[most] || n == counts[most] && compareMarks(m, most) < 0 {
			most = m
		}
	}
	return most, counts[most] > 0
}

// setGroups reads what groups wrote.
func (l *Listing) setGroups(groups []markGroup) {
	var common []markGroup
	for i := range groups {
		for _, n := range groups[i].Texts {
			if f := Field(n); f == ListingOptions || f == ListingAttributes {
				common = append(common, markGroup{State: groups[i].State, By: groups[i].By, At: groups[i].At, Accepted: groups[i].Accepted, Source: groups[i].Source, Texts: []TextName{n}})
				continue
			}
			l.SetMark(n, groups[i].mark())
		}
	}
	for i := range common {
		for _, n := range namesOf(Field(common[i].Texts[0]), l) {
			if _, marked := l.Marks[n]; !marked {
				l.SetMark(n, common[i].mark())
			}
		}
	}
}

// storedListing is a listing as it is kept, now or by earlier versions of the program.
type storedListing struct {
	Listing

	State State       `json:"state,omitempty"`
	Marks []markGroup `json:"marks,omitempty"`

	// Of earlier versions: the state of the listing as a whole, a hash of all its
	// sources, and the fields that still had what was suggested.
	Filled     bool     `json:"filled,omitempty"`
	SourceHash string   `json:"source_hash,omitempty"`
	Suggested  []string `json:"suggested,omitempty"`
}

// listing is the listing of a product that was kept.
func (s *storedListing) listing(p *Product) Listing {
	l := s.Listing
	if len(s.Marks) > 0 || s.State == StateImported || s.State == StateEmpty && s.SourceHash == "" && len(s.Suggested) == 0 {
		l.setGroups(s.Marks)
		return l
	}
	for _, n := range l.Names() {
		m := Mark{State: StateTranslated, Source: p.SourceHash(n)}
		switch {
		case s.State == StateReviewed:
			m.State = StateReviewed
		case slices.Contains(s.Suggested, string(n.Field())):
			m.State = StateDraft
		}
		if m.Source != "" && s.SourceHash != "" && s.SourceHash != p.wholeSourceHash() {
			m.Source = s.SourceHash // of which text was changed nothing is known
		}
		l.SetMark(n, m)
	}
	return l
}

// wholeSourceHash is the hash by which earlier versions saw that any source changed.
func (p *Product) wholeSourceHash() string {
	var b strings.Builder
	put := func(parts ...string) {
		for _, s := range parts {
			b.WriteString(s)
			b.WriteByte(0)
		}
	}
	put(p.Title, p.Description, p.Material)
	put(p.Options...)
	for _, a := range p.Attributes {
		put(a.Key, a.Value)
	}
	for _, v := range p.Variants {
		put(v.Options...)
	}
	return longHash(b.String())
}

func (e *encoder) markGroup(g *markGroup) {
	e.text("state", string(g.State))
	e.text("by", g.By)
	e.text("at", g.At)
	if g.Accepted {
		e.key("accepted").boolean(true)
	}
	e.text("source", g.Source)
	encodeTexts(e, "texts", g.Texts)
}

// states writes the state of each text by its name.
func (e *encoder) states(p *Product, l *Listing) {
	if p.SourceChanged(l) {
		e.key("stale").boolean(true)
	}
	names := l.Names()
	for _, f := range []Field{ListingTitle, ListingDescription} {
		if p.needs(l, f) {
			names = append(names, TextName(f))
		}
	}
	if len(names) == 0 {
		return
	}
	e.key("texts").begin('{')
	for _, n := range names {
		e.separate()
		e.string(string(n))
		e.b = append(e.b, ':')
		e.begin('{')
		m := l.Mark(n)
		e.key("state").string(string(m.State))
		e.text("by", m.By)
		e.text("at", m.At)
		if m.Accepted && m.State == StateTranslated {
			e.key("accepted").boolean(true)
		}
		if p.IsStale(l, n) {
			e.key("stale").boolean(true)
		}
		e.end('}')
	}
	e.end('}')
}
