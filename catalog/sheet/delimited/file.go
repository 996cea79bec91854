package delimited

import (
	"context"
	"fmt"
	"io"
	"strings"

	"tradewind.app/catalog/sheet/grid"
)

// Options say what the bytes do not, or say wrongly.
type Options struct {
	Encoding  string // "" to detect it from the bytes
	Delimiter byte   // 0 to detect it from the first lines
}

// File is an open CSV or TSV file.
type File struct {
	r          io.ReaderAt
	size       int64
	start      int64
	encoding   string
	delimiter  byte
	width      int  // fields of most lines
	told       bool // by a sep= line, which is no row
	unreadable int
	reread     int64 // bytes of the last pass that were read again
}

// Open detects encoding and delimiter. r must stay open until the last row is read.
func Open(r io.ReaderAt, size int64, o Options) (*File, error) {
	if size > maxFile {
		return nil, grid.Refuse("file-too-large", "size", megabytes(size), "max", megabytes(maxFile))
	}
	f := &File{r: r, size: size}
	var err error
	if f.encoding, f.start, err = settleEncoding(r, size, o.Encoding); err != nil {
		return nil, err
	}
	head, err := f.head()
	if err != nil {
		return nil, err
	}
	f.delimiter, f.told = separator(head)
	if !f.told {
		f.delimiter = sniff(head)
	}
	if o.Delimiter != 0 {
		f.delimiter = o.Delimiter
	}
	f.width = usualWidth(head, f.delimiter)
	return f, nil
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", (n+1<<20-1)>>20) }

// Encoding is the name of the encoding the file is read in.
func (f *File) Encoding() string { return f.encoding }

// Delimiter is what is between the fields.
func (f *File) Delimiter() byte { return f.delimiter }

// Unreadable counts the cells of the last pass with bytes that the encoding does
// not have; they were read as U+FFFD, or are as they are in UTF-8.
func (f *File) Unreadable() int { return f.unreadable }

// Rows streams the filled rows. A row's number is the line in which it begins.
func (f *File) Rows(ctx context.Context) grid.Rows {
	return func(yield func(*grid.Row, error) bool) {
		text, err := decoder(f.r, f.size, f.encoding, f.start)
		if err != nil {
			yield(nil, err)
			return
		}
		f.unreadable = 0
		r := newReader(text, f.delimiter)
		r.width = f.width
		for {
			row, err := r.next(ctx)
			f.unreadable, f.reread = r.unreadable, int64(r.quotes.reread)
			switch {
			case err != nil:
				yield(nil, err)
				return
			case row == nil:
				return
			case f.told && row.Number == 1:
			case !yield(row, nil):
				return
			}
		}
	}
}

// head returns the first lines as UTF-8.
func (f *File) head() (string, error) {
	text, err := decoder(f.r, f.size, f.encoding, f.start)
	if err != nil {
		return "", err
	}
	buf := make([]byte, 64<<10)
	n, err := io.ReadFull(text, buf)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return "", fmt.Errorf("read the beginning of the file: %w", err)
	}
	return string(buf[:n]), nil
}

// separator reads the first line that Excel takes as an instruction: sep=;
func separator(head string) (byte, bool) {
	line, _, _ := strings.Cut(head, "\n")
	line = strings.Trim(strings.TrimSuffix(line, "\r"), `"`)
	rest, ok := strings.CutPrefix(strings.ToLower(line), "sep=")
	if !ok || len(rest) != 1 || rest[0] >= 0x80 {
		return 0, false
	}
	return rest[0], true
}

// sniff chooses the delimiter under which most records of the head have the same
// number of fields, more than one. A width that few records have does not count where
// another delimiter gives a common one: commas of one long text divide that record only.
func sniff(head string) byte {
	for _, strict := range []bool{true, false} {
		for _, common := range []bool{true, false} {
			best, most := byte(','), 0
			for _, d := range []byte{',', '\t', ';', '|'} {
				if score := consistency(head, d, strict, common); score > most {
					best, most = d, score
				}
			}
			if most > 0 {
				return best
			}
		}
	}
	return ','
}

// sniffRecords is how many records are looked at.
const sniffRecords = 50

// consistency counts the fields in the records that have the commonest number of
// them. Fields and not records: a comma in every title divides it in two, the
// tabs beside it divide the row in sixty. In strict counting a record with a quotation
// mark within a field does not count: under the right delimiter marks are around
// fields, and the semicolons of an HTML style within them divide nothing. With common a
// width counts that a third of the records have.
func consistency(head string, delimiter byte, strict, common bool) int {
	counts, all, score := widths(head, delimiter, func(r *reader) bool { return !strict || !r.stray }), 0, 0
	for _, records := range counts {
		all += records
	}
	for fields, records := range counts {
		if fields > 1 && (!common || records*3 >= all) {
			score = max(score, (fields-1)*records)
		}
	}
	return score
}

// widths counts those first records of the head that keep wants by their number of
// fields.
func widths(head string, delimiter byte, keep func(*reader) bool) map[int]int {
	r := newReader(strings.NewReader(head), delimiter)
	counts := map[int]int{}
	for range sniffRecords {
		row, err := r.next(context.Background())
		if err != nil || row == nil {
			break
		}
		if keep(r) {
			counts[r.fields]++
		}
	}
	return counts
}

// usualWidth is the number of fields that most records of the head have, of two
// numbers the larger. Records whose marks contradict each other count only where
// there are no other ones.
func usualWidth(head string, delimiter byte) int {
	width, most := 0, 0
	sound := func(r *reader) bool { return !r.stray && !r.quotes.odd }
	for _, keep := range []func(*reader) bool{sound, func(*reader) bool { return true }} {
		for fields, records := range widths(head, delimiter, keep) {
			if records > most || records == most && fields > width {
				width, most = fields, records
			}
		}
		if most > 0 {
			break
		}
	}
	return width
}
