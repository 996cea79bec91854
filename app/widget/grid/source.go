package grid

import (
	"image"

	"tradewind.app/app/widget"
)

// Source is what a grid shows. It is asked on the window's thread only and
// must answer at once: a row that is not at hand yet is not ok, and Refresh is
// called when it is.
type Source interface {
	// Len is how many rows there are.
	Len() int
	// Key identifies a row whatever its place in the list; not ok while it
	// is not known.
	Key(row int) (string, bool)
	// Row has a cell for each of the grid's columns, in the order they were given in.
	Row(row int) ([]Cell, bool)
}

// Cell is what is in one column of one row.
type Cell struct {
	Text  string        // what is shown
	Tail  string        // is behind the text, also where that is cut
	Hint  string        // shown while the pointer rests on the cell; without it a text that is cut is
	Value string        // what is edited and copied
	Tone  widget.Tone   // Neutral: the column's own colour
	Blank bool          // Text represents nothing, and is faint
	Edit  bool          // may be edited in its place
	Dots  []widget.Tone // of a DotsColumn
	Image image.Image   // of a PictureColumn; nil while it is not known
	Lacks bool          // of a PictureColumn: there is none
}

// ColumnKind says how the cells of a column are drawn.
type ColumnKind uint8

// The kinds of columns.
const (
	TextColumn    ColumnKind = iota
	FigureColumn             // aligned right
	PictureColumn            // a thumbnail
	DotsColumn               // lights
)

// Column is one column of a grid.
type Column struct {
	Key    string // what identifies it in arrangements and callbacks
	Title  string
	Kind   ColumnKind
	Width  float32
	Grow   bool // takes a share of the width that is left
	Sorts  bool // a tap on its title sorts by it
	Strong bool // its texts are of the ink colour, not muted
	Hidden bool // not shown until it is chosen
}

// Arrangement is what a person made of the columns: it is kept by whoever shows
// the grid. Columns that it does not name are as they were given.
type Arrangement struct {
	Order  []string           `json:"order,omitempty"` // the columns shown
	Widths map[string]float32 `json:"widths,omitempty"`
}

// Sort is the column that the rows are sorted by; the zero Sort is none.
type Sort struct {
	Key  string
	Desc bool
}
