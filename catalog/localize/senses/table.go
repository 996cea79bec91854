package senses

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// The parts that only a sense can have.
const (
	Omit terms.Part = "omit" // the word adds nothing and is not written
	Keep terms.Part = "keep" // the word stays as it is written
)

// Sense is one meaning of a word.
type Sense struct {
	Gloss string // what it means, in English that an owner understands
	Term  terms.Term
	when  []test
}

// word is an entry of the table: all senses of one English word.
type word struct {
	english string
	senses  []Sense
}

// Table finds the senses of words. It is built once and never changes.
type Table struct {
	lex     *words.Lexicon
	words   map[string]*word // by the stemmed words, joined by a space
	longest map[string]int   // the most words of an entry that begins with this stem
}

// What can be wrong with the table besides the form of its lines.
var (
	errApart     = errors.New("the senses of a word must be side by side")
	errAlone     = errors.New("a word of one sense belongs to the terms")
	errNoGloss   = errors.New("the sense is missing, or is there twice")
	errBadWeight = errors.New("the weight is not 0, 1, 2 or 3")
	errCharset   = errors.New("GBK lacks a character of the Chinese")
)

// Load reads senses.tsv of a folder, strictly.
func Load(lx *words.Lexicon, fsys fs.FS) (*Table, error) {
	t := &Table{lex: lx, words: map[string]*word{}, longest: map[string]int{}}
	var last *word
	columns := strings.Fields("en sense zh part weight when reviewed")
	err := table.Read(fsys, "senses.tsv", columns, func(cells []string) error {
		s, err := t.parse(cells)
		if err != nil {
			return err
		}
		if last == nil || last.english != cells[0] {
			if last != nil && len(last.senses) == 1 {
				return fmt.Errorf("%q: %w", last.english, errAlone)
			}
			if last, err = t.begin(cells[0]); err != nil {
				return err
			}
		}
		for _, other := range last.senses {
			if other.Gloss == s.Gloss {
				return errNoGloss
			}
		}
		last.senses = append(last.senses, s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read senses: %w", err)
	}
	return t, nil
}

// begin makes the entry of a word.
func (t *Table) begin(english string) (*word, error) {
	ws := t.lex.Words(english)
	key := t.lex.JoinStems(ws)
	if key == "" {
		return nil, table.Empty
	}
	if t.words[key] != nil {
		return nil, fmt.Errorf("%q: %w", english, errApart)
	}
	w := &word{english: english}
	t.words[key] = w
	first := t.lex.Stem(ws[0])
	t.longest[first] = max(t.longest[first], len(ws))
	return w, nil
}

func (t *Table) parse(cells []string) (Sense, error) {
	weight, err := strconv.Atoi(cells[4])
	if err != nil || weight < 0 || weight > terms.MaxWeight {
		return Sense{}, errBadWeight
	}
	if cells[1] == "" {
		return Sense{}, errNoGloss
	}
	s := Sense{Gloss: cells[1], Term: terms.Term{English: cells[0], Hans: cells[2], Part: terms.Part(cells[3]), Status: terms.Preferred, Weight: weight}}
	if err := s.validate(); err != nil {
		return Sense{}, err
	}
	if s.Term.Reviewed, err = terms.ParseReview(cells[6]); err != nil {
		return Sense{}, err
	}
	for cell := range strings.FieldsSeq(cells[5]) {
		test, err := t.parseTest(cell)
		if err != nil {
			return Sense{}, err
		}
		s.when = append(s.when, test)
	}
	return s, nil
}

func (s Sense) validate() error {
	bare := s.Term.Part == Omit || s.Term.Part == Keep
	switch {
	case !bare && !terms.IsPart(s.Term.Part):
		return table.Unknown("part", string(s.Term.Part))
	case bare != (s.Term.Hans == ""):
		return table.Chinese
	case len(catalog.Unencodable(s.Term.Hans, catalog.GBK)) > 0:
		return errCharset
	}
	return nil
}

// Len is the number of words.
func (t *Table) Len() int { return len(t.words) }

// Terms lists the terms of all senses that have Chinese.
func (t *Table) Terms() iter.Seq[terms.Term] {
	return func(yield func(terms.Term) bool) {
		for _, w := range t.words {
			for _, s := range w.senses {
				if s.Term.Hans != "" && !yield(s.Term) {
					return
				}
			}
		}
	}
}
