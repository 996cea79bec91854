// Package chooser asks for a file with the chooser of the desktop, where one can
// be had without cgo: zenity or kdialog on Linux, the common dialog on Windows,
// osascript on macOS. It owns how they are called; it must not know what the file
// is for, nor the window's toolkit, whose own chooser serves everywhere but here.
package chooser

import (
	"context"
	"errors"
	"strings"
)

// ErrCancelled says that the person chose nothing.
var ErrCancelled = errors.New("no file was chosen")

// Request is what is asked for.
type Request struct {
	Title      string
	Save       bool     // a name for a new file, which may be there already
	Directory  bool     // a folder and not a file
	Folder     string   // to begin in; "" leaves it to the desktop
	Name       string   // proposed, with Save
	Kind       string   // what such files are called: "Spreadsheets"
	Extensions []string // ".xlsx"; none: any file
}

// Func asks, and returns when the person has answered. It must not be called on
// the window's thread. Another error than ErrCancelled means that the chooser
// itself did not work; errors.ErrUnsupported, that it cannot be asked for this.
type Func func(ctx context.Context, r Request) (path string, err error)

// patterns are the extensions as "*.xlsx".
func (r Request) patterns() []string {
	list := make([]string, len(r.Extensions))
	for i, e := range r.Extensions {
		list[i] = "*" + e
	}
	return list
}

// answer is what a chooser printed, as a path.
func answer(out []byte) (string, error) {
	path := strings.TrimRight(string(out), "\r\n")
	if path == "" {
		return "", ErrCancelled
	}
	return path, nil
}
