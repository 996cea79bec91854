package text

import (
	"strings"

	"tradewind.app/catalog/localize"
)

// Gloss writes the words of a Chinese text, each with its English behind it, or a
// question mark where no table has it. What is the same in both is written once.
func (p *Printer) Gloss(list []localize.GlossWord) string {
	words := make([]string, 0, len(list))
	for _, w := range list {
		switch w.English {
		case w.Chinese:
			words = append(words, w.Chinese)
		case "":
			words = append(words, w.Chinese+" ?")
		default:
			words = append(words, w.Chinese+" "+strings.Join(strings.Fields(w.English), " "))
		}
	}
	return strings.Join(words, " · ")
}
