package product

import (
	"context"
	"slices"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Channel is what a channel says of the draft.
type Channel struct {
	Name     string
	Title    string
	State    export.Readiness
	Problems []Problem // the gravest first
}

// Problem is a problem of the draft, and where it is mended.
type Problem struct {
	Code     string
	Severity catalog.Severity
	Sentence string
	Rule     string        // where the rule was read, and when
	Field    catalog.Field // that the channel names
	Cell     Cell          // where it is mended
	Picture  string        // source of the picture it is about, if it is about one
	Need     string        // key of the shop's setting that mends it; "" where the product does
	Times    int           // how often the channel says it, of other variants or pictures
}

// startCheck asks the channels about the draft as it is. While they are asked
// already they are asked once more after that.
func (p *Model) startCheck() {
	if p.State != StateReady {
		return
	}
	if p.check.busy {
		p.check.again = true
		return
	}
	p.check.busy = true
	draft, w := p.Draft.Clone(), p.session.Workspace
	view.Load(p.checking.Start(), p.session, func(ctx context.Context) ([]workspace.ChannelState, error) {
		return w.InspectDraft(ctx, draft)
	}, p.checked, func(err error) {
		p.check.busy = false
		p.session.Fail(err)
	})
}

func (p *Model) checked(states []workspace.ChannelState) {
	p.check.busy = false
	if p.check.again {
		p.check.again = false
		p.startCheck()
	}
	p.Channels = nil
	for _, s := range states {
		c := Channel{Name: s.Channel.Name(), Title: view.ChannelTitle(s.Channel, p.session.Text), State: s.State}
		for _, severity := range []catalog.Severity{catalog.Blocked, catalog.Warning, catalog.Info} {
			for _, wrong := range s.Problems {
				if wrong.Severity == severity {
					c.add(p.problemOf(wrong))
				}
			}
		}
		p.Channels = append(p.Channels, c)
	}
	p.Changed(PartChecks)
	p.aimAtProblem()
}

// add lists a problem. What is said in the same words already is counted there: of
// a hundred variants a person reads it once.
func (c *Channel) add(problem Problem) {
	for i := range c.Problems {
		if have := &c.Problems[i]; have.Sentence == problem.Sentence {
			have.Times++
			return
		}
	}
	problem.Times = 1
	c.Problems = append(c.Problems, problem)
}

func (p *Model) problemOf(wrong catalog.Problem) Problem {
	problem := Problem{
		Code: wrong.Code, Severity: wrong.Severity, Sentence: p.session.Text.Problem(wrong), Rule: p.session.Text.Rule(wrong),
		Field: catalog.Field(wrong.Field), Cell: p.cellOf(wrong), Picture: wrong.Args["picture"],
	}
	if need, ok := view.NeedOf(wrong); ok {
		problem.Need = need.Key
	}
	return problem
}

// ChannelValue is a value that the product has, or may have, for one channel only.
type ChannelValue struct {
	Cell     Cell
	Key      string
	Title    string // what the column is called, see [text.Printer.FeedColumn]
	Required bool
}

// ChannelValues are the values that a channel reads from the product alone: those
// it has, and those that no other part of the product could give.
func (p *Model) ChannelValues(channel string) []ChannelValue {
	c, err := p.session.Workspace.Channel(channel)
	if err != nil {
		return nil
	}
	var values []ChannelValue
	for col := range c.Spec().AllColumns() {
		_, has := p.Draft.ChannelValue(channel, col.Name)
		_, typed := p.typed[Cell{Field: catalog.ChannelField(channel, col.Name)}]
		if has || typed || asksForOwn(col) {
			values = append(values, p.channelValue(channel, col.Name, col.TitleZH, col.Tier == export.Required))
		}
	}
	for _, have := range p.Draft.ChannelValues {
		if have.Channel == channel && !slices.ContainsFunc(values, func(v ChannelValue) bool { return v.Key == have.Key }) {
			values = append(values, p.channelValue(channel, have.Key, "", false))
		}
	}
	return values
}

// asksForOwn reports whether a column is to be filled and has no other source than
// the product's own value for the channel.
func asksForOwn(col *export.Column) bool {
	return (col.Tier == export.Required || col.Tier == export.Recommended) &&
		col.From.IsZero() && col.Const == "" && col.Default == "" && !col.Hook
}

func (p *Model) channelValue(channel, key, title string, required bool) ChannelValue {
	v := ChannelValue{Cell: Cell{Field: catalog.ChannelField(channel, key)}, Key: key, Title: p.session.Text.FeedColumn(key), Required: required}
	if v.Title == key && title != "" && p.session.Text.Language() == text.Chinese {
		v.Title = title
	}
	return v
}

// FreeColumns are the columns of a channel that a value may be added for: any, for
// a product's own value comes before what a column is otherwise filled with.
func (p *Model) FreeColumns(channel string) []ChannelValue {
	c, err := p.session.Workspace.Channel(channel)
	if err != nil {
		return nil
	}
	have := p.ChannelValues(channel)
	var free []ChannelValue
	for col := range c.Spec().AllColumns() {
		if !slices.ContainsFunc(have, func(v ChannelValue) bool { return v.Key == col.Name }) {
			free = append(free, p.channelValue(channel, col.Name, col.TitleZH, false))
		}
	}
	return free
}

// AddChannelValue opens a field for a value of one channel.
func (p *Model) AddChannelValue(channel, key string) {
	p.GoTo(Cell{Field: catalog.ChannelField(channel, key)})
}
