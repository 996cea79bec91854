package products

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tradewind.app/app/theme"
	"tradewind.app/app/view/products"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
)

// bulkPrice is by what prices are changed, and what they end in.
type bulkPrice struct {
	bulk           *Bulk
	change         *input.Entry
	by, ending, up *input.Picker
}

func newBulkPrice(b *Bulk) *bulkPrice {
	p := &bulkPrice{bulk: b, change: input.NewEntry()}
	p.change.SetPlaceHolder(b.say("bulk-change-example"))
	p.change.SetText(b.edit.Price.Change)
	p.change.OnChanged = func(text string) {
		if text != b.edit.Price.Change {
			b.edit.TypeChange(text)
		}
	}
	p.by = input.NewPicker(p.kinds, func(value string) { b.edit.ChangeBy(workspace.ChangeBy(value)) })
	p.ending = input.NewPicker(p.endings, func(value string) {
		if value == noEnding {
			value = ""
		}
		b.edit.EndIn(workspace.PriceEnding(value))
	})
	p.up = input.NewPicker(p.roundings, func(value string) { b.edit.RoundUp(value == roundUp) })
	return p
}

// changeWords are the names of kinds of change.
var changeWords = map[workspace.ChangeBy]string{
	workspace.ByPercent: "bulk-by-percent", workspace.ByAmount: "bulk-by-amount", workspace.ByFactor: "bulk-by-factor",
}

// Values of choices that have none of their own.
const (
	noEnding     = "none"
	roundUp      = "up"
	roundNearest = "nearest"
)

// objects are the inputs, with their names above them.
func (p *bulkPrice) objects() []fyne.CanvasObject {
	say := p.bulk.say
	named := func(code string, input fyne.CanvasObject, below ...fyne.CanvasObject) fyne.CanvasObject {
		parts := append([]fyne.CanvasObject{widget.NewSecondary(say(code)).Cut(), widget.Named(input, code)}, below...)
		return widget.Column(theme.Space1, parts...)
	}
	return []fyne.CanvasObject{
		named("bulk-change", p.change, p.bulk.wrongLine(products.InputChange)), named("bulk-by", p.by),
		named("bulk-ending", p.ending), named("bulk-rounding", p.up),
	}
}

// show shows what is chosen. What is typed is changed by a choice of its kind only.
func (p *bulkPrice) show() {
	price, say := p.bulk.edit.Price, p.bulk.say
	if p.change.Text != price.Change {
		p.change.SetText(price.Change)
	}
	p.by.Set(string(price.By), say(changeWords[price.By]))
	p.ending.Set(string(price.Ending), p.endingWord(price.Ending))
	rounding := roundNearest
	if price.Up {
		rounding = roundUp
	}
	p.up.Set(rounding, say("bulk-round-"+rounding))
	p.up.Allow(price.Ending != "")
}

func (p *bulkPrice) kinds() []input.Choice {
	var choices []input.Choice
	for _, by := range products.ChangesBy {
		choices = append(choices, input.Choice{Value: string(by), Text: p.bulk.say(changeWords[by])})
	}
	return choices
}

func (p *bulkPrice) endings() []input.Choice {
	choices := []input.Choice{{Value: noEnding, Text: p.endingWord("")}}
	for _, ending := range workspace.PriceEndings {
		choices = append(choices, input.Choice{Value: string(ending), Text: p.endingWord(ending)})
	}
	return choices
}

// endingWord is an ending, for the digit 9 with an example.
func (p *bulkPrice) endingWord(ending workspace.PriceEnding) string {
	switch _, err := strconv.Atoi(string(ending)); {
	case ending == "":
		return p.bulk.say("bulk-none")
	case err == nil:
		return p.bulk.say("bulk-ending-whole", "digit", string(ending))
	}
	return string(ending)
}

func (p *bulkPrice) roundings() []input.Choice {
	return []input.Choice{
		{Value: roundNearest, Text: p.bulk.say("bulk-round-nearest")}, {Value: roundUp, Text: p.bulk.say("bulk-round-up")},
	}
}
