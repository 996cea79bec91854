package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Here is what is the same for all that takes the keyboard: what it has no use for
// goes to the window, it is scrolled into view, and it is found again by its role.

// PassKey hands on a key that a control has no use for: the window's keys, and those
// of its screen, work wherever the keyboard is.
func PassKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := canvasOf(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// PassRune hands on a letter that is typed where nothing is written.
func PassRune(o fyne.CanvasObject, r rune) {
	if c := canvasOf(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// PassShortcut hands on a shortcut that a control has no use for.
func PassShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// canvasOf is the canvas that an object is in. What another widget is made of is
// known to none: it is in the only window.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}

// Focus gives an object the keyboard, also one that was put into the window just now and
// not drawn yet.
func Focus(f fyne.Focusable) {
	if c := canvasOf(f.(fyne.CanvasObject)); c != nil {
		c.Focus(f)
	}
}

// RoleOf is the role of what an object is in, the innermost one, "" where it has
// none; and whether it is in the window at all, as far as that can be known: what
// the toolkit's widgets are made of is not found.
func RoleOf(c fyne.Canvas, o fyne.CanvasObject) (role string, found bool) {
	for _, root := range append(c.Overlays().List(), c.Content()) {
		if role, found = roleWithin(root, "", o); found {
			return role, true
		}
	}
	return "", false
}

func roleWithin(root fyne.CanvasObject, role string, o fyne.CanvasObject) (string, bool) {
	if root == o {
		return role, true
	}
	if root == nil || !root.Visible() {
		return "", false
	}
	if c, ok := root.(*fyne.Container); ok {
		if n, ok := c.Layout.(named); ok {
			role = n.role
		}
	}
	for _, child := range children(root) {
		if found, ok := roleWithin(child, role, o); ok {
			return found, true
		}
	}
	return "", false
}

// FocusableIn is the first object in another one that takes the keyboard, or nil.
func FocusableIn(root fyne.CanvasObject) fyne.Focusable {
	if root == nil || !root.Visible() {
		return nil
	}
	if d, ok := root.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	if f, ok := root.(fyne.Focusable); ok {
		return f
	}
	for _, child := range children(root) {
		if f := FocusableIn(child); f != nil {
			return f
		}
	}
	return nil
}

// PrimaryIn is the button for the one thing to do next, if it can be pressed; or nil.
func PrimaryIn(root fyne.CanvasObject) *Button {
	if root == nil || !root.Visible() {
		return nil
	}
	if b, ok := root.(*Button); ok && b.kind == Primary && !b.disabled {
		return b
	}
	for _, child := range children(root) {
		if b := PrimaryIn(child); b != nil {
			return b
		}
	}
	return nil
}

// Reveal scrolls an object into view, in all that it is scrolled by: Tab goes to what
// cannot be seen, too.
func Reveal(o fyne.CanvasObject) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	for _, root := range append(c.Overlays().List(), c.Content()) {
		scrolls, _ := scrollsAbove(root, o)
		for _, s := range scrolls {
			scrollTo(s, o)
		}
	}
}

// scrollsAbove are those that an object is scrolled by, the innermost first.
func scrollsAbove(root, o fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	if root == nil || !root.Visible() {
		return nil, false
	}
	if root == o {
		return nil, true
	}
	for _, child := range children(root) {
		scrolls, found = scrollsAbove(child, o)
		if !found {
			continue
		}
		if s, ok := root.(*container.Scroll); ok {
			scrolls = append(scrolls, s)
		}
		return scrolls, true
	}
	return nil, false
}

// revealed is how much is shown around what is scrolled to.
const revealed = 12

func scrollTo(s *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o)
	if at.IsZero() { // it was not drawn yet
		return
	}
	at = at.Subtract(driver.AbsolutePositionForObject(s.Content))
	into := func(offset, view, whole, begin, long float32) float32 {
		if begin >= offset && begin+long <= offset+view {
			return offset
		}
		offset = min(max(offset, begin+long+revealed-view), begin-revealed) // the begin of what is too long
		return max(0, min(offset, whole-view))
	}
	view, whole, size := s.Size(), s.Content.Size(), o.Size()
	to := fyne.NewPos(
		into(s.Offset.X, view.Width, whole.Width, at.X, size.Width),
		into(s.Offset.Y, view.Height, whole.Height, at.Y, size.Height),
	)
	if to != s.Offset {
		s.ScrollToOffset(to)
	}
}

// Guard is put around everything that a person sets off by a widget. The window
// puts in one that survives a crash; as it is, a crash goes on, as tests want it.
var Guard = func(do func()) { do() }

// RunGuarded does what a widget is for.
func RunGuarded(do func()) {
	if do != nil {
		Guard(do)
	}
}
