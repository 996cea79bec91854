package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tradewind.app/catalog/sheet/grid"
)

const (
	mainNS    = `http://schemas.openxmlformats.org/spreadsheetml/2006/main`
	relNS     = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	strictNS  = `http://purl.oclc.org/ooxml/spreadsheetml/main`
	strictRel = `http://purl.oclc.org/ooxml/officeDocument/relationships`
)

// parts are the parts of a workbook that a test writes, by name.
type parts map[string]string

// smallBook returns the parts of a workbook with one sheet.
func smallBook(sheetXML string) parts {
	return parts{
		"[Content_Types].xml":        `<Types/>`,
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="` + relNS + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainNS + `" xmlns:r="` + relNS + `"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + relNS + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheetXML,
	}
}

// rows wraps rows in a worksheet.
func sheetOf(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="` + mainNS + `"><sheetData>` + rows + `</sheetData></worksheet>`
}

// withStrings adds shared strings.
func (p parts) withStrings(items string) parts {
	p["xl/sharedStrings.xml"] = `<sst xmlns="` + mainNS + `">` + items + `</sst>`
	return p.related("sharedStrings", "sharedStrings.xml")
}

// withStyles adds number formats: cells name them by their place in the list.
func (p parts) withStyles(codes ...string) parts {
	var formats, cells strings.Builder
	for i, code := range codes {
		id := itoa(200 + i)
		formats.WriteString(`<numFmt numFmtId="` + id + `" formatCode="` + strings.ReplaceAll(code, `"`, "&quot;") + `"/>`)
		cells.WriteString(`<xf numFmtId="` + id + `"/>`)
	}
	p["xl/styles.xml"] = `<styleSheet xmlns="` + mainNS + `"><numFmts>` + formats.String() + `</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>` + cells.String() + `</cellXfs></styleSheet>`
	return p.related("styles", "styles.xml")
}

func (p parts) related(kind, target string) parts {
	const rels = "xl/_rels/workbook.xml.rels"
	p[rels] = strings.Replace(p[rels], "</Relationships>", `<Relationship Id="rId`+kind+`" Type="`+relNS+"/"+kind+`" Target="`+target+`"/></Relationships>`, 1)
	return p
}

// zip packs the parts.
func (p parts) zip(t testing.TB) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// read returns a workbook's first sheet as lines "A1 kind text".
func read(t testing.TB, file []byte) (lines []string, err error) {
	t.Helper()
	w, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	defer func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	}()
	for row, err := range w.Rows(context.Background(), 0) {
		if err != nil {
			return lines, err
		}
		for _, c := range row.Cells {
			lines = append(lines, grid.ColumnName(c.Column)+itoa(row.Number)+" "+kindNames[c.Kind]+" "+c.Text)
		}
	}
	return lines, nil
}

var kindNames = map[grid.Kind]string{
	grid.Text: "text", grid.Number: "number", grid.Bool: "bool", grid.Date: "date", grid.Error: "error",
	grid.Picture: "picture", grid.Uncached: "uncached", grid.TooLong: "toolong",
}

func compare(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
