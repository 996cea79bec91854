// Package input has what a person types into or picks from: entries, fields that save
// themselves, the lines of a listing, the search field and the picker.
package input

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// Entry is Fyne's entry with the line around it that all controls have. Fyne draws
// its own half a pixel off, around nothing: it comes out as two lines, the inner
// one nearly black.
type Entry struct{ fynewidget.Entry }

// NewEntry makes an empty entry of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewMultiLineEntry makes an empty entry of several lines.
func NewMultiLineEntry() *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// TypedRune writes a character; as all that calls OnChanged or OnSubmitted it is guarded.
func (e *Entry) TypedRune(r rune) { widget.RunGuarded(func() { e.Entry.TypedRune(r) }) }

// AcceptsTab leaves Tab to the window, also where there are several lines: whoever has
// no mouse could not get out.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained shows the focus ring.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	widget.Reveal(e)
}

// TypedKey moves the cursor, erases, submits. Esc is the window's, and so is F1.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape || key.Name == fyne.KeyF1 {
		widget.PassKey(e, key)
		return
	}
	widget.RunGuarded(func() { e.Entry.TypedKey(key) })
}

// TypedShortcut pastes, cuts, undoes. Those with a key of their own are the window's.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	widget.RunGuarded(func() { e.Entry.TypedShortcut(s) })
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		widget.PassShortcut(e, custom)
	}
}

// CreateRenderer makes the entry.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, sill: canvas.NewRectangle(color.Transparent), edge: canvas.NewRectangle(color.Transparent)}
	r.sill.BottomLeftCornerRadius, r.sill.BottomRightCornerRadius = theme.ControlRadius-1, theme.ControlRadius-1
	if e.MultiLine { // whose bar at the right says how much there is
		r.sill.Hide()
	}
	for _, o := range r.Objects() {
		if border, ok := o.(*canvas.Rectangle); ok && border.StrokeWidth > 0 {
			r.border = border
		}
	}
	r.fill()
	r.caret = theme.Color(theme.Accent)
	return r
}

// entryRenderer is Fyne's with the border where it belongs, and without the bar that
// Fyne draws below a line that is longer than the entry.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry  *Entry
	caret  color.Color       // that the caret was last seen with
	border *canvas.Rectangle // nil: Fyne draws another way by now
	sill   *canvas.Rectangle // lies over the bar
	edge   *canvas.Rectangle // the border's line once more, over the sill
}

// sillHeight is that of Fyne's bar while the pointer is not at it.
const sillHeight = 5

func (r *entryRenderer) fill() {
	r.sill.FillColor = theme.Color(fynetheme.ColorNameInputBackground)
	if r.border != nil {
		r.border.FillColor = theme.Color(fynetheme.ColorNameInputBackground)
		r.edge.StrokeColor, r.edge.StrokeWidth, r.edge.CornerRadius = r.border.StrokeColor, r.border.StrokeWidth, r.border.CornerRadius
	}
}

// Objects are Fyne's, with the sill and the edge over them.
func (r *entryRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.sill, r.edge)
}

// Layout gives the border the whole area.
func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.sill.Move(fyne.NewPos(1, size.Height-1-sillHeight))
	r.sill.Resize(fyne.NewSize(size.Width-2, sillHeight))
	r.edge.Resize(size)
	if r.border != nil {
		r.border.Move(fyne.NewPos(0, 0))
		r.border.Resize(size)
	}
}

// recolorCaret gives the caret the theme's colour. Fyne 2.7.1 reads it only when the
// caret begins to blink, and an entry that cannot be typed into has none.
func (r *entryRenderer) recolorCaret() {
	had, now := r.caret, theme.Color(theme.Accent)
	if r.caret = now; had == nil || had == now || r.entry.Disabled() {
		return
	}
	r.entry.Disable()
	r.entry.Enable()
}

// Refresh follows the theme.
func (r *entryRenderer) Refresh() {
	r.recolorCaret()
	r.fill()
	r.WidgetRenderer.Refresh()
	r.fill() // the line has another colour while the entry has the keyboard
	r.sill.Refresh()
	r.edge.Refresh()
	if r.border != nil {
		r.border.Refresh()
	}
}

// Field is an entry of one line that hands its text over on Enter and when the
// cursor leaves it, if it is another.
type Field struct {
	Entry

	// Typed is called when what is typed begins to differ from what was handed over,
	// and when it does no more; nil reports nothing.
	Typed func(pending bool)

	save func(string)
	had  string
}

// NewField makes an empty field.
func NewField(save func(string)) *Field {
	f := &Field{save: save}
	f.ExtendBaseWidget(f)
	f.OnSubmitted = func(string) { f.hand() }
	f.OnChanged = func(string) {
		if f.Typed != nil {
			f.Typed(f.Pending())
		}
	}
	return f
}

// SetText shows a text that is saved already.
func (f *Field) SetText(s string) {
	f.had = s
	f.Entry.SetText(s)
}

// FocusGained shows the focus ring.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	widget.Reveal(f)
}

// FocusLost hands over what was typed.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	f.hand()
}

// Pending reports whether something was typed that was not handed over.
func (f *Field) Pending() bool { return f.Text != f.had }

// Take returns what was typed, as handed over.
func (f *Field) Take() string {
	f.had = f.Text
	return f.Text
}

func (f *Field) hand() {
	if f.Pending() {
		widget.RunGuarded(func() { f.save(f.Take()) })
	}
}
