package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"
	"slices"

	"tradewind.app/catalog"
)

// Summarize adds up what the sources find about the products of a filter; without
// sources, what all find that are in use. The first problem of each kind is the whole
// catalogue's.
func (s *Store) Summarize(ctx context.Context, f catalog.Filter, sources ...catalog.FindingSource) (sum *catalog.Summary, err error) {
	wanted := len(sources)
	err = s.read(ctx, func(c *session) error {
		used, err := c.sources()
		if err != nil {
			return err
		}
		sets, err := c.findingSets()
		if err != nil {
			return err
		}
		counts, err := s.countSets(ctx, c, f, sets, used)
		if err != nil {
			return err
		}
		if wanted == 0 {
			for _, one := range used {
				sources = append(sources, one.Source)
			}
		}
		sum = catalog.NewSummary(sources)
		for _, set := range sets {
			if n := counts[set.id]; n > 0 && set.flags&flagUnreadable == 0 {
				sum.Add(set.outlines(), n, set.flags&flagUnfinished != 0)
			}
		}
		return c.setFirsts(sum, sets)
	})
	return sum, explain("add up the findings", err)
}

// countSets counts the products of a filter by their sets. Which sets a filter by
// findings chooses is known without a look at the products.
func (s *Store) countSets(ctx context.Context, c *session, f catalog.Filter, sets []countedSet, used []SourceVersions) (map[int64]int, error) {
	chosen := f.Findings
	f.Findings = nil
	counts := make(map[int64]int, len(sets))
	if f.IsZero() {
		for _, set := range sets {
			counts[set.id] = set.products
		}
	} else if err := s.countSetsOf(ctx, c, f, counts); err != nil {
		return nil, err
	}
	for _, set := range sets {
		for _, one := range chosen {
			if !one.IsZero() && !set.matches(one, used) {
				delete(counts, set.id)
			}
		}
	}
	return counts, nil
}

// countSetsOf counts the products of a filter that leaves some out.
func (s *Store) countSetsOf(ctx context.Context, c *session, f catalog.Filter, counts map[int64]int) error {
	q, err := c.list(f, catalog.Sort{})
	if err != nil {
		return err
	}
	if len(q.rest) > 0 {
		return s.eachFound(ctx, c, f, func(f Found) bool { counts[f.set]++; return true })
	}
	query := "SELECT f.finding_set, count(*)" + q.from + withFinding + q.clause() + " GROUP BY 1"
	return each(c.conn.QueryContext(ctx, query, q.args...))(func(row scanner) error {
		var set int64
		var n int
		err := row.Scan(&set, &n)
		counts[set] = n
		return err
	})
}

const withFinding = " JOIN finding AS f ON f.product = p.seq"

// setFirsts completes a summary by the problem of each kind that the first product has.
func (c *session) setFirsts(sum *catalog.Summary, sets []countedSet) error {
	firsts := map[catalog.ProblemKind]int64{}
	for _, set := range sets {
		for _, e := range set.evaluations {
			for _, kind := range e.Kinds {
				if have, ok := firsts[kind]; !ok || set.first < have {
					firsts[kind] = set.first
				}
			}
		}
	}
	wanted := map[int64][]catalog.ProblemKind{}
	for _, k := range sum.Problems.Kinds() {
		wanted[firsts[k.Kind]] = append(wanted[firsts[k.Kind]], k.Kind)
	}
	for place, kinds := range wanted {
		evaluations, id, err := c.evaluations(place)
		if err != nil {
			return err
		}
		for _, kind := range kinds {
			for _, s := range slices.Backward(sum.Sources) { // the first source's remains
				for _, e := range evaluations {
					if e.Source != s.Source {
						continue
					}
					if i := slices.IndexFunc(e.Problems, func(p catalog.Problem) bool { return catalog.KindOf(p) == kind }); i >= 0 {
						sum.Problems.SetFirst(e.Problems[i], id)
					}
				}
			}
		}
	}
	return nil
}

