package workspace

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// BulkOp is what a bulk edit does to a field.
type BulkOp string

// The edits. Add and Remove are of lists, such as tags; Formula is of prices.
const (
	BulkSet     BulkOp = "set"
	BulkClear   BulkOp = "clear"
	BulkPrefix  BulkOp = "prefix"
	BulkSuffix  BulkOp = "suffix"
	BulkReplace BulkOp = "replace"
	BulkAdd     BulkOp = "add"
	BulkRemove  BulkOp = "remove"
	BulkFormula BulkOp = "formula"
)

// BulkEdit is one edit of one field of many products. A variant's field is edited
// in each variant.
type BulkEdit struct {
	Field   catalog.Field
	Op      BulkOp
	Text    string // set, put before or behind, added, removed, or looked for
	With    string // what is found is replaced with
	Formula PriceFormula
}

// BulkEditError says that an edit cannot be made in any product.
type BulkEditError struct {
	Op    BulkOp
	Field catalog.Field
}

func (e *BulkEditError) Error() string { return fmt.Sprintf("%s cannot be done to %s", e.Op, e.Field) }

// BulkOps lists what can be done to a field.
func BulkOps(field catalog.Field) []BulkOp {
	info, ok := catalog.LookupField(field)
	if !ok {
		return nil
	}
	switch info.Kind {
	case catalog.KindMoney:
		return []BulkOp{BulkFormula, BulkSet, BulkClear}
	case catalog.KindList:
		return []BulkOp{BulkAdd, BulkRemove, BulkSet, BulkClear, BulkReplace}
	case catalog.KindText, catalog.KindHTML:
		return []BulkOp{BulkSet, BulkClear, BulkPrefix, BulkSuffix, BulkReplace}
	}
	return []BulkOp{BulkSet, BulkClear}
}

// Check reports whether the edit makes sense.
func (e BulkEdit) Check() error {
	if _, ok := catalog.LookupField(e.Field); !ok {
		return &UnknownFieldError{Name: e.Field}
	}
	if !slices.Contains(BulkOps(e.Field), e.Op) || e.Text == "" && e.Op != BulkClear && e.Op != BulkFormula {
		return &BulkEditError{e.Op, e.Field}
	}
	if e.Op == BulkFormula && !e.Formula.Ending.isKnown() {
		return &BulkEditError{e.Op, e.Field}
	}
	return nil
}

// plan edits a copy of a product.
func (e BulkEdit) plan(p *catalog.Product, d catalog.Defaults) (catalog.Change, []catalog.Problem) {
	info, _ := catalog.LookupField(e.Field)
	after := p.Clone()
	var problems []catalog.Problem
	edit := func(v *catalog.Variant) {
		was := info.Get(after, v)
		is, wrong := e.apply(was, d)
		if problems = append(problems, wrong...); is != was {
			problems = append(problems, info.Set(after, v, is, d)...)
		}
	}
	if info.Level != catalog.VariantLevel {
		edit(nil)
	} else {
		for i := range after.Variants {
			edit(&after.Variants[i])
		}
	}
	change := catalog.Change{Outcome: catalog.Changed, Before: p, After: after}
	switch {
	case len(blocked(problems)) > 0:
		change.Outcome, change.After = catalog.Refused, nil
	case len(catalog.Diff(p, after)) == 0:
		change.Outcome = catalog.Same
	}
	return change, problems
}

// apply gives the field's new text. A text that is not there gets no prefix: what
// is blank is to be seen.
func (e BulkEdit) apply(was string, d catalog.Defaults) (string, []catalog.Problem) {
	switch e.Op {
	case BulkSet:
		return e.Text, nil
	case BulkClear:
		return "", nil
	case BulkReplace:
		return strings.ReplaceAll(was, e.Text, e.With), nil
	case BulkAdd:
		return addToList(was, e.Text), nil
	case BulkRemove:
		return removeFromList(was, e.Text), nil
	}
	if was == "" {
		return "", nil
	}
	switch e.Op {
	case BulkPrefix:
		return e.Text + was, nil
	case BulkSuffix:
		return was + e.Text, nil
	case BulkFormula:
		price, err := catalog.ParseMoney(was, d.Currency)
		if err != nil {
			return was, nil
		}
		is, problems := e.Formula.Of(e.Field, price)
		return is.String(), problems
	}
	return was, nil
}

