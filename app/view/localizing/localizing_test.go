package localizing

import (
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

const lamps = "sku,title,description,category,color\n" +
	"A-1,Ceramic Zorbly Lamp,<p>Soft cotton</p>,Home,Red\n" +
	"A-2,Steel Zorbly Water Bottle,,Outdoor,\n" +
	"A-3,Wool Socks,,Apparel,\n"

// localizeShop is the screen's model over a list of products.
func localizeShop(t *testing.T, r job.Runner) *Model {
	t.Helper()
	s := viewtest.Shop(t, r, "")
	in := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(lamps), Size: int64(len(lamps))}
	if _, err := s.Workspace.Import(t.Context(), in, nil); err != nil {
		t.Fatal(err)
	}
	m := New(s)
	m.Enter()
	t.Cleanup(m.Leave)
	return m
}

// chinese is what a product's listing holds.
func chinese(t *testing.T, m *Model, sku string) catalog.Listing {
	t.Helper()
	p, err := m.session.Workspace.Product(t.Context(), sku)
	if err != nil {
		t.Fatal(err)
	}
	if l := p.Listing(catalog.SimplifiedChinese); l != nil {
		return *l
	}
	return catalog.Listing{}
}

// worth is the state of a product's listing.
func worth(t *testing.T, m *Model, sku string) catalog.State {
	t.Helper()
	p, err := m.session.Workspace.Product(t.Context(), sku)
	if err != nil {
		t.Fatal(err)
	}
	return p.State(catalog.SimplifiedChinese)
}

func TestLocalizeGoesFromLineToLineAndToTheNextProduct(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	if at, of := m.Place(); at != 1 || of != 3 || m.Page.SKU != "A-1" || m.Counts[ShowUnfinished] != 3 {
		t.Fatalf("at %d of %d, %s, counts %v", at, of, m.Page.SKU, m.Counts)
	}
	if line := m.Current(); line.Field != catalog.ListingTitle || line.Label != "Title" || line.Limit.N != 60 {
		t.Fatalf("the first line is %+v", line)
	}
	m.Type("橡木台灯")
	if !m.Dirty() {
		t.Error("what is typed is not held to be unsaved")
	}
	m.Submit()
	if got := chinese(t, m, "A-1").Title; got != "橡木台灯" {
		t.Errorf("the title is %q", got)
	}
	if line := m.Current(); line.Field != catalog.ListingDescription || line.Source != "Soft cotton" {
		t.Fatalf("then comes %+v", line)
	}
	m.Type("柔和橡木")
	m.Submit()
	for m.Page.SKU == "A-1" {
		line := m.Current()
		m.Type("红色")
		if m.Submit(); m.Page.SKU == "A-1" && m.Current().Is(line.Line) {
			t.Fatalf("stays at %+v", line)
		}
	}
	if l := chinese(t, m, "A-1"); worth(t, m, "A-1") != catalog.StateTranslated || l.Description != "<ul>\n<li>柔和橡木</li>\n</ul>" {
		t.Errorf("the listing is %+v", l)
	}
	if at, of := m.Place(); at != 2 || of != 3 || m.Counts[ShowUnfinished] != 2 {
		t.Errorf("at %d of %d, %v: the list must stay while it is worked on", at, of, m.Counts)
	}
}

// TestLocalizeAcceptsLineByLine: Enter on what a machine wrote makes it a person's, who
// took the words as they were.
func TestLocalizeAcceptsLineByLine(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.SuggestAll()
	if got := worth(t, m, "A-1"); got != catalog.StateDraft {
		t.Fatalf("the suggestion is %q", got)
	}
	m.ShowOnly(ShowDraft)
	if _, of := m.Place(); of == 0 || m.Counts[ShowDraft] != of || m.Counts[ShowTranslated] != 0 || m.Counts[ShowUnfinished] != of || m.Counts[ShowStandard] != 3-of {
		t.Fatalf("%d drafts, %v; want what the program wrote to be drafts or standard", of, m.Counts)
	}
	before := chinese(t, m, "A-1").Title
	for range m.Page.Lines {
		if m.Page.SKU != "A-1" {
			break
		}
		m.Submit()
	}
	l := chinese(t, m, "A-1")
	if mark := l.Mark("title"); !worth(t, m, "A-1").GoesOut() || mark.State != catalog.StateTranslated || l.Title != before || !mark.Accepted || mark.By != "Ann" || mark.At == "" {
		t.Errorf("%q, the listing is %+v", worth(t, m, "A-1"), l)
	}
	if m.Page.SKU == "A-1" {
		t.Error("and the next product does not come")
	}
}

