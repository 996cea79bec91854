package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
)

// Dump writes what the catalogue has, one JSON value a line in an order that
// depends on nothing more: products by ID, then documents. What says when and
// by whom something was changed, and the history, are left out, so two
// catalogues with the same content give the same lines.
func (s *Store) Dump(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	err := s.read(ctx, func(c *session) error {
		for _, query := range []string{
			`SELECT b.body FROM product AS p JOIN product_body AS b ON b.product = p.seq ORDER BY p.id`,
			`SELECT json_array(kind, name, json(body)) FROM document ORDER BY kind, name`,
		} {
			if err := c.dump(ctx, out, query); err != nil {
				return explain("dump the catalogue", err)
			}
		}
		return nil
	})
	return errors.Join(err, out.Flush())
}

func (s *session) dump(ctx context.Context, w io.Writer, query string) error {
	return each(s.query(query))(func(row scanner) error {
		var line string
		if err := row.Scan(&line); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
		return ctx.Err()
	})
}
