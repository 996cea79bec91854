package sheet

import (
	"context"

	"tradewind.app/catalog/sheet/grid"
)

// sampleRows is how many filled rows of a sheet are looked at to guess from.
// Headers stand within the first twenty; the rest shows what the columns hold.
const sampleRows = 100

// sample reads the first filled rows of sheet i.
func (b *Book) sample(i int) ([]grid.Row, error) {
	if rows, ok := b.samples[i]; ok {
		return rows, nil
	}
	var rows []grid.Row
	for row, err := range b.src.Rows(context.Background(), i) {
		if err != nil {
			return nil, err
		}
		kept := *row
		kept.Cells = append([]grid.Cell(nil), row.Cells...)
		if rows = append(rows, kept); len(rows) == sampleRows {
			break
		}
	}
	b.samples[i] = rows
	return rows, nil
}
