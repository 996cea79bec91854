package welcome

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view"
	"tradewind.app/app/view/welcome"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

func TestWelcomeLooks(t *testing.T) {
	screentest.WithIcons(t)
	s := screentest.Session(t)
	model := welcome.New(s, workspace.Options{Assets: assets.FS}, func(*workspace.Workspace, view.Target) {})
	screen := New(s, model, Asks{Folder: "/shop", Recent: []string{"/shop/spring.tradewind"}})
	w := screentest.Show(t, screen)
	doors := screen.doors().(*fyne.Container)
	doors.Objects = doors.Objects[:len(doors.Objects)-1] // without the languages: one is Chinese
	test.AssertObjectRendersToMarkup(t, "welcome_doors.xml", doors)
	screentest.Press(t, w, "welcome:sample")
	test.AssertRendersToMarkup(t, "welcome_questions.xml", w.Canvas())
}
