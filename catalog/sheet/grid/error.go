package grid

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// FormatError says in one sentence why a file is not read and what to do. Code is
// stable; package app/text says it in the person's language.
type FormatError struct {
	Code string
	Args map[string]string
	Err  error // the cause below, where there is one; for logs
}

// Refuse makes a FormatError; args are pairs of name and value.
func Refuse(code string, args ...string) *FormatError {
	e := &FormatError{Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if e.Args == nil {
			e.Args = make(map[string]string, len(args)/2)
		}
		e.Args[args[i]] = args[i+1]
	}
	return e
}

// Damaged makes the FormatError of a file that is not whole. part is what of it.
func Damaged(part string, cause error) *FormatError {
	e := Refuse("file-damaged", "part", part)
	e.Err = cause
	return e
}

// Wrap makes err the error of a damaged part, unless it says something better: a
// refusal of its own, that somebody cancelled, or that a disk failed.
func Wrap(part string, err error) error {
	var refused *FormatError
	var disk *fs.PathError
	switch {
	case err == nil, errors.As(err, &refused), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &disk):
		return fmt.Errorf("read %s: %w", part, err)
	case errors.Is(err, io.EOF):
		err = io.ErrUnexpectedEOF
	}
	return Damaged(part, err)
}

func (e *FormatError) Error() string {
	sentence, ok := sentences[e.Code]
	if !ok {
		sentence = e.Code
	}
	for name, value := range e.Args {
		sentence = strings.ReplaceAll(sentence, "{"+name+"}", value)
	}
	return sentence
}

func (e *FormatError) Unwrap() error { return e.Err }

// Codes lists the codes of all FormatErrors, so that a test can check that the
// translations are complete.
func Codes() []string {
	codes := make([]string, 0, len(sentences))
	for code := range sentences {
		codes = append(codes, code)
	}
	return codes
}

const saveAs = "Open it in Excel or LibreOffice and save it as .xlsx, then import that."

var sentences = map[string]string{
	"file-empty":        "The file is empty (0 bytes). Save or download it again.",
	"file-too-large":    "The file is too large to be a product list ({size}, the limit is {max}). Split it into smaller files.",
	"file-damaged":      "The file is damaged or was not downloaded completely ({part}). Nothing was imported; get the file again, or open it in Excel and save it as a new .xlsx.",
	"file-lock":         "This is the small lock file that Excel keeps while a workbook is open. Import the workbook of the same name without ~$ instead.",
	"file-swollen":      "The file unpacks to far more data than a spreadsheet has ({part}). If it is yours, copy the products into a new workbook and import that.",
	"format-xls":        "This is an old Excel file (.xls). " + saveAs,
	"format-xlsb":       "This is a binary Excel workbook (.xlsb). " + saveAs,
	"format-ods":        "This is an OpenDocument spreadsheet (.ods). " + saveAs,
	"format-encrypted":  "This workbook is protected by a password. Open it in Excel, take the password off (File, Info, Protect Workbook) and save it, then import it.",
	"format-html":       "This is a web page, not a workbook, whatever its name says. " + saveAs,
	"format-xml2003":    "This is an Excel 2003 XML file. " + saveAs,
	"format-xml":        "This is an XML file that is no spreadsheet. Export the products as .xlsx or .csv and import that.",
	"format-zip":        "This is a zip archive without a workbook in it. Unpack it and import the .xlsx or .csv file inside.",
	"format-document":   "This is a text document or presentation, not a spreadsheet. Put the products into a table in Excel and import that.",
	"format-binary":     "This is not a spreadsheet. Export the products as .xlsx or .csv and import that.",
	"format-doctype":    "The workbook has an XML document type, which no spreadsheet program writes. Open it in Excel and save it as a new .xlsx, then import that.",
	"format-nesting":    "The workbook's XML is nested {depth} levels deep, which no spreadsheet program writes. Open it in Excel and save it as a new .xlsx, then import that.",
	"sheet-none":        "The workbook has no sheet with cells. Put the products on a worksheet and save it.",
	"sheet-missing":     "The file has no sheet named {sheet}; it has {sheets}.",
	"sheet-too-large":   "The sheet {sheet} has more than {max} {what}. Split it into smaller files.",
	"cell-address":      "The sheet {sheet} has a cell with the address {address}, which no spreadsheet has. Open it in Excel and save it as a new .xlsx, then import that.",
	"encoding-unknown":  "{encoding} is not a text encoding that can be read. Use utf-8, utf-16, gb18030, big5 or windows-1252.",
	"csv-open-quote":    "A quotation mark opened on line {line} is never closed, so the rows after it cannot be separated. Close or remove it, then import again.",
	"header-row-absent": "The sheet {sheet} has no row {row} with column names.",
	"column-unknown":    "The sheet {sheet} has no column {column}; its columns are {columns}.",
	"field-unknown":     "{field} is not a field that a column can be imported into.",
}
