package importing

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// assumedIn plans the import of a sheet and returns the model.
func assumedIn(t *testing.T, sheet string) (*Model, *[]view.Target) {
	t.Helper()
	s := viewtest.Shop(t, job.Inline{}, "sku,title\nZ-9,Vase\n")
	var went []view.Target
	s.Go = func(to view.Target) { went = append(went, to) }
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(sheet), 0o600); err != nil {
		t.Fatal(err)
	}
	m := Of(s)
	m.Open(path)
	if m.Step != StepPreview {
		m.Compare()
	}
	if m.Plan == nil {
		t.Fatalf("no plan: %v", m.Wrong)
	}
	return m, &went
}

func codesOf(all []Assumption) (codes []string) {
	for _, a := range all {
		codes = append(codes, a.Problem.Code)
	}
	return codes
}

// What the file does not say is told before the import, guesses first, and after it.
func TestImportTellsWhatItAssumes(t *testing.T) {
	m, _ := assumedIn(t, "sku,title,price,weight\nA-1,Tea,4.50,2\nA-2,Soap,3.00,1\n")
	got := codesOf(m.Plan.Assumed)
	for _, want := range []string{"assumed-currency-shop", "assumed-unit-shop", "assumed-header"} {
		if !slices.Contains(got, want) {
			t.Errorf("the plan assumes %q, want %s among them", got, want)
		}
	}
	if !m.Plan.Assumed[0].Guess || m.Plan.Assumed[len(m.Plan.Assumed)-1].Guess {
		t.Errorf("guesses do not come first: %+v", m.Plan.Assumed)
	}
	m.Import()
	if after := codesOf(m.Result.Assumed); !slices.Equal(after, got) {
		t.Errorf("the result assumes %q, the plan %q", after, got)
	}
}

// Each assumption leads to where it is changed.
func TestAssumptionsCanBeChanged(t *testing.T) {
	const sheet = "sku,title,price\nA-1,Tea,4.50\nA-2,Soap,3.00\n"
	m, went := assumedIn(t, sheet)
	at := func(code string) Assumption {
		i := slices.IndexFunc(m.Plan.Assumed, func(a Assumption) bool { return a.Problem.Code == code })
		if i < 0 {
			t.Fatalf("%s is not among %q", code, codesOf(m.Plan.Assumed))
		}
		return m.Plan.Assumed[i]
	}
	currency, header := at("assumed-currency-shop"), at("assumed-header")
	m.ChangeAssumed(header)
	if m.Step != StepSheet {
		t.Errorf("the header row is changed at step %d", m.Step)
	}
	m.ChangeAssumed(currency)
	if n := len(*went); n != 1 || (*went)[0].Place != view.SettingsPlace || (*went)[0].Setting != workspace.SettingCurrency || m.Plan != nil {
		t.Errorf("the currency leads to %+v, with the plan kept: %v", *went, m.Plan != nil)
	}
}

// What most rows lack stands before all else, not among the other problems.
func TestWhatMostRowsLackComesFirst(t *testing.T) {
	m, _ := assumedIn(t, "sku,title,price\nA-1,,4.50\nA-2,,3.00\nA-3,,x\nA-4,Tea,2.00\n")
	if len(m.Plan.Lacks) != 1 || m.Plan.Lacks[0].Code != "most-without-title" {
		t.Errorf("of three rows of four without a title the plan says first %+v", m.Plan.Lacks)
	}
	m.GoTo(StepColumns)
	if d := m.Doubts(); len(d) == 0 || d[0].Code != "most-without-title" {
		t.Errorf("the columns are told to be doubtful for %+v", d)
	}
	m.GoTo(StepPreview)
	if d := m.Doubts(); len(d) != 0 {
		t.Errorf("the preview says %+v twice", d)
	}
	m.Import()
	if len(m.Result.Lacks) != 1 {
		t.Errorf("the result says first %+v", m.Result.Lacks)
	}
	lack := catalog.NewProblem("most-without-title", catalog.Warning, catalog.FieldTitle, "count", "9", "total", "10")
	blocked := catalog.NewProblem("price-unreadable", catalog.Blocked, catalog.FieldPrice, "value", "x")
	plan := newPlan(workspace.ImportResult{Problems: []catalog.Problem{blocked, lack}}, watcher{})
	if len(plan.Lacks) != 1 || plan.Lacks[0].Code != lack.Code || len(plan.Problems) != 1 || plan.Problems[0].First.Code != blocked.Code {
		t.Errorf("lacks %+v, problems %+v", plan.Lacks, plan.Problems)
	}
}

// A list whose titles nobody recognises leads to its columns, where that is said; one of
// which all columns are known to its sheet.
func TestDoubtLeadsToWhereItIsMended(t *testing.T) {
	for name, tt := range map[string]struct {
		sheet string
		want  Step
	}{
		"a column is unknown": {"sku,kram,price\nA-1,Tea,4.50\nA-2,Soap,3.00\n", StepColumns},
		"all are known":       {"sku,brand,price\nA-1,Kvist,4.50\nA-2,Kvist,3.00\n", StepSheet},
	} {
		s := viewtest.Shop(t, job.Inline{}, "")
		m := Of(s)
		m.Open(viewtest.Spreadsheet(t, tt.sheet))
		if m.Step != tt.want || len(m.Doubts()) == 0 {
			t.Errorf("%s: step %d with %+v, want step %d and a doubt", name, m.Step, m.Doubts(), tt.want)
		}
	}
}
