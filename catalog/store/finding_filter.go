package store

import (
	"slices"

	"tradewind.app/catalog"
)

// planFindings adds the conditions on what was found about products. The sets that a
// filter chooses are few, and known by their numbers; which products have them is for
// SQL to say. Where few products do, the list begins with these; otherwise each product
// that is walked by is asked for its set.
func (c *session) planFindings(sel *selection) error {
	if len(sel.findings) == 0 {
		return nil
	}
	used, err := c.sources()
	if err != nil {
		return err
	}
	sets, err := c.findingSets()
	if err != nil {
		return err
	}
	all := 0
	for _, set := range sets {
		all += set.products
	}
	for _, f := range sel.findings {
		chosen, hits := []int64{}, 0
		for _, set := range sets {
			if set.matches(f, used) {
				chosen, hits = append(chosen, set.id), hits+set.products
			}
		}
		where := `(SELECT f.finding_set FROM finding AS f WHERE f.product = p.seq) IN (SELECT value FROM json_each(?))`
		if hits < all/fewHits {
			where = `p.seq IN (SELECT f.product FROM json_each(?) AS j CROSS JOIN finding AS f ON f.finding_set = j.value)`
		}
		if err := sel.addList(where, chosen); err != nil {
			return err
		}
	}
	return nil
}

// fewHits is which part of all products are few.
const fewHits = 16

// matches reports whether the products of a set are chosen by what sources in use say.
func (s *storedSet) matches(f catalog.FindingFilter, used []SourceVersions) bool {
	return slices.ContainsFunc(s.evaluations, func(e *storedEvaluation) bool {
		inUse := slices.ContainsFunc(used, func(one SourceVersions) bool { return one.Source == e.Source })
		return inUse && f.Matches(e.Source, e.State, e.Kinds)
	})
}
