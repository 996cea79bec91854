package product

import (
	"testing"

	"fyne.io/fyne/v2"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// findingFields are all fields that a finding can carry: those of the catalogue, of
// listings, of attributes, and of channels, whose columns are all gone to alike.
func findingFields(t *testing.T, s *view.Session) []catalog.Field {
	t.Helper()
	fields := []catalog.Field{"attr.Care", "attr.Wash"}
	for _, info := range catalog.Fields() {
		fields = append(fields, info.Name)
	}
	for _, info := range catalog.ListingFields(s.Script()) {
		fields = append(fields, info.Name)
	}
	for _, c := range s.Workspace.Channels() {
		fields = append(fields, catalog.ChannelField(c.Name(), c.Spec().Columns[0].Name))
	}
	return fields
}

// TestEveryFindingLeadsToItsField: Fix of whatever field ends with the keyboard in that
// field, in an open cell where it is a variant's.
func TestEveryFindingLeadsToItsField(t *testing.T) {
	for _, sku := range []string{"T-S", "B-1"} { // with variants, and with one
		s := showProduct(t, variantProducts, sku)
		for _, field := range findingFields(t, s.Session) {
			if c := s.Window.Canvas(); c.Focused() != nil {
				s.Keys(fyne.KeyEscape) // a cell that is open is closed
				c.Unfocus()
			}
			s.Session.Go(view.Target{Place: view.ProductPlace, Product: s.product.model.ID, Field: field, Problem: "it is wrong"})
			s.checkFocus(field)
		}
	}
}

func (s *shown) checkFocus(field catalog.Field) {
	s.T.Helper()
	focused := s.Window.Canvas().Focused()
	if focused == nil {
		s.T.Errorf("%s: nothing has the keyboard in %s", field, s.product.model.Tab)
		return
	}
	role, _ := widget.RoleOf(s.Window.Canvas(), focused.(fyne.CanvasObject))
	info, _ := catalog.LookupField(field)
	switch {
	case info.Level == catalog.VariantLevel && role == "option-add": // the option that it is of does not exist
	case info.Level == catalog.VariantLevel && role != "grid-entry":
		s.T.Errorf("%s: the keyboard is in %q, want an open cell", field, role)
	}
}
