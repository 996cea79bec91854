// Package cli is the command line. It turns arguments into calls of
// app/workspace, and their answers into text or JSON and an exit code.
//
// Results go to standard output, everything said about them to standard error,
// so that a pipe carries results alone. With --json a result is JSON, one line
// for each thing; without it, it is for people, in English or Chinese, with
// columns that line up.
//
// The package must not know how anything is stored, read or encoded, nor the
// window's toolkit: the window is handed in as a function. cobra stays in
// root.go, help.go and where a command names its flags.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
)

// The exit codes of the process.
const (
	exitDone        = 0
	exitError       = 1
	exitUsage       = 2
	exitSkipped     = 3 // done, but some products or rows were left out
	exitInterrupted = 130
)

// System is what the command line is given from outside.
type System struct {
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Getenv func(string) string
	Assets fs.FS                   // what the program ships: terms, samples
	Window func(path string) error // opens the window and returns when it is closed
}

// errSkipped ends a command that did its work and has said what it left out.
var errSkipped = errors.New("some products were left out")

// usageError is a command called in a way that cannot work.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// Main runs one command and returns the exit code of the process. No arguments,
// or one catalogue file, open the window. When ctx is cancelled the command ends
// without anything half done.
func Main(ctx context.Context, args []string, sys System) int {
	c := newProgram(sys, args)
	root := c.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if e := c.out.Flush(); err == nil && e != nil {
		err = fmt.Errorf("write results: %w", e)
	}
	return c.exit(ctx, err)
}

// exit says what went wrong and returns the code for it.
func (c *program) exit(ctx context.Context, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errSkipped):
		return exitSkipped
	case errors.As(err, &usage):
		c.complain(usage.error)
		return exitUsage
	case ctx.Err() != nil:
		c.complain(ctx.Err())
		return exitInterrupted
	}
	c.complain(err)
	return exitError
}

// complain says an error in one sentence; -v adds its own words, for a report.
func (c *program) complain(err error) {
	var refused *workspace.RefusedError
	if errors.As(err, &refused) {
		for _, p := range refused.Problems {
			c.note("tradewind: " + c.text.Problem(p))
		}
		return
	}
	sentence := c.text.Error(err)
	c.note("tradewind: " + sentence)
	if c.verbose && err.Error() != sentence {
		c.note("  " + err.Error())
	}
}

// newProgram settles the language before anything is said: even the help needs it.
func newProgram(sys System, args []string) *program {
	c := &program{System: sys, out: bufio.NewWriter(sys.Out), text: text.For(text.Detect(sys.Getenv))}
	if lang, ok := text.ParseLanguage(flagIn(args, "--lang")); ok {
		c.text = text.For(lang)
	}
	c.progress = newProgress(sys.Err)
	return c
}

// flagIn finds a flag's value before the arguments are parsed.
func flagIn(args []string, name string) string {
	for i, a := range args {
		switch {
		case a == "--":
			return ""
		case a == name && i+1 < len(args):
			return args[i+1]
		case len(a) > len(name) && a[:len(name)+1] == name+"=":
			return a[len(name)+1:]
		}
	}
	return ""
}
