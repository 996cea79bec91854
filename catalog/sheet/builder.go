package sheet

import (
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// builder gathers the lines of one product into an import row. Of a product's own texts
// the first that is there counts; a later one that differs is reported.
type builder struct {
	run      *run
	tally    *tally
	imported catalog.ImportRow
	options  []option
	named    [catalog.MaxOptions]string // the options' names by their columns
	images   map[string]bool
	order    []int // of the pictures, as the file numbers them
	clear    []*column
	place    catalog.Place
}

// option is one of the product's options, in the order in which they were met.
type option struct {
	name  string
	place catalog.Place
}

func newBuilder(r *run, l *line) *builder {
	return &builder{run: r, tally: &r.tally, imported: catalog.ImportRow{Place: l.place}, images: map[string]bool{}, clear: l.clear, place: l.place}
}

// maxLines is how many lines an import row takes. A product has at most 2,048 variants in
// the largest shop system; more come of a column that is no style number, and
// would make one import row of the whole file.
const maxLines = 5000

// full reports whether the import row takes no more lines: the next ones make another
// import row of the same handle, which joins it in the catalogue.
func (b *builder) full() bool { return b.imported.Rows >= maxLines }

// begin counts a line as one of the product's and takes its problems.
func (b *builder) begin(l *line) {
	b.imported.Rows++
	b.imported.Problems = append(b.imported.Problems, l.problems...)
}

// set gives the product a text of its own, unless it has one.
func (b *builder) set(f catalog.Field, text string, place catalog.Place) {
	for _, v := range b.imported.Values {
		if v.Field != f {
			continue
		}
		if v.Text != text && b.tally.tell() {
			b.imported.Problems = append(b.imported.Problems,
				catalog.NewProblem("rows-differ", catalog.Warning, f, "value", text, "first", v.Text).At(place))
		}
		return
	}
	b.imported.Values = append(b.imported.Values, catalog.Value{Field: f, Text: text, Place: place})
}

// code says what the source calls the product as a whole, and where that is kept if
// it is not the handle.
func (b *builder) code(keep catalog.Field, text string, place catalog.Place) {
	if b.imported.Code.Text == "" {
		b.imported.Code = catalog.Value{Field: keep, Text: text, Place: place}
	}
}

// option returns the field of an option's values, a new one's if need be. There
// is none for a fourth option: it is kept as an attribute.
func (b *builder) option(name string, place catalog.Place) (catalog.Field, bool) {
	i := slices.IndexFunc(b.options, func(o option) bool { return strings.EqualFold(o.name, name) })
	if i < 0 {
		if len(b.options) == catalog.MaxOptions {
			return "", false
		}
		i = len(b.options)
		b.options = append(b.options, option{name, place})
	}
	return optionFields[i], true
}

var (
	optionFields     = []catalog.Field{catalog.FieldOption1, catalog.FieldOption2, catalog.FieldOption3}
	optionNameFields = []catalog.Field{catalog.FieldOption1Name, catalog.FieldOption2Name, catalog.FieldOption3Name}
)

// image adds a picture. position is its number in the file, 0 for none; pictures
// with one are brought in order, as rows of variants may be in another.
func (b *builder) image(source, alt string, position int, place catalog.Place) {
	if source == "" || b.images[source] {
		return
	}
	b.images[source] = true
	b.order = append(b.order, position)
	b.imported.Images = append(b.imported.Images, catalog.ImportImage{Place: place, Source: source, Alt: alt})
}

// finish returns the import row, complete.
func (b *builder) finish() catalog.ImportRow {
	b.sortImages()
	for i, o := range b.options {
		b.imported.Values = append(b.imported.Values, catalog.Value{Field: optionNameFields[i], Text: o.name, Place: o.place})
	}
	for _, c := range b.clear {
		if c.info.Level != catalog.VariantLevel && c.Field != catalog.FieldImages && !b.has(c.Field) {
			b.imported.Values = append(b.imported.Values, catalog.Value{Field: c.Field, Place: b.place})
		}
	}
	return b.imported
}

func (b *builder) has(f catalog.Field) bool {
	return slices.ContainsFunc(b.imported.Values, func(v catalog.Value) bool { return v.Field == f })
}

func (b *builder) sortImages() {
	if slices.Contains(b.order, 0) || slices.IsSorted(b.order) {
		return
	}
	index := make([]int, len(b.order))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(x, y int) int { return b.order[x] - b.order[y] })
	sorted := make([]catalog.ImportImage, len(index))
	for i, x := range index {
		sorted[i] = b.imported.Images[x]
	}
	b.imported.Images = sorted
}

// picture adds a picture with the number that its column has.
func (b *builder) picture(source, alt, position string, place catalog.Place) {
	n, err := strconv.Atoi(position)
	if err != nil {
		n = 0
	}
	b.image(source, alt, n, place)
}
