package terms

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/words"
)

// What bounds a glossary. The largest that OmegaT's users share has some ten
// thousand lines.
const (
	maxGlossary = 16 << 20
	maxTerms    = 100_000
)

// What ReadGlossary refuses: a file that is no glossary of a shop.
var (
	ErrGlossaryTooLarge = errors.New("the glossary is larger than 16 MB or 100,000 terms")
	ErrGlossaryMarkup   = errors.New("this is markup (a translation memory, a term base in XML or a page), not a list of terms")
	ErrGlossaryPackage  = errors.New("this is a workbook or a package, not a list of terms")
)

// DefaultWeight is the weight of a user's term without one: it is more than
// a selling word, or nobody would have written it down.
const DefaultWeight = 2

// glossaryColumns are the names under which our columns come in other people's
// glossaries, lower case.
var glossaryColumns = map[string]string{
	"en": "en", "english": "en", "source": "en", "source term": "en", "term": "en", "英文": "en", "英语": "en", "原文": "en",
	"zh-hans": "zh-Hans", "zh": "zh-Hans", "zh-cn": "zh-Hans", "zh_cn": "zh-Hans", "chinese": "zh-Hans", "target": "zh-Hans", "target term": "zh-Hans", "translation": "zh-Hans", "中文": "zh-Hans", "简体中文": "zh-Hans", "译文": "zh-Hans",
	"zh-hant": "zh-Hant", "zh-tw": "zh-Hant", "zh_tw": "zh-Hant", "繁體中文": "zh-Hant", "繁体中文": "zh-Hant",
	"part": "part", "pos": "part", "part of speech": "part", "词性": "part", "status": "status", "状态": "status", "weight": "weight", "权重": "weight",
	"category": "category", "分类": "category", "类目": "category", "note": "note", "comment": "note", "notes": "note", "备注": "note",
}

// ReadGlossary reads a user's glossary: tab-separated or CSV, UTF-8 with or
// without a byte order mark, GBK as a Chinese Excel saves it, or UTF-16 as Excel
// saves "Unicode text". A first line
// that names columns is read as such; without one the columns are those of
// OmegaT's glossaries: source, target, comment. Lines that begin with # are
// comments. A line that makes no term is reported and left out; only a file that
// cannot be read at all is an error.
func ReadGlossary(name string, r io.Reader) ([]Term, []catalog.Problem, error) {
	text, err := glossaryText(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read glossary %s: %w", name, err)
	}
	g := glossary{name: name, seen: map[termKey]bool{}}
	lines := csv.NewReader(strings.NewReader(text))
	lines.Comma, lines.LazyQuotes, lines.FieldsPerRecord = delimiter(text), true, -1
	for {
		cells, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return g.terms, g.problems, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("read glossary %s: %w", name, err)
		}
		line, _ := lines.FieldPos(0)
		g.read(cells, line)
		if len(g.terms) > maxTerms {
			return nil, nil, fmt.Errorf("read glossary %s: %w", name, ErrGlossaryTooLarge)
		}
	}
}

func glossaryText(r io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxGlossary+1))
	if err != nil {
		return "", err
	}
	if len(b) > maxGlossary {
		return "", ErrGlossaryTooLarge
	}
	if bytes.HasPrefix(b, []byte("PK\x03\x04")) {
		return "", ErrGlossaryPackage
	}
	text, err := decodeGlossary(b)
	if err == nil && strings.HasPrefix(strings.TrimSpace(text), "<") { // no line of terms begins so, but every TMX, TBX, XLIFF and page
		return "", ErrGlossaryMarkup
	}
	return text, err
}

func decodeGlossary(b []byte) (string, error) {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
		if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
			return "", table.NotUTF8
		}
		return string(decoded), nil
	case utf8.Valid(b) && !bytes.ContainsRune(b, 0):
		return string(b), nil
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) || bytes.ContainsRune(decoded, 0) {
		return "", table.NotUTF8
	}
	return string(decoded), nil
}

// delimiter is a tab where the first line that is no comment has one, otherwise a
// comma or a semicolon.
func delimiter(text string) rune {
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
		case strings.Contains(line, "\t"):
			return '\t'
		case strings.Count(line, ";") > strings.Count(line, ","):
			return ';'
		default:
			return ','
		}
	}
	return ','
}

// glossary is a user's glossary while it is read.
type glossary struct {
	name     string
	columns  []string // our column for each of theirs, empty for those we do not know
	terms    []Term
	problems []catalog.Problem
	seen     map[termKey]bool
}

