package localize

import (
	"fmt"
	"io/fs"
	"math/big"
	"strings"

	"tradewind.app/catalog"
)

// lexicon is what the program knows of English and Chinese words besides the
// terms: the tables of assets/language, which its README.md describes. It is read
// once and never changes.
type lexicon struct {
	plurals  map[string]string          // singulars by their irregular plurals
	fields   map[string]map[string]bool // the stemmed words of each field of the term base
	kinds    map[string]kinds           // by a whole text, lower case
	things   map[string]kinds           // by a stemmed noun
	chinese  map[string]string          // of conjunctions and prefixes
	numbers  map[string]string          // "two" is 2
	options  map[string]Part            // of the values, by a stemmed word of an option's name
	points   []string                   // in the names of attributes that are selling points
	signs    signs
	counters counters
	units    *units
}

// signs are the tables of punctuation.
type signs struct {
	breaks map[string]string // they end a clause
	ends   map[string]string // they end a sentence
	marks  map[string]string // they belong to the words beside them
}

// counters are the tables of measure words.
type counters struct {
	pairs      map[string]string // by the stemmed noun
	persons    map[string]string // by the number
	pieces     map[string]bool   // they can replace a count
	containers map[string]bool   // a measured quantity comes in them
}

// kinds are what the tables say of a word, one bit each.
type kinds uint32

const (
	article       kinds = 1 << iota // is not written in Chinese
	conjunction                     // joins words
	relative                        // begins a clause that says more of the thing before it
	copula                          // is, are
	order                           // an imperative that is a noun too
	lasting                         // a year behind it is no age
	quantityFrame                   // a frame that carries a quantity or nothing
	bareFrame                       // a frame that only says where or in what
	prefix                          // goes before the noun that it follows in English
	prefixWhole                     // goes before all that describes the noun
	abbreviation                    // its point ends no sentence
	sentence                        // makes a sentence of a phrase
	weightAlways                    // an ounce beside it is a weight, wherever it is in the text
	weight                          // an ounce of it is a weight
	liquid                          // an ounce of it is fluid
	inches                          // China measures it in inches too
	container                       // things come in it
	partOfThing                     // things have it and do not contain it
	letterNoun                      // a letter behind it is a name
)

// grammarKinds and thingKinds are the names of kinds in the tables.
var (
	grammarKinds = map[string]kinds{
		"article": article, "conjunction": conjunction, "relative": relative, "copula": copula, "order": order, "lasting": lasting,
		"quantity-frame": quantityFrame, "bare-frame": bareFrame, "prefix": prefix, "prefix-whole": prefixWhole, "abbreviation": abbreviation, "sentence": sentence,
	}
	thingKinds = map[string]kinds{
		"weight-always": weightAlways, "weight": weight, "liquid": liquid, "inches": inches, "container": container, "part": partOfThing, "lettered": letterNoun,
	}
)

// has reports whether the word is of one of the kinds.
func (k kinds) has(any kinds) bool { return k&any != 0 }

// loadLexicon reads the tables of a folder. It is strict, as [Load] is.
func loadLexicon(fsys fs.FS) (*lexicon, error) {
	lx := &lexicon{
		plurals: map[string]string{}, fields: map[string]map[string]bool{}, kinds: map[string]kinds{}, things: map[string]kinds{},
		chinese: map[string]string{}, numbers: map[string]string{}, options: map[string]Part{},
		signs:    signs{breaks: map[string]string{"\n": "\n"}, ends: map[string]string{}, marks: map[string]string{}},
		counters: counters{pairs: map[string]string{}, persons: map[string]string{}, pieces: map[string]bool{}, containers: map[string]bool{}},
		units:    newUnits(),
	}
	for _, t := range []struct {
		name, columns string
		read          func(cells []string) error
	}{
		{"plurals.tsv", "plural singular", lx.readPlural}, // first: the rest is stemmed
		{"fields.tsv", "en field", lx.readField},
		{"grammar.tsv", "en kind zh", lx.readGrammar},
		{"things.tsv", "en kind", lx.readThing},
		{"numbers.tsv", "en number", lx.readNumber},
		{"options.tsv", "en values", lx.readOption},
		{"signs.tsv", "sign kind zh", lx.readSign},
		{"counters.tsv", "zh kind of", lx.readCounter},
		{"scales.tsv", "dimension from size zh digits", lx.units.readScale}, // before the units that use it
		{"units.tsv", "unit dimension size zh", lx.units.readUnit},
		{"unit-names.tsv", "en unit", lx.units.readName},
		{"axes.tsv", "en zh", lx.units.readAxis},
	} {
		if err := readTable(fsys, t.name, strings.Fields(t.columns), t.read); err != nil {
			return nil, fmt.Errorf("read word tables: %w", err)
		}
	}
	return lx, nil
}

