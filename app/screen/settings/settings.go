// Package settings draws the options of the catalogue and of the person at this machine.
package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/settings"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// topicIcons are the icons of the topics by their names.
var topicIcons = map[string]theme.IconName{
	"look": theme.IconSun, "person": theme.IconEdit, "channels": theme.IconExport, "units": theme.IconColumns, "rates": theme.IconGlobe, "shop": theme.IconHome,
}

// Screen is one page for each topic of options.
type Screen struct {
	session *view.Session
	model   *settings.Model
	topic   string // name of the one that is shown

	typing *settingField // what is being typed and not saved yet
	left   bool          // the screen is not shown

	topics *fyne.Container
	page   *fyne.Container
	object fyne.CanvasObject
}

// settingField is the field of an option.
type settingField struct {
	*input.Field
	save func(value string, then func())
}

// New makes the screen.
func New(s *view.Session, p settings.Preferences) *Screen {
	c := &Screen{session: s, model: settings.New(s, p), topic: "look", topics: widget.Column(theme.Space1), page: container.NewStack()}
	list := widget.NewSurface(theme.Surface, widget.Column(theme.Space3, widget.NewTitle(c.say("place-settings")), c.topics)).Inside(theme.Space6, theme.Space4)
	c.object = widget.Bordered(nil, nil, widget.Fixed(topicsWidth, 0, list), nil, c.page)
	c.model.Changed = c.draw
	return c
}

// topicsWidth is the width of the list of topics.
const topicsWidth = 232

// Object implements Screen.
func (c *Screen) Object() fyne.CanvasObject { return c.object }

// Receive implements Receiver: an option to put the cursor on.
func (c *Screen) Receive(t view.Target) { c.model.Receive(t) }

// Enter implements Screen.
func (c *Screen) Enter() {
	c.left = false
	c.model.Load()
}

// Leave implements Screen.
func (c *Screen) Leave() {
	c.left = true
	c.noteTyping(nil)
	c.model.Leave()
}

// KeepThen implements Keeper.
func (c *Screen) KeepThen(then func()) {
	if f := c.typing; f != nil && f.Pending() {
		f.save(f.Take(), then)
		return
	}
	then()
}

// noteTyping notes which field is typed into and not saved.
func (c *Screen) noteTyping(f *settingField) {
	c.typing = f
	c.session.ReportTyped(f != nil)
}

func (c *Screen) say(code string, args ...any) string { return c.session.Text.Say(code, args...) }

func (c *Screen) draw() {
	topic, key, aimed := c.model.TakeAim()
	if aimed {
		c.topic = topic
	}
	c.show()
	if o := widget.Find(c.page, "settings:"+key); aimed && o != nil {
		screen.FocusIn(o)
	}
}

// show shows the topic that is chosen.
func (c *Screen) show() {
	topics := c.model.Topics()
	c.topics.Objects = nil
	var shown settings.Topic
	for _, t := range topics {
		i := widget.NewRailItem(theme.Icon(topicIcons[t.Name]), c.say(t.Code), func() {
			c.topic = t.Name
			c.show()
		})
		i.SetCurrent(t.Name == c.topic)
		c.topics.Add(widget.Named(i, "settings:topic:"+t.Name))
		if t.Name == c.topic {
			shown = t
		}
	}
	c.topics.Refresh()
	c.page.Objects = []fyne.CanvasObject{c.content(shown)}
	c.page.Refresh()
}

// content is the page of a topic, in each of its states.
func (c *Screen) content(t settings.Topic) fyne.CanvasObject {
	loaded, failed := c.model.Loaded()
	switch {
	case failed != nil && !t.Personal():
		return c.failed(failed)
	case !loaded && failed == nil:
		return container.NewCenter(widget.NewText(c.say("word-loading")).In(theme.Muted))
	}
	list := widget.Column(theme.Space4)
	for _, o := range t.Options {
		list.Add(c.option(o))
	}
	if len(t.Options) == 0 {
		list.Add(widget.NewText(c.say("settings-none")).In(theme.Muted))
	}
	head := widget.Column(theme.Space1, widget.NewTitle(c.say(t.Code)), widget.NewText(c.say(t.Hint)).In(theme.Muted).Cut())
	page := container.New(atMost(pageWidth), widget.Column(theme.Space4, head, widget.NewCard(list)))
	return container.NewVScroll(widget.Inset(theme.Space6, theme.Space6, page))
}

// failed says why the catalogue's options cannot be shown. Those that cannot be read
// can be set back.
func (c *Screen) failed(why error) fyne.CanvasObject {
	buttons := widget.Row(theme.Space2, widget.Spring(), widget.Named(widget.NewButton(c.say("word-again"), c.model.Load), "settings-again"))
	if len(c.model.Broken()) > 0 && c.model.ReadOnly() == nil {
		reset := widget.NewButton(c.say("settings-reset"), c.model.Reset).As(widget.Primary)
		buttons.Add(widget.Named(reset, "settings-reset"))
	}
	buttons.Add(widget.Spring())
	told := widget.Named(screen.Notice(theme.BadSoft, theme.BadText, c.session.Text.Error(why)), "settings-wrong")
	page := container.New(atMost(pageWidth), widget.Column(theme.Space4, told, buttons))
	return container.NewVScroll(widget.Inset(theme.Space6, theme.Space6, page))
}

