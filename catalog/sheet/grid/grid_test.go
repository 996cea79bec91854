package grid

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
)

func TestColumnNames(t *testing.T) {
	for column, name := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := ColumnName(column); got != name {
			t.Errorf("%d: got %s, want %s", column, got, name)
		}
		if got, ok := ParseColumn(strings.ToLower(name)); !ok || got != column {
			t.Errorf("%s: got %d, want %d", name, got, column)
		}
	}
	for _, bad := range []string{"", "A1", "ÄB", "ABCD", "-"} {
		if got, ok := ParseColumn(bad); ok {
			t.Errorf("%q: got %d, want none", bad, got)
		}
	}
}

func TestWrap(t *testing.T) {
	refused := Refuse("format-xls")
	disk := &fs.PathError{Op: "read", Path: "x", Err: errors.New("gone")}
	for _, test := range []struct {
		err  error
		code string
		is   error
	}{
		{io.EOF, "file-damaged", io.ErrUnexpectedEOF},
		{errors.New("bad"), "file-damaged", nil},
		{refused, "format-xls", refused},
		{context.Canceled, "", context.Canceled},
		{disk, "", disk},
	} {
		got := Wrap("part", test.err)
		var f *FormatError
		errors.As(got, &f)
		if f == nil && test.code != "" || f != nil && f.Code != test.code {
			t.Errorf("%v: got %v, want %q", test.err, got, test.code)
		}
		if test.is != nil && !errors.Is(got, test.is) {
			t.Errorf("%v: got %v, want %v in it", test.err, got, test.is)
		}
	}
	if Wrap("part", nil) != nil {
		t.Error("no error became one")
	}
}

// TestSentences holds every refusal to a sentence that ends and tells what to do.
func TestSentences(t *testing.T) {
	for _, code := range Codes() {
		s := Refuse(code).Error()
		if s == code || !strings.HasSuffix(s, ".") || strings.Contains(s, "\n") {
			t.Errorf("%s: %q is no sentence", code, s)
		}
	}
	if got, want := Refuse("sheet-missing", "sheet", "May", "sheets", "June").Error(), "The file has no sheet named May; it has June."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
