package measures

import "tradewind.app/catalog/localize/words"

// Inches stay inches where China sells by them too: screens and pipes in 英寸, wheels,
// suitcases and pizzas in 寸. What the measure belongs to is behind it, "a 13-inch laptop
// sleeve", or in front of it, "fits TVs up to 65 inches", or what the product is.

// senseInches are the things that are measured in inches.
const senseInches = senseScreen | senseThread | senseWheel

// inches is the sense of a measure in inches, and whether that is in doubt.
func (sc scene) inches(m Measure) (of sense, why string, doubt bool) {
	if m.isTire() {
		of, why = sc.anywhere("in", senseWheel)
		return of, why, false
	}
	if m.Join == "×" || sc.to < sc.right && sc.u.Axes[sc.set.Tokens[sc.to].Low] != "" {
		return 0, "", false
	}
	if of, why, doubt = sc.inchesBehind(); of != 0 || doubt {
		return of, why, doubt
	}
	if of, why, doubt = sc.inchesBefore(); of != 0 || doubt || !sc.alone() {
		return of, why, doubt
	}
	for _, context := range sc.set.Contexts {
		if of, why, doubt = sc.u.inchesOf(sc.u.lex.Tokens(context)); of != 0 || doubt {
			return of, why, doubt
		}
	}
	return 0, "", false
}

// isTire reports whether a measure may be the diameter and the width of a tire: 26 x 1.95.
func (m Measure) isTire() bool {
	return m.Join == "×" && len(m.values) == 2 && m.values[0].Cmp(ten) >= 0 && m.values[1].Cmp(rat("5")) <= 0
}

// inchesBehind reads the things right behind the measure, up to a preposition.
func (sc scene) inchesBehind() (of sense, why string, doubt bool) {
	ts := sc.set.Tokens
	for i := sc.to; i < sc.right && !sc.u.endsThing(ts[i]); i++ {
		s, n := sc.u.at("in", ts, i)
		if s.has(senseInches) {
			of, doubt = sc.u.inchesHead(ts[i+n:sc.right], s)
			return of, sc.words(i, n), doubt
		}
		if s.has(senseFurniture | senseTelevision) {
			return 0, "", false
		}
	}
	return 0, "", false
}

// inchesHead reads the rest of a thing's name, whose last word is the thing itself: a
// wheel of a bike has the size, a lock of a bike may have its own.
func (u *Units) inchesHead(ts []words.Token, first sense) (of sense, doubt bool) {
	of = first & senseInches
	for i, t := range ts {
		if u.endsThing(t) {
			break
		}
		s, _ := u.at("in", ts, i)
		switch {
		case s.has(senseWheel) && !s.has(senseAccessory), s.has(senseThread):
			of = s & senseInches
		case s.has(senseFurniture), s.has(senseTelevision) && t.Stem == "stand" && first.has(senseScreen):
			return 0, true
		}
	}
	return of, false
}

// endsThing reports whether a word ends the name of a thing; the on of a carry-on does
// not.
func (u *Units) endsThing(t words.Token) bool {
	return t.Gap != "-" && u.lex.Kinds[t.Low].Has(words.Sentence|words.Conjunction)
}

// inchesBefore reads the thing in front of the measure, with nothing between them that
// could be measured itself.
func (sc scene) inchesBefore() (of sense, why string, doubt bool) {
	for end := sc.from; end > sc.left; end-- {
		s, n := sc.u.ending("in", sc.set.Tokens[sc.left:end])
		switch {
		case s.has(senseInches):
			return s & senseInches, sc.words(end-n, n), doubt
		case s.has(senseFurniture | senseTelevision):
			doubt = true
		case !s.has(senseAccessory) && !sc.filler(end-1):
			return 0, "", false
		}
	}
	return 0, "", false
}

// inchesOf is the sense of a measure that is alone in its clause, by a product's title: it
// is a screen, or made for one. Of a title with both the size may be either's.
func (u *Units) inchesOf(ts []words.Token) (of sense, why string, doubt bool) {
	if of, why = u.last("in", ts, senseInches); of == 0 {
		return 0, "", false
	}
	head := u.head(ts)
	if s, _ := u.ending("in", head); s.has(senseInches|senseAccessory) && !s.has(senseFurniture) {
		return of, why, head[len(head)-1].Stem == "stand" && of.has(senseScreen)
	}
	return 0, why, true
}

// head are the words of a title that name the thing itself, without figures and what is
// said behind them.
func (u *Units) head(ts []words.Token) []words.Token {
	var list []words.Token
	for i, t := range ts {
		if s, _ := u.at("in", ts, i); s == 0 && (u.endsThing(t) || u.breaks(t)) && len(list) > 0 {
			break
		}
		if t.Kind == words.WordToken && t.Stem != "inch" && t.Low != "in" {
			list = append(list, t)
		}
	}
	return list
}