func sameText(a string) func(string) bool {
	return func(b string) bool { return strings.EqualFold(a, b) }
}

func addToList(was, text string) string {
	list := catalog.SplitList(was)
	for _, part := range catalog.SplitList(text) {
		if !slices.ContainsFunc(list, sameText(part)) {
			list = append(list, part)
		}
	}
	return strings.Join(list, "\n")
}

func removeFromList(was, text string) string {
	list := catalog.SplitList(was)
	for _, part := range catalog.SplitList(text) {
		list = slices.DeleteFunc(list, sameText(part))
	}
	return strings.Join(list, "\n")
}

// PriceChange is by what a price is changed. The zero PriceChange leaves it as it is.
type PriceChange struct {
	By    ChangeBy
	Value decimal.Decimal
}

// ChangeBy is in what a change of a price is reported.
type ChangeBy string

// Changes of prices: by a share of each price, by an amount in each price's own
// currency, and by a factor.
const (
	ByPercent ChangeBy = "percent"
	ByAmount  ChangeBy = "amount"
	ByFactor  ChangeBy = "factor"
)

// errPriceChange is the error of a text that is no change of prices.
var errPriceChange = errors.New("not a change of prices")

// ParsePriceChange reads a change as people write it: "+8%", "-10 %", "x1.08", "+2.50".
// A number with neither sign nor mark, "8", is of the given kind.
func ParsePriceChange(s string, otherwise ChangeBy) (PriceChange, error) {
	text, by := cutChange(foldChange(s), otherwise)
	value, err := catalog.ParseDecimal(text)
	if err != nil {
		return PriceChange{}, errors.Join(errPriceChange, err)
	}
	if by == ByFactor && !value.IsPositive() || by == ByPercent && value.LessThanOrEqual(decimal.NewFromInt(-100)) {
		return PriceChange{}, errPriceChange // nothing would be left of any price
	}
	return PriceChange{by, value}, nil
}

// foldChange writes the signs that keyboards and Chinese input methods give as those
// of ASCII.
func foldChange(s string) string {
	return strings.TrimSpace(strings.NewReplacer("％", "%", "＋", "+", "－", "-", "−", "-", "–", "-", "×", "x", "＊", "x", "*", "x", "X", "x", "ｘ", "x").Replace(s))
}

// cutChange takes the mark of a kind off a number.
func cutChange(s string, otherwise ChangeBy) (string, ChangeBy) {
	if rest, ok := strings.CutSuffix(s, "%"); ok {
		return strings.TrimSpace(rest), ByPercent
	}
	for _, cut := range []func(string, string) (string, bool){strings.CutPrefix, strings.CutSuffix} {
		if rest, ok := cut(s, "x"); ok && !strings.HasPrefix(strings.TrimSpace(rest), "+") {
			return strings.TrimSpace(rest), ByFactor
		}
	}
	if strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-") {
		return s, ByAmount
	}
	return s, otherwise
}

// String writes the change as ParsePriceChange reads it.
func (c PriceChange) String() string {
	sign := ""
	if !c.Value.IsNegative() {
		sign = "+"
	}
	switch c.By {
	case ByPercent:
		return sign + c.Value.String() + "%"
	case ByFactor:
		return "x" + c.Value.String()
	}
	return sign + c.Value.String()
}

// of applies the change to an amount, exactly.
func (c PriceChange) of(amount decimal.Decimal) decimal.Decimal {
	switch c.By {
	case ByPercent:
		return amount.Mul(c.Value.Add(decimal.NewFromInt(100))).Shift(-2)
	case ByFactor:
		return amount.Mul(c.Value)
	case ByAmount:
		return amount.Add(c.Value)
	}
	return amount
}

// largeChange is the change of a price, in percent, that somebody should look at.
var largeChange = decimal.NewFromInt(20)

