package cli

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func (c *program) productCommand() *cobra.Command {
	cmd := c.command("product SKU", oneArg, func(cmd *cobra.Command, args []string) error {
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error {
			p, err := w.Product(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if c.json {
				return c.writeProductWithProblems(p)
			}
			c.showProduct(p)
			return nil
		})
	})
	cmd.ValidArgsFunction = c.completeSKU
	return cmd
}

func (c *program) writeProductWithProblems(p *catalog.Product) error {
	return c.write(struct {
		Product  json.RawMessage `json:"product"`
		Problems []problemJSON   `json:"problems"`
	}{p.EncodeOpen(), c.problemsJSON(p.Inspect())})
}

// showProduct prints everything that is known of a product.
func (c *program) showProduct(p *catalog.Product) {
	c.fields(productFields(p), func(f catalog.FieldInfo) string { return f.Get(p, nil) })
	for i := range p.Variants {
		v := &p.Variants[i]
		c.print("")
		c.say("cli-variant", "number", i+1, "count", len(p.Variants))
		c.fields(catalog.Fields(), func(f catalog.FieldInfo) string {
			if f.Level != catalog.VariantLevel {
				return ""
			}
			return f.Get(p, v)
		})
	}
	for _, l := range p.Listings {
		c.print("")
		c.say("cli-listing", "locale", c.text.Locale(l.Locale), "state", c.state(p, &l))
		c.fields(catalog.ListingFields(l.Locale), func(f catalog.FieldInfo) string { return f.Get(p, nil) })
		c.texts(p, &l)
	}
	if problems := p.Inspect(); len(problems) > 0 {
		c.print("")
		c.problemLines(problems)
	}
}

// productFields are the fixed fields of a product, then what only this one has.
func productFields(p *catalog.Product) []catalog.FieldInfo {
	var infos []catalog.FieldInfo
	for _, f := range catalog.Fields() {
		if f.Level == catalog.ProductLevel {
			infos = append(infos, f)
		}
	}
	add := func(f catalog.Field) {
		if info, ok := catalog.LookupField(f); ok {
			infos = append(infos, info)
		}
	}
	for _, a := range p.Attributes {
		add(catalog.AttributeField(a.Key))
	}
	for _, ch := range p.ChannelValues {
		add(catalog.ChannelField(ch.Channel, ch.Key))
	}
	return infos
}

// fields lists names and texts; fields without a text are left out. The name a
// person would type comes first; in English it says enough.
func (c *program) fields(infos []catalog.FieldInfo, get func(catalog.FieldInfo) string) {
	t := c.table(column{}, column{}, column{})
	label := c.text.Field
	if c.text.Language() == text.English {
		label = func(catalog.Field) string { return "" }
	}
	for _, f := range infos {
		for i, line := range strings.Split(get(f), "\n") {
			switch {
			case i > 0:
				t.row("", "", line)
			case line != "":
				t.row("  "+string(f.Name), label(f.Name), line)
			}
		}
	}
	t.flush()
}

// state says how far a listing is, and whether its source was changed since.
func (c *program) state(p *catalog.Product, l *catalog.Listing) string {
	state := c.text.State(p.StateOf(l))
	if p.SourceChanged(l) {
		return c.text.Say("cli-source-changed", "state", state)
	}
	return state
}

// texts says how each text of a listing came about, those of one kind together.
func (c *program) texts(p *catalog.Product, l *catalog.Listing) {
	type kind struct {
		mark  catalog.Mark
		stale bool
	}
	var kinds []kind
	names := map[kind][]string{}
	for _, n := range l.Names() {
		k := kind{l.Mark(n), p.IsStale(l, n)}
		if k.mark.Source = ""; !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
		names[k] = append(names[k], string(n))
	}
	for _, k := range kinds {
		state := c.text.State(k.mark.State)
		if k.stale {
			state = c.text.Say("cli-source-changed", "state", state)
		}
		if by := c.text.Author(k.mark); by != "" {
			state = c.text.Say("cli-text-by", "state", state, "by", by)
		}
		c.say("cli-texts", "state", state, "names", strings.Join(names[k], ", "))
	}
}
