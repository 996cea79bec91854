package measures

import (
	"math/big"
	"strings"
)

// labelTolerance is how far the two figures of a label may differ and still be
// one quantity: makers round, and 12 fl oz is printed as 350 mL at times.
var labelTolerance = big.NewRat(4, 100)

// readLabel looks behind the measure for the same quantity in the second system,
// "12 fl oz (355 mL)" or "355 mL / 12 fl oz", and takes both as one. The maker's
// own metric figure is then used: it is what the pack says.
func (u *Units) readLabel(m *Measure, s string) {
	rest := strings.TrimLeft(s[m.To:], " ")
	closing := ""
	switch {
	case strings.HasPrefix(rest, "("):
		closing = ")"
	case strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "|"):
	default:
		return
	}
	at := len(s) - len(rest) + 1
	at += len(s[at:]) - len(strings.TrimLeft(s[at:], " "))
	if at >= len(s) || !startsNumber(s[at:]) {
		return
	}
	other, ok := u.scanValues(s, at)
	if !ok || !strings.HasPrefix(s[other.To:], closing) || (m.Unit.Chinese == "") == (other.Unit.Chinese == "") || !u.same(m, other) {
		return
	}
	m.To = other.To + len(closing)
	if m.Unit.Chinese == "" {
		m.Label = &other
	}
}

// same reports whether two measures are one quantity. An ounce may be either
// kind: what it equals decides.
func (u *Units) same(m *Measure, other Measure) bool {
	if len(m.values) != len(other.values) || m.times != other.times || m.Unit.dim == kept || other.Unit.dim == kept {
		return false
	}
	us, metric := u.ounceLike(m.Unit, other.Unit), u.ounceLike(other.Unit, m.Unit)
	if us.dim != metric.dim {
		return false
	}
	for i := range m.values {
		if !near(us.base(m.values[i]), metric.base(other.values[i]), us.dim) {
			return false
		}
	}
	return true
}

// ounceLike is the kind of ounce that another unit makes of an ounce.
func (u *Units) ounceLike(ounce, other unit) unit {
	code := map[dimension]string{volume: "fl oz", areal: "oz/yd2"}[other.dim]
	if ounce.Code != "oz" || code == "" {
		return ounce
	}
	found, _ := u.unit(code)
	return found
}

func near(a, b *big.Rat, dim dimension) bool {
	diff := new(big.Rat).Sub(a, b)
	if dim == temperature {
		return diff.Abs(diff).Cmp(big.NewRat(2, 1)) <= 0
	}
	allowed := new(big.Rat).Mul(b, labelTolerance)
	return diff.Abs(diff).Cmp(allowed.Abs(allowed)) <= 0
}
