package products

import (
	"context"
	"slices"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// AttributeOfBulk is the choice of an attribute.
const AttributeOfBulk catalog.Field = "attribute"

// Bulk is an edit of many products as it is put together, and what it would do.
type Bulk struct {
	// OnChange says that the form or the preview has changed. It must be set.
	OnChange func()

	Field     catalog.Field
	Attribute string // name, where Field is AttributeOfBulk
	Op        workspace.BulkOp
	Text      string
	With      string
	Price     BulkPrice

	Rows    []BulkLine
	Result  workspace.BulkResult
	Busy    bool                 // a preview or the save is under way
	Problem string               // why there is no preview
	Wrong   map[BulkInput]string // what is wrong with an input, shown at it
	Done    bool                 // it was saved

	session *view.Session
	loading view.Loading
	ids     []catalog.ID
}

// BulkInput is something that is typed into the form.
type BulkInput string

// The inputs that can be wrong.
const (
	InputChange BulkInput = "change" // of prices
	InputText   BulkInput = "text"
)

// BulkLine is one cell before and after.
type BulkLine struct {
	SKU, Title, Before, After string
	Change                    string // of a price, "+8.5 %"; "" where it is not known
	Large                     bool   // the change is so large that somebody should look at it
	Refused                   bool   // After says why
}

// bulkRows is how many rows a preview shows.
const bulkRows = 200

// NewBulk begins an edit of products.
func NewBulk(s *view.Session, ids []catalog.ID) *Bulk {
	b := &Bulk{session: s, ids: ids, OnChange: func() {}, Price: BulkPrice{By: workspace.ByPercent}, Wrong: map[BulkInput]string{}}
	b.choose(catalog.FieldPrice)
	return b
}

// Fields are the fields that many products are edited by; AttributeOfBulk is
// for one whose name is typed.
func (b *Bulk) Fields() []catalog.Field {
	return []catalog.Field{
		catalog.FieldPrice, catalog.FieldCompare, catalog.FieldCost, catalog.FieldQuantity, catalog.FieldStatus, catalog.FieldBrand,
		catalog.FieldCategory, catalog.FieldTags, catalog.FieldTitle, b.session.ChineseTitle(),
		catalog.FieldType, catalog.FieldMaterial, catalog.FieldOrigin, catalog.FieldHSCode, catalog.FieldWeight, catalog.FieldNotes,
		AttributeOfBulk,
	}
}

// Len is how many products are edited.
func (b *Bulk) Len() int { return len(b.ids) }

// SetField chooses the field; what can be done to it comes with it.
func (b *Bulk) SetField(f catalog.Field) {
	b.choose(f)
	b.Preview()
}

func (b *Bulk) choose(f catalog.Field) {
	b.Field = f
	if ops := b.Ops(); !slices.Contains(ops, b.Op) {
		b.Op = ops[0]
	}
	b.Text = ""
}

// Ops are what can be done to the field.
func (b *Bulk) Ops() []workspace.BulkOp {
	if b.Field == AttributeOfBulk {
		return workspace.BulkOps(catalog.AttributeField("x"))
	}
	return workspace.BulkOps(b.Field)
}

// edit is the edit as the form has it; not ok while something is missing.
func (b *Bulk) edit() (workspace.BulkEdit, bool) {
	e := workspace.BulkEdit{Field: b.Field, Op: b.Op, Text: b.Text, With: b.With}
	if b.Field == AttributeOfBulk {
		e.Field = catalog.AttributeField(strings.TrimSpace(b.Attribute))
	}
	if b.Op == workspace.BulkFormula {
		formula, problem := b.Price.formula(b.session.Text)
		b.wrong(InputChange, problem)
		e.Formula = formula
		return e, problem == "" && !b.Price.isBlank() && e.Check() == nil
	}
	if e.Check() != nil {
		return e, false
	}
	problem := b.unreadable(e)
	b.wrong(InputText, problem)
	return e, problem == ""
}

// wrong notes what is wrong with an input, "" for nothing.
func (b *Bulk) wrong(at BulkInput, problem string) {
	if problem != "" {
		b.Wrong[at] = problem
	}
}

// unreadable says why a text that all products are to get can be no product's.
func (b *Bulk) unreadable(e workspace.BulkEdit) string {
	if e.Op != workspace.BulkSet {
		return ""
	}
	info, _ := catalog.LookupField(e.Field)
	blank := &catalog.Product{Variants: []catalog.Variant{{}}}
	for _, problem := range info.Set(blank, &blank.Variants[0], e.Text, catalog.Defaults{Currency: "USD", WeightUnit: "g", LengthUnit: "cm"}) {
		if problem.Severity == catalog.Blocked {
			return b.session.Text.Problem(problem)
		}
	}
	return ""
}

// Preview says what the edit would do.
func (b *Bulk) Preview() {
	ctx := b.loading.Start()
	b.Rows, b.Result, b.Problem, b.Busy, b.Wrong = nil, workspace.BulkResult{}, "", false, map[BulkInput]string{}
	e, ok := b.edit()
	if !ok {
		b.OnChange()
		return
	}
	b.Busy = true
	b.OnChange()
	type preview struct {
		result workspace.BulkResult
		rows   []workspace.BulkRow
	}
	view.Load(ctx, b.session, func(ctx context.Context) (p preview, err error) {
		p.result, p.rows, err = b.session.Workspace.PreviewBulk(ctx, catalog.Filter{IDs: b.ids}, e, bulkRows)
		return p, err
	}, func(p preview) {
		b.Busy, b.Result = false, p.result
		for _, row := range p.rows {
			b.Rows = append(b.Rows, b.line(e.Field, row))
		}
		b.OnChange()
	}, b.fail)
}

func (b *Bulk) fail(err error) {
	b.Busy, b.Problem = false, b.session.Text.Error(err)
	b.OnChange()
}

func (b *Bulk) line(f catalog.Field, row workspace.BulkRow) BulkLine {
	if len(row.Problems) > 0 {
		return BulkLine{SKU: row.SKU, Title: row.Title, After: b.session.Text.Problem(row.Problems[0]), Refused: true}
	}
	return BulkLine{
		SKU: row.SKU, Title: row.Title, Before: view.CellText(f, row.Before), After: view.CellText(f, row.After),
		Change: percentWords(row.Percent), Large: row.Large,
	}
}

// CanSave reports whether the edit would change anything.
func (b *Bulk) CanSave() bool { return !b.Busy && b.Result.Changed > 0 }

// Save makes the edit, as one entry of history.
func (b *Bulk) Save() {
	e, ok := b.edit()
	if !ok || !b.CanSave() {
		return
	}
	b.loading.Stop()
	b.Busy = true
	b.OnChange()
	view.Write(b.session, b.session.Text.Say("job-bulk"), func(ctx context.Context, p job.Progress) (workspace.BulkResult, error) {
		return b.session.Workspace.Bulk(ctx, catalog.Filter{IDs: b.ids}, e, workspace.Progress(p))
	}, func(_ workspace.BulkResult, err error) {
		if err != nil {
			b.fail(err)
			return
		}
		b.Busy, b.Done = false, true
		b.OnChange()
	})
}

// Leave ends the preview.
func (b *Bulk) Leave() { b.loading.Stop() }
