package exporttest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/export"
)

// channels are the test channels of testdata, by name.
func testChannel(t *testing.T, name string) *export.Channel {
	t.Helper()
	spec, err := export.ParseSpec(os.DirFS(filepath.Join("testdata", "channels")), name+".toml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := export.NewChannel(spec, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestChannels runs the suite on channels of every kind that the language has.
func TestChannels(t *testing.T) {
	names, err := fs.Glob(os.DirFS("testdata/channels"), "*.toml")
	if err != nil || len(names) < 4 {
		t.Fatalf("%q, %v", names, err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) { Conform(t, testChannel(t, strings.TrimSuffix(name, ".toml"))) })
	}
}

func TestGolden(t *testing.T) {
	for _, name := range []string{"family", "nested", "sheets", "packed"} {
		t.Run(name, func(t *testing.T) { Golden(t, testChannel(t, name)) })
	}
}

// TestFamily reads the parents and children with encoding/csv.
func TestFamily(t *testing.T) {
	dir, report := run(t, testChannel(t, "family"), Options(), Sound()...)
	b, err := os.ReadFile(filepath.Join(dir, "family.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, row := range rows {
		got = append(got, append(row[:3:3], row[6], row[9]))
	}
	want := [][]string{
		{"Type", "SKU", "Parent", "Attribute 1 value(s)", "Regular price"},
		{"variable", "dark-maple-syrup", "", "8 oz | 16 oz", ""},
		{"variation", "MS-08", "dark-maple-syrup", "8 oz", "12.90"},
		{"variation", "MS-16", "dark-maple-syrup", "16 oz", "21.50"},
		{"variable", "ridge-runner", "", "Red | Blue", ""},
		{"variation", "RR-RED-9", "ridge-runner", "Red", "89.00"},
		{"variation", "RR-RED-10", "ridge-runner", "Red", "89.00"},
		{"variation", "RR-BLU-9", "ridge-runner", "Blue", "94.50"},
		{"simple", "OL-1", "", "", "14.00"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if report.Files[0].Rows != len(want)-1 {
		t.Errorf("%d rows are reported, want %d", report.Files[0].Rows, len(want)-1)
	}
}

// TestNested reads the objects with encoding/json, into a type with numbers.
func TestNested(t *testing.T) {
	dir, _ := run(t, testChannel(t, "nested"), Options(), Sound()...)
	b, err := os.ReadFile(filepath.Join(dir, "nested.json"))
	if err != nil {
		t.Fatal(err)
	}
	type spec struct{ Name, Value string }
	type sku struct {
		Code         string
		Price, Stock int64
		Spec         []spec
	}
	type good struct {
		ID      string `json:"@id"`
		Codes   []string
		Extends struct {
			Nationality string
			Online      bool
		}
		Skus struct{ Sku []sku }
	}
	var got []good
	d := json.NewDecoder(bytes.NewReader(b))
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0].ID != "dark-maple-syrup" || got[0].Extends.Nationality != "US" || !got[0].Extends.Online {
		t.Errorf("got %+v", got)
	}
	if want := []string{"RR-RED-9", "RR-RED-10", "RR-BLU-9"}; !reflect.DeepEqual(got[1].Codes, want) {
		t.Errorf("codes %q, want %q", got[1].Codes, want)
	}
	want := []sku{
		{"RR-RED-9", 63368, 3, []spec{{"Color", "Red"}, {"Size", "9"}}},
		{"RR-RED-10", 63368, 5, []spec{{"Color", "Red"}, {"Size", "10"}}},
		{"RR-BLU-9", 67284, 2, []spec{{"Color", "Blue"}, {"Size", "9"}}},
	}
	if !reflect.DeepEqual(got[1].Skus.Sku, want) {
		t.Errorf("got %+v\nwant %+v", got[1].Skus.Sku, want)
	}
	if got[2].Skus.Sku[0].Spec != nil {
		t.Errorf("a product without options has the options %+v", got[2].Skus.Sku[0].Spec)
	}
}

// TestSheets reads both sheets with excelize: numbers are numbers, codes are texts.
func TestSheets(t *testing.T) {
	dir, report := run(t, testChannel(t, "sheets"), Options(), Sound()...)
	book := open(t, filepath.Join(dir, "sheets.xlsx"))
	if got := book.GetSheetList(); !reflect.DeepEqual(got, []string{"商品", "规格"}) {
		t.Fatalf("sheets %q", got)
	}
	rows, err := book.GetRows("规格")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Product", "SKU", "Price", "GTIN", "Options"},
		{"商品编码", "SKU", "价格", "条码", "规格值"},
		{"dark-maple-syrup", "MS-08", "91.85", "850001234009", "8 oz"},
	}
	if len(rows) != 8 || !reflect.DeepEqual(rows[:3], want) {
		t.Errorf("%d rows, which begin %q, want 8 that begin %q", len(rows), rows[:min(3, len(rows))], want)
	}
	for cell, want := range map[string]excelize.CellType{"C3": excelize.CellTypeUnset, "D3": excelize.CellTypeInlineString} {
		if got, err := book.GetCellType("规格", cell); err != nil || got != want {
			t.Errorf("%s has the type %v, %v, want %v", cell, got, err, want)
		}
	}
	if report.Files[0].Rows != 3+6 {
		t.Errorf("%d rows are reported, want those of both sheets, 9", report.Files[0].Rows)
	}
}

// TestPacked finds a file per product in the package.
func TestPacked(t *testing.T) {
	dir, report := run(t, testChannel(t, "packed"), Options(), Sound()...)
	for _, name := range []string{"packed.zip", "rows.csv", "goods/dark-maple-syrup.json", "goods/ridge-runner.json", "goods/oat-lotion.json"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
	if len(report.Packed) != 4 {
		t.Errorf("%d files are in the package, want 4", len(report.Packed))
	}
	var syrup struct {
		Title  string
		Skus   []struct{ Sku string }
		Images []struct {
			URL      string
			Position int
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "goods", "dark-maple-syrup.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &syrup); err != nil || len(syrup.Skus) != 2 || len(syrup.Images) != 3 || syrup.Images[2].Position != 3 {
		t.Errorf("got %+v, %v", syrup, err)
	}
}
