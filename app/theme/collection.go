package theme

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf16"
)

// A font file is one face, or a collection of faces that share tables: the same
// characters with Japanese, Korean and Chinese shapes, for instance. Fyne reads
// single faces only, so the one that is wanted is cut out: its table directory is
// written anew, with the tables behind it. The formats are those of OpenType 1.9,
// "The OpenType Font File" (learn.microsoft.com/typography/opentype/spec/otff).

// What a file may ask for. The largest Chinese collections have 20 MB, some 20
// tables and 10 faces.
const (
	maxFontBytes  = 96 << 20
	maxFontTables = 128
	maxFontFaces  = 64
	maxNameBytes  = 1 << 20
)

// Tags that open a file.
const (
	tagCollection = "ttcf"
	tagCFF        = "OTTO"
	tagTrueType   = "\x00\x01\x00\x00"
	tagApple      = "true"
)

// errNoFace means that a font file has no face of the wanted name.
var errNoFace = errors.New("no such face")

// fontTable is an entry of a table directory.
type fontTable struct {
	tag              string
	checksum         uint32
	offset, length32 uint32
}

// fontFace is one face of a file.
type fontFace struct {
	kind   string // the tag that opens a file of this face alone
	tables []fontTable
}

// cutFace returns the face whose family is named so, as a file of its own. A style
// of "" is any. size is the file's.
func cutFace(r io.ReaderAt, size int64, family, style string) ([]byte, error) {
	if size > maxFontBytes {
		return nil, fmt.Errorf("font of %d bytes is larger than %d", size, maxFontBytes)
	}
	offsets, err := faceOffsets(r)
	if err != nil {
		return nil, err
	}
	for _, offset := range offsets {
		f, err := readFace(r, size, offset)
		if err != nil {
			return nil, err
		}
		names, err := f.names(r)
		if err != nil {
			return nil, err
		}
		if names.are(family, style) {
			return f.file(r)
		}
	}
	return nil, fmt.Errorf("%s %s: %w", family, style, errNoFace)
}

// faceOffsets tells where the table directories are.
func faceOffsets(r io.ReaderAt) ([]uint32, error) {
	head, err := span(r, 0, 12)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	if string(head[:4]) != tagCollection {
		return []uint32{0}, nil
	}
	n := binary.BigEndian.Uint32(head[8:])
	if n > maxFontFaces {
		return nil, fmt.Errorf("font collection of %d faces", n)
	}
	list, err := span(r, 12, 4*n)
	if err != nil {
		return nil, fmt.Errorf("read font collection: %w", err)
	}
	offsets := make([]uint32, n)
	for i := range offsets {
		offsets[i] = binary.BigEndian.Uint32(list[4*i:])
	}
	return offsets, nil
}

func readFace(r io.ReaderAt, size int64, offset uint32) (fontFace, error) {
	head, err := span(r, offset, 12)
	if err != nil {
		return fontFace{}, fmt.Errorf("read font face: %w", err)
	}
	f := fontFace{kind: string(head[:4])}
	if !slices.Contains([]string{tagCFF, tagTrueType, tagApple}, f.kind) {
		return fontFace{}, fmt.Errorf("font face of an unknown kind %q", f.kind)
	}
	n := binary.BigEndian.Uint16(head[4:])
	if n > maxFontTables {
		return fontFace{}, fmt.Errorf("font face of %d tables", n)
	}
	list, err := span(r, offset+12, 16*uint32(n))
	if err != nil {
		return fontFace{}, fmt.Errorf("read font tables: %w", err)
	}
	total := int64(0)
	for ; len(list) > 0; list = list[16:] {
		t := fontTable{
			tag: string(list[:4]), checksum: binary.BigEndian.Uint32(list[4:]),
			offset: binary.BigEndian.Uint32(list[8:]), length32: binary.BigEndian.Uint32(list[12:]),
		}
		total += int64(t.length32)
		if int64(t.offset)+int64(t.length32) > size || total > maxFontBytes {
			return fontFace{}, fmt.Errorf("font table %q lies outside the file", t.tag)
		}
		f.tables = append(f.tables, t)
	}
	return f, nil
}

