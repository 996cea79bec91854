package localizing

import (
	"strings"
	"testing"

	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/widget/input"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/view/localizing"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
)

const lamps = "sku,title,description,category\n" +
	"A-1,Oak Zorbly Lamp,<p>Soft oak</p><p>Warm light</p>,Home\n" +
	"A-2,Steel Water Bottle,,Outdoor\n"

// shown is the screen over a list of products.
type shown struct {
	*Screen
	*screentest.Shown
}

func showLocalize(t *testing.T, csv string) *shown {
	t.Helper()
	screentest.WithIcons(t)
	s := screentest.New(t, csv)
	s.Session.Fail = func(err error) { t.Error(err) }
	l := &shown{New(s.Session), s}
	s.Put(l.Screen)
	return l
}

func TestLocalizeScreenByKeyboard(t *testing.T) {
	l := showLocalize(t, lamps)
	if l.Window.Canvas().Focused() != l.lines.Entry {
		t.Fatal("the first line does not have the keys")
	}
	l.Keys(fyne.KeyEscape)
	if l.Window.Canvas().Focused() != nil {
		t.Error("Esc with nothing to take back keeps the keys")
	}
	l.Key(fyne.KeyF2)
	test.Type(l.lines.Entry, "橡木台灯")
	if !l.Dirty() || l.lines.Rows[0].Count.Text() != "8 / 60" {
		t.Errorf("the counter says %q", l.lines.Rows[0].Count.Text())
	}
	l.Keys(fyne.KeyEscape)
	if l.Dirty() || l.lines.Entry.Text != "" {
		t.Errorf("Esc left %q", l.lines.Entry.Text)
	}
	test.Type(l.lines.Entry, "橡木台灯")
	l.Keys(fyne.KeyReturn)
	if got := l.lines.Rows[0].Chinese.Text(); got != "橡木台灯" {
		t.Errorf("the title shows %q", got)
	}
	if line := l.model.Current(); line.Field != catalog.ListingDescription || l.Window.Canvas().Focused() != l.lines.Entry {
		t.Errorf("Enter went to %+v", line)
	}
	l.Keys(fyne.KeyDown)
	l.Keys(fyne.KeyDown)
	if line := l.model.Current(); line.Source != "Warm light" {
		t.Errorf("the down key went to %+v", line)
	}
}

func TestLocalizeScreenInsertsTermsByNumber(t *testing.T) {
	l := showLocalize(t, lamps)
	alt := func(n fyne.KeyName) {
		l.lines.Entry.TypedShortcut(&desktop.CustomShortcut{KeyName: n, Modifier: fyne.KeyModifierAlt})
	}
	terms := l.model.Current().Terms()
	if len(terms) == 0 {
		t.Fatal("no term is known of oak and lamp")
	}
	alt("1")
	alt("9")
	if got := l.lines.Entry.Text; got != terms[0].Text {
		t.Errorf("Alt+1 wrote %q, want %q", got, terms[0].Text)
	}
	l.Tap("localize-term:1")
	if got := l.lines.Entry.Text; got != terms[0].Text+terms[0].Text {
		t.Errorf("a tap on the term wrote %q", got)
	}
	alt("0")
	if got, want := l.lines.Entry.Text, l.model.Current().Suggested.Text; got != want || !l.Dirty() {
		t.Errorf("Alt+0 wrote %q, want the suggestion %q", got, want)
	}
}

func TestLocalizeScreenTellsWhatIsTooLong(t *testing.T) {
	l := showLocalize(t, lamps)
	long := strings.Repeat("长", 31)
	l.lines.Entry.SetText(long)
	row := l.lines.Rows[0]
	if row.Count.Text() != "62 / 60" || !strings.Contains(row.Over.Text(), "2 too long for Taobao") {
		t.Errorf("%q, %q", row.Count.Text(), row.Over.Text())
	}
	l.Tap("localize-line:short_title")
	if row.Over.Visible() || row.Chinese.Text() != long {
		t.Errorf("the row behind shows %q", row.Chinese.Text())
	}
	if l.Dirty() {
		t.Error("going to another line did not save")
	}
}

