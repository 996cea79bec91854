package store

import (
	"context"
	"strings"

	sqlite3 "modernc.org/sqlite/lib"

	"tradewind.app/catalog"
)

// New products of an import are written together: a statement with the rows of many
// costs half of what one for each row does. See loader.go for when they are.

// loadSize is how many new products are written together.
const loadSize = 64

// rowsAtOnce are how many rows one statement inserts, most first: each number is a
// statement that is prepared once.
var rowsAtOnce = []int{64, 8, 1}

// loaded is a new product that waits to be written.
type loaded struct {
	change catalog.Change
	seq    int64
	body   []byte
	hash   []byte
}

// table is one that new products have rows in.
type table struct {
	name, columns string
	width         int
}

var (
	productTable = table{"product", "seq, id, hash, row_version, changed_at, changed_by, " + columnNames, 6 + columnCount}
	bodyTable    = table{"product_body", "product, body", 2}
	variantTable = table{"variant", "product, pos, sku, gtin, gtin_key, price_key, currency, quantity", 8}
	historyTable = table{"history_change", "entry, product, after_hash", 3}
)

// insertion is the statement for n rows.
func (t table) insertion(n int) string {
	row := "(" + places(t.width) + ")"
	return "INSERT INTO " + t.name + " (" + t.columns + ") VALUES " + strings.Repeat(row+", ", n-1) + row
}

// writeLoaded writes new products. It runs beside the goroutine that the batch is used by.
func (b *Batch) writeLoaded(changes []catalog.Change) error {
	products := make([]loaded, len(changes))
	for i := range changes {
		products[i].change = changes[i]
	}
	if err := b.giveNumbers(products); err != nil {
		return err
	}
	for _, write := range []struct {
		table
		rows func(*loaded) []any
	}{
		{productTable, b.productRow},
		{bodyTable, func(l *loaded) []any { return []any{l.seq, string(l.body)} }},
		{variantTable, variantArgsOf},
		{historyTable, func(l *loaded) []any { return []any{b.entry.Number, l.seq, l.hash} }},
	} {
		if err := b.insertRows(write.table, products, write.rows); err != nil {
			return err
		}
	}
	if len(b.indexed) < indexChunk {
		return nil
	}
	return b.index(context.Background())
}

// giveNumbers encodes the products and numbers them as SQLite would.
func (b *Batch) giveNumbers(products []loaded) error {
	var last int64
	if err := b.c.row(`SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'product'), 0)`, nil, &last); err != nil {
		return err
	}
	for i := range products {
		l := &products[i]
		l.seq = last + 1 + int64(i)
		l.body = l.change.After.Encode()
		l.hash = hashOf(l.body)
		b.indexed = append(b.indexed, l.seq)
	}
	return nil
}

func (b *Batch) productRow(l *loaded) []any {
	args := make([]any, 0, productTable.width)
	args = append(args, l.seq, string(l.change.After.ID), l.hash, 1, b.now, b.entry.By)
	for _, c := range b.keys.columns(l.change.After) {
		args = append(args, c.value)
	}
	return args
}

func variantArgsOf(l *loaded) (args []any) {
	rows := variantRows(l.change.After)
	for i := range rows {
		args = append(args, variantArgs(l.seq, i, &rows[i])...)
	}
	return args
}

// insertRows writes the rows that products have in one table.
func (b *Batch) insertRows(t table, products []loaded, rows func(*loaded) []any) error {
	var args []any
	var owners []*loaded // of each row
	for i := range products {
		args = append(args, rows(&products[i])...)
		for len(owners) < len(args)/t.width {
			owners = append(owners, &products[i])
		}
	}
	for _, n := range rowsAtOnce {
		for len(owners) >= n {
			if err := b.c.run(t.insertion(n), args[:n*t.width]...); err != nil {
				return b.oneByOne(t, args[:n*t.width], owners[:n], err)
			}
			args, owners = args[n*t.width:], owners[n:]
		}
	}
	return nil
}

// oneByOne finds the row that keeps the rest from being written with it, and says of
// which product it is. err is what was said of all of them.
func (b *Batch) oneByOne(t table, args []any, owners []*loaded, err error) error {
	if !isCode(err, sqlite3.SQLITE_CONSTRAINT_UNIQUE) {
		return b.named(owners[0].change.After, err)
	}
	for i, l := range owners {
		if err := b.c.run(t.insertion(1), args[i*t.width:(i+1)*t.width]...); err != nil {
			return b.explained(context.Background(), l.change, b.named(l.change.After, err))
		}
	}
	return b.named(owners[0].change.After, err)
}
