package picture

import (
	"encoding/binary"
	"errors"
	"io"
)

// errEndUnclear says that a file's last bytes do not show whether it is whole:
// some cameras put more behind a picture.
var errEndUnclear = errors.New("the end does not tell")

// endings are how files of each format end that are whole.
var endings = map[string]string{
	"jpeg": "\xFF\xD9",
	"png":  "IEND\xAE\x42\x60\x82",
	"gif":  "\x3B",
}

// headBytes are how much of a file is read for its size: most heads are short, one
// with an Exif preview and a colour profile is longer, and what is longer still is
// read whole.
var headBytes = []int64{4 << 10, 256 << 10}

// lookAtEnds reads a picture's head and its last bytes.
func lookAtEnds(s io.ReadSeeker) (Info, error) {
	length, err := s.Seek(0, io.SeekEnd)
	if err != nil {
		return Info{}, err
	}
	if length > MaxBytes {
		return Info{}, ErrTooLarge
	}
	for _, n := range headBytes {
		head := make([]byte, min(length, n))
		if _, err := s.Seek(0, io.SeekStart); err != nil {
			return Info{}, err
		}
		if _, err := io.ReadFull(s, head); err != nil {
			return Info{}, err
		}
		info, err := size(head)
		if errors.Is(err, ErrDamaged) && length > n {
			continue
		}
		if err == nil {
			info.Bytes = length
			err = endsWell(s, info.Format, head)
		}
		if err != nil {
			return Info{}, err
		}
		return info, nil
	}
	return Info{}, errEndUnclear
}

// endsWell reads the last bytes of a file; the head of a WebP says how long it is.
func endsWell(s io.ReadSeeker, format string, head []byte) error {
	if format == "webp" {
		length, err := s.Seek(0, io.SeekEnd)
		if err != nil {
			return err
		}
		return webpEnds(head, length)
	}
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
		return webpEnds(b, int64(len(b)))
	}
	_, err := Decode(b)
	return err
}

// webpEnds compares a WebP's length with the one that its head says.
func webpEnds(head []byte, length int64) error {
	if length < 8+int64(binary.LittleEndian.Uint32(head[4:])) {
		return ErrDamaged
	}
	return nil
}
