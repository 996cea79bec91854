package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"tradewind.app/app/text"
	"tradewind.app/app/version"
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
