package sheet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog/sheet/grid"
)

// format is what a file turned out to be.
type format uint8

const (
	workbook format = iota // OOXML
	text                   // CSV or TSV
)

// sniff detects what a file is by its first bytes: names lie, an .xls is often a
// web page or an .xlsx. What cannot be read is a *FormatError with what to do.
func sniff(name string, r io.ReaderAt, size int64) (format, error) {
	if size == 0 {
		return 0, grid.Refuse("file-empty")
	}
	if strings.HasPrefix(name, "~$") {
		return 0, grid.Refuse("file-lock")
	}
	head := make([]byte, min(size, 4<<10))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return 0, fmt.Errorf("read %s: %w", name, err)
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return 0, grid.Refuse(compound(r, head))
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return workbook, nil
	}
	if code := markup(head); code != "" {
		return 0, grid.Refuse(code)
	}
	if binaryData(head) {
		return 0, grid.Refuse("format-binary")
	}
	return text, nil
}

// compound distinguishes an old .xls from an encrypted workbook, which is an OLE file
// with the workbook in a stream called EncryptedPackage (MS-OFFCRYPTO 1.3.2). The
// names are in the directory (MS-CFB 2.6), of which the first part is enough.
func compound(r io.ReaderAt, head []byte) string {
	if len(head) < 0x34 {
		return "format-xls"
	}
	sector := int64(1) << min(binary.LittleEndian.Uint16(head[0x1e:]), 16)
	first := int64(binary.LittleEndian.Uint32(head[0x30:]))
	directory := make([]byte, 4<<10)
	n, err := r.ReadAt(directory, (first+1)*sector)
	if err != nil && !errors.Is(err, io.EOF) {
		return "format-xls"
	}
	directory = directory[:n]
	switch {
	case bytes.Contains(directory, wideText("EncryptedPackage")):
		return "format-encrypted"
	case bytes.Contains(directory, wideText("WordDocument")), bytes.Contains(directory, wideText("PowerPoint Document")):
		return "format-document"
	}
	return "format-xls"
}

func wideText(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// markup recognises web pages and XML, which shop systems call .xls.
func markup(head []byte) string {
	s := string(narrow(head))
	s = strings.ToLower(strings.TrimLeft(strings.TrimPrefix(s, "\ufeff"), " \t\r\n"))
	switch {
	case !strings.HasPrefix(s, "<"):
		return ""
	case strings.Contains(s, "urn:schemas-microsoft-com:office:spreadsheet") && strings.HasPrefix(s, "<?xml"):
		return "format-xml2003"
	case strings.Contains(s, "<html"), strings.Contains(s, "<table"), strings.Contains(s, "<!doctype html"), strings.Contains(s, "<body"), strings.Contains(s, "<meta"):
		return "format-html"
	case strings.HasPrefix(s, "<?xml"), strings.Contains(s, "xmlns"):
		return "format-xml"
	}
	return ""
}

// narrow drops the zero bytes of UTF-16, so that its ASCII can be read.
func narrow(head []byte) []byte {
	if len(head) > 1 && (head[0] == 0xff && head[1] == 0xfe || head[0] == 0xfe && head[1] == 0xff) {
		head = head[2:]
	}
	return bytes.ReplaceAll(head, []byte{0}, nil)
}

// binaryData reports whether the bytes are no text in any encoding: pictures,
// PDF and databases are full of control characters. UTF-16 has zeros instead.
func binaryData(head []byte) bool {
	for _, magic := range []string{"%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "SQLite format 3\x00", "\x1f\x8b", "7z\xbc\xaf", "Rar!", "MZ\x90", "\x7fELF"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	control := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0 || c == 0x7f {
			control++
		}
	}
	return control*10 > len(head) && !utf8.Valid(head)
}
