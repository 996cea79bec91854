package check

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Origin is where the lines of a table were read, and when.
type Origin struct {
	Source  string
	Checked string // 2026-12-01
}

// Line is a line of a table.
type Line struct {
	Origin

	Cells []string
	place string
}

// Fault says what is wrong with the line.
func (l Line) Fault(format string, args ...any) error {
	return fmt.Errorf("%s: %w", l.place, fmt.Errorf(format, args...))
}

// ReadTable reads a tab-separated table that the program ships, strictly. Lines that
// start with # are comments; of these "# source: ..." and "# checked: 2026-12-01" are
// the origin of the lines below them, without which no line may be. The first line that
// is no comment names the columns.
func ReadTable(fsys fs.FS, name string, columns []string, add func(Line) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() // opened for reading: nothing can be lost
	scanner := bufio.NewScanner(f)
	var origin Origin
	header := false
	for n := 1; scanner.Scan(); n++ {
		text := scanner.Text()
		line := Line{Origin: origin, Cells: strings.Split(text, "\t"), place: fmt.Sprintf("%s:%d", path.Base(name), n)}
		switch {
		case text == "":
		case strings.HasPrefix(text, "#"):
			origin.note(text)
		case !header:
			if header = slices.Equal(line.Cells, columns); !header {
				return line.Fault("the first line must name the columns %s", strings.Join(columns, ", "))
			}
		default:
			if err := line.check(len(columns)); err != nil {
				return err
			}
			if err := add(line); err != nil {
				return line.Fault("%w", err)
			}
		}
	}
	return scanner.Err()
}

// note keeps the origin that a comment gives.
func (o *Origin) note(comment string) {
	if source, ok := strings.CutPrefix(comment, "# source: "); ok {
		o.Source, o.Checked = source, ""
	}
	if day, ok := strings.CutPrefix(comment, "# checked: "); ok {
		o.Checked = day
	}
}

func (l Line) check(columns int) error {
	if len(l.Cells) != columns {
		return l.Fault("it has %d columns, want %d", len(l.Cells), columns)
	}
	if l.Cells[0] == "" {
		return l.Fault("the first column is empty")
	}
	if l.Source == "" {
		return l.Fault("no source is named above it")
	}
	if _, err := time.Parse(time.DateOnly, l.Checked); err != nil {
		return l.Fault("no day is named above it")
	}
	return nil
}

// TableVersion identifies the contents of tables: a hash over them.
func TableVersion(fsys fs.FS, names ...string) (string, error) {
	sum := sha256.New()
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", err
		}
		sum.Write(b)
		sum.Write([]byte{0})
	}
	return hex.EncodeToString(sum.Sum(nil)[:8]), nil
}
