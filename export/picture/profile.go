package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
)

// pngHead begins every PNG.
const pngHead = "\x89PNG\r\n\x1a\n"

// maxProfile is the largest colour profile that is kept, in bytes. Profiles of
// screens and cameras have some KB.
const maxProfile = 1 << 20

// profilePart is how much of a profile a segment of a JPEG has beside its name
// and its number.
const profilePart = 0xFFFF - 2 - len(profileName) - 2

// profileOf returns a picture's colour profile (ICC) if it can be in a JPEG of
// red, green and blue.
func profileOf(b []byte, format string) []byte {
	var profile []byte
	switch format {
	case "jpeg":
		profile = jpegProfile(b)
	case "png":
		profile = pngProfile(chunkOf(b, len(pngHead), "iCCP", binary.BigEndian))
	case "webp":
		profile = chunkOf(b, len("RIFF0000WEBP"), "ICCP", binary.LittleEndian)
	}
	// Bytes 16 to 19 of a profile name the colours it is of (ICC.1:2022, 7.2.6).
	if len(profile) < 128 || len(profile) > maxProfile || string(profile[16:20]) != "RGB " {
		return nil
	}
	return profile
}

func jpegProfile(b []byte) []byte {
	all, err := segments(b)
	if err != nil {
		return nil
	}
	var profile []byte
	for _, s := range all {
		if s.marker == markerAPP2 && s.isPicture() && len(s.body) > len(profileName)+2 {
			profile = append(profile, s.body[len(profileName)+2:]...)
		}
	}
	return profile
}

// pngProfile unpacks a profile: its name, a zero, how it is packed, and it.
func pngProfile(chunk []byte) []byte {
	_, packed, found := bytes.Cut(chunk, []byte{0})
	if !found || len(packed) < 2 {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(r, maxProfile+1))
	if err != nil {
		return nil
	}
	return profile
}

// chunkOf finds a chunk of a PNG or a WebP, which differ in the order of bytes, in
// whether the name comes first, and in what follows: a checksum, or a byte that
// makes the length even.
func chunkOf(b []byte, at int, name string, order binary.ByteOrder) []byte {
	for at+8 <= len(b) {
		length, found, rest := order.Uint32(b[at:]), string(b[at+4:at+8]), uint64(4)
		if order == binary.LittleEndian {
			length, found = order.Uint32(b[at+4:]), string(b[at:at+4])
			rest = uint64(length & 1)
		}
		end := uint64(at) + 8 + uint64(length)
		if end > uint64(len(b)) {
			return nil
		}
		if found == name {
			return b[at+8 : end]
		}
		if end+rest > uint64(len(b)) {
			return nil
		}
		at = int(end + rest)
	}
	return nil
}

// withProfile puts a colour profile into a JPEG that was just made.
func withProfile(b, profile []byte) []byte {
	if len(profile) == 0 {
		return b
	}
	parts := (len(profile) + profilePart - 1) / profilePart
	out := append(make([]byte, 0, len(b)+len(profile)+parts*24), b[:2]...)
	for n := 1; n <= parts; n++ {
		part := profile[:min(len(profile), profilePart)]
		profile = profile[len(part):]
		out = append(out, 0xFF, markerAPP2)
		out = binary.BigEndian.AppendUint16(out, uint16(2+len(profileName)+2+len(part)))
		out = append(append(out, profileName...), byte(n), byte(parts))
		out = append(out, part...)
	}
	return append(out, b[2:]...)
}
