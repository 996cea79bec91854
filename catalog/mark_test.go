package catalog

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// listed is a product with a listing of which the texts named have a state each.
func listed(states map[TextName]State) *Product {
	p := &Product{Title: "Tee", Description: "<p>Soft</p>", Tags: []string{"tee"}, Options: []string{"Color"}, Variants: []Variant{{Options: []string{"Red"}}, {Options: []string{"Navy"}}}}
	l := p.EnsureListing(SimplifiedChinese)
	for n, s := range states {
		if s != StateOmitted && s != StateEmpty {
			l.setText(n, "文")
		}
		l.SetMark(n, Mark{State: s, Source: p.SourceHash(n)})
	}
	return p
}

func TestAListingIsWorthItsWeakestText(t *testing.T) {
	const title, short, description, red, navy, green = TextName("title"), TextName("short_title"), TextName("description"), TextName("options:Red"), TextName("options:Navy"), TextName("options:Green")
	for _, tt := range []struct {
		states map[TextName]State
		want   State
	}{
		{nil, StateEmpty},
		{map[TextName]State{title: StateReviewed}, StateEmpty}, // the product has a description
		{map[TextName]State{description: StateReviewed}, StateEmpty},
		{map[TextName]State{title: StateReviewed, description: StateReviewed}, StateReviewed},
		{map[TextName]State{title: StateReviewed, description: StateOmitted}, StateReviewed},
		{map[TextName]State{title: StateTranslated, description: StateReviewed}, StateTranslated},
		{map[TextName]State{title: StateStandard, description: StateTranslated}, StateStandard},
		{map[TextName]State{title: StateImported, description: StateStandard}, StateImported},
		{map[TextName]State{title: StateDraft, description: StateImported}, StateDraft},
		{map[TextName]State{title: StateReviewed, description: StateReviewed, short: StateDraft}, StateDraft},
		{map[TextName]State{title: StateReviewed, description: StateReviewed, short: StateOmitted}, StateReviewed},
		{map[TextName]State{title: StateStandard, description: StateStandard, red: StateStandard, navy: StateEmpty}, StateEmpty},
		{map[TextName]State{title: StateStandard, description: StateStandard, red: StateDraft, navy: StateStandard}, StateDraft},
		{map[TextName]State{title: StateStandard, description: StateStandard, green: StateEmpty}, StateStandard}, // no option any more
		{map[TextName]State{title: StateOmitted, description: StateOmitted}, StateEmpty},
	} {
		p := listed(tt.states)
		if got := p.State(SimplifiedChinese); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.states, got, tt.want)
		}
		again, err := DecodeProduct(p.Encode())
		if err != nil || again.State(SimplifiedChinese) != tt.want || !reflect.DeepEqual(again.Listings, p.Listings) {
			t.Errorf("%v: read again it is %+v, %v", tt.states, again.Listings, err)
		}
	}
	p := listed(map[TextName]State{title: StateStandard, description: StateStandard})
	if p.Listings[0].SetUnused(ListingDescription, []string{"flimwick"}); p.State(SimplifiedChinese) != StateDraft {
		t.Error("a listing without a word of its source is called standard")
	}
	if p.MarkText(SimplifiedChinese, description, Mark{State: StateTranslated, Accepted: true}); p.Listings[0].Unused != nil {
		t.Error("whoever accepts the text accepts it without the word")
	}
}

// Marks that most texts of a map share are kept once, and are the same when they are read.
func TestMarksAreKeptInGroups(t *testing.T) {
	p := listed(map[TextName]State{"title": StateStandard, "short_title": StateStandard})
	l := p.Listing(SimplifiedChinese)
	for i := range 40 {
		n := NameOf(ListingOptions, fmt.Sprintf("Colour %d", i))
		l.setText(n, "色")
		if l.SetMark(n, Mark{State: StateStandard}); i == 7 {
			l.SetMark(n, Mark{State: StateTranslated, By: "Ann", At: "2026-11-30", Accepted: true})
		}
	}
	l.setText("attributes:Care", "机洗")
	body := string(p.Encode())
	if strings.Count(body, "options:") != 1 || !strings.Contains(body, `{"state":"translated","by":"Ann","at":"2026-11-30","accepted":true,"texts":["options:Colour 7"]}`) {
		t.Errorf("it is kept as %s", body)
	}
	again, err := DecodeProduct([]byte(body))
	if err != nil || !reflect.DeepEqual(again.Listings, p.Listings) {
		t.Errorf("%v: read again it is %+v", err, again.Listings)
	}
	if got := again.Listings[0].Mark("attributes:Care").State; got != StateImported {
		t.Errorf("a text without a mark is %q, want imported", got)
	}
}

