package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"
)

// corners is a picture of 24 x 16 pixels whose four corners differ.
func corners() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for y := range 16 {
		for x := range 24 {
			c := color.RGBA{A: 255}
			if x < 8 && y < 8 {
				c.R = 255
			}
			if x >= 16 && y < 8 {
				c.G = 255
			}
			if x < 8 && y >= 8 {
				c.B = 255
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func encoded(t *testing.T, kind string, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch kind {
	case "png":
		err = png.Encode(&b, m)
	case "gif":
		err = gif.Encode(&b, m, nil)
	default:
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: 95})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestJPEGMakesOneOfOthers(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 16, 16))
	got, err := JPEG(encoded(t, "png", clear), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	m, format, err := image.Decode(bytes.NewReader(got))
	if err != nil || format != "jpeg" {
		t.Fatalf("%s, %v, want a jpeg", format, err)
	}
	if r, g, b, _ := m.At(8, 8).RGBA(); r < 0xf000 || g < 0xf000 || b < 0xf000 {
		t.Errorf("transparent became %x %x %x, want white", r, g, b)
	}
}

func TestJPEGFitsTheLimit(t *testing.T) {
	noise := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range noise.Pix {
		noise.Pix[i] = byte(i * i * 31 >> 3)
	}
	b := encoded(t, "jpeg", noise)
	limit := int64(len(b) / 2)
	if got, err := JPEG(b, limit); err != nil || int64(len(got)) > limit {
		t.Errorf("%d bytes, %v, want at most %d", len(got), err, limit)
	}
	if _, err := JPEG(b, 10); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v, want %v", err, ErrTooLarge)
	}
}

// bomb is a PNG head of 33 bytes that claims 60,000 x 60,000 pixels.
func bomb() []byte {
	head := []byte("IHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x06\x00\x00\x00")
	b := append([]byte(pngHead+"\x00\x00\x00\x0d"), head...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(head))
}

// TestLook holds both ways of looking, at a file and at a stream, to one answer.
func TestLook(t *testing.T) {
	shot, drawn, moving := encoded(t, "jpeg", corners()), encoded(t, "png", corners()), encoded(t, "gif", corners())
	webp := "RIFF\x1a\x00\x00\x00WEBPVP8L\x0e\x00\x00\x00\x2f\x17\xc0\x03\x00\x88\x88\x08\x88\x88\x08\x88\x88\x08"
	tests := map[string]struct {
		b    []byte
		want error // nil for a whole picture of 24 x 16
	}{
		"jpeg":                     {shot, nil},
		"jpeg with a long head":    {withSegment(shot, 0xE4, strings.Repeat("x", 50_000)), nil},
		"jpeg with a longer head":  {longHead(shot), nil},
		"half of a longer head":    {longHead(shot)[:200_000], ErrDamaged},
		"more behind a jpeg":       {append(bytes.Clone(shot), "a film of where it was taken"...), nil},
		"jpeg with its end only":   {append(bytes.Clone(shot[:len(shot)/2]), 0), ErrDamaged},
		"half a jpeg":              {shot[:len(shot)/2], ErrDamaged},
		"half a jpeg, then zeros":  {append(bytes.Clone(shot[:len(shot)/2]), make([]byte, 500)...), ErrDamaged},
		"a jpeg without two bytes": {shot[:len(shot)-2], ErrDamaged},
		"a jpeg's first bytes":     {shot[:100], ErrDamaged},
		"png":                      {drawn, nil},
		"half a png":               {drawn[:len(drawn)/2], ErrDamaged},
		"gif":                      {moving, nil},
		"half a gif":               {moving[:len(moving)-20], ErrDamaged},
		"webp":                     {[]byte(webp), nil},
		"a webp without a byte":    {[]byte(webp[:len(webp)-1]), ErrDamaged},
		"bomb":                     {bomb(), ErrTooLarge},
		"nothing":                  {nil, image.ErrFormat},
		"text":                     {[]byte("<svg/>"), image.ErrFormat},
	}
	for name, tt := range tests {
		fromFile, err := Look(bytes.NewReader(tt.b))
		if !errors.Is(err, tt.want) || err != nil && tt.want == nil {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
		fromStream, err := Look(io.MultiReader(bytes.NewReader(tt.b)))
		if !errors.Is(err, tt.want) || fromStream != fromFile {
			t.Errorf("%s: a stream gives %v, %+v, a file %+v", name, err, fromStream, fromFile)
		}
		if tt.want == nil && (fromFile.Width != 24 || fromFile.Height != 16 || fromFile.Bytes != int64(len(tt.b))) {
			t.Errorf("%s: got %+v, want 24 x 16 and %d bytes", name, fromFile, len(tt.b))
		}
		if _, err := JPEG(tt.b, 1<<20); !strings.Contains(name, "webp") && !errors.Is(err, tt.want) {
			t.Errorf("%s: JPEG gives %v, want %v", name, err, tt.want)
		}
	}
}

// withExif puts a camera's Exif behind the first two bytes of a JPEG: an
// orientation, and where the picture was taken.
func withExif(b []byte, o orientation, order binary.AppendByteOrder) []byte {
	head := "MM\x00*"
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		head = "II*\x00"
	}
	tiff := order.AppendUint32([]byte(head), 8)
	tiff = order.AppendUint16(tiff, 2)
	tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, orientationTag), 3), 1)
	tiff = order.AppendUint16(order.AppendUint16(tiff, uint16(o)), 0)
	tiff = order.AppendUint32(order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x8825), 4), 1), 38)
	tiff = append(tiff, "GPS 48.8584 N, 2.2945 E"...)
	return withSegment(b, markerAPP1, exifName+string(tiff))
}

