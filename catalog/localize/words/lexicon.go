package words

import (
	"fmt"
	"io/fs"
	"strings"

	"tradewind.app/catalog/localize/table"
)

// Lexicon is what the program knows of English and Chinese words besides the
// terms: the tables of assets/language, which its README.md describes. It is read
// once and never changes.
type Lexicon struct {
	plurals  map[string]string          // singulars by their irregular plurals
	Fields   map[string]map[string]bool // the stemmed words of each field of the term base
	Kinds    map[string]Kinds           // by a whole text, lower case
	Things   map[string]Kinds           // by a stemmed noun
	Chinese  map[string]string          // of conjunctions and prefixes
	Numbers  map[string]string          // "two" is 2
	options  map[string]string          // of the values, by a stemmed word of an option's name
	Points   []string                   // in the names of attributes that are selling points
	Signs    signs
	Counters counters
}

// signs are the tables of punctuation.
type signs struct {
	Breaks map[string]string // they end a clause
	Ends   map[string]string // they end a sentence
	Marks  map[string]string // they belong to the words beside them
}

// counters are the tables of measure words.
type counters struct {
	Pairs      map[string]string // by the stemmed noun
	Persons    map[string]string // by the number
	Pieces     map[string]bool   // they can replace a count
	Containers map[string]bool   // a measured quantity comes in them
}

// Kinds are what the tables say of a word, one bit each.
type Kinds uint32

const (
	Article        Kinds = 1 << iota // is not written in Chinese
	Conjunction                      // joins words
	Relative                         // begins a clause that says more of the thing before it
	Copula                           // is, are
	Order                            // an imperative that is a noun too
	Lasting                          // a year behind it is no age
	QuantityFrame                    // a frame that carries a quantity or nothing
	BareFrame                        // a frame that only says where or in what
	Prefix                           // goes before the noun that it follows in English
	PrefixWhole                      // goes before all that describes the noun
	abbreviation                     // its point ends no sentence
	Sentence                         // makes a sentence of a phrase
	weightAlways                     // an ounce beside it is a weight, wherever it is in the text
	weight                           // an ounce of it is a weight
	liquid                           // an ounce of it is fluid
	Container                        // things come in it
	PartOfThing                      // things have it and do not contain it
	LetterNoun                       // a letter behind it is a name
	Model                            // goes on with the name of a model before it
	Negation                         // turns what is behind it into the contrary, or an imitation
	NegationBehind                   // turns what is before it into the contrary, or an imitation
)

// grammarKinds and thingKinds are the names of kinds in the tables.
var (
	grammarKinds = map[string]Kinds{
		"article": Article, "conjunction": Conjunction, "relative": Relative, "copula": Copula, "order": Order, "lasting": Lasting,
		"quantity-frame": QuantityFrame, "bare-frame": BareFrame, "prefix": Prefix, "prefix-whole": PrefixWhole, "abbreviation": abbreviation, "sentence": Sentence,
		"model": Model, "negation": Negation, "negation-behind": NegationBehind,
	}
	thingKinds = map[string]Kinds{
		"weight-always": weightAlways, "weight": weight, "liquid": liquid, "container": Container, "part": PartOfThing, "lettered": LetterNoun,
	}
)

// Has reports whether the word is of one of the kinds.
func (k Kinds) Has(any Kinds) bool { return k&any != 0 }

// Load reads the tables of a folder. It is strict, as [Load] is.
func Load(fsys fs.FS) (*Lexicon, error) {
	lx := &Lexicon{
		plurals: map[string]string{}, Fields: map[string]map[string]bool{}, Kinds: map[string]Kinds{}, Things: map[string]Kinds{},
		Chinese: map[string]string{}, Numbers: map[string]string{}, options: map[string]string{},
		Signs:    signs{Breaks: map[string]string{"\n": "\n"}, Ends: map[string]string{}, Marks: map[string]string{}},
		Counters: counters{Pairs: map[string]string{}, Persons: map[string]string{}, Pieces: map[string]bool{}, Containers: map[string]bool{}},
	}
	err := table.ReadAll(fsys, []table.File{
		{Name: "plurals.tsv", Columns: "plural singular", Add: lx.readPlural}, // first: the rest is stemmed
		{Name: "fields.tsv", Columns: "en field", Add: lx.readField},
		{Name: "grammar.tsv", Columns: "en kind zh", Add: lx.readGrammar},
		{Name: "things.tsv", Columns: "en kind", Add: lx.readThing},
		{Name: "numbers.tsv", Columns: "en number", Add: lx.readNumber},
		{Name: "options.tsv", Columns: "en values", Add: lx.readOption},
		{Name: "signs.tsv", Columns: "sign kind zh", Add: lx.readSign},
		{Name: "counters.tsv", Columns: "zh kind of", Add: lx.readCounter},
	})
	if err != nil {
		return nil, fmt.Errorf("read word tables: %w", err)
	}
	return lx, nil
}

