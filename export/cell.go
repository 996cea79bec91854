package export

import (
	"cmp"
	"strconv"

	"tradewind.app/catalog"
)

// cell gives a column its text for a subject: the product's own value for this
// channel, else the source, else the fallbacks; then the transforms.
func (m *made) cell(s *subject, col *Column) cell {
	if !col.filledOn(s) || !col.When.hold(s) {
		return cell{}
	}
	text, failed := m.source(s, col)
	if text == "" {
		if failed {
			return cell{failed: true}
		}
		return cell{text: col.empty()}
	}
	for _, t := range col.Transforms {
		was := text
		out, err := t.apply(text)
		if err != nil {
			m.problems.addFor(misfitProblem(err, text, s, col), s, col)
			return cell{failed: true}
		}
		if text = out; t.loses(was, out) {
			m.tellChange(t, was, s, col)
		}
	}
	if text == "" {
		text = col.empty()
	}
	return cell{text: text}
}

// filledOn reports whether the column is filled on a row.
func (c *Column) filledOn(s *subject) bool {
	switch c.On {
	case FirstRow:
		return s.first
	case VariantPart:
		return s.variant != nil
	case ImagePart:
		return s.image != nil
	}
	return true
}

// empty is what stands in a cell for which nothing was found.
func (c *Column) empty() string {
	if c.Const != "" {
		return c.Const
	}
	return c.Default
}

// source reads the first source that has a text, cleaned of what no file should
// carry. failed means that a problem was told.
func (m *made) source(s *subject, col *Column) (text string, failed bool) {
	raw, problem := col.read(s)
	if problem != nil {
		m.problems.addFor(*problem, s, col)
		return "", true
	}
	return m.clean(raw, s, col), false
}

func (c *Column) read(s *subject) (string, *catalog.Problem) {
	if own, ok := s.own(c.Name); ok {
		if c.From.money {
			return s.money(own, c.own)
		}
		return own, nil
	}
	if c.From.IsZero() {
		return "", nil
	}
	raw, problem := c.From.read(s)
	for i := 0; raw == "" && problem == nil && i < len(c.Fallback); i++ {
		raw, problem = c.Fallback[i].read(s)
	}
	return raw, problem
}

func (m *made) clean(raw string, s *subject, col *Column) string {
	text, removed := catalog.CleanText(raw)
	if removed > 0 {
		p := catalog.NewProblem("control-characters", catalog.Info, col.field(s), "count", strconv.Itoa(removed))
		m.problems.addFor(p, s, col)
	}
	return text
}

// tellChange tells what a transform lost, or made of a code that others know.
func (m *made) tellChange(t Transform, was string, s *subject, col *Column) {
	p := catalog.NewProblem(t.tells, cmp.Or(t.severity, catalog.Info), col.field(s), "column", col.Name)
	if t.named {
		p.Args["value"] = was
		if is, err := t.apply(was); err == nil {
			p.Fix = is
		}
	}
	m.problems.addFor(p, s, col)
}
