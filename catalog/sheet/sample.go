package sheet

import (
	"context"
	"errors"

	"tradewind.app/catalog/sheet/grid"
)

// sampleRows is how many filled rows of a sheet are looked at to guess from.
// Headers are within the first twenty; the rest shows what the columns have.
const sampleRows = 100

// sampleText is how much text of a sheet is kept for that, in bytes.
const sampleText = 2 << 20

// sampleKey names a sample: a sheet's, from a row on.
type sampleKey struct{ sheet, from int }

// sample reads the first filled rows of sheet i whose number is at least from, in
// the order of the file; fewer when ctx runs out of time.
func (b *Book) sample(ctx context.Context, i, from int) ([]grid.Row, error) {
	key := sampleKey{i, max(from, 0)}
	if rows, ok := b.samples[key]; ok {
		return rows, nil
	}
	var rows []grid.Row
	size := 0
	for row, err := range b.src.Rows(ctx, i) {
		if errors.Is(err, context.DeadlineExceeded) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 && row.Number < from {
			continue
		}
		kept := *row
		kept.Cells = append([]grid.Cell(nil), row.Cells...)
		for _, c := range kept.Cells {
			size += len(c.Text)
		}
		if rows = append(rows, kept); len(rows) == sampleRows || size > sampleText {
			break
		}
	}
	b.samples[key] = rows
	return rows, nil
}