func (lx *Lexicon) readPlural(cells []string) error {
	return table.Enter(lx.plurals, cells[0], cells[1])
}

func (lx *Lexicon) readNumber(cells []string) error {
	return table.Enter(lx.Numbers, cells[0], cells[1])
}

func (lx *Lexicon) readField(cells []string) error {
	for field := range strings.SplitSeq(cells[1], ",") {
		if lx.Fields[field] == nil {
			lx.Fields[field] = map[string]bool{}
		}
		if err := table.Enter(lx.Fields[field], lx.Stem(cells[0]), true); err != nil {
			return err
		}
	}
	return nil
}

func (lx *Lexicon) readGrammar(cells []string) error {
	k := grammarKinds[cells[1]]
	if k == 0 {
		return table.Unknown("kind", cells[1])
	}
	if needs := k.Has(Conjunction | Prefix | PrefixWhole); needs != (cells[2] != "") {
		return table.Chinese
	}
	if lx.Kinds[cells[0]].Has(k) {
		return table.Duplicate
	}
	lx.Kinds[cells[0]] |= k
	if cells[2] != "" {
		return table.Enter(lx.Chinese, cells[0], cells[2])
	}
	return nil
}

func (lx *Lexicon) readThing(cells []string) error {
	k, key := thingKinds[cells[1]], lx.JoinStems(lx.Words(cells[0]))
	switch {
	case k == 0:
		return table.Unknown("kind", cells[1])
	case lx.Things[key].Has(k):
		return table.Duplicate
	}
	lx.Things[key] |= k
	return nil
}

func (lx *Lexicon) readOption(cells []string) error {
	if cells[1] == "point" {
		lx.Points = append(lx.Points, cells[0])
		return nil
	}
	switch cells[1] {
	case "colour", "size", "material", "noun", "flavour", "pattern", "feature":
		return table.Enter(lx.options, lx.Stem(cells[0]), cells[1])
	}
	return table.Unknown("values", cells[1])
}

func (lx *Lexicon) readSign(cells []string) error {
	if cells[2] == "" {
		return table.Chinese
	}
	switch cells[1] {
	case "break":
		return table.Enter(lx.Signs.Breaks, cells[0], cells[2])
	case "end":
		return table.Enter(lx.Signs.Ends, cells[0], cells[2])
	case "mark":
		return table.Enter(lx.Signs.Marks, cells[0], cells[2])
	}
	return table.Unknown("kind", cells[1])
}

func (lx *Lexicon) readCounter(cells []string) error {
	switch cells[1] {
	case "pair":
		return table.Enter(lx.Counters.Pairs, lx.Stem(cells[2]), cells[0])
	case "persons":
		return table.Enter(lx.Counters.Persons, cells[2], cells[0])
	case "piece":
		return table.Enter(lx.Counters.Pieces, cells[0], true)
	case "container":
		return table.Enter(lx.Counters.Containers, cells[0], true)
	}
	return table.Unknown("kind", cells[1])
}

// KindsOf are the kinds of a source and of the last word in it.
func (lx *Lexicon) KindsOf(source string, last Token) Kinds {
	return lx.Kinds[strings.ToLower(source)] | lx.Things[last.Stem]&(Container|PartOfThing)
}

// OptionPart is what an option's values are by its name.
func (lx *Lexicon) OptionPart(name string) string {
	for _, t := range lx.Tokens(name) {
		if part := lx.options[t.Stem]; part != "" {
			return part
		}
	}
	return ""
}
