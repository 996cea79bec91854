package xlsx

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"tradewind.app/catalog/sheet/grid"
)

func TestStrictNames(t *testing.T) {
	b := smallBook(strings.ReplaceAll(sheetOf(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`), mainNS, strictNS)).withStrings(`<si><t>strict</t></si>`)
	for name := range b {
		b[name] = strings.ReplaceAll(strings.ReplaceAll(b[name], mainNS, strictNS), relNS, strictRel)
	}
	got, err := read(t, b.zip(t))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, "A1 text strict")
}

func TestPartNames(t *testing.T) {
	for _, rename := range []func(string) string{
		func(name string) string { return strings.ReplaceAll(name, "/", `\`) },
		strings.ToUpper,
		func(name string) string { return "/" + name },
	} {
		b := parts{}
		for name, text := range smallBook(sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`)) {
			b[rename(name)] = text
		}
		got, err := read(t, b.zip(t))
		if err != nil {
			t.Fatal(err)
		}
		compare(t, got, "A1 number 1")
	}
}

func TestEncodings(t *testing.T) {
	want := sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>保温杯é</t></is></c></row>`)
	for _, e := range []struct {
		name string
		enc  unicode.BOMPolicy
		end  unicode.Endianness
	}{
		{"little endian with mark", unicode.UseBOM, unicode.LittleEndian},
		{"big endian with mark", unicode.UseBOM, unicode.BigEndian},
		{"little endian", unicode.IgnoreBOM, unicode.LittleEndian},
		{"big endian", unicode.IgnoreBOM, unicode.BigEndian},
	} {
		t.Run(e.name, func(t *testing.T) {
			encoded, err := unicode.UTF16(e.end, e.enc).NewEncoder().String(want)
			if err != nil {
				t.Fatal(err)
			}
			got, err := read(t, smallBook(encoded).zip(t))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got, "A1 text 保温杯é")
		})
	}
	got, err := read(t, smallBook(strings.Replace(sheetOf("<row><c t='inlineStr'><is><t>\xe9</t></is></c></row>"), "UTF-8", "windows-1252", 1)).zip(t))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, "A1 text é")
}

func Test1904(t *testing.T) {
	b := smallBook(sheetOf(`<row r="1"><c r="A1" s="0"><v>41444</v></c></row>`)).withStyles("yyyy-mm-dd")
	b["xl/workbook.xml"] = strings.Replace(b["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	got, err := read(t, b.zip(t))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, "A1 date 2017-06-20")
}

func TestRefusals(t *testing.T) {
	ok := sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	deep := strings.Repeat("<a>", 70)
	for _, test := range []struct {
		name, code string
		book       parts
	}{
		{"no end of rows", "file-damaged", smallBook(strings.TrimSuffix(ok, "</sheetData></worksheet>"))},
		{"cut in a tag", "file-damaged", smallBook(ok[:len(ok)-20])},
		{"no rows at all", "file-damaged", smallBook(`<worksheet></worksheet>`)},
		{"document type", "format-doctype", smallBook(`<!DOCTYPE w [<!ENTITY a "b">]>` + ok)},
		{"unknown entity", "file-damaged", smallBook(sheetOf(`<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>`))},
		{"nesting", "format-nesting", smallBook(sheetOf(deep))},
		{"bad address", "cell-address", smallBook(sheetOf(`<row r="1"><c r="1A"><v>1</v></c></row>`))},
		{"column beyond XFD", "cell-address", smallBook(sheetOf(`<row r="1"><c r="ZZZ1"><v>1</v></c></row>`))},
		{"row beyond the last", "cell-address", smallBook(sheetOf(`<row r="1048577"><c><v>1</v></c></row>`))},
		{"string that is not there", "file-damaged", smallBook(sheetOf(`<row><c t="s"><v>3</v></c></row>`)).withStrings(`<si><t>a</t></si>`)},
		{"no strings", "file-damaged", smallBook(sheetOf(`<row><c t="s"><v>0</v></c></row>`))},
		{"strings named but missing", "file-damaged", smallBook(sheetOf(`<row><c t="s"><v>0</v></c></row>`)).related("sharedStrings", "gone.xml")},
		{"styles named but missing", "file-damaged", smallBook(ok).related("styles", "gone.xml")},
		{"not a workbook", "format-zip", parts{"readme.txt": "hello"}},
		{"binary workbook", "format-xlsb", parts{"xl/workbook.bin": "x", "[Content_Types].xml": "x"}},
		{"text document", "format-document", parts{"word/document.xml": "x", "[Content_Types].xml": "x"}},
		{"open document", "format-ods", parts{"mimetype": "x", "content.xml": "x"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := read(t, test.book.zip(t))
			var refused *grid.FormatError
			if !errors.As(err, &refused) || refused.Code != test.code {
				t.Errorf("got %v, want %s", err, test.code)
			}
			if refused != nil && strings.Contains(refused.Error(), "{") {
				t.Errorf("the sentence has a hole: %s", refused)
			}
		})
	}
}

func TestFarCellsAreCounted(t *testing.T) {
	b := smallBook(sheetOf(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>`)).zip(t)
	w, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	beyond := 0
	for row, err := range w.Rows(context.Background(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		beyond += row.Beyond
	}
	if beyond != 2 {
		t.Errorf("got %d cells beyond the last column, want 2", beyond)
	}
}

func TestCancel(t *testing.T) {
	b := smallBook(sheetOf(strings.Repeat(`<row><c><v>1</v></c></row>`, 5000))).zip(t)
	w, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	rows := 0
	for _, err = range w.Rows(ctx, 0) {
		if rows++; rows == 100 {
			cancel()
		}
	}
	if !errors.Is(err, context.Canceled) || rows > 1000 {
		t.Errorf("got %d rows and %v, want the context's error soon after row 100", rows, err)
	}
}

// filler makes the texts of longBook long, 22 MB in all.
var filler = strings.Repeat("保温杯 bottle ", 400)

// longTexts is how many texts longBook has.
const longTexts = 3000

// longBook is a workbook with more text than is kept in memory.
func longBook(t *testing.T) []byte {
	var items, cells strings.Builder
	for i := range longTexts {
		items.WriteString("<si><t>" + filler + itoa(i) + "</t></si>")
		cells.WriteString(`<row><c t="s"><v>` + itoa(i) + `</v></c><c t="s"><v>` + itoa(i*7919%longTexts) + `</v></c></row>`)
	}
	return smallBook(sheetOf(cells.String())).withStrings(items.String()).zip(t)
}

// TestDiskFull must not call the merchant's file damaged.
func TestDiskFull(t *testing.T) {
	file := longBook(t)
	w, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	w.strings.pages.dir = filepath.Join(t.TempDir(), "gone")
	for _, err = range w.Rows(context.Background(), 0) {
	}
	var refused *grid.FormatError
	if errors.As(err, &refused) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want the disk's own error", err)
	}
}

// TestSpill reads strings that do not fit in memory pages, in the order of the
// sheet and in another.
func TestSpill(t *testing.T) {
	got, err := read(t, longBook(t))
	if err != nil {
		t.Fatal(err)
	}
	for i := range longTexts {
		for column, want := range []int{i, i * 7919 % longTexts} {
			if line := got[2*i+column]; !strings.HasSuffix(line, " "+filler+itoa(want)) {
				t.Fatalf("row %d column %d: got ...%q, want %d", i+1, column, line[len(line)-20:], want)
			}
		}
	}
}
