package export

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"testing"
)

func encoded(t *testing.T, kind string, size int, c color.Color) []byte {
	t.Helper()
	canvas := image.NewNRGBA(image.Rect(0, 0, size, size))
	for i := range size * size {
		canvas.Set(i%size, i/size, c)
	}
	var b bytes.Buffer
	var err error
	if kind == "png" {
		err = png.Encode(&b, canvas)
	} else {
		err = jpeg.Encode(&b, canvas, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestToJPEG(t *testing.T) {
	shot := encoded(t, "jpeg", 16, color.Black)
	got, err := toJPEG(shot, 1<<20)
	if err != nil || !bytes.Equal(got, shot) {
		t.Errorf("a JPEG within the limit was changed: %v", err)
	}
	got, err = toJPEG(encoded(t, "png", 16, color.Transparent), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	picture, format, err := image.Decode(bytes.NewReader(got))
	if err != nil || format != "jpeg" {
		t.Fatalf("%s, %v, want a jpeg", format, err)
	}
	if r, g, b, _ := picture.At(8, 8).RGBA(); r < 0xf000 || g < 0xf000 || b < 0xf000 {
		t.Errorf("what lets through became %x %x %x, want white", r, g, b)
	}
}

func TestToJPEGFitsTheLimit(t *testing.T) {
	noise := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range noise.Pix {
		noise.Pix[i] = byte(i * i * 31 >> 3)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, noise, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	limit := Size(b.Len() / 2)
	if got, err := toJPEG(b.Bytes(), limit); err != nil || Size(len(got)) > limit {
		t.Errorf("%d bytes, %v, want at most %d", len(got), err, limit)
	}
	if _, err := toJPEG(b.Bytes(), 10); !errors.Is(err, errPictureLarge) {
		t.Errorf("got %v, want %v", err, errPictureLarge)
	}
}

func TestToJPEGRefuses(t *testing.T) {
	whole := encoded(t, "png", 16, color.Black)
	for name, b := range map[string][]byte{"nothing": nil, "text": []byte("<svg/>"), "cut off": whole[:len(whole)-20]} {
		if got, err := toJPEG(b, 1<<20); err == nil {
			t.Errorf("%s: got %d bytes", name, len(got))
		}
	}
}

// bomb is a PNG head of 33 bytes that claims 60,000 x 60,000 pixels.
func bomb() []byte {
	head := []byte("IHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x06\x00\x00\x00")
	b := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(head))
}

func TestPicturesThatAreTooLarge(t *testing.T) {
	if _, err := toJPEG(bomb(), 1<<20); !errors.Is(err, errPictureLarge) {
		t.Errorf("a bomb: got %v, want %v", err, errPictureLarge)
	}
	k := &Checker{opts: Options{Open: func(string) (io.ReadCloser, error) { return io.NopCloser(zeros{}), nil }}}
	if _, err := k.takePicture("endless"); !errors.Is(err, errPictureLarge) {
		t.Errorf("an endless file: got %v, want %v", err, errPictureLarge)
	}
}

// zeros is a file without an end.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

func TestPictureProblems(t *testing.T) {
	for want, err := range map[string]error{"picture-not-there": fs.ErrNotExist, "picture-too-large": errPictureLarge, "picture-unreadable": image.ErrFormat} {
		if got := pictureProblem("a.jpg", err); got.Code != want || got.Args["picture"] != "a.jpg" {
			t.Errorf("%v: got %+v, want %s", err, got, want)
		}
	}
	if err := new(Checker).look("a.jpg"); !errors.Is(err, errNoOpener) {
		t.Errorf("got %v, want %v", err, errNoOpener)
	}
}
