package senses

import (
	"strings"

	"tradewind.app/catalog/localize/words"
)

// Hit is a word of several senses that was met.
type Hit struct {
	Word   string // as the table has it
	Words  int    // how many tokens it has
	Sense  *Sense // the one that is meant, or nil where nothing decides
	Senses []Sense
}

// At finds the longest entry that begins at the token at.From, and the sense that is
// meant there. at.To is not read.
func (t *Table) At(at Around) (Hit, bool) {
	w, n := t.find(at.Tokens[at.From:])
	if w == nil {
		return Hit{}, false
	}
	at.To = at.From + n
	h := Hit{Word: w.english, Words: n, Senses: w.senses}
	best, again := 0, false
	for i := range w.senses {
		switch score := w.senses[i].score(t, at); {
		case score > best:
			best, again, h.Sense = score, false, &w.senses[i]
		case score == best && score > 0 && w.senses[i].Term.Hans != h.Sense.Term.Hans:
			again = true
		}
	}
	if again {
		h.Sense = nil
	}
	return h, true
}

// Named returns the senses of a word, and the one with a gloss.
func (t *Table) Named(english, gloss string) (Sense, bool) {
	w := t.words[t.lex.JoinStems(t.lex.Words(english))]
	if w == nil {
		return Sense{}, false
	}
	for _, s := range w.senses {
		if s.Gloss == gloss {
			return s, true
		}
	}
	return Sense{}, false
}

// find returns the entry of the most tokens at the start of ts.
func (t *Table) find(ts []words.Token) (*word, int) {
	most := min(t.longest[ts[0].Stem], len(ts))
	if most == 0 {
		return nil, 0
	}
	var key strings.Builder
	var found *word
	n := 0
	for i := range most {
		if i > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(ts[i].Stem)
		if w := t.words[key.String()]; w != nil {
			found, n = w, i+1
		}
	}
	return found, n
}
