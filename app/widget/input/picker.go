package input

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// Choice is one line of a picker's list. One without a Value is a heading.
type Choice struct {
	Value string
	Text  string
}

// Picker is a control that shows what was chosen and, when pressed, a list to
// choose from. A long list has a field to search it.
type Picker struct {
	fynewidget.BaseWidget

	// Choices makes the list when it is asked for.
	Choices func() []Choice
	// Picked is given what was chosen.
	Picked func(value string)
	// Hint is in the search field of a long list.
	Hint string

	value string
	text  *widget.Text
	area  *widget.Area
}

// NewPicker makes a picker that shows nothing yet.
func NewPicker(choices func() []Choice, picked func(string)) *Picker {
	p := &Picker{Choices: choices, Picked: picked, text: widget.NewText("").Cut()}
	mark := widget.NewIcon(theme.IconChevronDown, theme.Muted)
	inside := container.NewBorder(nil, nil, nil, widget.Inset(0, theme.Space1, mark), container.New(widget.CentredRow{}, p.text))
	surface := widget.NewSurface(theme.Surface, inside).Lined().Round(theme.ControlRadius).Inside(0, theme.Space2)
	p.area = widget.NewArea(surface, p.open)
	p.ExtendBaseWidget(p)
	return p
}

// Set shows a choice.
func (p *Picker) Set(value, text string) {
	p.value = value
	p.text.SetText(text)
}

// Allow lets another be chosen, or not.
func (p *Picker) Allow(on bool) {
	p.area.Allow(on)
	if p.text.In(theme.Ink); !on {
		p.text.In(theme.Muted)
	}
	p.text.Refresh()
}

// Disabled reports whether none can be chosen.
func (p *Picker) Disabled() bool { return p.area.Disabled() }

// Text is what is shown.
func (p *Picker) Text() string { return p.text.Text() }

// Value is what is shown to be chosen.
func (p *Picker) Value() string { return p.value }

// Tapped opens the list, wherever in the picker the tap was.
func (p *Picker) Tapped(*fyne.PointEvent) { p.area.Tapped(nil) }

// Pick chooses as a person would.
func (p *Picker) Pick(value string) {
	if p.Picked != nil && !p.area.Disabled() {
		p.Picked(value)
	}
}

// Held informs Find what is in the picker.
func (p *Picker) Held() []fyne.CanvasObject { return []fyne.CanvasObject{p.area} }

// CreateRenderer makes the control.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(p.area)
}

// MinSize is a control's height; the width is given by where it is.
func (p *Picker) MinSize() fyne.Size { return fyne.NewSize(96, theme.ControlHeight) }

// open shows the list below the control.
func (p *Picker) open() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p)
	if canvas == nil || p.area.Disabled() {
		return
	}
	list := newPickList(p)
	pop := fynewidget.NewPopUp(list.object, canvas)
	list.close = pop.Hide
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	size := list.size(p.Size().Width)
	below := at.Y + p.Size().Height + theme.Space1
	if below+size.Height > canvas.Size().Height {
		below = max(at.Y-size.Height-theme.Space2, 0)
	}
	pop.Resize(size)
	pop.ShowAtPosition(fyne.NewPos(at.X, below))
	list.aim(list.at) // it can be scrolled to only now
	canvas.Focus(list.focus)
}

// longList is from how many choices on a list can be searched.
const longList = 10

// pickList is a picker's list while it is open.
type pickList struct {
	all    []Choice
	shown  []Choice
	at     int // the line that Enter chooses
	picker *Picker
	close  func()

	list   *fynewidget.List
	focus  fyne.Focusable
	object fyne.CanvasObject
}

func newPickList(p *Picker) *pickList {
	l := &pickList{all: p.Choices(), picker: p}
	l.shown = l.all
	l.list = fynewidget.NewList(func() int { return len(l.shown) }, l.row, l.update)
	l.list.HideSeparators = true
	field := &pickField{list: l}
	field.ExtendBaseWidget(field)
	field.PlaceHolder, field.OnChanged = p.Hint, l.search
	l.focus, l.object = field, container.NewBorder(widget.Named(field, "picker-search"), nil, nil, nil, l.list)
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
	text := widget.NewText("").Cut()
	return widget.Fixed(0, rowOfList, widget.NewArea(widget.Inset(theme.Space1, theme.Space2, container.New(widget.CentredRow{}, text)), nil))
}

func (l *pickList) update(i fynewidget.ListItemID, o fyne.CanvasObject) {
	area := o.(*fyne.Container).Objects[0].(*widget.Area)
	text := area.Held()[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*widget.Text)
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
	widget.RunGuarded(func() { l.picker.Pick(value) })
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
