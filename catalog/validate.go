package catalog

import (
	"context"
	"fmt"
	"slices"
)

// Validate lists what keeps a product from becoming after; before is nil for a
// product that is new, after for one that is to go. Every write passes through
// here, whoever asks for it: an import, an edit, an undo. What a rule forbids was
// perhaps there before it: only what the write changes is checked by the rules.
//
// Each problem is Blocked, and there is one code for each rule.
func Validate(ctx context.Context, before, after *Product, find Find) ([]Problem, error) {
	if after == nil {
		return nil, nil
	}
	if before == nil {
		before = &Product{}
	}
	problems := append(ruleOfTexts(before, after), ruleOfOptions(before, after)...)
	problems = append(problems, ruleOfOwnSKUs(after)...)
	keys := claimed(before, after)
	if len(keys) == 0 {
		return problems, nil
	}
	found, err := find(ctx, keys)
	if err != nil {
		return nil, fmt.Errorf("look for products with the same codes: %w", err)
	}
	for _, key := range keys {
		if other := found[key]; other != nil && other.ID != after.ID {
			problems = append(problems, after.taken(key, other))
		}
	}
	return problems, nil
}

// RefusedError says that a write was not made, and which rules forbid it.
type RefusedError struct{ Problems []Problem }

func (e *RefusedError) Error() string { return fmt.Sprintf("refused: %s", e.Problems[0].Code) }

// claimed lists the codes that after has and before has not, of those that one
// product alone may have.
func claimed(before, after *Product) []Key {
	var keys []Key
	if key := NewKey(KeyHandle, after.Handle); key.Value != "" && key != NewKey(KeyHandle, before.Handle) {
		keys = append(keys, key)
	}
	for i := range after.Variants {
		sku := after.Variants[i].SKU
		if sku != "" && before.Variant(sku) == nil && !slices.Contains(keys, NewKey(KeySKU, sku)) {
			keys = append(keys, NewKey(KeySKU, sku))
		}
	}
	return keys
}

// taken is the problem of a code that another product has.
func (p *Product) taken(key Key, other *Product) Problem {
	if key.Kind == KeyHandle {
		return handleTaken(p.Handle, other)
	}
	return skuTaken(key.Value, other.name())
}

// handleTaken says that a handle belongs to another product. Two products of one
// handle would have one address in the shop.
func handleTaken(handle string, other *Product) Problem {
	return NewProblem("handle-taken", Blocked, FieldHandle, "value", handle, "owner", other.name(), "kept", "0")
}

// skuTaken says that an SKU is another variant's; owner is the product or the row
// that has it.
func skuTaken(sku, owner string) Problem {
	return NewProblem("sku-taken", Blocked, FieldSKU, "sku", sku, "owner", owner)
}

// name is what a person knows a product by.
func (p *Product) name() string {
	for _, name := range []string{p.Title, p.Handle, optionAt(p.SKUs(), 0)} {
		if name != "" {
			return name
		}
	}
	return string(p.ID)
}

// ruleOfOwnSKUs: no two variants of a product have one SKU.
func ruleOfOwnSKUs(p *Product) []Problem {
	if len(p.Variants) < 2 {
		return nil
	}
	var problems []Problem
	skus := p.SKUs()
	slices.Sort(skus)
	for i := 1; i < len(skus); i++ {
		if skus[i] == skus[i-1] && (i < 2 || skus[i] != skus[i-2]) {
			problems = append(problems, skuTaken(skus[i], p.name()))
		}
	}
	return problems
}

// ruleOfOptions: a product has MaxOptions options, and no variant has more values
// than that.
func ruleOfOptions(before, after *Product) []Problem {
	if count := mostOptions(after); count > MaxOptions && count > mostOptions(before) {
		return []Problem{NewProblem("too-many-options", Blocked, FieldOption1Name, "max", itoa(MaxOptions))}
	}
	return nil
}

func mostOptions(p *Product) int {
	most := len(p.Options)
	for i := range p.Variants {
		most = max(most, len(p.Variants[i].Options))
	}
	return most
}

// ruleOfTexts checks each text that the write changes by the rule of its field.
func ruleOfTexts(before, after *Product) []Problem {
	var problems []Problem
	check := func(f FieldInfo, old, v *Variant) {
		if f.surelyKept(after, v) {
			return
		}
		is := f.Get(after, v)
		if is == "" || is == f.Get(before, old) {
			return
		}
		p, wrong := f.check(after, v, is)
		if wrong && v != nil {
			p.Args["sku"] = v.SKU
		}
		if wrong {
			problems = append(problems, p)
		}
	}
	for _, f := range fields {
		if f.Level == ProductLevel && f.Kind != KindImages {
			check(f, nil, nil)
		}
	}
	for _, a := range after.Attributes {
		if len(a.Value) > maxText { // otherwise there is nothing to make a field for
			check(attributeInfo(a.Key), nil, nil)
		}
	}
	for _, c := range after.ChannelValues {
		if len(c.Value) > maxText {
			check(channelInfo(c.Channel, c.Key), nil, nil)
		}
	}
	for i := range after.Listings {
		for _, f := range listingFields {
			if f.isIn(&after.Listings[i]) { // otherwise there is nothing to make a field for
				check(listingInfo(f, after.Listings[i].Locale), nil, nil)
			}
		}
	}
	for i := range after.Variants {
		v := &after.Variants[i]
		old := before.variantByID(v.ID)
		for _, f := range fields {
			if f.Level == VariantLevel {
				check(f, old, v)
			}
		}
	}
	return problems
}

// surelyKept says without the field's text, which an import of many rows would make
// for this alone, that its rule is kept: forms of numbers are never long.
func (f FieldInfo) surelyKept(p *Product, v *Variant) bool {
	switch f.Kind {
	case KindInteger, KindWeight, KindLength:
		return f.rule == nil
	case KindMoney:
		_, wrong := f.rule(p, v, "")
		return !wrong
	}
	return false
}

// check compares a field's text, as a product has it, with the field's rule.
func (f FieldInfo) check(p *Product, v *Variant, text string) (Problem, bool) {
	if wrong, ok := f.tooLong(text); ok {
		return wrong, true
	}
	if f.rule == nil {
		return Problem{}, false
	}
	return f.rule(p, v, text)
}
