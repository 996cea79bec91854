package exporting

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

func TestExportRoad(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	m := New(s)
	m.Enter()
	defer m.Leave()
	if len(m.Channels) < 3 || m.Step != StepChannel || m.Reaches(StepCheck) {
		t.Fatalf("%d channels at step %d", len(m.Channels), m.Step)
	}
	m.Choose("shopify")
	if !m.Checked || m.Step != StepCheck || m.Channel.Blocked != 1 || m.Writes() != m.Channel.Products-1 {
		t.Fatalf("checked %v at step %d: %+v", m.Checked, m.Step, m.Channel)
	}
	m.GoTo(StepPreview)
	if m.Rows == nil || !m.Rows.IsHead(0) || m.Rows.IsHead(1) || len(m.Rows.Lines) != 1+previewedRows || m.Wrong != nil {
		t.Fatalf("preview %+v, %v", m.Rows, m.Wrong)
	}
	m.UseFolder(filepath.Join(t.TempDir(), "feeds"))
	m.Write()
	if m.Report == nil || m.Step != StepDone || m.Writing() {
		t.Fatalf("no report at step %d: %v", m.Step, m.Wrong)
	}
	if m.Report.Products != m.Writes() || m.Report.Left != 1 || len(m.Report.Skipped) != 1 || len(m.Report.Skipped[0].Reasons) == 0 {
		t.Errorf("report %+v, want %d products and one left out with a reason", m.Report, m.Writes())
	}
	if n, err := s.Workspace.Count(t.Context(), m.Report.Fix.Filter); err != nil || n != 1 {
		t.Errorf("the way to mend finds %d products, %v; want 1", n, err)
	}
	if _, err := os.Stat(m.Report.Report); err != nil {
		t.Error(err)
	}
	sameAsPreview(t, filepath.Join(m.Dir, m.Report.Files[0].Name), m.Rows)
	if m.Enter(); m.Report.Outdated {
		t.Error("nothing was changed, and the files are said to be old")
	}
	if _, err := s.Workspace.Undo(t.Context(), "", nil); err != nil {
		t.Fatal(err)
	}
	if s.ChangedAll(); !m.Report.Outdated || m.Step != StepDone {
		t.Error("what was exported was taken back, and the page does not tell")
	}
}

// sameAsPreview holds a file against what was shown of it before.
func sameAsPreview(t *testing.T, path string, rows *FeedRows) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range rows.Lines {
		// encoding/csv reads \r\n in a cell as \n.
		for j := range want {
			want[j] = strings.ReplaceAll(want[j], "\r\n", "\n")
		}
		if !slices.Equal(lines[i], want) {
			t.Errorf("line %d: the file has %q, the preview had %q", i+1, lines[i], want)
		}
	}
}

// TestTablesBelowEachOther: each table of a feed with several has its file and name above it.
func TestTablesBelowEachOther(t *testing.T) {
	f := newFeedRows([]export.Preview{
		{File: "a.xlsx", Table: "Goods", Header: [][]string{{"id"}}, Rows: [][]string{{"1"}, {"2"}}},
		{File: "a.xlsx", Table: "Prices", Rows: [][]string{{"1", "9", "USD"}}},
	})
	want := [][]string{{"a.xlsx", "Goods"}, {"id"}, {"1"}, {"2"}, {"a.xlsx", "Prices"}, {"1", "9", "USD"}}
	if !reflect.DeepEqual(f.Lines, want) || f.Columns != 3 || f.File != "a.xlsx" {
		t.Errorf("got %+v", f)
	}
	for line, head := range []bool{true, true, false, false, true, false} {
		if f.IsHead(line) != head {
			t.Errorf("line %d is a header: %v, want %v", line, !head, head)
		}
	}
}

func TestExportNeedsAreRemembered(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	m := New(s)
	m.Enter()
	defer m.Leave()
	m.Choose("taobao")
	rate := func() view.Need {
		i := slices.IndexFunc(m.Needs, func(n view.Need) bool { return n.Key == "rate.USD/CNY" })
		if i < 0 {
			t.Fatalf("needs %+v, want a rate", m.Needs)
		}
		return m.Needs[i]
	}
	if n := rate(); n.Value != "" || n.From != "USD" || n.To != "CNY" {
		t.Errorf("got %+v", n)
	}
	m.Give("rate.USD/CNY", " 7.1 ")
	if got := rate().Value; got != "7.1" {
		t.Errorf("the rate is %q after it was given, want 7.1", got)
	}
	if slices.ContainsFunc(m.Problems, func(p view.TopProblem) bool { return p.Fix.Problem == "price-currency" }) {
		t.Error("the rate is still told as lacking")
	}
	if got, err := s.Workspace.Setting(t.Context(), "rate.USD/CNY"); err != nil || got != "7.1" {
		t.Errorf("the catalogue remembers %q, %v", got, err)
	}
	failed := 0
	s.Fail = func(error) { failed++ }
	m.Give("rate.USD/CNY", "much")
	if failed != 1 || rate().Value != "7.1" {
		t.Errorf("failed %d times, the rate is %q; want once, and 7.1 still", failed, rate().Value)
	}
}

