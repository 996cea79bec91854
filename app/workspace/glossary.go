package workspace

import (
	"context"
	"errors"
	"io"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/store"
)

// TermsResult tells what became of a glossary.
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
