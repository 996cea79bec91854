package export

import "tradewind.app/catalog"

// Hook says what a table cannot. It gets the rows that a table of the spec made of a
// product and returns the rows that go into the files, with what is wrong with the
// product. What it puts into cells is checked like any other cell.
//
// It is called once for each table of the spec; [HookContext.Table] says for which.
type Hook interface {
	Rows(h *HookContext, p *catalog.Product, rows []Row) ([]Row, []catalog.Problem)
}

// HookContext is what a hook may ask about the product at hand, and do for it. It is
// valid until the hook returns.
type HookContext struct {
	checker *Checker
	product *catalog.Product
	table   *TableSpec
}

// complete lets the hook say what the table cannot.
func (r *renderedProduct) complete(k *Checker, p *catalog.Product, table *TableSpec, rows []Row) []Row {
	rows, found := k.channel.hook.Rows(&HookContext{k, p, table}, p, rows)
	for _, problem := range found {
		r.problems.add(problem, nil)
	}
	return rows
}

// Table is the name of the table that the rows are of; empty in a spec with one.
func (h *HookContext) Table() string { return h.table.Name }

// Class returns the first class of the spec that the product is of, or nil.
func (h *HookContext) Class() *Class {
	for i := range h.checker.channel.spec.Classes {
		if h.checker.isOf(h.product, i) {
			return &h.checker.channel.spec.Classes[i]
		}
	}
	return nil
}

// Own is the product's own value for the channel under a key; empty when it has none.
func (h *HookContext) Own(key string) string {
	value, _ := h.product.ChannelValue(h.checker.channel.Name(), key)
	return value
}

// Price is what a variant costs on the channel: the product's own value price.SKU or
// price of the channel, otherwise its price converted. The zero Money is no price.
func (h *HookContext) Price(v *catalog.Variant) (catalog.Money, *catalog.Problem) {
	s := &subject{Checker: h.checker, product: h.product, variant: v}
	own, ok := s.own("price")
	if !ok {
		return s.convert(v.Price, catalog.FieldPrice)
	}
	m, err := catalog.ParseMoney(own, s.currency())
	if err != nil {
		field := catalog.ChannelField(s.channel.Name(), "price")
		problem := catalog.NewProblem("price-unreadable", catalog.Blocked, field, "value", own)
		return catalog.Money{}, &problem
	}
	return s.convert(m, catalog.FieldPrice)
}

// Picture puts a local picture beside the files, as a JPEG, and returns the name under
// which it is there, without its extension. base is the name wished for. A picture that
// cannot be read is a problem.
func (h *HookContext) Picture(base, source string) (string, *catalog.Problem) {
	if err := h.checker.look(source); err != nil {
		p := pictureProblem(source, err)
		return "", &p
	}
	name := h.PictureName(base)
	h.checker.now.pictures = append(h.checker.now.pictures, localPicture{name, source})
	return name, nil
}

// PictureName returns a name for a picture that no other of the feed has, made of the
// first wish of which anything is left in a file name.
func (h *HookContext) PictureName(wishes ...string) string {
	for _, wish := range wishes {
		if name := safeName(wish); name != "" {
			return h.checker.names.take(name)
		}
	}
	return h.checker.names.take("picture")
}

// KeyOwner is a Hook that reads values of a product's own for this channel under
// names that are no columns.
type KeyOwner interface {
	// Keys are the names, or what they begin with: "pid" for pid.Color.
	Keys() []string
}
