package gallery

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// shownGallery is a gallery of some pictures, three abreast, that are reordered as it tells.
func shownGallery(t *testing.T, names ...string) (*Gallery, *[]string, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	g := New("picture")
	order := slices.Clone(names)
	show := func() {
		pictures := make([]Picture, len(order))
		for i, name := range order {
			pictures[i].Caption = name
		}
		g.SetPictures(pictures)
	}
	g.OnMove = func(from, to int) {
		name := order[from]
		order = slices.Insert(slices.Delete(order, from, from+1), to, name)
		show()
	}
	g.OnDelete = func(at int) {
		order = slices.Delete(order, at, at+1)
		show()
	}
	show()
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(3*(tileWidth+tileGap), 600))
	return g, &order, w
}

func TestGalleryIsOrderedByDragging(t *testing.T) {
	for _, tt := range []struct {
		from, to int
		want     []string
	}{
		{0, 2, []string{"b", "c", "a", "d"}},
		{3, 0, []string{"d", "a", "b", "c"}},
		{1, 3, []string{"a", "c", "d", "b"}},
		{2, 2, []string{"a", "b", "c", "d"}},
	} {
		g, order, _ := shownGallery(t, "a", "b", "c", "d")
		tile := widget.Find(g, "picture:"+itoa(tt.from)).(*tile)
		over := g.slot(tt.to).Add(fyne.NewPos(tileWidth/2, tileHeight/2))
		tile.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: over}})
		if lifted := g.mark.Visible(); lifted != (tt.from != tt.to) {
			t.Errorf("%d to %d: where it would come to is marked: %v", tt.from, tt.to, lifted)
		}
		tile.DragEnd()
		if !slices.Equal(*order, tt.want) {
			t.Errorf("%d to %d: %v, want %v", tt.from, tt.to, *order, tt.want)
		}
		if g.mark.Visible() || tt.from != tt.to && g.Current() != tt.to {
			t.Errorf("%d to %d: the mark is left, or %d is the current one", tt.from, tt.to, g.Current())
		}
	}
}

func TestGalleryByKeyboard(t *testing.T) {
	g, order, w := shownGallery(t, "a", "b", "c", "d")
	w.Canvas().Focus(g)
	var told []int
	g.OnCurrent = func(at int) { told = append(told, at) }
	press := func(names ...fyne.KeyName) {
		for _, name := range names {
			g.TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	press(fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyHome)
	if want := []int{1, 2, 3, 0}; !slices.Equal(told, want) {
		t.Errorf("went over %v, want %v", told, want)
	}
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(fyne.KeyRight, fyne.KeyRight)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if want := []string{"b", "c", "a", "d"}; !slices.Equal(*order, want) || g.Current() != 2 {
		t.Errorf("%v with %d current, want %v", *order, g.Current(), want)
	}
	press(fyne.KeyDelete)
	if want := []string{"b", "c", "d"}; !slices.Equal(*order, want) {
		t.Errorf("%v, want %v", *order, want)
	}
	g.Fixed = true
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(fyne.KeyHome, fyne.KeyDelete)
	if len(*order) != 3 || (*order)[0] != "b" {
		t.Errorf("a fixed gallery was changed: %v", *order)
	}
}
