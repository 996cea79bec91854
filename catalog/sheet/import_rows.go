package sheet

import (
	"context"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// ImportRows streams what the mapping's sheets say, one behind the other. An error ends
// the stream; what came before it must not be kept, for the file is not whole.
// Summary says afterwards what was read and what was left out. The stream may be
// run again.
func (b *Book) ImportRows(ctx context.Context, m Mapping, o Options) catalog.ImportRows {
	return func(yield func(catalog.ImportRow, error) bool) {
		var all []*run
		for _, part := range m.parts() {
			r, err := b.newRun(part, o)
			if err != nil {
				yield(catalog.ImportRow{}, err)
				return
			}
			if !r.read(ctx, yield) {
				return
			}
			all = append(all, r)
		}
		b.summary = b.summarize(all)
	}
}

// read streams the import rows of one sheet; it reports whether they came to their end.
func (r *run) read(ctx context.Context, yield func(catalog.ImportRow, error) bool) bool {
	for row, err := range r.book.src.Rows(ctx, r.sheet) {
		if err != nil {
			yield(catalog.ImportRow{}, err)
			return false
		}
		r.row(row)
		if !r.deliver(yield) {
			return false
		}
	}
	r.layout.flush()
	return r.deliver(yield)
}

// Summary reports on the last run of import rows that came to its end.
func (b *Book) Summary() Summary { return b.summary }

// layout makes products of lines. The import rows that are complete it hands to run.emit.
type layout interface {
	add(l *line)
	flush() // what is still kept
}

// run is one pass over a sheet.
type run struct {
	book    *Book
	mapping Mapping
	options Options
	sheet   int
	columns []*column // by their index in the sheet, nil where there is none
	layout  layout
	filter  filter
	shape   shape
	tally   tally
	seen    []bool // columns of which a value was met
	ready   []catalog.ImportRow
	started bool // behind the header
}

// column is a column of the mapping with what its field needs.
type column struct {
	Column
	info   catalog.FieldInfo
	role   bool // a column of the mapping's own, no field
	option string

	// What a run has met in it, for its account.
	values               int // read so far
	given, besides, bare int // numbers with a unit from the column, from another one, from nothing
	barePlace            catalog.Place
	filled               bool        // a value is in the sample
	numbers              bool        // its field is one of numbers
	sign                 decimalSign // of its numbers
	above                decimalSign // of the first number that shows it
	settled              int         // numbers that only the sign of the rest made clear
	differs              bool        // the row's currency is another, which was reported
	lent                 int         // amounts in the currency of their row's price
	first                string      // currency of the first amount
	mixed                bool        // another one was met, which was reported
	unclear              string      // a word of its header that may be a currency, until it was reported
}

func (b *Book) newRun(m Mapping, o Options) (*run, error) {
	sheets := b.src.Sheets()
	i := 0
	if b.text == nil {
		var err error
		if i, err = findSheet(sheets, m.Sheet); err != nil {
			return nil, err
		}
	}
	r := &run{book: b, mapping: m, options: o, sheet: i, tally: newTally(m.Columns), seen: make([]bool, grid.MaxColumns)}
	for _, c := range m.Columns {
		if err := r.column(c); err != nil {
			return nil, err
		}
	}
	sample, err := b.sample(context.Background(), i, m.HeaderRow)
	if err != nil {
		return nil, err
	}
	r.filter = newFilter(r, sample)
	r.shape = newShape(r, sample)
	r.signs(sample)
	r.layout = newLayout(r)
	return r, nil
}

func (r *run) column(c Column) error {
	if c.Index < 0 || c.Index >= grid.MaxColumns || !KnownField(c.Field) {
		return grid.Refuse("field-unknown", "field", string(c.Field))
	}
	for len(r.columns) <= c.Index {
		r.columns = append(r.columns, nil)
	}
	if c.Field == Ignore {
		return nil
	}
	col := &column{Column: c, option: c.Option, role: isRole(c.Field)}
	if !col.role {
		col.info, _ = catalog.LookupField(c.Field)
	}
	col.numbers = numeric(c.Field)
	if col.isMoney() {
		col.unclear = r.mapping.unclear(c.Header)
	}
	r.columns[c.Index] = col
	return nil
}

// row takes one row of the sheet.
func (r *run) row(row *grid.Row) {
	if !r.started && !r.begin(row) {
		return
	}
	if n := row.Number; r.mapping.HeaderRow != NoHeader && n > r.mapping.HeaderRow && n < r.mapping.FirstRow {
		return // the header's other rows
	}
	r.tally.rows++
	if why := r.filter.skip(row); why != "" {
		r.tally.row(row, r.seen)
		r.skip(why, row)
		return
	}
	r.filter.followed()
	if why := r.shape.look(row); why != "" {
		r.refuse(row, why)
		return
	}
	r.tally.row(row, r.seen)
	r.layout.add(r.line(row))
}

// skip counts a row that is no product.
func (r *run) skip(why string, row *grid.Row) {
	switch why {
	case skippedNote:
		r.contradicts(row)
		r.tally.skip(why, shortRemark(row))
	case skippedSection:
		r.filter.waiting = append(r.filter.waiting, lonely{itoa(row.Number), shortRemark(row)})
	default:
		r.tally.skip(why, itoa(row.Number))
	}
}

// refuse leaves a row out that cannot be trusted: an import row of its own says so. A row
// that may begin a product closes the one before it, since the rows below it that
// name none would be taken for that one's.
func (r *run) refuse(row *grid.Row, code string) {
	place := r.places(row)[0]
	if p, ok := r.layout.(*plain); ok && r.textOf(row, catalog.FieldTitle) != "" {
		p.flush()
	}
	r.ready = append(r.ready, catalog.ImportRow{
		Place: place, Rows: 1, Refused: true,
		Problems: []catalog.Problem{catalog.NewProblem(code, catalog.Blocked, "").At(place)},
	})
}

// textOf is what a row has in the column of a field.
func (r *run) textOf(row *grid.Row, f catalog.Field) string {
	if c := r.mapping.Column(f); c != nil {
		return row.Text(c.Index)
	}
	return ""
}

// begin reports whether the products have begun. In a sheet whose rows are in no
// order the header row is what begins them, not its number.
func (r *run) begin(row *grid.Row) bool {
	switch {
	case r.mapping.HeaderRow == NoHeader:
		r.started = true
		return true
	case row.Number == r.mapping.HeaderRow:
		r.started = true
	}
	return false
}

// emit hands a complete import row over.
func (r *run) emit(d catalog.ImportRow) {
	r.tally.products++
	r.lacks(&d)
	r.ready = append(r.ready, d)
}

func (r *run) deliver(yield func(catalog.ImportRow, error) bool) bool {
	for i := range r.ready {
		if !yield(r.ready[i], nil) {
			return false
		}
	}
	r.ready = r.ready[:0]
	return true
}

// finish reports on the run; place is what it read, the file or a sheet of it.
func (r *run) finish(place catalog.Place) Summary {
	for _, w := range r.filter.waiting {
		r.tally.skip(skippedNote, w.remark) // nothing is below it: the table has ended
	}
	if r.book.text != nil {
		r.tally.unreadable = r.book.text.Unreadable()
	}
	s := r.tally.summary(place, r.book.Encoding())
	s.Problems = append(s.Problems, r.shape.problems(place)...)
	s.Assumptions = r.assumptions()
	return s
}

// lacks counts what an import row lacks.
func (r *run) lacks(d *catalog.ImportRow) {
	if d.Refused {
		return
	}
	title, handle := false, d.Code.Text != ""
	for _, v := range d.Values {
		base, _, _ := v.Field.Locale()
		title = title || base == catalog.ListingTitle && v.Text != ""
		handle = handle || v.Field == catalog.FieldHandle && v.Text != ""
	}
	r.tally.lacks.Product(title)
	for _, v := range d.Variants {
		code := handle || catalog.Text(v.Values, catalog.FieldSKU) != "" || catalog.Text(v.Values, catalog.FieldGTIN) != ""
		price := strings.ContainsAny(catalog.Text(v.Values, catalog.FieldPrice), "123456789") // 0 is none
		r.tally.lacks.Variant(price, code)
	}
}
