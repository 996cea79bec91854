package view_test

import (
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func TestScriptIsFollowed(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	changed := 0
	s.FollowScript(func() { changed++ })
	set := map[string]string{workspace.SettingScript: string(catalog.TraditionalChinese)}
	if err := s.Workspace.SetSettings(t.Context(), set); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s.FollowScript(func() { changed++ })
	}
	if changed != 1 || s.Script() != catalog.TraditionalChinese {
		t.Errorf("told %d times, the script is %s", changed, s.Script())
	}
}