const (
	pageWidth    = 760
	controlWidth = 280
)

// atMost is the layout of a page that grows wider with the window up to a width:
// a control too far from its words is hard to find.
type atMost float32

func (a atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(size.Width, float32(a)), size.Height))
	}
}

func (a atMost) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// wordsAndControl gives a control its width or, in a narrow page, half of it, and the
// rest to its words.
type wordsAndControl struct{}

func (wordsAndControl) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(controlWidth, size.Width/2)
	objects[0].Resize(fyne.NewSize(size.Width-width-theme.Space3, size.Height))
	objects[1].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-width, 0))
}

func (wordsAndControl) MinSize(objects []fyne.CanvasObject) fyne.Size {
	words, control := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(words.Width+control.Width+theme.Space3, max(words.Height, control.Height))
}

// option is a row: what it is at the left, its control at the right.
func (c *Screen) option(o settings.Option) fyne.CanvasObject {
	name := o.Label
	if name == "" {
		name = c.say(o.Code)
	}
	words := widget.Column(2, widget.NewText(name))
	if o.Hint != "" {
		words.Add(widget.NewWrapped(c.say(o.Hint)).Small().In(theme.Muted))
	}
	wrong := widget.NewSecondary("").In(theme.BadText)
	wrong.Hide()
	control := widget.Column(theme.Space1, c.control(o, func(err error) { c.done(err, wrong) }))
	if o.Several { // their words are longer than a control is wide
		return widget.Column(theme.Space1, words, control, wrong)
	}
	row := container.New(wordsAndControl{}, container.New(widget.CentredRow{}, words), control)
	return widget.Column(theme.Space1, row, wrong)
}

// done says what became of a value: what is wrong with it is below its field, or
// over the window where the screen was left by then.
func (c *Screen) done(err error, wrong *widget.Text) {
	switch {
	case err == nil:
		wrong.Hide()
		c.noteTyping(nil)
	case c.left:
		c.session.Fail(err)
	default:
		wrong.SetText(c.session.Text.Error(err))
		wrong.Show()
		c.page.Refresh()
	}
}

// control is what sets an option: a list of checks, a choice, or a field.
func (c *Screen) control(o settings.Option, done func(error)) fyne.CanvasObject {
	fixed := !o.Personal && c.model.ReadOnly() != nil
	role := "settings:" + o.Key
	switch {
	case o.Several:
		return c.checks(o, fixed, done)
	case len(o.Choices) > 0:
		return widget.Named(c.choice(o, fixed, done), role)
	}
	return widget.Named(c.field(o, fixed, done), role)
}

func (c *Screen) choice(o settings.Option, fixed bool, done func(error)) fyne.CanvasObject {
	word := func(value string) string {
		for _, choice := range o.Choices {
			if choice.Value == value {
				return choice.Word(c.session.Text)
			}
		}
		return value
	}
	var p *input.Picker
	p = input.NewPicker(func() []input.Choice { return screen.Picks(o.Choices, c.session.Text) }, func(value string) {
		value = strings.TrimSuffix(value, screen.PickMark)
		p.Set(value+screen.PickMark, word(value))
		c.model.Set(o, value, done)
	})
	p.Set(c.model.Value(o)+screen.PickMark, word(c.model.Value(o)))
	p.Allow(!fixed)
	return p
}

// field saves on Enter and when the cursor leaves it.
func (c *Screen) field(o settings.Option, fixed bool, done func(error)) fyne.CanvasObject {
	save := func(value string, then func()) {
		c.model.Set(o, value, func(err error) {
			if done(err); err == nil {
				then()
			}
		})
	}
	f := &settingField{save: save}
	f.Field = input.NewField(func(value string) { save(value, func() {}) })
	f.Typed = func(pending bool) {
		if pending {
			c.noteTyping(f)
		} else {
			c.noteTyping(nil)
		}
	}
	f.SetPlaceHolder(o.Example)
	f.SetText(c.model.Value(o))
	if fixed {
		f.Disable()
	}
	return f.Field
}

func (c *Screen) checks(o settings.Option, fixed bool, done func(error)) fyne.CanvasObject {
	list := widget.Column(0)
	chosen := settings.Chosen(c.model.Value(o))
	for _, choice := range o.Choices {
		has := len(chosen) == 0 || slices.Contains(chosen, choice.Value)
		check := widget.NewCheck(choice.Word(c.session.Text), has, func(on bool) {
			c.model.Set(o, strings.Join(settings.With(o, c.model.Value(o), choice.Value, on), ", "), done)
		})
		if fixed {
			check.Disable()
		}
		list.Add(widget.Named(check, "settings:"+o.Key+":"+choice.Value))
	}
	return list
}
