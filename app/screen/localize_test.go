package screen

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/view/localizing"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

const lamps = "sku,title,description,category\n" +
	"A-1,Oak Zorbly Lamp,<p>Soft oak</p><p>Warm light</p>,Home\n" +
	"A-2,Steel Water Bottle,,Outdoor\n"

// localizeShown is the screen over a list of products.
type localizeShown struct {
	*Localize
	t      *testing.T
	window fyne.Window
}

func showLocalize(t *testing.T, csv string) *localizeShown {
	t.Helper()
	withIcons(t)
	s := roadSession(t)
	if csv != "" {
		r := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(csv), Size: int64(len(csv))}
		if _, err := s.Workspace.Import(t.Context(), r, nil); err != nil {
			t.Fatal(err)
		}
	}
	l := &localizeShown{Localize: NewLocalize(s), t: t}
	l.window = shownIn(t, l.Localize)
	l.window.Resize(fyne.NewSize(1256, 816))
	return l
}

func (l *localizeShown) role(role string) fyne.CanvasObject {
	l.t.Helper()
	o := widget.FindIn(l.window.Canvas(), role)
	if o == nil {
		l.t.Fatalf("%s is not in sight", role)
	}
	return o
}

func (l *localizeShown) tap(role string) {
	l.t.Helper()
	l.role(role).(fyne.Tappable).Tapped(&fyne.PointEvent{})
}

func (l *localizeShown) key(name fyne.KeyName) {
	l.t.Helper()
	focused := l.window.Canvas().Focused()
	if focused == nil {
		l.t.Fatalf("%s goes nowhere: nothing has the keys", name)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: name})
}

func TestLocalizeScreenByKeyboard(t *testing.T) {
	l := showLocalize(t, lamps)
	if l.window.Canvas().Focused() != l.lines.entry {
		t.Fatal("the first line does not have the keys")
	}
	l.key(fyne.KeyEscape)
	if l.window.Canvas().Focused() != nil {
		t.Error("Esc with nothing to take back keeps the keys")
	}
	l.Key(fyne.KeyF2)
	test.Type(l.lines.entry, "橡木台灯")
	if !l.Dirty() || l.lines.rows[0].count.Text() != "8 / 60" {
		t.Errorf("the counter says %q", l.lines.rows[0].count.Text())
	}
	l.key(fyne.KeyEscape)
	if l.Dirty() || l.lines.entry.Text != "" {
		t.Errorf("Esc left %q", l.lines.entry.Text)
	}
	test.Type(l.lines.entry, "橡木台灯")
	l.key(fyne.KeyReturn)
	if got := l.lines.rows[0].chinese.Text(); got != "橡木台灯" {
		t.Errorf("the title shows %q", got)
	}
	if line := l.model.Current(); line.Field != catalog.ListingDescription || l.window.Canvas().Focused() != l.lines.entry {
		t.Errorf("Enter went to %+v", line)
	}
	l.key(fyne.KeyDown)
	l.key(fyne.KeyDown)
	if line := l.model.Current(); line.Source != "Warm light" {
		t.Errorf("the down key went to %+v", line)
	}
}

func TestLocalizeScreenInsertsTermsByNumber(t *testing.T) {
	l := showLocalize(t, lamps)
	alt := func(n fyne.KeyName) {
		l.lines.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: n, Modifier: fyne.KeyModifierAlt})
	}
	terms := l.model.Current().Terms()
	if len(terms) == 0 {
		t.Fatal("no term is known of oak and lamp")
	}
	alt("1")
	alt("9")
	if got := l.lines.entry.Text; got != terms[0].Text {
		t.Errorf("Alt+1 wrote %q, want %q", got, terms[0].Text)
	}
	l.tap("localize-term:1")
	if got := l.lines.entry.Text; got != terms[0].Text+terms[0].Text {
		t.Errorf("a tap on the term wrote %q", got)
	}
	alt("0")
	if got, want := l.lines.entry.Text, l.model.Current().Suggested.Text; got != want || !l.Dirty() {
		t.Errorf("Alt+0 wrote %q, want the suggestion %q", got, want)
	}
}

