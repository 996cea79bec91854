package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"tradewind.app/catalog"
)

// Some promises are about two processes, or about one that dies. For these the
// test binary runs itself: with STORE_CHILD set it does that task on the
// catalogue named by its argument instead of running tests.
const childVariable = "STORE_CHILD"

var childTasks = map[string]func(path string, out io.Writer) error{
	"import": childImport,
	"hold":   childHold,
	"open":   childOpen,
	"read":   childRead,
	"steps":  childSteps,
}

func TestMain(m *testing.M) {
	task := childTasks[os.Getenv(childVariable)]
	if task == nil {
		os.Exit(m.Run())
	}
	if err := task(os.Args[1], os.Stdout); err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
}

// child is a running task.
type child struct {
	*exec.Cmd
	out   *bufio.Reader
	stdin io.Closer
}

func startChild(t *testing.T, task, path string, configure ...func(*exec.Cmd)) *child {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), binary, path)
	cmd.Env = append(os.Environ(), childVariable+"="+task)
	for _, f := range configure {
		f(cmd)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &child{cmd, bufio.NewReader(out), in}
}

// line waits for the next line that the task prints; it is empty at the end.
func (c *child) line() string {
	line, _ := c.out.ReadString('\n') // the end is told by no line
	return strings.TrimSpace(line)
}

// kill ends the task as a power cut would, and waits until it is gone.
func (c *child) kill(t *testing.T) {
	t.Helper()
	if err := c.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	_ = c.Wait() // that it was killed is no news
}

// childRows is how many products childImport imports.
const childRows = 400

// childImport imports products and prints where it is: "begin", "commit" before
// the last step, "done".
func childImport(path string, out io.Writer) error {
	ctx := context.Background()
	s, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	// With little memory the log is written all along and not only at the end.
	if _, err := s.writer.Exec("PRAGMA cache_size = 50"); err != nil {
		return err
	}
	b, err := s.Begin(ctx, Entry{Kind: KindImport})
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "begin")
	g := newGenerator(uint64(os.Getpid()))
	for i := range childRows {
		p := g.product(1000 + i)
		p.Variants[0].SKU = "CHILD-" + strconv.Itoa(i)
		if err := b.Put(ctx, news(p)[0]); err != nil {
			return err
		}
	}
	fmt.Fprintln(out, "commit")
	if _, err := b.Commit(ctx); err != nil {
		return err
	}
	fmt.Fprintln(out, "done")
	return s.Close()
}

// childHold opens a catalogue and holds it until its input ends.
func childHold(path string, out io.Writer) error {
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "open")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	return s.Close()
}

// childSteps is how many entries of stepRows products childSteps writes.
const (
	stepCount = 6
	stepRows  = 5
)

// childSteps writes entries one after the other and then holds the catalogue with
// all of them in the log.
func childSteps(path string, out io.Writer) error {
	ctx := context.Background()
	s, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	if _, err := s.writer.Exec("PRAGMA wal_autocheckpoint = 0"); err != nil {
		return err
	}
	for i := range stepCount {
		var products []*catalog.Product
		for j := range stepRows {
			products = append(products, sample(100+i*stepRows+j))
		}
		if _, err := s.Apply(ctx, Entry{Kind: KindEdit}, ListOf(news(products...)...), nil); err != nil {
			return err
		}
	}
	fmt.Fprintln(out, "done")
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// childOpen opens a catalogue for writing and tells what came of it.
func childOpen(path string, out io.Writer) error {
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	return tell(s, out)
}

// childRead opens a catalogue for reading and tells what it found.
func childRead(path string, out io.Writer) error {
	s, err := Open(context.Background(), path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	return tell(s, out)
}

func tell(s *Store, out io.Writer) error {
	r, err := s.Check(context.Background(), nil)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d products, %d findings, read-only: %v\n", r.Products, len(r.Findings), s.ReadOnly())
	_, err = s.Apply(context.Background(), Entry{Kind: KindEdit}, ListOf(news(sample(7777))...), nil)
	fmt.Fprintf(out, "writing: %v\n", err)
	return s.Close()
}
