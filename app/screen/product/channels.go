package product

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// channelsPage is what each channel says of the draft, and the values that are for it alone.
type channelsPage struct {
	p      *Screen
	cards  map[string]*channelCard
	list   *fyne.Container
	scroll *container.Scroll
}

// channelCard is one channel.
type channelCard struct {
	page     *channelsPage
	name     string
	state    *widget.Chip
	problems *fyne.Container
	values   *fyne.Container
	form     *form
	listed   []product.Cell
	object   fyne.CanvasObject
}

func newChannelsPage(p *Screen) *channelsPage {
	c := &channelsPage{p: p, list: widget.Column(theme.Space4)}
	c.scroll = container.NewVScroll(widget.Inset(theme.Space4, theme.Space6, c.list))
	c.show()
	return c
}

func (c *channelsPage) object() fyne.CanvasObject { return c.scroll }

func (c *channelsPage) refresh(part product.Part) {
	switch part {
	case product.PartWhole, product.PartChecks:
		c.show()
	case product.PartTexts:
		for _, card := range c.cards {
			card.form.showProblems()
		}
	default:
	}
}

func (c *channelsPage) aim(cell product.Cell) {
	for _, card := range c.cards {
		if o, ok := card.form.focus(cell); ok {
			reveal(c.scroll, o)
		}
	}
}

// show makes the cards of other channels anew; those that stay are kept, so that
// the cursor is not lost while somebody types.
func (c *channelsPage) show() {
	channels := c.p.model.Channels
	same := len(channels) == len(c.cards) && len(channels) > 0
	for _, ch := range channels {
		same = same && c.cards[ch.Name] != nil
	}
	if !same {
		c.cards, c.list.Objects = map[string]*channelCard{}, nil
		for _, ch := range channels {
			card := newChannelCard(c, ch)
			c.cards[ch.Name] = card
			c.list.Add(card.object)
		}
		if len(channels) == 0 {
			c.list.Add(widget.NewCard(widget.NewText(c.p.say("product-checking")).In(theme.Muted)))
		}
	}
	for _, ch := range channels {
		c.cards[ch.Name].show(ch)
	}
	c.scroll.Refresh()
}

func newChannelCard(c *channelsPage, ch product.Channel) *channelCard {
	card := &channelCard{page: c, name: ch.Name, state: widget.NewChip("", widget.Neutral), problems: widget.Column(0), values: container.NewStack()}
	card.form = newForm(c.p, c.scroll.Refresh)
	head := widget.Row(theme.Space3, widget.NewSection(ch.Title), card.state)
	columns := container.New(unevenly{3, 2}, widget.Inset(0, -theme.Space2, card.problems), card.values)
	card.object = widget.NewCard(widget.Column(theme.Space3, head, columns))
	card.showValues()
	return card
}

func (card *channelCard) show(ch product.Channel) {
	p := card.page.p
	card.state.Set(p.say("readiness-"+string(ch.State)), screen.ToneOf(string(ch.State)))
	if listed := card.cells(); !slices.Equal(listed, card.listed) {
		card.showValues()
	} else {
		card.form.showTexts()
	}
	card.problems.Objects = nil
	for n, problem := range ch.Problems {
		card.problems.Add(widget.Named(card.problem(problem), "channel-problem:"+card.name+":"+strconv.Itoa(n)))
	}
	if len(ch.Problems) == 0 {
		card.problems.Add(widget.Inset(0, theme.Space2, widget.NewText(p.say("product-channel-fine")).In(theme.OKText)))
	}
	card.problems.Refresh()
}

// problem is a problem in words; a press goes where it is mended.
func (card *channelCard) problem(problem product.Problem) fyne.CanvasObject {
	p := card.page.p
	times := ""
	if problem.Times > 1 {
		times = p.say("product-problem-times", "count", problem.Times)
	}
	about := widget.NewSecondary(screen.Beside(p.say("severity-"+string(problem.Severity)), times, problem.Rule)).Cut()
	words := widget.Column(0, widget.NewWrapped(problem.Sentence), about)
	row := container.NewBorder(nil, nil, nil, container.NewCenter(widget.NewIcon(theme.IconChevronRight, theme.Muted)), markedLine(screen.SeverityColors[problem.Severity], words))
	return widget.NewArea(widget.Inset(theme.Space1, theme.Space2, row), func() { p.model.Mend(problem) })
}

func (card *channelCard) cells() []product.Cell {
	var cells []product.Cell
	for _, v := range card.page.p.model.ChannelValues(card.name) {
		cells = append(cells, v.Cell)
	}
	return cells
}

// showValues shows the values that are for the channel alone.
func (card *channelCard) showValues() {
	p := card.page.p
	card.form, card.listed = newForm(p, card.page.scroll.Refresh), card.cells()
	lines := []fyne.CanvasObject{widget.NewSecondary(p.say("product-channel-values")).Cut()}
	for _, v := range p.model.ChannelValues(card.name) {
		title := v.Title
		if v.Required {
			title = p.say("product-channel-required", "name", v.Title)
		}
		lines = append(lines, card.form.named(v.Cell, screen.Capital(title)))
	}
	if !p.model.ReadOnly() {
		add := input.NewPicker(card.free, func(key string) { p.model.AddChannelValue(card.name, key) })
		add.Hint = p.say("product-channel-find")
		add.Set("", p.say("product-channel-add"))
		lines = append(lines, widget.Named(add, "channel-add:"+card.name))
	}
	card.values.Objects = []fyne.CanvasObject{widget.Column(theme.Space2, lines...)}
	card.values.Refresh()
}

func (card *channelCard) free() []input.Choice {
	var choices []input.Choice
	for _, v := range card.page.p.model.FreeColumns(card.name) {
		text := v.Title
		if !strings.Contains(text, v.Key) { // by which a person may know it
			text += "  " + v.Key
		}
		choices = append(choices, input.Choice{Value: v.Key, Text: text})
	}
	return choices
}
