package export

import (
	"cmp"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// cell gives a column its text for a row.
func (r *renderedProduct) cell(s *subject, col *Column) cell {
	if !s.has(col.On) || !col.When.match(s) {
		return cell{}
	}
	if col.Each == EachVariant {
		return r.gather(s, col)
	}
	return r.single(s, col)
}

// single gives a column its text: the product's own value for this channel, otherwise
// the source, otherwise the fallbacks; then the transforms.
func (r *renderedProduct) single(s *subject, col *Column) cell {
	text, from, failed := r.source(s, col)
	unready := text != "" && r.isUnready(s, col, from)
	if unready && !col.requiredBy(s) && !s.opts.Drafts {
		text = ""
	}
	if text == "" {
		if failed {
			return cell{failed: true}
		}
		return cell{text: col.empty(s)}
	}
	unready = unready && !s.opts.Drafts
	for _, t := range col.Transforms {
		was := text
		out, err := t.apply(text)
		if err != nil {
			r.problems.addFor(transformProblem(err, text, s, col), s, col)
			return cell{failed: true}
		}
		if text = out; t.loses(was, out) {
			r.reportChange(t, was, s, col)
		}
	}
	if text == "" {
		text = col.empty(s)
	}
	return cell{text: text, unready: unready}
}

// gather makes a list with a part for each variant. A variant without a text has an
// empty part, so that lists of one product run in parallel.
func (r *renderedProduct) gather(s *subject, col *Column) cell {
	var all cell
	parts := make([]string, len(s.product.Variants))
	for i := range parts {
		one := r.single(s.of(&s.product.Variants[i]), col)
		parts[i] = strings.ReplaceAll(one.text, "\n", " ")
		all.failed, all.unready = all.failed || one.failed, all.unready || one.unready
	}
	if text := strings.Join(parts, "\n"); strings.Trim(text, "\n") != "" {
		all.text = text
	}
	return all
}

// of is the row seen as one of a variant.
func (s *subject) of(v *catalog.Variant) *subject {
	one := *s
	one.variant = v
	return &one
}

// empty is the text of a cell for which nothing was found.
func (c *Column) empty(s *subject) string {
	if c.Const != "" {
		return c.Const
	}
	if c.Default != "" && c.DefaultWhen.match(s) {
		return c.Default
	}
	return ""
}

// source reads the first source that has a text, cleaned of what no file should
// carry, and says which field that is; none of a value of the channel's own. failed means
// that a problem was reported.
func (r *renderedProduct) source(s *subject, col *Column) (text string, from catalog.Field, failed bool) {
	raw, from, problem := col.read(s)
	if problem != nil {
		r.problems.addFor(*problem, s, col)
		return "", from, true
	}
	return r.clean(raw, s, col), from, false
}

func (c *Column) read(s *subject) (raw string, from catalog.Field, problem *catalog.Problem) {
	if own, ok := s.own(c.Name); ok {
		if c.From.money {
			own, problem = s.money(own, c.own)
		}
		return own, "", problem
	}
	if c.From.IsZero() {
		return "", "", nil
	}
	from = c.From.field
	raw, problem = c.From.read(s)
	for i := 0; raw == "" && problem == nil && i < len(c.Fallback); i++ {
		from = c.Fallback[i].field
		raw, problem = c.Fallback[i].read(s)
	}
	return raw, from, problem
}

func (r *renderedProduct) clean(raw string, s *subject, col *Column) string {
	text, removed := catalog.CleanText(raw)
	if removed > 0 {
		p := catalog.NewProblem("control-characters", catalog.Info, col.field(s), "count", strconv.Itoa(removed))
		r.problems.addFor(p, s, col)
	}
	return text
}

// reportChange reports what a transform lost, or made of a code that is known elsewhere.
func (r *renderedProduct) reportChange(t Transform, was string, s *subject, col *Column) {
	p := catalog.NewProblem(t.reports, cmp.Or(t.severity, catalog.Info), col.field(s), "column", col.Name)
	if t.named {
		p.Args["value"] = was
		if is, err := t.apply(was); err == nil {
			p.Fix = is
		}
	}
	r.problems.addFor(p, s, col)
}
