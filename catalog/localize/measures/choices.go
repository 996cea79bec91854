package measures

import (
	"slices"

	"tradewind.app/catalog/localize/words"
)

// choices are what a measure in doubt may be, by the doubt. Their words are shown to the
// owner, whose answer is one of them.
var choices = map[string][]string{
	DoubtOunces:  {byWeight, byVolume, byCloth},
	DoubtCups:    {byServing, byVolume},
	DoubtInches:  {ofScreen, ofItself},
	DoubtDegrees: {ofHeat, ofCircle},
}

const (
	byWeight  = "a weight"
	byVolume  = "a volume"
	byCloth   = "the weight of cloth by the square yard"
	byServing = "servings or scoops"
	ofScreen  = "the size of the screen or wheel"
	ofItself  = "the size of the thing itself"
	ofHeat    = "degrees Fahrenheit"
	ofCircle  = "degrees of a circle"
)

// Choices are what a measure may be of which [Reading.Doubt] says that it is in doubt, or
// none where only a person can write it.
func Choices(doubt string) []string { return choices[doubt] }

// IsChoice reports whether a text is one of the choices of any doubt.
func IsChoice(text string) bool {
	for _, list := range choices {
		if slices.Contains(list, text) {
			return true
		}
	}
	return false
}

// UnitWord is the word of the unit in a measure's tokens, or empty where it is a sign.
func UnitWord(ts []words.Token) (word string, at int) {
	for i := len(ts) - 1; i >= 0; i-- {
		if ts[i].Kind == words.WordToken {
			return ts[i].Low, i
		}
	}
	return "", 0
}

// ReadAs reads the measure that begins at a token as the owner chose. It reports false
// where the choice is none for it.
func (u *Units) ReadAs(set Setting, choice string) (Reading, bool) {
	m, ok := u.Scan(set.Text, set.Tokens[set.At].From)
	if !ok {
		return Reading{}, false
	}
	sc := u.sceneOf(set, m)
	text := sc.chosen(m, choice)
	return Reading{Text: text, Note: choice, Tokens: sc.to - sc.from}, text != ""
}

// chosen writes a measure as it was chosen, or nothing.
func (sc scene) chosen(m Measure, choice string) string {
	switch m.Unit.Code + " " + choice {
	case "oz " + byWeight, "in " + ofItself, "cup " + byVolume:
		return m.Chinese()
	case "oz " + byVolume:
		m.Unit = sc.u.FluidOunce()
		return m.Chinese()
	case "oz " + byCloth:
		return sc.u.cloth(m)
	case "cup " + byServing:
		return m.spoons(m.Unit.name)
	case "in " + ofScreen:
		return m.named()
	case "deg " + ofHeat:
		m.Unit, _ = sc.u.unit("F")
		return sc.readTemperature(m).Text
	case "deg " + ofCircle:
		return m.Chinese()
	}
	return ""
}
