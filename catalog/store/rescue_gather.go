package store

import (
	"context"
	"encoding/json"
	"math"
	"net/url"
	"os"
	"strings"

	"tradewind.app/catalog"
)

// gather reads all that can be read of the copy of a damaged file.
func gather(ctx context.Context, path string, r *RescueReport) (*remains, error) {
	m := &remains{rows: map[int64]listed{}, bodies: map[int64]content{}, documents: map[DocumentName]json.RawMessage{}}
	whole := m.gatherTables(ctx, path, r)
	if err := ctx.Err(); err != nil || whole && len(m.missing()) == 0 {
		return m, err
	}
	return m, m.gatherPages(ctx, path)
}

// gatherTables reads the tables with SQLite, around what is damaged, and reports
// whether nothing was.
func (m *remains) gatherTables(ctx context.Context, path string, r *RescueReport) bool {
	db, err := openPool(ctx, path, accessRead, 1, url.Values{"immutable": {"1"}})
	if err != nil {
		return false
	}
	defer db.Close() // opened for reading: nothing can be lost
	c, err := newSession(ctx, db)
	if err != nil {
		return false
	}
	defer func() { _ = c.close() }() // the same
	if r.Damage, err = c.strings(`PRAGMA integrity_check(20)`); err != nil {
		r.Damage = []string{err.Error()}
	}
	whole := len(r.Damage) == 1 && r.Damage[0] == "ok"
	if whole {
		r.Damage = nil
	}
	_ = c.row(`SELECT count(*) FROM history`, nil, &r.Entries) // 0 where that is damaged too
	m.wholeRows = c.around(ctx, "product", "seq, id, hash, handle, sku, title", func(row scanner) error {
		var seq int64
		var l listed
		err := row.Scan(&seq, &l.ID, &l.hash, &l.Handle, &l.SKU, &l.Title)
		m.rows[seq] = l
		return err
	})
	bodies := c.around(ctx, "product_body", "product, body", func(row scanner) error {
		var seq int64
		var body []byte
		err := row.Scan(&seq, &body)
		m.take(seq, body)
		return err
	})
	documents := each(c.query(`SELECT kind, name, body FROM document`))(func(row scanner) error {
		var name DocumentName
		var body []byte
		err := row.Scan(&name.Kind, &name.Name, &body)
		m.takeDocument(name, body)
		return err
	}) == nil
	return whole && m.wholeRows && bodies && documents
}

// around reads a table in the order of its rows. Where a part cannot be read, it
// goes on behind it, in steps that grow until something can be read again. It
// reports whether all could be read.
func (s *session) around(ctx context.Context, table, columns string, use func(scanner) error) (whole bool) {
	whole = true
	const key = "rowid"
	at, step := int64(math.MinInt64), int64(1)
	for ctx.Err() == nil {
		last := at
		err := each(s.query(`SELECT `+columns+`, `+key+` FROM `+table+` WHERE `+key+` >= ? ORDER BY `+key, at))(func(row scanner) error {
			return use(withKey{row, &last})
		})
		if err == nil {
			return whole
		}
		whole = false
		switch {
		case at == math.MinInt64 && last == at:
			at = 1
		case last > at || at == math.MinInt64:
			at, step = last+1, 1
		case step > 1<<40:
			return false
		default:
			at, step = at+step, step*2
		}
	}
	return false
}

// withKey reads the last column of a row into key.
type withKey struct {
	scanner
	key *int64
}

func (w withKey) Scan(dest ...any) error { return w.scanner.Scan(append(dest, w.key)...) }

// gatherPages reads every page by itself. What lists knew is gathered first: by it
// the contents are judged.
func (m *remains) gatherPages(ctx context.Context, path string) error {
	file, err := openOwn(path, os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	defer file.Close() // opened for reading: nothing can be lost
	f := newPageFile(file, sizeOf(path))
	err = f.rows(func(row foundRow) error {
		if !m.wholeRows && !f.free[row.page] {
			m.takeRow(row)
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	return f.rows(func(row foundRow) error {
		switch v := row.values; {
		case isBody(row):
			m.takePage(row, f.free[row.page])
		case len(v) == 6 && row.seq == 0 && !f.free[row.page]:
			kind, _ := v[0].(string)
			name, _ := v[1].(string)
			body, _ := v[2].(string)
			m.takeDocument(DocumentName{DocumentKind(kind), name}, []byte(body))
		}
		return ctx.Err()
	})
}

// isBody reports whether a row looks like one of product_body.
func isBody(row foundRow) bool {
	if row.seq <= 0 || len(row.values) != 2 || row.values[0] != nil {
		return false
	}
	body, ok := row.values[1].(string)
	return ok && strings.HasPrefix(body, "{")
}

// takePage takes a content that a page has. One on a free page was deleted or
// changed: it counts only if it is what the list's checksum says.
func (m *remains) takePage(row foundRow, free bool) {
	seq, body := row.seq, []byte(row.values[1].(string))
	if _, isListed := m.rows[seq]; free && !isListed {
		return
	}
	had, before := m.bodies[seq]
	m.take(seq, body)
	if now := m.bodies[seq]; free && !now.sure { // not what it was in the end
		if before {
			m.bodies[seq] = had
		} else {
			delete(m.bodies, seq)
		}
	}
}

// takeRow takes what looks like a row of product.
func (m *remains) takeRow(row foundRow) {
	v := row.values
	if row.seq <= 0 || len(v) < 10 || v[0] != nil {
		return
	}
	id, isID := v[1].(string)
	hash, isHash := v[2].([]byte)
	if !isID || len(id) != 36 || !isHash || len(hash) != hashSize {
		return
	}
	if _, ok := m.rows[row.seq]; ok {
		return
	}
	l := listed{hash: hash}
	l.ID = catalog.ID(id)
	l.Handle, _ = v[6].(string)
	l.SKU, _ = v[7].(string)
	l.Title, _ = v[8].(string)
	m.rows[row.seq] = l
}

// takeDocument takes a document that can be read.
func (m *remains) takeDocument(name DocumentName, body []byte) {
	switch name.Kind {
	case Settings, Profiles, CategoryMappings, Terms:
	default:
		return
	}
	if _, ok := m.documents[name]; !ok && json.Valid(body) {
		m.documents[name] = json.RawMessage(append([]byte{}, body...))
	}
}
