package xlsx

import (
	"strconv"

	"tradewind.app/catalog"
)

// appendNumber appends the digits of a cell's value: 15 significant ones as Excel
// shows them, never with an exponent. ok is false when the value is no number.
//
// A value that is written as digits alone is kept to the last of them: a code of
// 18 digits from a program other than Excel is more than its double can represent.
func appendNumber(dst, value []byte) (_ []byte, ok bool) {
	if whole, point, plain := shape(value); plain {
		if point < 0 {
			return append(dst, value...), true
		}
		if whole <= 15 {
			return append(dst, trimFraction(value, point)...), true
		}
	}
	f, err := strconv.ParseFloat(string(value), 64)
	if err != nil || f != f {
		return dst, false
	}
	if abs := max(f, -f); abs >= 1e-4 && abs < 1e15 {
		return strconv.AppendFloat(dst, f, 'g', 15, 64), true
	}
	text := catalog.FormatFloat(f)
	return append(dst, text...), text != ""
}

// shape reports whether a value is digits with at most one point and no needless
// zero before them, how many digits it has and where the point is (-1: none).
func shape(value []byte) (digits, point int, plain bool) {
	body := value
	if len(body) > 0 && body[0] == '-' {
		body = body[1:]
	}
	if len(body) == 0 || body[0] == '.' || body[0] == '0' && (len(value) > len(body) || len(body) > 1 && body[1] != '.') {
		return 0, 0, false
	}
	point = -1
	for i, c := range body {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c == '.' && point < 0:
			point = i + len(value) - len(body)
		default:
			return 0, 0, false
		}
	}
	return digits, point, len(body) <= 40
}

// trimFraction drops the zeros that end a fraction, and a point that ends it.
func trimFraction(value []byte, point int) []byte {
	n := len(value)
	for n > point && value[n-1] == '0' {
		n--
	}
	if n == point+1 {
		n--
	}
	if n == 2 && value[0] == '-' && value[1] == '0' {
		return value[1:2]
	}
	return value[:n]
}

// percent gives 15.5% for 0.155.
func percent(value []byte) string {
	f, err := strconv.ParseFloat(string(value), 64)
	if err != nil {
		return string(value)
	}
	return catalog.FormatFloat(f*100) + "%"
}
