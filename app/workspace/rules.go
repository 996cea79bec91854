package workspace

import (
	"context"

	"tradewind.app/catalog"
)

// rules holds the changes of a run against the rules that every write must pass. It
// looks into the catalogue as it was before the run, and remembers the codes that
// the run gives away: a preview, which writes nothing, says the same as the run.
type rules struct {
	find  catalog.Find
	now   map[catalog.ID]*catalog.Product  // products that the run gave another code
	given map[catalog.Key]*catalog.Product // by the codes that they have now
}

func newRules(find catalog.Find) *rules {
	return &rules{find: find, now: map[catalog.ID]*catalog.Product{}, given: map[catalog.Key]*catalog.Product{}}
}

// hold refuses a change that breaks a rule.
func (r *rules) hold(ctx context.Context, c catalog.Change, problems []catalog.Problem) (catalog.Change, []catalog.Problem, error) {
	broken, err := catalog.Validate(ctx, c.Before, c.After, r.products)
	if err != nil {
		return c, problems, err
	}
	if len(broken) > 0 {
		c.Outcome, c.After = catalog.Refused, nil
		return c, append(problems, broken...), nil
	}
	r.remember(c)
	return c, problems, nil
}

func (r *rules) remember(c catalog.Change) {
	if c.After == nil || sameCodes(c.Before, c.After) {
		return
	}
	r.now[c.After.ID] = c.After
	for _, key := range ownKeys(c.After) {
		r.given[key] = c.After
	}
}

// products is the Find of the catalogue as the run makes it.
func (r *rules) products(ctx context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
	found, err := r.find(ctx, keys)
	if err != nil {
		return nil, err
	}
	for key, p := range found {
		if now := r.now[p.ID]; now != nil && !hasKey(now, key) {
			delete(found, key)
		}
	}
	for _, key := range keys {
		if p := r.given[key]; p != nil && hasKey(r.now[p.ID], key) {
			found[key] = r.now[p.ID]
		}
	}
	return found, nil
}

// ownKeys are the codes that no other product may have.
func ownKeys(p *catalog.Product) []catalog.Key {
	keys := []catalog.Key{catalog.NewKey(catalog.KeyHandle, p.Handle)}
	for _, sku := range p.SKUs() {
		keys = append(keys, catalog.NewKey(catalog.KeySKU, sku))
	}
	return keys
}

func hasKey(p *catalog.Product, key catalog.Key) bool {
	for _, own := range ownKeys(p) {
		if own == key {
			return true
		}
	}
	return false
}

func sameCodes(a, b *catalog.Product) bool {
	x, y := ownKeys(a), ownKeys(b)
	for i := range x {
		if len(x) != len(y) || x[i] != y[i] {
			return false
		}
	}
	return len(x) == len(y)
}
