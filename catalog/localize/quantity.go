package localize

import (
	"strings"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/measures"
	"tradewind.app/catalog/localize/senses"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// quantity reads what begins with a number at token i: a measure, a pack, or
// nothing. It returns the number of tokens read.
func (a *analyser) quantity(text string, ts []words.Token, i int) (compose.Stretch, int) {
	if ts[i].Kind == words.SignToken && !strings.Contains("-−±+", ts[i].Text) {
		return compose.Stretch{}, 0
	}
	if s, n := a.waist(text, ts, i); n > 0 {
		return s, n
	}
	if s, n := date(ts, i); n > 0 {
		return s, n
	}
	setting := measures.Setting{Text: text, Tokens: ts, At: i, Contexts: a.context}
	if r, ok := a.units.Read(setting); ok {
		return a.measured(a.explained(r, setting), ts, i)
	}
	if s, n := a.crossed(text, ts, i); n > 0 {
		return s, n
	}
	if s, n := a.million(ts, i); n > 0 {
		return s, n
	}
	return a.pack(ts, i)
}

// pack reads the number at token i with the measure word behind it: 60 capsules, 3+ years.
func (a *analyser) pack(ts []words.Token, i int) (compose.Stretch, int) {
	number, n := a.counted(ts[i:])
	plus := 0
	if n > 0 {
		plus = plusSign(ts, i+n)
	}
	if n == 0 || i+n+plus >= len(ts) {
		return yearsOld(ts, i)
	}
	h, ok := a.measureWord(ts, i+n+plus)
	if !ok {
		return yearsOld(ts, i)
	}
	if h.Term.Hans == "岁" && a.yearsLast(ts, i) {
		h.Term.Hans = "年"
	}
	s := packed(a.counter(number, h), h)
	n += plus + h.Words
	if plus == 0 {
		plus = orMore(ts, i+n)
		n += plus
	}
	if plus > 0 {
		s.Text += "以上"
	}
	return s, n
}

// explained is a measure in doubt as the owner explained its unit; otherwise the owner is
// asked.
func (a *analyser) explained(r measures.Reading, set measures.Setting) measures.Reading {
	choices := measures.Choices(r.Doubt)
	word, at := measures.UnitWord(set.Tokens[set.At : set.At+r.Tokens])
	if len(choices) == 0 || word == "" {
		return r
	}
	if answer, n := a.answers.at(a.fieldKey, set.Tokens, set.At+at); n > 0 && answer.Status == terms.HasSense {
		if chosen, ok := a.units.ReadAs(set, answer.Note); ok {
			return chosen
		}
	}
	a.ask(Question{Word: word, Why: compose.Measured, Senses: choices, Example: set.Text})
	return r
}

// measured writes the measure read at token i with the container behind it.
func (a *analyser) measured(r measures.Reading, ts []words.Token, i int) (compose.Stretch, int) {
	s := compose.Stretch{Segment: compose.Segment{Text: r.Text, Origin: compose.FromUnit, Note: r.Note}, Role: compose.MeasureRole}
	if r.Doubt != "" {
		s.Doubt = compose.Measured
	}
	if word := a.container(ts, i, i+r.Tokens); word != "" {
		s.Text += word + "装"
		return s, r.Tokens + 1
	}
	return s, r.Tokens
}

// counted reads the number that counts something, "12", "6-12", "6 to 36" or
// "two", and returns it as Chinese writes it with its number of tokens.
func (a *analyser) counted(ts []words.Token) (string, int) {
	if word := a.lex.Numbers[ts[0].Low]; word != "" {
		return word, 1
	}
	if ts[0].Kind != words.NumberToken {
		return "", 0
	}
	if len(ts) > 2 && ts[1].Low == "to" && ts[2].Kind == words.NumberToken {
		return ts[0].Text + "～" + ts[2].Text, 3
	}
	return ranged(ts[0].Text), 1
}

// container finds the bag of "Coffee, 2 lb bag": a word for a container that
// ends the clause which the measure began. It may be the product itself elsewhere, and
// where the product is called so.
func (a *analyser) container(ts []words.Token, from, at int) string {
	if from > 0 && a.lex.Signs.Breaks[ts[from-1].Text] == "" || at >= len(ts) || at+1 < len(ts) && a.lex.Signs.Breaks[ts[at+1].Text] == "" {
		return ""
	}
	h, ok := a.packWord(ts[at : at+1])
	if !ok || !a.lex.Counters.Containers[h.Term.Hans] || from == 0 && (a.near[ts[at].Stem] || len(a.context) == 0) {
		return ""
	}
	return h.Term.Hans
}

// measureWord finds the measure word at token i, right behind a number. Where the word
// has several senses, and it is certain that one of them is a measure word, it is that
// one: 80 cough drops are 80粒, and no 80滴.
func (a *analyser) measureWord(ts []words.Token, i int) (terms.Hit, bool) {
	h, ok := a.packWord(ts[i:])
	if ok && h.User || strings.TrimLeft(ts[i].Gap, " -\u00a0") != "" {
		return h, ok
	}
	found, known := a.senses.At(senses.Around{Tokens: ts, From: i, Field: a.field, Near: a.near, Options: a.named})
	if !known || found.Sense == nil || ok && h.Words > found.Words {
		return h, ok
	}
	if part := found.Sense.Term.Part; part != terms.Pack && part != terms.Count {
		return h, ok
	}
	return terms.Hit{Term: found.Sense.Term, Words: found.Words}, true
}

// packWord finds the term of a measure word: capsules, pack, speed.
func (a *analyser) packWord(ts []words.Token) (terms.Hit, bool) {
	if ts[0].Kind != words.WordToken || strings.TrimLeft(ts[0].Gap, " -\u00a0") != "" {
		return terms.Hit{}, false
	}
	h, ok := a.tb.Find(ts, terms.Wanted{Part: terms.Pack, Field: a.field, Counts: true})
	return h, ok && (h.Term.Part == terms.Pack || h.Term.Part == terms.Count)
}

func packed(text string, h terms.Hit) compose.Stretch {
	s := termStretch(h, text)
	s.Text, s.Role = text, compose.PackRole
	if h.Term.Part == terms.Count {
		s.Role = compose.ContentRole
	}
	return s
}

// ranged writes the dash of a range of numbers as Chinese does: 6～12.
func ranged(number string) string {
	return strings.NewReplacer("-", "～", "–", "～").Replace(number)
}

// packOf reads "pack of 6", "set of 4", "box of 20 tea bags" at token i.
func (a *analyser) packOf(text string, ts []words.Token, i int) (compose.Stretch, int) {
	if i+2 >= len(ts) || ts[i].Kind != words.WordToken || ts[i+1].Low != "of" || ts[i+2].Kind != words.NumberToken {
		return compose.Stretch{}, 0
	}
	container, ok := a.tb.Find(ts[i:i+1], terms.Wanted{Part: terms.Pack, Field: a.field, Counts: true})
	if !ok || container.Term.Part != terms.Pack {
		return compose.Stretch{}, 0
	}
	if _, measured := a.units.Scan(text, ts[i+2].From); measured {
		return compose.Stretch{}, 0
	}
	number := ranged(ts[i+2].Text)
	if i+3 < len(ts) {
		if inner, ok := a.measureWord(ts, i+3); ok && inner.Term.Part == terms.Pack {
			return packed(a.counter(number, inner)+inContainer(container.Term.Hans), inner), 3 + inner.Words
		}
	}
	return packed(number+pieces(container.Term.Hans), container), 3
}

// inContainer says what the counted pieces are in: 20包 in a box are 20包/盒, a
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
