//go:build !windows && !darwin

package chooser

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestArguments(t *testing.T) {
	open := Request{Title: "Open", Folder: "/shop", Kind: "Spreadsheets", Extensions: []string{".xlsx", ".csv"}}
	save := Request{Title: "Copy", Save: true, Folder: "/shop", Name: "a.tradewind"}
	folder := Request{Title: "Feeds", Directory: true, Folder: "/shop"}
	tests := []struct {
		got, want []string
	}{
		{zenity(folder), []string{"--file-selection", "--title=Feeds", "--filename=/shop/", "--directory"}},
		{kdialog(folder), []string{"--title", "Feeds", "--getexistingdirectory", "/shop"}},
		{zenity(open), []string{"--file-selection", "--title=Open", "--filename=/shop/", "--file-filter=Spreadsheets | *.xlsx *.csv"}},
		{zenity(save), []string{"--file-selection", "--title=Copy", "--filename=/shop/a.tradewind", "--save", "--confirm-overwrite"}},
		{kdialog(open), []string{"--title", "Open", "--getopenfilename", "/shop", "*.xlsx *.csv|Spreadsheets"}},
		{kdialog(save), []string{"--title", "Copy", "--getsavefilename", "/shop/a.tradewind"}},
	}
	for _, tt := range tests {
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// TestSystemRunsWhatIsInstalled puts a program called zenity into the path.
func TestSystemRunsWhatIsInstalled(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	if System(os.Getenv) != nil {
		t.Fatal("a chooser where none is installed")
	}
	tests := []struct {
		script, want string
		err          error
	}{
		{"#!/bin/sh\necho /shop/a.xlsx\n", "/shop/a.xlsx", nil},
		{"#!/bin/sh\nexit 1\n", "", ErrCancelled},
	}
	for _, tt := range tests {
		if err := os.WriteFile(filepath.Join(folder, "zenity"), []byte(tt.script), 0o700); err != nil {
			t.Fatal(err)
		}
		got, err := System(os.Getenv)(t.Context(), Request{Title: "Open"})
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("got %q, %v; want %q, %v", got, err, tt.want, tt.err)
		}
	}
}
