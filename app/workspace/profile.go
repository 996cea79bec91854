package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
	"tradewind.app/catalog/store"
)

// UnknownFieldsError says that a request maps columns to something that columns
// cannot be.
type UnknownFieldsError struct{ Columns []string }

func (e *UnknownFieldsError) Error() string {
	return fmt.Sprintf("no column can be imported as %s", strings.Join(e.Columns, ", "))
}

// IsImportField reports whether a column can be mapped to f.
func IsImportField(f catalog.Field) bool { return sheet.KnownField(f) }

// mapping finds out how the file is read: by the profile asked for, else by the
// profile saved for files with these headers, else by guessing. What the request
// maps by hand wins over all three.
func (w *Workspace) mapping(ctx context.Context, book *sheet.Book, r ImportRequest) (sheet.Mapping, []catalog.Problem, error) {
	m, problems, err := w.guessed(ctx, book, r)
	if err == nil {
		m, err = w.named(m)
	}
	return m, problems, err
}

// named is a mapping with each field by the name that it has here. A channel's value
// that nothing reads is refused.
func (w *Workspace) named(m sheet.Mapping) (sheet.Mapping, error) {
	m.Columns = slices.Clone(m.Columns)
	for i := range m.Columns {
		c := &m.Columns[i]
		f, known := sheet.FieldNamed(c.Field)
		if known && strings.HasPrefix(string(f), "channel.") {
			info, err := w.field(f)
			if err != nil {
				return m, err
			}
			f = info.Name
		}
		if known {
			c.Field = f
		}
	}
	return m, nil
}

func (w *Workspace) guessed(ctx context.Context, book *sheet.Book, r ImportRequest) (sheet.Mapping, []catalog.Problem, error) {
	if r.Mapping != nil {
		return *r.Mapping, nil, nil
	}
	if bad := unknownFields(r.Map); len(bad) > 0 {
		return sheet.Mapping{}, nil, &UnknownFieldsError{bad}
	}
	guess, problems, err := book.Guess(r.sheetOptions())
	if err != nil {
		return guess, problems, err
	}
	saved, found, err := w.profile(ctx, r.Profile, guess.Fingerprint)
	if err != nil || !found {
		return guess, problems, err
	}
	mapping := guess.Remember(saved)
	for i, c := range guess.Columns {
		if c.Reason == sheet.Chosen {
			mapping.Columns[i] = c
		}
	}
	return mapping, problems, nil
}

func unknownFields(columns map[string]catalog.Field) []string {
	var bad []string
	for _, f := range slices.Sorted(maps.Values(columns)) {
		if !sheet.KnownField(f) {
			bad = append(bad, string(f))
		}
	}
	return bad
}

// profile finds a saved mapping by its name, or without one by the file's headers.
func (w *Workspace) profile(ctx context.Context, name, fingerprint string) (saved sheet.Mapping, found bool, err error) {
	if name != "" {
		found, err = w.store.Document(ctx, store.Profiles, name, &saved)
		return saved, found, err
	}
	profiles, err := w.store.Documents(ctx, store.Profiles)
	if err != nil {
		return saved, false, err
	}
	for _, d := range profiles {
		var m sheet.Mapping
		if err := json.Unmarshal(d.Body, &m); err != nil {
			return saved, false, fmt.Errorf("profile %q: %w", d.Name, err)
		}
		if m.Fingerprint == fingerprint {
			return m, true, nil
		}
	}
	return saved, false, nil
}

// remember saves the mapping under the name asked for, or, where a person settled it
// and it is not plain from the headers, under the file's headers: what was mapped
// once, or looked at and left as it was, need not be again. It is part of the
// import's entry.
func (w *Workspace) remember(ctx context.Context, batch *store.Batch, r ImportRequest, m sheet.Mapping) error {
	name := r.Profile
	if name == "" && (len(r.Map) > 0 || r.Mapping != nil && !m.Settled()) {
		name = "auto-" + m.Fingerprint
	}
	if name == "" {
		return nil
	}
	m = withoutSamples(m)
	return batch.SetDocument(ctx, store.Profiles, name, m)
}

// withoutSamples leaves the merchant's values out of what is kept.
func withoutSamples(m sheet.Mapping) sheet.Mapping {
	m.Columns = slices.Clone(m.Columns)
	for i := range m.Columns {
		m.Columns[i].Samples = nil
	}
	return m
}
