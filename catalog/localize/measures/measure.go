package measures

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog/localize/words"
)

// Measure is a quantity with its unit, found in a text.
type Measure struct {
	values []*big.Rat
	texts  []string // the values as written
	axes   []string // 长 宽 高 for each value, or none
	Join   string   // between the values: × of dimensions, ～ of a range
	times  string   // "6" of "6 x 12 oz": how many of it
	Unit   unit
	From   int // where it begins in the text, and ends
	To     int
	summed bool     // of two units: 5 ft 6 in
	off    bool     // a tolerance: ±5 °F
	over   bool     // or more: 500+ lm
	span   bool     // a difference of temperatures, which has no zero
	Label  *Measure // the same in metric units behind it: 12 fl oz (355 mL)
}

// Scan reads a measure that begins at offset at: "12 fl oz", "5-7 in",
// "12x10x4 in", `5' 6"`, "6 x 330 ml", "-20°F", "±2 °F". Without a unit there is none.
func (u *Units) Scan(s string, at int) (Measure, bool) {
	sign, n := scanSign(s[at:])
	m, ok := u.scanValues(s, at+n)
	if !ok || sign == minus && m.Unit.dim != temperature {
		return Measure{}, false
	}
	switch sign {
	case minus:
		m.negate(0)
	case plusMinus:
		m.off = true
	}
	m.From = at
	u.addSmaller(&m, s)
	u.addSides(&m, s)
	u.addRange(&m, s)
	u.readLabel(&m, s)
	return m, true
}

// negate gives a value its sign.
func (m *Measure) negate(i int) {
	m.values[i].Neg(m.values[i])
	m.texts[i] = "-" + m.texts[i]
}

// The signs before a number.
const (
	minus     = "-"
	plusMinus = "±"
)

// scanSign reads the sign at the start of s and returns its length.
func scanSign(s string) (string, int) {
	for _, sign := range []struct{ text, sign string }{{"-", minus}, {"−", minus}, {"±", plusMinus}, {"+/-", plusMinus}, {"+/−", plusMinus}} {
		rest, ok := strings.CutPrefix(s, sign.text)
		if !ok {
			continue
		}
		if sign.sign == plusMinus {
			rest = strings.TrimLeft(rest, " ")
		}
		if rest != "" && startsNumber(rest) {
			return sign.sign, len(s) - len(rest)
		}
	}
	return "", 0
}

// maxValues is how many numbers a measure has: length, width, height, and a spare.
const maxValues = 4

// scanValues reads numbers joined by x, by, - or to, and their unit. The unit may
// are behind each number or once behind the last.
func (u *Units) scanValues(s string, at int) (Measure, bool) {
	var m Measure
	joint := ""
	withUnit := -1 // the first value that has a unit
	for len(m.values) < maxValues {
		value, n := scanNumber(s[at:])
		if n == 0 {
			break
		}
		plus := 0
		if strings.HasPrefix(s[at+n:], "+") {
			plus = 1
		}
		found, unitLen := u.scanUnit(s[at+n+plus:])
		if unitLen == 0 {
			plus = 0
		}
		if unitLen > 0 && closesQuote(s, at+n) {
			unitLen = 0
		}
		if withUnit >= 0 && !continues(m.Unit, joint, found, unitLen) {
			break
		}
		m.Join = joint
		m.values, m.texts = append(m.values, value), append(m.texts, s[at:at+n])
		m.over = plus > 0
		if at += n + plus + unitLen; unitLen > 0 && withUnit < 0 {
			m.Unit, withUnit = found, len(m.values)-1
		}
		at += u.scanAxis(&m, s[at:], withUnit >= 0)
		m.To = at
		next, n := scanJoin(s[at:], joint, withUnit >= 0)
		if n == 0 {
			break
		}
		joint, at = next, at+n
	}
	return m.checked(withUnit)
}

// continues reports whether a further number belongs to a measure that has its
// unit: "12 oz - 16 oz" and 12" x 10 do, "12 oz - 6 pack" does not.
func continues(before unit, joint string, u unit, unitLen int) bool {
	if unitLen == 0 {
		return joint == "×"
	}
	return u.Code == before.Code
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
	return !words.IsAlnum(before) && s[i+size] != ' '
}

