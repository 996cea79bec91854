package e2e

import (
	"testing"
	"time"
)

// The roads by keyboard go down the roads again with keys alone: every screen is come to,
// worked on and left without the mouse. What is wanted has the keyboard after few Tabs,
// or it is as good as out of reach.

func TestRoadByKeyboardOfTheFirstRun(t *testing.T) {
	binary(t)
	p := start(t, openDisplay(t, "1440x900"), t.TempDir())
	p.withRoom()
	p.walk(t, []step{
		{"first run", keysFirstRun},
		{"settings, menus and help", keysSettings},
	})
}

func TestRoadByKeyboardOfEdits(t *testing.T) {
	p := inSample(t)
	p.withRoom()
	p.walk(t, []step{
		{"move, edit, copy and paste in the list", keysCells},
		{"filter and save a view", keysViews},
		{"columns", keysColumns},
		{"bulk edit", keysBulk},
		{"a product and its tabs", keysProduct},
		{"quit and find it again", keysReopen},
	})
}

func TestRoadByKeyboardOfAnImport(t *testing.T) {
	p := inSample(t)
	p.withRoom()
	p.walk(t, []step{
		{"import and undo", keysImport},
	})
}

func TestRoadByKeyboardIntoChinese(t *testing.T) {
	p := inSample(t)
	p.withRoom()
	p.walk(t, []step{
		{"localize", keysLocalize},
		{"export", keysExport},
		{"history", keysHistory},
	})
}

// withRoom gives the window the room to show the saved views beside the list.
func (p *program) withRoom() {
	p.t.Helper()
	p.ask(question{"do": "resize", "width": 1280, "height": 700})
}

// fewTabs is how often Tab is pressed at most on the way to something.
const fewTabs = 16

// tabTo presses Tab until something has the keyboard.
func (p *program) tabTo(role string) { p.tabBy("Tab", role) }

// tabBack does so backwards.
func (p *program) tabBack(role string) { p.tabBy("shift+Tab", role) }

func (p *program) tabBy(key, role string) {
	p.t.Helper()
	var passed []string
	for range fewTabs + 1 {
		at := p.state().Holds
		if at == role {
			p.settle()
			return
		}
		p.step(key, at)
		passed = append(passed, p.state().Holds)
	}
	p.t.Fatalf("%d times %s do not lead to %s, but by %q", fewTabs, key, role, passed)
}

// step presses Tab, and waits until another thing has the keyboard than at; not for
// long, for the next one may have the same role.
func (p *program) step(key, at string) {
	p.t.Helper()
	p.run("xdotool", "key", "--clearmodifiers", key)
	for range 10 {
		if p.state().Holds != at {
			return
		}
		time.Sleep(pause)
	}
}

// enter goes to something by Tab and presses it.
func (p *program) enter(role string) {
	p.t.Helper()
	p.tabTo(role)
	p.key("Return")
}

// holds waits until something has the keyboard by itself.
func (p *program) holds(role string) {
	p.t.Helper()
	until(p.t, role+" has the keyboard", func() bool { return p.state().Holds == role })
}

// write puts another text into what has the keyboard, and ends it by Enter.
func (p *program) write(text string) {
	p.t.Helper()
	p.key("ctrl+a")
	p.paste(text)
	p.key("Return")
}

// choose opens a list of choices by Enter, and chooses by an arrow key.
func (p *program) choose(role, arrow string, times int) {
	p.t.Helper()
	p.enter(role)
	p.see("picker-search")
	p.repeat(arrow, times)
	p.key("Return")
	p.holds(role)
}

func (p *program) repeat(key string, times int) {
	p.t.Helper()
	for range times {
		p.key(key)
	}
}

// menu opens the menu of the current cell and goes through it.
func (p *program) menu(key string, keys ...string) {
	p.t.Helper()
	p.holds(productGrid)
	p.key(key)
	until(p.t, "the menu is open", func() bool { return p.state().Overlays > 0 })
	p.key(keys...)
	until(p.t, "the menu is closed", func() bool { return p.state().Overlays == 0 })
}

func keysFirstRun(_ *testing.T, p *program) {
	p.at("welcome")
	p.enter("welcome:sample")
	p.holds("welcome:create") // Enter alone would do
	p.choose("welcome:currency", "Down", 1)
	p.says("welcome:currency", func(text string) bool { return text != "USD" })
	p.choose("welcome:currency", "Up", 1)
	p.says("welcome:currency", func(text string) bool { return text == "USD" })
	p.tabTo("welcome:channel:shopify")
	p.key("space") // not sold there
	p.enter("welcome:script")
	p.key("Escape")
	p.enter("welcome:create")
	p.at("products")
	p.hasRows(sampleProducts)
}
