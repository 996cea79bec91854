// Package table reads the tab-separated tables that the program ships, strictly: every
// error names file and line.
package table

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Fault is what can be wrong with a line of a shipped table. It is a mistake of ours,
// which a test finds; no person meets it.
type Fault string

func (f Fault) Error() string { return string(f) }

// The faults.
const (
	Cells     Fault = "wrong number of columns"
	NotUTF8   Fault = "not UTF-8"
	Duplicate Fault = "is there twice"
	Empty     Fault = "the first column is empty"
	NoValue   Fault = "unknown"
	Chinese   Fault = "Chinese is missing, or not wanted here"
	Size      Fault = "the size is not a number"
)

// Unknown is the fault of a value that a column does not have.
func Unknown(column, value string) error {
	return fmt.Errorf("%w %s %q", NoValue, column, value)
}

// Enter adds a line to a map, which has each key once.
func Enter[V any](m map[string]V, key string, v V) error {
	if _, there := m[key]; there {
		return fmt.Errorf("%q %w", key, Duplicate)
	}
	m[key] = v
	return nil
}

// EnterChinese is Enter of Chinese, which must be there.
func EnterChinese(m map[string]string, key, chinese string) error {
	if chinese == "" {
		return Chinese
	}
	return Enter(m, key, chinese)
}

// File is a table and what takes its lines.
type File struct {
	Name    string
	Columns string // in order, separated by spaces
	Add     func(cells []string) error
}

// ReadAll reads tables in their order.
func ReadAll(fsys fs.FS, files []File) error {
	for _, f := range files {
		if err := Read(fsys, f.Name, strings.Fields(f.Columns), f.Add); err != nil {
			return err
		}
	}
	return nil
}

// Read reads a file whose first line names its columns, and hands the cells of
// each further line to add. Every error names file and line.
func Read(fsys fs.FS, name string, columns []string, add func(cells []string) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() // opened for reading: nothing can be lost
	return Scan(path.Base(name), f, columns, func(_ string, cells []string) error {
		if cells[0] == "" {
			return Empty
		}
		return add(cells)
	})
}

// Scan reads the lines of a table. Lines that start with # and have no tab are
// comments.
func Scan(name string, r io.Reader, columns []string, add func(place string, cells []string) error) error {
	lines := bufio.NewScanner(r)
	header := false
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		place := name + ":" + strconv.Itoa(n)
		switch {
		case !utf8.ValidString(line):
			return fmt.Errorf("%s: %w", place, NotUTF8)
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
			return fmt.Errorf("%s: %w: %d instead of %d", place, Cells, len(cells), len(columns))
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
