package workspace

import (
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/store"
)

// OpenQuestion is a word that only the owner can explain, with the products that wait for
// it.
type OpenQuestion struct {
	localize.Question
	Products int      `json:"products"`
	SKUs     []string `json:"skus"` // of the first few
}

// FactsSurvey says how far the Chinese of products is composed of certain facts.
type FactsSurvey struct {
	Products  int            `json:"products"`
	Standard  int            `json:"standard"` // with a title and options of certain facts alone
	Questions []OpenQuestion `json:"questions"`
	Unused    map[string]int `json:"unused"` // words of titles and options that are not used in Chinese, by products
}

// firstSKUs is how many products a question names.
const firstSKUs = 5

// Questions reads the facts of the products that a filter chooses and lists what only the
// owner can say, by number of products. Nothing is written.
func (w *Workspace) Questions(ctx context.Context, f catalog.Filter, progress Progress) (FactsSurvey, error) {
	language, err := w.termBase(ctx)
	if err != nil {
		return FactsSurvey{}, err
	}
	total, err := w.store.Count(ctx, f)
	if err != nil {
		return FactsSurvey{}, err
	}
	tally := questionTally{survey: FactsSurvey{Unused: map[string]int{}}, at: map[[2]string]int{}}
	for p, err := range w.store.Products(ctx, f) {
		if err != nil {
			return FactsSurvey{}, err
		}
		s, err := localize.Suggest(ctx, p, catalog.SimplifiedChinese, language, localize.DefaultLimits)
		if err != nil {
			return FactsSurvey{}, fmt.Errorf("read facts of %s: %w", p.Handle, err)
		}
		tally.add(p, s)
		if progress != nil {
			progress(tally.survey.Products, total)
		}
	}
	return tally.sorted(), nil
}

// questionTally counts questions by word and fields.
type questionTally struct {
	survey FactsSurvey
	at     map[[2]string]int // the number of a question in the survey
}

func (t *questionTally) add(p *catalog.Product, s localize.Suggestion) {
	t.survey.Products++
	standard := true
	for _, name := range []catalog.Field{catalog.ListingTitle, catalog.ListingOptions} {
		f := s.Field(name)
		if f == nil {
			continue
		}
		for _, text := range f.Texts {
			standard = standard && (text.Standard || text.Text == "" && text.Complete) && len(text.Unused) == 0
			for _, word := range text.Unused {
				t.survey.Unused[strings.ToLower(word)]++
			}
		}
	}
	if standard {
		t.survey.Standard++
	}
	for _, q := range s.Questions {
		t.ask(p, q)
	}
}

func (t *questionTally) ask(p *catalog.Product, q localize.Question) {
	key := [2]string{q.Word, q.Field}
	i, known := t.at[key]
	if !known {
		i = len(t.survey.Questions)
		t.at[key] = i
		t.survey.Questions = append(t.survey.Questions, OpenQuestion{Question: q})
	}
	open := &t.survey.Questions[i]
	open.Products++
	open.Needed = open.Needed || q.Needed
	if len(open.SKUs) < firstSKUs && len(p.Variants) > 0 {
		open.SKUs = append(open.SKUs, p.Variants[0].SKU)
	}
}

// sorted is the survey with the questions that titles and options wait for first, and
// those of many products before those of few.
func (t *questionTally) sorted() FactsSurvey {
	slices.SortStableFunc(t.survey.Questions, func(a, b OpenQuestion) int {
		if a.Needed != b.Needed {
			if a.Needed {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.Products, a.Products), cmp.Compare(a.Word, b.Word))
	})
	return t.survey
}

// Facts lists what the English of a product says. code is a SKU.
func (w *Workspace) Facts(ctx context.Context, code string) ([]localize.Fact, error) {
	p, err := w.Product(ctx, code)
	if err != nil {
		return nil, err
	}
	language, err := w.termBase(ctx)
	if err != nil {
		return nil, err
	}
	return localize.Facts(ctx, p, language)
}

