package text

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// template is a message in one language, cut at its arguments.
type template []part

// part is a piece of plain text, an argument, or a choice by an argument's number.
type part struct {
	plain     string
	arg       string
	one, many string
}

// Doubled braces mean themselves; while the template is cut they are these
// two control characters, which no message has.
var (
	hideBraces = strings.NewReplacer("{{", "\x01", "}}", "\x02")
	showBraces = strings.NewReplacer("\x01", "{", "\x02", "}")
)

func parseTemplate(s string) (template, error) {
	var t template
	s = hideBraces.Replace(s)
	for s != "" {
		plain, rest, found := strings.Cut(s, "{")
		if strings.Contains(plain, "}") {
			return nil, fmt.Errorf("a } without its { in %q", s)
		}
		if plain != "" {
			t = append(t, part{plain: showBraces.Replace(plain)})
		}
		if !found {
			break
		}
		inner, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, fmt.Errorf("a { without its } in %q", s)
		}
		p, err := parseArgument(inner)
		if err != nil {
			return nil, err
		}
		t, s = append(t, p), after
	}
	return t, nil
}

func parseArgument(s string) (part, error) {
	name, words, choice := strings.Cut(s, ":")
	if name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
		return part{}, fmt.Errorf("{%s}: %q is not the name of an argument", s, name)
	}
	if !choice {
		return part{arg: name}, nil
	}
	one, many, ok := strings.Cut(words, "|")
	if !ok {
		return part{}, fmt.Errorf("{%s}: write {%s:one|many}", s, name)
	}
	return part{arg: name, one: one, many: many}, nil
}

// args lists the arguments that the template names, sorted.
func (t template) args() []string {
	var names []string
	for _, p := range t {
		if p.arg != "" {
			names = append(names, p.arg)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// render fills the template. An argument that is not given stays as it is
// written, which is seen and does no harm. A space is put where Chinese meets a Latin
// word or a number, since it is not known which of them an argument will be.
func (t template) render(args map[string]string) string {
	var b strings.Builder
	for _, p := range t {
		piece := p.fill(args)
		if meets(b.String(), piece) {
			b.WriteByte(' ')
		}
		b.WriteString(piece)
	}
	return b.String()
}

func (p part) fill(args map[string]string) string {
	value, given := args[p.arg]
	switch {
	case p.arg == "":
		return p.plain
	case !given:
		return "{" + p.arg + "}"
	case p.one == "" && p.many == "":
		return value
	case value == "1":
		return p.one
	}
	return p.many
}

// meets reports whether a Chinese character and a Latin one are where two texts are
// joined.
func meets(before, after string) bool {
	left, _ := utf8.DecodeLastRuneInString(before)
	right, _ := utf8.DecodeRuneInString(after)
	return isHan(left) && isLatin(right) || isLatin(left) && isHan(right)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) || '0' <= r && r <= '9' }
