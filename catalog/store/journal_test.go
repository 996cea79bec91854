package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// crashInJournal writes to a catalogue with a rollback journal, as where no log
// can be made, and returns file and journal as a crash in mid-write leaves them.
// grow makes the write one that makes the file longer.
func crashInJournal(t *testing.T, path, statements string) (file, journal []byte) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	defer db.Close()
	// With hardly any memory pages are written, and the journal before them, all along.
	if _, err := db.Exec("PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN IMMEDIATE; " + statements); err != nil {
		t.Fatal(err)
	}
	file, journal = readFile(t, path), readFile(t, path+"-journal")
	if _, err := db.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	return file, journal
}

const (
	shrinking = `DELETE FROM product WHERE seq > 1`
	rewriting = `UPDATE product_body SET body = replace(body, 'Bowl', 'Boat')`
	growing   = `INSERT INTO document SELECT 'term', hex(randomblob(600)), hex(randomblob(600)), 1, 1, '' FROM product, product AS q LIMIT 400`
)

// What a write with a journal that a crash cut short left is put back.
func TestOwnJournalIsPlayedBack(t *testing.T) {
	sound := fileOf(t, samples(200)...)
	for name, write := range map[string]string{"shrinking": shrinking, "rewriting": rewriting, "growing": growing} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "shop.tradewind")
			writeFile(t, path, sound)
			want := soundDump(t, path)
			file, journal := crashInJournal(t, path, write)
			writeFile(t, path, file)
			writeFile(t, path+"-journal", journal)
			if name == "growing" && len(file) < 800_000 {
				t.Logf("the file had %d bytes", len(file))
			}
			if _, err := Open(t.Context(), path, Options{ReadOnly: true}); !errors.Is(err, ErrUnclean) {
				t.Errorf("for reading: got %v, want ErrUnclean", err)
			}
			if got := soundDump(t, path); got != want {
				t.Error("what was there before the crash is not there after")
			}
			wantAlone(t, path)
		})
	}
}

func soundDump(t *testing.T, path string) string {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
	return dump(t, s)
}

// A journal that a crash left, and then a backup copied over by hand: the journal
// is the former file's. Played back it would cut the backup to pieces.
func TestStaleJournalIsSetAside(t *testing.T) {
	former := fileOf(t, samples(200)...)
	for _, backup := range []int{5, 200, 600} { // smaller, as large, larger
		other := filepath.Join(t.TempDir(), "backup.tradewind")
		closedStore(t, other, newGenerator(7).products(backup)...)
		want, file := soundDump(t, other), readFile(t, other)
		for name, write := range map[string]string{"shrinking": shrinking, "rewriting": rewriting, "growing": growing} {
			t.Run(name, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "shop.tradewind")
				writeFile(t, path, former)
				_, journal := crashInJournal(t, path, write)
				writeFile(t, path, file)
				writeFile(t, path+"-journal", journal)

				reader, err := Open(t.Context(), path, Options{ReadOnly: true})
				if err != nil {
					t.Fatal(err)
				}
				if got := dump(t, reader); got != want {
					t.Error("the reader sees something else than the backup")
				}
				if err := reader.Close(); err != nil {
					t.Fatal(err)
				}
				if sha256.Sum256(readFile(t, path)) != sha256.Sum256(file) {
					t.Fatal("reading changed the file")
				}
				if got := soundDump(t, path); got != want {
					t.Error("the backup is not what it was")
				}
				if string(readFile(t, path+"-journal.stale-1")) != string(journal) {
					t.Error("the journal was not kept")
				}
			})
		}
	}
}

// A journal of the file's own with a file that is damaged besides: refused, and
// both are left as they are.
func TestJournalOfDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(200)...)
	file, journal := crashInJournal(t, path, rewriting)
	clear(file[len(file)-3*8192:])
	writeFile(t, path, file)
	writeFile(t, path+"-journal", journal)
	_, err := Open(t.Context(), path, Options{})
	if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "shop.tradewind: ") {
		t.Errorf("got %v, want ErrDamaged of shop.tradewind", err)
	}
	if string(readFile(t, path)) != string(file) || string(readFile(t, path+"-journal")) != string(journal) {
		t.Error("the refused file, or its journal, was changed")
	}
}

