package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/store"
)

// LocalizeRequest is which products get a suggestion, in which locale.
type LocalizeRequest struct {
	Filter catalog.Filter
	To     catalog.Locale // the shop's script when empty
	Tag    string         // the tag that To was read of, which may name a place: zh-Hant-TW

	only func(*catalog.Product) bool // or nil
}

// LocalizeResult says what became of the listings that were looked at.
type LocalizeResult struct {
	Entry      catalog.ID `json:"entry"`
	Products   int        `json:"products"`   // looked at
	Changed    int        `json:"changed"`    // listings that got new text
	Finished   int        `json:"finished"`   // listings that can go out as they are now
	Unfinished int        `json:"unfinished"` // listings where a person must go on
	Untouched  int        `json:"untouched"`  // listings with no new text
	// Texts counts the texts of the listings by their state.
	Texts map[catalog.State]int `json:"texts"`
	// Unknown counts the words that the term base does not know, by word.
	Unknown map[string]int `json:"unknown"`
}

// Localize writes suggestions into listings, all under one entry of history.
// What a person wrote stays.
func (w *Workspace) Localize(ctx context.Context, r LocalizeRequest, progress Progress) (LocalizeResult, error) {
	if r.To == "" {
		script, err := w.Script(ctx)
		if err != nil {
			return LocalizeResult{}, err
		}
		r.To = script
	}
	terms, err := w.termBase(ctx)
	if err != nil {
		return LocalizeResult{}, err
	}
	if r.Tag != "" {
		terms = terms.In(variantOf(r.Tag))
	}
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindLocalize, Note: string(r.To)})
	if err != nil {
		return LocalizeResult{}, err
	}
	result, err := w.localizeIn(ctx, batch, r, terms, progress)
	if err != nil {
		return LocalizeResult{}, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	result.Entry = written(entry)
	return result, err
}

func (w *Workspace) localizeIn(ctx context.Context, batch *store.Batch, r LocalizeRequest, language *localize.Language, progress Progress) (LocalizeResult, error) {
	result := LocalizeResult{Unknown: map[string]int{}, Texts: map[catalog.State]int{}}
	total, err := w.store.Count(ctx, r.Filter)
	if err != nil {
		return result, err
	}
	for p, err := range batch.Products(ctx, r.Filter) {
		if err != nil {
			return result, err
		}
		if r.only != nil && !r.only(p) {
			continue
		}
		s, err := localize.Suggest(ctx, p, r.To, language, localize.DefaultLimits)
		if err != nil {
			return result, fmt.Errorf("localize %s: %w", p.Handle, err)
		}
		before := p.Clone()
		changed := localize.Apply(p, s)
		result.count(p, s, changed)
		if progress != nil {
			progress(result.Products, total)
		}
		if !changed {
			continue
		}
		broken, err := catalog.Validate(ctx, before, p, batch.Find)
		if err == nil && len(broken) > 0 {
			err = &RefusedError{Problems: broken}
		}
		if err != nil {
			return result, fmt.Errorf("localize %s: %w", p.Handle, err)
		}
		if err := batch.Put(ctx, catalog.Change{Outcome: catalog.Changed, Before: before, After: p}); err != nil {
			return result, err
		}
	}
	return result, nil
}

// count adds what a suggestion did to one listing.
func (r *LocalizeResult) count(p *catalog.Product, s localize.Suggestion, changed bool) {
	l := p.Listing(s.Locale)
	r.Products++
	if changed {
		r.Changed++
	} else {
		r.Untouched++
	}
	if p.IsFinished(l) {
		r.Finished++
	} else {
		r.Unfinished++
	}
	if l != nil {
		for _, n := range l.Names() {
			r.Texts[l.Mark(n).State]++
		}
	}
	for _, f := range s.Fields {
		for _, t := range f.Texts {
			for _, word := range t.Unknown {
				r.Unknown[word]++
			}
		}
	}
}

