package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// longList is from how many choices on a list can be searched.
const longList = 10

// pickList is a picker's list while it is open.
type pickList struct {
	all    []Choice
	shown  []Choice
	at     int // the line that Enter chooses
	picker *Picker
	close  func()

	list   *widget.List
	focus  fyne.Focusable
	object fyne.CanvasObject
}

func newPickList(p *Picker) *pickList {
	l := &pickList{all: p.Choices(), picker: p}
	l.shown = l.all
	l.list = widget.NewList(func() int { return len(l.shown) }, l.row, l.update)
	l.list.HideSeparators = true
	field := &pickField{list: l}
	field.ExtendBaseWidget(field)
	field.PlaceHolder, field.OnChanged = p.Hint, l.search
	l.focus, l.object = field, container.NewBorder(Named(field, "picker-search"), nil, nil, nil, l.list)
	l.aim(l.indexOf(p.value))
	return l
}

func (l *pickList) indexOf(value string) int {
	for i, c := range l.shown {
		if c.Value == value && value != "" {
			return i
		}
	}
	return -1
}

// size is as high as the choices, within reason.
func (l *pickList) size(width float32) fyne.Size {
	rows := min(len(l.all), longList)
	return fyne.NewSize(max(width, 260), float32(rows)*(rowOfList+theme.Space1)+theme.ControlHeight+theme.Space6)
}

// rowOfList is the height of a line.
const rowOfList = 28

func (l *pickList) row() fyne.CanvasObject {
	text := NewText("").Cut()
	return Fixed(0, rowOfList, NewArea(Inset(theme.Space1, theme.Space2, container.New(middle{}, text)), nil))
}

func (l *pickList) update(i widget.ListItemID, o fyne.CanvasObject) {
	area := o.(*fyne.Container).Objects[0].(*Area)
	text := area.content.(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*Text)
	c := l.shown[i]
	area.Tap = func() { l.pick(i) }
	area.Allow(c.Value != "")
	switch {
	case c.Value == "":
		text.Set(c.Text, theme.Muted)
	default:
		text.Set(c.Text, theme.Ink)
	}
	if i == l.at {
		area.Fill(theme.Selected)
	} else {
		area.Fill(theme.Clear)
	}
}

// search shows the choices that have the words in them, those that begin with
// them first, and no headings.
func (l *pickList) search(words string) {
	l.shown = l.all
	if words = strings.ToLower(strings.TrimSpace(words)); words != "" {
		var first, others []Choice
		for _, c := range l.all {
			text, value := strings.ToLower(c.Text), strings.ToLower(c.Value)
			switch {
			case c.Value == "":
			case strings.HasPrefix(text, words), strings.HasPrefix(value, words):
				first = append(first, c)
			case strings.Contains(text, words), strings.Contains(value, words):
				others = append(others, c)
			}
		}
		l.shown = append(first, others...)
	}
	l.at = -1
	l.step(1)
	l.list.Refresh()
}

// step moves to the next line that can be chosen.
func (l *pickList) step(by int) {
	for i := l.at + by; i >= 0 && i < len(l.shown); i += by {
		if l.shown[i].Value != "" {
			l.aim(i)
			return
		}
	}
}

func (l *pickList) aim(i int) {
	l.at = i
	if i >= 0 {
		l.list.ScrollTo(i)
	}
	l.list.Refresh()
}

func (l *pickList) pick(i int) {
	if i < 0 || i >= len(l.shown) || l.shown[i].Value == "" {
		return
	}
	value := l.shown[i].Value
	l.close()
	guarded(func() { l.picker.Pick(value) })
}

// pickField is the field that the list is searched by; its arrows move in the list.
type pickField struct {
	Entry

	list *pickList
}

// TypedKey moves in the list, chooses by Enter and closes by Escape.
func (f *pickField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		f.list.step(1)
	case fyne.KeyUp:
		f.list.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.list.pick(f.list.at)
	case fyne.KeyEscape:
		f.list.close()
	default:
		f.Entry.TypedKey(e)
	}
}
