package sheet

import (
	"context"
	"errors"

	"tradewind.app/catalog/sheet/grid"
)

// sampleRows is how many filled rows of a sheet are looked at to guess from.
// Headers stand within the first twenty; the rest shows what the columns hold.
const sampleRows = 100

// sample reads the first filled rows of sheet i, fewer when ctx runs out of time.
func (b *Book) sample(ctx context.Context, i int) ([]grid.Row, error) {
	if rows, ok := b.samples[i]; ok {
		return rows, nil
	}
	var rows []grid.Row
	for row, err := range b.src.Rows(ctx, i) {
		if errors.Is(err, context.DeadlineExceeded) {
			return rows, nil
		}
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
