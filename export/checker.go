package export

import (
	"hash/maphash"

	"tradewind.app/catalog"
)

// Checker makes and checks the rows of one product after another. It remembers
// what must be unique among them: hashes of 8 bytes, so that 100,000 products
// cost a megabyte. It is for one goroutine.
type Checker struct {
	channel *Channel
	opts    Options
	seen    map[uint64]bool // values of unique columns
	seed    maphash.Seed
	names   names // of pictures
	now     *made // the product in the hook's hands
}

// Checker makes a checker for products that go into one feed together.
func (c *Channel) Checker(opts Options) *Checker {
	return &Checker{channel: c, opts: opts, seen: map[uint64]bool{}, seed: maphash.MakeSeed(), names: names{}}
}

// Options returns what the checker was made with.
func (k *Checker) Options() Options { return k.opts }

// Check lists what is wrong with a product for the channel.
func (k *Checker) Check(p *catalog.Product) []catalog.Problem { return k.product(p).problems.list }

// made is what a product became: rows, problems, pictures to go along.
type made struct {
	rows     []Row
	problems problems
	pictures []picture
	unfit    bool // the file cannot hold it, whatever the options say
}

// product is the one road from a product to its rows.
func (k *Checker) product(p *catalog.Product) *made {
	m := &made{problems: problems{spec: k.channel.spec}}
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
		images = m.webImages(p)
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

func (m *made) webImages(p *catalog.Product) []catalog.Image {
	var images []catalog.Image
	for _, im := range p.Images {
		if isWeb(im.Source) {
			im.Position = len(images) + 1
			images = append(images, im)
		}
	}
	if len(images) < len(p.Images) {
		m.problems.add(catalog.NewProblem("image-not-online", catalog.Info, catalog.FieldImages), nil)
	}
	return images
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

// firstSeen notes a value of a unique column; false means it was there before.
func (k *Checker) firstSeen(column, value string) bool {
	var h maphash.Hash
	h.SetSeed(k.seed)
	h.WriteString(column)
	h.WriteByte(0)
	h.WriteString(value)
	sum := h.Sum64()
	if k.seen[sum] {
		return false
	}
	k.seen[sum] = true
	return true
}
