package app

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"tradewind.app/app/version"
	"tradewind.app/app/view/settings"
)

// menu makes the menus in the language of the interface.
func (w *window) menu() *fyne.MainMenu {
	say := w.session.Text
	file := append(w.lines(w.fileCommands()[:2]), w.recentMenu(), fyne.NewMenuItemSeparator())
	file = append(file, w.lines(w.fileCommands()[2:])...)
	quit := fyne.NewMenuItem(say.Say("toolkit-quit"), w.quit)
	quit.IsQuit, quit.Shortcut = true, with(fyne.KeyQ)
	file = append(file, fyne.NewMenuItemSeparator(), quit)
	keys := fyne.NewMenuItem(say.Say("menu-keys"), w.showKeys)
	about := fyne.NewMenuItem(say.Say("menu-about"), w.showAbout)
	return fyne.NewMainMenu(
		fyne.NewMenu(say.Say("menu-file"), file...),
		fyne.NewMenu(say.Say("menu-edit"), w.lines(w.editCommands())...),
		fyne.NewMenu(say.Say("menu-go"), w.lines(w.goCommands())...),
		fyne.NewMenu(say.Say("menu-view"), w.lookMenus()...),
		fyne.NewMenu(say.Say("menu-help"), keys, about),
	)
}

// showAbout says which Tradewind this is.
func (w *window) showAbout() {
	w.announce(w.session.Text.Say("menu-about"), w.session.Text.Version(version.Current()))
}

// lines are commands as lines of a menu.
func (w *window) lines(commands []command) []*fyne.MenuItem {
	var list []*fyne.MenuItem
	for _, c := range commands {
		line := fyne.NewMenuItem(w.word(c), func() { w.guard(c.do) })
		line.Shortcut = c.shortcut
		line.Disabled = !c.bare && w.session.Workspace == nil
		list = append(list, line)
	}
	return list
}

func (w *window) word(c command) string {
	if c.name != "" {
		return c.name
	}
	return w.session.Text.Say(c.code)
}

func (w *window) recentMenu() *fyne.MenuItem {
	line := fyne.NewMenuItem(w.session.Text.Say("menu-recent"), nil)
	var list []*fyne.MenuItem
	for _, path := range w.preferences.recent(recentCatalogues) {
		list = append(list, fyne.NewMenuItem(filepath.Base(path)+"  ("+filepath.Dir(path)+")", func() { w.openFile(path) }))
	}
	line.ChildMenu = fyne.NewMenu("", list...)
	line.Disabled = len(list) == 0
	return line
}

// lookMenus are the person's own options as menus.
func (w *window) lookMenus() []*fyne.MenuItem {
	say := w.session.Text
	var list []*fyne.MenuItem
	for _, o := range settings.New(w.session, w.preferences).Looks() {
		line := fyne.NewMenuItem(say.Say(o.Code), nil)
		var choices []*fyne.MenuItem
		for _, c := range o.Choices {
			choice := fyne.NewMenuItem(c.Word(say), func() { w.preferences.SetPreference(o.Key, c.Value) })
			choice.Checked = w.preferences.Preference(o.Key) == c.Value
			choices = append(choices, choice)
		}
		line.ChildMenu = fyne.NewMenu("", choices...)
		list = append(list, line)
	}
	return list
}
