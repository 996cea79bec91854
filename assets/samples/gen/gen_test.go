package main

import (
	"fmt"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"tradewind.app/catalog"
)

func TestShopHasItsCounts(t *testing.T) {
	products, err := loadShop()
	if err != nil {
		t.Fatal(err)
	}
	variants := 0
	for _, p := range products {
		variants += len(p.variants)
	}
	if len(products) != 120 || variants != 300 {
		t.Errorf("the shop has %d products, %d variants; want 120, 300", len(products), variants)
	}
}

// TestWorkbookIsGenerated compares cell by cell: the bytes of a zip are no
// measure, and nobody may mend the shipped file by hand.
func TestWorkbookIsGenerated(t *testing.T) {
	products, err := loadShop()
	if err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(t.TempDir(), "shop.xlsx")
	if err := writeBook(fresh, products); err != nil {
		t.Fatal(err)
	}
	got, want := dump(t, "../shop.xlsx"), dump(t, fresh)
	if len(got) != len(want) {
		t.Fatalf("the shipped workbook has %d cells, the generated one %d: run make sample", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("shipped %s, generated %s: run make sample", got[i], want[i])
		}
	}
}

// dump lists the cells of a workbook with their types, in order.
func dump(t *testing.T, name string) []string {
	t.Helper()
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cells []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, value := range row {
				at, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				kind, err := f.GetCellType(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				cells = append(cells, fmt.Sprintf("%s!%s %d %q", sheet, at, kind, value))
			}
		}
	}
	return cells
}

// TestPicturesAreGenerated draws every tenth picture again. Floating point
// differs a little between processors, so the pixels may too.
func TestPicturesAreGenerated(t *testing.T) {
	products, err := loadShop()
	if err != nil {
		t.Fatal(err)
	}
	shapes, err := loadShapes()
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(products); i += 10 {
		p := &products[i]
		pic := p.pictures()[0]
		want, err := p.photo(shapes, pic.colour, side)
		if err != nil {
			t.Fatal(err)
		}
		got := open(t, filepath.Join("..", pic.file))
		if d := difference(got, want); d > 3 {
			t.Errorf("%s differs from its drawing by %d of 255 on average: run make sample", pic.file, d)
		}
	}
}

func open(t *testing.T, name string) image.Image {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return img
}

// difference is the mean over all channels, in steps of 255; 255 for pictures
// of different size.
func difference(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return 255
	}
	sum, n := 0, 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y += 4 {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x += 4 {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			sum += apart(r1, r2) + apart(g1, g2) + apart(b1, b2)
			n += 3
		}
	}
	return sum / n
}

func apart(a, b uint32) int { return max(int(a>>8), int(b>>8)) - min(int(a>>8), int(b>>8)) }

func TestEveryProductCanBeDrawn(t *testing.T) {
	products, err := loadShop()
	if err != nil {
		t.Fatal(err)
	}
	shapes, err := loadShapes()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{"tradewind": true}
	for i := range products {
		used[products[i].Shape] = true
		for _, pic := range products[i].pictures() {
			img, err := products[i].photo(shapes, pic.colour, 40)
			if err != nil {
				t.Fatalf("%s: %v", pic.file, err)
			}
			if paintedShare(img) < 5 {
				t.Errorf("%s: almost nothing is drawn", pic.file)
			}
		}
	}
	for name := range shapes {
		if !used[name] {
			t.Errorf("no product has the shape %s", name)
		}
	}
}

// paintedShare is the percentage of pixels that are not white.
func paintedShare(img *image.RGBA) int {
	painted := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] != 255 || img.Pix[i+1] != 255 || img.Pix[i+2] != 255 {
			painted++
		}
	}
	return painted * 100 / (len(img.Pix) / 4)
}

func TestOnlyTheMistakesAreWrong(t *testing.T) {
	products, err := loadShop()
	if err != nil {
		t.Fatal(err)
	}
	var wrong []string
	seen := map[string]bool{}
	for i := range products {
		p := &products[i]
		if len(p.Title) > 150 {
			wrong = append(wrong, "long title "+p.Style)
		}
		for _, v := range p.variants {
			if _, err := catalog.ParseGTIN(v.GTIN); err != nil {
				wrong = append(wrong, "gtin "+v.SKU)
			}
			if v.Price == "" {
				wrong = append(wrong, "price "+v.SKU)
			}
			if seen[v.SKU] || seen[v.GTIN] {
				wrong = append(wrong, "twice "+v.SKU)
			}
			seen[v.SKU], seen[v.GTIN] = true, true
		}
	}
	slices.Sort(wrong)
	want := []string{"gtin FD-103", "gtin SK-107-PEPPE", "long title HO-109", "price BK-108-TYB", "twice AP-109-BURGU-M"}
	if !slices.Equal(wrong, want) {
		t.Errorf("wrong = %q, want %q", wrong, want)
	}
}

func TestREADMETellsTheMistakes(t *testing.T) {
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mistakes {
		if line := fmt.Sprintf("| %s | %s |", m.sku, m.name); !strings.Contains(string(data), line) {
			t.Errorf("README.md lacks the line %q", line)
		}
	}
}

func TestTextsKeepToGBK(t *testing.T) {
	products, err := loadShop()
	if err != nil {
		t.Fatal(err)
	}
	var odd []string
	for i := range products {
		p := &products[i]
		for _, text := range append([]string{p.Title, p.Intro, p.Material}, p.Points...) {
			if len(catalog.Unencodable(text, catalog.GBK)) > 0 {
				odd = append(odd, p.Style)
				break
			}
		}
	}
	if want := []string{"SK-108", "BK-109"}; !slices.Equal(odd, want) {
		t.Errorf("texts outside GBK in %q, want %q", odd, want)
	}
}

func TestExampleGTINs(t *testing.T) {
	tests := []struct{ digits, want string }{
		{"01234567890", "012345678905"},
		{"400638133393", "4006381333931"},
		{"9521101530000"[:12], "9521101530001"},
	}
	for _, tt := range tests {
		got := withCheckDigit(tt.digits)
		if _, err := catalog.ParseGTIN(got); err != nil || got != tt.want {
			t.Errorf("withCheckDigit(%s) = %s (%v), want %s", tt.digits, got, err, tt.want)
		}
	}
}

func TestOutlinesThatCannotBeRead(t *testing.T) {
	tests := []string{"M 1", "M 1 x", "X 1 2", "oval 1 2 3", "rect 1 2 3 4", "rect 1 2 3 4 wide", "M 1 2 L 3"}
	for _, tt := range tests {
		if got, err := parseOutline(strings.Fields(tt)); err == nil {
			t.Errorf("parseOutline(%q) = %v, want an error", tt, got)
		}
	}
}
