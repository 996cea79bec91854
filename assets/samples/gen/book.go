package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// headerRow is where the header is: below a title, a line of small print
// and an empty row, as in the price lists that shops and suppliers send.
const headerRow = 4

// A column of the sheet Products. Value gives a string, a float64 or an int;
// "" leaves the cell empty. A product's columns are filled on its first row.
type column struct {
	header string
	width  float64
	format string // number format, "" for text
	first  bool   // only on a product's first row
	value  func(p *product, v *variant) any
}

var columns = []column{
	{header: "Style No.", width: 9, value: func(p *product, _ *variant) any { return p.Style }},
	{header: "SKU", width: 18, value: func(_ *product, v *variant) any { return v.SKU }},
	{header: "Title", width: 48, first: true, value: func(p *product, _ *variant) any { return p.Title }},
	{header: "Description", width: 60, first: true, value: func(p *product, _ *variant) any { return p.description() }},
	{header: "Brand", width: 15, first: true, value: func(p *product, _ *variant) any { return p.Brand }},
	{header: "Category", width: 28, first: true, value: func(p *product, _ *variant) any { return p.Category }},
	{header: "Tags", width: 28, first: true, value: func(p *product, _ *variant) any { return strings.Join(p.Tags, ", ") }},
	{header: "Color", width: 14, value: func(_ *product, v *variant) any { return v.Color }},
	{header: "Size", width: 14, value: func(_ *product, v *variant) any { return v.Size }},
	{header: "Flavor", width: 12, value: func(_ *product, v *variant) any { return v.Flavor }},
	{header: "Price (USD)", width: 11, format: `"$"#,##0.00`, value: func(_ *product, v *variant) any { return number(v.Price) }},
	{header: "Compare At (USD)", width: 11, format: `"$"#,##0.00`, value: func(_ *product, v *variant) any { return number(v.Was) }},
	{header: "Cost (USD)", width: 11, format: `"$"#,##0.00`, value: func(_ *product, v *variant) any { return number(v.Cost) }},
	{header: "Qty On Hand", width: 9, format: "0", value: func(_ *product, v *variant) any { return v.Quantity }},
	{header: "UPC / EAN", width: 16, value: func(_ *product, v *variant) any { return code(v) }},
	{header: "Weight (oz)", width: 9, format: "0.0", value: func(_ *product, v *variant) any { return number(v.Weight) }},
	{header: "Length (in)", width: 8, format: "General", first: true, value: func(p *product, _ *variant) any { return p.side(0) }},
	{header: "Width (in)", width: 8, format: "General", first: true, value: func(p *product, _ *variant) any { return p.side(1) }},
	{header: "Height (in)", width: 8, format: "General", first: true, value: func(p *product, _ *variant) any { return p.side(2) }},
	{header: "HS Code", width: 10, first: true, value: func(p *product, _ *variant) any { return p.HSCode }},
	{header: "Country of Origin", width: 16, first: true, value: func(p *product, _ *variant) any { return p.Origin }},
	{header: "Material", width: 30, first: true, value: func(p *product, _ *variant) any { return p.Material }},
	{header: "Gender", width: 9, first: true, value: func(p *product, _ *variant) any { return p.Gender }},
	{header: "Age Group", width: 10, first: true, value: func(p *product, _ *variant) any { return p.Age }},
	{header: "Product URL", width: 40, first: true, value: func(p *product, _ *variant) any { return p.page() }},
	{header: "Images", width: 40, first: true, value: func(p *product, _ *variant) any { return p.allPictures() }},
	{header: "Variant Image", width: 32, value: func(p *product, v *variant) any { return p.pictureOf(v) }},
}

// notes is the second sheet: what a shop writes to those who order.
var notes = []string{
	"Notes to the price list",
	"Minimum order for stores: $250. Free shipping in the lower 48 from $600.",
	"Fresh and frozen food ships Monday to Wednesday with ice packs; please order by Sunday 8 pm.",
	"Sizes of shoes are US sizes. Weights are with packaging.",
	"Pictures are in the folder images beside this workbook; please do not use them for other brands.",
	"Holiday gift boxes: ask Dana before November 20.",
}

// number turns the text of a list into a number cell; what is no number, such
// as a price that somebody typed with its sign, stays text.
func number(s string) any {
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return n
	}
	return s
}

func code(v *variant) any {
	if v.GTINAsNumber {
		return number(v.GTIN)
	}
	return v.GTIN
}

