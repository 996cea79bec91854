package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Holder is a widget that has other objects in it. A widget of ours that does
// reports them, so that Find can go on in it: a renderer's objects are not to be had
// from outside of Fyne.
type Holder interface{ Held() []fyne.CanvasObject }

// Named gives an object a role: a stable name by which tests find it, whatever
// its words are and wherever it is. Show and hide the object that is
// returned, not the one within, otherwise its gap stays.
func Named(o fyne.CanvasObject, role string) fyne.CanvasObject {
	return container.New(named{role}, o)
}

// named is the layout of Named: one object that fills all.
type named struct{ role string }

func (named) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (named) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// Find returns the object with a role among the visible ones below root, or nil.
func Find(root fyne.CanvasObject, role string) fyne.CanvasObject {
	var found fyne.CanvasObject
	walk(root, func(have string, o fyne.CanvasObject) bool {
		if have == role {
			found = o
		}
		return found == nil
	})
	return found
}

// FindIn looks for a role in a window: first in what lies over it, the topmost
// first, then in its content.
func FindIn(c fyne.Canvas, role string) fyne.CanvasObject {
	over := c.Overlays().List()
	for i := len(over) - 1; i >= 0; i-- {
		if o := Find(over[i], role); o != nil {
			return o
		}
	}
	return Find(c.Content(), role)
}

// Roles lists the roles that are to be seen below root, in the order they are in.
func Roles(root fyne.CanvasObject) []string {
	var roles []string
	walk(root, func(role string, _ fyne.CanvasObject) bool {
		roles = append(roles, role)
		return true
	})
	return roles
}

// Sight is where something that has a role is in a window, as far as it can be seen.
type Sight struct {
	Role     string
	Object   fyne.CanvasObject
	At       fyne.Position // of the visible part; scrolling may cut the object
	Size     fyne.Size
	Scrolled bool
	Within   int // index of the sight that it is part of, -1 for none
}

// Sights lists what has a role and can be seen in a window's content, in order.
func Sights(c fyne.Canvas) []Sight {
	l := sights{driver: fyne.CurrentApp().Driver()}
	l.add(c.Content(), Sight{Size: c.Size(), Within: -1})
	return l.found
}

type sights struct {
	driver fyne.Driver
	found  []Sight
}

// add looks at an object and what is in it; seen is the part of the window that they can
// be seen in.
func (l *sights) add(o fyne.CanvasObject, seen Sight) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *container.Scroll, *container.Clip:
		seen = l.cut(o, seen)
		seen.Scrolled = true
	case *fyne.Container:
		if n, ok := o.Layout.(named); ok && len(o.Objects) == 1 {
			s := l.cut(o, seen)
			if s.Size.IsZero() {
				return
			}
			s.Role, s.Object = n.role, o.Objects[0]
			l.found = append(l.found, s)
			seen.Within = len(l.found) - 1
		}
	}
	for _, child := range children(o) {
		l.add(child, seen)
	}
}

// cut is the part of an object that can be seen.
func (l *sights) cut(o fyne.CanvasObject, seen Sight) Sight {
	at := l.driver.AbsolutePositionForObject(o)
	x, y := max(at.X, seen.At.X), max(at.Y, seen.At.Y)
	right, bottom := at.X+o.Size().Width, at.Y+o.Size().Height
	if seen.Scrolled {
		right, bottom = min(right, seen.At.X+seen.Size.Width), min(bottom, seen.At.Y+seen.Size.Height)
	}
	if right <= x || bottom <= y {
		x, y, right, bottom = 0, 0, 0, 0
	}
	seen.At, seen.Size = fyne.NewPos(x, y), fyne.NewSize(right-x, bottom-y)
	return seen
}

// walk reports every visible named object below o until visit returns false.
func walk(o fyne.CanvasObject, visit func(role string, o fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return true
	}
	if c, ok := o.(*fyne.Container); ok {
		if n, ok := c.Layout.(named); ok && len(c.Objects) == 1 && !visit(n.role, c.Objects[0]) {
			return false
		}
	}
	for _, child := range children(o) {
		if !walk(child, visit) {
			return false
		}
	}
	return true
}

// children are the objects in an object, as far as they can be known.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case Holder:
		return o.Held()
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *container.AppTabs:
		if tab := o.Selected(); tab != nil {
			return []fyne.CanvasObject{tab.Content}
		}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	}
	return nil
}

// Closable is the content of a pop-up that Esc closes, wherever in it the keyboard is.
func Closable(content fyne.CanvasObject, close func()) *fyne.Container {
	return container.New(closable{close: close}, content)
}

// closable is the layout of Closable: one object that fills all.
type closable struct {
	named
	close func()
}

// CloseTop closes what lies uppermost over a window, if it is one that Esc closes.
func CloseTop(c fyne.Canvas) {
	pop, ok := c.Overlays().Top().(*widget.PopUp)
	if !ok {
		return
	}
	if content, ok := pop.Content.(*fyne.Container); ok {
		if how, ok := content.Layout.(closable); ok {
			RunGuarded(how.close)
		}
	}
}
