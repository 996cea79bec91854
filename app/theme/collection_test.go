package theme

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/go-text/typesetting/font/opentype"
)

// madeFace is a face of a made-up collection.
type madeFace struct {
	family, style string
	tables        map[string]string
}

// collectionOf writes a collection by hand. Tables begin wherever the last one
// ended, as in files that are not aligned.
func collectionOf(faces ...madeFace) []byte {
	head := []byte("ttcf\x00\x01\x00\x00")
	head = binary.BigEndian.AppendUint32(head, uint32(len(faces)))
	start := len(head) + 4*len(faces)
	var directories, data []byte
	size := 0
	for _, f := range faces {
		size += 12 + 16*(len(f.tables)+1)
	}
	for _, f := range faces {
		head = binary.BigEndian.AppendUint32(head, uint32(start+len(directories)))
		tags := []string{"name"}
		for tag := range f.tables {
			tags = append(tags, tag)
		}
		slices.Sort(tags)
		directories = append(directories, "\x00\x01\x00\x00"...)
		directories = binary.BigEndian.AppendUint16(directories, uint16(len(tags)))
		directories = append(directories, make([]byte, 6)...)
		for _, tag := range tags {
			table := []byte(f.tables[tag])
			if tag == "name" {
				table = nameTable(f.family, f.style)
			}
			directories = append(directories, tag...)
			directories = binary.BigEndian.AppendUint32(directories, 7) // a checksum
			directories = binary.BigEndian.AppendUint32(directories, uint32(start+size+len(data)))
			directories = binary.BigEndian.AppendUint32(directories, uint32(len(table)))
			data = append(data, table...)
		}
	}
	return slices.Concat(head, directories, data)
}

// nameTable has the family as Windows has it and the style as the Macintosh.
func nameTable(family, style string) []byte {
	var wide []byte
	for _, u := range utf16.Encode([]rune(family)) {
		wide = binary.BigEndian.AppendUint16(wide, u)
	}
	var b []byte
	for _, v := range []uint16{0, 2, 6 + 2*12, 3, 1, 0x409, 1, uint16(len(wide)), 0, 1, 0, 0, 2, uint16(len(style)), uint16(len(wide))} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return append(append(b, wide...), style...)
}

var madeUp = collectionOf(
	madeFace{"Reed JP", "Regular", map[string]string{"glyf": "japanese", "head": "h"}},
	madeFace{"Reed SC", "Regular", map[string]string{"glyf": "chinese", "head": "hh"}},
	madeFace{"Reed SC", "Bold", map[string]string{"glyf": "chinese, bold", "head": "hhh"}},
	madeFace{"芦苇", "Regular", map[string]string{"glyf": "named in Chinese"}},
)

