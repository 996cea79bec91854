package catalog

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
)

// ImportRows is a stream of what a source says. An error ends it, and the run.
type ImportRows = iter.Seq2[ImportRow, error]

// Changes is a stream of what a run does. An error ends it, and the run.
type Changes = iter.Seq2[Change, error]

// planBatch is how many import rows are looked up at once: enough that the look-up
// costs little, few enough that memory does not grow with the file.
const planBatch = 256

// Plan turns import rows into changes: each is matched by SKU, then GTIN, then
// handle, and laid over the product it names, or over a new one.
//
// Every change must be written before the next is asked for (find is to see it).
// Nothing here writes, so a dry run is the same run with the writing undone.
func Plan(ctx context.Context, rows ImportRows, find Find, d Defaults) Changes {
	return func(yield func(Change, error) bool) {
		p := newPlanner(find, d)
		batch := make([]ImportRow, 0, planBatch)
		for row, err := range rows {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(Change{}, err)
				return
			}
			if batch = append(batch, row); len(batch) == planBatch {
				if !p.run(ctx, batch, yield) {
					return
				}
				batch = batch[:0]
			}
		}
		p.run(ctx, batch, yield)
	}
}

// planner is the state of one run.
type planner struct {
	lookup
	defaults Defaults
	seen     map[string]Place // SKUs of this run, and where they were first
	rows     map[ID]Place     // variants of this run without an SKU, and the row of each
	handles  map[string]int   // how often a title without any code was met
	touched  map[ID]fieldSet  // products of this run, and which of their texts it wrote
	// updates is set when the source speaks of products that were there before: what
	// it knows and the catalogue does not is a mistake rather than a new product,
	// unless it says what that is called.
	updates bool
}

func newPlanner(find Find, d Defaults) *planner {
	return &planner{
		lookup: newLookup(find), defaults: ofFile(d),
		seen: map[string]Place{}, rows: map[ID]Place{}, handles: map[string]int{}, touched: map[ID]fieldSet{},
	}
}

// run plans one batch; it reports false when the reader wants no more.
func (p *planner) run(ctx context.Context, rows []ImportRow, yield func(Change, error) bool) bool {
	for i := range rows {
		p.name(&rows[i])
	}
	keys := make([][]Key, len(rows))
	for i := range rows {
		keys[i] = rows[i].keys()
	}
	if err := p.begin(ctx, rows, keys); err != nil {
		return yield(Change{}, err)
	}
	for i := 0; i < len(rows) && !p.updates && len(p.have) > 0; i++ {
		have := p.match(&rows[i], keys[i])
		p.updates = have != nil && !p.met(have)
	}
	for i := range rows {
		change, err := p.change(ctx, &rows[i], keys[i])
		if !yield(change, err) || err != nil {
			return false
		}
	}
	return true
}

// name gives an import row that has no code at all a handle made of its title, so that
// the same file imported again finds the same product. The n-th product of a
// title gets "-n".
func (p *planner) name(d *ImportRow) {
	if Text(d.Values, FieldHandle) != "" || d.Code.Text != "" || d.hasCode() {
		return
	}
	d.titled = true
	handle := Slug(Text(d.Values, FieldTitle))
	if handle == "" {
		return
	}
	p.handles[handle]++
	if n := p.handles[handle]; n > 1 {
		handle += "-" + itoa(n)
	}
	d.Values = append(d.Values, Value{Field: FieldHandle, Text: handle, Place: d.Place})
}

func (d *ImportRow) hasCode() bool {
	return d.hasSKU() || slices.ContainsFunc(d.Variants, func(v ImportVariant) bool { return Text(v.Values, FieldGTIN) != "" })
}

func (d *ImportRow) hasSKU() bool {
	return slices.ContainsFunc(d.Variants, func(v ImportVariant) bool { return cleaned(v.Values, FieldSKU) != "" })
}

// change plans one import row.
func (p *planner) change(ctx context.Context, d *ImportRow, keys []Key) (Change, error) {
	c := Change{Place: d.Place, Problems: d.Problems, Rows: max(d.Rows, 1)}
	if d.Refused {
		return c.refuse(d), nil
	}
	if !d.usable() {
		return c.refuse(d, NewProblem("row-without-name", Blocked, FieldTitle).At(d.Place)), nil
	}
	before := p.match(d, keys)
	after := &Product{ID: NewID()}
	if before != nil {
		after = before.Clone()
	}
	if before == nil && !d.named() {
		if p.updates || !d.hasSKU() {
			return c.refuse(d, d.unknown()), nil
		}
		c.Problems = append(c.Problems, NewProblem("title-missing", Warning, FieldTitle).At(Place(strings.Clone(string(d.Place)))))
	}
	merge := merger{planner: p, imported: d, product: after, change: &c}
	if !merge.apply() {
		return c.refuse(d), nil
	}
	if before == nil {
		after.Handle = cmp.Or(after.Handle, codeHandle(d.Code.Text))
		if err := p.ensureHandle(ctx, after); err != nil {
			return c, err
		}
	}
	merge.code()
	return p.conclude(ctx, c, &merge, before)
}

