package localizing

import (
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// typedShop is a screen whose work goes step by step, and what it told as failed.
func typedShop(t *testing.T) (m *Model, runner *job.Stepping, told *[]string) {
	t.Helper()
	runner, told = &job.Stepping{}, &[]string{}
	m = localizeShop(t, runner)
	m.session.Fail = func(err error) { *told = append(*told, m.session.Text.Error(err)) }
	viewtest.Finish(runner)
	return m, runner, told
}

// TestLocalizeKeepsWhatIsTypedWhileItReads: a key that is pressed between a change
// of the catalogue and the page that shows it is no less typed than those before.
func TestLocalizeKeepsWhatIsTypedWhileItReads(t *testing.T) {
	m, runner, _ := typedShop(t)
	m.Type("橡")
	m.session.ChangedAll()
	m.Type("橡木")
	viewtest.Finish(runner)
	if m.Typed != "橡木" {
		t.Errorf("typed is %q", m.Typed)
	}
	m.Submit()
	m.Type("橡木台灯") // before it was saved
	viewtest.Finish(runner)
	if line := m.Current(); line.Field != catalog.ListingTitle || line.Text != "橡木" || m.Typed != "橡木台灯" {
		t.Errorf("typed on is %q, at %+v", m.Typed, line)
	}
}

func TestLocalizeStaysInTheLineThatIsTypedInto(t *testing.T) {
	m, runner, told := typedShop(t)
	part := func() string { return m.Current().Part }
	description := m.Page.Lines[m.Page.LineAt(localize.Line{Field: catalog.ListingDescription, Part: "1"})].Line
	m.Pick(m.Page.LineAt(localize.Line{Field: catalog.ListingOptions, Part: "Red"}))
	option := part()
	m.Type("颜色")
	viewtest.SetElsewhere(t, m.session, "A-1", catalog.FieldDescription, "")
	viewtest.Finish(runner)
	if m.Typed != "颜色" || part() != option || len(*told) != 0 {
		t.Errorf("typed is %q in %q, told %v", m.Typed, part(), *told)
	}
	m.Discard()
	viewtest.SetElsewhere(t, m.session, "A-1", catalog.FieldDescription, "<p>Soft cotton</p>")
	viewtest.Finish(runner)
	m.Pick(m.Page.LineAt(description))
	m.Type("柔和")
	viewtest.SetElsewhere(t, m.session, "A-1", catalog.FieldDescription, "")
	viewtest.Finish(runner)
	if m.Dirty() || len(*told) != 1 || !strings.Contains((*told)[0], "柔和") {
		t.Errorf("what was typed into a line that is gone: %q, told %v", m.Typed, *told)
	}
}

func TestLocalizeGoesOnWhenALineGoes(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.Step(1)
	viewtest.SetElsewhere(t, m.session, "A-2", catalog.ListingSellingPoints.At(catalog.SimplifiedChinese), "一\n二")
	m.Pick(2)
	if m.Current().Text != "一" || len(m.Page.Lines) != 4 {
		t.Fatalf("the lines are %+v", m.Page.Lines)
	}
	m.Type("")
	m.Pick(3)
	if got := m.Page.Lines; len(got) != 3 || m.Current().Text != "二" {
		t.Errorf("at %+v of %d", m.Current(), len(got))
	}
}

func TestLocalizeTellsWhatIsLostWithAProduct(t *testing.T) {
	m, runner, told := typedShop(t)
	m.Type("橡木台灯")
	id := m.Page.ID
	if _, err := m.session.Workspace.Delete(t.Context(), []string{"A-1"}); err != nil {
		t.Fatal(err)
	}
	m.session.ChangedAll()
	viewtest.Finish(runner)
	if len(*told) != 1 || !strings.Contains((*told)[0], "橡木台灯") || m.Page == nil || m.Page.SKU != "A-2" {
		t.Errorf("told %v, shown is %+v", *told, m.Page)
	}
	m.Receive(view.Target{Product: id, Edit: &view.Edit{Product: id, Text: "橡木"}})
	m.Enter()
	viewtest.Finish(runner)
	if len(*told) != 2 || !strings.Contains((*told)[1], "橡木") {
		t.Errorf("what is to be put back into nothing: told %v", *told)
	}
}

func TestLocalizeSavesBeforeItIsLeft(t *testing.T) {
	m, runner, _ := typedShop(t)
	viewtest.Describe(t, m.session, "A-1")
	viewtest.Finish(runner)
	m.Pick(0)
	m.Type("橡木台灯")
	left := false
	m.SaveThen(func() { left = true })
	if left {
		t.Error("left before it was saved")
	}
	viewtest.Finish(runner)
	if !left || m.Dirty() || chinese(t, m, "A-1").Title != "橡木台灯" {
		t.Errorf("left %v, typed %q", left, m.Typed)
	}
	m.Accept()
	m.Leave() // while it is marked
	viewtest.Finish(runner)
	m.Enter()
	viewtest.Finish(runner)
	m.session.ChangedAll()
	viewtest.Finish(runner)
	if m.Page.SKU != "A-2" {
		t.Errorf("shown is %s: something went on that was left", m.Page.SKU)
	}
}

// TestLocalizeLeavesTheDraftOfOthers: a page that is shown is no reason to forget
// what was being typed elsewhere, and may still be put back.
func TestLocalizeLeavesTheDraftOfOthers(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.session.Draft = view.NewDraft(filepath.Join(t.TempDir(), "draft.json"), 0, job.Inline{})
	m.session.Draft.Keep(view.Edit{Place: view.ProductPlace, Text: "Oak"})
	m.Type("") // as the entry tells when it is filled
	if kept, err := m.session.Draft.Found(); kept == nil || err != nil {
		t.Errorf("kept is %+v, %v", kept, err)
	}
}
