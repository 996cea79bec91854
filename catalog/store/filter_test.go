package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// oddProduct has few different values, so that conditions often hold.
func oddProduct(g generator) *catalog.Product {
	pick := func(list ...string) string { return list[g.IntN(len(list))] }
	handle := pick("", "a", "B", "b")
	if handle != "" {
		handle += fmt.Sprint(g.IntN(1 << 30)) // no two products have one
	}
	p := &catalog.Product{
		ID: catalog.NewID(), Handle: handle, Title: pick("", "Bowl", "bowl", "碗", "Éclair"),
		Brand: pick("", "Alder", "ALDER", "Birch"), Category: pick("", "A > B", "a > b"), Status: catalog.Status(pick("", "active", "draft")),
		Material: pick("", "Linen", "wool"),
	}
	for i := range g.IntN(3) {
		v := catalog.Variant{ID: catalog.NewID(), GTIN: pick("", "1", "2")}
		if g.IntN(2) == 0 {
			v.SKU = fmt.Sprintf("%s-%d", p.ID, i)
		}
		if g.IntN(3) > 0 {
			v.Price = catalog.Money{Amount: decimal.New(int64(g.IntN(4)-1), int32(-g.IntN(2))), Currency: pick("USD", "CNY")}
		}
		if g.IntN(3) > 0 {
			n := int64(g.IntN(3) - 1)
			v.Quantity = &n
		}
		p.Variants = append(p.Variants, v)
	}
	for _, l := range []catalog.Locale{catalog.SimplifiedChinese, catalog.TraditionalChinese} {
		if g.IntN(2) == 0 {
			listing := p.EnsureListing(l)
			listing.Title = pick("", "碗", "Bowl")
			listing.SetMark("title", catalog.Mark{State: catalog.State(pick("draft", "standard", "reviewed")), Source: pick("", "older")})
		}
	}
	if g.IntN(2) == 0 {
		p.SetImages([]string{"a.jpg"})
	}
	return p
}

// skuAmong is a SKU that one of the products has.
func skuAmong(products []*catalog.Product) string {
	i := slices.IndexFunc(products, func(p *catalog.Product) bool { return firstSKU(p) != "" })
	return firstSKU(products[i])
}

// What SQL decides of a condition is what Match says of it.
func TestFilterAgainstMatch(t *testing.T) {
	s := emptyStore(t)
	g := newGenerator(11)
	var products []*catalog.Product
	for range rounds(200) {
		products = append(products, oddProduct(g))
	}
	apply(t, s, KindEdit, news(products...)...)
	fields := []catalog.Field{
		"handle", "title", "brand", "category", "status", "material", "sku", "gtin", "price", "quantity", "images",
		"title@zh-Hans", "state@zh-Hans", "title@zh-Hant", "state@zh-Hant", "attr.Care",
	}
	values := []string{"", "a", "bowl", "BOWL", "碗", "é", "alder", "A > B", "active", "0", "1", "-1", "0.1", "1.5", "1 USD", "1.0 CNY", "$1", "99999999999999999999", "x y", "%", "2", skuAmong(products), "a.jpg"}
	pushed, total := 0, 0
	for _, field := range fields {
		for _, op := range []catalog.Op{"=", "!=", "~", "<", "<=", ">", ">=", catalog.OpBlank, catalog.OpPresent} {
			for i, value := range values {
				if total++; testing.Short() && (i+total/len(values))%4 != 0 {
					continue // a quarter of the pairs, of each field and each value some
				}
				c := catalog.Condition{Field: field, Op: op, Value: value}
				var want []catalog.ID
				for _, p := range products {
					if c.Match(p) {
						want = append(want, p.ID)
					}
				}
				var got []catalog.ID
				for _, p := range all(t, s, catalog.Filter{Where: []catalog.Condition{c}}) {
					got = append(got, p.ID)
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s %s %q: got %d products, want %d", field, op, value, len(got), len(want))
				}
				if sel, err := newSelection(catalog.Filter{Where: []catalog.Condition{c}}); err == nil && len(sel.rest) == 0 {
					pushed++
				}
			}
		}
	}
	if testing.Short() {
		total /= 4
	}
	if pushed < total/2 {
		t.Errorf("SQL decides %d of %d conditions, want at least half", pushed, total)
	}
}

