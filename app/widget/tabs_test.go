package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
)

// In a narrow window tabs come closer together before one is cut off.
func TestTabsComeCloserTogether(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	tabs := NewTabs("t", []Tab{{"a", "Details"}, {"b", "Variants"}, {"c", "Shipping and customs"}, {"d", "History"}}, func(string) {})
	row := tabs.Object().(*fyne.Container)
	last := row.Objects[len(row.Objects)-1]
	for _, width := range []float32{600, row.MinSize().Width} {
		row.Resize(fyne.NewSize(width, row.MinSize().Height))
		if end := last.Position().X + last.Size().Width; end > width+0.5 {
			t.Errorf("in a width of %v the last tab ends at %v", width, end)
		}
		for i, o := range row.Objects[1:] {
			before := row.Objects[i]
			if o.Position().X < before.Position().X+before.Size().Width-0.5 {
				t.Errorf("in a width of %v tab %d lies over the one before", width, i+1)
			}
		}
	}
}
