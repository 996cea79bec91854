package localize

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/measures"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Use is what an owner says a word is.
type Use string

// The uses.
const (
	AsSense Use = "sense" // it means one of its senses: the value is the gloss
	AsWord  Use = "like"  // it means what another English word means: the value is that word
	AsName  Use = "name"  // it is the name of a brand or a model and stays as it is written
	Skip    Use = "skip"  // it is not needed in Chinese
)

// Answer is what an owner said a word means on the products of some fields. It serves all
// products of those fields.
type Answer struct {
	Word  string `json:"word"`            // lower case
	Field string `json:"field,omitempty"` // the fields, separated by commas; empty where none is known
	Use   Use    `json:"use"`
	Value string `json:"value,omitempty"`
}

// statuses are the uses as the terms have them, among which answers are kept.
var statuses = map[Use]terms.Status{AsSense: terms.HasSense, AsWord: terms.IsLike, AsName: terms.DoNotTranslate, Skip: terms.Skipped}

// Term is the answer as a term of the user: so it is kept, exported and imported.
func (a Answer) Term() terms.Term {
	return terms.Term{English: a.Word, Part: terms.Noun, Status: statuses[a.Use], Weight: terms.DefaultWeight, Category: a.Field, Note: a.Value}
}

// AnswerStatuses are the statuses under which an answer may be kept.
var AnswerStatuses = slices.Sorted(maps.Values(statuses))

// Replaces reports whether the answer takes the place of a term of the user.
func (a Answer) Replaces(t terms.Term) bool {
	return t.English == a.Word && t.Category == a.Field && slices.Contains(AnswerStatuses, t.Status)
}

// ErrAnswer is an answer that says nothing: a sense that the word has not, or a word that
// the terms do not have.
var ErrAnswer = errors.New("the answer is none of the choices")

// Takes reports whether an answer says something: a sense that the word has, or a word
// that the terms have.
func (l *Language) Takes(a Answer) bool {
	ws := l.lex.Words(a.Word)
	if len(ws) == 0 || len(ws) > maxAnswered || statuses[a.Use] == "" {
		return false
	}
	switch a.Use {
	case AsSense:
		_, ok := l.senses.Named(a.Word, a.Value)
		return ok || strings.HasPrefix(a.Value, asIn) || measures.IsChoice(a.Value)
	case AsWord:
		ts := l.lex.Tokens(a.Value)
		h, ok := l.terms.Find(ts, terms.Wanted{Field: terms.FieldOf(l.lex, &catalog.Product{}).With(a.Field)})
		return ok && h.Words == len(ts)
	}
	return true
}

// Mentions reports whether a product is of the fields of one of the answers and has its
// word in a text.
func (l *Language) Mentions(p *catalog.Product, list []Answer) bool {
	a := newAnalyser(p, l)
	var text string
	for _, answer := range list {
		if answer.Field != a.fieldKey {
			continue
		}
		if text == "" {
			text = l.stems(p)
		}
		if strings.Contains(text, " "+l.lex.JoinStems(l.lex.Words(answer.Word))+" ") {
			return true
		}
	}
	return false
}

// stems are the stemmed words of a product's texts, with a space on both sides of each.
func (l *Language) stems(p *catalog.Product) string {
	var b strings.Builder
	add := func(text string) {
		for _, t := range l.lex.Tokens(text) {
			b.WriteString(t.Stem + " ")
		}
	}
	b.WriteByte(' ')
	for _, text := range []string{p.Title, p.Description, p.Material, strings.Join(p.Options, " "), strings.Join(p.Tags, " ")} {
		add(text)
	}
	for _, attr := range p.Attributes {
		add(attr.Key + " " + attr.Value)
	}
	for _, v := range p.Variants {
		add(strings.Join(v.Options, " "))
	}
	return b.String()
}

// Question is a word that only the owner can explain, in English. One answer serves all
// products of the same fields.
type Question struct {
	Word    string        `json:"word"`            // lower case
	Field   string        `json:"field,omitempty"` // as in Answer
	Why     compose.Doubt `json:"why"`             // Ambiguous, Elsewhere or Unknown
	Senses  []string      `json:"senses,omitempty"`
	Needed  bool          `json:"needed"` // a title or an option waits for it; otherwise a point of the description
	Example string        `json:"example,omitempty"`
}

// answers are the terms that answer questions, by word and fields.
type answers map[[2]string]terms.Term

func answersOf(lx *words.Lexicon, list []terms.Term) answers {
	found := answers{}
	for _, t := range list {
		if t.Status.IsAnswer() {
			found[[2]string{lx.JoinStems(lx.Words(t.English)), t.Category}] = t
		}
	}
	return found
}

// maxAnswered is how many words an answer is about, at most.
const maxAnswered = 4

// at finds the answer about the longest stretch of words that begins at token i.
func (as answers) at(field string, ts []words.Token, i int) (terms.Term, int) {
	if len(as) == 0 {
		return terms.Term{}, 0
	}
	key, found, n := "", terms.Term{}, 0
	for j := i; j < min(i+maxAnswered, len(ts)) && ts[j].Kind != words.SignToken; j++ {
		key = strings.TrimPrefix(key+" "+ts[j].Stem, " ")
		if t, ok := as[[2]string{key, field}]; ok {
			found, n = t, j-i+1
		}
	}
	return found, n
}

// asked collects the questions of one product.
type asked struct{ list []Question }

func (q *asked) add(question Question) {
	i := slices.IndexFunc(q.list, func(have Question) bool { return have.Word == question.Word })
	if i >= 0 {
		q.list[i].Needed = q.list[i].Needed || question.Needed
		return
	}
	q.list = append(q.list, question)
}