// What is no journal is nobody's to delete, as SQLite would.
func TestNoJournalAtAll(t *testing.T) {
	for name, content := range map[string]string{
		"text": "my notes\n", "header only": journalMagic + strings.Repeat("\x00", 20), "zeros": strings.Repeat("\x00", 600),
		"no page size": journalMagic + "\x00\x00\x00\x01" + strings.Repeat("\x00", 600), "cut": journalMagic[:5],
	} {
		path := filepath.Join(t.TempDir(), "shop.tradewind")
		closedStore(t, path, samples(3)...)
		want := soundDump(t, path)
		writeFile(t, path+"-journal", []byte(content))
		if got := soundDump(t, path); got != want {
			t.Errorf("%s: the catalogue is not what it was", name)
		}
		if got, err := os.ReadFile(path + "-journal.stale-1"); string(got) != content {
			t.Errorf("%s: kept %q (%v)", name, got, err)
		}
	}
}

// TestBelongsTo: a journal is a file's own only when everything that a write leaves
// as it was, or changes by one, says so.
func TestBelongsTo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(3)...)
	file := readFile(t, path)[:headerSize]
	with := func(offset int, more uint32) []byte {
		b := bytes.Clone(file)
		binary.BigEndian.PutUint32(b[offset:], number(b, offset)+more)
		return b
	}
	counted := func(more uint32) []byte { // as the write that the journal is of leaves page 1
		b := with(counterOffset, more)
		copy(b[validForOffset:validForOffset+4], b[counterOffset:counterOffset+4])
		return b
	}
	pages, size := number(file, pagesOffset), pageSizeOf(file)
	for name, tt := range map[string]struct {
		j    journal
		file []byte
		want bool
	}{
		"nothing was written yet":             {journal{size, pages, file, 1}, file, true},
		"page 1 was written":                  {journal{size, pages, file, 1}, counted(1), true},
		"page 1 is not in it":                 {journal{size, pages, nil, 1}, file, true},
		"page 1 was written twice since":      {journal{size, pages, file, 1}, counted(2), false},
		"page 1 was written, not by SQLite":   {journal{size, pages, file, 1}, with(counterOffset, 1), false},
		"it has no page":                      {journal{size, pages, file, 0}, file, false},
		"its pages have another size":         {journal{2 * size, pages, file, 1}, file, false},
		"it is of a longer file":              {journal{size, pages + 1, file, 1}, file, false},
		"it is of a longer file, by one page": {journal{size, pages + 1, nil, 1}, file, false},
		"the file is another program's":       {journal{size, pages, with(applicationOffset, 1), 1}, counted(1), false},
		"the file has another encoding":       {journal{size, pages, with(encodingOffset, 1), 1}, counted(1), false},
	} {
		if got := tt.j.belongsTo(tt.file); got != tt.want {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}

// TestReadJournal: a record with another checksum, and what follows it, was not
// written to its end, or is of an older write.
func TestReadJournal(t *testing.T) {
	const pageSize, sector, nonce = 512, 512, 7
	header := make([]byte, sector)
	copy(header, journalMagic)
	for i, n := range []uint32{toFileSize, nonce, 9, sector, pageSize} {
		binary.BigEndian.PutUint32(header[len(journalMagic)+4*i:], n)
	}
	record := func(page uint32, fill byte) []byte {
		content := bytes.Repeat([]byte{fill}, pageSize)
		b := append(binary.BigEndian.AppendUint32(nil, page), content...)
		return binary.BigEndian.AppendUint32(b, nonce+2*uint32(fill)) // bytes 312 and 112
	}
	whole := bytes.Join([][]byte{header, record(2, 'b'), record(1, 'a'), record(3, 'c')}, nil)
	torn := bytes.Clone(whole)
	torn[sector+(pageSize+journalRecordMore)+4+112]++ // in page 1
	for name, tt := range map[string]struct {
		in      []byte
		records int
		first   bool
	}{
		"whole":              {whole, 3, true},
		"cut in page 3":      {whole[:len(whole)-1], 2, true},
		"another byte":       {torn, 1, false},
		"the header alone":   {header, 0, false},
		"nothing":            {nil, 0, false},
		"cut in the header":  {whole[:20], 0, false},
		"zeros for a header": {make([]byte, sector), 0, false},
	} {
		j, err := readJournal(bytes.NewReader(tt.in))
		if err != nil || j.records != tt.records || (j.first != nil) != tt.first || tt.first && j.pages != 9 {
			t.Errorf("%s: got %d records of %d pages, page 1 %v (%v); want %d, %v", name, j.records, j.pages, j.first != nil, err, tt.records, tt.first)
		}
	}
}
