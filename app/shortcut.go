package app

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tradewind.app/app/screen"
	"tradewind.app/app/widget"
)

// listen takes the keys of the window. It is done once: what a key does is asked
// for when it is pressed.
func (w *window) listen() {
	c := w.win.Canvas()
	for _, command := range w.commands() {
		if command.shortcut != nil {
			c.AddShortcut(command.shortcut, func(fyne.Shortcut) { w.run(command.shortcut) })
		}
	}
	for _, s := range []fyne.Shortcut{&fyne.ShortcutCopy{}, &fyne.ShortcutPaste{}, &fyne.ShortcutCut{}, &fyne.ShortcutSelectAll{}} {
		c.AddShortcut(s, w.toScreen)
	}
	c.SetOnTypedKey(w.key)
	c.SetOnTypedRune(w.rune)
}

func (w *window) commands() []command {
	return slices.Concat(w.fileCommands(), w.editCommands(), w.goCommands(), w.hiddenCommands())
}

// run does the command of a shortcut.
func (w *window) run(s fyne.Shortcut) {
	for _, c := range w.commands() {
		if c.shortcut != nil && c.shortcut.ShortcutName() == s.ShortcutName() && (c.bare || w.session.Workspace != nil) {
			w.guard(c.do)
			return
		}
	}
}

func (w *window) toScreen(s fyne.Shortcut) {
	if taker, ok := w.current.(screen.Shortcutter); ok {
		w.guard(func() { taker.Shortcut(s) })
	}
}

// key takes a key while nothing has the focus.
func (w *window) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF1 {
		w.showKeys()
		return
	}
	if taker, ok := w.current.(screen.Shortcutter); ok {
		w.guard(func() { taker.Key(e.Name) })
	}
}

// rune takes a letter while nothing has the focus: the numbers of the places,
// and ? for the list of keys.
func (w *window) rune(r rune) {
	places := railPlaces()
	switch {
	case r == '?' || r == '？':
		w.showKeys()
	case w.session.Workspace != nil && r >= '1' && int(r-'1') < len(places):
		w.run(with(fyne.KeyName(string(r))))
	}
}

// showKeys lists the keys.
func (w *window) showKeys() {
	say := w.session.Text
	list := widget.Column(2)
	line := func(word, keys string) {
		list.Add(widget.Row(0, widget.NewText(word), widget.Spring(), widget.NewText(keys).Strong()))
	}
	for _, c := range w.commands() {
		if c.shortcut != nil {
			line(w.word(c), keysOf(c.shortcut))
		}
	}
	line(say.Say("keys-edit"), "F2")
	line(say.Say("keys-delete"), "Del")
	line(say.Say("keys-escape"), "Esc")
	line(say.Say("keys-submit"), "Enter")
	line(say.Say("keys-accept"), keysOf(with(fyne.KeyReturn)))
	line(say.Say("keys-term"), keysOf(alt("0"))+"  1 – 9")
	line(say.Say("keys-turn"), keysOf(alt("PgUp"))+"  PgDn")
	line(say.Say("menu-keys"), "?  F1")
	w.askWith(say.Say("menu-keys"), widget.Fixed(askWidth, 0, list), answer{say.Say("word-close"), "ask:close", widget.Primary, nil})
}

// keysOf writes a shortcut as it stands on the keys.
func keysOf(s fyne.Shortcut) string {
	letters := map[string]string{"Undo": "Z", "Redo": "Y"}
	ctrl := "Ctrl+"
	if runtime.GOOS == "darwin" {
		ctrl = "⌘"
	}
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case !ok:
		return ctrl + letters[s.ShortcutName()]
	case custom.Modifier == fyne.KeyModifierAlt:
		return "Alt+" + arrows.Replace(string(custom.KeyName))
	}
	return ctrl + strings.ToUpper(string(custom.KeyName))
}

var arrows = strings.NewReplacer("Left", "←", "Right", "→")
