package welcome

import (
	"os"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

func TestWelcomeMakesACatalogue(t *testing.T) {
	for door, want := range map[Door]view.Place{SampleDoor: view.ProductsPlace, ImportDoor: view.ImportPlace, EmptyDoor: view.HomePlace} {
		t.Run(string(door), func(t *testing.T) {
			folder := t.TempDir()
			s := &view.Session{Runner: job.Inline{}, Text: text.For(text.English), Fail: func(err error) { t.Error(err) }}
			var went view.Target
			m := New(s, workspace.Options{Assets: assets.FS}, func(w *workspace.Workspace, to view.Target) {
				went = to
				settings, err := w.Settings(t.Context())
				if err != nil || settings[workspace.SettingCurrency] != "CAD" || settings[workspace.SettingChannels] != "google" {
					t.Errorf("settings are %v, %v", settings, err)
				}
				if err := w.Close(); err != nil {
					t.Error(err)
				}
			})
			m.Choose(door, map[Door]string{ImportDoor: "/shop/spring 2026.xlsx"}[door], folder)
			m.Currency = "CAD"
			for _, c := range m.Channels() {
				m.Target(c.Name(), c.Name() == "google")
			}
			m.Create()
			if went.Place != want {
				t.Errorf("goes to %q, want %q", went.Place, want)
			}
			if _, err := os.Stat(m.Path); err != nil {
				t.Error(err)
			}
			m.Choose(door, m.Source, folder)
			if !strings.HasSuffix(m.Path, " 2"+workspace.Extension) {
				t.Errorf("the next one is %s, want a name that is free", m.Path)
			}
		})
	}
}

func TestWelcomeLeavesNothingBehindWhenItFails(t *testing.T) {
	var failed error
	s := &view.Session{Runner: job.Inline{}, Text: text.For(text.English), Fail: func(err error) { failed = err }}
	m := New(s, workspace.Options{Assets: assets.FS}, func(*workspace.Workspace, view.Target) { t.Error("opened") })
	m.Choose(SampleDoor, "", t.TempDir())
	m.Currency = "not a currency"
	m.Create()
	if failed == nil || m.Busy {
		t.Errorf("failed: %v, busy: %v", failed, m.Busy)
	}
	if _, err := os.Stat(m.Path); err == nil {
		t.Errorf("%s was left behind", m.Path)
	}
}