// longHead has more before its pixels than is looked at.
func longHead(b []byte) []byte {
	for range 8 {
		b = withSegment(b, 0xE4, strings.Repeat("x", 60_000))
	}
	return b
}

func withSegment(b []byte, marker byte, body string) []byte {
	out := append(bytes.Clone(b[:2]), 0xFF, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(append(out, body...), b[2:]...)
}

func TestJPEGTakesOutWhereItWasTaken(t *testing.T) {
	plain := encoded(t, "jpeg", corners())
	profile := bytes.Repeat([]byte("profile "), 20_000) // more than two segments hold
	copy(profile[16:], "RGB ")
	b := withProfile(plain, profile)
	for marker, body := range map[byte]string{
		0xE1: "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>GPS", 0xED: "Photoshop 3.0\x00GPS", 0xFE: "GPS",
		0xE5: "GPS", 0xE2: "MPF\x00GPS", 0xEF: "GPS",
	} {
		b = withSegment(b, marker, body)
	}
	b = withExif(b, 6, binary.BigEndian)
	b = withSegment(b, markerAPP0, jfifName+"\x01\x02\x00\x00\x01\x00\x01\x00\x00")
	b = append(b, "a film with GPS"...)
	got, err := JPEG(b, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(got, []byte("GPS")) {
		t.Error("the place is still there")
	}
	if !bytes.HasPrefix(got[4:], []byte("\x00\x10"+jfifName)) {
		t.Errorf("begins with % x, want JFIF first", got[:12])
	}
	if o := orientationOf(got, "jpeg"); o != 6 {
		t.Errorf("orientation %d, want 6", o)
	}
	if !bytes.Equal(jpegProfile(got), profile) {
		t.Error("the colour profile is not the same")
	}
	if !bytes.HasSuffix(got, plain[2:]) {
		t.Error("the pixels are not the same bytes")
	}
	again, err := JPEG(plain, 1<<20)
	if err != nil || !bytes.Equal(again, plain) {
		t.Errorf("a JPEG without metadata was changed: %v", err)
	}
}

// TestTurn turns the picture that each orientation describes, and finds the corners
// where they were.
func TestTurn(t *testing.T) {
	want := corners()
	for o := upright; o <= 8; o++ {
		w, h := 24, 16
		if o.lies() {
			w, h = h, w
		}
		stored := image.NewRGBA(image.Rect(0, 0, w, h))
		for y := range 16 {
			for x := range 24 {
				sx, sy := o.source(x, y, w, h)
				stored.Set(sx, sy, want.At(x, y))
			}
		}
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			b := withExif(encoded(t, "jpeg", stored), o, order)
			info, err := Look(bytes.NewReader(b))
			if err != nil || info.Width != 24 || info.Height != 16 {
				t.Errorf("orientation %d: %+v, %v, want 24 x 16", o, info, err)
			}
			got, err := Decode(b)
			if err != nil {
				t.Fatal(err)
			}
			for _, at := range []image.Point{{3, 3}, {20, 3}, {3, 12}, {20, 12}} {
				if !alike(got.At(at.X, at.Y), want.At(at.X, at.Y)) {
					t.Errorf("orientation %d: %v at %v, want %v", o, got.At(at.X, at.Y), at, want.At(at.X, at.Y))
				}
			}
		}
	}
}

func alike(a, b color.Color) bool {
	r, g, bl, _ := a.RGBA()
	r2, g2, bl2, _ := b.RGBA()
	return r>>15 == r2>>15 && g>>15 == g2>>15 && bl>>15 == bl2>>15
}

// TestTooLargeIsTurned: what is drawn anew has no orientation, so it must be upright.
func TestTooLargeIsTurned(t *testing.T) {
	noise := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for i := range noise.Pix {
		noise.Pix[i] = byte(i * i * 31 >> 3)
	}
	b := withExif(encoded(t, "jpeg", noise), 8, binary.LittleEndian)
	got, err := JPEG(b, int64(len(b)*9/10))
	if err != nil {
		t.Fatal(err)
	}
	info, err := Look(bytes.NewReader(got))
	if err != nil || info.Width != 32 || info.Height != 64 || orientationOf(got, "jpeg") != upright {
		t.Errorf("%+v, %v, want 32 x 64 upright", info, err)
	}
}

// TestProfileOfPNG: colours of a wide screen stay what they are in the JPEG.
func TestProfileOfPNG(t *testing.T) {
	profile := make([]byte, 200)
	copy(profile[16:], "RGB ")
	for name, want := range map[string][]byte{"RGB ": profile, "CMYK": nil} {
		own := bytes.Clone(profile)
		copy(own[16:], name)
		b := encoded(t, "png", corners())
		b = pngChunk(b, "iCCP", append([]byte("wide\x00\x00"), packed(t, own)...))
		b = pngChunk(b, "eXIf", orientation(3).exif()[4+len(exifName):])
		got, err := JPEG(b, 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(jpegProfile(got), want) {
			t.Errorf("%s: profile of %d bytes, want %d", name, len(jpegProfile(got)), len(want))
		}
		m, err := Decode(got)
		if err != nil || !alike(m.At(20, 12), color.RGBA{R: 255}) {
			t.Errorf("%s: %v, %v at the corner, want the red of the opposite one", name, err, m.At(20, 12))
		}
	}
}

func FuzzJPEG(f *testing.F) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, corners(), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(withExif(b.Bytes(), 6, binary.BigEndian))
	f.Add(bomb())
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := JPEG(b, 1<<16)
		if err != nil {
			return
		}
		if _, err := segments(got); err != nil {
			t.Errorf("what was made is not whole: %v", err)
		}
	})
}

// pngChunk puts a chunk behind the head of a PNG.
func pngChunk(b []byte, name string, body []byte) []byte {
	const head = len(pngHead) + 4 + 4 + 13 + 4
	out := binary.BigEndian.AppendUint32(bytes.Clone(b[:head]), uint32(len(body)))
	named := append([]byte(name), body...)
	out = binary.BigEndian.AppendUint32(append(out, named...), crc32.ChecksumIEEE(named))
	return append(out, b[head:]...)
}

func packed(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
