package view

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// frameSession is a session on an empty temporary catalogue.
func frameSession(t *testing.T, r job.Runner) *Session {
	t.Helper()
	w, err := workspace.Create(t.Context(), filepath.Join(t.TempDir(), "shop.tradewind"), workspace.Options{Assets: assets.FS})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return &Session{Workspace: w, Runner: r, Text: text.For(text.English), Fail: func(err error) { t.Error(err) }}
}

func TestRoadCountsAgainAfterAChange(t *testing.T) {
	s := frameSession(t, job.Inline{})
	told := 0
	r := NewRoad(s, func() { told++ })
	defer r.Close()
	if got := r.Steps()[0].Count; got != -1 {
		t.Errorf("counts %d before anything was counted", got)
	}
	r.Load()
	if got := r.Steps()[0].Count; got != 0 || told != 1 {
		t.Errorf("an empty catalogue counts %d, told %d times", got, told)
	}
	Write(s, "sample", func(ctx context.Context, _ job.Progress) (workspace.ImportResult, error) {
		return s.Workspace.ImportSample(ctx, nil)
	}, func(_ workspace.ImportResult, err error) {
		if err != nil {
			t.Error(err)
		}
	})
	steps := r.Steps()
	if products := steps[0].Count; products == 0 || steps[2].Count != products || steps[1].Count+steps[3].Count > products || steps[4].Count > products {
		t.Errorf("the road counts %+v", steps)
	}
}

// TestRoadGivesAnOldCountUp: the answer to a count that a newer one replaced must
// not be shown.
func TestRoadGivesAnOldCountUp(t *testing.T) {
	runner := &job.Stepping{}
	s := frameSession(t, runner)
	told := 0
	r := NewRoad(s, func() { told++ })
	r.Load()
	runner.Work()
	r.Load()
	runner.Deliver()
	if told != 0 {
		t.Error("the old count was shown")
	}
	runner.Work()
	runner.Deliver()
	if told != 1 {
		t.Errorf("told %d times, want once", told)
	}
	r.Load()
	r.Close()
	runner.Work()
	runner.Deliver()
	if told != 1 {
		t.Error("counted after the end")
	}
}

func TestWelcomeMakesACatalogue(t *testing.T) {
	for door, want := range map[Door]Place{SampleDoor: ProductsPlace, ImportDoor: ImportPlace, EmptyDoor: HomePlace} {
		t.Run(string(door), func(t *testing.T) {
			folder := t.TempDir()
			s := &Session{Runner: job.Inline{}, Text: text.For(text.English), Fail: func(err error) { t.Error(err) }}
			var went Target
			m := NewWelcome(s, workspace.Options{Assets: assets.FS}, func(w *workspace.Workspace, to Target) {
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
	s := &Session{Runner: job.Inline{}, Text: text.For(text.English), Fail: func(err error) { failed = err }}
	m := NewWelcome(s, workspace.Options{Assets: assets.FS}, func(*workspace.Workspace, Target) { t.Error("opened") })
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

// kept are preferences in a map.
type kept map[string]string

func (k kept) Preference(key string) string    { return k[key] }
func (k kept) SetPreference(key, value string) { k[key] = value }

func TestSettingsAreKept(t *testing.T) {
	s := frameSession(t, job.Inline{})
	mine := kept{PreferenceTheme: "system"}
	m := NewSettings(s, mine)
	m.Load()
	for _, tt := range []struct {
		key, value string
		wrong      bool
	}{
		{PreferenceTheme, "dark", false},
		{workspace.SettingCurrency, "CAD", false},
		{"rate.CAD/CNY", "5.2", false},
		{"rate.CAD/CNY", "many", true},
		{workspace.SettingPageURL, "shop.example", true},
		{workspace.SettingPageURL, " https://shop.example/{handle} ", false},
	} {
		o, ok := find(m, tt.key)
		if !ok {
			t.Fatalf("there is no option %s", tt.key)
		}
		m.Set(o, tt.value, func(err error) {
			if (err != nil) != tt.wrong {
				t.Errorf("%s = %q: %v", tt.key, tt.value, err)
			}
		})
		if got := m.Value(o); (got == strings.TrimSpace(tt.value)) == tt.wrong {
			t.Errorf("%s is %q after %q", tt.key, got, tt.value)
		}
	}
	for _, o := range m.rates().Options {
		if !strings.HasPrefix(o.Label, "1 CAD → ") || strings.Contains(o.Label, "shop") {
			t.Errorf("a rate for %q is asked for", o.Label)
		}
	}
	if mine[PreferenceTheme] != "dark" {
		t.Error("the person's own option went elsewhere")
	}
}

func find(m *Settings, key string) (Option, bool) {
	for _, t := range m.Topics() {
		for _, o := range t.Options {
			if o.Key == key {
				return o, true
			}
		}
	}
	return Option{}, false
}

// TestTheSameValueIsNoChange: an entry in history for nothing would be one too many.
func TestTheSameValueIsNoChange(t *testing.T) {
	s := frameSession(t, job.Inline{})
	m := NewSettings(s, kept{})
	m.Load()
	o, _ := find(m, workspace.SettingCurrency)
	m.Set(o, m.Value(o), func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	for e, err := range s.Workspace.History(t.Context()) {
		t.Errorf("history has %v, %v", e.Kind, err)
	}
}

func TestWith(t *testing.T) {
	o := Option{Choices: values("a", "b", "c"), Several: true}
	tests := []struct {
		value, choice string
		on            bool
		want          []string
	}{
		{"", "b", false, []string{"a", "c"}},
		{"a", "c", true, []string{"a", "c"}},
		{"a, c", "a", false, []string{"c"}},
		{"c", "c", false, nil},
	}
	for _, tt := range tests {
		if got := With(o, tt.value, tt.choice, tt.on); !slices.Equal(got, tt.want) {
			t.Errorf("%q with %s %v = %q, want %q", tt.value, tt.choice, tt.on, got, tt.want)
		}
	}
}
