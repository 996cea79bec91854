// Package job runs work that takes longer than a person should wait: the only
// place of the program that starts goroutines for it, and the only one that
// hands results back to the thread the window lives on.
//
// A view model asks a Runner and never says go. In the program the runner is a
// Background with fyne.Do as its delivery; tests hand in an Inline, which makes
// everything happen at once, or a Stepping, which lets them cancel and leave a
// screen between the work and its result.
//
// job must not know what the work is, and no toolkit: how a function gets onto
// the window's thread is handed in.
package job

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
)

// Progress is given how far the work is. A total of 0 means that it is not
// known. It may be called from any goroutine, and often: runners thin it out.
type Progress func(done, total int)

// Runner runs work and reports its end.
//
// work gets ctx and must return soon after it is cancelled. done is called
// exactly once with work's own error, on the thread that results are delivered
// to; with ctx's error and without any work when ctx was cancelled before. It
// is also called when ctx was cancelled meanwhile: what the work has written is
// written, and somebody may want to say so. A screen that was left has cancelled
// its ctx and asks it before it takes the result.
type Runner interface {
	Run(ctx context.Context, work func(context.Context, Progress) error, done func(error))
}

// PanicError is what a panic in work becomes, so that one broken job does not
// end the program with everything that is not saved yet.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Unwrap gives the error that the work panicked with, where it was one.
func (e *PanicError) Unwrap() error {
	err, ok := e.Value.(error)
	if !ok {
		return nil
	}
	return err
}

// attempt does the work, unless nobody wants it any more.
func attempt(ctx context.Context, work func(context.Context, Progress) error, p Progress) (err error) {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{v, debug.Stack()}
		}
	}()
	return work(ctx, p)
}

// IsPanic finds the panic in err, for the log.
func IsPanic(err error) (*PanicError, bool) {
	var p *PanicError
	ok := errors.As(err, &p)
	return p, ok
}
