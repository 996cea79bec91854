package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"

	"tradewind.app/catalog/regular"
)

// The first 100 bytes of an SQLite file (sqlite.org/fileformat2.html, 1.3).
const (
	headerSize         = 100
	magic              = "SQLite format 3\x00"
	writeVersionOffset = 18 // 1: rollback journal, 2: write-ahead log
	userVersionOffset  = 60
	applicationOffset  = 68
)

// applicationID marks our files: "TWND". The file command shows it.
const applicationID = 0x54574E44

// header is what the first bytes say.
type header struct {
	application uint32
	version     int  // of the schema
	wal         bool // not at rest: a log belongs to the file
}

// readHeader looks at a file and refuses what is no catalogue of ours. A file
// that this process has open is not looked at (see the package comment).
func readHeader(path string) (header, error) {
	if isOpenHere(path) { // and was looked at then
		return header{application: applicationID, version: latestVersion(), wal: true}, nil
	}
	b, err := firstBytes(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return header{}, &FileError{Path: path, Err: ErrNotFound}
	case err != nil:
		return header{}, fmt.Errorf("read %s: %w", path, err)
	case len(b) == 0:
		return header{}, &FileError{Path: path, Err: ErrEmptyFile}
	case isCompressed(path) && len(b) >= skippedHeader && binary.LittleEndian.Uint32(b) == skippedMagic:
		return header{}, &FileError{Path: path, Err: ErrCompressed}
	case len(b) < headerSize || !bytes.HasPrefix(b, []byte(magic)):
		return header{}, &FileError{Path: path, Err: ErrForeign}
	}
	h := header{
		application: binary.BigEndian.Uint32(b[applicationOffset:]),
		version:     int(binary.BigEndian.Uint32(b[userVersionOffset:])),
		wal:         b[writeVersionOffset] == 2,
	}
	return h, h.check(path)
}

func firstBytes(path string) ([]byte, error) {
	f, err := regular.Open(path, math.MaxInt64)
	if err != nil {
		return nil, err
	}
	b := make([]byte, headerSize)
	n, err := io.ReadFull(f, b)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return b[:n], errors.Join(err, f.Close())
}

func (h header) check(path string) error {
	if h.application != applicationID {
		return &FileError{Path: path, Err: ErrForeign}
	}
	if latest := latestVersion(); h.version > latest {
		detail := fmt.Sprintf("schema %d; this Tradewind knows %d", h.version, latest)
		return &FileError{Path: path, Detail: detail, Err: ErrNewer}
	}
	if h.version == 0 {
		return &FileError{Path: path, Detail: "schema 0", Err: ErrDamaged}
	}
	return nil
}