// percentOf is how much a price changes, in percent. It is not known between two
// currencies, and not of a price of 0.
func percentOf(before, after string) (percent decimal.Decimal, known bool) {
	was, err := catalog.ParseMoney(before, "")
	if err != nil {
		return percent, false
	}
	is, err := catalog.ParseMoney(after, "")
	if err != nil || was.Currency != is.Currency || !was.Amount.IsPositive() {
		return percent, false
	}
	return is.Amount.Sub(was.Amount).Shift(2).DivRound(was.Amount, 6), true
}

// percentText is how much a price changes, in percent with one decimal, "-8.3"; ""
// where that is not known.
func percentText(before, after string) string {
	percent, known := percentOf(before, after)
	if !known {
		return ""
	}
	return percent.StringFixed(1)
}

// isLarge reports whether a price changes by more than largeChange.
func isLarge(before, after string) bool {
	percent, known := percentOf(before, after)
	return known && percent.Abs().GreaterThan(largeChange)
}

// PriceFormula makes a price of a price: changed by Change, then rounded to the
// currency's smallest coin, or to a price that ends in Ending.
type PriceFormula struct {
	Change PriceChange
	Ending PriceEnding
	Up     bool // to the next price with the ending, otherwise to the nearest
}

// PriceEnding is what a price ends in; "" leaves it as it was calculated.
type PriceEnding string

// PriceEndings lists the endings, but for none. The last is of whole prices that end
// in the digit 9, as shops in China like them: 29, 199.
var PriceEndings = []PriceEnding{".99", ".95", ".90", ".00", "9"}

// grid is the smallest price with the ending, and the distance between such prices.
func (e PriceEnding) grid() (first, step decimal.Decimal) {
	switch e {
	case "9":
		return decimal.NewFromInt(9), decimal.NewFromInt(10)
	case ".00":
		return decimal.NewFromInt(1), decimal.NewFromInt(1)
	}
	return decimal.RequireFromString("0" + string(e)), decimal.NewFromInt(1)
}

// fits reports whether prices in a currency can have the ending: a yen has no parts.
func (e PriceEnding) fits(currency string) bool {
	return catalog.Decimals(currency) > 0 || e == "" || e == ".00" || e == "9"
}

// isKnown reports whether there is such an ending.
func (e PriceEnding) isKnown() bool {
	for _, known := range PriceEndings {
		if e == known {
			return true
		}
	}
	return e == ""
}

// round returns the price with the ending that is nearest to amount, of two equally
// near ones the higher; with up the next one from amount on. None is below the first.
func (e PriceEnding) round(amount decimal.Decimal, up bool) decimal.Decimal {
	first, step := e.grid()
	steps := amount.Sub(first).Div(step)
	if up {
		steps = steps.Ceil()
	} else {
		steps = steps.Add(decimal.NewFromFloat(0.5)).Floor()
	}
	return first.Add(decimal.Max(steps, decimal.Zero).Mul(step))
}

// Of applies the formula to a price. A price that would not be above zero afterwards
// stays as it was and gives a problem, and so does one that cannot have the ending.
func (f PriceFormula) Of(field catalog.Field, m catalog.Money) (catalog.Money, []catalog.Problem) {
	if !f.Ending.fits(m.Currency) {
		return m, []catalog.Problem{catalog.NewProblem("price-ending", catalog.Blocked, field, "ending", string(f.Ending), "currency", m.Currency)}
	}
	is := catalog.Money{Amount: f.Change.of(m.Amount), Currency: m.Currency}
	if is.Amount.IsPositive() && f.Ending != "" {
		is.Amount = f.Ending.round(is.Amount, f.Up)
	} else {
		is.Amount = is.Amount.Round(int32(catalog.Decimals(m.Currency)))
	}
	if !is.Amount.IsPositive() && !is.Equal(m) {
		return m, []catalog.Problem{catalog.NewProblem("price-not-positive", catalog.Blocked, field, "before", fixed(m), "value", fixed(is))}
	}
	return is, nil
}

// fixed writes a price with all decimals of its currency: "12.40 USD".
func fixed(m catalog.Money) string {
	return m.Amount.StringFixed(int32(catalog.Decimals(m.Currency))) + " " + m.Currency
}
