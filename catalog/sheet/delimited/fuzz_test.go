package delimited

import (
	"context"
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"

	"tradewind.app/catalog/sheet/grid"
)

// FuzzOpen gives the sniffing any bytes: it must come to an end, and what it says
// must hold together. Where the standard's reader takes a text, both must agree.
func FuzzOpen(f *testing.F) {
	for _, seed := range []string{
		"", "a", "a,b\n1,2\n", "sep=;\na;b\n", "\xff\xfea\x00,\x00b\x00", "\xef\xbb\xbfa\tb\n", "\"a\"\"b\",c\r\n\"", "a|b\r1|2\r",
		"\xc9\xcc\xc6\xb7,\xbc\xdb\xb8\xf1\n", "='1\n'=1,\"=\"\"1\"\"\"\n", "a,\"b\nc\",d\n,,\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file, err := Open(strings.NewReader(string(content)), int64(len(content)), Options{})
		if err != nil {
			t.Fatalf("open: %v", err)
		}
		last := 0
		for row, err := range file.Rows(context.Background()) {
			if err != nil {
				if code(err) == "" {
					t.Fatalf("no sentence for %v", err)
				}
				break
			}
			if row.Number <= last || len(row.Cells)+row.Beyond == 0 {
				t.Fatalf("row %d with %d cells behind row %d", row.Number, len(row.Cells), last)
			}
			last = row.Number
			checkCells(t, row)
		}
		agree(t, string(content))
	})
}

func checkCells(t *testing.T, row *grid.Row) {
	last := -1
	for _, c := range row.Cells {
		if c.Column <= last || c.Column >= grid.MaxColumns || c.Text == "" && c.Kind == grid.Text && c.Raw != "" {
			t.Fatalf("row %d: cell %+v behind column %d", row.Number, c, last)
		}
		last = c.Column
	}
}

// agree compares with encoding/csv, where both have the same idea of a line.
func agree(t *testing.T, content string) {
	if !utf8.ValidString(content) || strings.Contains(content, "\r") || strings.HasPrefix(strings.ToLower(content), "sep=") || strings.HasPrefix(content, "\ufeff") {
		return
	}
	r := csv.NewReader(strings.NewReader(content))
	r.FieldsPerRecord = -1
	records, err := r.ReadAll()
	if err != nil {
		return
	}
	file, err := Open(strings.NewReader(content), int64(len(content)), Options{Encoding: UTF8, Delimiter: ','})
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, record := range records {
		for column, field := range record {
			if strings.TrimSpace(field) != "" && column < grid.MaxColumns {
				want = append(want, string(bare([]byte(field))))
			}
		}
	}
	i := 0
	for row, err := range file.Rows(context.Background()) {
		if err != nil {
			t.Fatalf("%v, but the standard's reader takes it", err)
		}
		for _, c := range row.Cells {
			if i >= len(want) || c.Text != want[i] {
				t.Fatalf("field %d: got %q, want %.1000q", i, c.Text, want)
			}
			i++
		}
	}
	if i != len(want) {
		t.Fatalf("got %d fields, want %d", i, len(want))
	}
}
