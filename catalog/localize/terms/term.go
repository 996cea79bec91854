package terms

import (
	"errors"
	"fmt"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/words"
)

// Part is what a term does in a phrase. It decides where its Chinese goes.
type Part string

// The parts. Those from Audience on have a place of their own in a Chinese title.
const (
	Noun     Part = "noun"
	Adj      Part = "adj"
	Colour   Part = "colour"
	Material Part = "material"
	Size     Part = "size"
	Verb     Part = "verb"
	Phrase   Part = "phrase"
	Pattern  Part = "pattern"     // what is printed or woven on it: striped
	Flavour  Part = "flavour"     // what it tastes or smells of
	Feature  Part = "feature"     // a property: waterproof
	Official Part = "certificate" // what somebody certifies
	Audience Part = "audience"    // whom the product is for: women, kids
	Place    Part = "place"       // where it comes from
	Pack     Part = "pack"        // measure word of a pack, after a number: 6件装
	Count    Part = "count"       // measure word of a property, after a number: 12速
	Frame    Part = "frame"       // carries the words after it: "with …" is 带…
	// Predicate is a frame that says something of what is before it, and so
	// stays behind it: "the pocket fits a phone" is 口袋适配手机.
	Predicate Part = "predicate"
	// Adverb is first in its clause in Chinese: "1 capsule daily" is 每日1粒.
	Adverb Part = "adverb"
)

var parts = map[Part]bool{
	Noun: true, Adj: true, Colour: true, Material: true, Size: true, Verb: true, Phrase: true,
	Pattern: true, Flavour: true, Feature: true, Official: true, Audience: true, Place: true, Pack: true, Count: true, Frame: true, Predicate: true, Adverb: true,
}

// Status says what is to be done with a term.
type Status string

// The statuses.
const (
	Preferred Status = "preferred"
	// Forbidden means that this Chinese must never represent this English.
	Forbidden Status = "forbidden"
	// DoNotTranslate means that the English stays as it is written.
	DoNotTranslate Status = "do-not-translate"
	// What an owner said in English of a word, on the products of the term's category: it
	// has the sense of the note, it means what the word of the note means, or it is not
	// needed in Chinese.
	HasSense Status = "sense"
	IsLike   Status = "like"
	Skipped  Status = "skip"
)

// IsAnswer reports whether a term of this status says something in English and has no
// Chinese of its own.
func (s Status) IsAnswer() bool { return s == HasSense || s == IsLike || s == Skipped }

// Slot marks in a frame's Chinese where the words that follow it go.
const Slot = "…"

// MaxWeight is the weight of a word that a title cannot lose: its product noun.
const MaxWeight = 3

// Term is one line of a term base.
type Term struct {
	English  string
	Hans     string // Simplified Chinese
	Hant     string // Traditional Chinese, or empty
	Part     Part
	Status   Status
	Weight   int    // worth in a title that must be cut: 0 filler ... 3 must stay
	Category string // the fields it is meant in, separated by commas, or empty for any
	Note     string // for the translator
	Reviewed Review // who vouches for the line; nobody for a user's own terms
}

// What can be wrong with a term.
var (
	errNoEnglish   = errors.New("the English is missing")
	errNoChinese   = errors.New("the Chinese is missing")
	errNoWord      = errors.New("the English has no word in it")
	errBadPart     = errors.New("unknown part")
	errBadStatus   = errors.New("unknown status")
	errBadWeight   = errors.New("the weight is not 0, 1, 2 or 3")
	errBadSlot     = errors.New("a frame needs one … and no other term has one")
	errNoNote      = errors.New("what the word means is missing in the note")
	errTermTooLong = errors.New("longer than any term")
)

// maxTermText bounds a term's texts, so that hostile glossaries cannot swell the index.
const maxTermText = 500

func (t Term) validate() error {
	switch {
	case t.English == "":
		return errNoEnglish
	case !strings.ContainsFunc(t.English, words.IsAlnum):
		return errNoWord
	case len(t.English) > maxTermText || len(t.Hans) > maxTermText || len(t.Hant) > maxTermText || len(t.Note) > maxTermText:
		return errTermTooLong
	case t.Hans == "" && t.Status != DoNotTranslate && !t.Status.IsAnswer():
		return errNoChinese
	case (t.Status == HasSense || t.Status == IsLike) && t.Note == "":
		return errNoNote
	case !parts[t.Part]:
		return fmt.Errorf("%w %q", errBadPart, t.Part)
	case t.Status != Preferred && t.Status != Forbidden && t.Status != DoNotTranslate && !t.Status.IsAnswer():
		return fmt.Errorf("%w %q", errBadStatus, t.Status)
	case t.Weight < 0 || t.Weight > MaxWeight:
		return errBadWeight
	case (t.Part == Frame || t.Part == Predicate) != strings.Contains(t.Hans, Slot) || strings.Count(t.Hans, Slot) > 1 || strings.Contains(t.English, Slot):
		return errBadSlot
	}
	return nil
}

// Chinese is the term in a locale; it is empty where the term has none.
func (t Term) Chinese(to catalog.Locale) string {
	if to == catalog.TraditionalChinese {
		return t.Hant
	}
	return t.Hans
}

// IsPart reports whether a term can have the part.
func IsPart(p Part) bool { return parts[p] }

// Takes reports whether a term of another part is as good where p is looked for: what
// a flavour is called is mostly a noun.
func (p Part) Takes(other Part) bool {
	return p == other || p == Flavour && other == Noun || p == Pattern && (other == Noun || other == Adj || other == Colour)
}
