// Command gen writes the sample shop: the workbook shop.xlsx and the pictures
// that it names, from the product lists in shop/*.toml and the drawings in
// shapes.txt; and the program's icon. It is run by go generate in the package assets and is no part of
// the program.
//
// The same input gives the same workbook, cell by cell, and the same pictures.
// Shops, brands, people and codes in it are invented; the GTINs begin with
// 952 and 614141, which GS1 keeps for examples.
package main

import (
	"flag"
	"fmt"
	"image"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	folder := flag.String("o", ".", "the folder assets, to write samples/ and icons/ in")
	flag.Parse()
	if err := generate(*folder); err != nil {
		log.Fatal(err)
	}
}

// generate writes everything below the folder assets.
func generate(folder string) error {
	products, err := loadShop()
	if err != nil {
		return err
	}
	shapes, err := loadShapes()
	if err != nil {
		return err
	}
	if err := drawIcon(filepath.Join(folder, "icons", "tradewind.png"), shapes["tradewind"]); err != nil {
		return fmt.Errorf("draw the icon: %w", err)
	}
	samples := filepath.Join(folder, "samples")
	if err := drawPictures(samples, products, shapes); err != nil {
		return err
	}
	return writeBook(filepath.Join(samples, "shop.xlsx"), products)
}

// drawPictures writes the pictures and removes those of an earlier run, so
// that none stays that no product names.
func drawPictures(samples string, products []product, shapes map[string]*shape) error {
	images := filepath.Join(samples, "images")
	if err := os.RemoveAll(images); err != nil {
		return fmt.Errorf("remove the old pictures: %w", err)
	}
	if err := os.MkdirAll(images, 0o777); err != nil {
		return fmt.Errorf("make the folder of pictures: %w", err)
	}
	for i := range products {
		for _, pic := range products[i].pictures() {
			img, err := products[i].photo(shapes, pic.colour, side)
			if err != nil {
				return fmt.Errorf("draw %s: %w", pic.file, err)
			}
			if err := writePicture(filepath.Join(samples, pic.file), img); err != nil {
				return err
			}
		}
	}
	return nil
}

// photo draws the product in a colour of its axis, "" for none.
func (p *product) photo(shapes map[string]*shape, colour string, side int) (*image.RGBA, error) {
	s, ok := shapes[p.Shape]
	if !ok {
		return nil, fmt.Errorf("no shape %q", p.Shape)
	}
	colours, err := s.paletteOf(colour, p.number)
	if err != nil {
		return nil, err
	}
	return s.photo(colours, side)
}

// drawIcon draws the program's sign on a clear ground, in the size that Fyne
// asks of an application's icon.
func drawIcon(name string, s *shape) error {
	colours, err := s.paletteOf("", 0)
	if err != nil {
		return err
	}
	img := image.NewRGBA(image.Rect(0, 0, 512, 512))
	if err := s.paint(img, colours); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	return writePicture(name, img)
}
