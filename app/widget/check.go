package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Check is Fyne's, scrolled into view where the keyboard comes to it, and with the
// window's keys.
type Check struct{ widget.Check }

// NewCheck makes a box that is checked or not, and tells when that is changed.
func NewCheck(text string, checked bool, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.Checked = text, checked
	c.OnChanged = func(on bool) { guarded(func() { changed(on) }) }
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained shows where the keyboard is.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	reveal(c)
}

// TypedRune leaves all but a space to the window.
func (c *Check) TypedRune(r rune) {
	if r != ' ' {
		passRune(c, r)
		return
	}
	c.Check.TypedRune(r)
}

// TypedKey leaves keys to the window.
func (c *Check) TypedKey(e *fyne.KeyEvent) { passKey(c, e) }
