package terms

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"

	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/words"
)

// columns are the columns of a glossary, in order. A shipped file has one more, which
// says who reviewed the line.
var columns = []string{"en", "zh-Hans", "zh-Hant", "part", "status", "weight", "category", "note"}

// What can be wrong with the shipped term files besides their lines.
var errNoTerms = errors.New("no term file (*.tsv)")

// Load reads the term files of a folder into a term base.
func Load(lx *words.Lexicon, fsys fs.FS) (*Base, error) {
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
	return NewBase(lx, all), nil
}

// termKey is what makes a term one of its kind.
type termKey struct {
	english  string
	part     Part
	category string
	status   Status
}

func loadFile(fsys fs.FS, name string, seen map[termKey]string) ([]Term, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() // opened for reading: nothing can be lost
	return readTerms(path.Base(name), f, seen)
}

// readTerms reads one file. seen has the place of every term so far.
func readTerms(name string, r io.Reader, seen map[termKey]string) ([]Term, error) {
	var terms []Term
	err := table.Scan(name, r, append(columns[:len(columns):len(columns)], "reviewed"), func(place string, cells []string) error {
		t, err := parseTerm(cells)
		if err != nil {
			return err
		}
		key := termKey{t.English, t.Part, t.Category, t.Status}
		if first := seen[key]; first != "" {
			return fmt.Errorf("%q %w, first at %s", t.English, table.Duplicate, first)
		}
		seen[key] = place
		terms = append(terms, t)
		return nil
	})
	return terms, err
}

// parseTerm reads one line of a shipped file.
func parseTerm(cells []string) (Term, error) {
	weight, err := strconv.Atoi(cells[5])
	if err != nil {
		return Term{}, errBadWeight
	}
	t := Term{
		English: cells[0], Hans: cells[1], Hant: cells[2], Part: Part(cells[3]), Status: Status(cells[4]),
		Weight: weight, Category: cells[6], Note: cells[7],
	}
	if t.Reviewed, err = ParseReview(cells[8]); err != nil {
		return Term{}, err
	}
	return t, t.validate()
}
