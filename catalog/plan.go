package catalog

import (
	"bytes"
	"context"
	"iter"
	"strings"
)

// KeyKind names what a product can be found by.
type KeyKind string

// The keys, in the order in which they are tried.
const (
	KeySKU    KeyKind = "sku"
	KeyGTIN   KeyKind = "gtin"
	KeyHandle KeyKind = "handle"
)

// Key is something a product can be found by.
type Key struct {
	Kind  KeyKind
	Value string
}

// Find returns the products that the keys name, as they are now: what a run has
// written so far included. A key that names none is not in the answer.
type Find func(ctx context.Context, keys []Key) (map[Key]*Product, error)

// Drafts is a stream of what a source says. An error ends it, and the run.
type Drafts = iter.Seq2[Draft, error]

// Changes is a stream of what a run does. An error ends it, and the run.
type Changes = iter.Seq2[Change, error]

// planBatch is how many drafts are looked up at once: enough that the look-up
// costs little, few enough that memory does not grow with the file.
const planBatch = 256

// Plan turns drafts into changes: each draft is matched by SKU, then GTIN, then
// handle, and laid over the product it names, or over a new one.
//
// Every change must be written before the next is asked for (find is to see it).
// Nothing here writes, so a dry run is the same run with the writing undone.
func Plan(ctx context.Context, drafts Drafts, find Find, d Defaults) Changes {
	return func(yield func(Change, error) bool) {
		p := planner{find: find, defaults: d, seen: map[string]Place{}, handles: map[string]int{}, touched: map[ID]bool{}}
		batch := make([]Draft, 0, planBatch)
		for draft, err := range drafts {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(Change{}, err)
				return
			}
			if batch = append(batch, draft); len(batch) == planBatch {
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
	find     Find
	defaults Defaults
	seen     map[string]Place // SKUs of this run, and where they stood first
	handles  map[string]int   // how often a title without any code was met
	touched  map[ID]bool      // products of this run
	have     index            // products of the batch, as they are now
}

// run plans one batch; it reports false when the reader wants no more.
func (p *planner) run(ctx context.Context, drafts []Draft, yield func(Change, error) bool) bool {
	for i := range drafts {
		p.name(&drafts[i])
	}
	found, err := p.find(ctx, keysOf(drafts))
	if err != nil {
		return yield(Change{}, err)
	}
	p.have = newIndex(found)
	for i := range drafts {
		change, err := p.change(ctx, &drafts[i])
		if !yield(change, err) || err != nil {
			return false
		}
	}
	return true
}

// name gives a draft that has no code at all a handle made of its title, so that
// the same file imported again finds the same product. The n-th product of a
// title gets "-n".
func (p *planner) name(d *Draft) {
	if Text(d.Values, FieldHandle) != "" || d.hasCode() {
		return
	}
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

func (d *Draft) hasCode() bool {
	for _, v := range d.Variants {
		if Text(v.Values, FieldSKU) != "" || Text(v.Values, FieldGTIN) != "" {
			return true
		}
	}
	return false
}

// change plans one draft.
func (p *planner) change(ctx context.Context, d *Draft) (Change, error) {
	c := Change{Place: d.Place, Problems: d.Problems, Rows: max(d.Rows, 1)}
	if d.Refused {
		return c.refuse(d), nil
	}
	if !d.usable() {
		return c.refuse(d, NewProblem("row-without-name", Blocked, FieldTitle).At(d.Place)), nil
	}
	before := p.match(d)
	after := &Product{ID: NewID()}
	if before != nil {
		after = before.Clone()
	}
	merge := merger{planner: p, draft: d, product: after, change: &c}
	if !merge.apply() {
		return c.refuse(d), nil
	}
	if before == nil {
		if err := p.settleHandle(ctx, after); err != nil {
			return c, err
		}
	}
	return p.settle(c, before, after)
}

// usable reports whether a draft says enough to know what it is about.
func (d *Draft) usable() bool {
	return d.hasCode() || Text(d.Values, FieldTitle) != "" || Text(d.Values, FieldHandle) != ""
}

func (c Change) refuse(d *Draft, more ...Problem) Change {
	c.Problems = append(c.Problems, more...)
	c.Outcome, c.Before, c.After, c.RefusedRows = Refused, nil, nil, c.Rows
	c.RefusedAt = d.places()
	return c
}

// places is where the draft's rows begin: its first, and those of its variants.
func (d *Draft) places() []Place {
	places := []Place{Place(strings.Clone(string(d.Place)))}
	for _, v := range d.Variants {
		if v.Place != "" && v.Place != d.Place {
			places = append(places, Place(strings.Clone(string(v.Place))))
		}
	}
	return places
}

// settle compares and remembers what the product is now.
func (p *planner) settle(c Change, before, after *Product) (Change, error) {
	c.Before, c.After, c.Outcome = before, after, New
	if before != nil {
		same, err := sameProduct(before, after)
		if err != nil {
			return c, err
		}
		c.Outcome = Changed
		if same {
			c.Outcome = Same
		}
	}
	c.Again = p.touched[after.ID]
	p.touched[after.ID] = true
	p.have.add(after)
	return c, nil
}

func sameProduct(a, b *Product) (bool, error) {
	x, err := a.Encode()
	if err != nil {
		return false, err
	}
	y, err := b.Encode()
	return bytes.Equal(x, y), err
}

// settleHandle makes sure a new product has a handle of its own. Its first
// choice was looked up with the batch (keysOf), so only a clash costs a look-up.
func (p *planner) settleHandle(ctx context.Context, product *Product) error {
	base := product.firstHandle()
	product.Handle = base
	for n := 2; p.have[Key{KeyHandle, product.Handle}] != nil; n++ {
		product.Handle = base + "-" + itoa(n)
		found, err := p.find(ctx, []Key{{KeyHandle, product.Handle}})
		if err != nil {
			return err
		}
		p.have.merge(found)
	}
	return nil
}

// firstHandle is the handle a product would like: its own, or one made of its
// title, its first SKU or its ID.
func (p *Product) firstHandle() string {
	for _, handle := range []string{p.Handle, Slug(p.Title), Slug(optionAt(p.SKUs(), 0))} {
		if handle != "" {
			return handle
		}
	}
	return string(p.ID)
}

// match finds the product a draft is about.
func (p *planner) match(d *Draft) *Product {
	for _, key := range d.keys() {
		product := p.have[key]
		if product == nil || key.Kind == KeyGTIN && d.renames(product, key.Value) {
			continue
		}
		return product
	}
	return nil
}
