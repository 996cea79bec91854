package sheet

import (
	"cmp"
	"strings"

	"tradewind.app/catalog"
)

// plain is the layout of price lists and of exports that have a row per product
// or per variant. Rows that follow each other are one product when they share a
// handle or a style number, or, where variants are distinguished by options, a title.
type plain struct {
	run     *run
	options bool // the sheet has a column for an option
	open    *builder
	key     string // of the open product: its handle or group
	title   string
}

func newPlain(r *run) *plain {
	p := &plain{run: r}
	for _, c := range r.columns {
		p.options = p.options || c != nil && (c.option != "" || c.Field == catalog.FieldOption1)
	}
	return p
}

func (p *plain) add(l *line) {
	key := cmp.Or(l.text(catalog.FieldHandle), l.text(Group))
	parent := strings.EqualFold(l.text(RowKind), "parent")
	if parent && key == "" {
		key = l.text(catalog.FieldSKU)
	}
	title := l.text(catalog.FieldTitle)
	if p.open == nil || p.open.full() || !p.continues(l, key, title) {
		p.flush()
		p.open, p.key, p.title = newBuilder(p.run, l), key, title
	}
	p.open.begin(l)
	p.product(l, key)
	if !parent {
		p.open.variant(l)
	}
}

// continues reports whether a line is of the product that is open. A line without
// a title below one with it belongs to it when it names an option: in lists with
// merged cells only the first line has the title.
func (p *plain) continues(l *line, key, title string) bool {
	switch {
	case key == "" && title == "":
		return l.hasOption() && p.title != ""
	case key != "" || p.key != "":
		return key == p.key
	case !p.options:
		return false
	}
	return strings.EqualFold(title, p.title)
}

func (l *line) hasOption() bool {
	for i := range l.values {
		if l.values[i].column.isOption() {
			return true
		}
	}
	return false
}

func (c *column) isOption() bool {
	return c.Field == catalog.FieldOption1 || c.Field == catalog.FieldOption2 || c.Field == catalog.FieldOption3
}

func (c *column) isOptionName() bool {
	return c.Field == catalog.FieldOption1Name || c.Field == catalog.FieldOption2Name || c.Field == catalog.FieldOption3Name
}

func (p *plain) flush() {
	if p.open != nil {
		p.run.emit(p.open.finish())
		p.open = nil
	}
}

// product takes the texts of a line that are the product's.
func (p *plain) product(l *line, key string) {
	b := p.open
	if section := p.run.filter.section; section != "" {
		b.setOnce(catalog.FieldCategory, section, l.place)
	}
	if group, ok := l.at(Group); ok && l.text(catalog.FieldHandle) == "" && key != "" {
		b.code("", key, group.Place)
	}
	alt := l.text(ImageAlt)
	var levels []string
	for i := range l.values {
		v := &l.values[i]
		switch {
		case v.column.role, v.column.info.Level == catalog.VariantLevel, v.column.isOptionName():
		case v.Field == catalog.FieldImages:
			for _, source := range splitSources(v.Text) {
				b.image(source, alt, 0, v.Place)
			}
		case v.Field == catalog.FieldCategory:
			levels = append(levels, v.Text)
			b.category(strings.Join(levels, " > "), v.Place)
		default:
			b.set(v.Field, v.Text, v.Place)
		}
	}
}

// setOnce gives the product a text that is not from a cell of its own.
func (b *builder) setOnce(f catalog.Field, text string, place catalog.Place) {
	if !b.has(f) {
		b.set(f, text, place)
	}
}
