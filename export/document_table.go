package export

import (
	"fmt"
	"strings"
)

// wordSetters are the keys of a table of columns, see [ReadColumns].
var wordSetters = map[string]func(w *ColumnWords, text string){
	"name":          func(w *ColumnWords, text string) { w.Name = text },
	"label":         func(w *ColumnWords, text string) { w.Label = text },
	"note":          func(w *ColumnWords, text string) { w.Note = text },
	"title_zh":      func(w *ColumnWords, text string) { w.TitleZH = text },
	"from":          func(w *ColumnWords, text string) { w.From = text },
	"const":         func(w *ColumnWords, text string) { w.Const = text },
	"default":       func(w *ColumnWords, text string) { w.Default = text },
	"type":          func(w *ColumnWords, text string) { w.Type = text },
	"tier":          func(w *ColumnWords, text string) { w.Tier = text },
	"on":            func(w *ColumnWords, text string) { w.On = text },
	"each":          func(w *ColumnWords, text string) { w.Each = text },
	"list":          func(w *ColumnWords, text string) { w.List = text },
	"max":           func(w *ColumnWords, text string) { w.Max = text },
	"min":           func(w *ColumnWords, text string) { w.Min = text },
	"range":         func(w *ColumnWords, text string) { w.Range = text },
	"pattern":       func(w *ColumnWords, text string) { w.Pattern = text },
	"parts":         func(w *ColumnWords, text string) { w.Parts = text },
	"when":          func(w *ColumnWords, text string) { w.When = text },
	"required_when": func(w *ColumnWords, text string) { w.RequiredWhen = text },
	"charset":       func(w *ColumnWords, text string) { w.Charset = text },
	"fallback":      func(w *ColumnWords, text string) { w.Fallback = splitCell(text) },
	"transforms":    func(w *ColumnWords, text string) { w.Transforms = splitCell(text) },
	"checks":        func(w *ColumnWords, text string) { w.Checks = splitCell(text) },
	"enum":          func(w *ColumnWords, text string) { w.Enum = splitCell(text) },
}

func splitCell(text string) []string { return strings.Split(text, "|") }

// ReadColumns reads a document of columns that is a table, as people keep it in a
// spreadsheet: its first row has the keys of the spec language, each further row is a
// column. Lists are separated by |. name is the document's, for the places.
func ReadColumns(name string, rows [][]string) ([]ColumnWords, error) {
	if len(rows) == 0 {
		return nil, fmt.Errorf("%w: %s is empty", ErrSpec, name)
	}
	var columns []ColumnWords
	for n, row := range rows[1:] {
		words := ColumnWords{Place: fmt.Sprintf("%s:%d", name, n+2)}
		for i, text := range row {
			if text == "" {
				continue
			}
			if i >= len(rows[0]) {
				return nil, fmt.Errorf("%w: %s: cell %d has no key above it", ErrSpec, words.Place, i+1)
			}
			set := wordSetters[rows[0][i]]
			if set == nil {
				return nil, fmt.Errorf("%w: %s:1: unknown key %q", ErrSpec, name, rows[0][i])
			}
			set(&words, text)
		}
		columns = append(columns, words)
	}
	return columns, nil
}
