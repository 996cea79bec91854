package review

import (
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// Outcome is what becomes of an answer.
type Outcome string

// The outcomes.
const (
	New      Outcome = "new"      // the text is written, or becomes reviewed
	Same     Outcome = "same"     // it is so already
	Conflict Outcome = "conflict" // the Chinese was changed here since
	Stale    Outcome = "stale"    // the English was changed here since
	Refused  Outcome = "refused"  // a rule forbids the text
	Gone     Outcome = "gone"     // the product or the text is not there any more
	Comment  Outcome = "comment"  // there is a comment and nothing more
)

// Outcomes lists them, what changes something first.
var Outcomes = []Outcome{New, Same, Conflict, Stale, Refused, Gone, Comment}

// Taken is what became of an answer in one product.
type Taken struct {
	Answer  int // its index
	Line    localize.Line
	Text    string // what the line becomes
	Outcome Outcome
}

// Taker compares answers with products, one product after the other.
type Taker struct {
	answers   Answers
	mark      catalog.Mark
	values    map[valueKey]int
	sources   map[sourceKey][]int // values by their English alone
	byProduct map[catalog.ID][]int
}

type valueKey struct {
	field       catalog.Field
	source, was string
}

type sourceKey struct {
	field  catalog.Field
	source string
}

// NewTaker makes a taker of answers.
func NewTaker(a Answers) *Taker {
	t := &Taker{
		answers: a, mark: catalog.Mark{State: catalog.StateReviewed, By: a.Reader, At: a.Saved},
		values: map[valueKey]int{}, sources: map[sourceKey][]int{}, byProduct: map[catalog.ID][]int{},
	}
	for i, one := range a.List {
		if one.Product != "" {
			t.byProduct[one.Product] = append(t.byProduct[one.Product], i)
			continue
		}
		t.values[valueKey{one.Field, one.Source, one.Was}] = i
		t.sources[sourceKey{one.Field, one.Source}] = append(t.sources[sourceKey{one.Field, one.Source}], i)
	}
	return t
}

// Products are the products that answers name.
func (t *Taker) Products() []catalog.ID {
	var ids []catalog.ID
	for id := range t.byProduct {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// HasValues reports whether there are answers about values, which any product may have.
func (t *Taker) HasValues() bool { return len(t.values) > 0 }

// Plan says what becomes of the answers in a product as it is. Nothing is written.
func (t *Taker) Plan(p *catalog.Product, s localize.Suggestion) []Taken {
	lines := localize.Lines(p, s)
	var taken []Taken
	for _, i := range t.byProduct[p.ID] {
		taken = append(taken, t.ofProduct(i, lines)...)
	}
	if t.HasValues() {
		for _, line := range lines {
			taken = append(taken, t.ofValues(line)...)
		}
	}
	return taken
}

// Write writes the answers that apply into a product.
func (t *Taker) Write(p *catalog.Product, s localize.Suggestion, taken []Taken) {
	for _, one := range taken {
		if one.Outcome == New {
			localize.WriteLine(p, s, one.Line, one.Text, t.mark)
		}
	}
}

// ofProduct is what becomes of an answer about one text of a product.
// and about the paragraph that repeats it.
func (t *Taker) ofProduct(i int, lines []localize.Line) []Taken {
	a := t.answers.List[i]
	line, ok := lineOf(a, lines)
	switch {
	case !ok:
		return []Taken{{Answer: i, Outcome: Gone}}
	case a.Verdict == NoVerdict:
		return []Taken{{Answer: i, Line: line, Outcome: Comment}}
	}
	text := line.Text
	if a.Verdict == Better {
		text = a.Text
	}
	taken := []Taken{{i, line, text, outcome(a, line, text)}}
	if a.Field != catalog.ListingSellingPoints || taken[0].Outcome != New {
		return taken
	}
	for _, other := range lines {
		isTwin := other.Field == catalog.ListingDescription && hashOf(other.Source) == a.Source && hashOf(other.Text) == a.Was
		if isTwin && canShare(other) && isOpen(other) {
			taken = append(taken, Taken{i, other, text, New})
		}
	}
	return taken
}

func outcome(a Answer, line localize.Line, text string) Outcome {
	isShown := hashOf(line.Text) == a.Was
	switch {
	case line.State() == catalog.StateReviewed && !line.Stale && line.Text == text && (isShown || a.Verdict == Better):
		return Same
	case hashOf(line.Source) != a.Source:
		return Stale
	case !isShown && (a.Verdict == Right || line.Text != text):
		return Conflict
	}
	return New
}

// lineOf is the line that an answer is about. A point or paragraph may have moved.
func lineOf(a Answer, lines []localize.Line) (localize.Line, bool) {
	at := -1
	for i, line := range lines {
		if line.Field != a.Field {
			continue
		}
		isNamed, isShown := line.Part == a.Part, hashOf(line.Text) == a.Was
		moves := a.Field == catalog.ListingSellingPoints || a.Field == catalog.ListingDescription
		switch {
		case isNamed && isShown:
			return line, true
		case isNamed && at < 0, moves && isShown && line.Text != "":
			at = i
		}
	}
	if at < 0 || lines[at].Text == "" && !lines[at].Needed() {
		return localize.Line{}, false
	}
	return lines[at], true
}

// ofValues is what becomes of the answers about the value that a line is. A person's own
// words stay.
func (t *Taker) ofValues(line localize.Line) []Taken {
	if !canShare(line) {
		return nil
	}
	source := hashOf(line.Source)
	if i, ok := t.values[valueKey{kindOf(line.Field), source, hashOf(line.Text)}]; ok && isOpen(line) {
		a := t.answers.List[i]
		switch a.Verdict {
		case NoVerdict:
			return []Taken{{i, line, "", Comment}}
		case Better:
			return []Taken{{i, line, a.Text, New}}
		}
		return []Taken{{i, line, line.Text, New}}
	}
	var taken []Taken
	for _, i := range t.sources[sourceKey{kindOf(line.Field), source}] {
		a, o := t.answers.List[i], Conflict
		if line.State() == catalog.StateReviewed && (line.Text == a.Text || a.Verdict == Right && hashOf(line.Text) == a.Was) {
			o = Same
		}
		taken = append(taken, Taken{i, line, a.Text, o})
	}
	return taken
}
