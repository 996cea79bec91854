package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Choice is one line of a picker's list. One without a Value is a heading.
type Choice struct {
	Value string
	Text  string
}

// Picker is a control that shows what was chosen and, when pressed, a list to
// choose from. A long list has a field to search it.
type Picker struct {
	widget.BaseWidget

	// Choices makes the list when it is asked for.
	Choices func() []Choice
	// Picked is told what was chosen.
	Picked func(value string)
	// Hint stands in the search field of a long list.
	Hint string

	value string
	text  *Text
	area  *Area
}

// NewPicker makes a picker that shows nothing yet.
func NewPicker(choices func() []Choice, picked func(string)) *Picker {
	p := &Picker{Choices: choices, Picked: picked, text: NewText("").Cut()}
	mark := NewIcon(theme.IconChevronDown, theme.Muted)
	inside := container.NewBorder(nil, nil, nil, Inset(0, theme.Space1, mark), container.New(middle{}, p.text))
	surface := NewSurface(theme.Surface, inside).Lined().Round(theme.ControlRadius).Inside(0, theme.Space2)
	p.area = NewArea(surface, p.open)
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
func (p *Picker) Disabled() bool { return p.area.disabled }

// Text is what is shown.
func (p *Picker) Text() string { return p.text.Text() }

// Value is what is shown to be chosen.
func (p *Picker) Value() string { return p.value }

// Tapped opens the list, wherever in the picker the tap was.
func (p *Picker) Tapped(*fyne.PointEvent) { p.area.Tapped(nil) }

// Pick chooses as a person would.
func (p *Picker) Pick(value string) {
	if p.Picked != nil && !p.area.disabled {
		p.Picked(value)
	}
}

// Held tells Find what is in the picker.
func (p *Picker) Held() []fyne.CanvasObject { return []fyne.CanvasObject{p.area} }

// CreateRenderer makes the control.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.area)
}

// MinSize is a control's height; the width is given by where it stands.
func (p *Picker) MinSize() fyne.Size { return fyne.NewSize(96, theme.ControlHeight) }

// open shows the list below the control.
func (p *Picker) open() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p)
	if canvas == nil || p.area.disabled {
		return
	}
	list := newPickList(p)
	pop := widget.NewPopUp(list.object, canvas)
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
