package cli_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tradewind.app/app/cli"
	"tradewind.app/assets"
)

// asProgram makes the test binary tradewind itself, for tests that must treat it
// as a process: with signals, with a real standard error.
const asProgram = "TRADEWIND_TEST_AS_PROGRAM"

// TestMain lets scripts run tradewind as a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(tradewind())
	}
	testscript.Main(m, map[string]func(){"tradewind": func() { os.Exit(tradewind()) }})
}

// tradewind is main.go without the window, which says instead what it would open.
func tradewind() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return cli.Main(ctx, os.Args[1:], cli.System{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Assets: assets.FS,
		Window: func(path string) error {
			_, err := fmt.Printf("window on %q\n", path)
			return err
		},
	})
}

func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT TESTED with -short: the scripts, hundreds of processes that each do one thing at a time")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"code": exitCode},
	})
}

// exitCode runs "code N program arguments..." and fails unless the program ends
// with that code.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program [arguments...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got, err = exit.ExitCode(), nil
	}
	ts.Check(err)
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
