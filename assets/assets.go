// Package assets holds the files that ship inside the program: term bases, the
// sample shop, icons. It only hands out file systems; it must not know what is
// in them, and nobody but the program's outer ring (main, app) imports it:
// whoever reads a term base or a sample is handed an fs.FS.
package assets

import (
	"embed"
	"io/fs"
)

//go:generate go run ./samples/gen -o .

//go:embed samples/README.md samples/shop.xlsx samples/images terms/*.tsv
var files embed.FS

// Icon is the program's sign, a PNG of 512 x 512 pixels.
//
//go:embed icons/tradewind.png
var Icon []byte

// Terms holds the shipped term bases: *.tsv in the format that terms/README.md
// describes.
func Terms() fs.FS { return below("terms") }

// Samples holds the sample shop: shop.xlsx, the pictures that it names below
// images/, and README.md, which tells what is wrong in it on purpose.
func Samples() fs.FS { return below("samples") }

// below cannot fail on a name that is written here.
func below(folder string) fs.FS {
	sub, err := fs.Sub(files, folder)
	if err != nil {
		panic(err)
	}
	return sub
}
