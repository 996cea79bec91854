package export

import (
	"hash/fnv"
	"hash/maphash"
	"io"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// Checker makes and checks the rows of one product after another. It remembers
// what must be unique among them: hashes of 8 bytes, so that 100,000 products
// cost a megabyte. It is for one goroutine.
type Checker struct {
	channel *Channel
	opts    Options
	seen    map[uint64]bool  // values of unique columns
	values  []uint64         // those of the product at hand
	keys    []uint32         // likewise, without regard to column and case
	names   names            // of pictures
	now     *made            // the product in the hook's hands
	classed *catalog.Product // whose classes are known
	classes []int8           // by class: 1 is of it, -1 is not, 0 not asked yet
	marks   []columnMark     // of the columns, used again for each product
}

// Checker makes a checker for products that go into one feed together.
func (c *Channel) Checker(opts Options) *Checker {
	return &Checker{channel: c, opts: opts, seen: map[uint64]bool{}, names: names{}, marks: make([]columnMark, len(c.spec.Columns))}
}

// Options returns what the checker was made with.
func (k *Checker) Options() Options { return k.opts }

// ClassOf returns the first class of the channel's spec that a product is of, or nil.
func (k *Checker) ClassOf(p *catalog.Product) *Class { return k.channel.ClassOf(p) }

// Check lists what is wrong with a product for the channel.
func (k *Checker) Check(p *catalog.Product) []catalog.Problem { return k.product(p).problems.list }

// Finding is all that a check of one product tells.
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

// Find checks a product and tells all that was found.
func (k *Checker) Find(p *catalog.Product) Finding {
	m := k.product(p)
	f := Finding{Problems: m.problems.list, Coverage: m.coverage(k.channel.spec.Columns), Values: slices.Clone(k.values), Keys: slices.Clone(k.keys)}
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

// made is what a product became: rows, problems, pictures to go along.
type made struct {
	rows        []Row
	problems    problems
	pictures    []localPicture
	marks       []columnMark
	blamed      bool // the cell at hand has a problem that blocks
	addressTold bool // that no picture has an address
	unfit       bool // the file cannot hold it, whatever the options say
}

// product is the one road from a product to its rows.
func (k *Checker) product(p *catalog.Product) *made {
	m := &made{problems: problems{spec: k.channel.spec}, marks: k.marks}
	clear(k.marks)
	k.values, k.keys = k.values[:0], k.keys[:0]
	m.standing(k.channel.spec, p)
	if len(p.Variants) == 0 {
		m.problems.add(catalog.NewProblem("variants-missing", catalog.Blocked, catalog.FieldSKU), nil)
		return m
	}
	for _, s := range m.subjects(k, p) {
		m.rows = append(m.rows, m.fill(s))
	}
	if k.channel.hook != nil {
		m.finish(k, p)
	}
	for _, row := range m.rows {
		for i := range k.channel.spec.Columns {
			m.check(row, i)
		}
	}
	m.relate(k.channel.spec, p)
	m.tellFiles(k, p)
	return m
}

// standing checks whether the product and its texts are meant to go out.
func (m *made) standing(spec *Spec, p *catalog.Product) {
	if spec.OnlyActive && !p.Active() {
		m.problems.add(catalog.NewProblem("product-not-active", catalog.Blocked, catalog.FieldStatus, "status", string(p.Status)), nil)
	}
	locale, ok := catalog.ParseLocale(spec.Locale)
	if !ok {
		return
	}
	l := p.Listing(locale)
	if l == nil {
		return // its missing texts are told by their columns
	}
	if l.State != catalog.StateReviewed {
		m.problems.add(catalog.NewProblem("listing-not-reviewed", catalog.Warning, catalog.ListingState.At(locale)), nil)
	}
	if p.SourceChanged(l) {
		m.problems.add(catalog.NewProblem("listing-source-changed", catalog.Warning, catalog.ListingState.At(locale)), nil)
	}
}

// finish lets the hook say what the table cannot.
func (m *made) finish(k *Checker, p *catalog.Product) {
	k.now = m
	defer func() { k.now = nil }()
	rows, found := k.channel.hook.Rows(k, p, m.rows)
	m.rows = rows
	for _, problem := range found {
		m.problems.add(problem, nil)
	}
}

// subjects lists what a product's rows speak of. Rows of pictures are rows of
// pictures on the web: a table cannot carry files.
func (m *made) subjects(k *Checker, p *catalog.Product) []*subject {
	if k.channel.spec.Rows == ProductRows {
		return []*subject{{Checker: k, product: p, first: true}}
	}
	var images []catalog.Image
	if k.channel.spec.Rows == VariantImageRows {
		images = m.webImages(k, p)
	}
	subjects := make([]*subject, max(len(p.Variants), len(images)))
	for i := range subjects {
		s := &subject{Checker: k, product: p, first: i == 0}
		if i < len(p.Variants) {
			s.variant = &p.Variants[i]
		}
		if i < len(images) {
			s.image = &images[i]
		}
		subjects[i] = s
	}
	return subjects
}

func (m *made) webImages(k *Checker, p *catalog.Product) []catalog.Image {
	var images []catalog.Image
	s := &subject{Checker: k, product: p}
	for _, im := range p.Images {
		if im.Source = s.onWeb(im); isWeb(im.Source) {
			im.Position = len(images) + 1
			images = append(images, im)
		}
	}
	return images
}

// tellFiles tells of pictures that are files of this computer and have no address on
// the web, where the channel takes addresses alone. That no picture has one is told by
// one code, whether the channel requires a picture or not.
func (m *made) tellFiles(k *Checker, p *catalog.Product) {
	if !k.channel.spec.webPictures || m.addressTold {
		return
	}
	s := &subject{Checker: k, product: p}
	files, others := 0, 0
	for _, im := range p.Images {
		switch {
		case isWeb(s.onWeb(im)):
			others++
		case im.Source != "":
			files++
		}
	}
	switch {
	case files > 0 && others == 0:
		m.problems.add(catalog.NewProblem("picture-address-missing", catalog.Warning, catalog.FieldImages), nil)
	case files > 0:
		m.problems.add(catalog.NewProblem("image-not-online", catalog.Warning, catalog.FieldImages), nil)
	}
}

// fill makes the row that the table says.
func (m *made) fill(s *subject) Row {
	columns := s.channel.spec.Columns
	row := Row{s, make([]cell, len(columns))}
	for i := range columns {
		row.cells[i] = m.cell(s, &columns[i])
	}
	return row
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

// fnv64 is the FNV-1a hash of texts.
func fnv64(texts ...string) uint64 {
	h := fnv.New64a()
	for _, text := range texts {
		io.WriteString(h, text) // a hash never fails
		h.Write([]byte{0})
	}
	return h.Sum64()
}
