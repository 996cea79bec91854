package review

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// mostValues bounds the values of a page: more than a reader goes through in a day.
const mostValues = 2000

// Found is what a check says of a field of a product. Part is which of the field's texts,
// Words are what it is about; either may be empty.
type Found struct {
	Field catalog.Field // without its locale
	Part  string
	Words string
	Remark
}

// Sight is what a product is shown with besides its texts.
type Sight struct {
	Price   string
	Picture []byte
	Found   []Found
}

// Collector gathers the texts of a shop for a page.
type Collector struct {
	limits map[catalog.Field]Limit
	values map[pair]*Item
	shown  []shown
}

// pair is a value: English words of a field and their Chinese.
type pair struct {
	field        catalog.Field
	source, text string
}

func pairOf(line localize.Line) pair { return pair{kindOf(line.Field), line.Source, line.Text} }

// kindOf is the field that a text is asked about in. A composed description repeats the
// points: who has seen one of them has seen both.
func kindOf(field catalog.Field) catalog.Field {
	if field == catalog.ListingDescription {
		return catalog.ListingSellingPoints
	}
	return field
}

// shown is a product that the page shows.
type shown struct {
	product *catalog.Product
	lines   []localize.Line
	sight   Sight
}

// NewCollector makes a collector; limits are those of the fields.
func NewCollector(limits map[catalog.Field]Limit) *Collector {
	return &Collector{limits: limits, values: map[pair]*Item{}}
}

// Add counts the values of a product. With a sight the page shows the product too.
func (c *Collector) Add(p *catalog.Product, lines []localize.Line, sight *Sight) {
	met := map[pair]bool{}
	for _, line := range lines {
		key := pairOf(line)
		if !canShare(line) || !isOpen(line) || met[key] {
			continue
		}
		met[key] = true
		c.count(key, p, line)
	}
	if sight != nil {
		c.shown = append(c.shown, shown{p, lines, *sight})
	}
}

func (c *Collector) count(key pair, p *catalog.Product, line localize.Line) {
	v := c.values[key]
	if v == nil {
		v = &Item{Field: key.field, Source: line.Source, Text: line.Text, State: line.State(), Limit: c.limits[line.Field], Example: p.Title}
		c.values[key] = v
	}
	v.Products++
	if line.State().WeakerThan(v.State) {
		v.State = line.State()
	}
}

// canShare reports whether a line may be a value. A title is a product's own, and so is a
// description of one piece.
func canShare(line localize.Line) bool {
	switch line.Field {
	case catalog.ListingOptions, catalog.ListingAttributes:
		return true
	case catalog.ListingSellingPoints, catalog.ListingDescription:
		return line.Part != "" && line.Source != ""
	}
	return false
}

// isValue reports whether a counted pair is asked about as a value: prose only where more
// than one product has it.
func (i *Item) isValue() bool {
	return i.Products > 1 || i.Field == catalog.ListingOptions || i.Field == catalog.ListingAttributes
}

// Page puts the page together. The values of most products come first.
func (c *Collector) Page(of Page) *Page {
	page := &of
	for _, v := range c.values {
		if v.isValue() {
			page.Values = append(page.Values, v)
		}
	}
	slices.SortFunc(page.Values, func(a, b *Item) int {
		return cmp.Or(order(a)-order(b), b.Products-a.Products, strings.Compare(a.Source, b.Source), strings.Compare(a.Text, b.Text))
	})
	if page.Omitted = max(len(page.Values)-mostValues, 0); page.Omitted > 0 {
		page.Values = page.Values[:mostValues]
	}
	for _, v := range page.Values {
		page.number(v)
	}
	for _, s := range c.shown {
		page.Products = append(page.Products, c.product(page, s))
	}
	return page
}

// order puts names and sizes that are the same in both languages last.
func order(i *Item) int {
	fields := []catalog.Field{catalog.ListingOptions, catalog.ListingAttributes, catalog.ListingSellingPoints, catalog.ListingDescription}
	if i.IsSame() {
		return len(fields)
	}
	return slices.Index(fields, i.Field)
}

func (p *Page) number(i *Item) {
	i.Number = len(p.items)
	p.items = append(p.items, i)
}

// hasNumber reports whether an item is on the page.
func (p *Page) hasNumber(i *Item) bool {
	return i != nil && i.Number < len(p.items) && p.items[i.Number] == i
}

