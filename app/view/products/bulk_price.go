package products

import (
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// BulkPrice is by what prices are changed, as the form has it.
type BulkPrice struct {
	Change string             // as typed: "8", "+8%", "-10%", "x1.08", "+2.50"
	By     workspace.ChangeBy // what a number without a sign or a mark means
	Ending workspace.PriceEnding
	Up     bool // to the next price with the ending, otherwise to the nearest
}

// ChangesBy are the kinds of change, in the order in which they are offered.
var ChangesBy = []workspace.ChangeBy{workspace.ByPercent, workspace.ByAmount, workspace.ByFactor}

// isBlank reports whether nothing is asked for yet.
func (p BulkPrice) isBlank() bool { return strings.TrimSpace(p.Change) == "" && p.Ending == "" }

// formula is what is asked for, or why it is not understood. Prices may be given an
// ending alone.
func (p BulkPrice) formula(say *text.Printer) (workspace.PriceFormula, string) {
	f := workspace.PriceFormula{Ending: p.Ending, Up: p.Up}
	if strings.TrimSpace(p.Change) == "" {
		return f, ""
	}
	change, err := workspace.ParsePriceChange(p.Change, p.By)
	if err != nil {
		return f, say.Say("bulk-change-wrong", "value", p.Change)
	}
	f.Change = change
	return f, ""
}

// TypeChange takes what is typed as the change of prices. What the text says of its
// kind is shown as the kind.
func (b *Bulk) TypeChange(text string) {
	b.Price.Change = text
	if change, err := workspace.ParsePriceChange(text, b.Price.By); err == nil {
		b.Price.By = change.By
	}
	b.Preview()
}

// ChangeBy chooses the kind of change; the number that is typed becomes one of it.
func (b *Bulk) ChangeBy(by workspace.ChangeBy) {
	if change, err := workspace.ParsePriceChange(b.Price.Change, b.Price.By); err == nil {
		if change.By = by; by == workspace.ByFactor {
			change.Value = change.Value.Abs()
		}
		b.Price.Change = change.String()
	}
	b.Price.By = by
	b.Preview()
}

// EndIn chooses what prices end in; "" for nothing.
func (b *Bulk) EndIn(ending workspace.PriceEnding) {
	b.Price.Ending = ending
	b.Preview()
}

// RoundUp chooses between the next price with the ending and the nearest.
func (b *Bulk) RoundUp(up bool) {
	b.Price.Up = up
	b.Preview()
}

// IsOfPrices reports whether prices are edited, so that it is shown by how much each
// changes.
func (b *Bulk) IsOfPrices() bool {
	info, _ := catalog.LookupField(b.Field)
	return info.Kind == catalog.KindMoney
}

// percentWords writes a change in percent as a person reads it: "+8.5 %", "−10 %".
func percentWords(percent string) string {
	if percent == "" {
		return ""
	}
	number := strings.TrimSuffix(percent, ".0")
	switch rest, negative := strings.CutPrefix(number, "-"); {
	case negative && strings.Trim(rest, "0.") != "":
		return "−" + rest + " %"
	case strings.Trim(rest, "0.") == "":
		return "0 %"
	}
	return "+" + number + " %"
}
