package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// woo is the layout of WooCommerce's CSV. A variable product has a row, its
// variations have rows of their own that name it by its SKU or its number, often
// far below. It is kept until the end of the file, or until too many are.
type woo struct {
	run   *run
	held  []*variable // in the order of the file
	byKey map[string]*variable
	lines int
}

// maxHeld is how many lines are kept. A variation that comes later than that is a
// import row of its own under the handle of its product, and joins it in the catalogue.
const maxHeld = 5000

// variable is a variable product with the variations that were met.
type variable struct {
	builder    *builder
	line       *line
	keys       []string
	attributes []attribute
	variations []*line
}

func newWoo(r *run) *woo { return &woo{run: r, byKey: map[string]*variable{}} }

func (w *woo) add(l *line) {
	switch kind := strings.ToLower(l.text(RowKind)); {
	case strings.Contains(kind, "variation"):
		w.variation(l)
	case strings.Contains(kind, "variable"):
		w.variable(l)
	default:
		b := newBuilder(w.run, l)
		b.begin(l)
		b.wooProduct(l)
		for _, a := range l.attributes() {
			b.set(catalog.AttributeField(a.name), a.values, a.place)
		}
		b.variant(l)
		w.run.emit(b.finish())
	}
}

// variable is a variable product. Its SKU is no variant's: it becomes the
// handle, by which its variations find it in a later file too.
func (w *woo) variable(l *line) {
	p := &variable{builder: newBuilder(w.run, l), line: l, attributes: l.attributes()}
	p.builder.begin(l)
	p.builder.wooProduct(l)
	if sku, ok := l.at(catalog.FieldSKU); ok {
		p.keys = append(p.keys, strings.ToLower(sku.Text))
		p.builder.code("", sku.Text, sku.Place)
		p.builder.set(catalog.AttributeField("parent_sku"), sku.Text, sku.Place)
	}
	if id := l.text(RowID); id != "" {
		p.keys = append(p.keys, "id:"+id)
	}
	for _, key := range p.keys {
		w.byKey[key] = p
	}
	w.held = append(w.held, p)
	w.hold()
}

// hold counts a line that is kept and lets go of the oldest when it is too many.
func (w *woo) hold() {
	for w.lines++; w.lines > maxHeld && len(w.held) > 0; {
		w.release(w.held[0])
		w.held = w.held[1:]
	}
}

// variation adds a line to its product.
func (w *woo) variation(l *line) {
	parent := strings.ToLower(l.text(Group))
	p := w.byKey[parent]
	if p == nil {
		w.orphan(l)
		return
	}
	p.builder.begin(l)
	p.variations = append(p.variations, l)
	w.hold()
}

// orphan makes an import row of a variation whose product is not kept.
func (w *woo) orphan(l *line) {
	p := &variable{builder: newBuilder(w.run, l), variations: []*line{l}}
	p.builder.begin(l)
	parent, ok := l.at(Group)
	switch {
	case ok && !strings.HasPrefix(parent.Text, "id:"):
		p.builder.code("", parent.Text, parent.Place)
	default:
		p.builder.wooProduct(l)
	}
	w.run.emit(p.finish())
}

func (w *woo) flush() {
	for _, p := range w.held {
		w.release(p)
	}
	w.held = nil
}

func (w *woo) release(p *variable) {
	for _, key := range p.keys {
		if w.byKey[key] == p {
			delete(w.byKey, key)
		}
	}
	w.lines -= 1 + len(p.variations)
	w.run.emit(p.finish())
}

// finish makes the import row: attributes in which variations differ are options, the
// rest stay attributes.
func (p *variable) finish() catalog.ImportRow {
	b := p.builder
	options := map[string]bool{}
	for _, l := range p.variations {
		for _, a := range l.attributes() {
			options[strings.ToLower(a.name)] = true
		}
	}
	for _, a := range p.attributes {
		if options[strings.ToLower(a.name)] {
			b.option(a.name, a.place)
			continue
		}
		b.set(catalog.AttributeField(a.name), a.values, a.place)
	}
	for _, l := range p.variations {
		b.variation(l)
	}
	if len(p.variations) == 0 && p.line != nil {
		b.variant(p.line)
	}
	return b.finish()
}

// variation adds a variant. The name that WooCommerce makes for it ("Hoodie -
// Blue") says nothing that its options do not.
func (b *builder) variation(l *line) {
	b.variant(l)
	v := &b.imported.Variants[len(b.imported.Variants)-1]
	for _, a := range l.attributes() {
		f, ok := b.option(a.name, a.place)
		if !ok {
			b.set(catalog.AttributeField(a.name), a.values, a.place)
			continue
		}
		v.Values = append(v.Values, catalog.Value{Field: f, Text: a.values, Place: a.place})
	}
	if images, ok := l.at(catalog.FieldImages); ok {
		for i, source := range splitSources(images.Text) {
			if i == 0 {
				v.Image = source
				continue
			}
			b.image(source, "", 0, images.Place)
		}
	}
}

// wooProduct takes the texts of a line that are the product's.
func (b *builder) wooProduct(l *line) {
	for i := range l.values {
		v := &l.values[i]
		switch {
		case v.column.role, v.column.info.Level == catalog.VariantLevel:
		case v.Field == catalog.FieldImages:
			for _, source := range splitSources(v.Text) {
				b.image(source, "", 0, v.Place)
			}
		case v.Field == catalog.FieldCategory:
			b.category(strings.ReplaceAll(v.Text, ", ", "\n"), v.Place)
		case v.Field == catalog.FieldTags:
			b.set(v.Field, strings.ReplaceAll(v.Text, ", ", "\n"), v.Place)
		default:
			b.set(v.Field, v.Text, v.Place)
		}
	}
}