// TestLocalizeOmits: a text that is left out keeps nothing from being finished, and comes
// back with no suggestion.
func TestLocalizeOmits(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.SuggestAll()
	m.Pick(0)
	if m.CanOmit() {
		t.Error("the title can be left out")
	}
	m.Pick(1)
	if line := m.Current(); line.Field != catalog.ListingShortTitle || !m.CanOmit() {
		t.Fatalf("at %+v", line)
	}
	m.Omit()
	m.SuggestAll()
	if l := chinese(t, m, "A-1"); l.ShortTitle != "" || l.Mark("short_title").State != catalog.StateOmitted || l.Mark("short_title").By != "Ann" {
		t.Errorf("the listing is %+v", l)
	}
	m.Pick(1)
	if m.CanOmit() || !m.Current().Finished() {
		t.Errorf("it is %+v", m.Current().Line)
	}
	m.Type("橡木灯")
	m.Save()
	if l := chinese(t, m, "A-1"); l.Mark("short_title").State != catalog.StateTranslated {
		t.Errorf("written after all it is %+v", l)
	}
}

// TestLocalizeSuggests: for one product or for all that are gone through, and what was
// told of it goes when it is taken back.
func TestLocalizeSuggests(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.SuggestOne()
	if chinese(t, m, "A-1").Title == "" || chinese(t, m, "A-2").Title != "" || m.Notice == "" {
		t.Errorf("suggested %q and %q; %s", chinese(t, m, "A-1").Title, chinese(t, m, "A-2").Title, m.Notice)
	}
	m.SuggestAll()
	if chinese(t, m, "A-2").Title == "" || m.Notice == "" {
		t.Errorf("suggested %q; %s", chinese(t, m, "A-2").Title, m.Notice)
	}
	m.session.ChangedAll() // by something else
	if m.Notice == "" {
		t.Error("it is not told any more, and was not taken back")
	}
	if _, err := m.session.Workspace.Undo(t.Context(), "", nil); err != nil {
		t.Fatal(err)
	}
	if m.session.ChangedAll(); m.Notice != "" || chinese(t, m, "A-2").Title != "" {
		t.Errorf("it was taken back, and is still told: %s", m.Notice)
	}
	m.SuggestAll()
	if m.SuggestAll(); m.Notice == "" || strings.Contains(m.Notice, "Undo") {
		t.Errorf("nothing was written, and can be undone: %s", m.Notice)
	}
}

func TestLocalizeAccepts(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.Accept()
	if m.Notice == "" || m.Page.SKU != "A-1" || worth(t, m, "A-1") != catalog.StateEmpty {
		t.Error("a listing without a title was accepted")
	}
	m.Type("橡木台灯")
	m.Accept()
	if l := chinese(t, m, "A-1"); worth(t, m, "A-1") == catalog.StateTranslated || l.Title != "橡木台灯" || m.Page.SKU != "A-1" || !strings.Contains(m.Notice, "Taobao") {
		t.Errorf("without a description it is %+v, at %s: %s", l, m.Page.SKU, m.Notice)
	}
	if line := m.Current(); line.Field != catalog.ListingDescription {
		t.Errorf("the cursor is on %s, want the description that is missing", line.Field)
	}
	viewtest.Describe(t, m.session, "A-1")
	m.Accept()
	if l := chinese(t, m, "A-1"); worth(t, m, "A-1") != catalog.StateTranslated || l.Title != "橡木台灯" {
		t.Errorf("the listing is %+v", l)
	}
	if m.Page.SKU != "A-2" {
		t.Errorf("then comes %s", m.Page.SKU)
	}
	m.Step(-1)
	if m.Page.SKU != "A-1" || m.Page.State != catalog.StateTranslated || m.Page.Lines[0].State() != catalog.StateTranslated {
		t.Errorf("back at %s, %q", m.Page.SKU, m.Page.State)
	}
	m.Review()
	if got := worth(t, m, "A-1"); got != catalog.StateReviewed || m.Page.SKU != "A-2" {
		t.Errorf("reviewed it is %q, at %s", got, m.Page.SKU)
	}
}

