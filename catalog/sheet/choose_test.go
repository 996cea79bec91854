package sheet

import (
	"testing"

	"tradewind.app/catalog"
)

func TestChoose(t *testing.T) {
	m := Mapping{Columns: []Column{
		{Index: 0, Header: "Item", Field: catalog.FieldSKU, Reason: ByName},
		{Index: 1, Header: "Code", Field: catalog.AttributeField("Code"), Reason: Kept},
		{Index: 2, Header: "Color", Field: catalog.FieldOption1, Option: "Color", Reason: ByName},
		{Index: 3, Header: "Finish", Field: catalog.AttributeField("Finish"), Reason: Kept},
		{Index: 4, Header: "", Field: catalog.FieldTitle, Reason: ByContent},
	}}
	tests := map[string]struct {
		column int
		field  catalog.Field
		other  int // the column that is to be looked at besides
		want   catalog.Field
		reason Reason
	}{
		"the one that had it is kept":        {1, catalog.FieldSKU, 0, catalog.AttributeField("Item"), Kept},
		"options are told apart by headers":  {3, catalog.FieldOption1, 2, catalog.FieldOption1, ByName},
		"without a header nothing is kept":   {1, catalog.FieldTitle, 4, Ignore, Dropped},
		"others stay when a column goes":     {1, Ignore, 0, catalog.FieldSKU, ByName},
		"what is ignored takes nothing away": {0, Ignore, 1, catalog.AttributeField("Code"), Kept},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := m.Choose(tt.column, tt.field)
			if c := got.Columns[tt.column]; c.Field != tt.field || c.Reason != Chosen {
				t.Errorf("the column is %s (%s), want %s (chosen)", c.Field, c.Reason, tt.field)
			}
			if c := got.Columns[tt.other]; c.Field != tt.want || c.Reason != tt.reason {
				t.Errorf("the other column is %s (%s), want %s (%s)", c.Field, c.Reason, tt.want, tt.reason)
			}
			if m.Columns[0].Reason != ByName || m.Columns[1].Reason != Kept {
				t.Error("the mapping that was asked changed")
			}
		})
	}
	if got := m.Choose(3, catalog.FieldOption1).Columns[3].Option; got != "Finish" {
		t.Errorf("the option is called %q, want Finish", got)
	}
}
