package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
)

// Tab is one of some pages that are in one place.
type Tab struct {
	Key  string
	Text string
}

// Tabs is a row of tabs; the shown one is underlined.
type Tabs struct {
	object fyne.CanvasObject
	tabs   map[string]*tab
}

// tab is a word and, behind it, a mark such as a count.
type tab struct {
	word, mark *Text
	line       *Surface
	row        *fyne.Container
}

// tabSpace is what is beside a tab's word.
const tabSpace = theme.Space3

// NewTabs makes a row of tabs that says which one is chosen. Each has the role
// role:key.
func NewTabs(role string, list []Tab, chosen func(key string)) *Tabs {
	t := &Tabs{tabs: map[string]*tab{}}
	row := container.New(tabRow{})
	for _, have := range list {
		one := &tab{word: NewText(have.Text), mark: NewSecondary(""), line: NewSurface(theme.Clear, Gap(0, 2))}
		// As wide as the word is when it is strong: the rest keep their places.
		wide := fyne.MeasureText(have.Text, theme.Size(theme.TextBody), fyne.TextStyle{Bold: true}).Width
		one.row = Row(theme.Space1, Fixed(wide, 0, one.word), one.mark)
		t.tabs[have.Key] = one
		area := NewArea(Column(0, Inset(theme.Space2, tabSpace, one.row), Inset(0, tabSpace, one.line)), func() { chosen(have.Key) })
		row.Add(container.New(CentredRow{}, Named(area, role+":"+have.Key)))
	}
	t.object = row
	return t
}

// tabRow puts tabs beside each other. Where there is no room for all, each gives away
// the space behind its word.
type tabRow struct{}

func (tabRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	need := float32(0)
	for _, o := range objects {
		need += o.MinSize().Width
	}
	less := min(max(need-size.Width, 0)/float32(max(len(objects), 1)), tabSpace)
	x := float32(0)
	for _, o := range objects {
		width := o.MinSize().Width - less
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(x, 0))
		x += width
	}
}

func (tabRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least.Width += o.MinSize().Width - tabSpace
		least.Height = max(least.Height, o.MinSize().Height)
	}
	return least
}

// Object is the row.
func (t *Tabs) Object() fyne.CanvasObject { return t.object }

// Set shows which tab is chosen.
func (t *Tabs) Set(key string) {
	for k, one := range t.tabs {
		ink, line := theme.Muted, theme.Clear
		if k == key {
			ink, line = theme.Ink, theme.Accent
		}
		one.word.In(ink).bold = k == key
		one.word.Refresh()
		one.line.Fill(line)
		one.row.Refresh()
	}
}

// Mark puts a word behind a tab's, in a colour; "" takes it away.
func (t *Tabs) Mark(key, text string, ink fyne.ThemeColorName) {
	if one := t.tabs[key]; one != nil && one.mark.text+string(one.mark.color) != text+string(ink) {
		one.mark.Set(text, ink)
		t.object.Refresh()
	}
}
