package store

import (
	"encoding/json"
	"fmt"

	"tradewind.app/catalog"
)

// maxInterned bounds what is remembered of each sort: beyond it memory begins anew.
const maxInterned = 200_000

// interned remembers which number a problem, an evaluation and a set of evaluations
// have. It is used by the transaction that writes findings, and forgotten when one of
// them is rolled back.
type interned struct {
	sources     map[catalog.FindingSource]int64
	problems    map[string]int64
	evaluations map[string]int64
	sets        map[string]int64
}

func newInterned() *interned {
	return &interned{map[catalog.FindingSource]int64{}, map[string]int64{}, map[string]int64{}, map[string]int64{}}
}

// numberOf returns the number that a key has in a table, found or made by the query.
func numberOf(known map[string]int64, key string, make func() (int64, error)) (int64, error) {
	if id, ok := known[key]; ok {
		return id, nil
	}
	id, err := make()
	if err != nil {
		return 0, err
	}
	if len(known) >= maxInterned {
		clear(known)
	}
	known[key] = id
	return id, nil
}

// problem returns the number of what a problem shares with those of more products, and its own
// texts.
func (n *interned) problem(c *session, p catalog.Problem) (int64, []string, error) {
	body, texts := split(p)
	id, err := numberOf(n.problems, body.key(), func() (id int64, err error) {
		b, err := json.Marshal(body)
		if err != nil {
			return 0, err
		}
		err = c.row(`INSERT INTO finding_problem (body) VALUES (?1) ON CONFLICT DO UPDATE SET body = ?1 RETURNING id`, []any{string(b)}, &id)
		return id, err
	})
	return id, texts, err
}

// source returns the number of a source in use.
func (n *interned) source(c *session, source catalog.FindingSource) (id int64, err error) {
	if id, ok := n.sources[source]; ok {
		return id, nil
	}
	err = c.row(`SELECT id FROM finding_source WHERE kind = ? AND name = ?`, []any{string(source.Kind), source.Name}, &id)
	if err != nil {
		return 0, fmt.Errorf("find the source %s: %w", source.Name, err)
	}
	n.sources[source] = id
	return id, nil
}

// evaluation returns the number of an evaluation without its texts, which are appended
// to texts.
func (n *interned) evaluation(c *session, e catalog.Evaluation, texts []string) (int64, []string, error) {
	source, err := n.source(c, e.Source)
	if err != nil {
		return 0, nil, err
	}
	var body []byte
	for _, tier := range e.Coverage {
		body = packNumbers(body, tier.Filled, tier.Of)
	}
	body = packNumbers(body, len(e.Problems))
	for _, p := range e.Problems {
		id, own, err := n.problem(c, p)
		if err != nil {
			return 0, nil, err
		}
		body, texts = packNumbers(body, id), append(texts, own...)
	}
	key := string(packNumbers(nil, source)) + string(body)
	id, err := numberOf(n.evaluations, key, func() (id int64, err error) {
		err = c.row(`INSERT INTO finding_evaluation (source, body) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET source = ?1 RETURNING id`,
			[]any{source, deflate(body)}, &id)
		return id, err
	})
	return id, texts, err
}

// What is noted of a product besides evaluations.
const (
	flagUnfinished = 1 << iota // it has no finished listing in the shop's Chinese
	flagUnread                 // it has a picture that could not be read
	flagUnreadable             // the product itself cannot be read
)

// set returns the number of all that was found about a product, and its own texts.
func (n *interned) set(c *session, f ProductFindings) (int64, []string, error) {
	flags := boolean(f.Unfinished)*flagUnfinished | boolean(f.Unread)*flagUnread | boolean(f.Unreadable)*flagUnreadable
	body := packNumbers(nil, flags)
	var texts []string
	for _, e := range f.Evaluations {
		var id int64
		var err error
		if id, texts, err = n.evaluation(c, e, texts); err != nil {
			return 0, nil, err
		}
		body = packNumbers(body, id)
	}
	id, err := numberOf(n.sets, string(body), func() (id int64, err error) {
		err = c.row(`INSERT INTO finding_set (body, products, first) VALUES (?1, 0, 0) ON CONFLICT DO UPDATE SET body = ?1 RETURNING id`, []any{body}, &id)
		return id, err
	})
	return id, texts, err
}