func TestExportNeedsAddressOfPictures(t *testing.T) {
	m := New(viewtest.SampleShop(t, job.Inline{}))
	m.Enter()
	defer m.Leave()
	m.Choose("google")
	if m.Writes() != 0 || m.Reaches(StepPreview) {
		t.Errorf("%d products would go without pictures", m.Writes())
	}
	m.Give(workspace.SettingPictureURL, "https://shop.example/pictures/{file}")
	if m.Writes() == 0 || !m.Reaches(StepPreview) {
		t.Errorf("%d products would go with pictures; problems %+v", m.Writes(), m.Problems)
	}
}

func TestExportOfChosenProducts(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	ids, err := s.Workspace.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	m := New(s)
	m.Receive(view.Target{Channel: "shopify", Filter: catalog.Filter{IDs: ids[:3]}})
	m.Enter()
	defer m.Leave()
	if !m.IsFiltered() || m.Channel.Products != 3 {
		t.Errorf("%d products are looked at, want the 3 chosen", m.Channel.Products)
	}
	m.TakeEvery()
	if m.IsFiltered() || m.Channel.Products != len(ids) {
		t.Errorf("%d products are looked at, want all %d", m.Channel.Products, len(ids))
	}
	m.Receive(view.Target{Filter: catalog.Filter{IDs: ids[:2]}})
	m.Choose("shopify")
	if m.Channel.Products != 2 {
		t.Errorf("%d products are looked at, want the 2 that came without a channel", m.Channel.Products)
	}
	m.TakeEvery()
	m.TakeAll(true)
	if m.Writes() != len(ids) {
		t.Errorf("%d products would go, want all %d", m.Writes(), len(ids))
	}
}

// TestExportDrafts: what nobody has accepted goes out where that is asked for.
func TestExportDrafts(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title,price,stock\nA-1,Zorbly Oak Lamp,5,2\n")
	for field, text := range map[catalog.Field]string{"title@zh-Hans": "橡木台灯", "description@zh-Hans": "<p>柔和光线</p>", "state@zh-Hans": "draft"} {
		viewtest.SetElsewhere(t, s, "A-1", field, text)
	}
	viewtest.SetElsewhere(t, s, "A-1", "state@zh-Hans", "draft")
	if err := s.Workspace.SetSetting(t.Context(), "rate.USD/CNY", "7"); err != nil {
		t.Fatal(err)
	}
	m := New(s)
	m.Enter()
	defer m.Leave()
	m.Choose("taobao")
	if !m.HasDrafts() || m.Writes() != 0 {
		t.Fatalf("%d would be written, drafts %v", m.Writes(), m.HasDrafts())
	}
	if m.TakeDrafts(true); m.Writes() != 1 {
		t.Errorf("with drafts %d would be written: %+v", m.Writes(), m.Problems)
	}
	m.Choose("google")
	if m.HasDrafts() {
		t.Error("an English channel is asked about drafts")
	}
}

func TestExportCancelled(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.SampleShop(t, runner)
	m := New(s)
	m.Enter()
	m.Choose("shopify")
	for runner.Work() { // the count of products, which the choice gives up, and the check
		runner.Deliver()
	}
	m.UseFolder(filepath.Join(t.TempDir(), "feeds"))
	m.Write()
	if !m.Writing() || m.Reaches(StepChannel) {
		t.Error("the road can be left while the files are written")
	}
	m.Cancel()
	runner.Work()
	runner.Deliver()
	if m.Writing() || m.Busy || m.Report != nil || m.Wrong != nil {
		t.Errorf("after Cancel: writing %v, busy %v, report %v, %v", m.Writing(), m.Busy, m.Report, m.Wrong)
	}
	if files, err := os.ReadDir(m.Dir); err == nil && len(files) > 0 {
		t.Errorf("cancelled, and left %v", files)
	}
}

// TestExportIntoNoFolder tells the folder that nothing can be put into, and not the
// file that was to be written there first.
func TestExportIntoNoFolder(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	m := New(s)
	m.Enter()
	defer m.Leave()
	m.Choose("shopify")
	m.GoTo(StepPreview)
	folder := "/proc/1"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("NOT TESTED: there is no folder here that nobody can write into")
	}
	m.UseFolder(folder)
	m.Write()
	if m.Wrong == nil || !strings.Contains(s.Text.Error(m.Wrong), folder) || m.Step != StepPreview {
		t.Errorf("at step %d: %v, want a word about %s", m.Step, m.Wrong, folder)
	}
}

// A channel that cannot be used is told, where another can be chosen.
func TestExportTellsAChannelThatCannotBeUsed(t *testing.T) {
	m := New(viewtest.SampleShop(t, job.Inline{}))
	m.Enter()
	m.Choose("nowhere")
	if m.Wrong == nil || m.Step != StepChannel {
		t.Errorf("at step %d: %v", m.Step, m.Wrong)
	}
}