func TestATextIsStaleByItsOwnSource(t *testing.T) {
	p := listed(map[TextName]State{"title": StateTranslated, "short_title": StateStandard, "description": StateReviewed, "selling_points": StateStandard, "keywords": StateDraft, "options:Red": StateStandard, "attributes:Red": StateStandard})
	l := p.Listing(SimplifiedChinese)
	for _, tt := range []struct {
		edit func(*Product)
		want string
	}{
		{func(p *Product) { p.Title = "Cotton Tee" }, "[title short_title]"},
		{func(p *Product) { p.Description = "" }, "[selling_points description]"},
		{func(p *Product) { p.Tags = nil }, "[keywords]"},
		{func(p *Product) { p.Brand, p.Material, p.Variants[0].Options[0] = "Birch", "Wool", "Crimson" }, "[]"},
	} {
		is := p.Clone()
		tt.edit(is)
		if got := fmt.Sprint(is.StaleTexts(l)); got != tt.want || is.SourceChanged(l) != (tt.want != "[]") {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
	p.Title = "Cotton Tee"
	p.WriteListing(SimplifiedChinese, ListingTitle, Mark{State: StateTranslated}, func(l *Listing) { l.Title = "棉T恤" })
	if got := fmt.Sprint(p.StaleTexts(p.Listing(SimplifiedChinese))); got != "[short_title]" {
		t.Errorf("after the title was written anew: got %s", got)
	}
}

// TestAFileBringsImportedTexts: what is there already keeps its mark, also where it comes
// again, and a file's word for its own texts is worth nothing.
func TestAFileBringsImportedTexts(t *testing.T) {
	s := &shelf{}
	s.run(t, row("a!2", "sku", "A1", "title", "Maple Syrup", "title@zh-Hans", "枫糖浆", "options@zh-Hans", "Size = 规格\nSmall = 小"))
	p := s.products[0]
	p.MarkListing(SimplifiedChinese, Mark{State: StateTranslated, By: "Ann", Accepted: true})
	c := s.run(t, row("b!2", "sku", "A1", "title", "Maple Syrup", "title@zh-Hans", "枫糖浆", "options@zh-Hans", "Size = 规格\nSmall = 小号", "state@zh-Hans", "reviewed"))[0]
	l := s.products[0].Listing(SimplifiedChinese)
	for n, want := range map[TextName]State{"title": StateTranslated, "options:Size": StateTranslated, "options:Small": StateImported} {
		if got := l.Mark(n); got.State != want {
			t.Errorf("%s: got %+v, want %s", n, got, want)
		}
	}
	if codes(c.Problems) != "state-of-file" {
		t.Errorf("the file's word is reported as %s", codes(c.Problems))
	}
}

// TestOldListings reads the forms that earlier versions kept.
func TestOldListings(t *testing.T) {
	now := &Product{Title: "Tee", Description: "<p>Soft</p>"}
	fresh, old := now.wholeSourceHash(), "0123456789abcdef"
	for _, tt := range []struct {
		rest  string
		want  string // states of title and description
		state State
		stale string
	}{
		{`"state":"draft","filled":true,"source_hash":"` + fresh + `","suggested":["description","title"]`, "draft draft", StateDraft, "[]"},
		{`"state":"draft","source_hash":"` + fresh + `","suggested":["description"]`, "translated draft", StateDraft, "[]"},
		{`"state":"translated","source_hash":"` + fresh + `","suggested":["title"]`, "draft translated", StateDraft, "[]"}, // of schema 1
		{`"state":"translated","source_hash":"` + fresh + `"`, "translated translated", StateTranslated, "[]"},
		{`"state":"reviewed","source_hash":"` + old + `","suggested":["title"]`, "reviewed reviewed", StateReviewed, "[title description]"},
		{`"state":"translated"`, "translated translated", StateTranslated, "[]"},
		{`"state":"imported"`, "imported imported", StateImported, "[]"}, // as it is kept today, without a mark
	} {
		p, err := DecodeProduct([]byte(`{"id":"a","title":"Tee","description":"<p>Soft</p>","listings":[{"locale":"zh-Hans","title":"T恤","description":"<p>柔软</p>",` + tt.rest + `}]}`))
		if err != nil {
			t.Fatal(err)
		}
		l := p.Listing(SimplifiedChinese)
		got := string(l.Mark("title").State) + " " + string(l.Mark("description").State)
		if got != tt.want || p.StateOf(l) != tt.state || fmt.Sprint(p.StaleTexts(l)) != tt.stale {
			t.Errorf("%s: got %s, %s, out of date %v; want %s, %s, %s", tt.rest, got, p.StateOf(l), p.StaleTexts(l), tt.want, tt.state, tt.stale)
		}
	}
}

func TestWhoMarksAText(t *testing.T) {
	for _, tt := range []struct {
		had  Mark
		by   Mark
		want bool // the words are another's
	}{
		{Mark{State: StateDraft}, Mark{State: StateTranslated, By: "Ann", Accepted: true}, true},
		{Mark{State: StateImported}, Mark{State: StateTranslated, By: "Ann", Accepted: true}, true},
		{Mark{State: StateTranslated, By: "Ann"}, Mark{State: StateTranslated, By: "Ann", Accepted: true}, false},
		{Mark{State: StateTranslated, By: "Ben"}, Mark{State: StateTranslated, By: "Ann", Accepted: true}, true},
		{Mark{State: StateTranslated, By: "Ann", Accepted: true}, Mark{State: StateTranslated, By: "Ann", Accepted: true}, true},
		{Mark{State: StateTranslated}, Mark{State: StateTranslated, By: "Ann", Accepted: true}, false},
		{Mark{State: StateDraft}, Mark{State: StateReviewed, By: "Ann"}, false},
	} {
		p := listed(map[TextName]State{"title": StateDraft})
		p.Listings[0].SetMark("title", tt.had)
		p.MarkText(SimplifiedChinese, "title", tt.by)
		if got := p.Listings[0].Mark("title"); got.Accepted != tt.want || got.By != tt.by.By || got.State != tt.by.State {
			t.Errorf("%+v by %+v: got %+v", tt.had, tt.by, got)
		}
	}
}

// TestEncodeOpen: other programs read a state for each text by its name.
func TestEncodeOpen(t *testing.T) {
	p := listed(map[TextName]State{"title": StateTranslated, "options:Red": StateStandard, "options:Navy": StateEmpty, "keywords": StateOmitted})
	l := p.Listing(SimplifiedChinese)
	l.SetMark("title", Mark{State: StateTranslated, By: "Ann", At: "2026-11-30", Accepted: true, Source: "older"})
	l.SetUnused(ListingTitle, []string{"flimwick"})
	want := `"listings":[{"locale":"zh-Hans","title":"文","options":{"Red":"文"},"unused":{"title":["flimwick"]},"stale":true,"texts":{` +
		`"title":{"state":"translated","by":"Ann","at":"2026-11-30","accepted":true,"stale":true},"options:Red":{"state":"standard"},` +
		`"keywords":{"state":"omitted"},"options:Navy":{"state":""},"description":{"state":""}}}]}`
	if got := string(p.EncodeOpen()); !strings.HasSuffix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := string((&Product{ID: "a"}).EncodeOpen()); got != `{"id":"a"}` {
		t.Errorf("got %s", got)
	}
}
