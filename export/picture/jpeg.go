package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"slices"
)

// The markers of a JPEG that matter here.
const (
	markerSOI  = 0xD8
	markerEOI  = 0xD9
	markerSOS  = 0xDA
	markerAPP0 = 0xE0
	markerAPP1 = 0xE1
	markerAPP2 = 0xE2
	markerAdob = 0xEE // APP14: how its colours are to be read
	markerAPPn = 0xEF
	markerCOM  = 0xFE
)

const (
	jfifName    = "JFIF\x00"
	exifName    = "Exif\x00\x00"
	profileName = "ICC_PROFILE\x00"
	adobeName   = "Adobe"
)

// segment is a part of a JPEG: a marker with what belongs to it, and, of the start
// of a scan, the scan.
type segment struct {
	marker byte
	whole  []byte // with the marker
	body   []byte // without marker and length
}

// segments splits a JPEG up to its end; what lies behind that, such as a film or a
// second picture that a camera put there, is left out. A file that ends earlier is
// ErrDamaged.
func segments(b []byte) ([]segment, error) {
	if len(b) < 2 || b[0] != 0xFF || b[1] != markerSOI {
		return nil, image.ErrFormat
	}
	var all []segment
	for at := 2; ; {
		start := bytes.IndexByte(b[at:], 0xFF) // bytes before a marker belong to nothing
		if start < 0 {
			return nil, ErrDamaged
		}
		for at += start; at < len(b) && b[at] == 0xFF; at++ { // any number of them may come
		}
		if at >= len(b) {
			return nil, ErrDamaged
		}
		marker := b[at]
		at++
		if marker == markerEOI {
			return all, nil
		}
		if marker == 0 || marker == 1 || marker >= 0xD0 && marker <= markerSOI {
			continue // is alone, or is none
		}
		if at+2 > len(b) {
			return nil, ErrDamaged
		}
		end := at + int(binary.BigEndian.Uint16(b[at:]))
		if end < at+2 {
			return nil, image.ErrFormat
		}
		if end > len(b) {
			return nil, ErrDamaged
		}
		s := segment{marker: marker, body: b[at+2 : end]}
		if marker == markerSOS {
			end += scanLength(b[end:])
		}
		s.whole = b[at-2 : end] // one 0xFF before the marker, however many came
		all = append(all, s)
		at = end
	}
}

// scanLength is where the next marker follows a scan's pixels. In them a 0xFF is
// followed by a zero, or by the number of a restart.
func scanLength(b []byte) int {
	for at := 0; ; at++ {
		next := bytes.IndexByte(b[at:], 0xFF)
		if next < 0 || at+next+1 >= len(b) {
			return len(b)
		}
		at += next
		if m := b[at+1]; m != 0 && m != 0xFF && (m < 0xD0 || m > 0xD7) {
			return at
		}
	}
}

// strip takes out of a JPEG whatever is no picture: Exif with the place it was taken
// at, XMP, captions, comments, makers' notes, previews, and what lies behind its
// end. Colour profile and orientation stay, since a picture looks wrong without.
func strip(b []byte) ([]byte, error) {
	all, err := segments(b)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(b)), 0xFF, markerSOI)
	if i := slices.IndexFunc(all, isJFIF); i >= 0 {
		out = append(out, all[i].whole...) // must come first
	}
	if o := orientationOf(b, "jpeg"); o != upright {
		out = append(out, o.exif()...)
	}
	for _, s := range all {
		if s.isPicture() {
			out = append(out, s.whole...)
		}
	}
	return append(out, 0xFF, markerEOI), nil
}

func isJFIF(s segment) bool {
	return s.marker == markerAPP0 && bytes.HasPrefix(s.body, []byte(jfifName))
}

// isPicture reports whether the picture would look different without the segment.
func (s segment) isPicture() bool {
	switch {
	case s.marker == markerCOM:
		return false
	case s.marker == markerAPP2:
		return bytes.HasPrefix(s.body, []byte(profileName))
	case s.marker == markerAdob:
		return bytes.HasPrefix(s.body, []byte(adobeName))
	}
	return s.marker < markerAPP0 || s.marker > markerAPPn
}