func TestLocalizeScreenStates(t *testing.T) {
	empty := showLocalize(t, "")
	empty.Role("localize-import")
	l := showLocalize(t, lamps)
	l.Tap("localize-show:reviewed")
	l.Tap("localize-show-every")
	for _, sku := range []string{"A-1", "A-2"} {
		l.Tap("localize-use")
		viewtest.Describe(t, l.session, sku)
		l.Tap("localize-accept")
	}
	if !l.Role("localize-review").(*widget.Button).Disabled() {
		t.Error("there is nothing translated to review, and it is offered")
	}
	var went []view.Target
	l.session.Go = func(to view.Target) { went = append(went, to) }
	l.Tap("localize-check") // all of it is finished
	if len(went) != 1 || went[0].Place != view.HomePlace {
		t.Errorf("went to %+v", went)
	}
}

func TestLocalizeScreenLooks(t *testing.T) {
	l := showLocalize(t, "sku,title,description\nA-1,Zorbly Fnord,<p>Quux</p>\n")
	test.AssertRendersToMarkup(t, "localize.xml", l.Window.Canvas())
	l.lines.Entry.SetText(strings.Repeat("fnord ", 12))
	screentest.CheckLayout(t, l.Window, "localize-show:unfinished", "localize-problem", "localize-category", "listing-state", "localize-back", "localize-next", "localize-suggest", "localize-accept", "localize-line:title", "localize-line:short_title", "localize-line:description:1", "localize-entry")
	l.Discard()
	l.Tap("localize-show:reviewed")
	screentest.CheckLayout(t, l.Window, "localize-show:unfinished", "localize-show:all", "localize-category", "localize-show-every")
}

// TestListingWords: the words that are put together from names are there.
func TestListingWords(t *testing.T) {
	say := text.For(text.English)
	var codes []string
	for _, show := range localizing.Shows {
		codes = append(codes, "show-"+string(show))
	}
	for _, o := range []compose.Origin{
		compose.FromTerm, compose.FromUser, compose.FromUnit, compose.FromNumber, compose.FromBrand, compose.Kept, compose.Untranslated, compose.LeftOut,
	} {
		codes = append(codes, "origin-"+string(o))
	}
	for _, field := range []catalog.Field{catalog.ListingTitle, catalog.ListingShortTitle, catalog.ListingDescription, catalog.ListingAttributes, catalog.ListingKeywords} {
		codes = append(codes, "line-"+string(field))
	}
	for _, field := range []catalog.Field{catalog.ListingDescription, catalog.ListingSellingPoints} {
		codes = append(codes, "line-"+string(field)+"-part")
	}
	for _, code := range codes {
		if !say.Has(code) {
			t.Errorf("there is no message %q", code)
		}
	}
}

// TestLocalizeScreenLeavesTheSearchItsKeys: what is found while words are typed does
// not take the keys away, or the next letter would land in a product's Chinese.
func TestLocalizeScreenLeavesTheSearchItsKeys(t *testing.T) {
	l := showLocalize(t, lamps)
	search := input.NewSearchField("Search", l.Search)
	l.Window.SetContent(container.NewBorder(search, nil, nil, nil, l.Object()))
	c := l.Window.Canvas()
	c.Focus(search)
	test.Type(search, "steel")
	if page := l.model.Page; page == nil || page.SKU != "A-2" {
		t.Fatalf("found %+v, want A-2", page)
	}
	if c.Focused() != search {
		t.Errorf("the keys went to %T", c.Focused())
	}
}

