// Package cli is the command line. It turns arguments into calls of
// app/workspace and their answers into text or JSON and an exit code. It must
// not know the window's toolkit: the window is handed in as a function.
package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// Main runs one command and returns the exit code of the process: 0 done,
// 1 error, 2 wrong usage. No arguments, or one catalogue file, open the
// window.
func Main(_ context.Context, args []string, _ io.Reader, _, errw io.Writer, window func(path string) error) int {
	switch {
	case len(args) == 0:
		return open(window, "", errw)
	case len(args) == 1 && strings.HasSuffix(args[0], ".tradewind"):
		return open(window, args[0], errw)
	}
	fmt.Fprintf(errw, "tradewind: unknown command %q\nusage: tradewind [FILE.tradewind]\n", args[0])
	return 2
}

func open(window func(string) error, path string, errw io.Writer) int {
	if err := window(path); err != nil {
		fmt.Fprintf(errw, "tradewind: %v\n", err)
		return 1
	}
	return 0
}
