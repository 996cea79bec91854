package casetest

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// file judges what an export wrote.
func (j judge) file(a map[string]any) string {
	name := text(a["file"])
	data, err := os.ReadFile(filepath.Join(j.run.folder, "out", filepath.FromSlash(name)))
	if err != nil {
		return name + " was not written"
	}
	if a["xml"] != nil {
		if err := wellFormed(data); err != nil {
			return fmt.Sprintf("%s: %v", name, err)
		}
		return ""
	}
	if a["output"] != nil || a["output_not"] != nil || a["line"] != nil {
		return j.texts(a, string(data), name)
	}
	if a["rows"] == nil && a["differ"] == nil && a["row"] == nil {
		return "" // that it was written is all that is asked
	}
	rows, err := table(name, data)
	switch {
	case err != nil:
		return fmt.Sprintf("%s: %v", name, err)
	case a["differ"] != nil:
		return j.differ(a, rows)
	case a["row"] != nil:
		if why := j.row(rows, fields(a["row"]), fields(a["has"]), name); why != "" || a["rows"] == nil {
			return why
		}
	}
	return j.counted(len(rows), a["rows"], "rows of "+name)
}

// differ asks whether the rows that fit each selector have different values.
func (j judge) differ(a map[string]any, rows []row) string {
	var values []string
	for _, selector := range list(a["of"]) {
		i := slices.IndexFunc(rows, func(r row) bool { return j.allFit(r, fields(selector)) })
		if i < 0 {
			return "none with " + text(selector)
		}
		value := text(rows[i][text(a["differ"])])
		if slices.Contains(values, value) {
			return fmt.Sprintf("%v = %q twice", a["differ"], value)
		}
		values = append(values, value)
	}
	return ""
}

// output judges the text of a step for people.
func (j judge) output(a map[string]any) string {
	steps := j.pick(a, "import", "check", "export")
	s := steps[len(steps)-1]
	return j.texts(a, s.out+s.err, "output")
}

func (j judge) texts(a map[string]any, all, where string) string {
	if want := a["output"]; want != nil && !j.regexp(want).MatchString(all) {
		return fmt.Sprintf("%s: nothing like %v", where, want)
	}
	if not := a["output_not"]; not != nil {
		if found := j.regexp(not).FindString(all); found != "" {
			return fmt.Sprintf("%s: %q", where, found)
		}
	}
	if spec := fields(a["line"]); spec != nil {
		for line := range strings.Lines(all) {
			if j.lineFits(spec, line) {
				return ""
			}
		}
		return fmt.Sprintf("%s: no line with %s", where, text(spec))
	}
	return ""
}

func (j judge) lineFits(spec map[string]any, line string) bool {
	if lacks := spec["lacks"]; lacks != nil && j.regexp(lacks).MatchString(line) {
		return false
	}
	return !slices.ContainsFunc(some(spec["has"]), func(re string) bool { return !j.regexp(re).MatchString(line) })
}

// table reads an exported table as rows by column: its text, without types. The
// tables of Taobao begin with a line for their version, and have the columns'
// Chinese names behind their names.
func table(name string, data []byte) ([]row, error) {
	wide := bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF})
	r := csv.NewReader(transform.NewReader(bytes.NewReader(data), unicode.BOMOverride(unicode.UTF8.NewDecoder())))
	r.FieldsPerRecord = -1
	if wide || strings.HasSuffix(name, ".tsv") {
		r.Comma = '\t'
	}
	lines, err := r.ReadAll()
	if err != nil || len(lines) == 0 {
		return nil, err
	}
	columns, lines := lines[0], lines[1:]
	if strings.HasPrefix(columns[0], "version") && len(lines) > 1 {
		columns, lines = lines[0], lines[2:]
	}
	var rows []row
	for _, line := range lines {
		r := row{}
		for i, value := range line[:min(len(line), len(columns))] {
			r[columns[i]] = value
		}
		rows = append(rows, r)
	}
	return rows, nil
}

func wellFormed(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
