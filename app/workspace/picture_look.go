package workspace

import (
	"context"
	"errors"
	"io/fs"

	"tradewind.app/export"
	"tradewind.app/export/picture"
)

// PictureState tells what became of looking at a picture.
type PictureState uint8

// The states of a picture.
const (
	PictureFine       PictureState = iota
	PictureOnWeb                   // it is not fetched: nothing leaves this machine
	PictureMissing                 // no file is there
	PictureUnreadable              // the file is no picture, or too large to be one
	PictureDamaged                 // the file is not whole
	PictureOutside                 // the file lies where no pictures are looked for, and was not opened
)

// PictureFacts are what is known of a picture without showing it.
type PictureFacts struct {
	State         PictureState
	Width, Height int   // px
	Bytes         int64 // of the file
}

// LookAtPicture reads both ends of a product's picture.
func (w *Workspace) LookAtPicture(ctx context.Context, source string) (PictureFacts, error) {
	if onWeb(source) {
		return PictureFacts{State: PictureOnWeb}, nil
	}
	f, err := w.pictures(ctx)(source)
	if err != nil {
		return PictureFacts{State: stateFor(err)}, ctx.Err()
	}
	defer f.Close()
	info, err := picture.Look(f)
	if err != nil {
		return PictureFacts{State: stateFor(err)}, ctx.Err()
	}
	return PictureFacts{Width: info.Width, Height: info.Height, Bytes: info.Bytes}, nil
}

func stateFor(err error) PictureState {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return PictureMissing
	case errors.Is(err, export.ErrPictureOutside):
		return PictureOutside
	case errors.Is(err, picture.ErrDamaged):
		return PictureDamaged
	}
	return PictureUnreadable
}
