package workspace

import (
	"fmt"
	"slices"
	"strings"

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
