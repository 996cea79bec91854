package encode

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Workbook writes an .xlsx file with a sheet for each table. Its rows go through
// temporary files, so that memory does not grow with them; the file itself is
// written at the end.
type Workbook struct {
	file   *excelize.File
	sheets []*sheet
}

type sheet struct {
	table  Table
	stream *excelize.StreamWriter
	row    int
	cells  []any
}

// NewWorkbook returns a writer of a workbook.
func NewWorkbook() *Workbook { return &Workbook{} }

// Limits of a workbook (Excel specifications and limits, Microsoft support, read
// 2026-11).
const (
	MaxCellUnits  = 32767 // UTF-16 units in a cell
	maxSheetName  = 31    // UTF-16 units in the name of a sheet
	maxSheetRows  = 1048576
	sheetNameSign = `:\/?*[]`
)

// CellUnits is the length of a text as a workbook counts it.
func CellUnits(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// CheckSheetName says what is wrong with the name of a sheet.
func CheckSheetName(name string) error {
	switch {
	case name == "" || CellUnits(name) > maxSheetName:
		return fmt.Errorf("the name of a sheet has 1 to %d characters", maxSheetName)
	case strings.ContainsAny(name, sheetNameSign) || strings.Trim(name, "'") != name:
		return fmt.Errorf("the name of a sheet has none of %s and no ' at its ends", sheetNameSign)
	case strings.EqualFold(name, "history"):
		return errors.New("a sheet cannot be called History")
	}
	return nil
}

// Begin makes the sheets and writes their header rows.
func (w *Workbook) Begin(_ io.Writer, head Head) error {
	w.file = excelize.NewFile()
	for i := range head.Tables {
		if err := w.addSheet(i, head.Tables[i]); err != nil {
			return fmt.Errorf("sheet %s: %w", head.Tables[i].Name, err)
		}
	}
	return nil
}

func (w *Workbook) addSheet(i int, table Table) error {
	var err error
	if i == 0 {
		err = w.file.SetSheetName(w.file.GetSheetName(0), table.Name)
	} else {
		_, err = w.file.NewSheet(table.Name)
	}
	if err != nil {
		return err
	}
	stream, err := w.file.NewStreamWriter(table.Name)
	if err != nil {
		return err
	}
	s := &sheet{table: table, stream: stream, cells: make([]any, len(table.Fields))}
	w.sheets = append(w.sheets, s)
	for _, row := range table.Header {
		cells := make([]any, len(row))
		for c := range row {
			cells[c] = row[c]
		}
		if err := s.append(cells); err != nil {
			return err
		}
	}
	return nil
}

// Product writes the rows of a product, each into the sheet of its table.
func (w *Workbook) Product(_ io.Writer, p Product) error {
	for t, rows := range p {
		for _, row := range rows {
			if err := w.sheets[t].add(row); err != nil {
				return fmt.Errorf("sheet %s: %w", w.sheets[t].table.Name, err)
			}
		}
	}
	return nil
}

func (s *sheet) add(row Row) error {
	for i := range row {
		f := &s.table.Fields[i]
		value, err := f.cellValue(f.Cell(row[i]))
		if err != nil {
			return err
		}
		s.cells[i] = value
	}
	return s.append(s.cells)
}

// errCellTooLong says that a text is longer than a cell of a workbook can be.
var errCellTooLong = errors.New("is longer than a cell of a workbook can be")

// cellValue is what excelize makes the right cell of. A number that floating point
// would change stays a text: a code of 18 digits would lose its last ones.
func (f *Field) cellValue(text string) (any, error) {
	switch {
	case text == "":
		return nil, nil
	case f.Kind == Boolean:
		is, ok := ParseBoolean(text)
		if !ok {
			return nil, fmt.Errorf("%s: %q %w", f.Name, text, errNotBoolean)
		}
		return is, nil
	case f.Kind == Number:
		if !IsNumber(text) {
			return nil, fmt.Errorf("%s: %q %w", f.Name, text, errNotNumber)
		}
		if number, err := strconv.ParseFloat(text, 64); err == nil && digits(text) <= exactDigits {
			return number, nil
		}
	case CellUnits(text) > MaxCellUnits:
		return nil, fmt.Errorf("%s: the text %w", f.Name, errCellTooLong)
	}
	return text, nil
}

// exactDigits is how many digits a cell's number keeps.
const exactDigits = 15

func digits(number string) int { return len(strings.Trim(number, "-.")) }

func (s *sheet) append(cells []any) error {
	s.row++
	if s.row > maxSheetRows {
		return fmt.Errorf("a sheet has at most %d rows", maxSheetRows)
	}
	return s.stream.SetRow("A"+strconv.Itoa(s.row), cells)
}

// End writes the file.
func (w *Workbook) End(out io.Writer) error {
	for _, s := range w.sheets {
		if err := s.stream.Flush(); err != nil {
			return err
		}
	}
	temp, err := os.CreateTemp("", "workbook-*.xlsx")
	if err != nil {
		return err
	}
	err = w.file.Write(temp)
	if err == nil {
		err = sortZip(out, temp)
	}
	return errors.Join(err, temp.Close(), os.Remove(temp.Name()))
}

// sortZip copies a zip file with its parts in order: excelize writes the sheets in the
// order of a map, and a feed has the same bytes every time.
func sortZip(out io.Writer, in *os.File) error {
	size, err := in.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(in, size)
	if err != nil {
		return err
	}
	slices.SortFunc(archive.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	sorted := zip.NewWriter(out)
	for _, part := range archive.File {
		if err := sorted.Copy(part); err != nil {
			return err
		}
	}
	return sorted.Close()
}

// Close removes the temporary files.
func (w *Workbook) Close() error {
	if w.file == nil {
		return nil
	}
	return w.file.Close()
}
