package catalog

import "strings"

// Lacks counts what products of an import lack that every product has: a title, a
// price, a code. When most lack it, the file was not understood, or is not whole.
type Lacks struct {
	products, untitled int
	variants           int
	unpriced, uncoded  int
}

// Product counts a product.
func (k *Lacks) Product(title bool) {
	k.products++
	if !title {
		k.untitled++
	}
}

// Variant counts one of its variants.
func (k *Lacks) Variant(price, code bool) {
	k.variants++
	if !price {
		k.unpriced++
	}
	if !code {
		k.uncoded++
	}
}

// Add counts a product that an import made. What it says of one again, in rows that
// are apart, counts in the place of what was counted before. A handle or a number
// that the source has for the product is a code too.
func (k *Lacks) Add(c Change) {
	if !c.Made || c.After == nil {
		return
	}
	k.Join(lacksOf(c.After, c.Titled))
	if c.Before != nil {
		k.take(lacksOf(c.Before, c.Titled))
	}
}

func lacksOf(p *Product, titled bool) Lacks {
	var k Lacks
	k.Product(p.Title != "")
	for i := range p.Variants {
		v := &p.Variants[i]
		k.Variant(v.Price.Amount.Sign() > 0, v.SKU != "" || v.GTIN != "" || !titled)
	}
	return k
}

// Join adds what was counted elsewhere.
func (k *Lacks) Join(more Lacks) {
	k.products += more.products
	k.untitled += more.untitled
	k.variants += more.variants
	k.unpriced += more.unpriced
	k.uncoded += more.uncoded
}

// take takes back what was counted.
func (k *Lacks) take(less Lacks) {
	k.products -= less.products
	k.untitled -= less.untitled
	k.variants -= less.variants
	k.unpriced -= less.unpriced
	k.uncoded -= less.uncoded
}

// Titles reports whether most products lack a title, so that it is said once.
func (k *Lacks) Titles() bool { return k.untitled*2 > k.products }

// Problems says what most of them lack. They come before all other problems.
func (k *Lacks) Problems(place Place) []Problem {
	var problems []Problem
	if k.Titles() {
		problems = append(problems, NewProblem("most-without-title", Warning, FieldTitle, "count", itoa(k.untitled), "total", itoa(k.products)).At(place))
	}
	if k.unpriced*2 > k.variants {
		problems = append(problems, NewProblem("most-without-price", Warning, FieldPrice, "count", itoa(k.unpriced), "total", itoa(k.variants)).At(place))
	}
	if k.uncoded*2 > k.variants {
		problems = append(problems, NewProblem("most-without-code", Warning, FieldSKU, "count", itoa(k.uncoded), "total", itoa(k.variants)).At(place))
	}
	return problems
}

// Leads reports whether a problem says that a whole file was not understood: it is
// shown before the rest.
func (p Problem) Leads() bool { return strings.HasPrefix(p.Code, "most-without-") }
