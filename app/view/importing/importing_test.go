package importing

import (
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/catalog"
)

const (
	knownList = "SKU,Title,Price\nA-1,Soap,9.50\nA-2,Balm,12.3.4\n"
	otherList = "Item #,Product Name,MSRP,Lot\nA-1,Soap,9.50,007\nA-2,Balm,12.00,008\n"
)

func TestKnownColumnsAreComparedAtOnce(t *testing.T) {
	m := Of(viewtest.Shop(t, job.Inline{}, ""))
	m.Open(viewtest.Spreadsheet(t, knownList))
	if m.Step != StepPreview || m.Plan == nil || m.Wrong != nil {
		t.Fatalf("step %d, plan %v, wrong %v; want a plan", m.Step, m.Plan, m.Wrong)
	}
	if m.Plan.New != 1 || m.Plan.Refused != 1 || m.Plan.Rows != 2 {
		t.Errorf("%d new, %d refused of %d rows; want 1, 1 of 2", m.Plan.New, m.Plan.Refused, m.Plan.Rows)
	}
	if left := m.Plan.Products[catalog.Refused]; len(left) != 1 || left[0].Place != "list.csv:3" || len(left[0].Problems) != 1 {
		t.Errorf("refused %+v, want row 3 and why", left)
	}
	if g := m.Plan.Problems[0]; g.First.Severity != catalog.Blocked || g.Count != 1 || len(g.Places) != 1 {
		t.Errorf("the first group of problems is %+v, want the blocking one with its place", g)
	}
}