// Answer keeps what the owner says words mean, and composes the listings anew in which
// they occur, all under one entry of history. Listings that were never suggested stay
// empty, and what a person wrote stays.
func (w *Workspace) Answer(ctx context.Context, list []localize.Answer, progress Progress) (LocalizeResult, error) {
	language, err := w.termBase(ctx)
	if err != nil {
		return LocalizeResult{}, err
	}
	for _, a := range list {
		if !language.Takes(a) {
			return LocalizeResult{}, fmt.Errorf("%q: %w", a.Word, localize.ErrAnswer)
		}
	}
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindTerms, Note: answeredWords(list)})
	if err != nil {
		return LocalizeResult{}, err
	}
	result, err := w.answerIn(ctx, batch, list, progress)
	if err != nil {
		return LocalizeResult{}, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	result.Entry = written(entry)
	return result, err
}

func (w *Workspace) answerIn(ctx context.Context, batch *store.Batch, list []localize.Answer, progress Progress) (LocalizeResult, error) {
	own, err := w.ownTerms(ctx)
	if err != nil {
		return LocalizeResult{}, err
	}
	for _, a := range list {
		t := a.Term()
		own = slices.DeleteFunc(own, a.Replaces)
		own = append(own, t)
		for _, status := range localize.AnswerStatuses {
			old := t
			old.Status = status
			var value any
			if status == t.Status {
				value = t
			}
			if err := batch.SetDocument(ctx, store.Terms, termName(old), value); err != nil {
				return LocalizeResult{}, err
			}
		}
	}
	shipped, err := w.shippedTerms()
	if err != nil {
		return LocalizeResult{}, err
	}
	script, err := w.Script(ctx)
	if err != nil {
		return LocalizeResult{}, err
	}
	language, err := w.languageWith(ctx, shipped, own)
	if err != nil {
		return LocalizeResult{}, err
	}
	r := LocalizeRequest{To: script, only: func(p *catalog.Product) bool { return p.Listing(script) != nil && language.Mentions(p, list) }}
	return w.localizeIn(ctx, batch, r, language, progress)
}

// answeredWords names the first words that were explained, for the history.
func answeredWords(list []localize.Answer) string {
	const most = 5
	var words []string
	for _, a := range list[:min(len(list), most)] {
		words = append(words, a.Word)
	}
	if len(list) > most {
		words = append(words, "…")
	}
	return strings.Join(words, ", ")
}

// questionColumns are the columns of a file of questions.
var questionColumns = []string{"word", "field", "products", "choices", "example", "answer"}

// The words of an answer in a file that are none of the choices.
const (
	answerName = "name"
	answerSkip = "skip"
	answerLike = "like:"
)

// WriteQuestions writes questions as a table for people: a line each, whose last column
// they fill in with the number or the words of a choice, name, skip, or like: and a word.
func WriteQuestions(to io.Writer, questions []OpenQuestion, comma rune) error {
	if comma == ',' {
		if _, err := io.WriteString(to, "\ufeff"); err != nil { // so that Excel reads UTF-8
			return fmt.Errorf("write questions: %w", err)
		}
	}
	out := csv.NewWriter(to)
	out.Comma = comma
	lines := [][]string{questionColumns}
	for _, q := range questions {
		var choices []string
		for i, s := range q.Senses {
			choices = append(choices, strconv.Itoa(i+1)+" "+s)
		}
		lines = append(lines, []string{q.Word, q.Field, strconv.Itoa(q.Products), strings.Join(choices, "; "), q.Example, ""})
	}
	if err := out.WriteAll(lines); err != nil {
		return fmt.Errorf("write questions: %w", err)
	}
	return nil
}

