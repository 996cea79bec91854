package export

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // shops' pictures
	"image/jpeg"
	_ "image/png"
	"io"
	"io/fs"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/webp"

	"tradewind.app/catalog"
)

// What a picture may be before it is decoded: 72 bytes can claim 60,000 x 60,000
// pixels, which would take 13 GB.
const (
	maxPictureBytes  = 25 << 20
	maxPicturePixels = 50_000_000
)

// What is wrong with a picture.
var (
	errPictureLarge = errors.New("picture too large")
	errNoOpener     = errors.New("pictures on this computer cannot be read here")
)

// picture is a local picture that goes along with a product.
type picture struct {
	name   string // without folder and extension
	source string
}

// shot is a picture in the form in which it goes along.
type shot struct {
	name string
	jpeg []byte
}

// Picture puts a local picture beside the files, as a JPEG, and returns the name
// under which it lies there, without its extension. base is the name wished for.
// It is for hooks. A picture that cannot be read is told as a problem.
func (k *Checker) Picture(base, source string) (string, *catalog.Problem) {
	if err := k.look(source); err != nil {
		p := pictureProblem(source, err)
		return "", &p
	}
	name := k.PictureName(base)
	k.now.pictures = append(k.now.pictures, picture{name, source})
	return name, nil
}

// PictureName returns a name for a picture that no other of the feed has, made of
// the first wish of which anything is left in a file name.
func (k *Checker) PictureName(wishes ...string) string {
	for _, wish := range wishes {
		if name := safeName(wish); name != "" {
			return k.names.take(name)
		}
	}
	return k.names.take("picture")
}

// pictureCodes are the problems of files that cannot be read.
var pictureCodes = map[string]bool{"picture-unreadable": true, "picture-not-there": true, "picture-too-large": true}

// pictureProblem tells why a picture cannot go along. It is a warning: the product
// can be sold without it, but somebody should look.
func pictureProblem(source string, err error) catalog.Problem {
	code := "picture-unreadable"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = "picture-not-there"
	case errors.Is(err, errPictureLarge):
		code = "picture-too-large"
	}
	return catalog.NewProblem(code, catalog.Warning, catalog.FieldImages, "picture", source)
}

// look reads a picture's head: whether it is there and of a size to be decoded.
func (k *Checker) look(source string) error {
	f, err := k.open(source)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = pictureSize(f)
	return err
}

func (k *Checker) open(source string) (io.ReadCloser, error) {
	if k.opts.Open == nil {
		return nil, errNoOpener
	}
	return k.opts.Open(source)
}

func pictureSize(r io.Reader) (format string, err error) {
	config, format, err := image.DecodeConfig(r)
	if err != nil {
		return "", err
	}
	if config.Width*config.Height > maxPicturePixels {
		return "", errPictureLarge
	}
	return format, nil
}

// takePictures reads a product's pictures. One whose head was sound and that turns
// out damaged keeps the product out, for its row names the picture already.
func (r *run) takePictures(m *made) []shot {
	var shots []shot
	for _, pic := range m.pictures {
		b, err := r.checker.takePicture(pic.source)
		if err != nil {
			p := pictureProblem(pic.source, err)
			p.Severity = catalog.Blocked
			m.problems.add(p, nil)
			m.unfit = true
			continue
		}
		shots = append(shots, shot{pic.name, b})
	}
	return shots
}

func (k *Checker) takePicture(source string) ([]byte, error) {
	f, err := k.open(source)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxPictureBytes+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxPictureBytes {
		return nil, errPictureLarge
	}
	return toJPEG(b, k.channel.spec.pictureLimit())
}

// toJPEG leaves a JPEG within the limit as it is and makes one of anything else,
// on white where the picture lets through.
func toJPEG(b []byte, limit Size) ([]byte, error) {
	format, err := pictureSize(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	if format == "jpeg" && Size(len(b)) <= limit {
		return b, nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	flat := image.NewRGBA(decoded.Bounds())
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), decoded, decoded.Bounds().Min, draw.Over)
	for _, quality := range []int{90, 80, 60} {
		var out bytes.Buffer
		if err := jpeg.Encode(&out, flat, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if Size(out.Len()) <= limit {
			return out.Bytes(), nil
		}
	}
	return nil, fmt.Errorf("%w: above %d bytes as a JPEG", errPictureLarge, limit)
}

// putPictures writes a product's pictures into the folders of the files that
// carry pictures.
func (r *run) putPictures(shots []shot) error {
	for _, f := range r.files {
		if f.spec.Pictures.Extension == "" {
			continue
		}
		for _, s := range shots {
			if err := r.putPicture(f.folder()+"/"+s.name+f.spec.Pictures.Extension, s.jpeg); err != nil {
				return err
			}
		}
		r.report.Pictures += len(shots)
	}
	return nil
}

func (r *run) putPicture(name string, b []byte) error {
	out, err := r.batch.Create(name)
	if err != nil {
		return err
	}
	_, err = out.Write(b)
	if err := errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
