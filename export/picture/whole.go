package picture

import (
	"encoding/binary"
	"errors"
	"io"
)

// errEndUnclear says that a file's last bytes do not tell whether it is whole:
// some cameras put more behind a picture.
var errEndUnclear = errors.New("the end does not tell")

// endings are how files of each format end that are whole.
var endings = map[string]string{
	"jpeg": "\xFF\xD9",
	"png":  "IEND\xAE\x42\x60\x82",
	"gif":  "\x3B",
}

// headBytes is how much of a file is read for its size: a head with an Exif
// thumbnail and a colour profile is smaller, and what is larger is read whole.
const headBytes = 256 << 10

// lookAtEnds reads a picture's head and its last bytes.
func lookAtEnds(s io.ReadSeeker) (Info, error) {
	length, err := s.Seek(0, io.SeekEnd)
	if err != nil {
		return Info{}, err
	}
	if length > MaxBytes {
		return Info{}, ErrTooLarge
	}
	head := make([]byte, min(length, headBytes))
	if _, err := s.Seek(0, io.SeekStart); err != nil {
		return Info{}, err
	}
	if _, err := io.ReadFull(s, head); err != nil {
		return Info{}, err
	}
	info, err := size(head)
	switch {
	case errors.Is(err, ErrDamaged) && length > headBytes:
		return Info{}, errEndUnclear
	case err != nil:
		return Info{}, err
	}
	info.Bytes = length
	if info.Format == "webp" { // its head tells how long it is
		if length < 8+int64(binary.LittleEndian.Uint32(head[4:])) {
			return Info{}, ErrDamaged
		}
		return info, nil
	}
	if err := endsWell(s, info.Format); err != nil {
		return Info{}, err
	}
	return info, nil
}

// endsWell reads the last bytes of a file.
func endsWell(s io.ReadSeeker, format string) error {
	ending, known := endings[format]
	if !known {
		return errEndUnclear
	}
	tail := make([]byte, len(ending))
	if _, err := s.Seek(-int64(len(tail)), io.SeekEnd); err != nil {
		return err
	}
	if _, err := io.ReadFull(s, tail); err != nil {
		return err
	}
	if string(tail) != ending {
		return errEndUnclear
	}
	return nil
}

// whole reads a picture to its end: the segments of a JPEG, and of other formats
// all pixels.
func whole(b []byte, format string) error {
	switch format {
	case "jpeg":
		_, err := segments(b)
		return err
	case "webp":
		if len(b) < 8+int(binary.LittleEndian.Uint32(b[4:])) {
			return ErrDamaged
		}
		return nil
	}
	_, err := Decode(b)
	return err
}
