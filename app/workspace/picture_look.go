package workspace

import (
	"context"
	"errors"
	"image"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
)

// PictureState tells what became of looking at a picture.
type PictureState uint8

// The states of a picture.
const (
	PictureFine       PictureState = iota
	PictureOnWeb                   // it is not fetched: nothing leaves this machine
	PictureMissing                 // no file is there
	PictureUnreadable              // the file is no picture, or too large to be one
)

// PictureFacts are what is known of a picture without showing it.
type PictureFacts struct {
	State         PictureState
	Width, Height int   // px
	Bytes         int64 // of the file
}

// PictureSource is how a product names a picture's file: from the catalogue's folder
// where it lies in it, so that both can be moved together, else by its whole path.
func (w *Workspace) PictureSource(path string) string {
	from, err := filepath.Rel(filepath.Dir(w.Path()), path)
	if err != nil || !filepath.IsLocal(from) {
		return path
	}
	return filepath.ToSlash(from)
}

// LookAtPicture reads the head of a product's picture and counts its bytes.
func (w *Workspace) LookAtPicture(ctx context.Context, source string) (PictureFacts, error) {
	if strings.Contains(source, "://") {
		return PictureFacts{State: PictureOnWeb}, nil
	}
	f, err := w.pictures(ctx)(source)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return PictureFacts{State: PictureMissing}, ctx.Err()
		}
		return PictureFacts{State: PictureUnreadable}, ctx.Err()
	}
	defer f.Close()
	counted := &counter{r: f}
	config, _, err := image.DecodeConfig(counted)
	if err != nil {
		return PictureFacts{State: PictureUnreadable}, ctx.Err()
	}
	if _, err := io.Copy(io.Discard, counted); err != nil {
		return PictureFacts{State: PictureUnreadable}, ctx.Err()
	}
	return PictureFacts{Width: config.Width, Height: config.Height, Bytes: counted.n}, nil
}

// counter counts the bytes that are read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
