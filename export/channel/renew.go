package channel

import (
	"fmt"

	"tradewind.app/export"
)

// Before December 2026 the engine itself knew some words of Google and Shopify. Specs
// that people wrote then, often from a copy of a shipped one, rely on them; renew says
// in such a spec what it would have to say today. What a spec says itself stays.

// googleNamespace was the namespace of every RSS feed (Google Merchant Center help,
// answer 7052112, read 2026-11).
const googleNamespace = "http://base.google.com/ns/1.0"

func renew(spec *export.Spec) error {
	if len(spec.Tables) > 0 {
		return nil // specs had no tables then
	}
	for i := range spec.Columns {
		if err := renewColumn(&spec.Columns[i]); err != nil {
			return fmt.Errorf("column %q: %w", spec.Columns[i].Name, err)
		}
	}
	for i := range spec.Files {
		rss := &spec.Files[i].RSS
		if rss.Namespace == "" && rss.Prefix == "" {
			rss.Namespace, rss.Prefix = googleNamespace, "g"
		}
		for _, c := range spec.Columns {
			if c.Name == "link" && rss.Link == "" {
				rss.Link = "link"
			}
		}
	}
	return nil
}

// renewColumn gives the sources that had words of their own the words back.
func renewColumn(c *export.Column) error {
	words := map[string]string{"option1-name": "Title", "option1-value": "Default Title"}[c.From.String()]
	if words != "" && c.Default == "" {
		c.Default = words
		return c.DefaultWhen.UnmarshalText([]byte("option1_name blank"))
	}
	if c.From.String() == "availability" && len(c.Enum) == 0 && len(c.Transforms) == 0 {
		var t export.Transform
		if err := t.UnmarshalText([]byte(`alias "in stock=in_stock" "out of stock=out_of_stock"`)); err != nil {
			return err
		}
		c.Transforms = append(c.Transforms, t)
	}
	return nil
}
