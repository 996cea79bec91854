// Command gen turns the icons of the window, which are drawn as strokes in the folder
// strokes, into filled areas that Fyne can colour. It is run by go generate in the
// package assets and is no part of the program.
//
// The drawings are of one family: 24 x 24 units, strokes of 1.75 with round ends and
// corners, no fill, in paths of absolute M, L, H, V, C and Z, rectangles and circles.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	from := flag.String("from", "icons/gen/strokes", "folder of the drawings, NAME.svg")
	to := flag.String("to", "icons", "folder that the icons are written to")
	flag.Parse()
	if err := generate(*from, *to); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// generate writes an icon for each drawing.
func generate(from, to string) error {
	drawings, err := filepath.Glob(filepath.Join(from, "*.svg"))
	if err != nil {
		return err
	}
	if len(drawings) == 0 {
		return fmt.Errorf("%s has no drawing", from)
	}
	for _, name := range drawings {
		strokes, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		filled, err := outline(strokes)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(to, filepath.Base(name)), filled, 0o644); err != nil {
			return err
		}
	}
	return nil
}
