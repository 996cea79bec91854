package sheet

import (
	"context"

	"tradewind.app/catalog"
)

// PreviewRow is a row as a person sees it before the import.
type PreviewRow struct {
	Number int
	Cells  []string // one per column of the mapping
}

// Preview returns the first n rows of the mapping's sheet, from its header on. It
// reads no more of the file than it shows.
func (b *Book) Preview(m Mapping, n int) ([]PreviewRow, error) {
	i := 0
	if b.text == nil {
		var err error
		if i, err = findSheet(b.src.Sheets(), m.Sheet); err != nil {
			return nil, err
		}
	}
	sample, err := b.sample(context.Background(), i, m.HeaderRow)
	if err != nil {
		return nil, err
	}
	var rows []PreviewRow
	for j := range sample {
		if len(rows) == n {
			break
		}
		if m.HeaderRow != NoHeader && len(rows) == 0 && sample[j].Number != m.HeaderRow {
			continue
		}
		row := PreviewRow{Number: sample[j].Number}
		for _, c := range m.Columns {
			row.Cells = append(row.Cells, sample[j].Text(c.Index))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// Fields lists what a column may be imported into: the catalogue's fields, then
// the mapping's own.
func Fields() []catalog.Field {
	var all []catalog.Field
	for _, info := range catalog.Fields() {
		all = append(all, info.Name)
	}
	return append(all, Currency, WeightUnit, LengthUnit, SalePrice, Group, RowKind, VariantImage, ImageAlt, ImagePosition, Ignore)
}
