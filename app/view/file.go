package view

import (
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/app/workspace"
)

// SheetExtensions are how the names of files end that can be imported.
var SheetExtensions = []string{".xlsx", ".xlsm", ".csv", ".tsv", ".txt"}

// IsSpreadsheet reports whether a file's name is one of a spreadsheet.
func IsSpreadsheet(path string) bool {
	return slices.Contains(SheetExtensions, strings.ToLower(filepath.Ext(path)))
}

// FileName is the name of a catalogue without its folder and ending.
func FileName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), workspace.Extension)
}
