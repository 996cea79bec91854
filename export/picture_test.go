package export

import (
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"testing"

	"tradewind.app/catalog/regular"
	"tradewind.app/export/picture"
)

func TestEndlessPicture(t *testing.T) {
	k := &Checker{opts: Options{Open: func(string) (io.ReadCloser, error) { return io.NopCloser(zeros{}), nil }}}
	if _, err := k.takePicture("endless"); !errors.Is(err, picture.ErrTooLarge) {
		t.Errorf("got %v, want %v", err, picture.ErrTooLarge)
	}
	if err := k.look("endless"); !errors.Is(err, picture.ErrTooLarge) {
		t.Errorf("look: got %v, want %v", err, picture.ErrTooLarge)
	}
}

// zeros is a file without an end.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

func TestPictureProblems(t *testing.T) {
	tests := []struct {
		err  error
		want string
	}{
		{fs.ErrNotExist, "picture-not-there"},
		{fmt.Errorf("../a.jpg: %w", ErrPictureOutside), "picture-outside"},
		{picture.ErrTooLarge, "picture-too-large"},
		{&regular.TooLargeError{Path: "a.jpg", Limit: 1}, "picture-too-large"},
		{picture.ErrDamaged, "picture-damaged"},
		{&regular.NotRegularError{Path: "a.jpg"}, "picture-unreadable"},
		{image.ErrFormat, "picture-unreadable"},
	}
	for _, tt := range tests {
		got := pictureProblem("a.jpg", tt.err)
		if got.Code != tt.want || got.Args["picture"] != "a.jpg" || !pictureCodes[got.Code] {
			t.Errorf("%v: got %+v, want %s", tt.err, got, tt.want)
		}
	}
	if err := new(Checker).look("a.jpg"); !errors.Is(err, errNoOpener) {
		t.Errorf("got %v, want %v", err, errNoOpener)
	}
}
