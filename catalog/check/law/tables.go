package law

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
)

// The shipped tables.
const (
	rulesTable      = "law/rules.tsv"
	termsTable      = "law/terms.tsv"
	contextsTable   = "law/contexts.tsv"
	categoriesTable = "law/categories.tsv"
)

// Tables are the words and rules, ready to be matched. What they say does not change: any number
// of goroutines may use them.
type Tables struct {
	root    *node
	starts  []*node // the root, and where patterns go on that may begin in several ways
	rules   map[string]*rule
	words   []categoryWord
	letters letters  // what each character is folded to
	paths   sync.Map // categories by type and category of a product
	version string
}

// rule is what a group of words offends against.
type rule struct {
	name     string
	severity catalog.Severity
	article  string
}

// entryKind is what a pattern says of the words that it matches.
type entryKind uint8

const (
	term   entryKind = iota // offends against a rule
	covers                  // makes the terms within it harmless
	cuts                    // is a word of its own: terms that share a part with it are none
)

// entry is one line of terms or contexts.
type entry struct {
	check.Origin

	kind     entryKind
	rule     *rule
	severity catalog.Severity
	of       []Category // of products; empty: of all
	except   []Category
	reword   string // what is written instead
	rewords  bool
}

// appliesTo reports whether an entry counts for products of a category.
func (e *entry) appliesTo(c Category) bool {
	return (len(e.of) == 0 || slices.Contains(e.of, c)) && !slices.Contains(e.except, c)
}

// Load reads the tables from the folder of the assets.
func Load(assets fs.FS) (*Tables, error) {
	t := &Tables{root: &node{}, rules: map[string]*rule{}}
	traditional, err := check.LoadTraditional(assets)
	if err != nil {
		return nil, err
	}
	traditional['蕞'], traditional['囯'] = '最', '国' // written for them to hide them
	t.letters = newLetters(traditional.Simplify)
	for _, one := range []struct {
		name    string
		columns []string
		add     func(check.Line) error
	}{
		{rulesTable, []string{"rule", "severity", "article"}, t.addRule},
		{termsTable, []string{"pattern", "rule", "for", "severity", "reword"}, t.addTerm},
		{contextsTable, []string{"pattern", "kind", "for"}, t.addContext},
		{categoriesTable, []string{"category", "use", "words"}, t.addCategory},
	} {
		if err := check.ReadTable(assets, one.name, one.columns, one.add); err != nil {
			return nil, fmt.Errorf("words of the law: %w", err)
		}
	}
	t.starts = starts(t.root)
	t.version, err = check.TableVersion(assets, rulesTable, termsTable, contextsTable, categoriesTable, check.TraditionalTable)
	return t, err
}

// Version identifies the contents of the tables.
func (t *Tables) Version() string { return t.version }

// severities are the names of severities in the tables.
var severities = map[string]catalog.Severity{"block": catalog.Blocked, "warn": catalog.Warning, "hint": catalog.Info}

func (t *Tables) addRule(l check.Line) error {
	severity, known := severities[l.Cells[1]]
	if !known {
		return fmt.Errorf("no severity is called %q", l.Cells[1])
	}
	t.rules[l.Cells[0]] = &rule{l.Cells[0], severity, l.Cells[2]}
	return nil
}

func (t *Tables) addTerm(l check.Line) error {
	r := t.rules[l.Cells[1]]
	if r == nil {
		return fmt.Errorf("no rule is called %q", l.Cells[1])
	}
	e := &entry{Origin: l.Origin, kind: term, rule: r, severity: r.severity}
	if name := l.Cells[3]; name != "" {
		severity, known := severities[name]
		if !known {
			return fmt.Errorf("no severity is called %q", name)
		}
		e.severity = severity
	}
	if e.reword, e.rewords = l.Cells[4], l.Cells[4] != ""; e.reword == "-" {
		e.reword = "" // the words are left out
	}
	return t.put(l.Cells[0], l.Cells[2], e)
}

func (t *Tables) addContext(l check.Line) error {
	kind, known := map[string]entryKind{"covers": covers, "cuts": cuts}[l.Cells[1]]
	if !known {
		return fmt.Errorf("no kind is called %q", l.Cells[1])
	}
	return t.put(l.Cells[0], l.Cells[2], &entry{Origin: l.Origin, kind: kind})
}

// put expands a pattern into the tree.
func (t *Tables) put(pattern, categories string, e *entry) error {
	for name := range strings.FieldsSeq(categories) {
		list := &e.of
		if bare, not := strings.CutPrefix(name, "-"); not {
			list, name = &e.except, bare
		}
		c := Category(name)
		if !slices.Contains(Categories, c) {
			return fmt.Errorf("no category is called %q", name)
		}
		*list = append(*list, c)
	}
	parts, err := parse(pattern)
	if err != nil {
		return err
	}
	end := t.root.add(parts)
	end.entries = append(end.entries, e)
	return nil
}

// starts are a node and all where patterns go on whose first part may be missing.
func starts(n *node) []*node {
	list := []*node{n}
	for _, join := range n.joins {
		list = append(list, starts(join)...)
	}
	return list
}
