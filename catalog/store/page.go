package store

import (
	"context"
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
	Next Cursor // ask from here for the page after; empty: this is the last

	last place // of the last row
}

const defaultLimit = 100

// place is what a Cursor encodes.
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
	if q.Backwards {
		q.Sort.Desc = !q.Sort.Desc
	}
	var page Page
	err := s.read(ctx, func(c *session) error {
		list, err := c.listFrom(q)
		if err != nil {
			return err
		}
		page, err = list.page(ctx, c, q.Limit)
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

// listFrom plans a list that begins at a place.
func (c *session) listFrom(q PageQuery) (list listing, err error) {
	if list.by, err = orderOf(q.Sort); err != nil {
		return list, err
	}
	if list.selection, err = newSelection(q.Filter); err != nil {
		return list, err
	}
	if err := c.plan(&list.selection, &list.by, q.Limit); err != nil {
		return list, err
	}
	if q.From != "" {
		from, err := q.From.place()
		if err != nil {
			return list, err
		}
		list.addBeyond(list.by, *from)
	}
	return list, nil
}

// page reads up to limit rows, that the rest of the filter takes, too.
func (q *listing) page(ctx context.Context, c *session, limit int) (page Page, err error) {
	columns, join, end := rowColumns+", "+q.by.value()+", NULL", "", fmt.Sprintf(" LIMIT %d", limit)
	if len(q.rest) > 0 {
		columns, join, end = rowColumns+", "+q.by.value()+", b.body", withBody, ""
	}
	query := "SELECT " + columns + q.from + join + q.clause() + q.by.clause() + end
	err = each(c.conn.QueryContext(ctx, query, q.args...))(func(row scanner) error {
		if err := page.add(row, q.rest); err != nil {
			return err
		}
		if len(page.Rows) == limit {
			return errStopped
		}
		return nil
	})
	if errors.Is(err, errStopped) {
		err = nil
		page.Next = page.last.cursor()
	}
	return page, err
}

// add reads a row and adds it when the rest of the filter takes it.
func (p *Page) add(from scanner, rest []catalog.Condition) error {
	var at place
	var body []byte
	row, seq, err := scanRow(from, &at.Value, &body)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		product, err := decode(body)
		if err != nil || !matchesAll(product, rest) { // of what cannot be read nothing is known
			return nil
		}
	}
	at.Seq = seq
	if p.last = at; len(p.Rows) == 0 {
		p.Prev = at.cursor()
	}
	p.Rows = append(p.Rows, row)
	return nil
}

func matchesAll(p *catalog.Product, conditions []catalog.Condition) bool {
	for _, c := range conditions {
		if !c.Match(p) {
			return false
		}
	}
	return true
}