func (p *product) side(i int) any {
	sides := strings.Split(p.Box, " x ")
	if i >= len(sides) {
		return ""
	}
	return number(sides[i])
}

// page is the product's address in the shop; .example is a domain that nobody
// can have (RFC 2606).
func (p *product) page() string {
	return "https://harborandpine.example/products/" + strings.ToLower(p.Style)
}

func (p *product) allPictures() string {
	var files []string
	for _, pic := range p.pictures() {
		files = append(files, pic.file)
	}
	return strings.Join(files, "; ")
}

// pictureOf is the picture of the variant's own colour, where there are two.
func (p *product) pictureOf(v *variant) string {
	pics := p.pictures()
	for _, pic := range pics {
		if len(pics) > 1 && pic.colour == v.Color {
			return pic.file
		}
	}
	return ""
}

// writeBook writes the workbook with its two sheets.
func writeBook(name string, products []product) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	b := &book{File: f, sheet: "Products"}
	b.check(f.SetSheetName("Sheet1", b.sheet))
	b.top()
	b.header()
	row := headerRow
	for i := range products {
		p := &products[i]
		for j := range p.variants {
			row++
			b.row(row, p, &p.variants[j], j == 0)
		}
	}
	b.formats(row)
	b.notes()
	if b.err != nil {
		return fmt.Errorf("fill the workbook: %w", b.err)
	}
	return save(f, name)
}

// save writes the file itself: SaveAs of excelize would make it executable.
func save(f *excelize.File, name string) error {
	data, err := f.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	if err := os.WriteFile(name, data.Bytes(), 0o666); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

// book remembers the first error, so that filling cells reads as a list.
type book struct {
	*excelize.File
	sheet string
	err   error
}

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

// set writes one cell; rows and columns count from 1.
func (b *book) set(sheet string, col, row int, value any) {
	if value == "" {
		return
	}
	cell, err := excelize.CoordinatesToCellName(col, row)
	b.check(err)
	b.check(b.SetCellValue(sheet, cell, value))
}

func (b *book) style(s excelize.Style) int {
	id, err := b.NewStyle(&s)
	b.check(err)
	return id
}

func (b *book) top() {
	b.set(b.sheet, 1, 1, "Harbor & Pine Mercantile: price list, fall 2026")
	b.set(b.sheet, 1, 2, "Updated November 2, 2026. Prices in US dollars, weights in ounces. orders@harborandpine.example")
	b.check(b.SetCellStyle(b.sheet, "A1", "A1", b.style(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}})))
	b.check(b.SetCellStyle(b.sheet, "A2", "A2", b.style(excelize.Style{Font: &excelize.Font{Italic: true, Color: "667384"}})))
}

func (b *book) header() {
	bold := b.style(excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E3F1F4"}},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"},
	})
	for i, c := range columns {
		b.set(b.sheet, i+1, headerRow, c.header)
		name := b.columnName(i)
		b.check(b.SetColWidth(b.sheet, name, name, c.width))
	}
	b.check(b.SetCellStyle(b.sheet, cellAt("A", headerRow), cellAt(b.columnName(len(columns)-1), headerRow), bold))
	b.check(b.SetPanes(b.sheet, &excelize.Panes{
		Freeze: true, XSplit: 2, YSplit: headerRow, TopLeftCell: cellAt("C", headerRow+1), ActivePane: "bottomRight",
	}))
}

func (b *book) row(row int, p *product, v *variant, first bool) {
	for i, c := range columns {
		if first || !c.first {
			b.set(b.sheet, i+1, row, c.value(p, v))
		}
	}
}

// formats gives each column its number format, text included: a code that is
// typed into a cell of the format @ keeps its zeros.
func (b *book) formats(last int) {
	for i, c := range columns {
		format := "@"
		if c.format != "" {
			format = c.format
		}
		name := b.columnName(i)
		id := b.style(excelize.Style{CustomNumFmt: &format})
		b.check(b.SetCellStyle(b.sheet, cellAt(name, headerRow+1), cellAt(name, last), id))
	}
}

func (b *book) notes() {
	_, err := b.NewSheet("Notes")
	b.check(err)
	for i, line := range notes {
		b.set("Notes", 1, i+1, line)
	}
	b.check(b.SetColWidth("Notes", "A", "A", 100))
}

func (b *book) columnName(i int) string {
	name, err := excelize.ColumnNumberToName(i + 1)
	b.check(err)
	return name
}

func cellAt(column string, row int) string { return column + strconv.Itoa(row) }
