package store

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A rollback journal has pages as they were before a write that did not end.
// SQLite puts them back, and cuts the file to its former length, as soon as it
// opens the file. It takes any journal of that name: beside a backup that was
// copied over a crashed catalogue it tears the backup. So a journal is looked at
// before SQLite is, and one that is another file's is set aside.

// The header of a journal and its records (sqlite.org/fileformat2.html, 3).
const (
	journalMagic      = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	journalHeaderSize = 28
	journalRecordMore = 8 // page number before a page, checksum after it
	toFileSize        = 0xffffffff
)

// Where the first bytes of a database have what is compared.
const (
	pageSizeOffset   = 16
	counterOffset    = 24 // counts the writes
	pagesOffset      = 28
	encodingOffset   = 56
	validForOffset   = 92 // the counter at which the number of pages was written
	largestPage      = 65536
	largestPageValue = 1
)

// journal is what was read of one.
type journal struct {
	pageSize int
	pages    uint32 // of the file before the write
	first    []byte // the beginning of page 1 before the write; nil: it is not in there
	records  int    // with the right checksum
}

// hasJournal reports whether a journal lies beside a file.
func hasJournal(path string) bool { return sizeOf(path+"-journal") > 0 }

// ownsJournal reports whether the journal beside a file that nobody has open is
// the file's own.
func ownsJournal(path string) (bool, error) {
	file, err := firstBytes(path)
	if err != nil || len(file) < headerSize {
		return false, err
	}
	f, err := openOwn(path+"-journal", os.O_RDONLY, 0)
	if err != nil {
		return false, fmt.Errorf("look at the journal: %w", err)
	}
	j, err := readJournal(bufio.NewReader(f))
	return err == nil && j.belongsTo(file), errors.Join(err, f.Close())
}

// belongsTo compares what every write changes. Page 1 is either as the journal has
// it, or was written since by the very write that the journal is of.
func (j journal) belongsTo(file []byte) bool {
	if j.records == 0 || j.pageSize != pageSizeOf(file) {
		return false
	}
	if j.first == nil {
		return isCounted(file) && j.pages == number(file, pagesOffset)
	}
	if isCounted(j.first) && j.pages != number(j.first, pagesOffset) {
		return false
	}
	if bytes.Equal(j.first, file) {
		return true
	}
	same := number(j.first, encodingOffset) == number(file, encodingOffset) &&
		number(j.first, applicationOffset) == number(file, applicationOffset)
	return same && isCounted(file) && number(file, counterOffset) == number(j.first, counterOffset)+1
}

func number(b []byte, offset int) uint32 { return binary.BigEndian.Uint32(b[offset:]) }

// isCounted reports whether the number of pages in a header can be relied on.
func isCounted(header []byte) bool {
	return number(header, counterOffset) == number(header, validForOffset)
}

func pageSizeOf(header []byte) int {
	size := int(binary.BigEndian.Uint16(header[pageSizeOffset:]))
	if size == largestPageValue {
		return largestPage
	}
	return size
}

// readJournal reads a journal as far as it is whole. What is no journal is one
// without records.
func readJournal(r io.Reader) (j journal, err error) {
	for {
		header := make([]byte, journalHeaderSize)
		if _, err := io.ReadFull(r, header); err != nil || !bytes.HasPrefix(header, []byte(journalMagic)) {
			return j, unlessEnd(err)
		}
		records, nonce, sector := number(header, 8), number(header, 12), number(header, 20)
		if j.pageSize == 0 {
			j.pages, j.pageSize = number(header, 16), int(number(header, 24))
		}
		if j.pageSize < 512 || j.pageSize > largestPage || sector < journalHeaderSize || sector > largestPage {
			return j, nil
		}
		if _, err := io.CopyN(io.Discard, r, int64(sector)-journalHeaderSize); err != nil {
			return j, unlessEnd(err)
		}
		read, whole, err := j.readRecords(r, records, nonce)
		if err != nil || !whole {
			return j, err
		}
		if past := read % int64(sector); past != 0 {
			if _, err := io.CopyN(io.Discard, r, int64(sector)-past); err != nil {
				return j, unlessEnd(err)
			}
		}
	}
}

// readRecords reads the records behind one header and reports whether all of them
// are right.
func (j *journal) readRecords(r io.Reader, records, nonce uint32) (read int64, whole bool, err error) {
	record := make([]byte, j.pageSize+journalRecordMore)
	for n := uint32(0); n < records || records == toFileSize; n++ {
		if _, err := io.ReadFull(r, record); err != nil {
			return read, false, unlessEnd(err)
		}
		page := record[4 : 4+j.pageSize]
		if number(record, 4+j.pageSize) != journalChecksum(nonce, page) {
			return read, false, nil
		}
		if number(record, 0) == 1 && j.first == nil {
			j.first = bytes.Clone(page[:headerSize])
		}
		j.records++
		read += int64(len(record))
	}
	return read, true, nil
}

// journalChecksum adds every 200th byte, from the end.
func journalChecksum(nonce uint32, page []byte) uint32 {
	sum := nonce
	for i := len(page) - 200; i > 0; i -= 200 {
		sum += uint32(page[i])
	}
	return sum
}

func unlessEnd(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

// setAsideForeignJournal sets a journal aside that is another file's. The file's own is
// tried on a copy first: were the file not sound with it, it is refused as it is.
func setAsideForeignJournal(ctx context.Context, path string) error {
	own, err := ownsJournal(path)
	if err != nil {
		return err
	}
	if !own {
		return setAside(path + "-journal")
	}
	return tryJournal(ctx, path)
}

func tryJournal(ctx context.Context, path string) (err error) {
	folder, err := os.MkdirTemp("", "tradewind-journal-")
	if err != nil {
		return fmt.Errorf("try the journal: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	copied := filepath.Join(folder, "copy.tradewind")
	for _, suffix := range []string{"", "-journal"} {
		if err := copyBytes(path+suffix, copied+suffix); err != nil {
			return fmt.Errorf("try the journal: %w", err)
		}
	}
	db, err := openPool(ctx, copied, accessWrite, 1, nil)
	if err != nil {
		return onFile(path, err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err = checkPool(ctx, db, copied, true); err != nil && meaning(err) != nil {
		return onFile(path, err)
	}
	var refused *FileError
	if errors.As(err, &refused) {
		refused.Path = path
	}
	return err
}

// copyBytes copies a file that nobody has open to a new one.
func copyBytes(from, to string) (err error) {
	in, err := openOwn(from, os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := openOwn(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