// file writes the face as a file of its own. Tables begin at multiples of four.
func (f fontFace) file(r io.ReaderAt) ([]byte, error) {
	n := len(f.tables)
	head := 12 + 16*n
	total := head
	for _, t := range f.tables {
		total = aligned(total + int(t.length32))
	}
	out := make([]byte, total)
	copy(out, f.kind)
	// The three numbers for binary search: 16 times the largest power of two that
	// is no more than n, its exponent, and what is left.
	exponent := 0
	for 2<<exponent <= n {
		exponent++
	}
	binary.BigEndian.PutUint16(out[4:], uint16(n))
	binary.BigEndian.PutUint16(out[6:], uint16(16<<exponent))
	binary.BigEndian.PutUint16(out[8:], uint16(exponent))
	binary.BigEndian.PutUint16(out[10:], uint16(16*n-16<<exponent))
	at := head
	for i, t := range f.tables {
		entry := out[12+16*i:]
		copy(entry, t.tag)
		binary.BigEndian.PutUint32(entry[4:], t.checksum)
		binary.BigEndian.PutUint32(entry[8:], uint32(at))
		binary.BigEndian.PutUint32(entry[12:], t.length32)
		if _, err := r.ReadAt(out[at:at+int(t.length32)], int64(t.offset)); err != nil {
			return nil, fmt.Errorf("read font table %q: %w", t.tag, err)
		}
		at = aligned(at + int(t.length32))
	}
	level(out, n)
	return out, nil
}

// How high above the baseline and how deep below it every face says that it goes, as
// parts of its size. Faces differ: Noto says 1.16 and 0.29, and its letters would stand
// low in a button and its lines far apart; WenQuanYi Micro Hei says 0.236 below and
// draws g and y down to 0.240, and Fyne, which draws into a picture as high as the face
// says, would cut their feet off. With these a capital (0 to 0.73) and a Chinese
// character (-0.12 to 0.88) stand in the middle of a line, with every font.
const (
	lineAscent  = 1.02
	lineDescent = 0.30
)

// level makes the face say so. Tables that are too short are left as they are: they are
// not for us to judge.
func level(file []byte, tables int) {
	head := tableOf(file, tables, "head")
	if len(head) < 20 {
		return
	}
	em := float64(binary.BigEndian.Uint16(head[18:])) // unitsPerEm
	for _, t := range []struct {
		tag string
		at  int // of ascender, descender and line gap
	}{{"hhea", 4}, {"OS/2", 68}} {
		if table := tableOf(file, tables, t.tag); len(table) >= t.at+6 {
			binary.BigEndian.PutUint16(table[t.at:], uint16(lineAscent*em))
			binary.BigEndian.PutUint16(table[t.at+2:], uint16(-int16(lineDescent*em)))
			binary.BigEndian.PutUint16(table[t.at+4:], 0)
		}
	}
}

// tableOf is a table of a file that was written by fontFace.file; nil where there
// is none.
func tableOf(file []byte, tables int, tag string) []byte {
	for i := range tables {
		if entry := file[12+16*i:]; string(entry[:4]) == tag {
			at := binary.BigEndian.Uint32(entry[8:])
			return file[at : at+binary.BigEndian.Uint32(entry[12:])]
		}
	}
	return nil
}

func aligned(n int) int { return (n + 3) &^ 3 }

// fontNames are the names of a face that tell it from its neighbours.
type fontNames struct{ families, styles []string }

func (n fontNames) are(family, style string) bool {
	return slices.Contains(n.families, family) && (style == "" || slices.Contains(n.styles, style))
}

// names reads the face's table of names, of which 1 and 16 are families, and 2 and
// 17 styles.
func (f fontFace) names(r io.ReaderAt) (fontNames, error) {
	i := slices.IndexFunc(f.tables, func(t fontTable) bool { return t.tag == "name" })
	if i < 0 || f.tables[i].length32 > maxNameBytes {
		return fontNames{}, errors.New("font face without names, or with too many")
	}
	table, err := span(r, f.tables[i].offset, f.tables[i].length32)
	if err != nil || len(table) < 6 {
		return fontNames{}, fmt.Errorf("read font names: %w", errors.Join(err, io.ErrUnexpectedEOF))
	}
	var names fontNames
	count, texts := binary.BigEndian.Uint16(table[2:]), binary.BigEndian.Uint16(table[4:])
	for entry := table[6:]; count > 0 && len(entry) >= 12; count, entry = count-1, entry[12:] {
		from := int(texts) + int(binary.BigEndian.Uint16(entry[10:]))
		to := from + int(binary.BigEndian.Uint16(entry[8:]))
		if to > len(table) {
			continue
		}
		name := decodeName(binary.BigEndian.Uint16(entry), table[from:to])
		switch binary.BigEndian.Uint16(entry[6:]) {
		case 1, 16:
			names.families = append(names.families, name)
		case 2, 17:
			names.styles = append(names.styles, name)
		}
	}
	return names, nil
}

// decodeName reads a name of a platform: 1, the Macintosh, has one byte for each
// character, of which only ASCII is wanted here; the others have UTF-16.
func decodeName(platform uint16, b []byte) string {
	if platform == 1 {
		return string(b)
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func span(r io.ReaderAt, offset, length uint32) ([]byte, error) {
	b := make([]byte, length)
	if _, err := r.ReadAt(b, int64(offset)); err != nil {
		return nil, err
	}
	return b, nil
}
