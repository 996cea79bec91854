package workspace

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"io"
	"slices"
	"time"

	"golang.org/x/text/language"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/localize/review"
)

// ReviewRequest is what a review page shows.
type ReviewRequest struct {
	Filter catalog.Filter // the products; the values are those of the whole shop
	// Say says a problem in both languages of the page.
	Say func(catalog.Problem) (english, chinese string)
}

// ReviewPageResult says what is on a review page.
type ReviewPageResult struct {
	Values   int `json:"values"`
	Products int `json:"products"`
	Texts    int `json:"texts"` // that are asked about, values included
	Left     int `json:"left"`  // products that found no room
}

// What a review page has room for: it is sent by mail.
const (
	reviewProducts    = 60
	reviewPictureSide = 320
	reviewPicture     = 40_000 // bytes
)

// ReviewPage writes the page on which a reader of Chinese goes through the texts of the
// shop, in the shop's script.
func (w *Workspace) ReviewPage(ctx context.Context, r ReviewRequest, to io.Writer, progress Progress) (ReviewPageResult, error) {
	script, err := w.Script(ctx)
	if err != nil {
		return ReviewPageResult{}, err
	}
	settings, err := w.settings(ctx)
	if err != nil {
		return ReviewPageResult{}, err
	}
	id, err := w.catalogueID(ctx)
	if err != nil {
		return ReviewPageResult{}, err
	}
	p := pager{Workspace: w, request: r, to: script, progress: progress}
	if err := p.gather(ctx); err != nil {
		return ReviewPageResult{}, err
	}
	page := p.collector.Page(review.Page{Catalogue: id, Shop: settings[SettingShop], Made: w.now().Format(time.DateOnly), Locale: script})
	result := ReviewPageResult{len(page.Values), len(page.Products), len(page.Items()), p.left}
	if result.Texts == 0 {
		return result, review.ErrNothing
	}
	return result, page.Write(to)
}

// catalogueID identifies the catalogue in all its copies: by its first entry.
func (w *Workspace) catalogueID(ctx context.Context) (catalog.ID, error) {
	first, err := w.store.History(ctx, 1, 2)
	if err != nil || len(first) == 0 {
		return "", err
	}
	return first[0].ID, nil
}

// pager gathers what a review page shows.
type pager struct {
	*Workspace

	request   ReviewRequest
	to        catalog.Locale
	progress  Progress
	collector *review.Collector
	check     *ListingCheck
	left      int
}

func (p *pager) gather(ctx context.Context) error {
	limits, err := p.ListingLimits(ctx, p.to)
	if err != nil {
		return err
	}
	p.collector = review.NewCollector(reviewLimits(limits))
	if p.check, err = p.ListingCheck(ctx, p.to); err != nil {
		return err
	}
	chosen, err := p.IDs(ctx, p.request.Filter, catalog.Sort{})
	if err != nil {
		return err
	}
	total, err := p.Count(ctx, catalog.Filter{})
	if err != nil {
		return err
	}
	isChosen := map[catalog.ID]bool{}
	for _, id := range chosen {
		isChosen[id] = true
	}
	shown, done := 0, 0
	for product, err := range p.Products(ctx, catalog.Filter{}) {
		if err != nil {
			return err
		}
		if done++; p.progress != nil {
			p.progress(done, total)
		}
		if product.Listing(p.to) == nil {
			continue
		}
		isShown := isChosen[product.ID] && (!p.request.Filter.IsZero() || product.State(p.to) != catalog.StateReviewed)
		if isShown && shown == reviewProducts {
			p.left++
			isShown = false
		}
		if err := p.add(ctx, product, isShown); err != nil {
			return err
		}
		if isShown {
			shown++
		}
	}
	return nil
}

func (p *pager) add(ctx context.Context, product *catalog.Product, isShown bool) error {
	work, err := p.ListingOf(ctx, product, p.to)
	if err != nil {
		return err
	}
	if !isShown {
		p.collector.Add(product, work.Lines, nil)
		return nil
	}
	sight := review.Sight{Price: priceOf(product)}
	if sight.Picture, err = p.pictureOf(ctx, product); err != nil {
		return err
	}
	problems, err := p.problemsOf(product)
	if err != nil {
		return err
	}
	for _, problem := range problems {
		field, _, _ := catalog.Field(problem.Field).Locale()
		english, chinese := p.request.Say(problem)
		sight.Found = append(sight.Found, review.Found{
			Field: field, Part: problem.Args["part"], Words: problem.Args["words"],
			Remark: review.Remark{Severity: problem.Severity, English: english, Chinese: chinese},
		})
	}
	p.collector.Add(product, work.Lines, &sight)
	return nil
}

// problemsOf are what the checks of texts find in the listing, and what keeps it out of
// channels.
func (p *pager) problemsOf(product *catalog.Product) ([]catalog.Problem, error) {
	checks, err := p.textChecks()
	if err != nil {
		return nil, err
	}
	problems := slices.DeleteFunc(checks.Problems(product), func(problem catalog.Problem) bool {
		_, to, _ := catalog.Field(problem.Field).Locale()
		return to != p.to
	})
	return append(problems, p.check.Blockers(product)...), nil
}

func reviewLimits(limits map[catalog.Field]ListingLimit) map[catalog.Field]review.Limit {
	of := map[catalog.Field]review.Limit{
		catalog.ListingTitle:      {N: localize.DefaultLimits.Title, Unit: "gbk-bytes"},
		catalog.ListingShortTitle: {N: localize.DefaultLimits.ShortTitle, Unit: "gbk-bytes"},
	}
	for field, l := range limits {
		isWhole := field == catalog.ListingTitle || field == catalog.ListingShortTitle || field == catalog.ListingOptions
		if isWhole && l.Limit.Unit != "parts" {
			of[field] = review.Limit{N: l.Limit.N, Unit: string(l.Limit.Unit)}
		}
	}
	return of
}

// priceOf is the price of the variants, or the least and the most of them.
func priceOf(p *catalog.Product) string {
	var prices []catalog.Money
	for _, v := range p.Variants {
		if !v.Price.IsZero() {
			prices = append(prices, v.Price)
		}
	}
	if len(prices) == 0 {
		return ""
	}
	by := func(a, b catalog.Money) int {
		return cmp.Or(cmp.Compare(a.Currency, b.Currency), a.Amount.Cmp(b.Amount))
	}
	least := slices.MinFunc(prices, by).Format(language.SimplifiedChinese, catalog.WithSign)
	most := slices.MaxFunc(prices, by).Format(language.SimplifiedChinese, catalog.WithSign)
	if least == most {
		return least
	}
	return least + " – " + most
}

// pictureOf is a small JPEG of the product's first picture that is at hand, or nil.
func (p *pager) pictureOf(ctx context.Context, product *catalog.Product) ([]byte, error) {
	for _, im := range product.Images {
		thumb, err := p.Thumbnail(ctx, im.Source, reviewPictureSide)
		if err != nil {
			return nil, err
		}
		if thumb != nil {
			return smallJPEG(thumb)
		}
	}
	return nil, nil
}

func smallJPEG(m image.Image) ([]byte, error) {
	flat := image.NewRGBA(m.Bounds())
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), m, m.Bounds().Min, draw.Over)
	for _, quality := range []int{80, 60, 40, 20} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, flat, &jpeg.Options{Quality: quality}); err != nil {
			return nil, fmt.Errorf("picture for a review page: %w", err)
		}
		if b.Len() <= reviewPicture {
			return b.Bytes(), nil
		}
	}
	return nil, nil
}
