package localize

import (
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/sizes"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// options suggests the names and values of a product's options. What is the same
// in Chinese, such as S, M and 42, needs no translation and is not listed. A value of
// which a word is not certain is not suggested: the owner is asked.
func (a *analyser) options(p *catalog.Product) []Text {
	var l lister
	asking := a.asking()
	for i, name := range p.Options {
		values := asking.preferring(terms.Part(a.lex.OptionPart(name)), name)
		var list []Text
		for _, v := range p.Variants {
			if i < len(v.Options) {
				list = append(list, values.option(v.Options[i], name))
			}
		}
		l.add(asking.optionName(name, list))
		for _, t := range list {
			l.add(t)
		}
	}
	return l.texts
}

// option suggests the value of an option: a size by the tables of sizes, otherwise by the
// terms.
func (a *analyser) option(value, name string) Text {
	if text, certain, ok := a.sizes.Option(value, name, a.goods()...); ok {
		return sizeText(value, text, certain)
	}
	if !strings.ContainsFunc(value, words.IsLetter) {
		return Text{Source: value, Complete: true}
	}
	t := a.phrase(value)
	if utf8.RuneCountInString(t.Text) == 1 && a.prefer == "" {
		t.Unused = append(t.Unused, value) // 单 and 双 say too little
	}
	return forFirst(whole(t))
}

// forFirst puts what is written for "for" before the thing that a value is for, as shops
// in China do where nothing else is said: 适用于Huawei P10.
func forFirst(t Text) Text {
	last := len(t.Segments) - 1
	if last < 1 || t.Segments[last].Text != "适用" || !strings.HasPrefix(strings.ToLower(t.Source), "for ") {
		return t
	}
	frame := t.Segments[last]
	frame.Text = "适用于"
	t.Segments = append([]compose.Segment{frame}, t.Segments[:last]...)
	t.Text = frame.Text + strings.TrimSuffix(t.Text, "适用")
	return t
}

// goods are the texts that say what the product is: a size means what it means on it.
func (a *analyser) goods() []sizes.FieldWords {
	var list []sizes.FieldWords
	for _, text := range a.texts {
		list = append(list, sizes.FieldWords(text))
	}
	return list
}

// sizeText is a size of the tables. One that is the same in Chinese is not listed.
func sizeText(value, text string, certain bool) Text {
	t := Text{Source: value, Complete: true}
	if text == value {
		return t
	}
	segment := compose.Segment{Source: value, Text: text, Origin: compose.FromUnit, Part: terms.Size}
	if !certain {
		segment.Doubt = compose.Measured
	}
	t.Text, t.Segments, t.Standard = text, []compose.Segment{segment}, certain
	return t
}

// optionName suggests an option's name. A size is worn (尺码), measured (尺寸) or
// filled in (规格), which its values decide.
func (a *analyser) optionName(name string, values []Text) Text {
	t := whole(a.phrase(name))
	if sized := t.Text == "尺码" || t.Text == "尺寸"; !sized || len(t.Segments) != 1 || t.Segments[0].Origin != compose.FromTerm || a.field.Is("apparel") || a.field.Is("shoes") {
		return t
	}
	for _, v := range values {
		if word := a.sizeWord(v); word != "" {
			t.Text, t.Segments[0].Text = word, word
			break
		}
	}
	return t
}

// sizeWord is what Chinese calls a size of this kind, or empty where it is worn.
func (a *analyser) sizeWord(value Text) string {
	if len(value.Segments) == 0 {
		if value.Source != "" && words.IsASCIIDigit(value.Source[0]) && !a.field.Is("baby") {
			return "尺寸"
		}
		return ""
	}
	switch first := value.Segments[0]; {
	case first.Part == terms.Size:
		return ""
	case first.Origin == compose.FromUnit && words.HasAnySuffix(first.Text, "毫升", "升", "克"):
		return "规格"
	case first.Origin == compose.FromUnit:
		return "尺寸"
	case first.Role == compose.PackRole, words.HasAnySuffix(first.Text, "型"):
		return "规格"
	}
	return ""
}
