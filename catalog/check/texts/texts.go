// Package texts is all checks of Chinese texts together, as one source of problems.
//
// It must know nothing of channels, files or databases.
package texts

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
	"tradewind.app/catalog/check/law"
	"tradewind.app/catalog/check/quality"
)

// The checks are sources of findings beside the channels. What they find in the texts of
// a channel's language counts for that channel as well.
var (
	Law     = catalog.CheckNamed("law")
	Quality = catalog.CheckNamed("quality")
)

// Checks are the checks of texts, whoever wrote them and wherever they go. They do not
// change: any number of goroutines may use them.
type Checks struct {
	law     *law.Tables
	quality *quality.Tables
}

// Load reads the tables of the checks from the folder of the assets.
func Load(assets fs.FS) (*Checks, error) {
	words, err := law.Load(assets)
	if err != nil {
		return nil, fmt.Errorf("shipped words of the law: %w", err)
	}
	tables, err := quality.Load(assets)
	if err != nil {
		return nil, fmt.Errorf("shipped tables of the checks: %w", err)
	}
	return &Checks{words, tables}, nil
}

// Version identifies the tables of all checks.
func (c *Checks) Version() string { return c.law.Version() + c.quality.Version() }

// Versions identify the tables of each check.
func (c *Checks) Versions() map[catalog.FindingSource]string {
	return map[catalog.FindingSource]string{Law: c.law.Version(), Quality: c.quality.Version()}
}

// Problems are what is wrong with the Chinese texts of a product. What somebody accepted is
// information, with the reason.
func (c *Checks) Problems(p *catalog.Product) []catalog.Problem {
	return accepted(p, append(c.law.Check(p), c.quality.Check(p)...))
}

// accepted makes information of the problems that somebody accepted, and leaves out those
// that a certificate of the product settles.
func accepted(p *catalog.Product, problems []catalog.Problem) []catalog.Problem {
	if law.IsCertifiedOrganic(p) {
		problems = slices.DeleteFunc(problems, func(p catalog.Problem) bool { return p.Code == "law-organic" })
	}
	for i, problem := range problems {
		_, to, _ := catalog.Field(problem.Field).Locale()
		l := p.Listing(to)
		if l == nil {
			continue
		}
		if a, ok := l.AllowedFor(problem); ok {
			args := maps.Clone(problem.Args)
			args["allowed"], args["allowed_by"], args["allowed_at"] = a.Reason, a.By, a.At
			problems[i].Severity, problems[i].Args, problems[i].Fix = catalog.Info, args, ""
		}
	}
	return problems
}

// ByCheck parts problems by the check that found them.
func ByCheck(problems []catalog.Problem) []catalog.Evaluation {
	list := []catalog.Evaluation{{Source: Law}, {Source: Quality}}
	for _, p := range problems {
		for i := range list {
			if strings.HasPrefix(p.Code, list[i].Source.Name+"-") {
				list[i].Problems = append(list[i].Problems, p)
			}
		}
	}
	return list
}

// Reader checks the texts of one product as they are typed.
type Reader struct {
	checks   *Checks
	product  *catalog.Product
	category law.Category
	context  *quality.Context
}

// Reader makes the reader of a product's texts.
func (c *Checks) Reader(p *catalog.Product) *Reader {
	return &Reader{c, p, c.law.CategoryOf(p), c.quality.ContextOf(p)}
}

// Problems are what is wrong with a text of the product.
func (r *Reader) Problems(t check.Text) []catalog.Problem {
	return accepted(r.product, append(r.checks.law.CheckText(t, r.category), r.checks.quality.CheckText(r.context, t)...))
}
