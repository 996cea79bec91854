package input

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// fields are the choices of a picker with a heading.
func fields() []Choice {
	return []Choice{{"", "Product"}, {"attr.Price", "Keep as Price"}, {"title", "Title"}, {"price", "Price"}, {"compare_at", "Compare-at price"}, {"sku", "SKU"}}
}

// opened is the list of a picker in a window, and what was picked from it.
func opened(t *testing.T, value string) (*pickField, fyne.Window, *string) {
	t.Helper()
	test.NewTempApp(t)
	picked := ""
	p := NewPicker(fields, func(v string) { picked = v })
	p.Set(value, value)
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(400, 400))
	test.Tap(p)
	field, ok := w.Canvas().Focused().(*pickField)
	if !ok {
		t.Fatalf("the focus is on %T, want the search field", w.Canvas().Focused())
	}
	return field, w, &picked
}

func pressKeys(field *pickField, keys ...fyne.KeyName) {
	for _, k := range keys {
		field.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestPickerIsUsedByKeys(t *testing.T) {
	tests := map[string]struct {
		value, typed string
		keys         []fyne.KeyName
		want         string
	}{
		"what begins so comes first":     {"", "pri", []fyne.KeyName{fyne.KeyReturn}, "price"},
		"then what has it in it":         {"", "pri", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "attr.Price"},
		"by the value":                   {"", "compare_", []fyne.KeyName{fyne.KeyEnter}, "compare_at"},
		"from where it stood":            {"title", "", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "price"},
		"headings are passed over":       {"attr.Price", "", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "attr.Price"},
		"nothing fits":                   {"title", "zzz", []fyne.KeyName{fyne.KeyReturn}, ""},
		"escape leaves it as it was":     {"title", "", []fyne.KeyName{fyne.KeyDown, fyne.KeyEscape}, ""},
		"the end is the end of the list": {"sku", "", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "sku"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			field, _, picked := opened(t, tt.value)
			test.Type(field, tt.typed)
			pressKeys(field, tt.keys...)
			if *picked != tt.want {
				t.Errorf("picked %q, want %q", *picked, tt.want)
			}
		})
	}
}

func TestPickerClosesWhenSomethingIsPicked(t *testing.T) {
	field, w, _ := opened(t, "title")
	pressKeys(field, fyne.KeyReturn)
	if over := w.Canvas().Overlays().Top(); over != nil && over.Visible() {
		t.Error("the list is still open")
	}
}
