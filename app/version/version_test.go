package version

import (
	"os"
	"regexp"
	"runtime/debug"
	"testing"
)

func TestCurrent(t *testing.T) {
	vcs := &debug.BuildInfo{Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "2c5fbf7a3b1d4e5f60718293a4b5c6d7e8f90a1b"},
		{Key: "vcs.time", Value: "2026-11-30T10:15:00Z"},
		{Key: "vcs.modified", Value: "true"},
	}}
	installed := &debug.BuildInfo{Main: debug.Module{Version: "v0.1.1-0.20261130101500-2c5fbf7a3b1d"}}
	released := &debug.BuildInfo{Main: debug.Module{Version: "v0.1.0"}}
	for _, tt := range []struct {
		name   string
		linked Info
		build  *debug.BuildInfo
		want   Info
	}{
		{"nothing is known", Info{}, nil, Info{Number: Number}},
		{"without a checkout", Info{}, &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, Info{Number: Number}},
		{"from a checkout", Info{}, vcs, Info{Number, "2c5fbf7a3b1d", "2026-11-30", true}},
		{"installed by go install", Info{}, installed, Info{Number, "2c5fbf7a3b1d", "2026-11-30", false}},
		{"a released module names no commit", Info{}, released, Info{Number: Number}},
		{"packaged", Info{Number: "0.2.0", Commit: "abcdef012345", Date: "2027-01-02"}, vcs, Info{"0.2.0", "abcdef012345", "2027-01-02", false}},
		{"packaged with changes", Info{Commit: "abcdef0-modified", Date: "2027-01-02"}, nil, Info{Number, "abcdef0", "2027-01-02", true}},
	} {
		if got := current(tt.linked, tt.build); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestNumberIsThatOfThePackage(t *testing.T) {
	b, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^Version = "(.*)"$`).FindSubmatch(b)
	if m == nil || string(m[1]) != Number {
		t.Errorf("FyneApp.toml has version %q, the program %q", m, Number)
	}
}
