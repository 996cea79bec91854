package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"tradewind.app/app/job"
	"tradewind.app/app/screen"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/catalog"
)

// goTo goes to a place with something in hand. A place without a screen, or
// without the catalogue that it needs, is not gone to.
func (w *window) goTo(t view.Target) {
	if _, known := placeAt(t.Place); !known || w.session.Workspace == nil && !isBare(t.Place) {
		return
	}
	w.leaveThen(func() {
		w.route.goTo(t)
		w.show(t)
	})
}

// isBare reports whether a place needs no catalogue.
func isBare(at view.Place) bool { return at == view.WelcomePlace || at == view.UnreadablePlace }

// step goes back (-1) or forward (1).
func (w *window) step(by int) {
	if !w.route.step(by) {
		return
	}
	w.route.step(-by) // an edit may keep the person here
	w.leaveThen(func() {
		w.route.step(by)
		w.show(w.route.here())
	})
}

// opener is a screen that files can be brought to.
type opener interface{ Open(path string) }

// show puts a place's screen into the body.
func (w *window) show(t view.Target) {
	next := w.screenAt(t.Place)
	if next == nil {
		return
	}
	same := w.current == next // another product: the keyboard stays where it is
	w.leave()
	w.current = next
	w.body.Objects = []fyne.CanvasObject{next.Object()}
	w.body.Refresh()
	if c := w.win.Canvas(); !same && c.Focused() != w.top.search {
		c.Unfocus() // the keys are the new screen's
		w.orphan = nil
	}
	w.rail.setCurrent(t.Place)
	switch t.Place {
	case view.WelcomePlace, view.UnreadablePlace:
	case view.ProductPlace:
		w.preferences.SetString(keyPlace, string(view.ProductsPlace)) // a product is not found again
	default:
		w.preferences.SetString(keyPlace, string(t.Place))
	}
	w.guard(func() {
		if r, ok := next.(screen.Receiver); ok {
			r.Receive(t)
		}
		w.top.search.ShowWords(wordsOf(next))
		if o, ok := next.(opener); ok && t.File != "" {
			o.Open(t.File)
		}
		next.Enter()
	})
}

// showWords shows by which words a screen is searched, unless they are being typed.
func (w *window) showWords(words string) {
	if w.win.Canvas().Focused() != w.top.search {
		w.top.search.ShowWords(words)
	}
}

// wordsOf are the words that a screen is searched by, none where it cannot be.
func wordsOf(s screen.Screen) string {
	if searcher, ok := s.(screen.Searcher); ok {
		return searcher.Words()
	}
	return ""
}

// screenAt is the screen of a place, made when it is first gone to.
func (w *window) screenAt(at view.Place) screen.Screen {
	if s := w.screens[at]; s != nil {
		return s
	}
	p, known := placeAt(at)
	if !known {
		return nil
	}
	w.guard(func() { w.screens[at] = p.make(w) })
	return w.screens[at]
}

// leave informs the current screen that it is left.
func (w *window) leave() {
	if w.current != nil {
		w.guard(w.current.Leave)
		w.current = nil
	}
}

// leaveThen does something that takes the current screen away. What is being typed into
// a cell is saved before, as by a click elsewhere; another edit that is not saved is
// asked about first.
func (w *window) leaveThen(do func()) {
	grid.LeaveCell(w.win.Canvas(), func() {
		if k, ok := w.current.(screen.Keeper); ok {
			k.KeepThen(func() { w.guard(do) })
			return
		}
		w.askThen(do)
	})
}

// askThen does something once the edit in hand is saved or discarded.
func (w *window) askThen(do func()) {
	s, ok := w.current.(screen.Saver)
	if !ok || !s.Dirty() {
		w.guard(do)
		return
	}
	say := w.session.Text
	w.ask(say.Say("ask-unsaved"), say.Say("ask-unsaved-body"),
		answer{say.Say("word-save"), "ask:save", widget.Primary, func() {
			if later, ok := s.(screen.LaterSaver); ok {
				later.SaveThen(func() { w.guard(do) })
				return
			}
			s.Save()
			if !s.Dirty() {
				do()
			}
		}},
		answer{say.Say("word-discard"), "ask:discard", widget.Danger, func() {
			s.Discard()
			do()
		}},
		answer{say.Say("word-cancel"), "ask:cancel", widget.Plain, nil},
	)
}

// searched is given what is typed into the search field. A screen that can be
// searched is; from elsewhere the words lead to the products.
func (w *window) searched(words string) {
	w.guard(func() {
		if s, ok := w.current.(screen.Searcher); ok {
			s.Search(words)
			return
		}
		if words != "" {
			w.goTo(view.Target{Place: view.ProductsPlace, Filter: catalog.Filter{Search: words}})
		}
	})
}

// fail says what did not work. What the person cancelled is no failure.
func (w *window) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	logError(w.log, err)
	say := w.session.Text
	body := say.Error(err)
	if _, ok := job.IsPanic(err); ok {
		body = say.Say("window-crash", "path", w.logPath)
	}
	w.ask(say.Say("window-failed"), body, answer{say.Say("word-close"), "ask:close", widget.Primary, nil})
}