func (lx *lexicon) readPlural(cells []string) error { return enter(lx.plurals, cells[0], cells[1]) }

func (lx *lexicon) readNumber(cells []string) error { return enter(lx.numbers, cells[0], cells[1]) }

func (lx *lexicon) readField(cells []string) error {
	if lx.fields[cells[1]] == nil {
		lx.fields[cells[1]] = map[string]bool{}
	}
	return enter(lx.fields[cells[1]], lx.stem(cells[0]), true)
}

func (lx *lexicon) readGrammar(cells []string) error {
	k := grammarKinds[cells[1]]
	if k == 0 {
		return unknownValue("kind", cells[1])
	}
	if needs := k.has(conjunction | prefix | prefixWhole); needs != (cells[2] != "") {
		return errTableChinese
	}
	if lx.kinds[cells[0]].has(k) {
		return errDuplicate
	}
	lx.kinds[cells[0]] |= k
	if cells[2] != "" {
		return enter(lx.chinese, cells[0], cells[2])
	}
	return nil
}

func (lx *lexicon) readThing(cells []string) error {
	k, key := thingKinds[cells[1]], lx.joinStems(lx.words(cells[0]))
	switch {
	case k == 0:
		return unknownValue("kind", cells[1])
	case lx.things[key].has(k):
		return errDuplicate
	}
	lx.things[key] |= k
	return nil
}

// optionParts are what an option's name can say of its values.
var optionParts = map[string]Part{"colour": Colour, "size": Size, "material": Material, "noun": Noun}

func (lx *lexicon) readOption(cells []string) error {
	if cells[1] == "point" {
		lx.points = append(lx.points, cells[0])
		return nil
	}
	part, ok := optionParts[cells[1]]
	if !ok {
		return unknownValue("values", cells[1])
	}
	return enter(lx.options, lx.stem(cells[0]), part)
}

func (lx *lexicon) readSign(cells []string) error {
	if cells[2] == "" {
		return errTableChinese
	}
	switch cells[1] {
	case "break":
		return enter(lx.signs.breaks, cells[0], cells[2])
	case "end":
		return enter(lx.signs.ends, cells[0], cells[2])
	case "mark":
		return enter(lx.signs.marks, cells[0], cells[2])
	}
	return unknownValue("kind", cells[1])
}

func (lx *lexicon) readCounter(cells []string) error {
	switch cells[1] {
	case "pair":
		return enter(lx.counters.pairs, lx.stem(cells[2]), cells[0])
	case "persons":
		return enter(lx.counters.persons, cells[2], cells[0])
	case "piece":
		return enter(lx.counters.pieces, cells[0], true)
	case "container":
		return enter(lx.counters.containers, cells[0], true)
	}
	return unknownValue("kind", cells[1])
}

// kindsOf are the kinds of a source and of the last word in it.
func (lx *lexicon) kindsOf(source string, last token) kinds {
	return lx.kinds[strings.ToLower(source)] | lx.things[last.stem]&(container|partOfThing)
}

// readScale reads a line of scales.tsv: the metric unit in which a size is written.
func (u *units) readScale(cells []string) error {
	dim, ok := dimensions[cells[0]]
	from, fromOK := new(big.Rat).SetString(cells[1])
	size, sizeOK := new(big.Rat).SetString(cells[2])
	if !ok || !fromOK || !sizeOK || cells[3] == "" || size.Sign() == 0 {
		return errTableScale
	}
	if cells[4] != "whole" && cells[4] != "three" {
		return unknownValue("digits", cells[4])
	}
	u.scales[dim] = append(u.scales[dim], step{from, size, cells[3], cells[4] == "whole"})
	return nil
}

// readUnit reads a line of units.tsv. A unit without a size is the catalogue's, or a
// temperature.
func (u *units) readUnit(cells []string) error {
	dim, ok := dimensions[cells[1]]
	if !ok {
		return unknownValue("dimension", cells[1])
	}
	if _, known := catalog.LookupUnit(cells[0]); known {
		return enter(u.metric, cells[0], cells[3])
	}
	made := unit{code: cells[0], dim: dim, chinese: cells[3], scale: u.scales[dim]}
	if dim != temperature {
		if made.size, ok = new(big.Rat).SetString(cells[2]); !ok {
			return errTableScale
		}
	}
	return enter(u.extra, cells[0], made)
}

// readName reads a line of unit-names.tsv; - is no unit.
func (u *units) readName(cells []string) error {
	if _, known := u.extra[cells[1]]; !known && cells[1] != "-" {
		return unknownValue("unit", cells[1])
	}
	return enter(u.names, cells[0], cells[1])
}

func (u *units) readAxis(cells []string) error {
	if cells[1] == "" {
		return errTableChinese
	}
	return enter(u.axes, cells[0], cells[1])
}
