package export

import (
	"hash/maphash"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// Checker renders and checks one product after another. It remembers what must be
// unique among them: hashes of 8 bytes, so that 100,000 products cost a megabyte. It
// is for one goroutine.
type Checker struct {
	channel *Channel
	opts    Options
	seen    map[uint64]bool  // values of unique columns
	values  []uint64         // those of the product at hand
	keys    []uint32         // likewise, without regard to column and case
	names   names            // of pictures
	now     *renderedProduct // the product at hand
	classed *catalog.Product // whose classes are known
	classes []int8           // by class: 1 is of it, -1 is not, 0 not asked yet
	marks   []columnMark     // of the columns of all tables, used again for each product
}

// Checker makes a checker for products that go into one feed together.
func (c *Channel) Checker(opts Options) *Checker {
	return &Checker{channel: c, opts: opts, seen: map[uint64]bool{}, names: names{}, marks: make([]columnMark, c.spec.columns)}
}

// Check lists what is wrong with a product for the channel.
func (k *Checker) Check(p *catalog.Product) []catalog.Problem { return k.render(p).problems.list }

// Finding is all that a check of one product finds.
type Finding struct {
	Problems []catalog.Problem
	Coverage Coverage
	// Values are hashes of the texts of unique columns of this channel: what two
	// products share is equal. Keys are hashes of the same texts without regard to
	// channel, column and case: products that share a value share a key.
	Values []uint64
	Keys   []uint32
	// Unread says that a local picture could not be read. What is true of such a
	// product may change while the product does not.
	Unread bool
}

// Find checks a product and returns all that was found.
func (k *Checker) Find(p *catalog.Product) Finding {
	r := k.render(p)
	f := Finding{Problems: r.problems.list, Coverage: r.coverage(k.channel.spec), Values: slices.Clone(k.values), Keys: slices.Clone(k.keys)}
	for _, problem := range f.Problems {
		f.Unread = f.Unread || pictureCodes[problem.Code]
	}
	return f
}

// Forget forgets the products that were checked before.
func (k *Checker) Forget() {
	clear(k.seen)
	clear(k.names)
}

// Expect notes values that products have which were checked before.
func (k *Checker) Expect(values []uint64) {
	for _, v := range values {
		k.seen[v] = true
	}
}

// renderedProduct is what a product became: rows of each table, problems, and pictures
// to go along.
type renderedProduct struct {
	tables          [][]Row // by table of the spec
	problems        problems
	pictures        []localPicture
	marks           []columnMark
	blamed          bool // the cell at hand has a problem that blocks
	addressReported bool // that no picture has an address
	unfit           bool // a file cannot carry it, whatever the options say
}

// render is the one road from a product to its rows.
func (k *Checker) render(p *catalog.Product) *renderedProduct {
	spec := k.channel.spec
	r := &renderedProduct{problems: problems{spec: spec}, marks: k.marks, tables: make([][]Row, len(spec.Tables))}
	k.now = r
	clear(k.marks)
	k.values, k.keys = k.values[:0], k.keys[:0]
	r.checkStatus(spec, p)
	r.checkListing(k, p)
	if len(p.Variants) == 0 {
		r.problems.add(catalog.NewProblem("variants-missing", catalog.Blocked, catalog.FieldSKU), nil)
		return r
	}
	for i := range spec.Tables {
		if t := &spec.Tables[i]; t.ColumnsFrom != "" && !t.given {
			r.problems.add(catalog.NewProblem("document-missing", catalog.Blocked, "", "document", t.ColumnsFrom), nil)
			r.unfit = true
			continue
		}
		r.renderTable(k, p, i)
	}
	r.reportFiles(k, p)
	return r
}

// renderTable makes a product's rows of a table, lets the hook complete them, and checks
// them.
func (r *renderedProduct) renderTable(k *Checker, p *catalog.Product, i int) {
	table := &k.channel.spec.Tables[i]
	subjects := k.layout(table.Rows, p)
	rows := make([]Row, len(subjects))
	for n, s := range subjects {
		rows[n] = r.fill(s, table)
	}
	if k.channel.hook != nil {
		rows = r.complete(k, p, table, rows)
	}
	for _, row := range rows {
		for c := range table.Columns {
			r.check(row, c)
		}
	}
	r.tables[i] = rows
	r.checkRules(k, table, p, rows)
}

// checkStatus checks whether the product is meant to go out.
func (r *renderedProduct) checkStatus(spec *Spec, p *catalog.Product) {
	if spec.OnlyActive && !p.Active() {
		r.problems.add(catalog.NewProblem("product-not-active", catalog.Blocked, catalog.FieldStatus, "status", string(p.Status)), nil)
	}
}

// reportFiles reports pictures that are files of this computer and have no address on
// the web, where the channel takes addresses alone. That no picture has one is reported
// by one code, whether the channel requires a picture or not.
func (r *renderedProduct) reportFiles(k *Checker, p *catalog.Product) {
	if !k.channel.spec.webPictures || r.addressReported {
		return
	}
	s := &subject{Checker: k, product: p}
	files, addresses := 0, 0
	for _, im := range p.Images {
		switch {
		case isWeb(s.onWeb(im)):
			addresses++
		case im.Source != "":
			files++
		}
	}
	switch {
	case files > 0 && addresses == 0:
		r.problems.add(catalog.NewProblem("picture-address-missing", catalog.Warning, catalog.FieldImages), nil)
	case files > 0:
		r.problems.add(catalog.NewProblem("image-not-online", catalog.Warning, catalog.FieldImages), nil)
	}
}

// fill makes the row that the table says.
func (r *renderedProduct) fill(s *subject, table *TableSpec) Row {
	row := Row{s, table, make([]cell, len(table.Columns))}
	for i := range table.Columns {
		row.cells[i] = r.cell(s, &table.Columns[i])
	}
	return row
}

// reportNoColumn reports that a hook asked for a column that the table does not have.
func (k *Checker) reportNoColumn(table *TableSpec, column string) {
	args := []string{"column", column}
	if table.Name != "" {
		args = append(args, "table", table.Name)
	}
	k.now.problems.add(catalog.NewProblem("column-not-in-rules", catalog.Blocked, catalog.ChannelField(k.channel.Name(), column), args...), nil)
}

// valueSeed is one for all identities of problems.
var valueSeed = maphash.MakeSeed()

// firstSeen notes a value of a unique column; false means it was there before. The
// hashes are the same in every run of the program, since they are stored.
func (k *Checker) firstSeen(column, value string) bool {
	sum := fnv64(k.channel.spec.Name, column, value)
	k.values = append(k.values, sum)
	k.keys = append(k.keys, uint32(fnv64(strings.ToLower(value))))
	if k.seen[sum] {
		return false
	}
	k.seen[sum] = true
	return true
}

// fnv64 is the FNV-1a hash of texts, each followed by a zero byte.
func fnv64(texts ...string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	sum := uint64(offset)
	for _, text := range texts {
		for i := range len(text) {
			sum = (sum ^ uint64(text[i])) * prime
		}
		sum *= prime
	}
	return sum
}