func TestCutFace(t *testing.T) {
	tests := map[string]struct {
		family, style string
		want          map[string]string
	}{
		"first":            {"Reed JP", "Regular", map[string]string{"glyf": "japanese", "head": "h"}},
		"by family":        {"Reed SC", "", map[string]string{"glyf": "chinese", "head": "hh"}},
		"by style":         {"Reed SC", "Bold", map[string]string{"glyf": "chinese, bold", "head": "hhh"}},
		"a family in Han":  {"芦苇", "Regular", map[string]string{"glyf": "named in Chinese"}},
		"no such family":   {"Reed", "", nil},
		"no such style":    {"Reed JP", "Bold", nil},
		"family and style": {"Regular", "Reed JP", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := cutFace(bytes.NewReader(madeUp), int64(len(madeUp)), tt.family, tt.style)
			if tt.want == nil {
				if !errors.Is(err, errNoFace) {
					t.Errorf("cutFace = %v, want errNoFace", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			checkFile(t, got, tt.want)
		})
	}
}

// checkFile reads a file of one face back.
func checkFile(t *testing.T, file []byte, want map[string]string) {
	t.Helper()
	face, err := opentype.NewLoader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(face.Tables()); got != len(want)+1 {
		t.Errorf("%d tables, want %d and the names", got, len(want))
	}
	for tag, text := range want {
		if got, err := face.RawTable(opentype.MustNewTag(tag)); string(got) != text || err != nil {
			t.Errorf("%s = %q, %v, want %q", tag, got, err, text)
		}
	}
}

func TestCutFaceOfASingleFace(t *testing.T) {
	file, err := cutFace(bytes.NewReader(madeUp), int64(len(madeUp)), "Reed SC", "Bold")
	if err != nil {
		t.Fatal(err)
	}
	again, err := cutFace(bytes.NewReader(file), int64(len(file)), "Reed SC", "")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file, again) {
		t.Error("a file of one face was changed")
	}
}

// TestCutFaceIsLevel: whatever a face says of its height, its lines are as high as
// those of every other, and its letters stand in their middle.
func TestCutFaceIsLevel(t *testing.T) {
	head := string(make([]byte, 18)) + "\x08\x00" + string(make([]byte, 34)) // 2048 units
	heights := func(before int, ascender, descender, gap int16) string {
		table := make([]byte, before, before+10)
		for _, n := range []int16{ascender, descender, gap} {
			table = binary.BigEndian.AppendUint16(table, uint16(n))
		}
		return string(table) + "rest"
	}
	for _, said := range [][3]int16{{1917, -483, 90}, {2376, -590, 0}, {0, 0, 0}} {
		made := collectionOf(madeFace{"Reed", "Regular", map[string]string{
			"head": head, "hhea": heights(4, said[0], said[1], said[2]), "OS/2": heights(68, said[0], said[1], said[2]),
		}})
		file, err := cutFace(bytes.NewReader(made), int64(len(made)), "Reed", "")
		if err != nil {
			t.Fatal(err)
		}
		checkFile(t, file, map[string]string{"head": head, "hhea": heights(4, 2088, -614, 0), "OS/2": heights(68, 2088, -614, 0)})
	}
}

func TestCutFaceRefusesDamage(t *testing.T) {
	change := func(at int, b ...byte) []byte {
		damaged := slices.Clone(madeUp)
		copy(damaged[at:], b)
		return damaged
	}
	first := 12 + 4*4 // the first directory, and 12 on its first table
	tests := map[string][]byte{
		"empty":              nil,
		"a spreadsheet":      []byte("PK\x03\x04 and so on, and on"),
		"cut in the list":    madeUp[:14],
		"cut in the tables":  madeUp[:first+20],
		"cut in the data":    madeUp[:len(madeUp)-150],
		"a million faces":    change(8, 0, 16, 0, 0),
		"face outside":       change(12, 0xFF, 0xFF, 0xFF, 0xF0),
		"many tables":        change(first+4, 0xFF, 0xFF),
		"names outside":      change(first+12+2*16+8, 0x7F),
		"table that is huge": change(first+12+2*16+12, 0x7F),
		"no names":           bytes.ReplaceAll(madeUp, []byte("name"), []byte("game")),
	}
	for name, file := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := cutFace(bytes.NewReader(file), int64(len(file)), "Reed SC", "Bold"); err == nil || errors.Is(err, errNoFace) {
				t.Errorf("cutFace = %v, want what is wrong with the file", err)
			}
		})
	}
}

// TestCutFaceKeepsTheKind: a face of PostScript outlines is no TrueType.
func TestCutFaceKeepsTheKind(t *testing.T) {
	made := bytes.ReplaceAll(madeUp, []byte("\x00\x01\x00\x00\x00\x03"), []byte("OTTO\x00\x03"))
	file, err := cutFace(bytes.NewReader(made), int64(len(made)), "Reed SC", "Bold")
	if err != nil || !bytes.HasPrefix(file, []byte("OTTO")) {
		t.Errorf("it begins with %q (%v), want OTTO", file[:min(4, len(file))], err)
	}
}

func TestCutFaceRefusesGiants(t *testing.T) {
	if _, err := cutFace(bytes.NewReader(madeUp), maxFontBytes+1, "Reed SC", ""); err == nil {
		t.Error("a font larger than the limit was read")
	}
}

func FuzzCutFace(f *testing.F) {
	f.Add(madeUp, "Reed SC", "Bold")
	f.Add(collectionOf(madeFace{family: "Reed SC"}), "Reed SC", "")
	f.Fuzz(func(t *testing.T, file []byte, family, style string) {
		cut, err := cutFace(bytes.NewReader(file), int64(len(file)), family, style)
		if err != nil {
			return
		}
		again, err := cutFace(bytes.NewReader(cut), int64(len(cut)), family, style)
		if err != nil {
			t.Fatalf("a face that was cut out cannot be read: %v", err)
		}
		if !bytes.Equal(cut, again) {
			t.Error("cutting a single face changes it")
		}
		if err := drawsChinese(cut); err == nil {
			t.Log("it has Chinese")
		}
	})
}
