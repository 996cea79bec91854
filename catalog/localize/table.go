package localize

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What can be wrong with a table.
var (
	errCells        = errors.New("wrong number of columns")
	errNotUTF8      = errors.New("not UTF-8")
	errDuplicate    = errors.New("is there twice")
	errTableEmpty   = errors.New("the first column is empty")
	errTableValue   = errors.New("unknown")
	errTableChinese = errors.New("Chinese is missing, or not wanted here")
	errTableScale   = errors.New("the size is not a number")
)

func unknownValue(column, value string) error {
	return fmt.Errorf("%w %s %q", errTableValue, column, value)
}

// enter adds a line to a map, which has each key once.
func enter[V any](m map[string]V, key string, v V) error {
	if _, there := m[key]; there {
		return fmt.Errorf("%q %w", key, errDuplicate)
	}
	m[key] = v
	return nil
}

// readTable reads a file whose first line names its columns, and hands the cells of
// each further line to add. Every error names file and line.
func readTable(fsys fs.FS, name string, columns []string, add func(cells []string) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() // opened for reading: nothing can be lost
	return scanTable(path.Base(name), f, columns, func(_ string, cells []string) error {
		if cells[0] == "" {
			return errTableEmpty
		}
		return add(cells)
	})
}

// scanTable reads the lines of a table. Lines that start with # and have no tab are
// comments.
func scanTable(name string, r io.Reader, columns []string, add func(place string, cells []string) error) error {
	lines := bufio.NewScanner(r)
	header := false
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		place := name + ":" + strconv.Itoa(n)
		switch {
		case !utf8.ValidString(line):
			return fmt.Errorf("%s: %w", place, errNotUTF8)
		case line == "" || strings.HasPrefix(line, "#") && !strings.Contains(line, "\t"):
			continue
		case !header:
			if line != strings.Join(columns, "\t") {
				return fmt.Errorf("%s: the first line that is no comment must name the columns %s", place, strings.Join(columns, ", "))
			}
			header = true
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != len(columns) {
			return fmt.Errorf("%s: %w: %d instead of %d", place, errCells, len(cells), len(columns))
		}
		if err := add(place, cells); err != nil {
			return fmt.Errorf("%s: %w", place, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
