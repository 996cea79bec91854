package app

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
)

// longestLog is how large the log may be before it begins anew, in bytes.
const longestLog = 1 << 20

// openLog opens the log in the user's cache folder. Where there is none nothing
// is logged: the program works without.
func openLog() (*slog.Logger, io.Closer, string) {
	none := slog.New(slog.DiscardHandler)
	folder, err := os.UserCacheDir()
	if err != nil {
		return none, io.NopCloser(nil), ""
	}
	path := filepath.Join(folder, "tradewind", "tradewind.log")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return none, io.NopCloser(nil), ""
	}
	mode := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() { // a pipe would be waited for
			return none, io.NopCloser(nil), ""
		}
		if info.Size() > longestLog {
			mode |= os.O_TRUNC
		}
	}
	f, err := os.OpenFile(path, mode, 0o600)
	if err != nil {
		return none, io.NopCloser(nil), ""
	}
	return slog.New(slog.NewTextHandler(f, nil)), f, path
}

// logError notes that something failed. The error's own text is left out, since
// it may name products: what kind it is, and where the program was, is enough.
func logError(l *slog.Logger, err error) {
	attributes := []any{"kind", kinds(err)}
	if p, ok := job.IsPanic(err); ok {
		attributes = append(attributes, "panic", panicKind(p.Value), "stack", string(p.Stack))
	}
	l.Error("failed", attributes...)
}

// kinds are the types of an error and of what it wraps, and the code of its
// message where it has one.
func kinds(err error) string {
	var list []string
	for e := err; e != nil; e = errors.Unwrap(e) {
		list = append(list, fmt.Sprintf("%T", e))
	}
	var speaker text.Speaker
	if errors.As(err, &speaker) {
		code, _ := speaker.Message()
		list = append(list, code)
	}
	return strings.Join(list, " > ")
}

// panicKind is the text of what the runtime found wrong, which has no texts of
// products, otherwise the type alone.
func panicKind(value any) string {
	var found runtime.Error
	if err, ok := value.(error); ok && errors.As(err, &found) {
		return found.Error()
	}
	return fmt.Sprintf("%T", value)
}

// guard does what a person asked for. A panic in it becomes a message and an
// entry in the log; the window goes on, with every edit in it.
func (w *window) guard(do func()) {
	defer func() {
		if v := recover(); v != nil {
			w.fail(&job.PanicError{Value: v, Stack: debug.Stack()})
		}
	}()
	w.keepFocus(do)
}
