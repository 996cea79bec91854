package localize

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"tradewind.app/catalog/localize/measures"
	"tradewind.app/catalog/localize/script"
	"tradewind.app/catalog/localize/senses"
	"tradewind.app/catalog/localize/sentences"
	"tradewind.app/catalog/localize/sizes"
	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Language is what listings are made with: the terms, and the tables of words and
// measures. It is built once and never changes, so any number of goroutines may use
// it.
type Language struct {
	terms     *terms.Base
	lex       *words.Lexicon
	units     *measures.Units
	senses    *senses.Table
	sentences *sentences.Table
	sizes     *sizes.Tables
	script    *script.Converter
	variant   script.Variant
	answers   answers
	claims    []claim
	back      *backward
}

// backward is the term base read from Chinese to English, once it was asked for.
type backward struct {
	sync.Once
	*reversal
}

// Load reads what the program ships: the tables of the folders "language" and "patterns",
// and every *.tsv of "terms", in the order of their names. It is strict: a wrong line is an
// error that names file and line, since what the program ships must be right.
func Load(assets fs.FS) (*Language, error) {
	tables, err := fs.Sub(assets, "language")
	if err != nil {
		return nil, fmt.Errorf("load language: %w", err)
	}
	folder, err := fs.Sub(assets, "terms")
	if err != nil {
		return nil, fmt.Errorf("load language: %w", err)
	}
	patterns, err := fs.Sub(assets, "patterns")
	if err != nil {
		return nil, fmt.Errorf("load language: %w", err)
	}
	l := &Language{back: &backward{}}
	if l.lex, err = words.Load(tables); err != nil {
		return nil, err
	}
	if err = table.Read(tables, "claims.tsv", []string{"zh", "claim", "en"}, l.readClaim); err != nil {
		return nil, fmt.Errorf("read claims: %w", err)
	}
	if l.units, err = measures.Load(l.lex, tables); err != nil {
		return nil, err
	}
	if l.senses, err = senses.Load(l.lex, tables); err != nil {
		return nil, err
	}
	if l.script, err = script.Load(tables); err != nil {
		return nil, err
	}
	if l.sentences, err = sentences.Load(l.lex, patterns); err != nil {
		return nil, err
	}
	if l.terms, err = terms.Load(l.lex, folder); err != nil {
		return nil, err
	}
	worn, err := fs.Sub(assets, "sizes")
	if err != nil {
		return nil, fmt.Errorf("load language: %w", err)
	}
	if l.sizes, err = sizes.Load(l.lex, worn); err != nil {
		return nil, err
	}
	return l, nil
}

// With returns a language in which the user's terms come first, and in which words mean
// what the owner answered. Answers are among the terms.
func (l *Language) With(user []terms.Term) *Language {
	with := *l
	with.back = &backward{}
	with.terms, with.answers = l.terms.With(user), answersOf(l.lex, user)
	return &with
}

// In returns a language whose Traditional Chinese is that of a place.
func (l *Language) In(v script.Variant) *Language {
	with := *l
	with.variant = v
	return &with
}

func (l *Language) readClaim(cells []string) error {
	c := claim{chinese: cells[0], gloss: cells[1]}
	for word := range strings.SplitSeq(cells[2], ",") {
		c.english = append(c.english, l.lex.JoinStems(l.lex.Words(word)))
	}
	l.claims = append(l.claims, c)
	return nil
}
