package store

import (
	"crypto/sha256"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// Row is the light half of a product, for lists.
type Row struct {
	ID        catalog.ID
	Handle    string
	SKU       string // of the first variant that has one
	Title     string
	LocaleZH  catalog.Locale // of the Chinese listing shown: Simplified, otherwise Traditional
	TitleZH   string
	State     catalog.State // of that listing
	Stale     bool          // a text of it is out of date
	Brand     string
	Category  string
	Status    catalog.Status
	Price     catalog.Money // the lowest
	PriceMax  catalog.Money // the highest
	Unpriced  int           // variants without a price, as Store.Unpriced counts them; 0 where nobody asked
	Quantity  *int64        // over all variants; nil: not given
	Variants  int
	Images    int
	Image     string // source of the first image
	ChangedAt time.Time
}

// hashSize is half a SHA-256: two bodies of one catalogue never meet in it.
const hashSize = 16

func hashOf(body []byte) []byte {
	sum := sha256.Sum256(body)
	return sum[:hashSize]
}

// column is one extracted column of table product and its value.
type column struct {
	name  string
	value any
}

// columns draws out of a product what lists sort, filter and search by, in the
// order of columnNames. Names are the columns of table product.
func (k *keyer) columns(p *catalog.Product) []column {
	zh := chineseListing(p)
	low, high := priceRange(p)
	image := ""
	if len(p.Images) > 0 {
		image = p.Images[0].Source
	}
	return []column{
		{"handle", valid(p.Handle)},
		{"handle_key", catalog.HandleKey(valid(p.Handle))},
		{"sku", valid(firstSKU(p))},
		{"title", valid(p.Title)},
		{"title_key", k.text(valid(p.Title))},
		{"locale_zh", valid(string(zh.Locale))},
		{"title_zh", valid(zh.Title)},
		{"title_zh_key", k.text(valid(zh.Title))},
		{"state", valid(string(p.StateOf(&zh)))},
		{"stale", boolean(p.SourceChanged(&zh))},
		{"brand", valid(p.Brand)},
		{"brand_key", k.text(valid(p.Brand))},
		{"category", valid(p.Category)},
		{"category_key", k.text(valid(p.Category))},
		{"status", valid(string(p.Status))},
		{"price", low.String()},
		{"price_max", high.String()},
		{"price_key", moneyKey(low)},
		{"quantity", totalQuantity(p)},
		{"variants", int64(len(p.Variants))},
		{"images", int64(len(p.Images))},
		{"image", valid(image)},
		{"search", searchText(p)},
	}
}

// boolean is a condition as SQL has it.
func boolean(on bool) int64 {
	if on {
		return 1
	}
	return 0
}

// valid makes of a text what it is after a way through JSON, so that a column
// never disagrees with the body.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// chineseListing is the listing that a list shows.
func chineseListing(p *catalog.Product) catalog.Listing {
	for _, locale := range []catalog.Locale{catalog.SimplifiedChinese, catalog.TraditionalChinese} {
		if l := p.Listing(locale); l != nil {
			return *l
		}
	}
	return catalog.Listing{}
}

func firstSKU(p *catalog.Product) string {
	for i := range p.Variants {
		if sku := p.Variants[i].SKU; sku != "" {
			return sku
		}
	}
	return ""
}

// priceRange gives the lowest and the highest price there is. Amounts of different
// currencies are ordered by amount: a list has to put them somewhere.
func priceRange(p *catalog.Product) (low, high catalog.Money) {
	for i := range p.Variants {
		price := p.Variants[i].Price
		if price.IsZero() {
			continue
		}
		if low.IsZero() || price.Amount.LessThan(low.Amount) {
			low = price
		}
		if high.IsZero() || price.Amount.GreaterThan(high.Amount) {
			high = price
		}
	}
	return low, high
}

func moneyKey(m catalog.Money) []byte {
	if m.IsZero() {
		return []byte{}
	}
	return amountKey(m.Amount)
}

// totalQuantity is an int64, or nil when no variant has one.
func totalQuantity(p *catalog.Product) any {
	var total int64
	told := false
	for i := range p.Variants {
		if q := p.Variants[i].Quantity; q != nil {
			total += *q
			told = true
		}
	}
	if !told {
		return nil
	}
	return total
}

// variantRow is what table variant has of a variant.
type variantRow struct {
	sku, gtin string
	gtinKey   string
	priceKey  string // as bytes of the key; a string can be compared
	currency  string
	quantity  any
}

func variantRows(p *catalog.Product) []variantRow {
	rows := make([]variantRow, len(p.Variants))
	for i := range p.Variants {
		v := &p.Variants[i]
		rows[i] = variantRow{
			sku: valid(v.SKU), gtin: valid(v.GTIN), gtinKey: catalog.GTINKey(v.GTIN),
			priceKey: string(moneyKey(v.Price)), currency: valid(v.Price.Currency),
		}
		if v.Quantity != nil {
			rows[i].quantity = *v.Quantity
		}
	}
	return rows
}

// rowColumns are what scanRow reads of product AS p.
const rowColumns = `p.seq, p.id, p.handle, p.sku, p.title, p.locale_zh, p.title_zh, p.state, p.stale, p.brand, p.category, p.status,
	p.price, p.price_max, p.quantity, p.variants, p.images, p.image, p.changed_at`

// scanRow reads a Row, its seq, and what comes after.
func scanRow(from scanner, more ...any) (row Row, seq int64, err error) {
	var low, high string
	var changed int64
	dest := append([]any{
		&seq, &row.ID, &row.Handle, &row.SKU, &row.Title, &row.LocaleZH, &row.TitleZH, &row.State, &row.Stale,
		&row.Brand, &row.Category, &row.Status, &low, &high, &row.Quantity, &row.Variants, &row.Images, &row.Image, &changed,
	}, more...)
	if err := from.Scan(dest...); err != nil {
		return row, seq, err
	}
	row.ChangedAt = time.UnixMilli(changed).UTC()
	if row.Price, err = parsePrice(low); err != nil {
		return row, seq, err
	}
	row.PriceMax, err = parsePrice(high)
	return row, seq, err
}

// parsePrice reads what Money.String wrote.
func parsePrice(s string) (catalog.Money, error) {
	amount, code, ok := strings.Cut(s, " ")
	if !ok {
		return catalog.Money{}, nil
	}
	d, err := decimal.NewFromString(amount)
	return catalog.Money{Amount: d, Currency: code}, err
}
