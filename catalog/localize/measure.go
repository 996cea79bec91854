package localize

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// measure is a quantity with its unit, found in a text.
type measure struct {
	values []*big.Rat
	texts  []string // the values as written
	axes   []string // 长 宽 高 for each value, or none
	join   string   // between the values: × of dimensions, ～ of a range
	times  string   // "6" of "6 x 12 oz": how many of it
	unit   unit
	to     int      // where it ends in the text
	label  *measure // the same in metric units behind it: 12 fl oz (355 mL)
}

// scan reads a measure that begins at offset at: "12 fl oz", "5-7 in",
// "12x10x4 in", `5' 6"`, "6 x 330 ml", "-20°F". Without a unit there is none.
func (u *units) scan(s string, at int) (measure, bool) {
	start := at
	if s[at] == '-' {
		at++
	}
	m, ok := u.scanValues(s, at)
	if !ok || start != at && m.unit.dim != temperature {
		return measure{}, false
	}
	if start != at {
		m.values[0].Neg(m.values[0])
		m.texts[0] = "-" + m.texts[0]
	}
	u.addSmaller(&m, s)
	u.addRange(&m, s)
	u.readLabel(&m, s)
	return m, true
}

// maxValues is how many numbers a measure has: length, width, height, and a spare.
const maxValues = 4

// scanValues reads numbers joined by x, by, - or to, and their unit. The unit may
// stand behind each number or once behind the last.
func (u *units) scanValues(s string, at int) (measure, bool) {
	var m measure
	withUnit := -1 // the first value that has a unit
	for len(m.values) < maxValues {
		value, n := scanNumber(s[at:])
		if n == 0 {
			break
		}
		found, unitLen := u.scanUnit(s[at+n:])
		if unitLen > 0 && closesQuote(s, at+n) {
			unitLen = 0
		}
		if withUnit >= 0 && !m.continues(found, unitLen) {
			break
		}
		m.values, m.texts = append(m.values, value), append(m.texts, s[at:at+n])
		if at += n + unitLen; unitLen > 0 && withUnit < 0 {
			m.unit, withUnit = found, len(m.values)-1
		}
		at += u.scanAxis(&m, s[at:], withUnit >= 0)
		m.to = at
		join, n := scanJoin(s[at:], m.join, withUnit >= 0)
		if n == 0 {
			break
		}
		m.join, at = join, at+n
	}
	return m.checked(withUnit)
}

// continues reports whether a further number belongs to a measure that has its
// unit: "12 oz - 16 oz" and 12" x 10 do, "12 oz - 6 pack" does not.
func (m *measure) continues(u unit, unitLen int) bool {
	if unitLen == 0 {
		return m.join == "×"
	}
	return u.code == m.unit.code
}

// closesQuote reports whether the mark at offset at ends a quotation and is no
// inch: the "size 5" shoe.
func closesQuote(s string, at int) bool {
	if s[at] != '"' && !strings.HasPrefix(s[at:], "”") {
		return false
	}
	i := strings.LastIndexAny(s[:at], "\"“”")
	if i < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return !isAlnum(before) && s[i+size] != ' '
}

// checked gives the measure its sense: "6 x 330 ml" is a count of bottles, only
// lengths have dimensions. withUnit is the first value with a unit.
func (m measure) checked(withUnit int) (measure, bool) {
	if withUnit < 0 {
		return measure{}, false
	}
	if m.join == "×" && m.unit.dim != length && len(m.values) > 1 {
		one, times := 1, 0
		if withUnit == 0 {
			one, times = 0, 1
		}
		if len(m.values) != 2 || !m.values[times].IsInt() {
			return measure{}, false
		}
		m.times, m.values, m.texts = m.texts[times], m.values[one:one+1], m.texts[one:one+1]
	}
	if len(m.axes) != len(m.values) {
		m.axes = nil
	}
	return m, len(m.values) <= 2 || m.join == "×"
}

// scanAxis reads the letter of 12"L or 12 in L and returns its length.
func (u *units) scanAxis(m *measure, s string, have bool) int {
	trimmed := strings.TrimPrefix(s, " ")
	r, size := utf8.DecodeRuneInString(trimmed)
	if !have || u.axes[string(r)] == "" {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(trimmed[size:]); isAlnum(next) {
		return 0
	}
	m.axes = append(m.axes, u.axes[string(r)])
	return len(s) - len(trimmed) + size
}

// joints are what stands between two numbers of one measure, and its Chinese.
var joints = []struct{ text, chinese string }{
	{"x", "×"}, {"X", "×"}, {"×", "×"}, {"*", "×"}, {"by ", "×"}, {"to ", "～"}, {"~", "～"}, {"-", "～"}, {"–", "～"}, {"—", "～"},
}

// scanJoin reads the joint at the start of s when a number follows it. A measure
// has one kind of joint; before is the kind it has already. A dash with spaces
// around it ranges only between two full measures: "Pack of 6 - 12 oz" has none.
func scanJoin(s, before string, complete bool) (string, int) {
	rest := strings.TrimLeft(s, " ")
	for _, j := range joints {
		after, ok := strings.CutPrefix(rest, j.text)
		if !ok || before != "" && before != j.chinese {
			continue
		}
		number := strings.TrimLeft(after, " ")
		spaced := rest != s && number != after && strings.Contains("-–—", j.text)
		if number != "" && startsNumber(number) && (complete || !spaced) {
			return j.chinese, len(s) - len(number)
		}
	}
	return "", 0
}

func startsNumber(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isASCIIDigit(s[0]) || vulgar[r] != ""
}

// addRange reads the second half of 5'4" to 6'1", whose ends are measures of two
// units each.
func (u *units) addRange(m *measure, s string) {
	if len(m.values) != 1 || m.times != "" {
		return
	}
	join, n := scanJoin(s[m.to:], "～", true)
	if join == "" {
		return
	}
	end, ok := u.scanValues(s, m.to+n)
	if !ok || len(end.values) != 1 || end.unit.code != m.unit.code {
		return
	}
	u.addSmaller(&end, s)
	m.values, m.texts = append(m.values, end.values...), append(m.texts, end.texts...)
	m.join, m.to, m.axes = join, end.to, nil
}

// smaller are the units that follow another to make one measure of both.
var smaller = map[string]string{"ft": "in", "lb": "oz", "gal": "qt"}

// addSmaller reads the second half of 5' 6" and 2 lb 3 oz and adds it.
func (u *units) addSmaller(m *measure, s string) {
	want := smaller[m.unit.code]
	if want == "" || len(m.values) != 1 {
		return
	}
	at := m.to + len(s[m.to:]) - len(strings.TrimLeft(s[m.to:], " "))
	value, n := scanNumber(s[at:])
	if n == 0 {
		return
	}
	found, unitLen := u.scanUnit(s[at+n:])
	if unitLen == 0 || found.code != want {
		return
	}
	value.Mul(value, new(big.Rat).Quo(found.size, m.unit.size))
	m.values[0].Add(m.values[0], value)
	m.to = at + n + unitLen
}
