package export

import (
	"fmt"
	"maps"

	"tradewind.app/catalog"
)

// problems collects what was found, each once: a title that is too long is one
// problem, however many rows carry it.
type problems struct {
	spec *Spec
	list []catalog.Problem
	seen map[string]bool
}

// add notes a problem and where the rule behind it was read, and when.
func (ps *problems) add(p catalog.Problem, col *Column) {
	args := maps.Clone(p.Args)
	if args == nil {
		args = make(map[string]string, 3)
	}
	args["channel"] = ps.spec.Name
	args["source"], args["checked"] = ps.spec.Source, ps.spec.Checked.String()
	if col != nil && col.Source != "" {
		args["source"] = col.Source
	}
	p.Args = args
	key := fmt.Sprint(p.Code, p.Severity, p.Field, p.Args, p.Fix)
	if ps.seen[key] {
		return
	}
	if ps.seen == nil {
		ps.seen = make(map[string]bool)
	}
	ps.seen[key] = true
	ps.list = append(ps.list, p)
}

// addFor notes a problem of a cell. Where variants may differ it names the SKU.
func (ps *problems) addFor(p catalog.Problem, s *subject, col *Column) {
	if col.varies() && s.variant != nil && s.variant.SKU != "" {
		p.Args = maps.Clone(p.Args)
		if p.Args == nil {
			p.Args = make(map[string]string, 1)
		}
		p.Args["sku"] = s.variant.SKU
	}
	if p.Field == "" {
		p.Field = string(col.own)
	}
	ps.add(p, col)
}

// varies reports whether the column's text may differ between variants.
func (c *Column) varies() bool {
	if c.From.variant {
		return true
	}
	for _, f := range c.Fallback {
		if f.variant {
			return true
		}
	}
	return false
}
