package e2e

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// exportTaobao tells what the feed needs, chooses a folder and reads the file that
// is written there.
func exportTaobao(t *testing.T, p *program) {
	folder := filepath.Join(p.home, "给淘宝 feed")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	p.click("rail:export")
	p.at("export")
	p.click("export-channel:taobao")
	p.replace("export-need:rate.USD/CNY", "7.10")
	p.key("Return")
	p.click("export-drafts")
	p.click("export-next")
	p.choosing(folder)
	p.click("export-change")
	p.says("export-folder", func(text string) bool { return text == folder })
	if got := p.asked(); !strings.Contains(got, "--directory") {
		t.Errorf("the chooser was asked for\n%swant a folder", got)
	}
	p.click("export-write")
	p.see("export-open")
	checkFeed(t, filepath.Join(folder, "taobao.csv"))
}

// feedColumns is how many columns Taobao Assistant has; feedHead how many lines
// stand above the products.
const (
	feedColumns = 63
	feedHead    = 3
)

// checkFeed reads the bytes as Taobao Assistant does.
func checkFeed(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rest, ok := bytes.CutPrefix(b, []byte{0xFF, 0xFE})
	if !ok || len(rest)%2 != 0 {
		t.Fatalf("%d bytes that begin with % x, want UTF-16LE with its mark", len(b), b[:min(2, len(b))])
	}
	units := make([]uint16, len(rest)/2)
	for i := range units {
		units[i] = uint16(rest[2*i]) | uint16(rest[2*i+1])<<8
	}
	lines := csv.NewReader(strings.NewReader(string(utf16.Decode(units))))
	lines.Comma, lines.FieldsPerRecord = '\t', -1
	rows, err := lines.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(rows), feedHead+salableSample; got != want {
		t.Fatalf("%d lines, want %d", got, want)
	}
	for i, row := range rows[1:] {
		if len(row) != feedColumns {
			t.Errorf("line %d has %d columns, want %d", i+2, len(row), feedColumns)
		}
	}
	if !slices.ContainsFunc(rows, func(row []string) bool { return row[0] == shortTitle }) {
		t.Errorf("no title is %q, which was written by hand", shortTitle)
	}
}
