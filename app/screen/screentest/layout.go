package screentest

import (
	"testing"

	"fyne.io/fyne/v2"

	"tradewind.app/app/widget"
)

// slack is how much of a pixel rounding may cost.
const slack = 0.6

// CheckLayout checks what is right on every screen: what has a role is as large as it
// needs, inside the window, and neither cuts nor covers what came before it. The wanted
// roles are among them, in this order.
func CheckLayout(t testing.TB, w fyne.Window, want ...string) {
	t.Helper()
	found := widget.Sights(w.Canvas())
	for i, s := range found {
		checkRoom(t, w.Canvas().Size(), s)
		for j := range i {
			if !isPart(found, i, j) && overlap(s, found[j]) && !inside(s, found[j]) {
				t.Errorf("%s at %v (%v) is over %s at %v (%v)", s.Role, s.At, s.Size, found[j].Role, found[j].At, found[j].Size)
			}
		}
	}
	next := 0
	for _, s := range found {
		if next < len(want) && s.Role == want[next] {
			next++
		}
	}
	if next < len(want) {
		t.Errorf("%s is not to be seen behind %q; there are %q", want[next], want[:next], widget.Roles(w.Content()))
	}
}

// checkRoom checks that an object has the size that it needs, in the window.
func checkRoom(t testing.TB, window fyne.Size, s widget.Sight) {
	t.Helper()
	if need, has := s.Object.MinSize(), s.Object.Size(); has.Width < need.Width-slack || has.Height < need.Height-slack {
		t.Errorf("%s is %v large and needs %v", s.Role, has, need)
	}
	if right, bottom := s.At.X+s.Size.Width, s.At.Y+s.Size.Height; right > window.Width+slack || bottom > window.Height+slack {
		t.Errorf("%s ends at %v, %v outside the window of %v", s.Role, right, bottom, window)
	}
}

// isPart reports whether a sight is within another.
func isPart(found []widget.Sight, i, of int) bool {
	for i >= 0 && i != of {
		i = found[i].Within
	}
	return i == of
}

// inside reports whether one sight lies in another, as the entry of a line does.
func inside(a, b widget.Sight) bool {
	return a.At.X >= b.At.X-slack && a.At.X+a.Size.Width <= b.At.X+b.Size.Width+slack &&
		a.At.Y >= b.At.Y-slack && a.At.Y+a.Size.Height <= b.At.Y+b.Size.Height+slack
}

func overlap(a, b widget.Sight) bool {
	return a.At.X < b.At.X+b.Size.Width-slack && b.At.X < a.At.X+a.Size.Width-slack &&
		a.At.Y < b.At.Y+b.Size.Height-slack && b.At.Y < a.At.Y+a.Size.Height-slack
}
