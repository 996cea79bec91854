package theme

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// A font file is one face, or a collection of faces that share tables: the same
// characters with Japanese, Korean and Chinese shapes, for instance. Fyne reads
// single faces only, so the one that is wanted becomes a file of its own.

// What a file may ask for. The largest Chinese collections have 20 MB, some 20
// tables and 10 faces.
const (
	maxFontBytes  = 96 << 20
	maxFontTables = 128
)

// errNoFace means that a font file has no face of the wanted name.
var errNoFace = errors.New("no such face")

// cutFace returns the face whose family is named so, as a file of its own. A style
// of "" is any. size is the file's.
func cutFace(file opentype.Resource, size int64, family, style string) ([]byte, error) {
	if size > maxFontBytes {
		return nil, fmt.Errorf("font of %d bytes is larger than %d", size, maxFontBytes)
	}
	faces, err := opentype.NewLoaders(file)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	for _, face := range faces {
		is, err := isNamed(face, family, style)
		if err != nil {
			return nil, fmt.Errorf("read font names: %w", err)
		}
		if is {
			return faceFile(face)
		}
	}
	return nil, fmt.Errorf("%s %s: %w", family, style, errNoFace)
}

// The names of a face that distinguish it from its neighbours: 1 and 16 are families, 2 and 17
// styles (learn.microsoft.com/typography/opentype/spec/name, 2026-11-30).
var (
	familyNames = []tables.NameID{1, 16}
	styleNames  = []tables.NameID{2, 17}
)

// isNamed reports whether a face has a family and, unless that is "", a style.
func isNamed(face *opentype.Loader, family, style string) (bool, error) {
	table, err := face.RawTable(opentype.MustNewTag("name"))
	if err != nil {
		return false, err
	}
	names, _, err := tables.ParseName(table)
	if err != nil {
		return false, err
	}
	has := func(ids []tables.NameID, want string) bool {
		return slices.ContainsFunc(ids, func(id tables.NameID) bool { return names.Name(id) == want })
	}
	return has(familyNames, family) && (style == "" || has(styleNames, style)), nil
}

// faceFile writes a face as a file of its own.
func faceFile(face *opentype.Loader) ([]byte, error) {
	tags := face.Tables()
	if len(tags) > maxFontTables {
		return nil, fmt.Errorf("font face of %d tables", len(tags))
	}
	list, total := make([]opentype.Table, 0, len(tags)), 0
	for _, tag := range tags {
		content, err := face.RawTable(tag)
		if err != nil {
			return nil, fmt.Errorf("read font table %q: %w", tag, err)
		}
		if total += len(content); total > maxFontBytes {
			return nil, fmt.Errorf("font face of more than %d bytes", maxFontBytes)
		}
		list = append(list, opentype.Table{Tag: tag, Content: content})
	}
	level(list)
	file := opentype.WriteTTF(list)
	binary.BigEndian.PutUint32(file, uint32(face.Type)) // WriteTTF says TrueType of every face
	return file, nil
}

// How high above the baseline and how deep below it every face says that it goes, as
// parts of its size. Faces differ: Noto says 1.16 and 0.29, and its letters would be
// low in a button and its lines far apart; WenQuanYi Micro Hei says 0.236 below and
// draws g and y down to 0.240, and Fyne, which draws into a picture as high as the face
// says, would cut their feet off. With these a capital (0 to 0.73) and a Chinese
// character (-0.12 to 0.88) are in the middle of a line, with every font.
const (
	lineAscent  = 1.02
	lineDescent = 0.30
)

// level makes the face say so. Tables that are too short are left as they are: they are
// not for us to judge.
func level(list []opentype.Table) {
	head := tableOf(list, "head")
	if len(head) < 20 {
		return
	}
	em := float64(binary.BigEndian.Uint16(head[18:])) // unitsPerEm
	for _, t := range []struct {
		tag string
		at  int // of ascender, descender and line gap
	}{{"hhea", 4}, {"OS/2", 68}} {
		if table := tableOf(list, t.tag); len(table) >= t.at+6 {
			binary.BigEndian.PutUint16(table[t.at:], uint16(lineAscent*em))
			binary.BigEndian.PutUint16(table[t.at+2:], uint16(-int16(lineDescent*em)))
			binary.BigEndian.PutUint16(table[t.at+4:], 0)
		}
	}
}

// tableOf is the content of a table; nil where there is none.
func tableOf(list []opentype.Table, tag string) []byte {
	for _, t := range list {
		if t.Tag == opentype.MustNewTag(tag) {
			return t.Content
		}
	}
	return nil
}
