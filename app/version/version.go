// Package version says which Tradewind this is: its number, the commit that it was
// built from and that commit's date. It must not know who shows them.
package version

import (
	"runtime/debug"
	"strings"
)

// Number is the version that is being worked on, as in FyneApp.toml; a test compares
// the two.
const Number = "0.1.0"

// What the linker fills in: -ldflags "-X tradewind.app/app/version.commit=...". A
// build without them says what the go command recorded.
var (
	number string
	commit string
	date   string
)

// commitLength is how much of a commit's hash is shown.
const commitLength = 12

// Info is which Tradewind this is. What is not known is "".
type Info struct {
	Number   string `json:"version"`
	Commit   string `json:"commit"`
	Date     string `json:"date"`     // of the commit, as 2026-11-30
	Modified bool   `json:"modified"` // built from files that are in no commit
}

// Current returns which Tradewind is running.
func Current() Info {
	build, _ := debug.ReadBuildInfo()
	return current(Info{Number: number, Commit: commit, Date: date}, build)
}

// current completes what was linked by what the go command recorded. A commit that
// was linked is not mixed with the date of another.
func current(linked Info, build *debug.BuildInfo) Info {
	info := linked
	if info.Number == "" {
		info.Number = Number
	}
	info.Commit, info.Modified = strings.CutSuffix(info.Commit, "-modified")
	if info.Commit == "" && build != nil {
		info.readBuild(build)
	}
	info.Commit = info.Commit[:min(len(info.Commit), commitLength)]
	return info
}

// readBuild takes commit and date of the go command's record: of the checkout, or of
// the version that was installed, v0.0.0-20261130101500-2c5fbf7a3b1d.
func (i *Info) readBuild(build *debug.BuildInfo) {
	for _, s := range build.Settings {
		switch s.Key {
		case "vcs.revision":
			i.Commit = s.Value
		case "vcs.time":
			i.Date, _, _ = strings.Cut(s.Value, "T")
		case "vcs.modified":
			i.Modified = s.Value == "true"
		}
	}
	parts := strings.Split(strings.TrimSuffix(build.Main.Version, "+dirty"), "-")
	if n := len(parts); i.Commit == "" && n >= 3 && len(parts[n-1]) == commitLength && len(parts[n-2]) >= len("20060102150405") {
		stamp := parts[n-2][len(parts[n-2])-len("20060102150405"):]
		i.Commit, i.Date = parts[n-1], stamp[:4]+"-"+stamp[4:6]+"-"+stamp[6:8]
	}
}
