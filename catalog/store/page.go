package store

import (
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"tradewind.app/catalog"
)

// Cursor is a place in a list, between two rows. The zero Cursor is the
// beginning, or the end for a page that goes backwards. It stays good when
// products come and go.
type Cursor string

// PageQuery asks for a page of a list.
type PageQuery struct {
	Filter    catalog.Filter
	Sort      catalog.Sort // the zero Sort: as products came; see Sortable
	From      Cursor
	Backwards bool // the rows before From instead of those after it
	Limit     int  // rows at most; 0: 100
}

// Page is a piece of a list, in the list's order also when it was asked for
// backwards.
type Page struct {
	Rows []Row
	Prev Cursor // ask backwards from here for the page before
	Next Cursor // ask from here for the page after
}

const defaultLimit = 100

// place is what a Cursor stands for.
type place struct {
	Value any   `json:"v"`
	Bytes bool  `json:"b,omitempty"` // Value is base64
	Seq   int64 `json:"s"`
}

func (p place) cursor() Cursor {
	if b, ok := p.Value.([]byte); ok {
		p.Value, p.Bytes = base64.StdEncoding.EncodeToString(b), true
	}
	b, err := json.Marshal(p)
	if err != nil {
		panic(err) // texts, bytes and integers only
	}
	return Cursor(base64.RawURLEncoding.EncodeToString(b))
}

var errCursor = errors.New("the place in the list is not one that a page gave")

func (c Cursor) place() (*place, error) {
	var p struct {
		Value json.RawMessage `json:"v"`
		Bytes bool            `json:"b"`
		Seq   int64           `json:"s"`
	}
	b, err := base64.RawURLEncoding.DecodeString(string(c))
	if err != nil || json.Unmarshal(b, &p) != nil {
		return nil, errCursor
	}
	out := &place{Seq: p.Seq}
	var text string
	var number int64
	switch {
	case p.Bytes:
		var key []byte
		err = json.Unmarshal(p.Value, &key)
		out.Value = key
	case json.Unmarshal(p.Value, &text) == nil:
		out.Value = text
	default:
		err = json.Unmarshal(p.Value, &number)
		out.Value = number
	}
	if err != nil {
		return nil, errCursor
	}
	return out, nil
}

// Page reads a page of the list. It is found by the values at its edge and not
// by counting, so the last page costs what the first does.
func (s *Store) Page(ctx context.Context, q PageQuery) (Page, error) {
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	o, err := orderOf(q.Sort)
	if err != nil {
		return Page{}, err
	}
	if q.Backwards {
		o.desc = !o.desc
	}
	sel, err := newSelection(q.Filter)
	if err != nil {
		return Page{}, err
	}
	var from *place
	if q.From != "" {
		if from, err = q.From.place(); err != nil {
			return Page{}, err
		}
	}
	var page Page
	err = s.read(ctx, func(c *session) error {
		if err := c.plan(&sel, &o, q.Limit); err != nil {
			return err
		}
		if from != nil {
			sel.addBeyond(o, *from)
		}
		page, err = c.page(ctx, sel, o, q.Limit)
		return err
	})
	if err != nil {
		return Page{}, explain("read the list", err)
	}
	if q.Backwards {
		slices.Reverse(page.Rows)
		page.Prev, page.Next = page.Next, page.Prev
	}
	return page, nil
}

// page runs a planned query and reads up to limit rows that also the rest of the
// filter takes.
func (c *session) page(ctx context.Context, sel selection, o order, limit int) (page Page, err error) {
	columns, body := rowColumns+", "+o.value(), ""
	if len(sel.rest) > 0 {
		columns, body = columns+", b.body", " JOIN product_body AS b ON b.product = p.seq"
	} else {
		sel.args = append(sel.args, limit)
	}
	query := "SELECT " + columns + sel.from + body + sel.clause() + o.clause()
	if len(sel.rest) == 0 {
		query += " LIMIT ?"
	}
	rows, err := c.conn.QueryContext(ctx, query, sel.args...)
	if err != nil {
		return page, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for len(page.Rows) < limit && rows.Next() {
		row, at, ok, err := scanListed(rows, sel.rest)
		if err != nil {
			return page, err
		}
		if !ok {
			continue
		}
		if len(page.Rows) == 0 {
			page.Prev = at.cursor()
		}
		page.Rows = append(page.Rows, row)
		if len(page.Rows) == limit {
			page.Next = at.cursor()
		}
	}
	return page, rows.Err()
}

// scanListed reads a row with its place, and asks the rest of the filter.
func scanListed(rows *sql.Rows, rest []catalog.Condition) (Row, place, bool, error) {
	var at place
	var body []byte
	more := []any{&at.Value}
	if len(rest) > 0 {
		more = append(more, &body)
	}
	row, seq, err := scanRow(rows, more...)
	if err != nil {
		return row, at, false, err
	}
	at.Seq = seq
	if len(rest) == 0 {
		return row, at, true, nil
	}
	p, err := catalog.DecodeProduct(body)
	if err != nil {
		return row, at, false, fmt.Errorf("product %s: %w", row.ID, err)
	}
	return row, at, matchesAll(p, rest), nil
}

func matchesAll(p *catalog.Product, conditions []catalog.Condition) bool {
	for _, c := range conditions {
		if !c.Match(p) {
			return false
		}
	}
	return true
}
