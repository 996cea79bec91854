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

// readTemperature writes a point of the scale, or a difference with the word behind it
// that says which way it goes: a cooler is no box here.
func (sc scene) readTemperature(m Measure) Reading {
	m.span = sc.isSpan(m)
	if !m.span || m.off {
		return Reading{Text: m.Chinese()}
	}
	text := m.Chinese()
	if m.Unit.Code == "F" {
		text = "约" + text // a converted difference is about right
	}
	if sc.to < sc.right {
		if way := ways[sc.set.Tokens[sc.to].Low]; way != "" {
			return Reading{Text: text + "的" + way, Tokens: sc.to + 1 - sc.from}
		}
	}
	return Reading{Text: text}
}

// ways are the words behind a difference that say which way it goes.
var ways = map[string]string{
	"warmer": "升温", "hotter": "升温", "cooler": "降温", "colder": "降温", "higher": "升高", "lower": "降低", "rise": "升温", "increase": "升高", "drop": "降温", "reduction": "降低",
	"difference": "温差", "swing": "温差",
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
