package localize

import "strings"

// quantity reads what begins with a number at token i: a measure, a pack, or
// nothing. It returns the number of tokens read.
func (a *analyser) quantity(text string, ts []token, i int) (stretch, int) {
	if ts[i].kind == signToken && ts[i].text != "-" {
		return stretch{}, 0
	}
	if m, ok := a.lex.units.scan(text, ts[i].from); ok {
		return a.measureAt(m, text, ts, i)
	}
	if s, n := a.crossed(text, ts, i); n > 0 {
		return s, n
	}
	number, n := a.counted(ts[i:])
	if n == 0 || i+n >= len(ts) {
		return yearsOld(ts, i)
	}
	h, ok := a.packWord(ts[i+n:])
	if !ok {
		return yearsOld(ts, i)
	}
	if h.term.Hans == "岁" && a.yearsLast(ts, i) {
		h.term.Hans = "年"
	}
	return packed(a.counter(number, h), h), n + h.words
}

// measureAt writes the measure that begins at token i with the word behind it
// that belongs to it, a container or the name of an axis.
func (a *analyser) measureAt(m measure, text string, ts []token, i int) (stretch, int) {
	n := i
	for n < len(ts) && ts[n].from < m.to {
		n++
	}
	if m.unit.code == "in" && m.join == "" && m.label == nil && n < len(ts) && a.lex.things[ts[n].stem].has(inches) {
		m.unit.chinese = "英寸"
	}
	s := a.measured(m, text)
	if word := a.container(ts, i, n); word != "" {
		s.Text += word + "装"
		n++
	} else if n < len(ts) && a.lex.units.axes[ts[n].low] != "" && m.join != "×" {
		s.Text = a.lex.units.axes[ts[n].low] + s.Text
		n++
	}
	return s, n - i
}

// counted reads the number that counts something, "12", "6-12", "6 to 36" or
// "two", and returns it as Chinese writes it with its number of tokens.
func (a *analyser) counted(ts []token) (string, int) {
	if word := a.lex.numbers[ts[0].low]; word != "" {
		return word, 1
	}
	if ts[0].kind != numberToken {
		return "", 0
	}
	if len(ts) > 2 && ts[1].low == "to" && ts[2].kind == numberToken {
		return ts[0].text + "～" + ts[2].text, 3
	}
	return ranged(ts[0].text), 1
}

// container finds the bag of "Coffee, 2 lb bag": a word for a container that
// ends the clause which the measure began. Elsewhere it may be the product.
func (a *analyser) container(ts []token, from, at int) string {
	if from == 0 || at >= len(ts) || a.lex.signs.breaks[ts[from-1].text] == "" || at+1 < len(ts) && a.lex.signs.breaks[ts[at+1].text] == "" {
		return ""
	}
	h, ok := a.packWord(ts[at : at+1])
	if !ok || !a.lex.counters.containers[h.term.Hans] {
		return ""
	}
	return h.term.Hans
}

// measured writes a measure in Chinese units and says why an ounce is a volume.
func (a *analyser) measured(m measure, text string) stretch {
	note := ""
	if m.unit.code == "oz" && m.label == nil {
		if fluid, why := a.lex.ounceSense(text, a.context...); fluid {
			m.unit, note = a.lex.units.fluidOunce(), why
		}
	}
	return stretch{Segment: Segment{Text: m.chinese(), Origin: FromUnit, Note: note}, role: measureRole}
}

// packWord finds the measure word right behind a number: capsules, pack, speed.
func (a *analyser) packWord(ts []token) (hit, bool) {
	if ts[0].kind != wordToken || strings.TrimLeft(ts[0].gap, " -\u00a0") != "" {
		return hit{}, false
	}
	h, ok := a.tb.find(ts, wanted{Pack, a.field, true})
	return h, ok && (h.term.Part == Pack || h.term.Part == Count)
}

func packed(text string, h hit) stretch {
	s := termStretch(h, text)
	s.Text, s.role = text, packRole
	if h.term.Part == Count {
		s.role = contentRole
	}
	return s
}

// ranged writes the dash of a range of numbers as Chinese does: 6～12.
func ranged(number string) string {
	return strings.NewReplacer("-", "～", "–", "～").Replace(number)
}

// packOf reads "pack of 6", "set of 4", "box of 20 tea bags" at token i.
func (a *analyser) packOf(text string, ts []token, i int) (stretch, int) {
	if i+2 >= len(ts) || ts[i].kind != wordToken || ts[i+1].low != "of" || ts[i+2].kind != numberToken {
		return stretch{}, 0
	}
	container, ok := a.tb.find(ts[i:i+1], wanted{Pack, a.field, true})
	if !ok || container.term.Part != Pack {
		return stretch{}, 0
	}
	if _, measured := a.lex.units.scan(text, ts[i+2].from); measured {
		return stretch{}, 0
	}
	number := ranged(ts[i+2].text)
	if i+3 < len(ts) {
		if inner, ok := a.packWord(ts[i+3:]); ok && inner.term.Part == Pack {
			return packed(a.counter(number, inner)+inContainer(container.term.Hans), inner), 3 + inner.words
		}
	}
	return packed(number+pieces(container.term.Hans), container), 3
}

// inContainer says what holds the counted pieces: 20包 in a box are 20包/盒, a
// pack of 6 bars is 6块装.
func inContainer(word string) string {
	if strings.HasSuffix(word, "装") || strings.HasSuffix(word, "套") {
		return "装"
	}
	return "/" + word
}

// pieces is the measure word of a container's content: a pack of 6 is 6件装, a
// box of 12 is 12件盒装.
func pieces(word string) string {
	if strings.HasSuffix(word, "装") || strings.HasSuffix(word, "套") {
		return word
	}
	return "件" + word + "装"
}
