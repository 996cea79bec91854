package workspace

import (
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

// PriceFormula makes a price of a price: times Times, plus Plus, rounded to Step
// and ended in Tail.
type PriceFormula struct {
	Times decimal.Decimal // 0 counts as 1
	Plus  decimal.Decimal // in the price's own currency
	Step  decimal.Decimal // 0: the currency's own smallest coin; 1: whole; 10: tens
	// Tail is the last digit of the whole amount, '9' or '8', or 0 for none: 13.4
	// becomes 19 and not 9, for a tail never takes away.
	Tail byte
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

// Check tells whether the edit makes sense.
func (e BulkEdit) Check() error {
	if _, ok := catalog.LookupField(e.Field); !ok {
		return &UnknownFieldError{e.Field}
	}
	if !slices.Contains(BulkOps(e.Field), e.Op) || e.Text == "" && e.Op != BulkClear && e.Op != BulkFormula {
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
		if is := e.apply(was, d); is != was {
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
func (e BulkEdit) apply(was string, d catalog.Defaults) string {
	switch e.Op {
	case BulkSet:
		return e.Text
	case BulkClear:
		return ""
	case BulkReplace:
		return strings.ReplaceAll(was, e.Text, e.With)
	case BulkAdd:
		return addToList(was, e.Text)
	case BulkRemove:
		return removeFromList(was, e.Text)
	}
	if was == "" {
		return ""
	}
	switch e.Op {
	case BulkPrefix:
		return e.Text + was
	case BulkSuffix:
		return was + e.Text
	case BulkFormula:
		price, err := catalog.ParseMoney(was, d.Currency)
		if err != nil {
			return was
		}
		return e.Formula.Of(price).String()
	}
	return was
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

// Of applies the formula to a price. A price never falls below 0.
func (f PriceFormula) Of(m catalog.Money) catalog.Money {
	amount := m.Amount
	if !f.Times.IsZero() {
		amount = amount.Mul(f.Times)
	}
	amount = decimal.Max(amount.Add(f.Plus), decimal.Zero)
	if f.Step.IsPositive() {
		amount = amount.DivRound(f.Step, 0).Mul(f.Step)
	} else {
		amount = amount.Round(int32(catalog.Decimals(m.Currency)))
	}
	if f.Tail != 0 {
		amount = withTail(amount, int64(f.Tail-'0'))
	}
	return catalog.Money{Amount: amount, Currency: m.Currency}
}

// withTail is the next whole amount, from this one on, that ends in the digit.
func withTail(amount decimal.Decimal, digit int64) decimal.Decimal {
	ten := decimal.NewFromInt(10)
	whole := amount.Ceil()
	last := whole.Mod(ten)
	return whole.Add(decimal.NewFromInt(digit).Sub(last).Add(ten).Mod(ten))
}
