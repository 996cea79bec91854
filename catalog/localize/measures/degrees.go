package measures

import "tradewind.app/catalog/localize/words"

// A point of the scale of Fahrenheit is moved and scaled, a difference only scaled: "10 °F
// warmer" and "±5 °F" have no 32 in them.

// isSpan reports whether the degrees of a measure are a difference.
func (sc scene) isSpan(m Measure) bool {
	if m.off {
		return true
	}
	ts := sc.set.Tokens
	for n := 1; n <= maxSenseWords && sc.from-n >= sc.left; n++ {
		s, size := sc.u.at("F", ts, sc.from-n)
		if s.has(senseSpanBefore) && size == n {
			return m.Join == "" || ts[sc.from-n].Low != "within" // within 60-80 °F is a range of points
		}
	}
	for i := sc.to; i < min(sc.right, sc.to+3); i++ {
		if s, _ := sc.u.at("F", ts, i); s.has(senseSpanAfter) {
			return true
		}
		if !spanFillers[ts[i].Low] {
			return false
		}
	}
	return false
}

// spanFillers may be between degrees and the word that makes a difference of them.
var spanFillers = map[string]bool{"temperature": true, "temp": true, "or": true, "more": true, "of": true, "in": true, "degrees": true}

// degrees reads bare degrees, which are an angle or, in the US, Fahrenheit.
func (sc scene) degrees(m Measure) (Measure, string, bool) {
	span := sc.isSpan(m)
	heat, _ := sc.clause("deg", senseHeat|senseAngle)
	if heat == 0 && !fullTurns[m.texts[0]] {
		heat, _ = sc.product("deg", senseHeat)
	}
	switch {
	case span || heat.has(senseHeat):
		m.Unit, _ = sc.u.unit("F")
		m.span = span
		return m, "", true
	case sc.signed(m):
		return m, "", false // 360° is a number with a sign
	case heat.has(senseAngle) || fullTurns[m.texts[0]]:
		return m, "", true
	}
	return m, DoubtDegrees, true
}

// fullTurns are angles that no weather has.
var fullTurns = map[string]bool{"360": true, "270": true, "180": true, "135": true, "120": true, "90": true, "45": true}

// signed reports whether the degrees were written with the sign.
func (sc scene) signed(m Measure) bool {
	return sc.to > 0 && sc.set.Tokens[sc.to-1].Kind == words.SignToken && sc.set.Text[m.To-1] != 's'
}
