package sheet

import (
	"context"
	"slices"
	"strings"
	"time"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// Guess chooses the sheet, the header row and a field for every column, as far as
// o leaves them open. Problems say what is doubtful. An error is a *FormatError:
// a damaged file, or a sheet, row or column in o that is not there.
func (b *Book) Guess(o Options) (Mapping, []catalog.Problem, error) {
	g, others, err := b.bestSheet(o)
	if err != nil {
		return Mapping{}, nil, err
	}
	m := g.mapping(o.Defaults.Currency)
	unread := m.addParts(others, o.Defaults.Currency)
	if err := choose(&m, o.Map); err != nil {
		return Mapping{}, nil, err
	}
	return m, slices.Concat(m.doubts(b), m.namesakes(b), unread), nil
}

// guess is one sheet with the header row that fits it best.
type guess struct {
	info   grid.SheetInfo
	rows   []grid.Row // the sample
	header int        // index in rows, -1 for none
	score  float64
}

// bestSheet finds the sheet that looks most like a list of products, and returns
// all that were looked at: none beside one that a person names.
func (b *Book) bestSheet(o Options) (best guess, all []guess, err error) {
	sheets := b.src.Sheets()
	if o.Sheet != "" {
		i, err := findSheet(sheets, o.Sheet)
		if err != nil {
			return guess{}, nil, err
		}
		g, err := b.guessSheet(context.Background(), i, o)
		if err != nil {
			return g, nil, err
		}
		return g, nil, g.refuse(o)
	}
	ctx, cancel := context.WithTimeout(context.Background(), guessTime)
	defer cancel()
	for i := range sheets[:min(len(sheets), maxGuessed)] {
		g, err := b.guessSheet(ctx, i, o)
		if err != nil {
			return guess{}, nil, err
		}
		all = append(all, g)
		if best.info.Name == "" || len(best.rows) == 0 || len(g.rows) > 0 && g.score > best.score {
			best = g
		}
	}
	return best, all, best.refuse(o)
}

// refuse says why the best there is will not do.
func (g *guess) refuse(o Options) error {
	switch {
	case o.HeaderRow > 0 && g.header < 0:
		return grid.Refuse("header-row-absent", "sheet", g.info.Name, "row", itoa(o.HeaderRow))
	case len(g.rows) == 0:
		return grid.Refuse("sheet-none")
	}
	return nil
}

// maxGuessed is how many sheets are looked at; one further back must be named.
const maxGuessed = 50

// guessTime is how long all of them may take. A workbook of sheets with a million
// blank rows each takes longer, and the ones looked at until then have to do.
const guessTime = 5 * time.Second

// findSheet finds a sheet by its name or its number.
func findSheet(sheets []grid.SheetInfo, wanted string) (int, error) {
	var all []string
	for i, s := range sheets {
		if strings.EqualFold(strings.TrimSpace(s.Name), strings.TrimSpace(wanted)) {
			return i, nil
		}
		all = append(all, s.Name)
	}
	for i := range sheets {
		if itoa(i+1) == wanted {
			return i, nil
		}
	}
	return 0, grid.Refuse("sheet-missing", "sheet", wanted, "sheets", strings.Join(all, ", "))
}

// guessSheet finds the header row of one sheet.
func (b *Book) guessSheet(ctx context.Context, i int, o Options) (guess, error) {
	rows, err := b.sample(ctx, i, o.HeaderRow)
	g := guess{info: b.src.Sheets()[i], rows: rows, header: -1}
	if err != nil || len(rows) == 0 {
		return g, err
	}
	switch {
	case o.HeaderRow == NoHeader:
	case o.HeaderRow > 0:
		g.header = slices.IndexFunc(rows, func(r grid.Row) bool { return r.Number == o.HeaderRow })
	default:
		g.header = findHeader(rows)
	}
	g.rate()
	return g, nil
}

// unlikely are words in the names of sheets that explain and do not list.
var unlikely = []string{"example", "sample", "instruction", "definition", "valid values", "dropdown", "readme", "guide", "help", "示例", "样例", "说明", "字典"}

// rate compares the sheet with other ones: by its header, and the rows below it.
func (g *guess) rate() {
	if g.header >= 0 {
		g.score = headerScore(&g.rows[g.header]) + 0.1
		g.score += float64(min(len(g.rows)-g.header-1, 20)) / 20
	}
	if flatFile(g.rows) >= 0 {
		g.score *= 4 // the other sheets of such a file explain this one
	}
	if g.info.Hidden {
		g.score /= 2
	}
	if unlikelyName(g.info.Name) {
		g.score /= 2
	}
}

func unlikelyName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(unlikely, func(word string) bool { return strings.Contains(name, word) })
}

