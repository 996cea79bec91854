package arch_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// vagueWords are words that our comments used for too many things: reported, is, has
// and otherwise say what is meant. With a capital letter they are names, such as Others
// of an assumption.
var vagueWords = regexp.MustCompile(`\b(told|tell|tells|telling|stand|stands|standing|stood|hold|holds|holding|held|else|others)\b`)

// mostVagueWords is how many of them 1,000 lines of comments may have, outside tests.
// Nine well-known Go projects have 0 to 6.
const mostVagueWords = 8

// TestPlainWords counts vague words in the comments of each area of the tree: the first
// two folders, such as catalog/store.
func TestPlainWords(t *testing.T) {
	areas := map[string]*wordCount{}
	for name, f := range parseTree(t, "../..") {
		name = strings.TrimPrefix(filepath.ToSlash(name), "../../")
		folders := strings.Split(filepath.ToSlash(filepath.Dir(name)), "/")
		area := strings.Join(folders[:min(len(folders), 2)], "/")
		if areas[area] == nil {
			areas[area] = &wordCount{}
		}
		areas[area].add(name, f)
	}
	for area, c := range areas {
		if most := (c.lines*mostVagueWords + 999) / 1000; len(c.words) > most {
			t.Errorf("%s: %d vague words in %d lines of comments, want at most %d; say reported, is, has, otherwise, the rest:\n\t%s",
				area, len(c.words), c.lines, most, strings.Join(c.words, "\n\t"))
		}
	}
}

// wordCount is what the comments of an area have.
type wordCount struct {
	lines int
	words []string // each with its file and line
}

func (c *wordCount) add(name string, f file) {
	for _, group := range f.ast.Comments {
		for _, comment := range group.List {
			lines := strings.Split(comment.Text, "\n")
			c.lines += len(lines)
			for i, line := range lines {
				for _, word := range vagueWords.FindAllString(line, -1) {
					c.words = append(c.words, fmt.Sprintf("%s:%d: %s: %s", name, f.line(comment.Pos())+i, word, strings.TrimSpace(line)))
				}
			}
		}
	}
}
