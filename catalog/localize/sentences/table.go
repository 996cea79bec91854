package sentences

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Kinds of sentences: where in a description they go.
const (
	Point   = "point"
	Caution = "caution"
)

// Pattern is one line of the table.
type Pattern struct {
	English  string
	Chinese  string // with the names of the slots in braces
	Kind     string
	Fields   string // of the products it is for, separated by commas, or empty for all
	Reviewed terms.Review

	elements []element
}

// Table finds the pattern of a sentence. It is built once and never changes.
type Table struct {
	lex     *words.Lexicon
	byStem  map[string][]*Pattern // by the word that the pattern begins with
	general []*Pattern            // those that may begin with several words, or with a slot
}

var (
	errSlots   = errors.New("the Chinese has not the slots of the English")
	errCharset = errors.New("GBK lacks a character of the Chinese")
	slotNames  = regexp.MustCompile(`\{[a-z]+[0-9]?\}`)
)

// Load reads sentences.tsv of a folder, strictly.
func Load(lx *words.Lexicon, fsys fs.FS) (*Table, error) {
	t := &Table{lex: lx, byStem: map[string][]*Pattern{}}
	seen := map[string]bool{}
	err := table.Read(fsys, "sentences.tsv", strings.Fields("en zh kind fields reviewed"), func(cells []string) error {
		p, err := t.read(cells)
		if err != nil {
			return err
		}
		if key := p.English + "\x00" + p.Fields; seen[key] {
			return fmt.Errorf("%q %w", p.English, table.Duplicate)
		} else {
			seen[key] = true
		}
		t.add(p)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read sentences: %w", err)
	}
	return t, nil
}

func (t *Table) read(cells []string) (*Pattern, error) {
	p := &Pattern{English: cells[0], Chinese: cells[1], Kind: cells[2], Fields: cells[3]}
	var err error
	if p.elements, err = parse(t.lex, p.English); err != nil {
		return nil, err
	}
	if p.Reviewed, err = terms.ParseReview(cells[4]); err != nil {
		return nil, err
	}
	switch {
	case p.Chinese == "":
		return nil, table.Chinese
	case p.Kind != Point && p.Kind != Caution:
		return nil, table.Unknown("kind", p.Kind)
	case len(catalog.Unencodable(p.Chinese, catalog.GBK)) > 0:
		return nil, errCharset
	}
	for field := range strings.SplitSeq(p.Fields, ",") {
		if field != "" && t.lex.Fields[field] == nil {
			return nil, table.Unknown("field", field)
		}
	}
	for _, slot := range slotNames.FindAllString(p.Chinese, -1) {
		if !strings.Contains(p.English, slot) {
			return nil, errSlots
		}
	}
	for _, slot := range slotNames.FindAllString(p.English, -1) {
		if !strings.Contains(p.Chinese, slot) {
			return nil, errSlots
		}
	}
	return p, nil
}

// add enters a pattern under its first word, or among the general ones.
func (t *Table) add(p *Pattern) {
	if first := p.elements[0]; first.stem != "" {
		t.byStem[first.stem] = append(t.byStem[first.stem], p)
		return
	}
	t.general = append(t.general, p)
}

// Len is the number of patterns.
func (t *Table) Len() int {
	n := len(t.general)
	for _, list := range t.byStem {
		n += len(list)
	}
	return n
}

// candidates are the patterns that may fit a sentence, those of few products first.
func (t *Table) candidates(first string, field terms.Field) []*Pattern {
	var own, all []*Pattern
	for _, p := range slices.Concat(t.byStem[first], t.general) {
		switch {
		case p.Fields == "":
			all = append(all, p)
		case field.Is(p.Fields):
			own = append(own, p)
		}
	}
	return append(own, all...)
}
