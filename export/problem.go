package export

import (
	"hash/maphash"
	"maps"

	"github.com/pelletier/go-toml/v2"

	"tradewind.app/catalog"
)

// problems collects what was found, each once: a title that is too long is one
// problem, however many rows carry it.
type problems struct {
	spec *Spec
	list []catalog.Problem
	seen map[uint64]bool // what is in the list, by identity
}

// add notes a problem and where the rule behind it was read, and when.
func (ps *problems) add(p catalog.Problem, col *Column) { ps.put(p, col.origin(), "") }

// origin is where a rule was read, and when, where that is not the spec's own.
type origin struct {
	source  string
	checked toml.LocalDate
}

func (c *Column) origin() origin {
	if c == nil {
		return origin{}
	}
	return origin{c.Source, c.Checked}
}

// addFor notes a problem of a cell. Where variants may differ it names the SKU.
func (ps *problems) addFor(p catalog.Problem, s *subject, col *Column) {
	sku := ""
	if col.varies() && s.variant != nil {
		sku = s.variant.SKU
	}
	if p.Field == "" {
		p.Field = string(col.own)
	}
	ps.put(p, col.origin(), sku)
}

func (ps *problems) put(p catalog.Problem, from origin, sku string) {
	args := make(map[string]string, len(p.Args)+4)
	maps.Copy(args, p.Args)
	if sku != "" {
		args["sku"] = sku
	}
	args["channel"] = ps.spec.Name
	args["source"], args["checked"] = ps.spec.Source, ps.spec.day
	if from.source != "" {
		args["source"] = from.source
	}
	if from.checked.Year != 0 {
		args["checked"] = from.checked.String()
	}
	p.Args = args
	if sum := identity(p); !ps.seen[sum] {
		if ps.seen == nil {
			ps.seen = make(map[uint64]bool)
		}
		ps.seen[sum] = true
		ps.list = append(ps.list, p)
	}
}

// identity is one for problems that say the same. A product with many variants may
// have thousands of problems, so they are not compared with each other.
func identity(p catalog.Problem) uint64 {
	var args uint64
	for name, value := range p.Args { // in any order
		args += maphash.Comparable(valueSeed, [2]string{name, value})
	}
	return args ^ maphash.Comparable(valueSeed, [4]string{p.Code, string(p.Severity), p.Field, p.Fix})
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
