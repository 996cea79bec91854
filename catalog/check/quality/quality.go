package quality

import (
	"io/fs"
	"strconv"
	"strings"
	"unicode"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
)

// The shipped tables.
const (
	latinTable   = "check/latin.tsv"
	factorsTable = "check/factors.tsv"
)

// Tables are what the checks know of words and numbers. They do not change: any number of
// goroutines may use them.
type Tables struct {
	traditional check.Traditional
	latin       map[string]bool // words that stay in Chinese texts
	english     map[string]bool // words that the program has Chinese for
	factors     []float64
	version     string
}

// Load reads the tables from the folder of the assets.
func Load(assets fs.FS) (*Tables, error) {
	t := &Tables{latin: map[string]bool{}, english: map[string]bool{}}
	var err error
	if t.traditional, err = check.LoadTraditional(assets); err != nil {
		return nil, err
	}
	err = check.ReadTable(assets, latinTable, []string{"word"}, func(l check.Line) error {
		t.latin[l.Cells[0]] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = check.ReadTable(assets, factorsTable, []string{"factor", "what"}, func(l check.Line) error {
		factor, err := strconv.ParseFloat(l.Cells[0], 64)
		t.factors = append(t.factors, factor, 1/factor)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := t.readEnglish(assets); err != nil {
		return nil, err
	}
	t.version, err = check.TableVersion(assets, latinTable, factorsTable, check.TraditionalTable)
	return t, err
}

// readEnglish reads the English words of the term bases.
func (t *Tables) readEnglish(assets fs.FS) error {
	names, err := fs.Glob(assets, "terms/*.tsv")
	if err != nil {
		return err
	}
	for _, word := range strings.Fields("the and with for of from your our you is are not no to by on at or a an this that it its") {
		t.english[word] = true
	}
	for _, name := range names {
		content, err := fs.ReadFile(assets, name)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(content)) {
			english, _, isTerm := strings.Cut(line, "\t")
			if !isTerm || strings.HasPrefix(line, "#") {
				continue
			}
			for word := range strings.FieldsFuncSeq(strings.ToLower(english), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
				t.english[word] = true
			}
		}
	}
	return nil
}

// Version identifies the contents of the tables.
func (t *Tables) Version() string { return t.version }

// Check returns what is wrong with the Chinese texts of a product.
func (t *Tables) Check(p *catalog.Product) []catalog.Problem {
	var problems []catalog.Problem
	var c *Context
	for i := range p.Listings {
		l := &p.Listings[i]
		if !check.IsChinese(l.Locale) {
			continue
		}
		if c == nil {
			c = t.ContextOf(p)
		}
		texts := check.Texts(p, l)
		for _, text := range texts {
			problems = append(problems, t.CheckText(c, text)...)
		}
		problems = append(problems, twoTranslations(texts)...)
	}
	return problems
}

// Context is what is known of a product, for the check of its texts.
type Context struct {
	brand   string
	names   map[string]bool // words of the brand, in small letters
	english string          // all that the product says in English
	words   int             // of its title and description
	// numbers and vocabulary are those of english, made when they are first needed.
	numbers    *numbers
	vocabulary map[string]bool
}

// ContextOf makes the context of a product.
func (t *Tables) ContextOf(p *catalog.Product) *Context {
	c := &Context{brand: p.Brand, names: map[string]bool{}}
	for word := range latinWords(p.Brand) {
		c.names[strings.ToLower(word)] = true
	}
	description := check.Text{Body: p.Description, HTML: true}.Plain()
	c.words = countWords(p.Title) + countWords(description)
	c.english = englishOf(p, description)
	return c
}

// englishOf joins all texts that a number of a Chinese text may come from.
func englishOf(p *catalog.Product, description string) string {
	var b strings.Builder
	put := func(texts ...string) {
		for _, s := range texts {
			b.WriteString(s)
			b.WriteByte('\n')
		}
	}
	put(p.Title, description, p.Brand, p.Material, p.Type, p.Category, p.Notes)
	put(p.Tags...)
	put(p.Options...)
	for _, a := range p.Attributes {
		put(a.Key, a.Value)
	}
	for i := range p.Variants {
		v := &p.Variants[i]
		put(v.SKU, v.MPN)
		put(v.Options...)
		for _, m := range []catalog.Measure{v.Weight, v.Length, v.Width, v.Height} {
			if !m.Value.IsZero() {
				put(m.Value.String() + " " + string(m.Unit))
			}
		}
	}
	return b.String()
}

func countWords(s string) int { return len(strings.Fields(s)) }

// CheckText returns what is wrong with one text of a product.
func (t *Tables) CheckText(c *Context, text check.Text) []catalog.Problem {
	plain := text.Plain()
	f := finder{Tables: t, context: c, text: text, plain: plain, han: countHan(plain)}
	if !f.untranslated() {
		f.leftOver()
	}
	f.traditionals()
	f.placeholders()
	f.sourceless()
	f.doubled()
	f.unpaired()
	f.punctuation()
	f.markup()
	f.characters()
	f.regions()
	return f.problems
}

// finder checks one text.
type finder struct {
	*Tables

	context  *Context
	text     check.Text
	plain    string
	han      int
	problems []catalog.Problem
}

func (f *finder) add(p catalog.Problem) { f.problems = append(f.problems, p) }

// warn notes a fault and, where there is one, the text without it.
func (f *finder) warn(code, fix string, args ...string) {
	p := f.text.Problem(code, catalog.Warning, args...)
	if fix != f.text.Body {
		p.Fix = fix
	}
	f.add(p)
}

func (f *finder) isTitle() bool {
	name, _, _ := f.text.Field.Locale()
	return name == catalog.ListingTitle || name == catalog.ListingShortTitle
}

func countHan(s string) (n int) {
	for _, r := range s {
		if isHan(r) {
			n++
		}
	}
	return n
}

func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && unicode.Is(unicode.Han, r)
}

// twoTranslations finds sources that two texts of a listing translate differently.
func twoTranslations(texts []check.Text) []catalog.Problem {
	var problems []catalog.Problem
	first := map[string]check.Text{}
	for _, text := range texts {
		if text.Part == "" || text.Part != text.Source {
			continue
		}
		key := strings.ToLower(strings.Join(strings.Fields(text.Source), " "))
		have, met := first[key]
		if !met {
			first[key] = text
		} else if have.Body != text.Body {
			problems = append(problems, text.Problem("quality-two-translations", catalog.Warning, "words", text.Body, "other", have.Body))
		}
	}
	return problems
}
