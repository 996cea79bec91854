package sheet

import (
	"context"
	"iter"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// PreviewRow is a row as a person sees it before the import.
type PreviewRow struct {
	Number int
	Place  catalog.Place // of its first cell
	Cells  []string      // one per column of the mapping, "" where a further sheet does not have it
}

// Preview returns the first n rows of the mapping's sheet, from its header on. It
// reads no more of the file than it shows.
func (b *Book) Preview(m Mapping, n int) ([]PreviewRow, error) {
	i, err := b.sheetOf(m)
	if err != nil {
		return nil, err
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
		rows = append(rows, b.previewOf(&sample[j], m))
	}
	return rows, nil
}

func (b *Book) previewOf(row *grid.Row, m Mapping) PreviewRow {
	shown := PreviewRow{Number: row.Number, Place: b.place(m.Sheet, row.Number, 0), Cells: make([]string, 0, len(m.Columns))}
	for _, c := range m.Columns {
		shown.Cells = append(shown.Cells, row.Text(c.Index))
	}
	return shown
}

// sheetOf finds the mapping's sheet; a CSV is one.
func (b *Book) sheetOf(m Mapping) (int, error) {
	if b.text != nil {
		return 0, nil
	}
	return findSheet(b.src.Sheets(), m.Sheet)
}

// Rows streams every filled row of the mapping's sheets as its texts, header and
// all. An error ends the stream.
func (b *Book) Rows(ctx context.Context, m Mapping) iter.Seq2[PreviewRow, error] {
	return func(yield func(PreviewRow, error) bool) {
		for _, part := range m.partsInOrder() {
			i, err := b.sheetOf(part)
			if err != nil {
				yield(PreviewRow{}, err)
				return
			}
			for row, err := range b.src.Rows(ctx, i) {
				if err != nil {
					yield(PreviewRow{}, err)
					return
				}
				if !yield(b.previewOf(row, part), nil) {
					return
				}
			}
		}
	}
}

// Fields lists what a column may be imported into: the catalogue's fields, then
// the mapping's own.
func Fields() []catalog.Field {
	var all []catalog.Field
	for _, info := range catalog.Fields() {
		all = append(all, info.Name)
	}
	return append(all, Currency, WeightUnit, LengthUnit, SalePrice, OnSale, SaleFrom, SaleUntil, Group, RowKind, VariantImage, ImageAlt, ImagePosition, Ignore)
}
