package casetest

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// address is a cell that a text names; the column is "" where it names a line only.
type address struct {
	column string
	row    int
}

// longestRange is how many rows of a range are counted: no problem names a
// place by a range that names half the sheet.
const longestRange = 1000

var (
	cellPattern  = regexp.MustCompile(`([A-Z]{0,3})(\d{1,6})`)
	rangePattern = regexp.MustCompile(`^\s?[-–:]\s?([A-Z]{0,3})(\d{1,6})`)
	tokenPattern = regexp.MustCompile(`^(?:row (\d+)|([A-Z]+)(\d+))$`)
)

// addresses returns the cells and lines that a text names: "B7", "row 3",
// "C2:C9", "lines 4-6". What is part of a word, a decimal or a percentage is none.
func addresses(text string) []address {
	var found []address
	for at := 0; at < len(text); {
		m := cellPattern.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		start, end := at+m[0], at+m[1]
		column, row := text[at+m[2]:at+m[3]], atoi(text[at+m[4]:end])
		at = end
		if start > 0 && (isWord(text[start-1]) || text[start-1] == '.' || text[start-1] == '$') || goesOn(text[end:]) {
			continue
		}
		last, lastColumn := row, ""
		if r := rangePattern.FindStringSubmatch(text[end:]); r != nil && !goesOn(text[end+len(r[0]):]) {
			lastColumn, last, at = r[1], atoi(r[2]), end+len(r[0])
		}
		for n := row; n <= min(last, row+longestRange); n++ {
			found = append(found, address{column, n})
		}
		if lastColumn != "" && lastColumn != column {
			found = append(found, address{lastColumn, last})
		}
	}
	return found
}

// goesOn reports whether a number's text is not over: a word, a percentage or a
// decimal goes on.
func goesOn(rest string) bool {
	switch {
	case rest == "":
		return false
	case rest[0] == '.':
		return len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9'
	}
	return rest[0] == '%' || isWord(rest[0])
}

func isWord(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err) // six digits at most
	}
	return n
}

// liesAt reports whether a problem is about "row 4", the cell "C4" or "Sheet!C4", or
// the "head" of a sheet. Its sentence counts where its place names no cell.
func (j judge) liesAt(p problem, token string) bool {
	place, said := p.Place, []string{p.Message}
	for key, v := range p.Args {
		switch key {
		case "source", "checked", "value", "first":
		default:
			said = append(said, text(v))
		}
	}
	for i := range said {
		said[i] = j.withoutFiles(said[i])
	}
	place = j.withoutFiles(place)
	here := addresses(place[strings.LastIndex(place, "!")+1:])
	if token == "head" {
		return !slices.ContainsFunc(here, func(a address) bool { return a.row != 1 })
	}
	if sheet, cell, ok := strings.Cut(token, "!"); ok {
		if !strings.Contains(place+strings.Join(said, " "), sheet) {
			return false
		}
		token = cell
	}
	if len(here) == 0 {
		for _, s := range said {
			here = append(here, addresses(s)...)
		}
	}
	m := tokenPattern.FindStringSubmatch(token)
	if m == nil {
		j.Fatalf("broken case: no such place: %s", token)
	}
	if m[1] != "" {
		return slices.ContainsFunc(here, func(a address) bool { return a.row == atoi(m[1]) })
	}
	return slices.ContainsFunc(here, func(a address) bool {
		return a.row == atoi(m[3]) && (a.column == "" || a.column == m[2])
	})
}

// withoutFiles takes the names of the case's files out of a text: their digits name
// no rows.
func (j judge) withoutFiles(s string) string {
	for _, name := range j.run.names {
		s = strings.ReplaceAll(s, path.Base(name), "")
	}
	return s
}
