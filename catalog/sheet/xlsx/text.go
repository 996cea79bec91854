package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// attributes walks the attributes of a start tag.
type attributes struct {
	rest        []byte
	name, value []byte // name without its prefix, value as it is
}

func (a *attributes) next() bool {
	eq := bytes.IndexByte(a.rest, '=')
	if eq < 0 {
		return false
	}
	a.name = local(bytes.TrimSpace(a.rest[:eq]))
	rest := bytes.TrimLeft(a.rest[eq+1:], " \t\r\n")
	if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
		return false
	}
	end := bytes.IndexByte(rest[1:], rest[0])
	if end < 0 {
		return false
	}
	a.value, a.rest = rest[1:1+end], rest[end+2:]
	return true
}

// attribute returns the text of one attribute of the start tag.
func (s *scanner) attribute(name string) string {
	a := attributes{rest: s.attrs}
	for a.next() {
		if string(a.name) == name {
			text, err := appendText(nil, a.value)
			if err != nil {
				return string(a.value)
			}
			return string(text)
		}
	}
	return ""
}

// appendText appends character data with its entities resolved and its line ends
// as \n (XML 1.0, 2.11).
func appendText(dst, text []byte) ([]byte, error) {
	for len(text) > 0 {
		i := special(text)
		if i < 0 {
			return append(dst, text...), nil
		}
		dst = append(dst, text[:i]...)
		if text[i] == '\r' {
			if dst = append(dst, '\n'); i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			text = text[i+1:]
			continue
		}
		end := bytes.IndexByte(text[i:], ';')
		if end < 0 {
			return dst, errMalformed
		}
		r, ok := entity(text[i+1 : i+end])
		if !ok {
			return dst, errMalformed
		}
		dst = utf8.AppendRune(dst, r)
		text = text[i+end+1:]
	}
	return dst, nil
}

// special returns the index of the first & or \r. Two searches for a byte are
// quicker than one for a set, and returns are rare.
func special(text []byte) int {
	i := bytes.IndexByte(text, '&')
	if i < 0 {
		return bytes.IndexByte(text, '\r')
	}
	if j := bytes.IndexByte(text[:i], '\r'); j >= 0 {
		return j
	}
	return i
}

// entity resolves what is between & and ;.
func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := string(name[1:]), 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}

// unescape resolves _xHHHH_, in which OOXML writes the characters that XML cannot
// contain (ECMA-376 part 1, 22.9.2.19): _x000D_ is a carriage return, _x005F_ the
// underscore of a text that only looks like one. It works in place.
func unescape(text []byte) []byte {
	i := bytes.Index(text, []byte("_x"))
	if i < 0 {
		return text
	}
	out := text[:i]
	for i < len(text) {
		r, ok := escaped(text[i:])
		if !ok {
			out = append(out, text[i])
			i++
			continue
		}
		i += 7
		if low, ok := escaped(text[i:]); ok && utf16.IsSurrogate(r) {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				r = pair
				i += 7
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// escaped reads one _xHHHH_ at the beginning of text.
func escaped(text []byte) (rune, bool) {
	if len(text) < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	var r rune
	for _, c := range text[2:6] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