// usable reports whether an import row says enough to know what it is about.
func (d *ImportRow) usable() bool {
	return d.hasCode() || d.Code.Text != "" || Text(d.Values, FieldTitle) != "" || Text(d.Values, FieldHandle) != ""
}

// named reports whether an import row has what a product is called, in any language.
func (d *ImportRow) named() bool {
	for _, v := range d.Values {
		if f, _, _ := v.Field.Locale(); f == ListingTitle && cleaned([]Value{v}, v.Field) != "" {
			return true
		}
	}
	return false
}

// unknown is the problem of an import row that names no product there is, and says too
// little to make one: a price for an SKU that nobody has, a barcode alone.
func (d *ImportRow) unknown() Problem {
	code := ""
	if keys := d.keys(); len(keys) > 0 {
		code = keys[0].Value
	}
	for _, f := range []Field{FieldSKU, FieldGTIN} {
		for _, v := range d.Variants {
			if text := cleaned(v.Values, f); text != "" {
				return unknownProduct(f, text).At(d.Place)
			}
		}
	}
	return unknownProduct(FieldHandle, code).At(d.Place)
}

func unknownProduct(f Field, code string) Problem {
	return NewProblem("product-unknown", Blocked, f, "code", strings.Clone(code))
}

// located gives problems the row that they come from: that of the variant they
// name, otherwise the import row's first.
func (d *ImportRow) located(problems []Problem) []Problem {
	for i := range problems {
		problems[i].Place = d.Place
		for _, v := range d.Variants {
			if sku := problems[i].Args["sku"]; sku != "" && sku == cleaned(v.Values, FieldSKU) {
				problems[i].Place = v.Place
			}
		}
	}
	return problems
}

func (c Change) refuse(d *ImportRow, more ...Problem) Change {
	c.Problems = append(c.Problems, more...)
	c.Outcome, c.Before, c.After, c.RefusedRows = Refused, nil, nil, c.Rows
	c.RefusedAt = d.places()
	return c
}

// places is where the import row's rows begin: its first, and those of its variants.
func (d *ImportRow) places() []Place {
	places := []Place{Place(strings.Clone(string(d.Place)))}
	for _, v := range d.Variants {
		if v.Place != "" && v.Place != d.Place {
			places = append(places, Place(strings.Clone(string(v.Place))))
		}
	}
	return places
}

// conclude compares, checks what changes by the rules, and remembers what the
// product is now.
func (p *planner) conclude(ctx context.Context, c Change, m *merger, before *Product) (Change, error) {
	after := m.product
	c.Before, c.After, c.Outcome = before, after, New
	if before != nil {
		c.Outcome = Changed
		if before.Equal(after) {
			c.Outcome = Same
		}
	}
	if c.Outcome != Same {
		broken, err := Validate(ctx, before, after, p.products)
		if err != nil {
			return c, err
		}
		if len(broken) > 0 {
			return c.refuse(m.imported, m.imported.located(broken)...), nil
		}
	}
	c.Again = p.met(after)
	if before == nil {
		m.written |= madeNow
	}
	p.touched[after.ID] |= m.written
	c.Made, c.Titled = p.touched[after.ID]&madeNow != 0, m.imported.titled
	p.write(before, after)
	return c, nil
}

// met reports whether the run has written a product, or found it as it is.
func (p *planner) met(product *Product) bool {
	_, met := p.touched[product.ID]
	return met
}

// ensureHandle makes sure a new product has a handle of its own.
func (p *planner) ensureHandle(ctx context.Context, product *Product) (err error) {
	product.Handle, err = p.freeHandle(ctx, product.firstHandle())
	return err
}

// firstHandle is the handle a product would like: its own, or one made of its
// title, its first SKU or its ID.
func (p *Product) firstHandle() string {
	if p.Handle != "" {
		return p.Handle
	}
	if handle := Slug(p.Title); handle != "" {
		return handle
	}
	return cmp.Or(Slug(optionAt(p.SKUs(), 0)), string(p.ID))
}

// match finds the product an import row is about.
func (p *planner) match(d *ImportRow, keys []Key) *Product {
	for _, key := range keys {
		product := p.have[key]
		if product == nil || key.Kind == KeyGTIN && d.renames(product, key) || key.Kind == KeyHandle && p.hasOtherCode(product, d) {
			continue
		}
		return product
	}
	return nil
}

// ofFile are the defaults for texts that come with a file: what they write into a
// listing is imported, whoever imports it.
func ofFile(d Defaults) Defaults {
	d.Mark = Mark{State: StateImported}
	return d
}
