package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// tabbed shows objects under each other in a window that is lower than they are.
func tabbed(t *testing.T, objects ...fyne.CanvasObject) (*container.Scroll, fyne.Canvas) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	scroll := container.NewVScroll(widget.Inset(theme.Space4, theme.Space4, widget.Column(theme.Space2, objects...)))
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
	off, area, text, last := widget.NewButton("Off", nil), widget.NewArea(widget.NewText("Off"), nil), input.NewMultiLineEntry(), widget.NewButton("Last", nil)
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
	last := widget.NewButton("Last", nil)
	for name, o := range map[string]fyne.CanvasObject{
		"button": last, "area": widget.NewArea(widget.NewText("Area"), nil), "entry": input.NewEntry(), "field": input.NewField(func(string) {}),
		"line": input.NewLineEntry(), "check": widget.NewCheck("Check", false, func(bool) {}), "chip": widget.NewTapChip("Chip", widget.Current, nil),
	} {
		t.Run(name, func(t *testing.T) {
			scroll, c := tabbed(t, widget.NewButton("First", nil), widget.Gap(0, 600), o)
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
	p := input.NewPicker(func() []input.Choice { return nil }, nil)
	_, c := tabbed(t, widget.Named(p, "currency"))
	f := widget.FocusableIn(p)
	if role, found := widget.RoleOf(c, f.(fyne.CanvasObject)); role != "currency" || !found {
		t.Errorf("its role is %q, found: %v", role, found)
	}
	if _, found := widget.RoleOf(c, widget.NewButton("Elsewhere", nil)); found {
		t.Error("a button that stands nowhere is found")
	}
}

func TestEscClosesWhatSaysSo(t *testing.T) {
	_, c := tabbed(t, widget.NewText("Below"))
	closed := 0
	for range 2 {
		fynewidget.NewModalPopUp(widget.Closable(widget.NewText("Above"), func() { closed++ }), c).Show()
	}
	widget.CloseTop(c)
	if closed != 1 {
		t.Errorf("%d were closed, want the uppermost", closed)
	}
}

func TestSearchGoesOnToWhatWasFound(t *testing.T) {
	f := input.NewSearchField("Search", func(string) {})
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
