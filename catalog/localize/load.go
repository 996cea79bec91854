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

// columns are the columns of a shipped term file, in order.
var columns = []string{"en", "zh-Hans", "zh-Hant", "part", "status", "weight", "category", "note"}

// What can be wrong with a shipped term file besides its terms.
var (
	errHeader    = errors.New("the first line that is no comment must name the columns " + strings.Join(columns, ", "))
	errCells     = errors.New("wrong number of columns")
	errNotUTF8   = errors.New("not UTF-8")
	errDuplicate = errors.New("stands twice")
	errNoTerms   = errors.New("no term file (*.tsv)")
)

// LoadTerms reads every *.tsv of a folder, in the order of their names, into a
// term base. It is strict: a wrong line is an error that names file and line,
// since what the program ships must be right.
func LoadTerms(fsys fs.FS) (*TermBase, error) {
	names, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return nil, fmt.Errorf("list term files: %w", err)
	}
	if len(names) == 0 {
		return nil, errNoTerms
	}
	var all []Term
	seen := map[termKey]string{}
	for _, name := range names {
		terms, err := loadFile(fsys, name, seen)
		if err != nil {
			return nil, fmt.Errorf("read terms: %w", err)
		}
		all = append(all, terms...)
	}
	return NewTermBase(all), nil
}

// termKey is what makes a term one of its kind.
type termKey struct {
	english  string
	part     Part
	category string
	status   TermStatus
}

func loadFile(fsys fs.FS, name string, seen map[termKey]string) ([]Term, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() // opened for reading: nothing can be lost
	return readTerms(path.Base(name), f, seen)
}

// readTerms reads one file. seen holds the place of every term so far.
func readTerms(name string, r io.Reader, seen map[termKey]string) ([]Term, error) {
	var terms []Term
	lines := bufio.NewScanner(r)
	header := false
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		place := name + ":" + strconv.Itoa(n)
		switch {
		case !utf8.ValidString(line):
			return nil, fmt.Errorf("%s: %w", place, errNotUTF8)
		case line == "" || strings.HasPrefix(line, "#") && !strings.Contains(line, "\t"):
			continue
		case !header:
			if line != strings.Join(columns, "\t") {
				return nil, fmt.Errorf("%s: %w", place, errHeader)
			}
			header = true
			continue
		}
		t, err := parseTerm(line)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", place, err)
		}
		key := termKey{t.English, t.Part, t.Category, t.Status}
		if first := seen[key]; first != "" {
			return nil, fmt.Errorf("%s: %q %w, first at %s", place, t.English, errDuplicate, first)
		}
		seen[key] = place
		terms = append(terms, t)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return terms, nil
}

// parseTerm reads one line of a shipped file.
func parseTerm(line string) (Term, error) {
	cells := strings.Split(line, "\t")
	if len(cells) != len(columns) {
		return Term{}, fmt.Errorf("%w: %d instead of %d", errCells, len(cells), len(columns))
	}
	weight, err := strconv.Atoi(cells[5])
	if err != nil {
		return Term{}, errBadWeight
	}
	t := Term{
		English: cells[0], Hans: cells[1], Hant: cells[2], Part: Part(cells[3]), Status: TermStatus(cells[4]),
		Weight: weight, Category: cells[6], Note: cells[7],
	}
	return t, t.validate()
}
