package export

import (
	"cmp"
	"fmt"

	"tradewind.app/catalog"
)

// Channel is a marketplace that feeds can be made for: its spec, and a [Hook]
// where a table cannot say everything. It has no state of a run.
type Channel struct {
	spec *Spec
	hook Hook
}

// NewChannel makes a channel of a spec. hook is nil where the table says
// everything; a spec with columns of a hook needs one.
func NewChannel(spec *Spec, hook Hook) (*Channel, error) {
	for col := range spec.AllColumns() {
		if col.Hook && hook == nil {
			return nil, fmt.Errorf("spec %s: column %s is left to a hook, and there is none", spec.Name, col.Name)
		}
	}
	return &Channel{spec, hook}, nil
}

// Name is the channel's short name: "taobao".
func (c *Channel) Name() string { return c.spec.Name }

// Named returns the channel under another name: the same rules, by which products are
// checked apart.
func (c *Channel) Named(name string) *Channel {
	spec, named := *c.spec, *c
	spec.Name = name
	named.spec = &spec
	return &named
}

// Title is the channel's name for people, in a locale, otherwise in English.
func (c *Channel) Title(l catalog.Locale) string {
	if title := c.spec.Title[string(l)]; title != "" {
		return title
	}
	return c.spec.Title[string(catalog.Source)]
}

// About says in a locale, otherwise in English, what the files are that the channel
// makes; empty where the title says all.
func (c *Channel) About(l catalog.Locale) string {
	return cmp.Or(c.spec.About[string(l)], c.spec.About[string(catalog.Source)])
}

// Spec is the channel's table. It must not be changed.
func (c *Channel) Spec() *Spec { return c.spec }

// LimitOf is the longest text that the channel takes from a field of the catalogue
// as it is; zero where it says none.
func (c *Channel) LimitOf(field catalog.Field) Limit {
	var tightest Limit
	for col := range c.spec.AllColumns() {
		if col.From.field == field && !col.Max.IsZero() && (tightest.IsZero() || col.Max.IsTighter(tightest)) {
			tightest = col.Max
		}
	}
	return tightest
}

// Check lists what is wrong with a product for this channel, by itself. What only
// shows among products, such as an ID that occurs twice, is found by one [Checker] over
// all of them.
func (c *Channel) Check(p *catalog.Product, opts Options) []catalog.Problem {
	return c.Checker(opts).Check(p)
}

// Readiness is whether a product can go to a channel.
type Readiness = catalog.Readiness

// The states of readiness.
const (
	Ready        = catalog.Ready
	WithWarnings = catalog.WithWarnings
	NotReady     = catalog.NotReady
)

// ReadinessOf returns the readiness that problems leave.
func ReadinessOf(problems []catalog.Problem) Readiness { return catalog.ReadinessOf(problems) }
