package cli_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tradewind.app/app/cli"
	"tradewind.app/assets"
)

// asProgram makes the test binary tradewind itself, for tests that must treat it
// as a process: with signals, with a real standard error.
const asProgram = "TRADEWIND_TEST_AS_PROGRAM"

// interrupted makes that process press Ctrl+C on itself at its first sign of progress.
const interrupted = "TRADEWIND_TEST_INTERRUPTED"

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
	var stderr io.Writer = os.Stderr
	if os.Getenv(interrupted) != "" {
		stderr = &interrupting{ctx: ctx}
	}
	return cli.Main(ctx, os.Args[1:], cli.System{
		In: os.Stdin, Out: os.Stdout, Err: stderr, Getenv: os.Getenv, Assets: assets.FS,
		Window: func(path string) error {
			_, err := fmt.Printf("window on %q\n", path)
			return err
		},
	})
}

// interrupting is a standard error whose first line sends the process the signal of
// Ctrl+C, and waits until it has arrived: no process is too fast to be interrupted.
type interrupting struct {
	ctx  context.Context
	once sync.Once
}

func (i *interrupting) Write(b []byte) (int, error) {
	n, err := os.Stderr.Write(b)
	i.once.Do(func() {
		var self *os.Process
		if self, err = os.FindProcess(os.Getpid()); err != nil {
			return
		}
		if err = self.Signal(os.Interrupt); err == nil {
			<-i.ctx.Done()
		}
	})
	return n, err
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
