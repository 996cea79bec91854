package store

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tradewind.app/catalog"
)

// searched are what searches look into, found by their handles.
var searched = []*catalog.Product{
	{Handle: "h1", Title: "Stainless Steel T-Bone Knife 8\"", Brand: "Café Nord"},
	{Handle: "h2", Title: "Bamboo bowl (100% natural)", Brand: "O'Hara & Sons"},
	{Handle: "h3", Title: "Thermos", Variants: []catalog.Variant{{ID: "v", SKU: "AB_12-00034", GTIN: "4006381333931"}}},
	{Handle: "h4", Title: "A4 纸 Ｗｉｄｅ letters", Listings: []catalog.Listing{{Locale: catalog.SimplifiedChinese, Title: "不锈钢保温杯500ml"}}},
	{Handle: "h5", Title: "Tea", Listings: []catalog.Listing{{Locale: catalog.TraditionalChinese, Title: "茶葉禮盒 * 精選"}}},
	{Handle: "h6", Title: "超a4纸袋 Straße"},
	{Handle: "h7", Title: "さくら茶碗 ミルクティー 머그컵세트 ㄅㄆㄇ"},
}

// searches are what a person types, and the handles of what is found.
var searches = []struct{ search, want string }{
	{"", "h1 h2 h3 h4 h5 h6 h7"},
	{"   ", "h1 h2 h3 h4 h5 h6 h7"},
	{"steel", "h1"},
	{"STEEL", "h1"},
	{"tainles", "h1"}, // inside a word
	{"eel", "h1"},
	{"ee", ""}, // too short to be looked for inside
	{"st", "h1 h6"},
	{"s", "h1 h2 h6"},
	{"bone", "h1"},
	{"t-bone", "h1"},
	{"t-b", "h1"},
	{"-b", "h1"},
	{"b", "h1 h2"},
	{"cafe", "h1"},
	{"CAFÉ nord", "h1"},
	{"nord steel", "h1"},
	{"nord bamboo", ""},
	{"8\"", "h1"},
	{"\"", "h1"},
	{"%", "h2"},
	{"100%", "h2"},
	{"0%", ""}, // a word does not begin there
	{"(100", "h2"},
	{"(", "h2"},
	{"o'hara", "h2"},
	{"'", "h2"},
	{"&", "h2"},
	{"_", "h3"},
	{"b_1", "h3"},
	{"00034", "h3"},
	{"ab_12-00034", "h3"},
	{"b-00034", ""},
	{"400638133", "h3"},
	{"6381333931", "h3"},
	{"*", "h5"},
	{"不", "h4"},
	{"锈", "h4"},
	{"不锈", "h4"},
	{"不锈钢", "h4"},
	{"不锈钢保温杯", "h4"},
	{"钢不锈", ""},
	{"杯500ml", "h4"},
	{"00ml", "h4"},
	{"禮盒", "h5"},
	{"盒", "h5"}, // one character, inside a run
	{"葉禮盒", "h5"},
	{"葉盒", ""},
	{"纸", "h4 h6"}, // behind a digit too, where no word begins
	{"碗", "h7"},
	{"ら茶", "h7"},
	{"く", "h7"},
	{"ルク", "h7"},
	{"ク", "h7"},
	{"컵", "h7"},
	{"그컵", "h7"},
	{"ㄆ", "h7"},
	{"ㄆㄇ", "h7"},
	{"ㄇㄆ", ""},
	{"a4", "h4 h6"}, // a word begins after a Chinese character
	{"a4纸", "h6"},
	{"a4 纸", "h4 h6"},
	{"wide", "h4"},
	{"ｗｉｄｅ", "h4"},
	{"straße", "h6"},
	{"no:such", ""},
	{"h1 OR h2", ""},
	{"NEAR(a b)", ""},
	{"search_match", ""},
	{"a\x00b", "h3"}, // as if it were not there
	{"\xff", ""},
}