// TestSuggestingAsksFirst: nothing is written before the person has said for how many.
func TestSuggestingAsksFirst(t *testing.T) {
	l := showLocalize(t, lamps)
	before := historyLength(t, l.session)
	l.Tap("localize-suggest")
	if c := l.Window.Canvas(); widget.FindIn(c, "suggest-all") == nil || widget.FindIn(c, "suggest-one") == nil || historyLength(t, l.session) != before {
		t.Fatal("it does not ask, or has written already")
	}
	l.Tap("suggest-cancel")
	if widget.FindIn(l.Window.Canvas(), "suggest-all") != nil || historyLength(t, l.session) != before {
		t.Error("it was cancelled, and goes on")
	}
	l.Tap("localize-suggest")
	l.Tap("suggest-all")
	l.Role("localize-notice")
	if historyLength(t, l.session) != before+1 {
		t.Error("nothing was written")
	}
}

func historyLength(t *testing.T, s *view.Session) int {
	t.Helper()
	n := 0
	for _, err := range s.Workspace.History(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

// TestLocalizeScreenShowsChecks: what a law forbids is shown while it is typed, and the
// button takes what is proposed instead.
func TestLocalizeScreenShowsChecks(t *testing.T) {
	l := showLocalize(t, lamps)
	test.Type(l.lines.Entry, "国家级橡木台灯")
	if below := l.lines.Rows[0].Over.Text(); !strings.Contains(below, "国家级") || !strings.Contains(below, "9(3)") {
		t.Errorf("below the text is %q", below)
	}
	l.Tap("localize-fix:1")
	if got := l.lines.Entry.Text; got != "橡木台灯" || l.model.Typed != got || l.lines.Rows[0].Over.Text() != "" {
		t.Errorf("the button left %q, typed %q, below %q", got, l.model.Typed, l.lines.Rows[0].Over.Text())
	}
	screentest.Absent(t, l.Window, "localize-fix:1")
	test.Type(l.lines.Entry, " 最好看的")
	l.Keys(fyne.KeyEscape)
	if below := l.lines.Rows[0].Over.Text(); below != "" {
		t.Errorf("what was taken back still has %q", below)
	}
}

// TestLocalizeScreenDoesNotAcceptWhatIsForbidden: a word that the law itself forbids stops
// who accepts, at the line that has it.
func TestLocalizeScreenDoesNotAcceptWhatIsForbidden(t *testing.T) {
	l := showLocalize(t, lamps)
	test.Type(l.lines.Entry, "国家级橡木台灯")
	l.model.Accept()
	if !l.model.Refused || !strings.Contains(l.model.Notice, "国家级") || !l.model.Page.Lines[0].Blocked {
		t.Errorf("refused %v: %q", l.model.Refused, l.model.Notice)
	}
}

// TestLocalizeScreenSaysTheChineseInEnglish: an owner who reads no Chinese sees shower gel
// under a lamp, the measure that was lost and the claim that was added.
func TestLocalizeScreenSaysTheChineseInEnglish(t *testing.T) {
	l := showLocalize(t, "sku,title,category\nA-1,\"Oak Table Lamp, 12 in\",Home\n")
	l.Tap("localize-show:all")
	screentest.Absent(t, l.Window, "localize-gloss")
	l.focus()
	test.Type(l.lines.Entry, "有机沐浴露")
	l.Keys(fyne.KeyReturn)
	l.Keys(fyne.KeyUp)
	l.Window.Resize(fyne.NewSize(1280, 1400)) // all of the pane in sight
	for role, want := range map[string]string{
		"localize-gloss":            "有机 organic · 沐浴露 body wash",
		"localize-sheet-found":      "0 of 1 found in the Chinese",
		"localize-sheet-lost:12 in": "Not found: 12 in",
		"localize-sheet-added:有机":   "Added: 有机 (organic)",
	} {
		if got := l.Role(role).(*widget.Wrapped).Text(); got != want {
			t.Errorf("%s says %q, want %q", role, got, want)
		}
	}
}
