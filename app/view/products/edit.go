package products

import (
	"context"
	"errors"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// CanEdit reports whether a field of a row can be edited in its place: what the
// product's variants have each of their own cannot.
func CanEdit(r *Row, field catalog.Field) bool {
	info, ok := catalog.LookupField(field)
	return ok && (info.Level != catalog.VariantLevel || r.Variants <= 1)
}

// Set writes a text into a field of a product and answers what is wrong with it,
// or nothing when it was saved.
func (p *Model) Set(id catalog.ID, field catalog.Field, value string, answer func(problem string)) {
	edits := []workspace.CellEdit{{Product: id, Field: field, Text: value}}
	view.Write(p.session, p.session.Text.Say("job-edit"), func(ctx context.Context, _ job.Progress) (workspace.EditResult, error) {
		return p.session.Workspace.SetCells(ctx, edits)
	}, func(_ workspace.EditResult, err error) { answer(p.sentence(err)) })
}

// Paste writes the cells of a spreadsheet into the list, from a row on, all of
// them or none. A field of "" takes nothing. What is wrong goes to the session.
func (p *Model) Paste(row int, fields []catalog.Field, cells [][]string) {
	var edits []workspace.CellEdit
	for i, line := range cells {
		id, ok := p.ID(row + i)
		if !ok {
			break
		}
		for j, value := range line {
			if j < len(fields) && fields[j] != "" {
				edits = append(edits, workspace.CellEdit{Product: id, Field: fields[j], Text: value})
			}
		}
	}
	if len(edits) == 0 {
		return
	}
	p.write("job-edit", func(ctx context.Context) error {
		_, err := p.session.Workspace.SetCells(ctx, edits)
		return err
	})
}

// Delete takes products out of the catalogue.
func (p *Model) Delete(ids []catalog.ID) {
	p.write("job-delete", func(ctx context.Context) error {
		_, err := p.session.Workspace.DeleteProducts(ctx, ids)
		return err
	})
}

// write runs a write of which nothing but its failure is shown.
func (p *Model) write(code string, work func(context.Context) error) {
	view.Write(p.session, p.session.Text.Say(code), func(ctx context.Context, _ job.Progress) (struct{}, error) {
		return struct{}{}, work(ctx)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.session.Fail(p.tellable(err))
		}
	})
}

// sentence says an error; that of a refused edit is what is wrong with the value.
func (p *Model) sentence(err error) string {
	if err == nil {
		return ""
	}
	return p.session.Text.Error(p.tellable(err))
}

// tellable makes of a refused edit an error that says why.
func (p *Model) tellable(err error) error {
	var refused *workspace.RefusedError
	if !errors.As(err, &refused) {
		return err
	}
	return text.Because(err, "error-refused", "reason", p.session.Text.Problem(refused.Problems[0]))
}