// Suggest returns what would be suggested for one product, with the origin of
// every part of it. Nothing is written.
func (w *Workspace) Suggest(ctx context.Context, code string, to catalog.Locale) (localize.Suggestion, error) {
	p, err := w.Product(ctx, code)
	if err != nil {
		return localize.Suggestion{}, err
	}
	return w.suggest(ctx, p, to)
}

// termBase is the shipped terms with the user's over them.
func (w *Workspace) termBase(ctx context.Context) (*localize.Language, error) {
	shipped, err := w.shippedTerms()
	if err != nil {
		return nil, err
	}
	own, err := w.ownTerms(ctx)
	if err != nil {
		return nil, err
	}
	return w.languageWith(ctx, shipped, own)
}

// languageWith is the shipped language with terms of the user, in the shop's script.
func (w *Workspace) languageWith(ctx context.Context, shipped *localize.Language, own []terms.Term) (*localize.Language, error) {
	tag, err := w.Setting(ctx, SettingScript)
	if err != nil {
		return nil, err
	}
	w.spoken.Lock()
	defer w.spoken.Unlock()
	if w.spoken.language != nil && w.spoken.tag == tag && slices.Equal(w.spoken.own, own) {
		return w.spoken.language, nil
	}
	language := shipped.In(variantOf(tag))
	if len(own) > 0 {
		language = language.With(own)
	}
	w.spoken.own, w.spoken.tag, w.spoken.language = own, tag, language
	return language, nil
}

// loadTerms reads the terms and the word tables that the program ships.
func loadTerms(assets fs.FS) (*localize.Language, error) {
	terms, err := localize.Load(assets)
	if err != nil {
		return nil, fmt.Errorf("shipped terms: %w", err)
	}
	return terms, nil
}

// ownTerms are the user's own terms, kept in the catalogue.
func (w *Workspace) ownTerms(ctx context.Context) ([]terms.Term, error) {
	documents, err := w.store.Documents(ctx, store.Terms)
	if err != nil {
		return nil, err
	}
	terms := make([]terms.Term, len(documents))
	for i, d := range documents {
		if err := json.Unmarshal(d.Body, &terms[i]); err != nil {
			return nil, fmt.Errorf("term %q: %w", d.Name, err)
		}
	}
	return terms, nil
}

// TermsResult says what became of a glossary.
type TermsResult struct {
	Entry    catalog.ID        `json:"entry"` // empty when nothing changed
	Terms    int               `json:"terms"` // read
	Problems []catalog.Problem `json:"problems"`
}

// ImportTerms reads a glossary into the user's own terms, all of it under one
// entry of history or nothing. A term that is there already gets the new Chinese;
// terms that the glossary does not have stay. name is the file's, for places.
func (w *Workspace) ImportTerms(ctx context.Context, name string, r io.Reader) (TermsResult, error) {
	terms, problems, err := terms.ReadGlossary(name, r)
	if err != nil {
		return TermsResult{}, err
	}
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindTerms, Note: name})
	if err != nil {
		return TermsResult{}, err
	}
	for _, t := range terms {
		if err := batch.SetDocument(ctx, store.Terms, termName(t), t); err != nil {
			return TermsResult{}, errors.Join(err, batch.Rollback())
		}
	}
	entry, err := batch.Commit(ctx)
	return TermsResult{written(entry), len(terms), problems}, err
}

// termName is what makes a term one of its kind.
func termName(t terms.Term) string {
	return t.English + "\t" + string(t.Part) + "\t" + t.Category + "\t" + string(t.Status)
}

// ExportTerms writes the user's own terms as a glossary, with comma between the
// columns, and returns how many there are.
func (w *Workspace) ExportTerms(ctx context.Context, to io.Writer, comma rune) (int, error) {
	own, err := w.ownTerms(ctx)
	if err != nil {
		return 0, err
	}
	return len(own), terms.WriteGlossary(to, slices.Values(own), comma)
}
