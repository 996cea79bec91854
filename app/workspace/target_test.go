package workspace_test

import (
	"testing"

	"tradewind.app/app/workspace"
)

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
