package workspace

import (
	"context"
	"encoding/json"
	"fmt"

	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/store"
)

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
