package screentest

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/widget"
)

// complaints collects what a check reports.
type complaints struct {
	testing.TB

	said []string
}

func (c *complaints) Helper() {}

func (c *complaints) Errorf(format string, args ...any) {
	c.said = append(c.said, fmt.Sprintf(format, args...))
}

// at is an object with a role, in a place and of a size.
func at(role string, x, y, width, height float32) fyne.CanvasObject {
	o := widget.Named(widget.Gap(40, 20), role)
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	return o
}

// TestCheckLayoutFindsWhatIsWrong: a check that never complains would pass as well.
func TestCheckLayoutFindsWhatIsWrong(t *testing.T) {
	scroll := container.NewVScroll(container.NewVBox(at("top", 0, 0, 40, 20), widget.Gap(0, 2000), at("bottom", 0, 0, 40, 20)))
	scroll.Resize(fyne.NewSize(200, 100))
	tests := map[string]struct {
		objects []fyne.CanvasObject
		want    string // of the complaint; "" for none
	}{
		"side by side":     {[]fyne.CanvasObject{at("a", 0, 0, 40, 20), at("b", 40, 0, 40, 20)}, ""},
		"in another":       {[]fyne.CanvasObject{at("a", 0, 0, 100, 100), at("b", 10, 10, 40, 20)}, ""},
		"cut by another":   {[]fyne.CanvasObject{at("a", 0, 0, 40, 20), at("b", 20, 0, 40, 20)}, "b at "},
		"covered":          {[]fyne.CanvasObject{at("a", 10, 10, 40, 20), at("b", 0, 0, 100, 100)}, "b at "},
		"squeezed":         {[]fyne.CanvasObject{at("a", 0, 0, 40, 10), at("b", 40, 0, 40, 20)}, "a is "},
		"beyond the right": {[]fyne.CanvasObject{at("a", 0, 0, 40, 20), at("b", 1240, 0, 40, 20)}, "b ends at "},
		"below the window": {[]fyne.CanvasObject{at("a", 0, 0, 40, 20), at("b", 0, 810, 40, 20)}, "b ends at "},
		"another order":    {[]fyne.CanvasObject{at("b", 0, 0, 40, 20), at("a", 40, 0, 40, 20)}, "b is not to be seen"},
		"scrolled away":    {[]fyne.CanvasObject{at("a", 300, 0, 40, 20), at("b", 400, 0, 40, 20), scroll}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := Open(t, container.NewWithoutLayout(tt.objects...))
			c := &complaints{TB: t}
			CheckLayout(c, w, "a", "b")
			if tt.want == "" && len(c.said) > 0 || tt.want != "" && (len(c.said) != 1 || !strings.HasPrefix(c.said[0], tt.want)) {
				t.Errorf("it complains %q, want one that begins with %q", c.said, tt.want)
			}
		})
	}
}
