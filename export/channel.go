package export

import (
	"cmp"
	"fmt"

	"tradewind.app/catalog"
)

// Channel is a marketplace that feeds can be made for: its spec, and a Hook
// where a table cannot say everything. It holds no state of a run.
type Channel struct {
	spec  *Spec
	hook  Hook
	index map[string]int // column's place by name
}

// Hook says what a table cannot. It is handed the rows that the spec's table
// made of a product and returns the rows that go into the file; what it puts
// into cells is checked like any other cell.
type Hook interface {
	Rows(k *Checker, p *catalog.Product, rows []Row) ([]Row, []catalog.Problem)
}

// NewChannel makes a channel of a spec. hook is nil where the table says
// everything; a spec with columns of a hook needs one.
func NewChannel(spec *Spec, hook Hook) (*Channel, error) {
	c := &Channel{spec: spec, hook: hook, index: make(map[string]int, len(spec.Columns))}
	for i, col := range spec.Columns {
		c.index[col.Name] = i
		if col.Hook && hook == nil {
			return nil, fmt.Errorf("spec %s: column %s is left to a hook, and there is none", spec.Name, col.Name)
		}
	}
	return c, nil
}

// Name is the channel's short name: "taobao".
func (c *Channel) Name() string { return c.spec.Name }

// Title is the channel's name for people, in a locale, else in English.
func (c *Channel) Title(l catalog.Locale) string {
	if title := c.spec.Title[string(l)]; title != "" {
		return title
	}
	return c.spec.Title[string(catalog.Source)]
}

// About tells in a locale, otherwise in English, what the files are that the channel
// makes; empty where the title says all.
func (c *Channel) About(l catalog.Locale) string {
	return cmp.Or(c.spec.About[string(l)], c.spec.About[string(catalog.Source)])
}

// Spec is the channel's table. It must not be changed.
func (c *Channel) Spec() *Spec { return c.spec }

// LimitOf is the longest text that the channel takes from a field of the catalogue
// as it stands there; zero where it says none.
func (c *Channel) LimitOf(field catalog.Field) Limit {
	var tightest Limit
	for _, col := range c.spec.Columns {
		if col.From.field == field && !col.Max.IsZero() && (tightest.IsZero() || col.Max.IsTighter(tightest)) {
			tightest = col.Max
		}
	}
	return tightest
}

// Check lists what is wrong with a product for this channel, by itself. What
// only shows among products, such as an ID that stands twice, is told by one
// Checker over all of them.
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
