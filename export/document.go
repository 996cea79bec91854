package export

import (
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
)

// ColumnWords is a column as a document says it that is read at run time, such as the
// rules of a category or a template of the user's. The texts are in the words of the
// spec language; an empty text says nothing.
type ColumnWords struct {
	Place string // where the document says it: "rules.xml:12", "Template!C5"

	Name, Label, Note, TitleZH      string
	From, Const, Default            string
	Type, Tier, On, Each, List      string
	Max, Min, Range, Pattern, Parts string
	When, RequiredWhen, Charset     string
	Fallback, Transforms            []string
	Checks, Enum                    []string
}

// WithColumns returns the spec with the columns that a document says for one of its
// tables, which must have columns_from. The document decides which columns there are,
// and their order; what the spec says of a column of the same name is true unless the
// document says it too. Rules about columns that the document does not have are left out.
//
// Everything that is wrong with the document is one error, which wraps [ErrSpec] and
// names each place.
func (s *Spec) WithColumns(table string, columns []ColumnWords) (*Spec, error) {
	at := slices.IndexFunc(s.Tables, func(t TableSpec) bool { return t.Name == table })
	if at < 0 || s.Tables[at].ColumnsFrom == "" {
		return nil, fmt.Errorf("%w: the channel %s has no table %q with columns from a document", ErrSpec, s.Name, table)
	}
	full := *s
	full.Tables, full.Files = slices.Clone(s.Tables), slices.Clone(s.Files)
	t := &full.Tables[at]
	if err := t.adopt(columns); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSpec, err)
	}
	for i := range full.Tables {
		if other := &full.Tables[i]; i != at {
			other.Columns = slices.Clone(other.Columns) // resolving writes to them
		}
	}
	if err := full.resolveTables(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSpec, err)
	}
	full.webPictures = full.takesAddresses()
	if err := full.resolveFiles(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSpec, err)
	}
	sum := sha256.Sum256([]byte(s.hash + fmt.Sprintf("%q%+q", table, columns)))
	full.hash = hex.EncodeToString(sum[:8])
	return &full, nil
}

// adopt gives the table the columns of a document.
func (t *TableSpec) adopt(columns []ColumnWords) error {
	known := t.index
	list, index := make([]Column, len(columns)), map[string]int{}
	var wrong []error
	for i := range columns {
		words := &columns[i]
		if _, taken := index[words.Name]; taken || words.Name == "" {
			wrong = append(wrong, fmt.Errorf("%s: the name %q of a column is empty or taken", words.Place, words.Name))
			continue
		}
		index[words.Name] = i
		if k, ok := known[words.Name]; ok {
			list[i] = t.Columns[k]
		}
		if err := words.apply(&list[i]); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: column %q: %w", words.Place, words.Name, err))
		}
	}
	if len(columns) == 0 {
		wrong = append(wrong, errors.New("the document has no columns"))
	}
	t.Rules = slices.DeleteFunc(slices.Clone(t.Rules), func(r Rule) bool {
		return slices.ContainsFunc(slices.Concat(r.Columns, r.By), func(name string) bool { _, ok := index[name]; return !ok })
	})
	t.Columns, t.given = list, true
	return errors.Join(wrong...)
}

// apply changes a column to what the words say.
func (w *ColumnWords) apply(c *Column) error {
	c.Name, c.place = w.Name, w.Place
	for text, to := range map[*string]*string{&w.Label: &c.Label, &w.Note: &c.Note, &w.TitleZH: &c.TitleZH, &w.Const: &c.Const, &w.Default: &c.Default, &w.List: &c.List} {
		if *text != "" {
			*to = *text
		}
	}
	if w.Enum != nil {
		c.Enum = w.Enum
	}
	var wrong []error
	for _, word := range []struct {
		key, text string
		to        encoding.TextUnmarshaler
	}{
		{"from", w.From, &c.From},
		{"type", w.Type, &c.Type},
		{"tier", w.Tier, &c.Tier},
		{"on", w.On, &c.On},
		{"each", w.Each, &c.Each},
		{"max", w.Max, &c.Max},
		{"min", w.Min, &c.Min},
		{"range", w.Range, &c.Range},
		{"pattern", w.Pattern, &c.Pattern},
		{"parts", w.Parts, &c.Parts},
		{"when", w.When, &c.When},
		{"required_when", w.RequiredWhen, &c.RequiredWhen},
		{"charset", w.Charset, &c.Charset},
	} {
		if word.text == "" {
			continue
		}
		if err := word.to.UnmarshalText([]byte(word.text)); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", word.key, err))
		}
	}
	wrong = append(wrong, readWords("fallback", w.Fallback, &c.Fallback), readWords("transforms", w.Transforms, &c.Transforms), readWords("checks", w.Checks, &c.Checks))
	return errors.Join(wrong...)
}

// readWords reads a list of words. No list leaves what there is.
func readWords[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](key string, texts []string, to *[]T,
) error {
	if texts == nil {
		return nil
	}
	list := make([]T, len(texts))
	for i, text := range texts {
		if err := P(&list[i]).UnmarshalText([]byte(text)); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	*to = list
	return nil
}

// WithColumns returns the channel with the columns that a document says for a table,
// see [Spec.WithColumns].
func (c *Channel) WithColumns(table string, columns []ColumnWords) (*Channel, error) {
	spec, err := c.spec.WithColumns(table, columns)
	if err != nil {
		return nil, err
	}
	return NewChannel(spec, c.hook)
}
