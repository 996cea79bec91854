// Package screen has one package per screen, named as its view model in app/view, and
// here what they share: the interface between a screen and the window, and parts that
// several of them draw. A screen owns how it is laid out and what a click does; what is
// shown and what happens then is the view model's. It must not know another screen, the
// store, sheets, feeds or the OpenGL driver.
package screen

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/view"
)

// Screen is one place of the window. It is made once and shown many times.
type Screen interface {
	// Object is what the window shows.
	Object() fyne.CanvasObject
	// Enter is called when the screen comes into view, Leave when it goes: a
	// screen loads in the one and cancels its loading in the other.
	Enter()
	Leave()
}

// Receiver is a Screen that can be gone to with something in hand: a filter, a
// problem, a product. Receive is called before Enter, each time somebody goes
// there by a Target; also with an empty one, which asks for the place as it was.
type Receiver interface{ Receive(t view.Target) }

// Searcher is a Screen that the search field of the top bar filters as it is
// typed into.
type Searcher interface {
	Search(words string)
	// Words are what is searched for: the field shows them when one comes back.
	Words() string
}

// Shortcutter is a Screen with keys of its own: it reports whether it took one.
type Shortcutter interface {
	Shortcut(s fyne.Shortcut) bool
	Key(name fyne.KeyName) bool
}

// Focuser is a Screen with something that it is all about: it gives that the keyboard
// when what had it is gone. On other screens that is the button for what to do next.
type Focuser interface{ Focus() }

// Dropper is a Screen that takes dropped files.
type Dropper interface{ Drop(paths []string) bool }

// Saver is a Screen that may keep an edit that is not saved: leaving it asks.
type Saver interface {
	Dirty() bool
	Save()
	Discard()
}

// Keeper is a Screen that saves what is typed by itself. Before it is left KeepThen
// saves what is not yet: then is called once it is, and not at all where it cannot be.
type Keeper interface{ KeepThen(then func()) }

// LaterSaver is a Saver that is not done when Save returns: then is called once
// all is saved, and not at all where it cannot be.
type LaterSaver interface{ SaveThen(then func()) }
