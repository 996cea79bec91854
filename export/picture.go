package export

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"tradewind.app/catalog"
	"tradewind.app/catalog/regular"
	"tradewind.app/export/picture"
)

// ErrPictureOutside is the error of Options.Open for a picture that lies outside of
// the folders in which pictures are looked for. Such a file is not opened.
var ErrPictureOutside = errors.New("picture outside of the allowed folders")

var errNoOpener = errors.New("pictures on this computer cannot be read here")

// localPicture is a picture that goes along with a product.
type localPicture struct {
	name   string // without folder and extension
	source string
}

// shot is a picture in the form in which it goes along.
type shot struct {
	name string
	jpeg []byte
}

// pictureCodes are the problems of files that cannot be read.
var pictureCodes = map[string]bool{
	"picture-outside": true, "picture-unreadable": true, "picture-not-there": true,
	"picture-too-large": true, "picture-damaged": true,
}

// pictureProblem says why a picture cannot go along. It is a warning: the product
// can be sold without it, but somebody should look.
func pictureProblem(source string, err error) catalog.Problem {
	code := "picture-unreadable"
	var large *regular.TooLargeError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = "picture-not-there"
	case errors.Is(err, ErrPictureOutside):
		code = "picture-outside"
	case errors.Is(err, picture.ErrTooLarge), errors.As(err, &large):
		code = "picture-too-large"
	case errors.Is(err, picture.ErrDamaged):
		code = "picture-damaged"
	}
	return catalog.NewProblem(code, catalog.Warning, catalog.FieldImages, "picture", source)
}

// look reports whether a picture is there, whole, and of a size to be decoded.
func (k *Checker) look(source string) error {
	f, err := k.open(source)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = picture.Look(f)
	return err
}

func (k *Checker) open(source string) (io.ReadCloser, error) {
	if k.opts.Open == nil {
		return nil, errNoOpener
	}
	return k.opts.Open(source)
}

// takePictures reads a product's pictures. One whose head was sound and that turns
// out damaged keeps the product out, for its row names the picture already.
func (r *run) takePictures(rendered *renderedProduct) []shot {
	var shots []shot
	for _, pic := range rendered.pictures {
		b, err := r.checker.takePicture(pic.source)
		if err != nil {
			p := pictureProblem(pic.source, err)
			p.Severity = catalog.Blocked
			rendered.problems.add(p, nil)
			rendered.unfit = true
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
	b, err := picture.Read(f)
	if err != nil {
		return nil, err
	}
	return picture.JPEG(b, int64(k.channel.spec.pictureLimit()))
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

// pictures is where pictures go: where the files that name them go.
func (r *run) pictures() Batch {
	if r.packer != nil {
		return r.packer
	}
	return r.batch
}

func (r *run) putPicture(name string, b []byte) error {
	out, err := r.pictures().Create(name)
	if err != nil {
		return err
	}
	_, err = out.Write(b)
	if err := errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