// mapping turns the guess into a mapping: a column for every header, and for
// every column below it that has values.
func (g *guess) mapping(own string) Mapping {
	m := Mapping{Sheet: g.info.Name, HeaderRow: NoHeader, FirstRow: g.rows[0].Number, Layout: Plain}
	var headers []grid.Cell
	below := g.rows
	if g.header >= 0 {
		m.HeaderRow = g.rows[g.header].Number
		m.FirstRow = m.HeaderRow + 1
		headers, below = g.rows[g.header].Cells, g.rows[g.header+1:]
		if g.header > 0 {
			headers = underGroups(&g.rows[g.header-1], &g.rows[g.header])
		}
		if len(below) > 1 && twoLine(&g.rows[g.header], &below[0]) {
			headers, below = joinHeader(&g.rows[g.header], &below[0]), below[1:]
			m.FirstRow++
		}
	}
	m.Columns = columnsOf(headers, below)
	profiles := profilesOf(m.Columns, below)
	matchColumns(m.Columns, profiles, own)
	matchContent(m.Columns, profiles)
	if m.Layout = detectLayout(m.Columns); m.Layout != Plain {
		layoutTables[m.Layout].apply(m.Columns)
		layoutTables[m.Layout].units(m.Columns)
	}
	if len(below) > 0 && m.FirstRow == below[0].Number && unitRow(m.Columns, &below[0], own) {
		below = below[1:]
		m.FirstRow++
	}
	if g.header > 0 {
		settingsOf(g.rows[:g.header], own).apply(m.Columns)
	}
	if products := explained(m, below); len(products) < len(below) {
		sampled := columnsOf(headers, products)
		for i := range m.Columns {
			m.Columns[i].Samples = samplesOf(sampled, m.Columns[i].Index)
		}
	}
	var texts []string
	for _, c := range m.Columns {
		texts = append(texts, c.Header)
	}
	m.Fingerprint = Fingerprint(texts)
	return m
}

// explained leaves out the first rows below the header where they explain the
// columns, as the import will: what they say is no value of a product.
func explained(m Mapping, below []grid.Row) []grid.Row {
	r := &run{mapping: m}
	for i := range m.Columns {
		c := &m.Columns[i]
		for len(r.columns) <= c.Index {
			r.columns = append(r.columns, nil)
		}
		r.columns[c.Index] = &column{Column: *c}
	}
	f := filter{run: r}
	for len(below) > 0 && (f.instruction(&below[0]) || note(&below[0])) {
		below = below[1:]
	}
	return below
}

// samplesOf are the values of the column at an index.
func samplesOf(columns []Column, index int) []string {
	for _, c := range columns {
		if c.Index == index {
			return c.Samples
		}
	}
	return nil
}

// samples is how many values of a column a person is shown.
const samples = 3

// columnsOf lists the columns in use with their headers and first values.
func columnsOf(headers []grid.Cell, below []grid.Row) []Column {
	byIndex := map[int]*Column{}
	at := func(index int) *Column {
		if byIndex[index] == nil {
			byIndex[index] = &Column{Index: index}
		}
		return byIndex[index]
	}
	for _, c := range headers {
		at(c.Column).Header = c.Text
	}
	for i := range below {
		for _, c := range below[i].Cells {
			column := at(c.Column)
			if text := shortened(c.Text); len(column.Samples) < samples && text != "" && !slices.Contains(column.Samples, text) {
				column.Samples = append(column.Samples, text)
			}
		}
	}
	columns := make([]Column, 0, len(byIndex))
	for _, c := range byIndex {
		columns = append(columns, *c)
	}
	slices.SortFunc(columns, func(a, b Column) int { return a.Index - b.Index })
	return columns
}

// shortened is a text as it fits beside a column's name.
func shortened(text string) string {
	if len(text) <= 100 {
		return text
	}
	if r := []rune(text); len(r) > 100 {
		return string(r[:100]) + "…"
	}
	return text
}

// doubts are the problems of a mapping that a person should look at first.
func (m *Mapping) doubts(b *Book) []catalog.Problem {
	problems := append(m.wholesale(b), m.finalPrice(b)...)
	if m.named() {
		return problems
	}
	row := max(m.HeaderRow, 1)
	return append([]catalog.Problem{catalog.NewProblem("no-product-column", catalog.Warning, "").At(b.place(m.Sheet, row, 0))}, problems...)
}