// evaluations reads what was found about the product of a place, and its ID, which is
// empty where the product is gone.
func (c *session) evaluations(place int64) (list []catalog.Evaluation, id catalog.ID, err error) {
	var set int64
	var texts []byte
	err = c.row(`SELECT f.finding_set, f.texts, ifnull(p.id, '') FROM finding AS f LEFT JOIN product AS p ON p.seq = f.product WHERE f.product = ?`,
		[]any{place}, &set, &texts, &id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, "", nil
	}
	if err == nil {
		list, err = c.unpack(set, texts)
	}
	return list, id, err
}

// Found is what is stored about one product.
type Found struct {
	ID          catalog.ID
	Handle      string
	SKUs        []string
	Pending     bool // it is out of date
	Evaluations []catalog.Evaluation

	set int64
}

// Found streams what is stored about the products of a filter, in the order in which
// they came. Products about which nothing is stored are left out.
func (s *Store) Found(ctx context.Context, f catalog.Filter) iter.Seq2[Found, error] {
	return func(yield func(Found, error) bool) {
		err := s.read(ctx, func(c *session) error {
			return s.eachFound(ctx, c, f, func(one Found) bool { return yield(one, nil) })
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(Found{}, explain("read the findings", err))
		}
	}
}

func (s *Store) eachFound(ctx context.Context, c *session, f catalog.Filter, use func(Found) bool) error {
	q, err := c.list(f, catalog.Sort{})
	if err != nil {
		return err
	}
	columns := `p.id, p.handle, (SELECT json_group_array(sku) FROM (SELECT v.sku FROM variant AS v WHERE v.product = p.seq AND v.sku <> '' ORDER BY v.pos)),
		EXISTS (SELECT 1 FROM finding_pending AS q WHERE q.product = p.seq), f.finding_set, f.texts`
	join := withFinding
	if len(q.rest) > 0 {
		columns, join = columns+", b.body", join+withBody
	} else {
		columns += ", NULL"
	}
	return each(q.query(ctx, c, columns, join))(func(row scanner) error {
		var one Found
		var skus string
		var texts, body []byte
		if err := row.Scan(&one.ID, &one.Handle, &skus, &one.Pending, &one.set, &texts, &body); err != nil {
			return err
		}
		if len(q.rest) > 0 {
			if p, err := decode(body); err != nil || !matchesAll(p, q.rest) {
				return nil
			}
		}
		if err := json.Unmarshal([]byte(skus), &one.SKUs); err != nil {
			return err
		}
		var err error
		if one.Evaluations, err = c.unpack(one.set, texts); err == nil && !use(one) {
			err = errStopped
		}
		return err
	})
}

// States reads how ready products are for each source in use, in its order. A product
// whose findings are out of date is left out.
func (s *Store) States(ctx context.Context, ids []catalog.ID) (map[catalog.ID][]catalog.Readiness, error) {
	wanted, err := jsonList(ids)
	if err != nil {
		return nil, err
	}
	states := make(map[catalog.ID][]catalog.Readiness, len(ids))
	err = s.read(ctx, func(c *session) error {
		used, err := c.sources()
		if err != nil {
			return err
		}
		sets := map[catalog.ID]int64{}
		err = each(c.query(`SELECT p.id, f.finding_set FROM json_each(?) AS j CROSS JOIN product AS p ON p.id = j.value
			CROSS JOIN finding AS f ON f.product = p.seq WHERE NOT EXISTS (SELECT 1 FROM finding_pending AS q WHERE q.product = p.seq)`, wanted),
		)(func(row scanner) error {
			var id catalog.ID
			var set int64
			err := row.Scan(&id, &set)
			sets[id] = set
			return err
		})
		for id, number := range sets {
			if err != nil {
				break
			}
			var set *storedSet
			if set, err = c.findingSet(number); err == nil && set.flags&flagUnreadable == 0 {
				states[id] = set.states(used)
			}
		}
		return err
	})
	return states, explain("read the findings", err)
}

// states are those for the sources in use.
func (s *storedSet) states(used []SourceVersions) []catalog.Readiness {
	states := make([]catalog.Readiness, len(used))
	for i, one := range used {
		at := slices.IndexFunc(s.evaluations, func(e *storedEvaluation) bool { return e.Source == one.Source })
		if at >= 0 {
			states[i] = s.evaluations[at].State
		}
	}
	return states
}
