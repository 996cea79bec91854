package catalog

import (
	"slices"
	"testing"
)

// TestKinds: what one repair mends is one kind, and nothing else is.
func TestKinds(t *testing.T) {
	missing := func(field Field, column string) Problem {
		return NewProblem("value-missing", Blocked, field, "column", column)
	}
	tests := map[string]struct {
		a, b Problem
		same bool
	}{
		"two fields":                   {missing(FieldImages, "image_link"), missing(FieldPrice, "price"), false},
		"two columns of one field":     {missing(FieldImages, "image_link"), missing(FieldImages, "Product image URL"), true},
		"two columns without a field":  {missing("", "a"), missing("", "b"), false},
		"two variants":                 {NewProblem("stock-not-told", Warning, FieldQuantity, "sku", "A"), NewProblem("stock-not-told", Warning, FieldQuantity, "sku", "B"), true},
		"warning and block":            {NewProblem("value-form", Warning, FieldURL), NewProblem("value-form", Blocked, FieldURL), false},
		"one option in another place":  {NewProblem("option-value-missing", Blocked, FieldOption1, "option", "Size"), NewProblem("option-value-missing", Blocked, FieldOption2, "option", "Size"), true},
		"two options":                  {NewProblem("option-value-missing", Blocked, FieldOption1, "option", "Size"), NewProblem("option-value-missing", Blocked, FieldOption1, "option", "Color"), false},
		"two rates":                    {NewProblem("price-currency", Blocked, FieldPrice, "from", "EUR", "to", "CNY"), NewProblem("price-currency", Blocked, FieldPrice, "from", "USD", "to", "CNY"), false},
		"two titles that are too long": {NewProblem("title-too-long", Blocked, FieldTitle, "length", "61"), NewProblem("title-too-long", Blocked, FieldTitle, "length", "70"), true},
	}
	for name, tt := range tests {
		if got := KindOf(tt.a) == KindOf(tt.b); got != tt.same {
			t.Errorf("%s: one kind is %v, want %v", name, got, tt.same)
		}
	}
}

// TestTallyCountsProducts: four products without a category, one of them without a
// picture too, are not four without a picture.
func TestTallyCountsProducts(t *testing.T) {
	var tally ProblemTally
	category := NewProblem("value-missing", Blocked, "channel.taobao.cid", "column", "cid")
	picture := NewProblem("value-missing", Blocked, FieldImages, "column", "image_link")
	stock := NewProblem("stock-not-told", Warning, FieldQuantity)
	tally.AddOnce([]Problem{category, category, stock, stock})
	tally.AddOnce([]Problem{category, picture})
	tally.AddOnce([]Problem{category})
	tally.AddOnce([]Problem{category, stock})
	var got []string
	for _, k := range tally.Kinds() {
		got = append(got, string(k.Kind.Severity)+" "+itoa(k.Count)+" "+k.Kind.Field)
	}
	want := []string{"blocked 4 channel.taobao.cid", "blocked 1 images", "warning 2 quantity"}
	if !slices.Equal(got, want) || tally.Total() != 7 {
		t.Errorf("got %q, %d in all, want %q, 7 in all", got, tally.Total(), want)
	}
}
