package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
)

// orientation says how a picture is to be turned to be upright, in the numbers of
// Exif's tag 0x0112: 1 is upright, 3 upside down, 6 and 8 lie on a side; 2, 4, 5
// and 7 are mirrored too.
type orientation uint16

const upright orientation = 1

// orientationTag is the orientation's number in Exif.
const orientationTag = 0x0112

// orientationOf reads the orientation from a picture's Exif part; a picture that
// does not say, or says nonsense, is upright.
func orientationOf(b []byte, format string) orientation {
	switch format {
	case "jpeg":
		return exifOrientation(jpegExif(b))
	case "png":
		return exifOrientation(chunkOf(b, len(pngHead), "eXIf", binary.BigEndian))
	case "webp":
		return exifOrientation(bytes.TrimPrefix(chunkOf(b, len("RIFF0000WEBP"), "EXIF", binary.LittleEndian), []byte(exifName)))
	}
	return upright
}

// jpegExif finds the Exif part of a JPEG's head. The pixels are not looked at: the
// head alone may be there.
func jpegExif(b []byte) []byte {
	for at := 2; at+4 <= len(b) && b[at] == 0xFF; {
		if b[at+1] == 0xFF { // any number of them may come before a marker
			at++
			continue
		}
		marker, length := b[at+1], int(binary.BigEndian.Uint16(b[at+2:]))
		end := at + 2 + length
		if marker == markerSOS || length < 2 || end > len(b) {
			return nil
		}
		if body := b[at+4 : end]; marker == markerAPP1 && bytes.HasPrefix(body, []byte(exifName)) {
			return body[len(exifName):]
		}
		at = end
	}
	return nil
}

// exifOrientation reads the tag from Exif's first folder.
func exifOrientation(exif []byte) orientation {
	if len(exif) < 8 {
		return upright
	}
	var order binary.ByteOrder
	switch string(exif[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return upright
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return upright
	}
	count := int(order.Uint16(exif[at:]))
	entries := exif[at+2:]
	for i := 0; i < count && len(entries) >= 12; i, entries = i+1, entries[12:] {
		if order.Uint16(entries) != orientationTag {
			continue
		}
		if o := orientation(order.Uint16(entries[8:])); o >= 1 && o <= 8 {
			return o
		}
	}
	return upright
}

// exif is a segment that says nothing but the orientation.
func (o orientation) exif() []byte {
	b := []byte{0xFF, markerAPP1, 0, 34}
	b = append(b, exifName+"MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01"...)
	b = binary.BigEndian.AppendUint16(b, uint16(o))
	return append(b, 0, 0, 0, 0, 0, 0)
}

// lies reports whether width and height change places.
func (o orientation) lies() bool { return o >= 5 }

// turn draws a picture upright.
func (o orientation) turn(m image.Image) image.Image {
	if o == upright {
		return m
	}
	from := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(from, from.Rect, m, m.Bounds().Min, draw.Src)
	w, h := from.Rect.Dx(), from.Rect.Dy()
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	if o.lies() {
		to = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			sx, sy := o.source(x, y, w, h)
			copy(to.Pix[y*to.Stride+4*x:][:4], from.Pix[sy*from.Stride+4*sx:])
		}
	}
	return to
}

// source is where a pixel of the upright picture comes from in one of w x h pixels.
func (o orientation) source(x, y, w, h int) (sx, sy int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}
