package welcome

import (
	"testing"

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
	screentest.CheckLayout(t, w, "welcome:sample", "welcome:import", "welcome:empty")
	screentest.Press(t, w, "welcome:sample")
	screentest.CheckLayout(t, w, "welcome:currency", "welcome:channel:google", "welcome:channel:shopify", "welcome:channel:taobao", "welcome:script", "welcome:place", "welcome:back", "welcome:create")
}
