package export

import "testing"

// TestChecksRefuse what is no check, with the usage of what was meant.
func TestChecksRefuse(t *testing.T) {
	for _, text := range []string{
		"", "nonzero", "severe nonzero", "blocked nonsense", "blocked nonzero 1", "warning unique loosely", "warning gtin-prefix coupon",
		"warning gtin-prefix lottery 99", "warning gtin-prefix coupon 9x", "warning colors", "warning colors 0", "warning colors many", `warning without ""`,
	} {
		var c Check
		if err := c.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
	for name, d := range namedChecks {
		var c Check
		if err := c.UnmarshalText([]byte("warning " + d.usage)); err != nil {
			t.Errorf("%s: its usage %q is refused: %v", name, d.usage, err)
		}
	}
}

// TestRulesRefuse what cannot hold.
func TestRulesRefuse(t *testing.T) {
	table := &TableSpec{index: map[string]int{"size": 0, "link": 1}, Columns: []Column{{Name: "size"}, {Name: "link"}}}
	for name, tt := range map[string]struct {
		check       string
		columns, by []string
		rows        RowKind
	}{
		"options with columns":  {"blocked options", []string{"size"}, nil, VariantRows},
		"differ without any":    {"warning differ", nil, nil, VariantRows},
		"an unknown column":     {"warning differ", []string{"colour"}, nil, VariantRows},
		"follow without by":     {"warning follow", []string{"size"}, nil, VariantRows},
		"differ by":             {"warning differ", []string{"size"}, []string{"link"}, VariantRows},
		"rows that are no ones": {"warning differ", []string{"size"}, nil, ProductRows},
	} {
		r := Rule{Columns: tt.columns, By: tt.by}
		if err := r.Check.UnmarshalText([]byte(tt.check)); err != nil {
			t.Fatal(err)
		}
		table.Rows = tt.rows
		if err := r.resolve(table); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	var c RuleCheck
	for _, text := range []string{"", "differ", "warning", "severe differ", "warning agree"} {
		if err := c.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
	if err := new(Rule).resolve(table); err == nil {
		t.Error("a rule without a check was taken")
	}
}
