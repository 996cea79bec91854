package settings

import (
	"path/filepath"
	"testing"

	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

// shopSettings shows the page of the shop.
func shopSettings(t *testing.T) (*view.Session, *Screen, func(role string) *input.Field) {
	t.Helper()
	s := screentest.Session(t)
	screen := New(s, chosenNothing{})
	w := screentest.Show(t, screen)
	screentest.Press(t, w, "settings:topic:shop")
	return s, screen, func(role string) *input.Field {
		t.Helper()
		f, ok := widget.FindIn(w.Canvas(), role).(*input.Field)
		if !ok {
			t.Fatalf("there is no field %s", role)
		}
		return f
	}
}

// What is typed into a setting is not saved until the field is left.
func TestASettingThatIsTypedIsNotSavedYet(t *testing.T) {
	s, screen, field := shopSettings(t)
	f := field("settings:shop")
	f.Entry.SetText("Harbor & Pine")
	if !s.Unsaved() {
		t.Error("the shop's name is typed, and nothing is told as unsaved")
	}
	left := false
	screen.KeepThen(func() { left = true })
	if name, err := s.Workspace.Setting(t.Context(), workspace.SettingShop); name != "Harbor & Pine" || err != nil || !left || s.Unsaved() {
		t.Errorf("the shop is %q (%v), left %v, unsaved %v", name, err, left, s.Unsaved())
	}
}

// An address that cannot be is told at its field, with what was typed, and keeps the
// person there once.
func TestAWrongSettingStaysWithItsReason(t *testing.T) {
	s, screen, field := shopSettings(t)
	f := field("settings:picture_url")
	f.Entry.SetText("shop/pictures")
	left := false
	screen.KeepThen(func() { left = true })
	if field("settings:picture_url").Text != "shop/pictures" || left || !s.Unsaved() {
		t.Errorf("the field holds %q, left %v, unsaved %v", f.Text, left, s.Unsaved())
	}
	screen.KeepThen(func() { left = true })
	screen.Leave()
	if !left || s.Unsaved() {
		t.Errorf("left %v, unsaved %v, the second time", left, s.Unsaved())
	}
}

// A setting that cannot be read is set back on its page.
func TestABrokenSettingIsSetBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s := screentest.Session(t)
	if err := s.Workspace.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := store.Create(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.SetDocument(t.Context(), store.Settings, workspace.SettingCurrency, 7); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if s.Workspace, err = workspace.Open(t.Context(), path, screentest.TestOptions); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Workspace.Close(); err != nil {
			t.Error(err)
		}
	})
	w := screentest.Show(t, New(s, chosenNothing{}))
	screentest.Press(t, w, "settings:topic:units")
	screentest.Press(t, w, "settings-reset")
	screentest.Absent(t, w, "settings-wrong")
	if currency, err := s.Workspace.Setting(t.Context(), workspace.SettingCurrency); currency != "USD" || err != nil {
		t.Errorf("the currency is %q, %v; want the shipped one", currency, err)
	}
}

// chosenNothing are the preferences of a person who has chosen nothing yet.
type chosenNothing struct{}

func (chosenNothing) Preference(string) string { return "" }

func (chosenNothing) SetPreference(string, string) {}

func TestSettingsLook(t *testing.T) {
	screentest.WithIcons(t)
	w := screentest.Show(t, New(screentest.Session(t), chosenNothing{}))
	for topic, options := range map[string][]string{
		"look":     {"settings:language", "settings:theme", "settings:scale"},
		"channels": {"settings:channels:google", "settings:channels:shopify", "settings:channels:taobao", "settings:script"},
		"units":    {"settings:currency", "settings:weight_unit", "settings:length_unit"},
		"rates":    {"settings:rate.USD/CNY"},
		"shop":     {"settings:shop", "settings:page_url", "settings:picture_url"},
	} {
		screentest.Press(t, w, "settings:topic:"+topic)
		screentest.CheckLayout(t, w, append([]string{"settings:topic:look", "settings:topic:shop"}, options...)...)
	}
}
