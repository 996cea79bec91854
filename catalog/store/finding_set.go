package store

import (
	"encoding/json"
	"fmt"
	"sync"

	"tradewind.app/catalog"
)

// findingCache remembers what numbers of problems, evaluations and sets mean. They
// keep their meaning for ever, see migration 4.
type findingCache struct {
	mu          sync.Mutex
	problems    map[int64]problemBody
	evaluations map[int64]*storedEvaluation
	sets        map[int64]*storedSet
}

// storedEvaluation is an evaluation without its texts.
type storedEvaluation struct {
	catalog.Outline
	problems []int64
}

// storedSet is what products have in common about which the same was found.
type storedSet struct {
	id          int64
	flags       uint64
	evaluations []*storedEvaluation
}

func (s *storedSet) outlines() []catalog.Outline {
	list := make([]catalog.Outline, len(s.evaluations))
	for i, e := range s.evaluations {
		list[i] = e.Outline
	}
	return list
}

// countedSet is a set and the products that have it.
type countedSet struct {
	*storedSet
	products int
	first    int64
}

// findingSets reads the sets that products have.
func (c *session) findingSets() (list []countedSet, err error) {
	err = each(c.query(`SELECT id, products, first FROM finding_set WHERE products > 0 ORDER BY id`))(func(row scanner) error {
		one := countedSet{storedSet: &storedSet{}}
		err := row.Scan(&one.id, &one.products, &one.first)
		list = append(list, one)
		return err
	})
	for i := range list {
		if err == nil {
			list[i].storedSet, err = c.findingSet(list[i].id)
		}
	}
	return list, err
}

// findingSet reads a set by its number.
func (c *session) findingSet(id int64) (*storedSet, error) {
	c.found.mu.Lock()
	set := c.found.sets[id]
	c.found.mu.Unlock()
	if set != nil {
		return set, nil
	}
	var body []byte
	if err := c.row(`SELECT body FROM finding_set WHERE id = ?`, []any{id}, &body); err != nil {
		return nil, fmt.Errorf("%w: %w", errFindings, err)
	}
	r := unpacker{b: body}
	set = &storedSet{id: id, flags: r.number()}
	for r.more() {
		e, err := c.evaluation(int64(r.number()))
		if err != nil {
			return nil, err
		}
		set.evaluations = append(set.evaluations, e)
	}
	c.found.mu.Lock()
	defer c.found.mu.Unlock()
	if c.found.sets == nil || len(c.found.sets) >= maxInterned {
		c.found.sets = map[int64]*storedSet{}
	}
	c.found.sets[id] = set
	return set, r.err
}

func (c *session) evaluation(id int64) (*storedEvaluation, error) {
	c.found.mu.Lock()
	e := c.found.evaluations[id]
	c.found.mu.Unlock()
	if e != nil {
		return e, nil
	}
	e = &storedEvaluation{}
	var body []byte
	err := c.row(`SELECT s.kind, s.name, e.body FROM finding_evaluation AS e JOIN finding_source AS s ON s.id = e.source WHERE e.id = ?`,
		[]any{id}, &e.Source.Kind, &e.Source.Name, &body)
	if err == nil {
		body, err = inflate(body)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errFindings, err)
	}
	if err := c.unpackEvaluation(e, body); err != nil {
		return nil, err
	}
	c.found.mu.Lock()
	defer c.found.mu.Unlock()
	if c.found.evaluations == nil || len(c.found.evaluations) >= maxInterned {
		c.found.evaluations = map[int64]*storedEvaluation{}
	}
	c.found.evaluations[id] = e
	return e, nil
}

func (c *session) unpackEvaluation(e *storedEvaluation, body []byte) error {
	r := unpacker{b: body}
	for i := range e.Coverage {
		e.Coverage[i] = catalog.Filled{Filled: int(r.number()), Of: int(r.number())}
	}
	var problems []catalog.Problem
	for range r.count() {
		id := int64(r.number())
		body, err := c.problem(id)
		if err != nil {
			return err
		}
		p := catalog.Problem{Code: body.Code, Severity: body.Severity, Field: body.Field, Args: body.Args}
		e.problems, problems = append(e.problems, id), append(problems, p)
	}
	e.Outline = catalog.Evaluation{Source: e.Source, Problems: problems, Coverage: e.Coverage}.Outline()
	return r.err
}

func (c *session) problem(id int64) (body problemBody, err error) {
	c.found.mu.Lock()
	body, known := c.found.problems[id]
	c.found.mu.Unlock()
	if known {
		return body, nil
	}
	var text []byte
	if err := c.row(`SELECT body FROM finding_problem WHERE id = ?`, []any{id}, &text); err != nil {
		return body, fmt.Errorf("%w: %w", errFindings, err)
	}
	if err := json.Unmarshal(text, &body); err != nil {
		return body, fmt.Errorf("%w: %w", errFindings, err)
	}
	c.found.mu.Lock()
	defer c.found.mu.Unlock()
	if c.found.problems == nil || len(c.found.problems) >= maxInterned {
		c.found.problems = map[int64]problemBody{}
	}
	c.found.problems[id] = body
	return body, nil
}

// unpack joins a set with the texts of one product.
func (c *session) unpack(set int64, packed []byte) ([]catalog.Evaluation, error) {
	stored, err := c.findingSet(set)
	if err != nil {
		return nil, err
	}
	texts, err := unpackTexts(packed)
	if err != nil {
		return nil, err
	}
	list := make([]catalog.Evaluation, len(stored.evaluations))
	for i, e := range stored.evaluations {
		list[i] = catalog.Evaluation{Source: e.Source, Coverage: e.Coverage}
		for _, id := range e.problems {
			body, err := c.problem(id)
			if err != nil {
				return nil, err
			}
			var p catalog.Problem
			if p, texts, err = body.problem(texts); err != nil {
				return nil, err
			}
			list[i].Problems = append(list[i].Problems, p)
		}
	}
	if len(texts) > 0 {
		return nil, errFindings
	}
	return list, nil
}