// checked gives the measure its sense: "6 x 330 ml" is a count of bottles, only
// lengths have dimensions. withUnit is the first value with a unit.
func (m Measure) checked(withUnit int) (Measure, bool) {
	if withUnit < 0 {
		return Measure{}, false
	}
	if m.Join == "×" && m.Unit.dim != length && len(m.values) > 1 {
		one, times := 1, 0
		if withUnit == 0 {
			one, times = 0, 1
		}
		if len(m.values) != 2 || !m.values[times].IsInt() {
			return Measure{}, false
		}
		m.times, m.values, m.texts = m.texts[times], m.values[one:one+1], m.texts[one:one+1]
	}
	if len(m.axes) != len(m.values) {
		m.axes = nil
	}
	return m, len(m.values) <= 2 || m.Join == "×"
}

// scanAxis reads the letter of 12"L or 12 in L and returns its length.
func (u *Units) scanAxis(m *Measure, s string, have bool) int {
	trimmed := strings.TrimPrefix(s, " ")
	r, size := utf8.DecodeRuneInString(trimmed)
	if !have || u.Axes[string(r)] == "" {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(trimmed[size:]); words.IsAlnum(next) {
		return 0
	}
	m.axes = append(m.axes, u.Axes[string(r)])
	return len(s) - len(trimmed) + size
}

// joints are what is between two numbers of one measure, and its Chinese.
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
		_, sign := scanSign(number)
		signed := sign > 0 && complete && before == "～"
		if number != "" && (startsNumber(number) || signed) && (complete || !spaced) {
			return j.chinese, len(s) - len(number)
		}
	}
	return "", 0
}

func startsNumber(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return words.IsASCIIDigit(s[0]) || words.Vulgar[r] != ""
}

// addRange reads the second half of 5'4" to 6'1", whose ends are measures of two
// units each.
func (u *Units) addRange(m *Measure, s string) {
	if len(m.values) != 1 || m.times != "" {
		return
	}
	join, n := scanJoin(s[m.To:], "～", true)
	if join == "" {
		return
	}
	sign, size := scanSign(s[m.To+n:])
	end, ok := u.scanValues(s, m.To+n+size)
	if !ok || sign != "" && (sign != minus || m.Unit.dim != temperature) || len(end.values) != 1 {
		return
	}
	if m.Unit.dim == kept && end.Unit.dim == kept && m.Unit.Code != end.Unit.Code {
		m.texts[0] += m.Unit.Chinese // 20赫兹～20千赫
		m.Unit = end.Unit
	}
	if end.Unit.Code != m.Unit.Code {
		return
	}
	u.addSmaller(&end, s)
	if sign == minus {
		end.negate(0)
	}
	m.values, m.texts = append(m.values, end.values...), append(m.texts, end.texts...)
	m.Join, m.To, m.axes = join, end.To, nil
}

// addSides reads the other sides of 5'3" x 7'6" and 15 ft x 48 in, which are feet, inches
// or both.
func (u *Units) addSides(m *Measure, s string) {
	for m.Unit.Code == "ft" && m.times == "" && m.axes == nil && len(m.values) < maxValues-1 {
		join, n := scanJoin(s[m.To:], "×", true)
		if join == "" {
			return
		}
		side, ok := u.scanValues(s, m.To+n)
		if !ok || len(side.values) != 1 || side.Unit.Code != "ft" && side.Unit.Code != "in" {
			return
		}
		u.addSmaller(&side, s)
		value := side.values[0].Mul(side.values[0], new(big.Rat).Quo(side.Unit.size, m.Unit.size))
		m.values, m.texts = append(m.values, value), append(m.texts, side.texts[0])
		m.Join, m.To, m.summed = join, side.To, true
	}
}

// smaller are the units that follow another to make one measure of both.
var smaller = map[string]string{"ft": "in", "lb": "oz", "gal": "qt"}

// addSmaller reads the second half of 5' 6" and 2 lb 3 oz and adds it.
func (u *Units) addSmaller(m *Measure, s string) {
	want := smaller[m.Unit.Code]
	if want == "" || len(m.values) != 1 {
		return
	}
	at := m.To + len(s[m.To:]) - len(strings.TrimLeft(s[m.To:], " "))
	value, n := scanNumber(s[at:])
	if n == 0 {
		return
	}
	found, unitLen := u.scanUnit(s[at+n:])
	if unitLen == 0 || found.Code != want {
		return
	}
	value.Mul(value, new(big.Rat).Quo(found.size, m.Unit.size))
	m.values[0].Add(m.values[0], value)
	m.To, m.summed = at+n+unitLen, true
}
