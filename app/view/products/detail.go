package products

import (
	"context"
	"image"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/export"
)

// Detail is one product of the list, shown in full.
type Detail struct {
	ID       catalog.ID
	Title    string
	SKU      string
	Variants int
	Brand    string
	Chinese  string
	Length   int // of the Chinese title, in bytes of GBK
	Limit    int // that marketplaces in China put on it
	Channels []ChannelLight
	Problems []ProblemLine // the gravest first, each once
	Picture  image.Image   // nil: none that can be shown
	Image    string        // its source
}

// ChannelLight is how ready a product is for a channel.
type ChannelLight struct {
	Name  string
	State export.Readiness
}

// ProblemLine is a problem of a product in words.
type ProblemLine struct {
	Code     string
	Severity catalog.Severity
	Field    catalog.Field
	Sentence string
	Channel  string      // the first that has it
	Fix      view.Target // where it is mended
}

// detailPicture is the side of the picture in the detail, px.
const detailPicture = 512

// Inspect shows a product in detail.
func (p *Model) Inspect(id catalog.ID) {
	ctx, script := p.detail.Start(), p.session.Script()
	view.Load(ctx, p.session, func(ctx context.Context) (*Detail, error) {
		return inspect(ctx, p.session.Workspace, p.session.Text, script, id)
	}, func(d *Detail) {
		p.Detail = d
		p.OnDetail()
	}, func(error) { p.CloseDetail() }) // it was deleted meanwhile; the list reports other errors
}

// CloseDetail shows no product in detail.
func (p *Model) CloseDetail() {
	p.detail.Stop()
	p.Detail = nil
	p.OnDetail()
}

func inspect(ctx context.Context, w *workspace.Workspace, say *text.Printer, script catalog.Locale, id catalog.ID) (*Detail, error) {
	in, err := w.Inspect(ctx, id)
	if err != nil {
		return nil, err
	}
	d := &Detail{ID: id, Title: in.Product.Title, Brand: in.Product.Brand, Variants: len(in.Product.Variants), Limit: localize.DefaultLimits.Title}
	if skus := in.Product.SKUs(); len(skus) > 0 {
		d.SKU = skus[0]
	}
	if l := in.Product.Listing(script); l != nil {
		d.Chinese, d.Length = l.Title, catalog.GBKLen(l.Title)
	}
	for _, c := range in.Channels {
		d.Channels = append(d.Channels, ChannelLight{view.ChannelTitle(c.Channel, say), c.State})
	}
	d.Problems = problemLines(id, in.Channels, say)
	if len(in.Product.Images) > 0 {
		d.Image = in.Product.Images[0].Source
		d.Picture, err = w.Thumbnail(ctx, d.Image, detailPicture)
	}
	return d, err
}

// problemLines are the problems of all channels, the gravest first. What two
// channels say in the same words is listed once.
func problemLines(id catalog.ID, channels []workspace.ChannelState, say *text.Printer) []ProblemLine {
	var lines []ProblemLine
	met := map[string]bool{}
	for _, severity := range []catalog.Severity{catalog.Blocked, catalog.Warning, catalog.Info} {
		for _, c := range channels {
			for _, wrong := range c.Problems {
				sentence := say.Problem(wrong)
				if wrong.Severity != severity || met[sentence] {
					continue
				}
				met[sentence] = true
				name := view.ChannelTitle(c.Channel, say)
				lines = append(lines, ProblemLine{wrong.Code, severity, catalog.Field(wrong.Field), sentence, name, mendIn(id, wrong)})
			}
		}
	}
	return lines
}

// mendIn is where a product's problem is mended: at a setting, or in the product.
func mendIn(id catalog.ID, wrong catalog.Problem) view.Target {
	if need, ok := view.NeedOf(wrong); ok {
		return view.Target{Place: view.SettingsPlace, Setting: need.Key, Problem: wrong.Code}
	}
	return view.Target{Place: view.ProductPlace, Product: id, Field: catalog.Field(wrong.Field), Problem: wrong.Code}
}