func TestSearch(t *testing.T) {
	s := emptyStore(t)
	for _, p := range searched {
		p.ID = catalog.ID(p.Handle)
		apply(t, s, KindEdit, news(p)...)
	}
	for _, tt := range searches {
		t.Run(tt.search, func(t *testing.T) {
			f := catalog.Filter{Search: tt.search}
			var got []string
			for _, p := range all(t, s, f) {
				got = append(got, p.Handle)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			if n, err := s.Count(t.Context(), f); n != len(got) || err != nil {
				t.Errorf("Count: got %d (%v), want %d", n, err, len(got))
			}
		})
	}
}

// TestMatches decides where the index does not: words of dense scripts anywhere, short
// ones of others where a word begins.
func TestMatches(t *testing.T) {
	for _, tt := range []struct {
		text, search string
		want         bool
	}{
		{"a4纸袋", "纸", true},
		{"a4纸袋", "纸袋", true},
		{"a4纸袋", "a4", true},
		{"a4纸袋", "4", false},
		{"超a4", "a4", true}, // a word begins behind a dense character
		{"tea cup", "cu", true},
		{"tea cup", "up", false},
		{"teacups", "cup", true},
		{"tea cup", "tea cu", true},
		{"tea cup", "tea mug", false},
		{"", "a", false},
	} {
		if got := matches(tt.text, queryWords(tt.search)); got != tt.want {
			t.Errorf("%q in %q: got %v, want %v", tt.search, tt.text, got, tt.want)
		}
	}
}

// Who pastes a page into the search gets an answer.
func TestSearchForLongText(t *testing.T) {
	s := emptyStore(t)
	p := sample(1)
	p.Title = newGenerator(1).words(latinWords, 600, " ")
	apply(t, s, KindEdit, news(p, sample(2))...)
	for text, want := range map[string]int{p.Title: 1, p.Title + " nowhere": 0, strings.Repeat("碗不锈钢", 5000): 0, strings.Repeat(`"`, 3000): 0} {
		if n, err := s.Count(t.Context(), catalog.Filter{Search: text}); n != want || err != nil {
			t.Errorf("search for %d bytes found %d (%v), want %d", len(text), n, err, want)
		}
	}
}

// Whatever the way to read it, a search finds what matches says, no more and no
// less.
func TestSearchAgainstText(t *testing.T) {
	s := emptyStore(t)
	g := newGenerator(5)
	products := g.products(fewer(400))
	apply(t, s, KindEdit, news(products...)...)
	for range rounds(300) {
		text := searchText(products[g.IntN(len(products))])
		runes := []rune(text)
		from := g.IntN(len(runes))
		search := string(runes[from:min(from+1+g.IntN(8), len(runes))])
		if g.IntN(4) == 0 {
			search += " " + g.words(latinWords, 1, "")[:2]
		}
		var want []catalog.ID
		words := queryWords(search)
		for _, p := range products {
			if matches(searchText(p), words) {
				want = append(want, p.ID)
			}
		}
		checkSearch(t, s, search, want)
	}
}

func checkSearch(t *testing.T, s *Store, search string, want []catalog.ID) {
	t.Helper()
	var got []catalog.ID
	for _, p := range all(t, s, catalog.Filter{Search: search}) {
		got = append(got, p.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("search %q: got %d products, want %d", search, len(got), len(want))
	}
	slices.Sort(want)
	for _, limit := range []int{1, 1000} { // walks, and sorts the hits
		var paged []catalog.ID
		q := PageQuery{Filter: catalog.Filter{Search: search}, Sort: catalog.Sort{Field: catalog.FieldPrice}, Limit: limit}
		for more := true; more && len(paged) < 20; more = q.From != "" {
			page, err := s.Page(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			paged = append(paged, rowIDs(page)...)
			q.From = page.Next
		}
		if limit == 1000 && len(paged) != len(want) {
			t.Errorf("search %q by price: got %d products, want %d", search, len(paged), len(want))
		}
		for _, id := range paged {
			if _, ok := slices.BinarySearch(want, id); !ok {
				t.Errorf("search %q by price found %s, which does not match", search, id)
			}
		}
	}
}

// A search finds what was written after the connection that searches had
// searched before.
func TestSearchAfterWrite(t *testing.T) {
	s := emptyStore(t)
	p := sample(1)
	apply(t, s, KindEdit, news(p)...)
	for i, title := range []string{"Cedar", "Walnut", "枫木", "Maple"} {
		c := edited(p, func(p *catalog.Product) { p.Title = title })
		apply(t, s, KindEdit, c)
		p = c.After
		searchOnEach(t, s, readers, func(c *session) {
			for search, want := range map[string]bool{title: true, "cedar": i == 0} {
				var got bool
				err := c.row(`SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ?)`, []any{matchQuery(queryWords(search))}, &got)
				if err != nil || got != want {
					t.Errorf("edit %d: search %q found: got %v (%v), want %v", i, search, got, err, want)
				}
			}
		})
	}
}

// searchOnEach uses n connections of the reading pool at once, so each is another.
func searchOnEach(t *testing.T, s *Store, n int, use func(*session)) {
	t.Helper()
	if n == 0 {
		return
	}
	err := s.read(t.Context(), func(c *session) error {
		use(c)
		searchOnEach(t, s, n-1, use)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Stainless STEEL", "stainless steel"},
		{"Café Crème", "cafe creme"},
		{"ＡＢＣ１２３", "abc123"},
		{"不锈钢", "不锈钢"},
		{"한국", "한국"},
		{"ﬁne", "fine"},
		{"a\u200db", "a\u200db"},
		{"a\x00b", "ab"},
		{"a\xffb", "a\ufffdb"},
	}
	for _, tt := range tests {
		if got := fold(tt.text); got != tt.want {
			t.Errorf("fold(%q): got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// No text typed into a search is an error of the database, and a product whose
// title is that text is found by it.
func FuzzSearch(f *testing.F) {
	s := emptyStore(f)
	for _, seed := range []string{"bamboo", "不锈钢", "\"", "a\"b", "100%", "_", "*", "NEAR/2", "a AND b", "{a b}", "^a", "-a", "a:b", "\x00", "\xff", "é\u0301", "가", "が", "\u202e", "a4纸"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := &catalog.Product{ID: catalog.NewID(), Title: text}
		b, err := s.Begin(t.Context(), Entry{Kind: KindEdit})
		if err != nil {
			t.Fatal(err)
		}
		defer b.Rollback() //nolint:errcheck // what is asked comes before
		if err := b.Put(t.Context(), news(p)[0]); err != nil {
			t.Fatal(err)
		}
		if err := b.index(t.Context()); err != nil {
			t.Fatal(err)
		}
		words := queryWords(text)
		if len(words) == 0 {
			return
		}
		for i := range words {
			found(t, b, p, words[i:])
		}
		if _, err := s.Page(t.Context(), PageQuery{Filter: catalog.Filter{Search: text}, Sort: catalog.Sort{Field: catalog.FieldTitle}}); err != nil {
			t.Fatal(err)
		}
		if !utf8.ValidString(matchQuery(words)) {
			t.Errorf("the query for %q is no valid text", text)
		}
	})
}

// found makes sure that a batch finds a product by words of its title.
func found(t *testing.T, b *Batch, p *catalog.Product, words []string) {
	t.Helper()
	var n int
	err := b.c.row(`SELECT count(*) FROM search AS s CROSS JOIN product AS p ON p.seq = s.rowid
		WHERE s.search MATCH ? AND p.id = ? AND search_match(p.search, ?)`,
		[]any{matchQuery(words), string(p.ID), strings.Join(words, " ")}, &n)
	if err != nil {
		t.Fatalf("words %q: %v", words, err)
	}
	if n != 1 {
		t.Errorf("title %q: words %q find %d products, want 1", p.Title, words, n)
	}
}