// TestLocalizeDoesNotAcceptWhatIsBlocked: a title that is too long is told at its line
// and on the listing's chip, saved or not, and cannot be accepted.
func TestLocalizeDoesNotAcceptWhatIsBlocked(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	viewtest.Describe(t, m.session, "A-1")
	m.Pick(0)
	long := strings.Repeat("橡木台灯", 8)
	if line := m.Current(); line.IsBlocked("橡木台灯") || !line.IsBlocked(long) {
		t.Error("while it is typed it is not known that it is too long")
	}
	m.Type(long)
	m.Accept()
	l := chinese(t, m, "A-1")
	if l.Title != long || worth(t, m, "A-1") == catalog.StateTranslated || m.Page.SKU != "A-1" || m.Current().Field != catalog.ListingTitle {
		t.Fatalf("the listing is %q, the cursor at %s of %s", worth(t, m, "A-1"), m.Current().Field, m.Page.SKU)
	}
	if !m.Page.IsBlocked() || !m.Current().IsBlocked(long) || m.Current().IsBlocked("橡木台灯") || !strings.Contains(m.Notice, "too long") {
		t.Errorf("blockers %v, notice %q", m.Page.Blockers, m.Notice)
	}
	for _, line := range m.Page.Lines[1:] {
		if line.Blocked {
			t.Errorf("%s is told to be blocked, and is not too long", line.Label)
		}
	}
	m.Type("橡木台灯")
	m.Accept()
	if got := worth(t, m, "A-1"); got != catalog.StateTranslated || m.Page.SKU != "A-2" {
		t.Errorf("mended it is %q, at %s", got, m.Page.SKU)
	}
}

func TestLocalizeFilters(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.ShowCategory("Outdoor")
	if _, of := m.Place(); of != 1 || m.Page.SKU != "A-2" || len(m.Categories) != 3 {
		t.Errorf("%d of the category, %v", of, m.Categories)
	}
	m.SearchFor("socks")
	if m.State != view.ListNothing || m.IsFinished() {
		t.Errorf("socks of the category outdoor: %v", m.State)
	}
	m.ShowEvery()
	if _, of := m.Place(); of != 3 {
		t.Errorf("%d of all", of)
	}
	id := m.ids[2]
	m.Receive(view.Target{Product: id, Among: m.ids})
	m.Enter()
	if at, of := m.Place(); at != 3 || of != 3 || m.Page.ID != id || !m.IsOnly() {
		t.Errorf("sent to the third, at %d of %d", at, of)
	}
}

func TestLocalizeTellsWhenTheSourceChanged(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	viewtest.Describe(t, m.session, "A-1")
	m.Pick(0)
	m.Type("橡木台灯")
	m.Accept()
	if _, err := m.session.Workspace.Set(t.Context(), "A-1", []catalog.Value{{Field: catalog.FieldTitle, Text: "Oak Desk Lamp"}}); err != nil {
		t.Fatal(err)
	}
	m.ShowOnly(ShowStale)
	if _, of := m.Place(); of != 1 || !m.Page.Stale || m.Counts[ShowStale] != 1 {
		t.Fatalf("%d have another source, %+v", of, m.Page)
	}
	m.Accept()
	if m.ShowOnly(ShowStale); m.State != view.ListNothing {
		t.Error("a person has seen it, and it is still told")
	}
}

// TestLocalizeKeepsWhatIsTyped: a change from elsewhere, an undo for instance, must
// not take away what is being typed.
func TestLocalizeKeepsWhatIsTyped(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.Type("橡")
	m.session.ChangedAll()
	if m.Typed != "橡" || !m.Dirty() {
		t.Errorf("what was typed is %q", m.Typed)
	}
	m.Discard()
	if m.Dirty() || m.Typed != "" {
		t.Errorf("after taking it back %q", m.Typed)
	}
	m.Pick(1)
	m.Type("短标题")
	m.Pick(0)
	if got := chinese(t, m, "A-1").ShortTitle; got != "短标题" || m.Line != 0 {
		t.Errorf("going to another line kept %q, at line %d", got, m.Line)
	}
}

