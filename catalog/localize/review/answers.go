package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tradewind.app/catalog"
)

// format and version are what a file of answers begins with. A page that asks about
// something new has a new version.
const (
	format  = "tradewind-review"
	version = 1
)

// What a file of answers may have at most. It comes from outside: a file within these can
// cost time, and nothing worse.
const (
	maxAnswersFile = 8 << 20 // bytes
	maxAnswers     = 50_000
	maxReader      = 80 // characters
	maxComment     = 2_000
	maxText        = 20_000
)

// What is wrong with answers, or with making a page.
var (
	ErrNoAnswers   = errors.New("not a file of answers that a review page saved")
	ErrNewAnswers  = errors.New("answers of a newer review page")
	ErrOtherShop   = errors.New("answers about another catalogue")
	ErrManyAnswers = errors.New("a file of answers that is too large")
	ErrNothing     = errors.New("no Chinese text waits for a reader")
)

// Verdict is what a reader says of a text.
type Verdict string

// The verdicts. Without one there is a comment only.
const (
	NoVerdict Verdict = ""
	Right     Verdict = "right"
	Better    Verdict = "better"
)

// Answer is what the reader said of one item. Source and Was are hashes of the English
// and the Chinese that they saw.
type Answer struct {
	Product catalog.ID    `json:"product,omitempty"` // none: for all products that have the value
	Field   catalog.Field `json:"field"`
	Part    string        `json:"part,omitempty"`
	Source  string        `json:"source"`
	Was     string        `json:"was"`
	Verdict Verdict       `json:"verdict,omitempty"`
	Text    string        `json:"text,omitempty"` // the better text
	Comment string        `json:"comment,omitempty"`
}

// Answers are what a review page saved.
type Answers struct {
	Format    string         `json:"format"`
	Version   int            `json:"version"`
	Catalogue catalog.ID     `json:"catalogue"`
	Locale    catalog.Locale `json:"locale"`
	Page      string         `json:"page"`   // the day on which the page was made
	Reader    string         `json:"reader"` // the name that was typed in the page
	Saved     string         `json:"saved"`  // the day
	List      []Answer       `json:"answers"`
}

// ReadAnswers reads a file of answers. What the page would not have written is an error.
func ReadAnswers(r io.Reader) (Answers, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxAnswersFile+1))
	if err != nil {
		return Answers{}, fmt.Errorf("read answers: %w", err)
	}
	if len(b) > maxAnswersFile {
		return Answers{}, ErrManyAnswers
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(b, &head); err != nil || head.Format != format {
		return Answers{}, ErrNoAnswers
	}
	if head.Version > version {
		return Answers{}, ErrNewAnswers
	}
	var a Answers
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		return Answers{}, fmt.Errorf("%w: %w", ErrNoAnswers, err)
	}
	if err := a.check(); err != nil {
		return Answers{}, fmt.Errorf("%w: %w", ErrNoAnswers, err)
	}
	return a, nil
}

// check cleans the texts, and finds what is not as the page writes it.
func (a *Answers) check() error {
	a.Reader, _ = catalog.CleanText(a.Reader)
	_, dateErr := time.Parse(time.DateOnly, a.Saved)
	_, pageErr := time.Parse(time.DateOnly, a.Page)
	switch {
	case a.Version != version:
		return fmt.Errorf("version %d", a.Version)
	case dateErr != nil || pageErr != nil:
		return fmt.Errorf("dates %q and %q", a.Saved, a.Page)
	case a.Reader == "" || strings.Contains(a.Reader, "\n") || utf8.RuneCountInString(a.Reader) > maxReader:
		return fmt.Errorf("reader %q", a.Reader)
	case a.Locale != catalog.SimplifiedChinese && a.Locale != catalog.TraditionalChinese:
		return fmt.Errorf("locale %q", a.Locale)
	case a.Catalogue == "" || len(a.List) > maxAnswers:
		return fmt.Errorf("%d answers about %q", len(a.List), a.Catalogue)
	}
	met := map[Answer]bool{}
	for i := range a.List {
		one := &a.List[i]
		if err := one.check(); err != nil {
			return fmt.Errorf("answer %d: %w", i+1, err)
		}
		key := Answer{Product: one.Product, Field: one.Field, Part: one.Part, Source: one.Source, Was: one.Was}
		if met[key] {
			return fmt.Errorf("answer %d: given twice", i+1)
		}
		met[key] = true
	}
	return nil
}

func (a *Answer) check() error {
	text, _ := catalog.CleanText(a.Text)
	comment, _ := catalog.CleanText(a.Comment)
	switch {
	case !slices.Contains(fields, a.Field):
		return fmt.Errorf("field %q", a.Field)
	case !isHash(a.Source) || !isHash(a.Was):
		return fmt.Errorf("hashes %q and %q", a.Source, a.Was)
	case a.Verdict != NoVerdict && a.Verdict != Right && a.Verdict != Better:
		return fmt.Errorf("verdict %q", a.Verdict)
	case (a.Verdict == Better) != (text != ""):
		return fmt.Errorf("verdict %q with the text %q", a.Verdict, text)
	case a.Verdict == NoVerdict && comment == "":
		return errors.New("nothing is said")
	case utf8.RuneCountInString(text) > maxText || utf8.RuneCountInString(comment) > maxComment:
		return errors.New("too long")
	}
	a.Text, a.Comment = text, comment
	return nil
}

// fields are those that a page asks about.
var fields = []catalog.Field{
	catalog.ListingTitle, catalog.ListingShortTitle, catalog.ListingSellingPoints, catalog.ListingDescription,
	catalog.ListingOptions, catalog.ListingAttributes, catalog.ListingKeywords,
}

func isHash(s string) bool {
	return len(s) == 2*hashBytes && strings.Trim(s, "0123456789abcdef") == ""
}
