package widget

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// clock is what a test turns.
type clock struct {
	now   time.Duration
	alarm time.Duration
	do    func()
}

func (c *clock) after(wait time.Duration, do func()) (stop func()) {
	c.alarm, c.do = c.now+wait, do
	return func() { c.do = nil }
}

func (c *clock) pass(d time.Duration) {
	for c.now += d; c.do != nil && c.alarm <= c.now; {
		do := c.do
		c.do = nil
		do()
	}
}

func lightApp(t *testing.T) { test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light}) }

// tipWindow is a window with a layer of tips over an object.
func tipWindow(t *testing.T, o fyne.CanvasObject) (*Tips, *clock, fyne.Window) {
	t.Helper()
	c := &clock{}
	layer := NewTips(c.after)
	UseTips(layer)
	t.Cleanup(func() { UseTips(nil) })
	w := test.NewTempWindow(t, container.NewStack(o, layer.Layer()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	return layer, c, w
}

func TestTipsComeAfterRestAndGo(t *testing.T) {
	lightApp(t)
	pressed := 0
	b := NewIconButton(theme.Icon(theme.IconClose), func() { pressed++ }).Hint("Close")
	layer, c, w := tipWindow(t, container.NewVBox(b))
	at := &desktop.MouseEvent{}
	for name, gone := range map[string]func(){
		"leave":   b.MouseOut,
		"press":   func() { b.Tapped(nil) },
		"overlay": func() { fynewidget.NewModalPopUp(fynewidget.NewLabel("asks"), w.Canvas()).Show(); c.pass(time.Second) },
	} {
		t.Run(name, func(t *testing.T) {
			b.MouseIn(at)
			c.pass(tipRest / 2)
			b.MouseMoved(at)
			c.pass(tipRest / 2)
			if got := layer.Words(); got != "" {
				t.Fatalf("shows %q while the pointer moves", got)
			}
			c.pass(tipRest / 2)
			if got := layer.Words(); got != "Close" || !layer.box.Visible() {
				t.Fatalf("shows %q after a rest", got)
			}
			b.MouseMoved(at)
			if layer.Words() == "" {
				t.Error("is gone when the pointer moves over what it is about")
			}
			if w.Canvas().Focused() != nil || len(w.Canvas().Overlays().List()) > 0 {
				t.Error("took the keyboard or lies over the window")
			}
			gone()
			if layer.Words() != "" || layer.box.Visible() {
				t.Error("is still shown")
			}
			if top := w.Canvas().Overlays().Top(); top != nil {
				w.Canvas().Overlays().Remove(top)
			}
		})
	}
	if pressed != 1 {
		t.Errorf("pressed %d times, want once", pressed)
	}
}

func TestTipsStayInTheWindow(t *testing.T) {
	lightApp(t)
	b := NewIconButton(theme.Icon(theme.IconClose), nil).Hint("A long hint about what this button does, longer than the window is wide by far")
	layer, c, w := tipWindow(t, container.NewBorder(nil, container.NewHBox(Spring(), b), nil, nil))
	b.MouseIn(&desktop.MouseEvent{})
	c.pass(tipRest)
	end := layer.box.Position().Add(layer.box.Size())
	if size := w.Canvas().Size(); layer.box.Position().X < 0 || end.X > size.Width || end.Y > size.Height || layer.box.Size().Width > tipWidth {
		t.Errorf("from %v to %v in a window of %v", layer.box.Position(), end, size)
	}
	if one := fyne.MeasureText("A", theme.Size(theme.TextSecondary), fyne.TextStyle{}).Height; layer.box.Size().Height < 2*one {
		t.Errorf("%v high, want two lines", layer.box.Size().Height)
	}
}

func TestTipsGoWhenTheirAreaScrollsAway(t *testing.T) {
	lightApp(t)
	b := NewIconButton(theme.Icon(theme.IconClose), nil).Hint("Close")
	scroll := container.NewVScroll(container.NewVBox(b, Gap(10, 900)))
	layer, c, _ := tipWindow(t, scroll)
	b.MouseIn(&desktop.MouseEvent{})
	c.pass(tipRest)
	c.pass(tipWatch)
	if layer.Words() != "Close" {
		t.Fatal("does not stay")
	}
	scroll.ScrollToOffset(fyne.NewPos(0, 50))
	c.pass(tipWatch)
	if layer.Words() != "" {
		t.Error("stays where its button was")
	}
}

func TestOnlyWhatIsCutIsShownWhole(t *testing.T) {
	lightApp(t)
	long, fits := NewCutText(NewText("a text that is much longer than its place")), NewCutText(NewText("fits"))
	layer, c, _ := tipWindow(t, container.NewHBox(Fixed(80, 20, long), Fixed(80, 20, fits)))
	long.MouseIn(&desktop.MouseEvent{})
	c.pass(tipRest)
	if got := layer.Words(); got != "a text that is much longer than its place" {
		t.Errorf("shows %q", got)
	}
	long.MouseOut()
	fits.MouseIn(&desktop.MouseEvent{})
	c.pass(tipRest)
	if got := layer.Words(); got != "" {
		t.Errorf("shows %q of a text that is to be seen", got)
	}
}

func TestRailSaysItsWordsWhereItIsNarrow(t *testing.T) {
	lightApp(t)
	i := NewRailItem(theme.Icon(theme.IconHome), "Home", nil)
	i.SetCount("120")
	layer, c, _ := tipWindow(t, container.NewVBox(i))
	for narrow, want := range map[bool]string{true: "Home · 120", false: ""} {
		i.SetNarrow(narrow)
		i.MouseIn(&desktop.MouseEvent{})
		c.pass(tipRest)
		if got := layer.Words(); got != want {
			t.Errorf("narrow %v: shows %q, want %q", narrow, got, want)
		}
		i.MouseOut()
	}
}