func TestLocalizeScreenTellsWhatIsTooLong(t *testing.T) {
	l := showLocalize(t, lamps)
	long := strings.Repeat("长", 31)
	l.lines.entry.SetText(long)
	row := l.lines.rows[0]
	if row.count.Text() != "62 / 60" || !strings.Contains(row.over.Text(), "2 too long for Taobao") {
		t.Errorf("%q, %q", row.count.Text(), row.over.Text())
	}
	l.tap("localize-line:short_title")
	if row.over.Visible() || row.chinese.Text() != long {
		t.Errorf("the row behind shows %q", row.chinese.Text())
	}
	if l.Dirty() {
		t.Error("going to another line did not save")
	}
}

// describe gives a product the Chinese description without which its listing cannot be
// accepted.
func describe(t *testing.T, s *view.Session, sku string) {
	t.Helper()
	field := catalog.ListingDescription.At(catalog.SimplifiedChinese)
	if _, err := s.Workspace.Set(t.Context(), sku, []catalog.Value{{Field: field, Text: "<p>柔和</p>"}}); err != nil {
		t.Fatal(err)
	}
	s.Changed()
}

func TestLocalizeScreenStates(t *testing.T) {
	empty := showLocalize(t, "")
	empty.role("localize-import")
	l := showLocalize(t, lamps)
	l.tap("localize-show:reviewed")
	l.tap("localize-show-every")
	for _, sku := range []string{"A-1", "A-2"} {
		l.tap("localize-use")
		describe(t, l.session, sku)
		l.tap("localize-accept")
	}
	if !l.role("localize-review").(*widget.Button).Disabled() {
		t.Error("there is nothing translated to review, and it is offered")
	}
	var went []view.Target
	l.session.Go = func(to view.Target) { went = append(went, to) }
	l.tap("localize-check") // all of it is finished
	if len(went) != 1 || went[0].Place != view.HomePlace {
		t.Errorf("went to %+v", went)
	}
}

func TestLocalizeScreenLooks(t *testing.T) {
	l := showLocalize(t, "sku,title,description\nA-1,Zorbly Fnord,<p>Quux</p>\n")
	test.AssertRendersToMarkup(t, "localize.xml", l.window.Canvas())
	l.lines.entry.SetText(strings.Repeat("fnord ", 12))
	test.AssertRendersToMarkup(t, "localize_too_long.xml", l.window.Canvas())
	l.Discard()
	l.tap("localize-show:reviewed")
	test.AssertRendersToMarkup(t, "localize_nothing.xml", l.window.Canvas())
}

// TestListingWords: the words that are put together from names are there.
func TestListingWords(t *testing.T) {
	say := text.For(text.English)
	var codes []string
	for _, show := range localizing.Shows {
		codes = append(codes, "show-"+string(show))
	}
	for _, o := range []localize.Origin{
		localize.FromTerm, localize.FromUser, localize.FromUnit, localize.FromNumber, localize.FromBrand, localize.Kept, localize.Untranslated, localize.LeftOut,
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
	search := widget.NewSearchField("Search", l.Search)
	l.window.SetContent(container.NewBorder(search, nil, nil, nil, l.Object()))
	c := l.window.Canvas()
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
	l.tap("localize-suggest")
	if c := l.window.Canvas(); widget.FindIn(c, "suggest-all") == nil || widget.FindIn(c, "suggest-one") == nil || historyLength(t, l.session) != before {
		t.Fatal("it does not ask, or has written already")
	}
	l.tap("suggest-cancel")
	if widget.FindIn(l.window.Canvas(), "suggest-all") != nil || historyLength(t, l.session) != before {
		t.Error("it was cancelled, and goes on")
	}
	l.tap("localize-suggest")
	l.tap("suggest-all")
	l.role("localize-notice")
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
