package chooser

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"unsafe"
)

var (
	dialogs         = syscall.NewLazyDLL("comdlg32.dll")
	getOpenFileName = dialogs.NewProc("GetOpenFileNameW")
	getSaveFileName = dialogs.NewProc("GetSaveFileNameW")
	extendedError   = dialogs.NewProc("CommDlgExtendedError")
	longestPath     = 32768                                                     // characters, of a path with the prefix \\?\
	flagsOpen       = uint32(0x00000008 | 0x00000800 | 0x00001000 | 0x00080000) // NOCHANGEDIR, PATHMUSTEXIST, FILEMUSTEXIST, EXPLORER
	flagsSave       = uint32(0x00000008 | 0x00000800 | 0x00000002 | 0x00080000) // OVERWRITEPROMPT in place of FILEMUSTEXIST
)

// openFileName is OPENFILENAMEW of commdlg.h.
type openFileName struct {
	size            uint32
	owner, instance uintptr
	filter          *uint16
	customFilter    *uint16
	maxCustomFilter uint32
	filterIndex     uint32
	file            *uint16
	maxFile         uint32
	fileTitle       *uint16
	maxFileTitle    uint32
	initialDir      *uint16
	title           *uint16
	flags           uint32
	fileOffset      uint16
	fileExtension   uint16
	defaultExt      *uint16
	customData      uintptr
	hook            uintptr
	templateName    *uint16
	reserved        uintptr
	reservedSize    uint32
	flagsEx         uint32
}

// System is Windows' common dialog.
func System(func(string) string) Func { return ask }

// ask cannot ask for a folder: the common dialog knows files alone.
func ask(_ context.Context, r Request) (string, error) {
	if r.Directory {
		return "", errors.ErrUnsupported
	}
	file := make([]uint16, longestPath)
	copy(file, wide(r.Name))
	o := openFileName{file: &file[0], maxFile: uint32(len(file)), title: &wide(r.Title)[0], flags: flagsOpen}
	o.size = uint32(unsafe.Sizeof(o))
	if r.Folder != "" {
		o.initialDir = &wide(r.Folder)[0]
	}
	if len(r.Extensions) > 0 {
		o.filter = &filter(r)[0]
		o.defaultExt = &wide(strings.TrimPrefix(r.Extensions[0], "."))[0]
	}
	call := getOpenFileName
	if r.Save {
		call, o.flags = getSaveFileName, flagsSave
	}
	if chosen, _, _ := call.Call(uintptr(unsafe.Pointer(&o))); chosen != 0 {
		return answer([]byte(syscall.UTF16ToString(file)))
	}
	if code, _, _ := extendedError.Call(); code != 0 {
		return "", fmt.Errorf("choose a file: common dialog error %#x", code)
	}
	return "", ErrCancelled
}

// wide is a text as Windows takes it, up to its first zero.
func wide(s string) []uint16 {
	s, _, _ = strings.Cut(s, "\x00")
	text, err := syscall.UTF16FromString(s)
	if err != nil {
		return []uint16{0}
	}
	return text
}

// filter is pairs of name and patterns, each ended by a zero, and a zero after all.
func filter(r Request) []uint16 {
	return append(append(wide(r.Kind), wide(strings.Join(r.patterns(), ";"))...), 0)
}