func TestChosenColumnsAreImportedAndUndone(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	told := 0
	s.OnChange(func() { told++ })
	m := Of(s)
	m.Open(viewtest.Spreadsheet(t, otherList))
	if m.Step != StepColumns || m.AllKnown() {
		t.Fatalf("step %d, all known %v; want the columns to be looked at", m.Step, m.AllKnown())
	}
	m.Choose(2, catalog.FieldCost)
	if c := m.Columns()[2]; c.Field != catalog.FieldCost || c.Reason != "chosen" {
		t.Errorf("the column is %+v, want the cost, chosen", c)
	}
	m.Compare()
	m.Import()
	if m.Step != StepDone || m.Result == nil || m.Result.New != 2 || !m.CanUndo() {
		t.Fatalf("step %d, result %+v, wrong %v; want two new products", m.Step, m.Result, m.Wrong)
	}
	if p, err := s.Workspace.Product(t.Context(), "A-1"); err != nil || p.Variants[0].Cost.String() != "9.5 USD" {
		t.Errorf("product %+v (%v), want a cost of 9.5 USD", p, err)
	}
	var went view.Target
	s.Go = func(t view.Target) { went = t }
	if m.ShowProducts(); went.Place != view.ProductsPlace || len(went.Filter.IDs) != 2 {
		t.Errorf("the imported products are shown by %+v", went)
	}
	m.Undo()
	if _, err := m.session.Workspace.Redo(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if m.Look(); m.Undone {
		t.Error("an import that was done again is still said to be taken back")
	}
	if _, err := m.session.Workspace.Undo(t.Context(), m.Result.result.Entry, nil); err != nil {
		t.Fatal(err)
	}
	m.Look()
	if !m.Undone || m.CanUndo() || m.Wrong != nil {
		t.Errorf("undone %v, wrong %v", m.Undone, m.Wrong)
	}
	if _, err := s.Workspace.Product(t.Context(), "A-1"); err == nil {
		t.Error("the product is still there")
	}
	m.Again()
	if m.Step != StepPreview || m.Result != nil || m.Undone || m.Plan == nil || m.Plan.New != 2 {
		t.Errorf("once more it stands at step %d: %+v", m.Step, m.Plan)
	}
	if told != 2 {
		t.Errorf("the screens were told %d times, want once for the import and once for the undo", told)
	}
}

func TestHeaderAndEncodingCanBeSaid(t *testing.T) {
	m := Of(viewtest.Shop(t, job.Inline{}, ""))
	m.Open(viewtest.Spreadsheet(t, "Offer,of,spring\nSKU,Title,Price\nA-1,Soap,9.50\n"))
	if m.HeaderRow() != 2 || len(m.Rows()) != 3 {
		t.Fatalf("header in row %d of %d, want 2 of 3", m.HeaderRow(), len(m.Rows()))
	}
	m.GoTo(StepSheet)
	m.UseHeader(1)
	if m.HeaderRow() != 1 || m.Columns()[0].Header != "Offer" || m.Step != StepSheet {
		t.Errorf("header in row %d, first column %q, step %d; want 1, Offer and the sheet", m.HeaderRow(), m.Columns()[0].Header, m.Step)
	}
	m.UseHeader(0)
	if m.HeaderRow() != 0 {
		t.Errorf("header in row %d, want none", m.HeaderRow())
	}
	m.UseEncoding("gb18030")
	if m.Encoding() != "gb18030" || m.Wrong != nil {
		t.Errorf("encoding %q, wrong %v; want gb18030", m.Encoding(), m.Wrong)
	}
}

func TestEmptyCellsClearWhenTheyAreSaidTo(t *testing.T) {
	m := Of(viewtest.Shop(t, job.Inline{}, ""))
	m.Open(viewtest.Spreadsheet(t, "SKU,Title,Price,Brand\nA-1,Soap,9.50,Fernhill\n"))
	m.Import()
	m.Open(viewtest.Spreadsheet(t, "SKU,Title,Price,Brand\nA-1,Soap,9.50,\n"))
	if m.Plan == nil || m.Plan.Same != 1 {
		t.Fatalf("plan %+v, want that all is the same", m.Plan)
	}
	m.UseEmpty(ClearEmpty)
	if m.Plan == nil || m.Plan.Changed != 1 {
		t.Fatalf("plan %+v, want one that is changed", m.Plan)
	}
	cells := m.Plan.Products[catalog.Changed][0].Cells
	if len(cells) != 1 || cells[0].Field != catalog.FieldBrand || cells[0].Before != "Fernhill" || cells[0].After != "" {
		t.Errorf("cells %+v, want the brand cleared", cells)
	}
}

func TestWhatIsNoSpreadsheetIsToldInItsPlace(t *testing.T) {
	m := Of(viewtest.Shop(t, job.Inline{}, ""))
	m.Open(viewtest.Spreadsheet(t, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	if m.Wrong == nil || m.Busy || m.Step != StepFile {
		t.Errorf("wrong %v, busy %v, step %d; want an error at the first step", m.Wrong, m.Busy, m.Step)
	}
	m.Open(viewtest.Spreadsheet(t, knownList))
	if m.Wrong != nil || m.Plan == nil {
		t.Errorf("wrong %v, plan %v; want the next file to go on", m.Wrong, m.Plan)
	}
}

func TestCancelledComparingGoesBackToTheColumns(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.Shop(t, runner, "")
	m := Of(s)
	m.Open(viewtest.Spreadsheet(t, otherList))
	runner.Work()
	runner.Deliver()
	m.Compare()
	m.Cancel()
	runner.Work()
	runner.Deliver()
	if m.Step != StepColumns || m.Busy || m.Wrong != nil || m.Plan != nil {
		t.Errorf("step %d, busy %v, wrong %v; want the columns again", m.Step, m.Busy, m.Wrong)
	}
	if _, running := s.Jobs.Status(); running {
		t.Error("the job is still in the status line")
	}
}

func TestLatePlanOfAnotherFileIsNotShown(t *testing.T) {
	runner := &job.Stepping{}
	m := Of(viewtest.Shop(t, runner, ""))
	m.Open(viewtest.Spreadsheet(t, otherList))
	runner.Work()
	runner.Deliver()
	m.Compare()
	m.Restart()
	runner.Work()
	runner.Deliver()
	if m.Plan != nil || m.Step != StepFile {
		t.Errorf("plan %v at step %d, want none at the first", m.Plan, m.Step)
	}
}

func TestRefusedRowsAreSaved(t *testing.T) {
	m := Of(viewtest.Shop(t, job.Inline{}, ""))
	m.Open(viewtest.Spreadsheet(t, knownList))
	path := filepath.Join(t.TempDir(), "refused.xlsx")
	m.SaveRefused(path)
	if _, err := os.Stat(path); err != nil || m.Saved != path || m.Wrong != nil {
		t.Errorf("saved %q, wrong %v, file %v", m.Saved, m.Wrong, err)
	}
}