// product lays a product out.
func (c *Collector) product(page *Page, s shown) Product {
	p := Product{ID: s.product.ID, English: s.product.Title, Price: s.sight.Price, Picture: s.sight.Picture}
	if skus := s.product.SKUs(); len(skus) > 0 {
		p.SKU = skus[0]
	}
	at := map[catalog.TextName]*Item{}
	for _, line := range s.lines {
		if line.Text == "" && !line.Needed() || line.State() == catalog.StateOmitted {
			continue
		}
		i := c.item(page, &p, line)
		for _, f := range s.sight.Found {
			if f.concerns(line) && !slices.Contains(i.Remarks, f.Remark) {
				i.Remarks = append(i.Remarks, f.Remark)
			}
		}
		at[line.Name()] = i
		p.place(i, line.Field)
	}
	p.options(s.product, at)
	p.table(s.product, at)
	return p
}

// item is the value that a line is, or an item of the product's own.
func (c *Collector) item(page *Page, of *Product, line localize.Line) *Item {
	if v := c.values[pairOf(line)]; canShare(line) && isOpen(line) && page.hasNumber(v) {
		return v
	}
	if i := twin(of.Own, line); i != nil {
		return i
	}
	i := &Item{
		Product: of.ID, Field: line.Field, Part: line.Part, Source: line.Source, Text: line.Text,
		State: line.State(), Stale: line.Stale, Products: 1, Limit: c.limits[line.Field], waits: isOpen(line),
	}
	page.number(i)
	return i
}

// twin is the point that a paragraph repeats, where both wait for a reader.
func twin(own []*Item, line localize.Line) *Item {
	at := slices.IndexFunc(own, func(i *Item) bool {
		return i.Field == catalog.ListingSellingPoints && i.Source == line.Source && i.Text == line.Text && i.waits
	})
	if line.Field != catalog.ListingDescription || !canShare(line) || !isOpen(line) || at < 0 {
		return nil
	}
	return own[at]
}

// place puts an item where a text of the product is shown, and among those asked about.
func (p *Product) place(i *Item, field catalog.Field) {
	switch field {
	case catalog.ListingTitle:
		p.Title = i
	case catalog.ListingSellingPoints:
		p.Points = append(p.Points, i)
	case catalog.ListingDescription:
		p.Description = append(p.Description, i)
	}
	list := &p.Own
	if i.IsShared() {
		list = &p.Shared
	}
	if !slices.Contains(*list, i) {
		*list = append(*list, i)
	}
}

// options are the product's options with the values that its variants have.
func (p *Product) options(of *catalog.Product, at map[catalog.TextName]*Item) {
	for i, name := range of.Options {
		o := Option{Name: look(at, catalog.ListingOptions, name)}
		var met []string
		for _, v := range of.Variants {
			if i < len(v.Options) && v.Options[i] != "" && !slices.Contains(met, v.Options[i]) {
				met = append(met, v.Options[i])
				o.Values = append(o.Values, look(at, catalog.ListingOptions, v.Options[i]))
			}
		}
		p.Options = append(p.Options, o)
	}
}

func (p *Product) table(of *catalog.Product, at map[catalog.TextName]*Item) {
	for _, a := range of.Attributes {
		key, value := look(at, catalog.ListingAttributes, a.Key), look(at, catalog.ListingAttributes, a.Value)
		if key.Item != nil {
			p.Table = append(p.Table, Row{key, value})
		}
	}
}

func look(at map[catalog.TextName]*Item, field catalog.Field, source string) Shown {
	if i := at[catalog.NameOf(field, source)]; i != nil && i.Text != "" {
		return Shown{i, i.Text}
	}
	return Shown{nil, source}
}

// concerns reports whether what a check found is about a line.
func (f Found) concerns(line localize.Line) bool {
	switch {
	case f.Field != line.Field:
		return false
	case f.Part != "" && f.Field != catalog.ListingKeywords:
		return f.Part == line.Part
	case f.Field == catalog.ListingDescription && f.Words != "" && line.Part != "":
		return ContainsWords(line.Text, f.Words)
	}
	return f.Field != catalog.ListingOptions && f.Field != catalog.ListingAttributes
}

// ContainsWords reports whether one of the words that a check names is in a text.
func ContainsWords(text, words string) bool {
	return strings.Contains(text, words) || slices.ContainsFunc(strings.Fields(words), func(w string) bool { return strings.Contains(text, w) })
}

// key names an item in what the page keeps in the browser.
func (i *Item) key() string {
	return strings.Join([]string{string(i.Product), string(i.Field), strconv.Quote(i.Part), hashOf(i.Source), hashOf(i.Text)}, "/")
}
