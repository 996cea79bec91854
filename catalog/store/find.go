package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"tradewind.app/catalog"
)

// keyQueries find the products of one key and of many. Where several products
// share a GTIN, the one that came first is meant: rows come in the
// order of seq and the first is kept.
var keyQueries = map[catalog.KeyKind]struct{ one, many string }{
	catalog.KeySKU:    keyQuery("variant", "product", "sku", "AND t.sku <> ''"),
	catalog.KeyGTIN:   keyQuery("variant", "product", "gtin_key", "AND t.gtin_key <> ''"),
	catalog.KeyHandle: keyQuery("product", "seq", "handle_key", "AND t.handle_key <> ''"),
}

func keyQuery(table, seq, column, more string) (q struct{ one, many string }) {
	q.one = fmt.Sprintf(`SELECT t.%[3]s, t.%[2]s FROM %[1]s AS t WHERE t.%[3]s = ? %[4]s ORDER BY t.%[2]s LIMIT 1`,
		table, seq, column, more)
	q.many = fmt.Sprintf(`SELECT t.%[3]s, t.%[2]s FROM json_each(?) AS j CROSS JOIN %[1]s AS t ON t.%[3]s = j.value %[4]s
		ORDER BY t.%[2]s`, table, seq, column, more)
	return q
}

func (s *session) find(keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
	values := map[catalog.KeyKind][]string{}
	for _, k := range keys {
		if k = catalog.NewKey(k.Kind, k.Value); k.Value != "" {
			values[k.Kind] = append(values[k.Kind], k.Value)
		}
	}
	where := map[catalog.Key]int64{}
	for kind, list := range values {
		if err := s.findKind(kind, list, where); err != nil {
			return nil, fmt.Errorf("find products by %s: %w", kind, err)
		}
	}
	found := make(map[catalog.Key]*catalog.Product, len(where))
	products := make(map[int64]*catalog.Product, len(where))
	for _, key := range keys {
		seq, ok := where[catalog.NewKey(key.Kind, key.Value)]
		if !ok {
			continue
		}
		p := products[seq]
		if p == nil {
			var err error
			if p, err = s.product(seq); err != nil {
				return nil, err
			}
			products[seq] = p
		}
		found[key] = p
	}
	return found, nil
}

// findKind notes where the products are that values of one kind name.
func (s *session) findKind(kind catalog.KeyKind, values []string, where map[catalog.Key]int64) error {
	query, ok := keyQueries[kind]
	if !ok {
		return errors.New("there is no such key")
	}
	text, arg := query.one, values[0]
	if len(values) > 1 {
		list, err := json.Marshal(values)
		if err != nil {
			return err
		}
		text, arg = query.many, string(list)
	}
	return each(s.query(text, arg))(func(row scanner) error {
		key := catalog.Key{Kind: kind}
		var seq int64
		err := row.Scan(&key.Value, &seq)
		if _, ok := where[key]; !ok && err == nil {
			where[key] = seq
		}
		return err
	})
}

// product reads one product.
func (s *session) product(seq int64) (*catalog.Product, error) {
	var body []byte
	err := s.row(`SELECT body FROM product_body WHERE product = ?`, []any{seq}, &body)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, explain("read a product", err)
	}
	p, err := decode(body)
	if err != nil {
		return nil, s.unreadableError(seq, err)
	}
	return p, nil
}
