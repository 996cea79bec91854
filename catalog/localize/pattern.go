package localize

import (
	"strings"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/senses"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// patterned says a sentence by an approved pattern, where one fits it whole.
func (a *analyser) patterned(source, body string) (Text, bool) {
	slots := slotReader{analyser: a.quiet(), text: body}
	hit, ok := a.sentences.Match(a.lex.Tokens(body), a.field, slots.read)
	if !ok {
		return Text{}, false
	}
	doubt := reviewDoubt(hit.Pattern.Reviewed)
	if slots.unreviewed {
		doubt = compose.Unreviewed
	}
	segment := compose.Segment{Source: source, Text: hit.Chinese, Origin: compose.FromPattern, Doubt: doubt}
	return Text{
		Source: source, Text: hit.Chinese, Kind: Kind(hit.Pattern.Kind), Segments: []compose.Segment{segment},
		Complete: true, Standard: doubt == compose.Certain,
	}, true
}

// quiet is the analyser for texts about which nobody is asked.
func (a *analyser) quiet() *analyser {
	b := *a
	b.asks = nil
	return &b
}

// slotReader says what fits the slots of patterns in a text.
type slotReader struct {
	*analyser

	text       string
	unreviewed bool // a term was read that nobody reviewed
}

// read implements [sentences.Slots].
func (r *slotReader) read(name string, ts []words.Token, i, j int) (string, bool) {
	switch strings.TrimRight(name, "0123456789") {
	case "n":
		number, n := r.counted(ts[i:])
		return number, n == j-i
	case "m":
		s, n := r.quantity(r.text, ts, i)
		return s.Text, n == j-i && s.Role == compose.MeasureRole && s.Doubt == compose.Certain
	case "thick":
		s, n := r.quantity(r.text, ts, i)
		return strings.TrimLeft(s.Text, "深厚高"), n == j-i && s.Role == compose.MeasureRole && s.Doubt == compose.Certain
	case "form":
		h, ok := r.tb.Find(ts[i:j], terms.Wanted{Part: terms.Pack, Field: r.field, Counts: true})
		return h.Term.Hans, ok && h.Words == j-i && h.Term.Part == terms.Pack
	case "times":
		return times(ts[i:j])
	case "foods":
		return r.foods(ts[i:j])
	case "names":
		return r.names(ts[i:j])
	case "things":
		return r.things(ts[i:j])
	}
	return "", false
}

// times reads once, twice, 3 times.
func times(ts []words.Token) (string, bool) {
	switch {
	case len(ts) == 1 && ts[0].Low == "once":
		return "1次", true
	case len(ts) == 1 && ts[0].Low == "twice":
		return "2次", true
	case len(ts) == 2 && ts[0].Kind == words.NumberToken && ts[1].Stem == "time":
		return ranged(ts[0].Text) + "次", true
	}
	return "", false
}

// foods reads things to eat, whatever the field of the product is.
func (r *slotReader) foods(ts []words.Token) (string, bool) {
	food := *r.analyser
	food.field = r.field.With("food")
	other := slotReader{analyser: &food, text: r.text}
	chinese, ok := other.things(ts)
	r.unreviewed = r.unreviewed || ok && other.unreviewed
	return chinese, ok
}

// things reads words that are all certain, and name things.
func (r *slotReader) things(ts []words.Token) (string, bool) {
	part := r.text[ts[0].From:ts[len(ts)-1].To]
	ss := r.analyse(part)
	named := false
	for _, s := range ss {
		switch {
		case s.Role == compose.DroppedRole || s.Role == compose.AndRole || s.Role == compose.BreakRole && s.Source == ",":
		case s.Role != compose.ContentRole || s.Part == terms.Verb || s.Part == terms.Adverb || s.Part == senses.Omit:
			return "", false
		case s.Doubt != compose.Certain && s.Doubt != compose.Unreviewed:
			return "", false
		default:
			named = true
			r.unreviewed = r.unreviewed || s.Doubt == compose.Unreviewed
		}
	}
	if !named {
		return "", false
	}
	return strings.ReplaceAll(compose.TextOf(compose.WriteClauses(ss)), "，", compose.Pause), true
}

// names reads names that stay as they are, joined by commas and "and".
func (r *slotReader) names(ts []words.Token) (string, bool) {
	ss := r.analyse(r.text[ts[0].From:ts[len(ts)-1].To])
	named := false
	for _, s := range ss {
		switch {
		case s.Role == compose.AndRole || s.Role == compose.DroppedRole || s.Role == compose.BreakRole && s.Source == ",":
		case s.Role == compose.KeptRole || s.Role == compose.BrandRole:
			named = true
		default:
			return "", false
		}
	}
	return strings.ReplaceAll(compose.TextOf(compose.WriteClauses(ss)), "，", compose.Pause), named
}
