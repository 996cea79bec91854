package settings

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
)

func TestSettingsGoToAnOption(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts)
	m := New(s, noPreferences{})
	for key, topic := range map[string]string{"picture_url": "shop", "rate.USD/CNY": "rates", "rate.EUR/CNY": "rates", "nothing": ""} {
		m.Receive(view.Target{Setting: key})
		m.Load()
		got, at, ok := m.TakeAim()
		if got != topic || ok != (topic != "") || ok && at != key {
			t.Errorf("%s: topic %q, option %q, %v", key, got, at, ok)
		}
		if _, _, again := m.TakeAim(); again {
			t.Errorf("%s is gone to twice", key)
		}
	}
}

type noPreferences struct{}

// kept are preferences in a map.
type kept map[string]string

func (k kept) Preference(key string) string { return k[key] }

func (k kept) SetPreference(key, value string) { k[key] = value }

func TestSettingsAreKept(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	mine := kept{PreferenceTheme: "system"}
	m := New(s, mine)
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

func find(m *Model, key string) (Option, bool) {
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
	s := viewtest.Shop(t, job.Inline{}, "")
	m := New(s, kept{})
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
	o := Option{Choices: view.ChoicesOf("a", "b", "c"), Several: true}
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

func (noPreferences) Preference(string) string { return "" }

func (noPreferences) SetPreference(string, string) {}
