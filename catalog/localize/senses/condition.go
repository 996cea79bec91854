package senses

import (
	"strings"

	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Around is where a word is met.
type Around struct {
	Tokens   []words.Token
	From, To int // the word's tokens
	Field    terms.Field
	Near     map[string]bool // the stems of the product's title, type and category
	Options  map[string]bool // what the option or attribute is called whose value this is; empty elsewhere
}

// condition is one thing that must be so, or must not.
type condition struct {
	kind  string
	words map[string]bool // stems, of next, prev, near
	value string          // of field and option
	not   bool
}

// test is a list of conditions that must all hold.
type test []condition

// strength says how much a condition decides when it holds: the words beside a word say
// more of its sense than the category of the goods.
var strength = map[string]int{
	"next": 12, "prev": 12, "next2": 10, "prev2": 10, "measure": 8, "number": 8, "option": 8, "last": 4, "first": 4, "near": 3, "field": 2,
}

func (t *Table) parseTest(cell string) (test, error) {
	var list test
	for part := range strings.SplitSeq(cell, "+") {
		rest, not := strings.CutPrefix(part, "!")
		kind, values, hasValues := strings.Cut(rest, ":")
		c := condition{kind: kind, value: values, not: not}
		if strength[kind] == 0 {
			return nil, table.Unknown("condition", part)
		}
		bare := kind == "measure" || kind == "number" || kind == "last" || kind == "first"
		if bare == hasValues || hasValues && values == "" {
			return nil, table.Unknown("condition", part)
		}
		if kind == "field" {
			if err := t.knowsFields(values); err != nil {
				return nil, err
			}
		}
		if hasValues && kind != "field" && kind != "option" {
			c.words = map[string]bool{}
			for w := range strings.SplitSeq(values, ",") {
				c.words[t.lex.JoinStems(t.lex.Words(w))] = true
			}
		}
		list = append(list, c)
	}
	return list, nil
}

func (t *Table) knowsFields(values string) error {
	for field := range strings.SplitSeq(values, ",") {
		if t.lex.Fields[field] == nil {
			return table.Unknown("field", field)
		}
	}
	return nil
}

// score is how surely the sense is meant, or 0 when no condition holds.
func (s Sense) score(t *Table, at Around) int {
	best := 0
	for _, conditions := range s.when {
		sum := 1 // a test of denials alone holds, weakly
		for _, c := range conditions {
			if t.holds(c, at) == c.not {
				sum = 0
				break
			}
			if !c.not {
				sum += strength[c.kind]
			}
		}
		best = max(best, sum)
	}
	return best
}

func (t *Table) holds(c condition, at Around) bool {
	switch c.kind {
	case "field":
		return at.Field.Is(c.value)
	case "option":
		for name := range strings.SplitSeq(c.value, ",") {
			if at.Options[name] {
				return true
			}
		}
		return false
	case "near":
		for w := range c.words {
			if at.Near[w] {
				return true
			}
		}
		return false
	case "next", "next2":
		return at.has(c.words, at.To, reach(c.kind))
	case "prev", "prev2":
		return at.has(c.words, at.From-1, -reach(c.kind))
	case "measure", "number":
		return at.behindNumber(c.kind == "measure")
	case "last":
		return at.ends(t.lex, at.To)
	case "first":
		return at.From == 0 || at.isBoundary(t.lex, at.From-1)
	}
	return false
}

// reach is how far a condition looks: next2 is within two words.
func reach(kind string) int {
	if strings.HasSuffix(kind, "2") {
		return 2
	}
	return 1
}

// has reports whether one of the stems is among the tokens from i on, steps far, in the
// direction of its sign.
func (a Around) has(stems map[string]bool, i, steps int) bool {
	step := 1
	if steps < 0 {
		step = -1
	}
	for ; steps != 0 && i >= 0 && i < len(a.Tokens); i, steps = i+step, steps-step {
		if a.Tokens[i].Kind == words.SignToken && a.Tokens[i].Text != "&" {
			return false
		}
		if stems[a.Tokens[i].Stem] {
			return true
		}
	}
	return false
}

// behindNumber reports whether the word is right behind a number, or behind a number
// with a short word that is its unit.
func (a Around) behindNumber(unit bool) bool {
	i := a.From - 1
	if !unit {
		return i >= 0 && a.Tokens[i].Kind == words.NumberToken
	}
	if i >= 1 && (a.Tokens[i].Kind == words.WordToken && len(a.Tokens[i].Text) <= 5 || a.Tokens[i].Kind == words.SignToken) {
		return a.Tokens[i-1].Kind == words.NumberToken
	}
	return false
}

// boundary are the words that begin what more is said of a thing.
var boundary = map[string]bool{"with": true, "for": true, "in": true, "of": true, "from": true, "by": true, "on": true, "to": true, "and": true, "or": true, "w": true}

func (a Around) isBoundary(lx *words.Lexicon, i int) bool {
	t := a.Tokens[i]
	return lx.Signs.Breaks[t.Text] != "" || boundary[t.Low] || t.Text == "&" || t.Text == "+" || t.Text == "|"
}

// ends reports whether a clause ends before token i. A quantity begins another.
func (a Around) ends(lx *words.Lexicon, i int) bool {
	return i >= len(a.Tokens) || a.isBoundary(lx, i) || a.Tokens[i].Kind == words.NumberToken
}
