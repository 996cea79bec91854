package cli

import (
	"strings"
	"testing"

	"tradewind.app/app/text"
)

func TestProgress(t *testing.T) {
	tests := map[string]struct {
		terminal, verbose bool
		want              string
	}{
		"terminal":       {true, false, "\rImporting: 1 rows\x1b[K\r\x1b[Kdone\n"},
		"pipe":           {false, false, "done\n"},
		"pipe, told all": {false, true, "Importing: 1 rows\ndone\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			c := programFor(text.English)
			c.Err, c.verbose = &b, tt.verbose
			c.progress = &progress{out: &b, terminal: tt.terminal}
			if track := c.track("cli-progress-import"); track != nil {
				track(1, 0)
			}
			c.note("done")
			if got := b.String(); got != tt.want {
				t.Errorf("standard error = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOutOf(t *testing.T) {
	tests := []struct {
		done, total int
		want        string
	}{
		{1200, 0, "1,200"},
		{1200, 10_000, "1,200 / 10,000 (12%)"},
		{0, 3, "0 / 3 (0%)"},
	}
	for _, tt := range tests {
		if got := outOf(tt.done, tt.total); got != tt.want {
			t.Errorf("outOf(%d, %d) = %q, want %q", tt.done, tt.total, got, tt.want)
		}
	}
}