func (g *glossary) read(cells []string, line int) {
	if first := cells[0]; strings.HasPrefix(first, "#") && (len(first) == 1 || !words.IsASCIIDigit(first[1])) { // #1 is a term
		return
	}
	if g.columns == nil {
		g.columns = []string{"en", "zh-Hans", "note"}
		if named := namedColumns(cells); named != nil {
			g.columns = named
			return
		}
	}
	t, err := g.term(cells)
	if err != nil {
		g.problems = append(g.problems, termProblem(t, err).At(catalog.Place(g.name+":"+strconv.Itoa(line))))
		return
	}
	key := termKey{strings.ToLower(t.English), t.Part, t.Category, t.Status}
	if g.seen[key] {
		g.problems = append(g.problems, catalog.NewProblem("term-twice", catalog.Info, "", "term", t.English).At(catalog.Place(g.name+":"+strconv.Itoa(line))))
		return
	}
	g.seen[key] = true
	g.terms = append(g.terms, t)
}

// namedColumns reads a header, or returns nil for a line that is none.
func namedColumns(cells []string) []string {
	var named []string
	english, chinese := false, false
	for _, cell := range cells {
		column := glossaryColumns[strings.ToLower(strings.TrimSpace(cell))]
		named = append(named, column)
		english, chinese = english || column == "en", chinese || column == "zh-Hans"
	}
	if !english || !chinese {
		return nil
	}
	return named
}

func (g *glossary) term(cells []string) (Term, error) {
	told := map[string]string{"part": string(Noun), "status": string(Preferred), "weight": strconv.Itoa(DefaultWeight)}
	for i, cell := range cells[:min(len(cells), len(g.columns))] {
		if clean, _ := catalog.CleanText(cell); clean != "" {
			told[g.columns[i]] = clean
		}
	}
	t := Term{
		English: told["en"], Hans: told["zh-Hans"], Hant: told["zh-Hant"], Category: told["category"], Note: told["note"],
		Part: Part(strings.ToLower(told["part"])), Status: Status(strings.ToLower(told["status"])),
	}
	if t.Part == Noun && strings.Contains(t.Hans, Slot) {
		t.Part = Frame
	}
	var err error
	if t.Weight, err = strconv.Atoi(told["weight"]); err != nil {
		return t, errBadWeight
	}
	return t, t.validate()
}

// termProblem says what is wrong with a line of a glossary.
func termProblem(t Term, err error) catalog.Problem {
	switch {
	case errors.Is(err, errNoEnglish), errors.Is(err, errNoChinese), errors.Is(err, errNoWord), errors.Is(err, errNoNote):
		return catalog.NewProblem("term-incomplete", catalog.Warning, "", "term", t.English+t.Hans)
	case errors.Is(err, errTermTooLong):
		return catalog.NewProblem("term-too-long", catalog.Warning, "", "max", strconv.Itoa(maxTermText))
	case errors.Is(err, errBadSlot):
		return catalog.NewProblem("term-slot", catalog.Warning, "", "term", t.English)
	case errors.Is(err, errBadWeight):
		return catalog.NewProblem("term-weight", catalog.Warning, "", "term", t.English)
	}
	return catalog.NewProblem("term-kind", catalog.Warning, "", "term", t.English, "part", string(t.Part), "status", string(t.Status))
}

// WriteGlossary writes terms as a glossary that ReadGlossary and OmegaT read:
// UTF-8, tab-separated, or CSV with a byte order mark so that Excel shows the
// Chinese when comma is ','.
func WriteGlossary(w io.Writer, terms iter.Seq[Term], comma rune) error {
	buffered := bufio.NewWriter(w)
	if comma == ',' {
		if _, err := buffered.WriteString("\ufeff"); err != nil {
			return fmt.Errorf("write glossary: %w", err)
		}
	}
	out := csv.NewWriter(buffered)
	out.Comma = comma
	if err := out.Write(columns); err != nil {
		return fmt.Errorf("write glossary: %w", err)
	}
	for t := range terms {
		cells := []string{t.English, t.Hans, t.Hant, string(t.Part), string(t.Status), strconv.Itoa(t.Weight), t.Category, t.Note}
		if err := out.Write(cells); err != nil {
			return fmt.Errorf("write glossary: %w", err)
		}
	}
	out.Flush()
	if err := errors.Join(out.Error(), buffered.Flush()); err != nil {
		return fmt.Errorf("write glossary: %w", err)
	}
	return nil
}
