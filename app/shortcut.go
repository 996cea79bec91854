package app

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
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

// key takes a key that nothing has taken. What lies over the window is closed by Esc,
// and keeps the rest from what is below.
func (w *window) key(e *fyne.KeyEvent) {
	if c := w.win.Canvas(); c.Overlays().Top() != nil {
		if e.Name == fyne.KeyEscape {
			widget.CloseTop(c)
		}
		return
	}
	if e.Name == fyne.KeyF1 {
		w.showKeys()
		return
	}
	if taker, ok := w.current.(screen.Shortcutter); ok {
		w.guard(func() { taker.Key(e.Name) })
	}
}

// rune takes a letter that is typed into nothing: the numbers of the places, and ?
// for the list of keys.
func (w *window) rune(r rune) {
	places := railPlaces()
	switch {
	case w.win.Canvas().Overlays().Top() != nil:
	case r == '?' || r == '？':
		w.showKeys()
	case w.session.Workspace != nil && r >= '1' && int(r-'1') < len(places):
		w.run(with(fyne.KeyName(string(r))))
	}
}

// keyLine is what a key does, and how it is written.
type keyLine struct{ word, keys string }

// keyLines are the keys of the window and its screens.
func (w *window) keyLines() []keyLine {
	say := w.session.Text
	var lines []keyLine
	for _, c := range w.commands() {
		if c.shortcut != nil {
			lines = append(lines, keyLine{w.word(c), keysOf(c.shortcut)})
		}
	}
	return append(
		lines,
		keyLine{say.Say("keys-edit"), "F2"},
		keyLine{say.Say("keys-delete"), "Del"},
		keyLine{say.Say("keys-cell-menu"), "Shift+F10"},
		keyLine{say.Say("keys-tab"), "Tab"},
		keyLine{say.Say("keys-escape"), "Esc"},
		keyLine{say.Say("keys-submit"), "Enter"},
		keyLine{say.Say("keys-accept"), keysOf(with(fyne.KeyReturn))},
		keyLine{say.Say("keys-term"), keysOf(alt("0")) + "  1 – 9"},
		keyLine{say.Say("keys-turn"), keysOf(alt("PgUp")) + "  PgDn"},
		keyLine{say.Say("menu-keys"), "?  F1"},
	)
}

// keysMargin is what is above, below and beside the list of keys at least.
const keysMargin = 2 * theme.Space6

// showKeys lists the keys: in two columns where the window has room for them, otherwise
// in one that can be scrolled.
func (w *window) showKeys() {
	say, lines, room := w.session.Text, w.keyLines(), w.win.Canvas().Size()
	column := func(lines []keyLine) fyne.CanvasObject {
		list := widget.Column(2)
		for _, l := range lines {
			list.Add(widget.Row(0, widget.NewText(l.word), widget.Spring(), widget.NewText(l.keys).Strong()))
		}
		return list
	}
	var body fyne.CanvasObject
	if wide := float32(2*askWidth + theme.Space6); room.Width >= wide+keysMargin {
		half := (len(lines) + 1) / 2
		lines = append(lines, keyLine{}) // so that both are as high
		body = widget.Fixed(wide, 0, widget.Columns{-1, theme.Space6, -1}.Row(column(lines[:half]), widget.Gap(0, 0), column(lines[half:2*half])))
	} else {
		list := column(lines)
		height := min(list.MinSize().Height, room.Height-2*keysMargin-2*theme.RowHeight)
		body = widget.Fixed(min(askWidth, room.Width-2*keysMargin), height, container.NewVScroll(widget.Inset(0, theme.Space2, list)))
	}
	w.askWith(say.Say("menu-keys"), body, answer{say.Say("word-close"), "ask:close", widget.Primary, nil})
}

// keysOf writes a shortcut as it is on the keys.
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
	if custom.Modifier&fyne.KeyModifierShift != 0 {
		ctrl += "Shift+"
	}
	return ctrl + keyNames.Replace(strings.ToUpper(string(custom.KeyName)))
}

// keyNames are keys that have another name on the keys than in Fyne.
var keyNames = strings.NewReplacer("RETURN", "Enter")

var arrows = strings.NewReplacer("Left", "←", "Right", "→")
