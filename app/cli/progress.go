package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
)

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
