// Package script writes Chinese in the other script: Simplified as Traditional, as it is
// written anywhere, in Taiwan or in Hong Kong, where words differ too, and Traditional as
// Simplified. The words come from OpenCC; the table traditional.tsv of assets/language
// has what shops say differently and comes before it.
//
// It must not know listings or terms.
package script

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"

	"tradewind.app/catalog/localize/table"
)

// Variant is a way to write Traditional Chinese.
type Variant string

// The variants.
const (
	Plain    Variant = ""
	Taiwan   Variant = "TW"
	HongKong Variant = "HK"
)

// configs are OpenCC's names of the conversions: with the words of the place for Taiwan.
var configs = map[Variant]string{Plain: "s2t", Taiwan: "s2twp", HongKong: "s2hk"}

// Converter converts texts. It is built once and never changes; the dictionaries are
// read when a conversion is first asked for.
type Converter struct {
	own     map[Variant]*overrides
	loaders map[string]func() (*opencc.OpenCC, error)
}

// Load reads traditional.tsv of a folder, strictly.
func Load(fsys fs.FS) (*Converter, error) {
	c := &Converter{own: map[Variant]*overrides{}, loaders: map[string]func() (*opencc.OpenCC, error){}}
	for variant, config := range configs {
		c.own[variant] = &overrides{words: map[string]string{}}
		c.loaders[config] = sync.OnceValues(func() (*opencc.OpenCC, error) { return opencc.New(config) })
	}
	c.loaders["t2s"] = sync.OnceValues(func() (*opencc.OpenCC, error) { return opencc.New("t2s") })
	err := table.Read(fsys, "traditional.tsv", []string{"zh-Hans", "variant", "zh-Hant"}, func(cells []string) error {
		if cells[2] == "" {
			return table.Chinese
		}
		if cells[1] == "any" {
			for _, o := range c.own {
				o.words[cells[0]] = cells[2]
				o.longest = max(o.longest, len(cells[0]))
			}
			return nil
		}
		o := c.own[Variant(cells[1])]
		if o == nil {
			return table.Unknown("variant", cells[1])
		}
		o.words[cells[0]] = cells[2]
		o.longest = max(o.longest, len(cells[0]))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read words of scripts: %w", err)
	}
	return c, nil
}

// Traditional writes Simplified Chinese in Traditional characters.
func (c *Converter) Traditional(text string, v Variant) (string, error) {
	converter, err := c.loaders[configs[v]]()
	if err != nil {
		return "", fmt.Errorf("load the words of %s: %w", configs[v], err)
	}
	var b strings.Builder
	for _, piece := range c.own[v].cut(text) {
		if piece.other != "" {
			b.WriteString(piece.other)
			continue
		}
		converted, err := converter.Convert(piece.text)
		if err != nil {
			return "", fmt.Errorf("convert %q: %w", piece.text, err)
		}
		b.WriteString(converted)
	}
	return b.String(), nil
}

// Simplified writes Traditional Chinese in Simplified characters.
func (c *Converter) Simplified(text string) (string, error) {
	converter, err := c.loaders["t2s"]()
	if err != nil {
		return "", fmt.Errorf("load the words of t2s: %w", err)
	}
	return converter.Convert(text)
}

// overrides are words that are converted as the project says.
type overrides struct {
	words   map[string]string
	longest int // of the words, in bytes
}

// piece is a stretch of a text, and what is written for it if that is known.
type piece struct{ text, other string }

// cut finds the words in a text, at every place the longest.
func (o *overrides) cut(text string) []piece {
	var list []piece
	from := 0
	for at := 0; at < len(text); {
		word, n := o.at(text, at)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		if at > from {
			list = append(list, piece{text: text[from:at]})
		}
		list = append(list, piece{text[at : at+n], word})
		at += n
		from = at
	}
	if from < len(text) {
		list = append(list, piece{text: text[from:]})
	}
	return list
}

// behindDigit begins the units of the table, which are meant behind a number alone: the 克
// of 夹克 is no gram.
const behindDigit = "#"

// at is the longest word that begins at an offset: what is written for it, and its
// length, or 0.
func (o *overrides) at(text string, at int) (string, int) {
	digit := at > 0 && text[at-1] >= '0' && text[at-1] <= '9'
	for n := min(o.longest, len(text)-at); n > 0; n-- {
		part := text[at : at+n]
		if word := o.words[part]; word != "" {
			return word, n
		}
		if word := o.words[behindDigit+part]; digit && word != "" {
			return word, n
		}
	}
	return "", 0
}