func TestFilterTogether(t *testing.T) {
	s := emptyStore(t)
	products := samples(30)
	products[4].Material = "cedar"
	apply(t, s, KindEdit, news(products...)...)
	where := func(text string) []catalog.Condition {
		conditions, err := catalog.ParseFilter(text)
		if err != nil {
			t.Fatal(err)
		}
		return conditions
	}
	tests := []struct {
		name   string
		filter catalog.Filter
		want   int
	}{
		{"all", catalog.Filter{}, 30},
		{"SKUs", catalog.Filter{SKUs: []string{"BB-00001", "BB-00002", "none", ""}}, 2},
		{"IDs", catalog.Filter{IDs: []catalog.ID{products[0].ID, "none"}}, 1},
		{"two conditions", catalog.Filter{Where: where("brand=alder creek,price>10.25")}, 5},
		{"search and condition", catalog.Filter{Search: "bowl", Where: where("quantity<=3")}, 3},
		{"search and a condition SQL cannot decide", catalog.Filter{Search: "bowl", Where: where("material=cedar")}, 1},
		{"SKU and search that does not hold", catalog.Filter{Search: "cup", SKUs: []string{"BB-00001"}}, 0},
		{"equal by an indexed key", catalog.Filter{Where: where("brand=ALDER CREEK,category=Kitchen > Bowls")}, 30},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := len(all(t, s, tt.filter)); got != tt.want {
				t.Errorf("got %d products, want %d", got, tt.want)
			}
			if got, err := s.Count(t.Context(), tt.filter); got != tt.want || err != nil {
				t.Errorf("Count: got %d (%v), want %d", got, err, tt.want)
			}
			checkPaging(t, s, PageQuery{Filter: tt.filter, Sort: catalog.Sort{Field: catalog.FieldPrice, Desc: true}, Limit: 7}, tt.want)
		})
	}
}

func TestPageRefuses(t *testing.T) {
	s := emptyStore(t)
	if _, err := s.Page(t.Context(), PageQuery{Sort: catalog.Sort{Field: "notes"}}); !errors.Is(err, ErrSort) {
		t.Errorf("sort by notes: got %v, want ErrSort", err)
	}
	for _, cursor := range []Cursor{"!", "bm8", "eyJ2Ijp7fX0"} {
		if _, err := s.Page(t.Context(), PageQuery{From: cursor}); !errors.Is(err, errCursor) {
			t.Errorf("cursor %q: got %v, want errCursor", cursor, err)
		}
	}
	if Sortable("notes") || !Sortable("") || !Sortable(catalog.FieldTitle) {
		t.Error("Sortable does not say what Page takes")
	}
}

func TestRowsAndOrder(t *testing.T) {
	s := emptyStore(t)
	none := &catalog.Product{ID: catalog.NewID()}
	products := append(samples(3), none)
	two := products[1]
	two.Variants = append(two.Variants, catalog.Variant{ID: "v", Price: catalog.Money{Amount: decimal.New(9, 0), Currency: "USD"}})
	apply(t, s, KindEdit, news(products...)...)
	rows, err := s.Rows(t.Context(), []catalog.ID{none.ID, "gone", two.ID})
	if err != nil || len(rows) != 2 || rows[0].ID != none.ID {
		t.Fatalf("got %d rows (%v), want the two that are there, in order", len(rows), err)
	}
	if r := rows[0]; r.Quantity != nil || !r.Price.IsZero() || r.Variants != 0 {
		t.Errorf("got %+v, want nothing told", r)
	}
	r := rows[1]
	if got, want := fmt.Sprintln(r.Handle, r.SKU, r.Title, r.TitleZH, r.State, r.Brand, r.Price, r.PriceMax, *r.Quantity, r.Variants, r.Images, r.Image),
		fmt.Sprintln("bamboo-bowl-2", "BB-00002", "Bamboo Bowl No. 2", "竹碗 2 号", "translated", "Alder Creek", "9 USD", "10.02 USD", 2, 2, 1, "bowl.jpg"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	page, err := s.Page(t.Context(), PageQuery{Sort: catalog.Sort{Field: catalog.FieldQuantity}})
	if err != nil || page.Rows[0].ID != none.ID {
		t.Errorf("by quantity: got %v first (%v), want the product that tells none", page.Rows[0].ID, err)
	}
}
