package workspace_test

import (
	"testing"

	"tradewind.app/app/workspace"
)

func TestStandingAddsUp(t *testing.T) {
	w := sampleShop(t)
	s, err := w.Standing(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s.Products == 0 || s.Variants < s.Products || s.Untranslated != s.Products {
		t.Errorf("got %+v, want products, at least a variant each, none translated", s)
	}
	if got := s.Blocked + s.Warned + s.Ready; got != s.Products {
		t.Errorf("%+v: the states add up to %d, want %d", s, got, s.Products)
	}
	if s.Able < s.Ready+s.Warned || s.Able > s.Products {
		t.Errorf("%+v: %d could go somewhere, want all that are not blocked and at most all", s, s.Able)
	}
	before := s.Untranslated
	if _, err := w.Localize(t.Context(), workspace.LocalizeRequest{}, nil); err != nil {
		t.Fatal(err)
	}
	if s, err = w.Standing(t.Context()); err != nil || s.Untranslated >= before {
		t.Errorf("%d are not translated after localizing, %v; want fewer than %d", s.Untranslated, err, before)
	}
}

func TestTargetChannels(t *testing.T) {
	w := shop(t)
	tests := []struct {
		set  string
		want int
	}{
		{"", len(w.Channels())},
		{"google", 1},
		{"google, taobao", 2},
		{"a-market-that-was-taken-away", len(w.Channels())},
	}
	for _, tt := range tests {
		if err := w.SetSettings(t.Context(), map[string]string{workspace.SettingChannels: tt.set}); err != nil {
			t.Fatal(err)
		}
		got, err := w.TargetChannels(t.Context())
		if err != nil || len(got) != tt.want {
			t.Errorf("%q: %d channels, %v; want %d", tt.set, len(got), err, tt.want)
		}
	}
}

func TestImportSample(t *testing.T) {
	w := shop(t)
	result, err := w.ImportSample(t.Context(), nil)
	if err != nil || result.New == 0 {
		t.Errorf("%d new products, %v; want the sample shop", result.New, err)
	}
}