// TestLocalizeInTheBackground: with a runner that takes its time, Enter still ends
// at the next line, and what was asked for before is not shown.
func TestLocalizeInTheBackground(t *testing.T) {
	runner := &job.Stepping{}
	m := localizeShop(t, runner)
	settle := func() {
		for range 12 {
			runner.Work()
			runner.Deliver()
		}
	}
	settle()
	m.Type("橡木台灯")
	m.Submit()
	m.Submit() // impatience
	settle()
	if line := m.Current(); line == nil || line.Field != catalog.ListingDescription {
		t.Errorf("the cursor is on %+v", line)
	}
	m.ShowCategory("Outdoor")
	m.ShowCategory("Apparel")
	settle()
	if m.Page.SKU != "A-3" {
		t.Errorf("shown is %s", m.Page.SKU)
	}
}

// TestLocalizeGoesThroughAProblem: those whose title is too long, and they stay in
// the list while they are mended.
func TestLocalizeGoesThroughAProblem(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	m.Type(strings.Repeat("长", 31))
	m.Submit()
	var long Problem
	for _, p := range m.Problems() {
		if p.Kind.Code == "title-too-long" {
			long = p
		}
	}
	if long.Products != 1 || long.Words == "" {
		t.Fatalf("the problems are %+v", m.Problems())
	}
	m.ShowProblem(long.Kind)
	if _, of := m.Place(); of != 1 || m.Page.SKU != "A-1" || m.ProblemWords() != long.Words {
		t.Fatalf("%d of %q", of, m.ProblemWords())
	}
	m.Pick(0)
	m.Type("短标题")
	m.Save()
	if _, of := m.Place(); of != 1 || m.Page.SKU != "A-1" {
		t.Errorf("%d after it was mended", of)
	}
	m.ShowProblem(long.Kind)
	if m.State != view.ListNothing {
		t.Errorf("it was mended, and there is %v", m.Page)
	}
	m.Receive(view.Target{Pick: catalog.FindingFilter{Problem: long.Kind}})
	if m.Enter(); m.State != view.ListNothing || m.Problem != long.Kind {
		t.Errorf("sent to the problem, there is %v", m.Page)
	}
}

func TestLocalizeInTraditional(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	if err := m.session.Workspace.SetSettings(t.Context(), map[string]string{workspace.SettingScript: string(catalog.TraditionalChinese)}); err != nil {
		t.Fatal(err)
	}
	m.Enter()
	m.Type("橡木檯燈")
	m.Submit()
	p, err := m.session.Workspace.Product(t.Context(), "A-1")
	if err != nil {
		t.Fatal(err)
	}
	if l := p.Listing(catalog.TraditionalChinese); l == nil || l.Title != "橡木檯燈" || p.Listing(catalog.SimplifiedChinese) != nil {
		t.Errorf("the listings are %+v", p.Listings)
	}
}

// TestLocalizeKeepsADraft: what is typed outlives the program, and is put back.
func TestLocalizeKeepsADraft(t *testing.T) {
	m := localizeShop(t, job.Inline{})
	path := filepath.Join(t.TempDir(), "draft.json")
	m.session.Draft = view.NewDraft(path, 0, job.Inline{})
	m.Pick(2)
	m.Type("柔和的橡")
	found, err := view.NewDraft(path, 0, job.Inline{}).Found()
	if err != nil || found == nil || found.Text != "柔和的橡" || found.Part != "1" {
		t.Fatalf("kept is %+v, %v", found, err)
	}
	again := New(m.session)
	again.Receive(view.Target{Place: view.LocalizePlace, Product: found.Product, Edit: found})
	again.Enter()
	defer again.Leave()
	if again.Typed != "柔和的橡" || again.Line != 2 || !again.Dirty() {
		t.Errorf("put back is %q in line %d", again.Typed, again.Line)
	}
	again.Submit()
	if found, err := view.NewDraft(path, 0, job.Inline{}).Found(); err != nil || found != nil {
		t.Errorf("after it was saved there is %+v, %v", found, err)
	}
}
