package product

import (
	"slices"
	"strings"

	"tradewind.app/app/view"
	"tradewind.app/catalog"
)

// optionNames and optionValues are the fields of the options, in their order.
var (
	optionNames  = []catalog.Field{catalog.FieldOption1Name, catalog.FieldOption2Name, catalog.FieldOption3Name}
	optionValues = []catalog.Field{catalog.FieldOption1, catalog.FieldOption2, catalog.FieldOption3}
)

// Option is what variants differ in.
type Option struct {
	Name  catalog.Field // field of its name
	Value catalog.Field // field of a variant's value
	Text  string        // its name
}

// Options are the product's options, and those that variants have values for
// without a name.
func (p *Model) Options() []Option {
	n := len(p.Draft.Options)
	for i := range p.Draft.Variants {
		n = max(n, len(p.Draft.Variants[i].Options))
	}
	options := make([]Option, min(n, catalog.MaxOptions))
	for i := range options {
		options[i] = Option{Name: optionNames[i], Value: optionValues[i], Text: p.Text(Cell{Field: optionNames[i]})}
	}
	return options
}

// SetOptionName names an option. Without a name it goes, as long as no variant has
// a value for it.
func (p *Model) SetOptionName(f catalog.Field, name string) {
	p.Set(Cell{Field: f}, name)
	p.Changed(PartVariants)
}

// AddOption adds an option that variants can differ in.
func (p *Model) AddOption(name string) {
	if n := len(p.Options()); !p.isFixed() && n < catalog.MaxOptions && strings.TrimSpace(name) != "" {
		p.SetOptionName(optionNames[n], name)
	}
}

// RemoveOption takes the n-th option away with its values.
func (p *Model) RemoveOption(n int) {
	if p.isFixed() {
		return
	}
	drop := func(list []string) []string {
		if n < len(list) {
			return slices.Delete(list, n, n+1)
		}
		return list
	}
	p.Draft.Options = drop(p.Draft.Options)
	for i := range p.Draft.Variants {
		p.Draft.Variants[i].Options = drop(p.Draft.Variants[i].Options)
	}
	for cell := range p.typed { // of fields that represent another option now
		if slices.Contains(optionNames, cell.Field) || slices.Contains(optionValues, cell.Field) {
			delete(p.typed, cell)
		}
	}
	p.edited(PartVariants)
}

// edited says that the draft was changed otherwise than by typing.
func (p *Model) edited(part Part) {
	p.Wrong = ""
	p.keepDraft()
	p.Changed(part)
	p.Changed(PartTexts)
	p.startCheck()
}

// SetVariant types a text into a variant's field, and returns what is wrong with
// it when it cannot be read; the field is then left as it was.
func (p *Model) SetVariant(id catalog.ID, f catalog.Field, text string) (problem string) {
	cell := Cell{Variant: id, Field: f}
	if p.isFixed() || p.variant(id) == nil {
		return ""
	}
	p.write(cell, text)
	sentence, blocked := p.Problem(cell)
	if blocked {
		delete(p.typed, cell)
		return sentence
	}
	p.edited(PartVariants)
	return ""
}

// AddVariant adds a variant. It costs and weighs what the last one does, until it
// is shown otherwise.
func (p *Model) AddVariant() catalog.ID {
	if p.isFixed() {
		return ""
	}
	id := p.addVariant()
	p.edited(PartVariants)
	p.cursor = &Cell{Variant: id, Field: p.firstVariantField()}
	p.Changed(PartCursor)
	return id
}

func (p *Model) firstVariantField() catalog.Field {
	if len(p.Options()) > 0 {
		return catalog.FieldOption1
	}
	return catalog.FieldSKU
}

func (p *Model) addVariant() catalog.ID {
	v := catalog.Variant{ID: catalog.NewID()}
	if n := len(p.Draft.Variants); n > 0 {
		last := p.Draft.Variants[n-1]
		v.Price, v.Compare, v.Cost = last.Price, last.Compare, last.Cost
		v.Weight, v.Length, v.Width, v.Height = last.Weight, last.Length, last.Width, last.Height
	}
	p.Draft.Variants = append(p.Draft.Variants, v)
	return v.ID
}

// RemoveVariants takes variants out.
func (p *Model) RemoveVariants(ids []catalog.ID) {
	if p.isFixed() {
		return
	}
	for _, id := range ids {
		p.Draft.RemoveVariant(id)
	}
	p.forgetReadable()
	p.edited(PartVariants)
	p.Changed(PartImages)
}

// PasteVariants writes the cells of a spreadsheet into the variants from a row on,
// all of them or none; rows beyond the last are new variants. A field of "" takes
// nothing. It returns what is wrong.
func (p *Model) PasteVariants(row int, fields []catalog.Field, cells [][]string) (problem string) {
	if p.isFixed() {
		return ""
	}
	draft := p.Draft.Clone()
	for i, line := range cells {
		for row+i >= len(p.Draft.Variants) {
			p.addVariant()
		}
		id := p.Draft.Variants[row+i].ID
		for j, text := range line {
			if j >= len(fields) || fields[j] == "" {
				continue
			}
			cell := Cell{Variant: id, Field: fields[j]}
			p.write(cell, text)
			if sentence, blocked := p.Problem(cell); blocked {
				delete(p.typed, cell)
				p.Draft = draft
				p.forgetReadable()
				p.edited(PartVariants)
				return p.session.Text.Say("product-paste-refused", "row", i+1, "reason", sentence)
			}
		}
	}
	p.edited(PartVariants)
	return ""
}

// VariantProblems are what is wrong with the variants' texts, in words, each with
// the SKU it is about.
func (p *Model) VariantProblems() []string {
	var lines []string
	for i := range p.Draft.Variants {
		v := &p.Draft.Variants[i]
		for _, info := range catalog.Fields() {
			if info.Level != catalog.VariantLevel {
				continue
			}
			if sentence, _ := p.Problem(Cell{Variant: v.ID, Field: info.Name}); sentence != "" {
				lines = append(lines, strings.TrimSpace(v.SKU+"  "+sentence))
			}
		}
	}
	return lines
}

// VariantText is a variant's field as a list shows it.
func (p *Model) VariantText(v *catalog.Variant, f catalog.Field) string {
	info, _ := catalog.LookupField(f)
	return view.CellText(f, info.Get(p.Draft, v))
}

// VariantName is what a person calls a variant: its options, otherwise its SKU.
func VariantName(v *catalog.Variant) string {
	if name := strings.Join(v.Options, " / "); strings.Trim(name, " /") != "" {
		return name
	}
	return v.SKU
}

// Units are what a weight and a length without a unit are read in.
func (p *Model) Units() (weight, length string) {
	return string(p.defaults.WeightUnit), string(p.defaults.LengthUnit)
}
