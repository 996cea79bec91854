package store

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// Where the tree of a damaged file cannot be followed, its pages are read one by
// one: each says what kind it is, and a leaf has whole rows (sqlite.org/
// fileformat2.html, 1.5, 1.6, 2.1). This code trusts no number that it reads.

// The kinds of pages that have rows.
const (
	indexInterior = 0x02
	indexLeaf     = 0x0a
	tableLeaf     = 0x0d
)

// usualPageSize is that of every catalogue; it is assumed where the header is lost.
const usualPageSize = 8192

// longestRow is more than any row of a catalogue has, in bytes.
const longestRow = 64 << 20

// pageFile reads the pages of a database file.
type pageFile struct {
	file     io.ReaderAt
	pageSize int
	usable   int // bytes of a page that SQLite uses
	pages    uint32
	free     map[uint32]bool // pages on the free list: what they have was deleted
}

func newPageFile(file io.ReaderAt, size int64) *pageFile {
	f := &pageFile{file: file, pageSize: usualPageSize, usable: usualPageSize, free: map[uint32]bool{}}
	header := make([]byte, headerSize)
	if _, err := file.ReadAt(header, 0); err == nil && string(header[:len(magic)]) == magic {
		if n := pageSizeOf(header); n >= 512 && n <= largestPage && n&(n-1) == 0 {
			f.pageSize = n
			f.usable = n - int(header[reservedOffset])
		}
	}
	f.pages = uint32(min(size/int64(f.pageSize), math.MaxUint32))
	f.readFree(header)
	return f
}

// Where the header has the bytes reserved in each page, and the free list.
const (
	reservedOffset = 20
	freeOffset     = 32
)

// readFree follows the list of free pages as far as it goes.
func (f *pageFile) readFree(header []byte) {
	for trunk := number(header, freeOffset); trunk != 0 && !f.free[trunk]; {
		page, err := f.page(trunk)
		if err != nil {
			return
		}
		f.free[trunk] = true
		count := int(number(page, 4))
		for i := 0; i < count && 8+4*i+4 <= len(page); i++ {
			f.free[number(page, 8+4*i)] = true
		}
		trunk = number(page, 0)
	}
}

var errNoPage = errors.New("there is no such page")

func (f *pageFile) page(n uint32) ([]byte, error) {
	if n == 0 || n > f.pages {
		return nil, errNoPage
	}
	b := make([]byte, f.pageSize)
	_, err := f.file.ReadAt(b, int64(n-1)*int64(f.pageSize))
	return b, err
}

// foundRow is a row that a page has. seq is 0 in an index.
type foundRow struct {
	page   uint32
	seq    int64
	values []any // nil, int64, string, []byte; a number with a fraction is nil
}

// rows hands on every row that can be read from any page.
func (f *pageFile) rows(use func(foundRow) error) error {
	for n := uint32(1); n <= f.pages; n++ {
		page, err := f.page(n)
		if err != nil {
			continue // a sector that cannot be read
		}
		if err := f.rowsOf(n, page, use); err != nil {
			return err
		}
	}
	return nil
}

func (f *pageFile) rowsOf(n uint32, page []byte, use func(foundRow) error) error {
	at := 0
	if n == 1 {
		at = headerSize
	}
	kind, head := page[at], 8
	if kind == indexInterior {
		head = 12
	}
	if kind != tableLeaf && kind != indexLeaf && kind != indexInterior {
		return nil
	}
	cells := int(binary.BigEndian.Uint16(page[at+3:]))
	for i := range cells {
		pointer := at + head + 2*i
		if pointer+2 > len(page) {
			return nil
		}
		row, ok := f.cell(page, kind, int(binary.BigEndian.Uint16(page[pointer:])))
		if !ok {
			continue
		}
		row.page = n
		if err := use(row); err != nil {
			return err
		}
	}
	return nil
}

// cell reads one row of a page.
func (f *pageFile) cell(page []byte, kind byte, at int) (row foundRow, ok bool) {
	if at >= f.usable {
		return row, false
	}
	b := page[at:f.usable]
	if kind == indexInterior { // the number of a page comes first
		if len(b) < 4 {
			return row, false
		}
		b = b[4:]
	}
	size, b, ok := varint(b)
	if !ok || size < 2 || size > longestRow {
		return row, false
	}
	most := (f.usable-12)*64/255 - 23
	if kind == tableLeaf {
		if row.seq, b, ok = varint(b); !ok {
			return row, false
		}
		most = f.usable - 35
	}
	payload, ok := f.payload(b, int(size), most)
	if !ok {
		return row, false
	}
	row.values, ok = record(payload)
	return row, ok
}

// payload puts a row together that goes on in other pages.
func (f *pageFile) payload(b []byte, size, most int) ([]byte, bool) {
	local := size
	if size > most {
		least := (f.usable-12)*32/255 - 23
		local = least + (size-least)%(f.usable-4)
		if local > most {
			local = least
		}
	}
	if local < 0 || local > len(b) {
		return nil, false
	}
	whole := append(make([]byte, 0, min(size, 1<<20)), b[:local]...)
	if local == size {
		return whole, true
	}
	if len(b) < local+4 {
		return nil, false
	}
	next := number(b, local)
	for len(whole) < size {
		page, err := f.page(next)
		if err != nil {
			return nil, false
		}
		next = number(page, 0)
		whole = append(whole, page[4:4+min(f.usable-4, size-len(whole))]...)
	}
	return whole, true
}

// varint reads SQLite's number of one to nine bytes.
func varint(b []byte) (n int64, rest []byte, ok bool) {
	var v uint64
	for i := range min(len(b), 9) {
		if i == 8 {
			return int64(v<<8 | uint64(b[i])), b[9:], true
		}
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return int64(v), b[i+1:], true
		}
	}
	return 0, b, false
}

// record takes a row apart.
func record(b []byte) (values []any, ok bool) {
	size, types, ok := varint(b)
	if !ok || size < int64(len(b)-len(types)) || size > int64(len(b)) {
		return nil, false
	}
	content := b[size:]
	types = types[:len(types)-len(content)]
	for len(types) > 0 {
		var kind int64
		if kind, types, ok = varint(types); !ok {
			return nil, false
		}
		length, ok := lengthOf(kind)
		if !ok || length > int64(len(content)) {
			return nil, false
		}
		values = append(values, valueOf(kind, content[:length]))
		content = content[length:]
	}
	return values, len(content) == 0
}

// lengthOf is how many bytes a value of a kind has.
func lengthOf(kind int64) (int64, bool) {
	switch {
	case kind < 0, kind == 10, kind == 11:
		return 0, false
	case kind >= 12:
		return (kind - 12) / 2, true
	}
	return []int64{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[kind], true
}

func valueOf(kind int64, b []byte) any {
	switch {
	case kind >= 12 && kind%2 == 0:
		return b
	case kind >= 13:
		return string(b)
	case kind == 8 || kind == 9:
		return kind - 8
	case kind == 0 || kind == 7:
		return nil
	}
	n := int64(int8(b[0]))
	for _, next := range b[1:] {
		n = n<<8 | int64(next)
	}
	return n
}
