package localize

import (
	"context"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// FactKind is what a fact of a product is about.
type FactKind string

// The kinds of facts.
const (
	ThingFact     FactKind = "thing" // what it is
	BrandFact     FactKind = "brand"
	NameFact      FactKind = "name" // of a model or a standard, kept as it is
	AudienceFact  FactKind = "audience"
	MaterialFact  FactKind = "material"
	ColourFact    FactKind = "colour"
	PatternFact   FactKind = "pattern"
	SizeFact      FactKind = "size"
	FlavourFact   FactKind = "flavour"
	OriginFact    FactKind = "origin"
	MeasureFact   FactKind = "measure"
	PackFact      FactKind = "pack"
	OfficialFact  FactKind = "certificate"
	FeatureFact   FactKind = "feature"
	CautionFact   FactKind = "caution" // a whole sentence: a warning, allergens, a dose, care
	StatementFact FactKind = "statement"
	UnusedFact    FactKind = "unused" // not used in Chinese
)

// Certainty is how far a fact can be relied on.
type Certainty string

// The certainties.
const (
	CertainFact  Certainty = "certain"
	AnsweredFact Certainty = "answered" // the owner said what the word means
	OpenFact     Certainty = "open"     // a question to the owner
	Unused       Certainty = "unused"   // no table knows the words
)

// Fact is one thing that a product's English says, and where.
type Fact struct {
	Kind      FactKind      `json:"kind"`
	Field     catalog.Field `json:"field"`          // where it is said: the title, the description, an option, an attribute
	Part      string        `json:"part,omitempty"` // which one: the name of the option or attribute, the sentence
	From      int           `json:"from"`           // the span in that text, in bytes
	To        int           `json:"to"`
	English   string        `json:"english"`
	Chinese   string        `json:"chinese,omitempty"`
	Certainty Certainty     `json:"certainty"`
	Note      string        `json:"note,omitempty"` // the sense that is meant
	Word      string        `json:"word,omitempty"` // of the question that is open
}

// Facts lists what a product's English says, in the order in which it is said: the
// title, the options, the attributes, the description.
func Facts(ctx context.Context, p *catalog.Product, language *Language) ([]Fact, error) {
	f := factReader{analyser: newAnalyser(p, language)}
	f.text(catalog.FieldTitle, "", p.Title, f.analyser)
	for i, name := range p.Options {
		seen := map[string]bool{}
		values := f.preferring(terms.Part(f.lex.OptionPart(name)), name)
		for _, v := range p.Variants {
			if i < len(v.Options) && !seen[v.Options[i]] {
				seen[v.Options[i]] = true
				f.text(catalog.ListingOptions, name, v.Options[i], values)
			}
		}
	}
	if p.Material != "" {
		f.text(catalog.FieldMaterial, "", p.Material, f.preferring(terms.Material, materialKey))
	}
	for _, attr := range p.Attributes {
		f.text(catalog.ListingAttributes, attr.Key, attr.Value, f.preferring(terms.Part(f.lex.OptionPart(attr.Key)), attr.Key))
	}
	for _, sentence := range f.sentencesOf(p) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		f.sentence(sentence)
	}
	return f.list, nil
}

// factReader collects the facts of one product.
type factReader struct {
	*analyser

	list []Fact
}

// text reads the facts of one text, stretch by stretch.
func (f *factReader) text(field catalog.Field, part, text string, a *analyser) {
	for _, s := range a.analyse(text) {
		if fact, ok := factOf(s); ok {
			fact.Field, fact.Part = field, part
			f.list = append(f.list, fact)
		}
	}
}

// sentence reads a sentence of the description: whole where a pattern fits, otherwise
// stretch by stretch.
func (f *factReader) sentence(source string) {
	body, _ := f.lex.CutEnd(source)
	t, ok := f.patterned(source, body)
	if !ok {
		f.text(catalog.FieldDescription, source, body, f.analyser)
		return
	}
	kind := StatementFact
	if t.Kind == Caution {
		kind = CautionFact
	}
	f.list = append(f.list, Fact{Kind: kind, Field: catalog.FieldDescription, Part: source, To: len(body), English: body, Chinese: t.Text, Certainty: CertainFact})
}

// factOf is the fact that a stretch says, or false for grammar and signs.
func factOf(s compose.Stretch) (Fact, bool) {
	fact := Fact{From: s.From, To: s.From + len(s.Source), English: s.Source, Chinese: s.Text, Certainty: CertainFact, Note: s.Note}
	switch s.Doubt {
	case compose.Certain, compose.Unreviewed:
	case compose.Ambiguous, compose.Elsewhere:
		fact.Kind, fact.Chinese, fact.Certainty, fact.Word = UnusedFact, "", OpenFact, strings.ToLower(s.Source)
		return fact, true
	default:
		if s.Kinds.Has(words.Sentence | words.Article | words.Conjunction) {
			return Fact{}, false
		}
		fact.Kind, fact.Chinese, fact.Certainty = UnusedFact, "", Unused
		return fact, true
	}
	if s.Origin == compose.FromUser {
		fact.Certainty = AnsweredFact
	}
	fact.Kind = factKind(s)
	return fact, fact.Kind != ""
}

// factKind is what a certain stretch is about, or empty.
func factKind(s compose.Stretch) FactKind {
	switch s.Role {
	case compose.BrandRole:
		return BrandFact
	case compose.KeptRole:
		return NameFact
	case compose.MeasureRole, compose.NumberRole:
		return MeasureFact
	case compose.PackRole:
		return PackFact
	case compose.ContentRole:
		return partFacts[s.Part]
	}
	return ""
}

var partFacts = map[terms.Part]FactKind{
	terms.Noun: ThingFact, terms.Adj: FeatureFact, terms.Feature: FeatureFact, terms.Phrase: FeatureFact, terms.Verb: FeatureFact, terms.Adverb: FeatureFact,
	terms.Colour: ColourFact, terms.Pattern: PatternFact, terms.Material: MaterialFact, terms.Size: SizeFact, terms.Flavour: FlavourFact,
	terms.Official: OfficialFact, terms.Audience: AudienceFact, terms.Place: OriginFact, terms.Pack: PackFact, terms.Count: MeasureFact,
}

// FactKinds and Certainties are all that there are.
var (
	FactKinds = []FactKind{
		ThingFact, BrandFact, NameFact, AudienceFact, MaterialFact, ColourFact, PatternFact, SizeFact, FlavourFact, OriginFact,
		MeasureFact, PackFact, OfficialFact, FeatureFact, CautionFact, StatementFact, UnusedFact,
	}
	Certainties = []Certainty{CertainFact, AnsweredFact, OpenFact, Unused}
)
