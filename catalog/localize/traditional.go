package localize

import (
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
)

// traditional writes a suggestion in Traditional characters.
func (l *Language) traditional(s *Suggestion) error {
	s.Locale = catalog.TraditionalChinese
	for i := range s.Fields {
		f := &s.Fields[i]
		if err := l.convert(&f.Text); err != nil {
			return err
		}
		for j := range f.Texts {
			if err := l.convertText(&f.Texts[j]); err != nil {
				return err
			}
		}
	}
	return nil
}

// convertText converts a text segment by segment, so that they still are the text.
func (l *Language) convertText(t *Text) error {
	for _, list := range [][]compose.Segment{t.Segments, t.Dropped, t.LeftOut} {
		for i := range list {
			if err := l.convert(&list[i].Text); err != nil {
				return err
			}
		}
	}
	if t.Text != "" && len(t.Segments) > 0 {
		t.Text = compose.TextOf(t.Segments)
		return nil
	}
	return l.convert(&t.Text)
}

func (l *Language) convert(text *string) error {
	if *text == "" {
		return nil
	}
	converted, err := l.script.Traditional(*text, l.variant)
	*text = converted
	return err
}
