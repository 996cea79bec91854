package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// tabbed shows objects under each other in a window that is lower than they are.
func tabbed(t *testing.T, objects ...fyne.CanvasObject) (*container.Scroll, fyne.Canvas) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	scroll := container.NewVScroll(Inset(theme.Space4, theme.Space4, Column(theme.Space2, objects...)))
	w := test.NewTempWindow(t, scroll)
	w.Resize(fyne.NewSize(300, 200))
	return scroll, w.Canvas()
}

// pressTab presses Tab and returns what has the keyboard then.
func pressTab(c fyne.Canvas) fyne.Focusable {
	if in, ok := c.Focused().(fyne.Tabbable); !ok || !in.AcceptsTab() {
		c.(interface{ FocusNext() }).FocusNext()
	}
	return c.Focused()
}

func TestTabPassesWhatCannotBePressed(t *testing.T) {
	off, area, text, last := NewButton("Off", nil), NewArea(NewText("Off"), nil), NewMultiLineEntry(), NewButton("Last", nil)
	off.Allow(false)
	area.Allow(false)
	_, c := tabbed(t, off, area, text, last)
	if got := pressTab(c); got != text {
		t.Errorf("Tab comes to %T first, want the text", got)
	}
	if got := pressTab(c); got != last {
		t.Errorf("Tab leaves a text of several lines for %T, want the button", got)
	}
}

func TestWhatGetsTheKeyboardIsSeen(t *testing.T) {
	last := NewButton("Last", nil)
	for name, o := range map[string]fyne.CanvasObject{
		"button": last, "area": NewArea(NewText("Area"), nil), "entry": NewEntry(), "field": NewField(func(string) {}),
		"line": NewLineEntry(), "check": NewCheck("Check", false, func(bool) {}), "chip": NewTapChip("Chip", Current, nil),
	} {
		t.Run(name, func(t *testing.T) {
			scroll, c := tabbed(t, NewButton("First", nil), Gap(0, 600), o)
			pressTab(c)
			pressTab(c)
			bottom := o.Position().Y + o.Size().Height
			if top := scroll.Offset.Y; bottom > top+scroll.Size().Height || top == 0 {
				t.Errorf("it ends at %v in a window that shows from %v", bottom, top)
			}
			pressTab(c)
			if scroll.Offset.Y > theme.Space4 {
				t.Errorf("the first button is not scrolled to: %v", scroll.Offset.Y)
			}
		})
	}
}

func TestRoleOfWhatIsInAPicker(t *testing.T) {
	p := NewPicker(func() []Choice { return nil }, nil)
	_, c := tabbed(t, Named(p, "currency"))
	f := FocusableIn(p)
	if role, found := RoleOf(c, f.(fyne.CanvasObject)); role != "currency" || !found {
		t.Errorf("its role is %q, found: %v", role, found)
	}
	if _, found := RoleOf(c, NewButton("Elsewhere", nil)); found {
		t.Error("a button that stands nowhere is found")
	}
}

func TestEscClosesWhatSaysSo(t *testing.T) {
	_, c := tabbed(t, NewText("Below"))
	closed := 0
	for range 2 {
		widget.NewModalPopUp(Closable(NewText("Above"), func() { closed++ }), c).Show()
	}
	CloseTop(c)
	if closed != 1 {
		t.Errorf("%d were closed, want the uppermost", closed)
	}
}

func TestArrowsChooseInAList(t *testing.T) {
	at, asked := 1, 0
	l := NewList(func() int { return 3 }, func() fyne.CanvasObject { return NewText("Line") }, func(int, fyne.CanvasObject) {})
	l.Step = func(by int) { at += by }
	_, c := tabbed(t, l.Object())
	c.SetOnTypedRune(func(rune) { asked++ })
	c.Focus(l)
	if !l.ring.Visible() {
		t.Error("there is no ring around the list")
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if l.TypedRune('?'); at != 2 || asked != 1 {
		t.Errorf("the line is %d, the window was asked %d times", at, asked)
	}
	c.Unfocus()
	if l.ring.Visible() {
		t.Error("the ring stays")
	}
}

func TestSearchGoesOnToWhatWasFound(t *testing.T) {
	f := NewSearchField("Search", func(string) {})
	left, passed := 0, fyne.KeyName("")
	f.Leave = func() { left++ }
	_, c := tabbed(t, f)
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { passed = e.Name })
	f.SetText("tea")
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown} {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if left != 2 || passed != fyne.KeyDown || f.Text != "tea" {
		t.Errorf("left %d times, passed %q on, the words are %q", left, passed, f.Text)
	}
}
