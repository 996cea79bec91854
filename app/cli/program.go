package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"

	"github.com/mattn/go-isatty"

	"tradewind.app/app/text"
	"tradewind.app/app/version"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// program is one run of the command line: what every command shares.
type program struct {
	System
	out      *bufio.Writer // over System.Out
	text     *text.Printer
	progress *progress

	json    bool
	verbose bool
	version bool
	path    string // of the catalogue, as --catalog says
	lang    string
	name    string // who writes; "": as the account says
}

// say puts a line for people among the results.
func (c *program) say(code string, args ...any) { c.print(c.text.Say(code, args...)) }

// print puts a line among the results.
func (c *program) print(line string) {
	c.progress.clear()
	fmt.Fprintln(c.out, printable(line)) // a failed write is reported when out is flushed
}

// note puts a line beside the results, behind those that were put before it.
func (c *program) note(line string) {
	c.progress.clear()
	_ = c.out.Flush() // the writer keeps the error and reports it at the end
	fmt.Fprintln(c.Err, printable(line))
}

// remark says something beside the results, for people.
func (c *program) remark(code string, args ...any) { c.note(c.text.Say(code, args...)) }

// locale is the language that channels name themselves in.
func (c *program) locale() catalog.Locale {
	if c.text.Language() == text.Chinese {
		return catalog.SimplifiedChinese
	}
	return catalog.Source
}

// printable takes control characters out of a line: the texts of a spreadsheet
// and the names of files must not steer the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// write puts one thing among the results, as one line of JSON.
func (c *program) write(v any) error {
	if err := encodeJSON(c.out, v); err != nil {
		return fmt.Errorf("write results: %w", err)
	}
	return nil
}

func encodeJSON(to io.Writer, v any) error {
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// sayVersion says which Tradewind this is.
func (c *program) sayVersion() error {
	v := version.Current()
	if c.json {
		return c.write(v)
	}
	c.print(c.text.Version(v))
	return nil
}

// progress writes to standard error how far a command is: in one line that is
// written over where that is a terminal, in lines of their own with -v, not at
// all otherwise.
type progress struct {
	out      io.Writer
	terminal bool
	shown    bool // a line is on the terminal
	last     time.Time
}

// between two looks a person sees no difference.
const between = 100 * time.Millisecond

func newProgress(out io.Writer) *progress {
	f, ok := out.(*os.File)
	return &progress{out: out, terminal: ok && isatty.IsTerminal(f.Fd())}
}

// track returns the progress of a job whose step is named by the message code,
// with {of}.
func (c *program) track(code string) workspace.Progress {
	p := c.progress
	if !p.terminal && !c.verbose {
		return nil
	}
	return func(done, total int) {
		if now := time.Now(); done != total && now.Sub(p.last) >= between {
			p.last = now
			p.show(c.text.Say(code, "of", outOf(done, total)))
		}
	}
}

// outOf writes "1,200 / 10,000 (12%)", or the number alone when nobody knows
// the whole.
func outOf(done, total int) string {
	if total <= 0 {
		return text.Count(int64(done))
	}
	return fmt.Sprintf("%s / %s (%d%%)", text.Count(int64(done)), text.Count(int64(total)), done*100/total)
}

func (p *progress) show(line string) {
	if !p.terminal {
		fmt.Fprintln(p.out, line)
		return
	}
	fmt.Fprint(p.out, "\r"+line+eraseRest)
	p.shown = true
}

// eraseRest clears what an older, longer line left (ECMA-48, EL).
const eraseRest = "\x1b[K"

// clear takes the line away before something different is said.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.out, "\r"+eraseRest)
		p.shown = false
	}
}