// ReadAnswers reads a table that WriteQuestions wrote and somebody filled in. Lines without
// an answer are left out. The problems name the lines whose answer is no choice.
func ReadAnswers(name string, from io.Reader, questions []OpenQuestion) ([]localize.Answer, []catalog.Problem, error) {
	text, err := io.ReadAll(io.LimitReader(from, maxAnswers+1))
	if err != nil || len(text) > maxAnswers {
		return nil, nil, fmt.Errorf("read answers %s: %w", name, cmp.Or(err, io.ErrShortBuffer))
	}
	body := strings.TrimPrefix(string(text), "\ufeff")
	in := csv.NewReader(strings.NewReader(body))
	if first, _, _ := strings.Cut(body, "\n"); strings.Contains(first, "\t") {
		in.Comma = '\t'
	}
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	lines, err := in.ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("read answers %s: %w", name, err)
	}
	var answers []localize.Answer
	var problems []catalog.Problem
	for i, cells := range lines {
		if i == 0 || len(cells) < len(questionColumns) || strings.TrimSpace(cells[5]) == "" {
			continue
		}
		a, ok := ParseAnswer(cells[5], localize.Question{Word: cells[0], Field: cells[1], Senses: sensesOf(cells[0], cells[1], questions)})
		if !ok {
			problems = append(problems, catalog.NewProblem("answer-unknown", catalog.Warning, "", "word", cells[0], "answer", cells[5]).At(catalog.Place(name+":"+strconv.Itoa(i+1))))
			continue
		}
		answers = append(answers, a)
	}
	return answers, problems, nil
}

// maxAnswers bounds a file of answers, in bytes.
const maxAnswers = 16 << 20

func sensesOf(word, field string, questions []OpenQuestion) []string {
	for _, q := range questions {
		if q.Word == word && q.Field == field {
			return q.Senses
		}
	}
	return nil
}

// ParseAnswer reads what a person answers a question with: the number or the words of a
// choice, name, skip, or like: and an English word.
func ParseAnswer(text string, q localize.Question) (localize.Answer, bool) {
	text = strings.TrimSpace(text)
	a := localize.Answer{Word: q.Word, Field: q.Field}
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(q.Senses) {
		a.Use, a.Value = localize.AsSense, q.Senses[n-1]
		return a, true
	}
	low := strings.ToLower(text)
	if i := slices.IndexFunc(q.Senses, func(s string) bool { return strings.EqualFold(s, text) }); i >= 0 {
		a.Use, a.Value = localize.AsSense, q.Senses[i]
		return a, true
	}
	switch {
	case low == answerName:
		a.Use = localize.AsName
	case low == answerSkip:
		a.Use = localize.Skip
	case strings.HasPrefix(low, answerLike) && strings.TrimSpace(low[len(answerLike):]) != "":
		a.Use, a.Value = localize.AsWord, strings.TrimSpace(low[len(answerLike):])
	default:
		return a, false
	}
	return a, true
}

// GlossedLine is a text of a listing with its words in English.
type GlossedLine struct {
	Field   catalog.Field        `json:"field"`
	Part    string               `json:"part,omitempty"` // which text of the field
	English string               `json:"english,omitempty"`
	Text    string               `json:"text"`
	Words   []localize.GlossWord `json:"words"`
}

// Is reports whether it is the text of a line.
func (g GlossedLine) Is(line localize.Line) bool {
	return g.Field == line.Field && g.Part == line.Part && g.Text == line.Text
}

// Gloss is a listing for an owner who reads no Chinese: what each text says, and whether
// the English is in it.
type Gloss struct {
	Lines []GlossedLine      `json:"lines"` // those with a text
	Facts localize.FactSheet `json:"facts"`
}

// Gloss reads the texts of a listing back into English, and holds the listing against
// its product.
func (w *Workspace) Gloss(ctx context.Context, work ListingWork) (Gloss, error) {
	language, err := w.termBase(ctx)
	if err != nil {
		return Gloss{}, err
	}
	var g Gloss
	for _, line := range work.Lines {
		if line.Text == "" {
			continue
		}
		g.Lines = append(g.Lines, GlossedLine{
			Field: line.Field, Part: line.Part, English: line.Source, Text: line.Text, Words: language.GlossLine(line),
		})
	}
	g.Facts, err = language.Sheet(ctx, work.Product, work.Listing.Locale)
	return g, err
}

// GlossOf is Gloss of the listing of the product with a SKU.
func (w *Workspace) GlossOf(ctx context.Context, code string, to catalog.Locale) (Gloss, error) {
	p, err := w.Product(ctx, code)
	if err != nil {
		return Gloss{}, err
	}
	work, err := w.ListingOf(ctx, p, to)
	if err != nil {
		return Gloss{}, err
	}
	return w.Gloss(ctx, work)
}
